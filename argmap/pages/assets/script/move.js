// Moving a drawing in its frame: nearer and further, about, and a small map of where one is.

import { gently, html, set, svg } from "./dom.js";

const NEAREST = 4;
const STEP = 1.25;
// Pixels of the window that a page's header may take, and that are left free below.
const HEAD = 120;
const FOOT = 16;
// Whether the reader has been told what zooms.
let isTold = false;

/**
 * A frame whose drawing can be looked at from near. The frame keeps its height, so that nothing around it moves, and
 * the page's own scrolling passes it by.
 */
export class Stage {
  /**
   * @param {HTMLElement} frame @param {SVGSVGElement} drawing
   * @param {{hint: string, signal: AbortSignal, isFull: () => boolean, floor: () => number}} options  `floor` is how
   *   far down the window nothing lies over the drawing
   */
  constructor(frame, drawing, { hint, signal, isFull, floor }) {
    this.frame = frame;
    this.frame.tabIndex = -1;
    this.drawing = drawing;
    this.isFull = isFull;
    this.floor = floor;
    this.hint = html("p", { class: "am-hint", "aria-hidden": "true" }, hint);
    this.scale = 1;
    /** The drawing's width at scale 1. */
    this.natural = 0;
    this.window = svg("rect", { class: "am-window" });
    /** @type {{card: Element, copy: Element}[] | null} */
    this.copies = null;
    this.small = svg("svg", { class: "am-drawing am-small-map", "aria-hidden": "true", hidden: true });
    const stage = html("div", { class: "am-stage" });
    frame.replaceWith(stage);
    stage.append(frame, this.small, this.hint);
    const on = (
      /** @type {EventTarget} */ target,
      /** @type {string} */ type,
      /** @type {(event: any) => void} */ act,
      passive = true,
    ) => target.addEventListener(type, act, { signal, passive });
    on(frame, "wheel", (event) => this.wheel(event), false);
    on(frame, "pointerdown", (event) => this.press(event));
    on(frame, "pointermove", (event) => this.drag(event));
    for (const type of ["pointerup", "pointercancel"]) on(frame, type, (event) => this.release(event));
    on(frame, "scroll", () => this.follow());
    on(this.small, "pointerdown", (event) => this.point(event), false);
    on(this.small, "pointermove", (event) => event.buttons && this.point(event));
    /** @type {Map<number, {x: number, y: number}>} */
    this.pressed = new Map();
  }

  /**
   * Show the drawing at a scale; what is at one point of the window is then at the other, or stays where it is.
   * @param {number} scale @param {{x: number, y: number}} [at] @param {{x: number, y: number}} [from]
   */
  zoom(scale, at, from) {
    const { frame, drawing } = this;
    const view = frame.getBoundingClientRect();
    if (this.scale === 1 && !this.isFull()) {
      this.natural = drawing.getBoundingClientRect().width;
      frame.style.height = `${view.height}px`;
    }
    const least = this.isFull() ? Math.min(1, this.fitting()) : 1;
    const next = Math.min(NEAREST, Math.max(least, scale));
    at ??= { x: view.left + view.width / 2, y: Math.max(view.top, 0) + Math.min(view.height, innerHeight) / 2 };
    from ??= at;
    const before = drawing.getBoundingClientRect();
    const [across, down] = [(from.x - before.left) / before.width, (from.y - before.top) / before.height];
    this.scale = next;
    frame.classList.toggle("am-zoomed", next !== 1 || this.isFull());
    drawing.style.width = next === 1 && !this.isFull() ? "" : `${this.natural * next}px`;
    // As much room beside it as there was: else what is near its edge could not stay where it is.
    drawing.style.marginInlineEnd = next === 1 || this.isFull() ? "" : `${frame.clientWidth - this.natural}px`;
    if (next === 1 && !this.isFull()) frame.style.height = "";
    const after = drawing.getBoundingClientRect();
    frame.scrollLeft += after.left + across * after.width - at.x;
    frame.scrollTop += after.top + down * after.height - at.y;
    this.follow();
  }

  /** One step nearer, or further. @param {number} steps @param {{x: number, y: number}} [at] */
  nearer(steps, at) {
    const scale = this.scale * STEP ** steps;
    this.zoom(Math.abs(scale - 1) < 0.01 ? 1 : scale, at);
  }

  /** The whole drawing. */
  fit() {
    this.zoom(this.isFull() ? this.fitting() : 1);
    this.frame.scrollTo(0, 0);
  }

  /** The scale at which the whole drawing is in its frame. */
  fitting() {
    const box = this.drawing.viewBox.baseVal;
    const { clientWidth, clientHeight } = this.frame;
    const natural = this.natural || box.width;
    return Math.min(clientWidth / natural, clientHeight / ((natural * box.height) / box.width));
  }

