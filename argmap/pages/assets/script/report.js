// What a state means, in words below the drawing.

import { html } from "./dom.js";
import { changed } from "./labels.js";
import { says, together } from "./sentences.js";
import { EVERYTHING } from "./state.js";

/** @import { Figure } from "./figure.js" */
/** @import { Verdict } from "./labels.js" */
/** @import { State } from "./state.js" */

// So many claims have their sentence; the rest is counted.
const SENTENCES = 4;

export class Report {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    this.box = html("div", { class: "am-report", hidden: true });
    this.said = "";
  }

  /** Say what is shown, what follows from doubts, and what was asked for in vain. @param {string[]} unknown */
  update(unknown) {
    const { words, state, shown, claims, isDoubting } = this.figure;
    /** @type {HTMLElement[]} */
    const lines = [];
    const undo = [];
    const say = (/** @type {string} */ text, more = {}) => lines.push(html("p", more, text));
    if (unknown.length) say(words.say("map.missing", { what: words.listed(unknown) }), { class: "am-unknown" });
    if (isDoubting && !state.reject.length) say(words.say("map.doubt.lead"));
    if (state.reject.length) {
      // A claim that is open says it itself.
      if (!state.claim) this.consequences().forEach((sentence) => say(sentence));
      undo.push(this.undo("map.accept", { reject: [] }));
    }
    if (shown.size < claims.size) {
      say(words.say("map.shown", { count: shown.size, all: claims.size }));
      undo.push(this.undo("map.all", EVERYTHING));
    }
    if (undo.length) lines.push(html("p", {}, ...undo));
    const said = lines.map((line) => line.textContent).join(" ");
    if (said !== this.said) this.figure.tell(said);
    this.said = said;
    this.box.hidden = !lines.length;
    this.box.replaceChildren(...lines);
  }

  /** @param {string} word @param {Partial<State>} change */
  undo(word, change) {
    const act = () => {
      this.figure.set(change);
      this.figure.rest();
    };
    return html("button", { type: "button", onclick: act }, this.figure.words.say(word));
  }

  /** What follows from all that is not accepted, in sentences, the thesis first. @returns {string[]} */
  consequences() {
    const { map, words, state, granted, verdicts } = this.figure;
    const rejected = words.listed(state.reject.map((id) => this.named(id)));
    const now = changed(granted, verdicts).filter((id) => map.claims.has(id) && !state.reject.includes(id));
    if (!now.length) return [words.say("map.same", { rejected })];
    const { thesis } = map.data;
    const order = now.includes(thesis) ? [thesis, ...now.filter((id) => id !== thesis)] : now;
    const sentences = order.slice(0, SENTENCES).map((id) => {
      const verdict = /** @type {Verdict} */ (verdicts.get(id));
      const claim = words.quoted(map.mention(id));
      return granted.get(id)?.label === "stands"
        ? words.say("map.without.no-longer", { rejected, claim, reason: says(map, words, id, verdict) })
        : words.say("map.without.now", { rejected, reason: says(map, words, id, verdict, claim) });
    });
    const more = order.length - SENTENCES;
    return more > 0 ? [...sentences, words.say("map.more-changes", { count: more })] : sentences;
  }

  /** A claim, or an argument's step, within a sentence. @param {string} id */
  named(id) {
    const { map, words } = this.figure;
    const argument = map.arguments.get(id);
    return argument
      ? words.say("map.the-step", { premises: together(map, words, argument) })
      : words.quoted(map.mention(id));
  }
}
