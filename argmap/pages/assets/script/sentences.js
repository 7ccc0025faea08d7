// What a map's script says to readers, in the words of the map's language.

import { NORMAL } from "./map.js";

/** @import { ArgumentData, ArgumentMap } from "./map.js" */
/** @import { Verdict } from "./labels.js" */

/** A sentence names so many arguments and counts the rest. */
const NAMED = 3;
/** The ends of the keys of phrases for arguments of each strength. */
const STRENGTHS = ["bare", "weak", "normal", "strong"];

/** The words of one language: `words.say("reason.more", { count: 3 })`. */
export class Words {
  /** @param {Record<string, string>} table @param {string} direction  "ltr" or "rtl" */
  constructor(table, direction) {
    this.table = table;
    this.direction = direction;
  }

  /** @param {string} key */
  has(key) {
    return Object.hasOwn(this.table, key);
  }

  /**
   * The words under a key, its placeholders filled.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    return this.table[key].replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
  }

  /** The items as a list in a sentence: "a", "a and b", "a, b and c". @param {string[]} items */
  listed(items) {
    const most = items.slice(0, -1).join(this.say("list.comma"));
    const last = items.at(-1) ?? "";
    return items.length > 1 ? most + this.say("list.and") + last : last;
  }

  /** The text between this language's quotation marks. @param {string} text */
  quoted(text) {
    return this.say("quoted", { text });
  }
}

/**
 * The verdict on a claim or an inference and its reason, as one sentence.
 * @param {ArgumentMap} map
 * @param {Words} words
 * @param {string} id
 * @param {Verdict} verdict
 * @param {string} [it]  what the sentence calls it
 */
export function says(map, words, id, { code, ids }, it) {
  const one = `reason.${code}`;
  const several = `${one}.several`;
  return words.say(ids.length > 1 && words.has(several) ? several : one, {
    it: it ?? words.say(map.claims.has(id) ? "reason.it.claim" : "reason.it.inference"),
    arguments: named(map, words, ids),
  });
}

/**
 * What an argument does, without naming its premises: "supports “A second pier”".
 * @param {ArgumentMap} map
 * @param {Words} words
 * @param {ArgumentData} argument
 */
export function bearing(map, words, { on, attacks, strength = NORMAL }) {
  const above = map.arguments.get(on);
  const verb = `relation.${attacks ? "opposes" : "supports"}${above ? "-step" : ""}`;
  /** @type {Record<string, string>} */
  const what = above ? { premises: together(map, words, above) } : { claim: words.quoted(map.mention(on)) };
  return words.say(strength === NORMAL ? verb : `${verb}.${STRENGTHS[strength]}`, what);
}

/**
 * One phrase for every shown argument that a claim is a premise of, with those it is linked to.
 * @param {ArgumentMap} map
 * @param {Words} words
 * @param {string} claim
 * @param {(argument: ArgumentData) => boolean} isShown
 */
export function relations(map, words, claim, isShown) {
  return (map.uses.get(claim) ?? []).filter(isShown).map((argument) => {
    const phrase = bearing(map, words, argument);
    const others = argument.premises.filter((id) => id !== claim).map((id) => words.quoted(map.mention(id)));
    return others.length ? words.say("relation.together", { others: words.listed(others), phrase }) : phrase;
  });
}

/** Arguments by the short forms of their premises. @param {ArgumentMap} map @param {Words} words @param {string[]} ids */
function named(map, words, ids) {
  const found = ids.slice(0, NAMED).flatMap((id) => map.arguments.get(id) ?? []);
  const names = found.map((argument) => together(map, words, argument));
  const more = ids.length - NAMED;
  return words.listed(more > 0 ? [...names, words.say("reason.more", { count: more })] : names);
}

/**
 * An argument's premises by their short forms: "“A” together with “B”".
 * @param {ArgumentMap} map
 * @param {Words} words
 * @param {ArgumentData} argument
 */
export function together(map, words, { premises }) {
  return premises.map((id) => words.quoted(map.mention(id))).join(words.say("linked.and"));
}
