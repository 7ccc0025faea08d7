// What a reader has chosen, as a value and as the query of the page's address: every state can be shared.

/** @import { ArgumentMap } from "./map.js" */

/**
 * @typedef {{
 *   figure: number, claim: string, view: string, focus: string, depth: number, fold: string[], group: string[],
 *   actor: string[], tag: string[], label: string[], reject: string[], step: number,
 * }} State
 * A state belongs to one drawing of the page, `figure`, which counts from 1. `claim` is open; `focus` and `depth`,
 * `fold`, `view` and the filters say what is shown; `reject` is not accepted; `step` is that of the tour, from 1.
 */

/** What shows all there is. */
export const EVERYTHING = {
  view: "",
  focus: "",
  fold: /** @type {string[]} */ ([]),
  group: /** @type {string[]} */ ([]),
  actor: /** @type {string[]} */ ([]),
  tag: /** @type {string[]} */ ([]),
  label: /** @type {string[]} */ ([]),
};

/** @type {Readonly<State>} */
export const WHOLE = Object.freeze({ figure: 1, claim: "", ...EVERYTHING, depth: 1, reject: [], step: 0 });

const KEYS = /** @type {(keyof State)[]} */ (Object.keys(WHOLE));
export const FILTERS = /** @type {const} */ (["group", "actor", "tag", "label"]);
const LABELS = ["stands", "falls", "undecided"];

/** The state that an address asks for. Whatever it says that cannot be is in `state` as it is said. @param {string} query */
export function parse(query) {
  const said = new URLSearchParams(query);
  /** @type {Record<string, any>} */
  const state = { ...WHOLE };
  for (const key of KEYS) {
    const value = said.get(key);
    if (value === null) continue;
    const usual = WHOLE[key];
    if (Array.isArray(usual)) state[key] = [...new Set(value.split(",").filter(Boolean))];
    else state[key] = typeof usual === "number" && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return /** @type {State} */ (state);
}

/** An address's query with this state instead of another; what else it says stays. @param {State} state @param {string} query */
export function written(state, query) {
  const said = new URLSearchParams(query);
  for (const key of KEYS) {
    const value = String(state[key]);
    if (value === String(WHOLE[key]) || (key === "depth" && !state.focus)) said.delete(key);
    else said.set(key, value);
  }
  // Commas separate ids and need no escape: an address should be readable.
  const text = said.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

/** Whether an address says anything of a state. @param {string} query */
export function isSaid(query) {
  const said = new URLSearchParams(query);
  return KEYS.some((key) => said.has(key));
}

/**
 * What a state asks for that the map has not, each as it stands in the address.
 * @param {State} state @param {ArgumentMap} map @returns {string[]}
 */
export function missing(state, map) {
  const { data, claims } = map;
  /** @type {Record<string, (id: any) => boolean>} */
  const known = {
    claim: (id) => claims.has(id),
    focus: (id) => claims.has(id),
    fold: (id) => claims.has(id),
    view: (id) => data.views.some((view) => view.id === id),
    group: (id) => Object.hasOwn(data.groups, id),
    actor: (id) => Object.hasOwn(data.actors, id),
    tag: (id) => data.claims.some((claim) => claim.tags?.includes(id)),
    label: (id) => LABELS.includes(id),
    reject: (id) => claims.has(id) || map.arguments.has(id),
    depth: (number) => Number.isInteger(number) && number >= 0,
    step: (number) => Number.isInteger(number) && number >= 0 && number <= data.tour.length,
  };
  return Object.entries(known).flatMap(([key, isKnown]) => {
    const value = state[/** @type {keyof State} */ (key)];
    return [value]
      .flat()
      .filter((each) => each !== "" && !isKnown(each))
      .map((each) => `${key}=${each}`);
  });
}
