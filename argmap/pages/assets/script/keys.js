// The keyboard in a drawing: one tab stop, and arrows along the relations.

import { bearing } from "./sentences.js";
import { among, leadsTo } from "./ways.js";

/** @import { Drawing } from "./drawing.js" */

export class Keys {
  /**
   * @param {Drawing[]} drawings  of the same claims, of which one is to be seen
   * @param {{tell: (text: string) => void, reach: (row: SVGGElement) => void}} options
   */
  constructor(drawings, { tell, reach }) {
    const { map, claims } = drawings[0];
    this.drawings = drawings;
    this.map = map;
    this.words = drawings[0].words;
    this.tell = tell;
    this.reach = reach;
    this.shown = claims;
    /** The claim where the keys are, and the one from which they came down to it. */
    this.at = claims.has(map.data.thesis) ? map.data.thesis : [...claims][0];
    this.above = "";
    for (const { root } of drawings) for (const link of root.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    this.stop();
  }

  /** What the keys can come to. @param {Set<string>} shown */
  among(shown) {
    this.shown = shown;
    this.stop(shown.has(this.at) ? this.at : [...shown][0]);
  }

  /** Have the one tab stop at a claim, and after it that at its mark. @param {string} [id] */
  stop(id = this.at) {
    const was = this.at;
    this.at = id;
    for (const { rows } of this.drawings) {
      for (const each of [was, id])
        for (const link of rows.get(each)?.row.querySelectorAll("a") ?? [])
          link.setAttribute("tabindex", each === id ? "0" : "-1");
    }
  }

  /** Go where a key leads; whether it is one of those that lead on. @param {string} key */
  go(key) {
    const to = leadsTo(this.map, this.shown, this.at, this.above, key);
    if (to) {
      if (key === "ArrowDown") this.above = this.at;
      else if (key !== "ArrowLeft" && key !== "ArrowRight") this.above = "";
      this.stop(to);
      this.focus();
      this.tell(this.position(to));
    }
    return Boolean(to) || /^Arrow|^Home$|^End$/.test(key);
  }

  /** Give the claim the focus, and bring it into view. */
  focus() {
    const rows = this.drawings.map(({ rows }) => rows.get(this.at));
    const row = rows.find((each) => each?.row.getClientRects().length) ?? rows[0];
    row?.link.focus({ preventScroll: true });
    if (row) this.reach(row.row);
  }

  /** What a claim does where it stands, and its place among those beside it. @param {string} id */
  position(id) {
    const { map, words } = this;
    const { parent, siblings, place } = among(map, this.shown, id, this.above);
    const use = (map.uses.get(id) ?? []).find((argument) => map.above(argument) === parent);
    const relation = parent && use ? bearing(map, words, use) : words.say(`role.${map.claim(id).role}`);
    return words.say("map.position", { relation, place: place + 1, count: siblings.length });
  }
}
