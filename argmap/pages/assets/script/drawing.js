// One drawing of a figure: lights what belongs together, hides what is not shown, marks what has changed.

import { set, svg } from "./dom.js";
import { isDrawn } from "./showing.js";
import { fullName } from "./names.js";

/** @import { ArgumentMap } from "./map.js" */
/** @import { Words } from "./sentences.js" */
/** @import { Verdicts } from "./showing.js" */

/** @typedef {{row: SVGGElement, card: SVGGElement, link: SVGAElement, x: number, y: number, width: number, height: number}} Row */

const PILL = 18;
// Below a last card there may be a group's ground, and a number.
const ROOM = 24;

export class Drawing {
  /**
   * @param {HTMLElement} frame  that holds it
   * @param {ArgumentMap} map @param {Words} words
   */
  constructor(frame, map, words) {
    const root = /** @type {SVGSVGElement} */ (frame.querySelector("svg"));
    // Every id in it begins as its title's does.
    const prefix = root.querySelector("title")?.id.replace(/title$/, "") ?? "";
    this.root = root;
    this.map = map;
    this.words = words;
    const { y: top, height: whole } = root.viewBox.baseVal;
    this.top = top;
    this.height = whole;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    for (const row of /** @type {NodeListOf<SVGGElement>} */ (
      root.querySelectorAll(`g[id^="${CSS.escape(prefix)}"]`)
    )) {
      const link = /** @type {SVGAElement} */ (/** @type {unknown} */ (row.querySelector("a")));
      // The area of a row is written as M x y h width v height.
      const [x, y, width, height] =
        (row.querySelector(".am-area")?.getAttribute("d") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
      const card = /** @type {SVGGElement} */ (row.parentNode);
      this.rows.set(row.id.slice(prefix.length), { row, card, link, x, y, width, height });
    }
    // In the order of the argument, which no drawing has to keep.
    this.claims = new Set([...map.claims.keys()].filter((id) => this.rows.has(id)));
    this.lines = [.../** @type {NodeListOf<SVGElement>} */ (root.querySelectorAll("[data-a]"))].map((line) => ({
      line,
      of: (line.dataset.a ?? "").split(" "),
      // A line from a card begins at one of its rows: at which, its argument says.
      from: line.dataset.from
        ? [...this.rows]
            .filter(([, { card }]) => card === this.rows.get(line.dataset.from ?? "")?.card)
            .map(([id]) => id)
        : null,
    }));
    // What leads to one premise of several.
    this.ends = [.../** @type {NodeListOf<SVGElement>} */ (root.querySelectorAll("[data-from]:not([data-a])"))];
    this.grounds = [...root.querySelectorAll(".am-group")].map((box, at) => {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));
      const inside = [...this.rows]
        .filter(([, row]) => row.x > x && row.x < x + width && row.y > y && row.y < y + height)
        .map(([id]) => id);
      return { box, title: root.querySelectorAll(".am-group-title")[at], inside, y, height };
    });
    this.strip = root.classList.contains("am-narrow") ? new Strip(root) : null;
  }

  /** The claim whose card, or reference, an element is part of. @param {Element} element */
  claimOf(element) {
    const row = element.closest("g[id]");
    return row ? [...this.rows].find(([, each]) => each.row === row)?.[0] : undefined;
  }

  /** Light claims, what bears on them and what they bear on; or nothing. @param {...string} ids */
  light(...ids) {
    const chosen = ids.filter((id) => this.map.claims.has(id));
    const argued = new Set(chosen.flatMap((id) => [...(this.map.uses.get(id) ?? []), ...this.map.bearing(id)]));
    const lit = new Set([
      ...chosen,
      ...[...argued].flatMap((argument) => [...argument.premises, this.map.above(argument)]),
    ]);
    this.root.classList.toggle("am-lighting", chosen.length > 0);
    for (const { card } of this.rows.values()) card.classList.remove("am-lit");
    for (const [claim, { row, card }] of this.rows) {
      row.classList.toggle("am-lit", lit.has(claim));
      row.classList.toggle("am-chosen", chosen.includes(claim));
      if (lit.has(claim)) card.classList.add("am-lit");
    }
    for (const { line, of, from } of this.lines) {
      const its = of.filter((argument) => argued.has(/** @type {any} */ (this.map.arguments.get(argument))));
      line.classList.toggle("am-lit", its.length > 0 && (!from || from.some((claim) => lit.has(claim))));
    }
  }

  /**
   * Show these claims and what leads from one to another; say of each how many of its neighbours are hidden.
   * @param {Set<string>} found @param {Verdicts} verdicts
   * @param {(id: string) => number} hidden
   */
  show(found, verdicts, hidden) {
    const drawn = (/** @type {string} */ id) =>
      isDrawn(this.map, found, /** @type {any} */ (this.map.arguments.get(id)));
    for (const [id, { row, card }] of this.rows) {
      hide(row, !found.has(id));
      hide(card, ![...card.querySelectorAll("[id]")].some((each) => !each.classList.contains("am-hidden")));
      row.setAttribute(
        "aria-label",
        fullName(this.map, this.words, id, verdicts, (argument) => drawn(argument.id), hidden(id)),
      );
    }
    for (const { line, of, from } of this.lines) {
      const isShown = of.some(
        (id) =>
          drawn(id) &&
          (!from ||
            this.map.arguments.get(id)?.premises.some((premise) => from.includes(premise) && found.has(premise))),
      );
      hide(line, !isShown);
    }
    for (const { box, title, inside, y, height } of this.grounds) {
      const bottoms = inside
        .flatMap((id) => (found.has(id) ? /** @type {Row} */ (this.rows.get(id)) : []))
        .map((row) => row.y + row.height);
      for (const each of [box, title]) hide(each, !bottoms.length);
      // What is above keeps its place; below the last card that is shown there is nothing to hold.
      const isWhole = inside.every((id) => found.has(id));
      box.setAttribute("height", String(isWhole ? height : Math.max(...bottoms, y) + PILL - y));
    }
    for (const end of this.ends) hide(end, !found.has(end.dataset.from ?? ""));
    if (this.strip) this.strip.close();
    else this.crop(found);
  }

  /** End the drawing below the last card that is shown: nothing above moves. @param {Set<string>} found */
  crop(found) {
    const low = Math.max(
      this.top,
      ...[...found].map((id) => this.rows.get(id)).map((row) => (row ? row.y + row.height : 0)),
    );
    const height = found.size === this.claims.size ? this.height : Math.min(this.height, low - this.top + ROOM);
    resize(this.root, height);
  }

  /**
   * Mark claims with a word or a number, and with a diamond those that are pivotal; and the arguments that fail.
   * @param {{
   *   word: (id: string) => string, hidden: (id: string) => number, pivotal: Set<string>,
   *   fails: (id: string) => boolean,
   * }} marks  `word` is empty where nothing is to be said
   */
  mark({ word, hidden, pivotal, fails }) {
    this.root.querySelectorAll(".am-pill, .am-pivot").forEach((each) => each.remove());
    for (const [id, { row, card, x, y, width, height }] of this.rows) {
      const said = word(id);
      row.classList.toggle("am-changed", Boolean(said));
      const add = (/** @type {SVGElement} */ each) => card.append(each);
      if (row.classList.contains("am-hidden")) continue;
      if (said) add(pill(said, x + width - 8, Math.max(y - 1, this.top + PILL / 2), "am-now"));
      const count = hidden(id);
      if (count) add(pill(this.words.say("drawing.hidden", { count }), x + width - 8, y + height + 1, "am-more"));
      if (pivotal.has(id)) add(svg("path", { class: "am-pivot", d: `M${x + 2.5} ${y + 9}l6.5 6.5-6.5 6.5-6.5-6.5z` }));
    }
    for (const { line, of } of this.lines) line.classList.toggle("am-failed", of.every(fails));
  }
}

