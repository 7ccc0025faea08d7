// Which claims of a drawing are shown in a state: nothing moves, the rest is hidden where it stands.

import { FILTERS } from "./state.js";

/** @import { Verdict } from "./labels.js" */
/** @import { ArgumentData, ArgumentMap, ClaimData } from "./map.js" */
/** @import { State } from "./state.js" */

/** @typedef {Map<string, Verdict>} Verdicts  by the id of a claim or an argument */

/** What a claim has under each filter. @type {Record<string, (claim: ClaimData, verdicts: Verdicts) => string[]>} */
const HAS = {
  group: (claim) => (claim.group ? [claim.group] : []),
  actor: (claim) => claim.actors ?? [],
  tag: (claim) => claim.tags ?? [],
  label: (claim, verdicts) => [verdicts.get(claim.id)?.label ?? ""],
};

/**
 * What there is to filter by: each choice with the number of claims that it leaves, were it the only one of its kind.
 * @param {ArgumentMap} map @param {Set<string>} drawn @param {Verdicts} verdicts
 * @param {State} state
 */
export function choices(map, drawn, verdicts, state) {
  return FILTERS.map((kind) => {
    const left = shown(map, drawn, verdicts, { ...state, [kind]: [] });
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const id of drawn) {
      for (const value of HAS[kind](map.claim(id), verdicts)) {
        counts.set(value, (counts.get(value) ?? 0) + (left.has(id) ? 1 : 0));
      }
    }
    return { kind, counts };
  }).filter(({ counts }) => counts.size > 1);
}

/**
 * The claims of a drawing that a state shows.
 * @param {ArgumentMap} map @param {Set<string>} drawn @param {Verdicts} verdicts
 * @param {State} state
 */
export function shown(map, drawn, verdicts, state) {
  const view = (map.data.views ?? []).find(({ id }) => id === state.view);
  /** @type {(Pick<State, "group" | "actor" | "tag" | "label" | "focus" | "depth"> | undefined)[]} */
  const wanted = [
    state,
    view && {
      group: view.groups ?? [],
      actor: view.actors ?? [],
      tag: view.tags ?? [],
      label: [],
      focus: view.focus ?? "",
      depth: view.depth ?? 1,
    },
  ];
  const open = state.fold.length ? unfolded(map, state.fold) : drawn;
  const found = new Set([...drawn].filter((id) => open.has(id)));
  for (const each of wanted) {
    if (!each) continue;
    const near = each.focus ? map.around(each.focus, each.depth) : null;
    for (const id of found) {
      const fits = FILTERS.every(
        (kind) => !each[kind].length || HAS[kind](map.claim(id), verdicts).some((value) => each[kind].includes(value)),
      );
      if (!fits || (near && !near.has(id))) found.delete(id);
    }
  }
  return found;
}

/**
 * The claims that some way leads down to which passes through no folded claim. What nothing else leads to goes with
 * the claim that is folded; what another claim needs as well stays.
 * @param {ArgumentMap} map @param {string[]} fold
 */
export function unfolded(map, fold) {
  const closed = new Set(fold);
  const found = new Set();
  const roots = map.data.claims.filter(({ id }) => id === map.data.thesis || !map.uses.has(id)).map(({ id }) => id);
  // What only a loop leads to is met from no root: it begins where the reading does.
  const whole = closed.size ? unfolded(map, []) : null;
  const rest = whole ? map.data.claims.filter(({ id }) => !whole.has(id)).map(({ id }) => id) : [];
  const stack = [...rest, ...roots];
  for (let id; (id = stack.pop());) {
    if (found.has(id)) continue;
    found.add(id);
    if (!closed.has(id)) stack.push(...map.below(id));
  }
  return found;
}

/** How many claims a fold would hide or hides. @param {ArgumentMap} map @param {Set<string>} drawn @param {string[]} fold @param {string} id */
export function foldable(map, drawn, fold, id) {
  const others = fold.filter((each) => each !== id);
  const open = unfolded(map, others);
  const folded = unfolded(map, [...others, id]);
  return [...drawn].filter((each) => open.has(each) && !folded.has(each)).length;
}

/** Whether a drawing shows an argument: its conclusion, and a premise. @param {ArgumentMap} map @param {Set<string>} found @param {ArgumentData} argument @returns {boolean} */
export function isDrawn(map, found, argument) {
  if (!argument.premises.some((premise) => found.has(premise))) return false;
  const on = map.arguments.get(argument.on);
  return on ? isDrawn(map, found, on) : found.has(argument.on);
}