  /** Into the frame or the full screen, or out of it. */
  reset() {
    this.scale = 1;
    this.drawing.style.width = this.drawing.style.marginInlineEnd = this.frame.style.height = "";
    this.frame.classList.remove("am-zoomed");
    this.natural = this.drawing.getBoundingClientRect().width;
    // As large as it is read on a page: who wants all of it at once can have that.
    if (this.isFull() && this.frame.clientWidth) this.zoom(1);
    this.follow();
  }

  /** Bring part of the drawing into the middle of its frame, and into the window. @param {Element} part */
  reach(part) {
    const { frame } = this;
    const [view, there] = [frame.getBoundingClientRect(), part.getBoundingClientRect()];
    const middle = (/** @type {DOMRect} */ box) => [box.left + box.width / 2, box.top + box.height / 2];
    const [[left, top], [x, y]] = [middle(view), middle(there)];
    // At once: where the page has to go is known only when it is done.
    frame.scrollBy(x - left, y - top);
    if (this.isFull()) return;
    const box = part.getBoundingClientRect();
    const floor = this.floor();
    // In a low window the header and what lies below leave little: half of it is better than none.
    const above = box.top - Math.min(HEAD, floor / 2);
    const below = box.bottom + FOOT - floor;
    scrollBy({ top: above < 0 ? above : Math.max(0, Math.min(below, above)), behavior: gently() });
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1);
    const isHeld = event.ctrlKey || event.metaKey || this.isFull();
    // Else the wheel is the page's, also for who comes back from a sheet.
    if (!isHeld && !this.isInHand) return this.tell();
    event.preventDefault();
    this.nearer(Math.max(-2, Math.min(2, -pixels / 100)), { x: event.clientX, y: event.clientY });
  }

  /** Whether the ground has been pressed, or the keyboard is at one of the claims. */
  get isInHand() {
    return document.activeElement === this.frame || Boolean(this.frame.querySelector(":focus-visible"));
  }

  /** Say what zooms, once for all drawings and pages. */
  tell() {
    if (isTold) return;
    isTold = true;
    this.hint.classList.add("am-told");
    this.hint.addEventListener("animationend", () => this.hint.remove(), { once: true });
  }

  /** @param {PointerEvent} event */
  press(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.pointerType === "mouse" && (event.button || target.closest("a, text"))) return;
    this.pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (event.pointerType === "mouse" && this.scale > 1) {
      this.frame.setPointerCapture(event.pointerId);
      this.frame.classList.add("am-held");
    }
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const before = this.pressed.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.pressed].find(([id]) => id !== event.pointerId)?.[1];
    this.pressed.set(event.pointerId, now);
    if (other) {
      const spread = (/** @type {{x: number, y: number}} */ point) =>
        Math.hypot(point.x - other.x, point.y - other.y) || 1;
      const middle = (/** @type {{x: number, y: number}} */ { x, y }) => ({
        x: (x + other.x) / 2,
        y: (y + other.y) / 2,
      });
      this.zoom((this.scale * spread(now)) / spread(before), middle(now), middle(before));
    } else if (event.pointerType === "mouse") {
      this.frame.scrollBy(before.x - now.x, before.y - now.y);
    }
  }

  /** @param {PointerEvent} event */
  release(event) {
    this.pressed.delete(event.pointerId);
    this.frame.classList.remove("am-held");
  }

  /** Move to where the small map is pressed. @param {PointerEvent} event */
  point(event) {
    const [small, { frame }] = [this.small.getBoundingClientRect(), this];
    const [x, y] = [(event.clientX - small.left) / small.width, (event.clientY - small.top) / small.height];
    const { width, height } = this.drawing.getBoundingClientRect();
    frame.scrollTo(x * width - frame.clientWidth / 2, y * height - frame.clientHeight / 2);
    event.preventDefault();
  }

  /** Keep the small map true: there is one where not all of the drawing is in its frame. */
  follow() {
    const { frame, drawing, small } = this;
    const isLarger =
      frame.scrollWidth > frame.clientWidth + 1 ||
      (frame.classList.contains("am-zoomed") && frame.scrollHeight > frame.clientHeight + 1);
    small.toggleAttribute("hidden", !isLarger || !frame.clientWidth);
    if (!isLarger) return;
    const { x, y, width, height } = drawing.viewBox.baseVal;
    const unit = width / drawing.clientWidth || 1;
    // Made when it is first wanted; what becomes of a card becomes of its copy.
    this.copies ??= [...drawing.querySelectorAll(".am-card")].map((card) => {
      const copy = svg("g", {}, /** @type {Element} */ (card.querySelector(".am-box")).cloneNode());
      small.append(copy);
      return { card, copy };
    });
    for (const { card, copy } of this.copies)
      for (const name of ["class", "transform"]) copy.setAttribute(name, card.getAttribute(name) ?? "");
    small.append(this.window);
    const scale = Math.min(160 / width, 120 / height);
    set(small, { viewBox: `${x} ${y} ${width} ${height}`, width: width * scale, height: height * scale });
    set(this.window, {
      x: x + frame.scrollLeft * unit,
      y: y + frame.scrollTop * unit,
      width: frame.clientWidth * unit,
      height: frame.clientHeight * unit,
    });
  }
}