/** @param {string} word @param {number} right @param {number} middle @param {string} look */
function pill(word, right, middle, look) {
  const width = word.length * 6.6 + 14;
  return svg(
    "g",
    { class: `am-pill ${look}`, "aria-hidden": "true" },
    svg("rect", { x: right - width, y: middle - PILL / 2, width, height: PILL, rx: PILL / 2 }),
    svg("text", { x: right - width / 2, y: middle + 4, "text-anchor": "middle" }, word),
  );
}

/** Make a drawing end sooner or later, as wide as it is. @param {SVGSVGElement} root @param {number} height */
function resize(root, height) {
  const { x, y, width } = root.viewBox.baseVal;
  set(root, { viewBox: `${x} ${y} ${width} ${height}`, height });
}

/** @param {Element} element @param {boolean} isHidden */
function hide(element, isHidden) {
  element.classList.toggle("am-hidden", isHidden);
}

/** The narrow drawing closes the gaps that hidden cards leave: on a phone they would be all there is to see. */
class Strip {
  /** @param {SVGSVGElement} root */
  constructor(root) {
    this.root = root;
    this.cards = [.../** @type {NodeListOf<SVGGElement>} */ (root.querySelectorAll(".am-card, .am-reference"))].map(
      (card) => {
        const box = /** @type {Element} */ (card.querySelector(".am-box"));
        return { card, y: Number(box.getAttribute("y")) };
      },
    );
    const { y: top, height } = root.viewBox.baseVal;
    this.top = top;
    this.end = top + height;
    this.isClosed = false;
    // Rails and signs know their places only as they were painted.
    this.places = [...root.querySelectorAll("[aria-hidden] :is(path, circle, text)")].flatMap((element) =>
      ["d", "cy", "y"]
        .filter((name) => element.hasAttribute(name))
        .map((name) => ({ element, name, painted: element.getAttribute(name) ?? "" })),
    );
  }

  /** Move what is below each gap up by it. */
  close() {
    const gaps = this.cards.flatMap(({ card, y }, at) => {
      const below = this.cards[at + 1]?.y ?? this.end;
      return card.classList.contains("am-hidden") ? [{ y, height: below - y }] : [];
    });
    // Most states hide nothing.
    if (!gaps.length && !this.isClosed) return;
    this.isClosed = gaps.length > 0;
    const moved = (/** @type {number} */ y) =>
      y - gaps.reduce((sum, gap) => sum + Math.min(gap.height, Math.max(0, y - gap.y)), 0);
    for (const { card, y } of this.cards) card.setAttribute("transform", `translate(0 ${moved(y) - y})`);
    for (const { element, name, painted } of this.places) {
      const place =
        name === "d"
          ? painted.replace(/(M\S+ |V)(-?[\d.]+)/g, (_, before, y) => before + moved(Number(y)))
          : String(moved(Number(painted)));
      element.setAttribute(name, place);
    }
    resize(this.root, moved(this.end) - this.top + (gaps.length ? PILL / 2 : 0));
  }
}
