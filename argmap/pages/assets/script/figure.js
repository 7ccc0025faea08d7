// A drawing that answers: one state, from which everything that is shown follows.

import { html } from "./dom.js";
import { Drawing } from "./drawing.js";
import { Keys } from "./keys.js";
import { changed, label } from "./labels.js";
import { Stage } from "./move.js";
import { Panel } from "./panel.js";
import { says } from "./sentences.js";
import { foldable, shown } from "./showing.js";
import { missing, WHOLE } from "./state.js";
import { Tools } from "./tools.js";
import { Tour } from "./tour.js";

/** @import { ArgumentData, ArgumentMap } from "./map.js" */
/** @import { Words } from "./sentences.js" */
/** @import { Verdicts } from "./showing.js" */
/** @import { State } from "./state.js" */

const SENTENCES = 4;

export class Figure {
  /**
   * @param {HTMLElement} element @param {number} number @param {ArgumentMap} map
   * @param {Words} words @param {string} base  of the data's addresses
   * @param {{signal: AbortSignal, go: (state: State) => void}} page
   */
  constructor(element, number, map, words, base, { signal, go }) {
    this.element = element;
    this.number = number;
    this.map = map;
    this.words = words;
    this.base = base;
    this.go = go;
    this.prefix = element.id.replace(/figure$/, "");
    this.granted = label(map, []);
    this.verdicts = this.granted;
    /** @type {State} */
    this.state = { ...WHOLE, figure: number };
    this.isDoubting = false;
    /** @type {{frame: HTMLElement, drawing: Drawing, stage: Stage}[]} */
    this.frames = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".am-frame"))].map((frame) => {
      const root = /** @type {SVGSVGElement} */ (frame.querySelector("svg"));
      const prefix = `${this.prefix}${root.classList.contains("am-narrow") ? "n" : "c"}-`;
      const options = {
        hint: words.say("map.hint"),
        signal,
        isFull: () => document.fullscreenElement === element,
        floor: () => this.floor,
      };
      return { frame, drawing: new Drawing(root, prefix, map, words), stage: new Stage(frame, root, options) };
    });
    this.claims = this.frames[0].drawing.claims;
    this.shown = this.claims;
    this.keys = new Keys(
      this.frames.map(({ drawing }) => drawing),
      {
        tell: (text) => this.tell(text),
        reach: (row) => this.stage.reach(row, true),
      },
    );
    this.status = html("p", { class: "am-unseen", role: "status" });
    this.report = html("div", { class: "am-report", hidden: true });
    element.append(this.status);
    this.tools = new Tools(this);
    this.dock = /** @type {HTMLElement} */ (element.querySelector(".am-dock"));
    this.dock.replaceChildren(this.report, this.tools.drawer);
    if (this.dock.matches(".am-equipped")) this.dock.append(this.tools.bar);
    this.panel = new Panel(this);
    this.tour = new Tour(this);
    for (const { frame, drawing } of this.frames) this.listen(frame, drawing, signal);
    // What an address has opened has not been given the focus.
    const escape = (/** @type {KeyboardEvent} */ { key, target }) =>
      key === "Escape" && target === document.body && this.lit && this.leave();
    addEventListener("keydown", escape, { signal });
    element.addEventListener("fullscreenchange", () => this.frames.forEach(({ stage }) => stage.reset()), { signal });
  }

  /** What is to be seen of the two drawings. */
  get visible() {
    return this.frames.find(({ frame }) => frame.clientWidth) ?? this.frames[0];
  }

  get stage() {
    return this.visible.stage;
  }

  /** How far down the window nothing lies over the drawing. @returns {number} */
  get floor() {
    const over = [this.dock, this.panel.box, this.tour.box].map((box) => box.getBoundingClientRect());
    const { left, right } = this.visible.frame.getBoundingClientRect();
    return Math.min(
      innerHeight,
      ...over
        .filter((box) => box.height && box.left < right && box.right > left && box.top > innerHeight / 4)
        .map((box) => box.top),
    );
  }

  /** @param {HTMLElement} frame @param {Drawing} drawing @param {AbortSignal} signal */
  listen(frame, drawing, signal) {
    const claimAt = (/** @type {Event} */ event) => drawing.claimOf(/** @type {Element} */ (event.target));
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ act) =>
      frame.addEventListener(type, act, { signal });
    on("click", (event) => {
      const id = claimAt(event);
      // Whoever presses the ground takes the drawing in hand: now the wheel zooms and the keys lead on.
      if (!event.target.closest("a") && event.pointerType !== "touch")
        drawing.rows.get(this.keys.at)?.link.focus({ preventScroll: true });
      if (!id || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      // Who has drawn the pointer over words has selected them; a key has no part in that.
      if (!event.detail || !String(getSelection())) this.choose(id);
    });
    on("keydown", (event) => this.key(event));
    on("pointerover", (event) => event.pointerType !== "touch" && drawing.light(claimAt(event) || this.lit));
    on("pointerleave", () => drawing.light(this.lit));
    on("focusin", (event) => {
      const id = claimAt(event);
      if (id) this.keys.stop(id);
      if (event.target.matches(":focus-visible")) drawing.light(id || this.lit);
    });
    on("focusout", () => drawing.light(this.lit));
  }

  /** The claim that stays lit: the one that is open, or that the tour has come to. */
  get lit() {
    return this.state.claim || (this.map.data.tour ?? [])[this.state.step - 1]?.claim || "";
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { stage } = this;
    /** @type {Record<string, () => void>} */
    const acts = {
      "+": () => stage.nearer(1),
      "=": () => stage.nearer(1),
      "-": () => stage.nearer(-1),
      0: () => stage.fit(),
      "/": () => this.tools.toggle("find"),
      Escape: () => this.leave(),
    };
    if (acts[event.key]) acts[event.key]();
    else if (!this.keys.go(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Open a claim. @param {string} id */
  choose(id) {
    this.keys.stop(id);
    this.set({ claim: id, step: 0 });
    this.panel.enter();
  }

  /** Close what is open and go back to the drawing. */
  leave() {
    const link = () => this.visible.drawing.rows.get(this.keys.at)?.link;
    if (this.state.claim || this.state.step) this.set({ claim: "", step: 0 });
    else if (link() === document.activeElement) return link()?.blur();
    // What was open may not be shown any more.
    link()?.focus({ preventScroll: true });
  }

  /** Ask for another state. @param {Partial<State>} change */
  set(change) {
    this.go({ ...this.state, ...change, figure: this.number });
  }

  /** Whether premises on which the thesis turns are marked. @param {boolean} isDoubting */
  doubting(isDoubting) {
    this.isDoubting = isDoubting;
    if (!isDoubting && this.state.reject.length) this.set({ reject: [] });
    else this.show(this.state);
  }

  /** Show a state. What the map has not is said, and then the whole map is shown. @param {State} wanted */
  show(wanted) {
    const { map } = this;
    const unknown = [...(wanted.figure === this.number ? [] : [`figure=${wanted.figure}`]), ...missing(wanted, map)];
    const state = unknown.length ? { ...WHOLE, figure: this.number } : wanted;
    const was = this.state;
    this.state = state;
    if (state.reject.length) this.isDoubting = true;
    this.verdicts = state.reject.length ? label(map, state.reject) : this.granted;
    const found = shown(map, this.claims, this.verdicts, state);
    // What is open or next on the tour is shown, whatever else is chosen.
    if (this.lit && this.claims.has(this.lit)) found.add(this.lit);
    this.shown = found;
    const below = new Map(state.fold.map((id) => [id, foldable(map, this.claims, state.fold, id)]));
    const hidden = (/** @type {string} */ id) =>
      below.get(id) ?? map.neighbours(id).filter((each) => this.claims.has(each) && !found.has(each)).length;
    const pivotal = new Set(this.isDoubting ? map.data.pivotal : []);
    const failed = new Set(
      [...map.arguments.values()]
        .filter((argument) => this.fails(argument, this.verdicts) && !this.fails(argument, this.granted))
        .map(({ id }) => id),
    );
    const { drawing } = this.visible;
    const anchor = drawing.rows.get(this.lit || this.keys.at)?.row;
    const before = anchor?.getBoundingClientRect().top ?? 0;
    for (const { drawing: each } of this.frames) {
      each.show(
        found,
        this.verdicts,
        (id) => below.get(id) ?? map.neighbours(id).filter((other) => !found.has(other)).length,
      );
      each.mark((id) => this.pill(id), hidden, pivotal, failed);
      each.light(this.lit);
    }
    // What stays keeps its place on the screen.
    if (anchor?.getClientRects().length) scrollBy(0, anchor.getBoundingClientRect().top - before);
    this.keys.among(found);
    this.panel.show(state.claim);
    this.tour.show(state.step);
    this.tools.update();
    this.tellOf(state, unknown);
    if (this.lit && (was.step !== state.step || was.claim !== state.claim)) {
      this.keys.stop(this.lit);
      const row = drawing.rows.get(this.lit)?.row;
      if (row) this.stage.reach(row, true);
    }
  }

  /** @param {ArgumentData} argument @param {Verdicts} verdicts */
  fails(argument, verdicts) {
    return [argument.id, ...argument.premises].some((id) => verdicts.get(id)?.label === "falls");
  }

  /** The word that a doubt puts on a claim. @param {string} id */
  pill(id) {
    if (this.state.reject.includes(id)) return this.words.say("map.rejected");
    const now = this.verdicts.get(id)?.label;
    return now === this.granted.get(id)?.label ? "" : this.words.say(`map.now.${now}`);
  }

  /** Say below the drawing what a state is. @param {State} state @param {string[]} unknown */
  tellOf(state, unknown) {
    const { words, report } = this;
    /** @type {HTMLElement[]} */
    const lines = [];
    const say = (/** @type {string} */ text, more = {}) => lines.push(html("p", more, text));
    if (unknown.length) say(words.say("map.missing", { what: words.listed(unknown) }), { class: "am-unknown" });
    if (this.isDoubting && !state.reject.length) say(words.say("map.doubt.lead"));
    // A claim that is open says it itself.
    if (state.reject.length && !state.claim) this.consequences(state.reject).forEach((sentence) => say(sentence));
    const reset = [];
    if (state.reject.length) reset.push(this.undo("map.accept", { reject: [] }));
    if (this.shown.size < this.claims.size) {
      say(words.say("map.shown", { count: this.shown.size, all: this.claims.size }));
      reset.push(this.undo("map.all", { view: "", focus: "", fold: [], group: [], actor: [], tag: [], label: [] }));
    }
    if (reset.length) lines.push(html("p", {}, ...reset));
    report.hidden = !lines.length;
    const text = lines.map((line) => line.textContent).join(" ");
    if (text !== report.textContent?.trim()) this.tell(text);
    report.replaceChildren(...lines);
  }

  /** @param {string} word @param {Partial<State>} change */
  undo(word, change) {
    return html("button", { type: "button", onclick: () => this.set(change) }, this.words.say(word));
  }

  /** What follows where this is not accepted, in sentences, the thesis first. @param {string[]} reject */
  consequences(reject) {
    const { map, words } = this;
    const rejected = words.listed(
      reject.map((id) => {
        const argument = map.arguments.get(id);
        return argument
          ? words.say("map.the-step", {
              premises: argument.premises
                .map((premise) => words.quoted(map.mention(premise)))
                .join(words.say("linked.and")),
            })
          : words.quoted(map.mention(id));
      }),
    );
    const now = changed(this.granted, this.verdicts).filter((id) => map.claims.has(id) && !reject.includes(id));
    if (!now.length) return [words.say("map.same", { rejected })];
    const order = [map.data.thesis, ...now].filter((id, place, all) => now.includes(id) && all.indexOf(id) === place);
    const sentences = order.slice(0, SENTENCES).map((id) => {
      const verdict = /** @type {any} */ (this.verdicts.get(id));
      const claim = words.quoted(map.mention(id));
      return this.granted.get(id)?.label === "stands"
        ? words.say("map.without.no-longer", { rejected, claim, reason: says(map, words, id, verdict) })
        : words.say("map.without.now", { rejected, reason: says(map, words, id, verdict, claim) });
    });
    const more = order.length - SENTENCES;
    return more > 0 ? [...sentences, words.say("map.more-changes", { count: more })] : sentences;
  }

  /** The claims that have all of these words. @param {string} query */
  search(query) {
    const plain = (/** @type {string} */ text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
    const wanted = plain(query).split(/\s+/).filter(Boolean);
    return [...this.claims].filter((id) => {
      const { text, label: short, quotes } = this.map.claim(id);
      const all = plain([text, short, ...(quotes ?? []).map((quote) => quote.text)].join(" "));
      return wanted.every((word) => all.includes(word));
    });
  }

  /** An address that the data has, as the page has it. @param {string} page @param {string} anchor */
  address(page, anchor) {
    return `${new URL(page, this.base).href}#${anchor}`;
  }

  /** Tell those who listen. @param {string} text */
  tell(text) {
    this.status.textContent = text;
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.element.requestFullscreen?.();
  }
}
