// A guided walk: each step moves the drawing to its claim and says its sentence.

import { button, html } from "./dom.js";
import { sign } from "./signs.js";
import { EVERYTHING } from "./state.js";

/** @import { Figure } from "./figure.js" */

const SWIPE = 40;

export class Tour {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    const { words, map } = figure;
    const go = (/** @type {number} */ by) => this.go(by);
    const tool = (/** @type {"previous" | "next" | "close"} */ name, /** @type {() => void} */ act) =>
      button(sign(name), words.say(`map.${name}`), act, { class: `am-quiet am-${name}` });
    this.place = html("p", { class: "am-place" });
    this.said = html("p", { class: "am-step", tabindex: -1, "aria-live": "polite" });
    this.previous = tool("previous", () => go(-1));
    this.next = tool("next", () => go(1));
    /** @type {{x: number, y: number} | null} */
    let from = null;
    this.box = html(
      "div",
      {
        class: "am-panel am-walk",
        popover: "manual",
        role: "dialog",
        "aria-label": words.say("map.tour"),
        dir: map.data.direction,
        lang: map.data.language,
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
        onpointerdown: (/** @type {PointerEvent} */ event) => (from = { x: event.clientX, y: event.clientY }),
        onpointerup: (/** @type {PointerEvent} */ event) => {
          const [across, down] = from ? [event.clientX - from.x, event.clientY - from.y] : [0, 0];
          from = null;
          if (event.pointerType !== "mouse" && Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down))
            go(across < 0 === (map.data.direction !== "rtl") ? 1 : -1);
        },
      },
      html(
        "header",
        {},
        this.place,
        tool("close", () => figure.leave()),
      ),
      this.said,
      html(
        "footer",
        {},
        this.previous,
        this.next,
        button(null, words.say("map.open"), () => this.open(), { class: "am-quiet" }),
      ),
    );
    figure.element.append(this.box);
  }

  get steps() {
    return this.figure.map.data.tour;
  }

  /** Show a step, counting from 1, or end the walk with 0. @param {number} number */
  show(number) {
    const step = this.steps[number - 1];
    if (!step) return this.box.matches(":popover-open") && this.box.hidePopover();
    this.place.textContent = this.figure.words.say("map.step", { number, count: this.steps.length });
    this.said.textContent = step.say;
    this.previous.disabled = number === 1;
    this.next.disabled = number === this.steps.length;
    if (!this.box.matches(":popover-open")) this.box.showPopover();
    // Who presses a button again and again keeps it; the words are told all the same.
    const held = document.activeElement;
    if (!this.box.contains(held) || held?.matches(":disabled")) this.said.focus({ preventScroll: true });
  }

  /** @param {number} by */
  go(by) {
    const step = this.figure.state.step + by;
    if (step >= 1 && step <= this.steps.length) this.walk(step);
  }

  /** Come to a step, all of the map around it: what it says is said of the whole. @param {number} step */
  walk(step) {
    this.figure.set({ ...EVERYTHING, claim: "", step });
  }

  /** Leave the walk for the claim it has come to. */
  open() {
    const { claim } = this.steps[this.figure.state.step - 1];
    this.figure.choose(claim);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    event.stopPropagation();
    const onward = this.figure.map.data.direction === "rtl" ? -1 : 1;
    const by = { ArrowRight: onward, ArrowLeft: -onward, PageDown: 1, PageUp: -1 }[event.key];
    if (event.key === "Escape") this.figure.leave();
    else if (by) this.go(by);
    else return;
    event.preventDefault();
  }
}
