// An article with the map beside it: the map follows the reading, and leads back to the sentence.

import { button, gently, html, listen } from "./dom.js";
import { Drawing } from "./drawing.js";
import { Keys } from "./keys.js";

/** @import { ArgumentMap } from "./map.js" */
/** @import { Words } from "./sentences.js" */

const XLINK = "http://www.w3.org/1999/xlink";
// What is read stands in this band of the window.
const BAND = { rootMargin: "-25% 0px -60% 0px" };

/**
 * @param {HTMLElement} element  with the map
 * @param {ArgumentMap} map @param {Words} words @param {AbortSignal} signal
 */
export function along(element, map, words, signal) {
  const frame = /** @type {HTMLElement} */ (element.querySelector(".am-frame"));
  const drawing = new Drawing(frame, map, words);
  const passages = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-claims]"))];
  const claimsOf = (/** @type {HTMLElement} */ passage) => (passage.dataset.claims ?? "").split(" ");
  const status = html("p", { class: "am-unseen", role: "status" });
  const reach = (/** @type {Element} */ row) => {
    const [view, box] = [frame.getBoundingClientRect(), row.getBoundingClientRect()];
    // Above the article the frame reaches beyond the window's lower edge.
    const middle = (Math.max(view.top, 0) + Math.min(view.bottom, innerHeight)) / 2;
    frame.scrollBy({ top: box.top + box.height / 2 - middle, behavior: gently() });
  };
  const keys = new Keys([drawing], { tell: (text) => (status.textContent = text), reach });

  /** @type {string[]} */
  let read = [];
  const light = (/** @type {string[]} */ claims) => {
    drawing.light(...claims);
    const row = drawing.rows.get(claims.find((claim) => drawing.rows.has(claim)) ?? "");
    if (row) reach(row.row);
  };
  const mark = (/** @type {string[]} */ claims) => {
    for (const passage of passages)
      passage.classList.toggle(
        "am-lit",
        claimsOf(passage).some((claim) => claims.includes(claim)),
      );
  };
  /** The claim at which the keys are: neither the pointer nor the reading takes it out of sight. */
  const held = () => {
    const focus = frame.querySelector(":focus-visible");
    return focus && drawing.claimOf(focus);
  };
  const settle = () => {
    const claim = held();
    mark(claim ? [claim] : []);
    light(claim ? [claim] : read);
  };

  for (const passage of passages) {
    const begin = () => light(claimsOf(passage));
    listen(passage, "pointerenter focusin", begin, { signal });
    listen(passage, "pointerleave focusout", settle, { signal });
  }
  for (const [claim, { link }] of drawing.rows) {
    // A claim leads to its sentence; what no sentence here says, to its place among the claims.
    const first = document.querySelector(`.am-anchor[id="${claim}"]`);
    const anchor = first ?? document.querySelector(`.am-anchor[id^="${claim}:"]`);
    if (anchor) link.setAttributeNS(XLINK, "xlink:href", `#${anchor.id}`);
    link.addEventListener("click", () => mark([claim]), { signal });
  }
  const over = (/** @type {Event} */ event) => {
    const claim = drawing.claimOf(/** @type {Element} */ (event.target));
    if (!claim) return;
    drawing.light(claim);
    mark([claim]);
    if (event.type === "focusin" && held()) settle();
  };
  listen(frame, "pointerover focusin", over, { signal });
  listen(frame, "pointerleave focusout", settle, { signal });
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !keys.go(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  listen(frame, "keydown", press, { signal });

  /** @type {Set<HTMLElement>} */
  const inBand = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      inBand[isIntersecting ? "add" : "delete"](/** @type {HTMLElement} */ (target));
    const first = passages.find((passage) => inBand.has(passage));
    if (!first) return;
    read = claimsOf(first);
    passages.forEach((passage) => passage.classList.toggle("am-reading", passage === first));
    if (!held()) light(read);
  }, BAND);
  passages.forEach((passage) => watch.observe(passage));
  signal.addEventListener("abort", () => watch.disconnect());

  const fold = button(
    null,
    words.say("page.beside"),
    () => fold.setAttribute("aria-expanded", String(!element.classList.toggle("am-folded"))),
    { class: "am-fold", "aria-expanded": "true" },
  );
  element.prepend(fold);
  element.append(status);
  element.classList.add("am-live");
}
