// Which claims and inferences stand in a map, which fall, and why: the rule of `argmap.reasoning`, with its rounds.

import { NORMAL } from "./map.js";

/** @import { ArgumentData, ArgumentMap } from "./map.js" */

/**
 * @typedef {"stands" | "falls" | "undecided"} Label
 * @typedef {{label: Label, code: string, ids: string[]}} Verdict  a label, the code of its reason, its arguments' ids
 * @typedef {{
 *   id: string, strength: number, parts: Set<string>, missing: number, state: "applies" | "fails" | "open",
 *   on: Issue, side: Side,
 * }} Weighed  an argument; its parts are its inference and its premises, and `missing` of them do not stand yet
 * @typedef {{all: Weighed[], applies: number, live: number[]}} Side
 *   what is for an issue, or against it: the strongest that applies, and how many live ones there are of each strength
 * @typedef {{
 *   pro: Side, con: Side, grant?: number, rejected: boolean, needs: Weighed[], verdict?: Verdict,
 * }} Issue  a claim or an inference to decide; `needs` are the arguments that need it
 */

/** The weight of a side on which there is nothing. */
const NOTHING = -1;

/**
 * The verdict on every claim, and on the inference of every argument, by id; in the order of the data. Takes time
 * linear in the map.
 * @param {ArgumentMap} map
 * @param {Iterable<string>} rejected  claims and arguments that the reader does not accept; unknown ones are ignored
 * @returns {Map<string, Verdict>}
 */
export function label(map, rejected) {
  const issues = issuesOf(map, new Set(rejected));
  for (let touched = [...issues.values()]; touched.length;) {
    // A round decides by what the rounds before it settled, and only then speaks of it.
    const decided = touched.filter((issue) => (issue.verdict = decide(issue)));
    touched = [...new Set(decided.flatMap(tell))].filter((issue) => !issue.verdict);
  }
  return new Map([...issues].map(([id, issue]) => [id, inTheEnd(issue)]));
}

/**
 * The ids whose label differs, in the order of the first.
 * @param {Map<string, Verdict>} before
 * @param {Map<string, Verdict>} after
 */
export function changed(before, after) {
  return [...before.keys()].filter((id) => after.has(id) && after.get(id)?.label !== before.get(id)?.label);
}

/**
 * Every claim and every inference, with what is for and against it: all of it still open.
 * @param {ArgumentMap} map
 * @param {Set<string>} rejected
 */
function issuesOf(map, rejected) {
  /** @type {Map<string, Issue>} */
  const issues = new Map();
  for (const { id, grant } of map.claims.values()) {
    issues.set(id, issueOf(map.own.get(id), rejected.has(id), grant));
  }
  for (const id of map.arguments.keys()) {
    const own = map.own.get(id);
    const backed = own?.some((argument) => !argument.attacks);
    issues.set(id, issueOf(own, rejected.has(id), backed ? undefined : 0));
  }
  for (const { pro, con } of issues.values()) {
    for (const argument of [...pro.all, ...con.all]) {
      for (const part of argument.parts) issues.get(part)?.needs.push(argument);
    }
  }
  return issues;
}

/** @param {ArgumentData[]} own @param {boolean} rejected @param {number} [grant] */
function issueOf(own = [], rejected, grant) {
  /** @type {Issue} */
  const issue = { pro: sideOf(grant), con: sideOf(), grant, rejected, needs: [] };
  for (const { id, attacks, premises, strength = NORMAL } of own) {
    const side = attacks ? issue.con : issue.pro;
    const parts = new Set([id, ...premises]);
    side.all.push({ id, strength, parts, missing: parts.size, state: "open", on: issue, side });
    side.live[strength]++;
  }
  return issue;
}

/** @param {number} [grant] @returns {Side} */
function sideOf(grant) {
  const live = [0, 0, 0, 0];
  if (grant !== undefined) live[grant] = 1;
  return { all: [], applies: grant ?? NOTHING, live };
}

/**
 * The rule itself: the verdict, if what is settled so far allows one.
 * @param {Issue} issue
 * @returns {Verdict | undefined}
 */
function decide({ pro, con, grant, rejected }) {
  if (rejected) return verdict("falls", "rejected");
  const live = strongest(pro);
  if (live === NOTHING) return verdict("falls", pro.all.length ? "nothing-left" : "not-granted", pro.all);
  if (pro.applies > strongest(con)) {
    if (grant !== undefined) return verdict("stands", "granted");
    return verdict("stands", "supported", applying(pro, pro.applies));
  }
  return con.applies > live ? verdict("falls", "outweighed", applying(con, live + 1)) : undefined;
}

/** Tell the arguments that need an issue its label: the issues whose balance that changes. @param {Issue} issue */
function tell(issue) {
  const stands = issue.verdict?.label === "stands";
  return issue.needs.filter((argument) => settles(argument, stands)).map((argument) => argument.on);
}

/** Take in that a part stands or falls: whether it settles the argument. @param {Weighed} argument @param {boolean} stands */
function settles(argument, stands) {
  const { state, strength, side } = argument;
  if (state !== "open" || (stands && --argument.missing)) return false;
  if (stands) {
    argument.state = "applies";
    side.applies = Math.max(side.applies, strength);
  } else {
    argument.state = "fails";
    side.live[strength]--;
  }
  return true;
}

/** The verdict when all that could be decided is. @param {Issue} issue @returns {Verdict} */
function inTheEnd(issue) {
  if (!issue.verdict) return undecided(issue);
  // What was open when the issue was decided may have failed since: then it is not worth a word.
  const against = issue.con.all.filter((argument) => argument.state !== "fails");
  const outweighs = issue.verdict.label === "stands" && against.length;
  return outweighs ? verdict("stands", "outweighs", against) : issue.verdict;
}

/** The verdict where something is open, or weighs the same on both sides. @param {Issue} issue */
function undecided({ pro, con }) {
  // With nothing for it an issue falls, whatever is against it.
  const weights = prospects(pro).filter((weight) => weight !== NOTHING);
  const waits = [...mattering(pro, prospects(con)), ...mattering(con, weights)];
  return waits.length ? verdict("undecided", "waits", waits) : verdict("undecided", "tied", applying(con, con.applies));
}

/** What a side could come to weigh, were one of its open arguments to apply. @param {Side} side */
function prospects(side) {
  return [...new Set([side.applies, ...raising(side).map((argument) => argument.strength)])];
}

/**
 * The open arguments that could change the label: by outdoing its own side, one meets or passes the other.
 * @param {Side} side
 * @param {number[]} others
 */
function mattering(side, others) {
  return raising(side).filter(({ strength }) => others.some((weight) => side.applies <= weight && weight <= strength));
}

/** The open arguments that outdo their own side. @param {Side} side */
function raising({ all, applies }) {
  return all.filter(({ state, strength }) => state === "open" && strength > applies);
}

/** The arguments that apply and are at least so strong. @param {Side} side @param {number} least */
function applying(side, least) {
  return side.all.filter(({ state, strength }) => state === "applies" && strength >= least);
}

/** The strongest that applies or is open. @param {Side} side */
function strongest({ live }) {
  return Math.max(...live.map((count, strength) => (count ? strength : NOTHING)));
}

/** @param {Label} label @param {string} code @param {Weighed[]} [all] @returns {Verdict} */
function verdict(label, code, all = []) {
  return { label, code, ids: all.map((argument) => argument.id) };
}
