// A map as its data file has it, and the ways through it.

/**
 * @typedef {{text: string, source?: string, at?: string, page?: string}} QuoteData  the words, their source, their
 *   anchor in its page, and which page of its it is, if not the first
 * @typedef {{
 *   id: string, role: string, text: string, label?: string, quotes?: QuoteData[], implicit?: string,
 *   qualifier?: string, saidBy?: string, date?: string, group?: string, actors?: string[], tags?: string[],
 *   note?: string, why?: string, grant?: number, page?: string,
 * }} ClaimData  `grant` is the strength at which it is granted, if it is; `page` has its section, if not the map's own
 * @typedef {{
 *   id: string, on: string, attacks?: boolean, premises: string[], strength?: number, scheme?: string,
 *   why?: string, quotes?: QuoteData[], note?: string,
 * }} ArgumentData  `on` is the id of its conclusion, a claim or an argument
 * @typedef {{
 *   id: string, title: string, groups?: string[], actors?: string[], tags?: string[], focus?: string, depth?: number,
 * }} ViewData
 * @typedef {{
 *   name: string, title: string, language: string, direction: string, thesis: string, page?: string,
 *   sources?: Record<string, {said?: string, page?: string}>,
 *   groups?: Record<string, string>, actors?: Record<string, string>,
 *   claims: ClaimData[], arguments?: ArgumentData[], views?: ViewData[],
 *   tour?: {claim: string, say: string}[], pivotal?: string[], words: Record<string, string>,
 * }} MapData  what `argmap.pages.data` writes: claims and arguments in reading order, and nothing that is empty
 * @typedef {Required<Omit<MapData, "page">> & {page?: string}} WholeData  the same with what it leaves out
 */

/** How strong an argument is of which nothing is said: see `Strength` in the model. */
export const NORMAL = 2;

/** A map with its claims and arguments by id. */
export class ArgumentMap {
  /** @param {MapData} data */
  constructor(data) {
    /** @type {WholeData} */
    this.data = { sources: {}, groups: {}, actors: {}, arguments: [], views: [], tour: [], pivotal: [], ...data };
    this.claims = new Map(data.claims.map((claim) => [claim.id, claim]));
    this.arguments = new Map(this.data.arguments.map((argument) => [argument.id, argument]));
    /** The arguments in `because` and `but` of a claim or an argument. @type {Map<string, ArgumentData[]>} */
    this.own = new Map();
    /** The arguments that a claim is a premise of. @type {Map<string, ArgumentData[]>} */
    this.uses = new Map();
    for (const argument of this.arguments.values()) {
      append(this.own, argument.on, argument);
      for (const premise of new Set(argument.premises)) append(this.uses, premise, argument);
    }
  }

  /** A claim. @param {string} id @returns {ClaimData} */
  claim(id) {
    return /** @type {ClaimData} */ (this.claims.get(id));
  }

  /** A claim's label, or its text, to stand within a sentence. @param {string} id */
  mention(id) {
    const { label, text } = this.claim(id);
    return (label || text).replace(/\.$/, "");
  }

  /** All that bears on a claim: its arguments, each followed by those about it. @param {string} id @returns {ArgumentData[]} */
  bearing(id) {
    return (this.own.get(id) ?? []).flatMap((argument) => [argument, ...this.bearing(argument.id)]);
  }

  /** The claim that an argument, or the one it is about, bears on in the end. @param {ArgumentData} argument */
  above(argument) {
    let on = argument.on;
    for (let found; (found = this.arguments.get(on));) on = found.on;
    return on;
  }

  /** The claims that bear on a claim. @param {string} id @returns {string[]} */
  below(id) {
    return [...new Set(this.bearing(id).flatMap((argument) => argument.premises))];
  }

  /** The claims one step away. @param {string} id @returns {string[]} */
  neighbours(id) {
    const above = (this.uses.get(id) ?? []).map((argument) => this.above(argument));
    return [...new Set([...this.below(id), ...above])].filter((other) => other !== id);
  }

  /** The claims at most so many steps away, both ways. @param {string} focus @param {number} depth */
  around(focus, depth) {
    const found = new Set([focus]);
    let edge = [focus];
    for (let step = 0; step < depth && edge.length; step++) {
      edge = [...new Set(edge.flatMap((id) => this.neighbours(id)))].filter((id) => !found.has(id));
      edge.forEach((id) => found.add(id));
    }
    return found;
  }
}

/** @template T @param {Map<string, T[]>} lists @param {string} key @param {T} item */
function append(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
