// A drawing that answers: one state, from which everything that is shown follows.

import { html } from "./dom.js";
import { Drawing } from "./drawing.js";
import { Keys } from "./keys.js";
import { label } from "./labels.js";
import { Stage } from "./move.js";
import { Panel } from "./panel.js";
import { Report } from "./report.js";
import { foldable, shown } from "./showing.js";
import { missing, WHOLE } from "./state.js";
import { Tools } from "./tools.js";
import { Tour } from "./tour.js";

/** @import { ArgumentMap } from "./map.js" */
/** @import { Words } from "./sentences.js" */
/** @import { State } from "./state.js" */

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
      const drawing = new Drawing(frame, map, words);
      const options = {
        hint: words.say("map.hint"),
        signal,
        isFull: () => document.fullscreenElement === element,
        floor: () => this.floor,
      };
      return { frame, drawing, stage: new Stage(frame, drawing.root, options) };
    });
    this.claims = this.frames[0].drawing.claims;
    this.shown = this.claims;
    this.keys = new Keys(
      this.frames.map(({ drawing }) => drawing),
      {
        tell: (text) => this.tell(text),
        reach: (row) => this.stage.reach(row),
      },
    );
    this.status = html("p", { class: "am-unseen", role: "status" });
    this.report = new Report(this);
    element.append(this.status);
    this.tools = new Tools(this);
    this.dock = /** @type {HTMLElement} */ (element.querySelector(".am-dock"));
    this.dock.replaceChildren(this.report.box, this.tools.drawer);
    if (this.dock.matches(".am-equipped")) this.dock.append(this.tools.bar);
    this.panel = new Panel(this);
    this.tour = new Tour(this);
    for (const { frame, drawing } of this.frames) this.listen(frame, drawing, signal);
    // What is open is closed also by who has not been in it, or has gone on from it.
    const escape = (/** @type {KeyboardEvent} */ { key, target }) =>
      key === "Escape" &&
      this.lit &&
      !(/** @type {Element} */ (target).closest("input, [role=dialog]")) &&
      this.leave();
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
      if (!event.target.closest("a") && event.pointerType !== "touch") frame.focus({ preventScroll: true });
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
    return this.state.claim || this.map.data.tour[this.state.step - 1]?.claim || "";
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

  /** Close what is open and go back to the drawing, or leave it. */
  leave() {
    if (!this.lit) return /** @type {HTMLElement} */ (document.activeElement).blur();
    this.set({ claim: "", step: 0 });
    // What was open may not be shown any more.
    this.visible.drawing.rows.get(this.keys.at)?.link.focus({ preventScroll: true });
  }

  /** Keep the focus in the drawing where what had it is gone. */
  rest() {
    if (document.activeElement === document.body)
      this.visible.drawing.rows.get(this.keys.at)?.link.focus({ preventScroll: true });
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
    const unknown = [
      ...(wanted.figure === this.number ? [] : [`figure=${wanted.figure}`]),
      ...missing(wanted, this.map),
    ];
    const was = this.state;
    // Of an address that asks for both, the claim is shown, as where a reader leaves the walk for one.
    const { step } = wanted.claim ? WHOLE : wanted;
    this.state = unknown.length ? { ...WHOLE, figure: this.number } : { ...wanted, step };
    this.think();
    this.inPlace(() => this.draw());
    this.stage.follow();
    this.keys.among(this.shown);
    this.panel.show(this.state.claim);
    this.tour.show(this.state.step);
    this.tools.update();
    this.report.update(unknown);
    if (this.lit && (was.step !== this.state.step || was.claim !== this.state.claim)) {
      this.keys.stop(this.lit);
      const row = this.visible.drawing.rows.get(this.lit)?.row;
      if (row) this.stage.reach(row);
    }
  }

  /** Work out what becomes of the claims, and which of them are shown. */
  think() {
    const { map, state } = this;
    if (state.reject.length) this.isDoubting = true;
    this.verdicts = state.reject.length ? label(map, state.reject) : this.granted;
    this.shown = shown(map, this.claims, this.verdicts, state);
    // What is open or next on the tour is shown, whatever else is chosen.
    if (this.claims.has(this.lit)) this.shown.add(this.lit);
  }

  /** Have both drawings show it. */
  draw() {
    const { map, state, verdicts } = this;
    const folded = new Map(state.fold.map((id) => [id, foldable(map, this.claims, state.fold, id)]));
    const away = (/** @type {string} */ id) => map.neighbours(id).filter((other) => !this.shown.has(other));
    const falls = (/** @type {string} */ id) =>
      verdicts.get(id)?.label === "falls" && this.granted.get(id)?.label !== "falls";
    const marks = {
      word: (/** @type {string} */ id) => this.pill(id),
      // What is out of the drawing's own part its card says itself.
      hidden: (/** @type {string} */ id) => folded.get(id) ?? away(id).filter((other) => this.claims.has(other)).length,
      pivotal: new Set(this.isDoubting ? map.data.pivotal : []),
      fails: (/** @type {string} */ id) => falls(id) || (map.arguments.get(id)?.premises ?? []).some(falls),
    };
    for (const { drawing } of this.frames) {
      drawing.show(this.shown, verdicts, (id) => folded.get(id) ?? away(id).length);
      drawing.mark(marks);
      drawing.light(this.lit);
    }
  }

  /** What stays keeps its place on the screen. @param {() => void} change */
  inPlace(change) {
    const held = this.visible.drawing.rows.get(this.lit || this.keys.at)?.row;
    const before = held?.getBoundingClientRect().top ?? 0;
    change();
    const moved = held?.getClientRects().length ? held.getBoundingClientRect().top - before : 0;
    // Even to scroll by nothing would end what another drawing has begun.
    if (moved) scrollBy(0, moved);
  }

  /** The word that a doubt puts on a claim. @param {string} id */
  pill(id) {
    if (this.state.reject.includes(id)) return this.words.say("map.rejected");
    const now = this.verdicts.get(id)?.label;
    return now === this.granted.get(id)?.label ? "" : this.words.say(`map.now.${now}`);
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
