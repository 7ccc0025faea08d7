// Where all of it begins: on a page as it is loaded, and on each that instant navigation puts in its place.

import { along } from "./along.js";
import { Figure } from "./figure.js";
import { ArgumentMap } from "./map.js";
import { Words } from "./sentences.js";
import { isSaid, parse, WHOLE, written } from "./state.js";

/** @import { State } from "./state.js" */

/** Make a page's drawings answer; the abort leaves nothing behind. @param {Document} page @param {AbortSignal} signal */
async function begin(page, signal) {
  // Without a top layer for what opens, a page stays what it is without scripts.
  if (!("popover" in HTMLElement.prototype)) return;
  const elements = [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-map]"))];
  /** @type {Map<string, Promise<ArgumentMap | null>>} */
  const maps = new Map();
  const load = (/** @type {string} */ address) => {
    if (!maps.has(address)) maps.set(address, fetched(address, signal));
    return /** @type {Promise<ArgumentMap | null>} */ (maps.get(address));
  };
  const loaded = await Promise.all(
    elements.map((element) => load(new URL(element.dataset.map ?? "", location.href).href)),
  );
  if (signal.aborted) return;
  /** @type {Figure[]} */
  const figures = [];
  const show = (/** @type {State} */ state) => {
    // What is asked of a drawing that is not there, the first one answers.
    const first = new URLSearchParams(location.search).has("figure") ? figures[0] : null;
    const asked = figures.find(({ number }) => number === state.figure) ?? first;
    asked?.show(state);
    // What is not accepted is not accepted in any drawing of the map; all else is of one drawing.
    for (const figure of figures)
      if (figure !== asked)
        figure.show({
          ...WHOLE,
          figure: figure.number,
          reject: asked && figure.map === asked.map ? asked.state.reject : [],
        });
  };
  const go = (/** @type {State} */ state) => {
    const query = written(state, location.search);
    // Where the page is scrolled, as Material notes it, is kept for who comes back.
    if (query !== location.search) history.pushState(history.state, "", `${location.pathname}${query}${location.hash}`);
    show(state);
  };
  elements.forEach((element, at) => {
    const map = loaded[at];
    if (!map) return;
    const words = new Words(map.data.words, map.data.direction);
    const base = new URL(element.dataset.map ?? "", location.href).href;
    if (element.matches("figure.argmap"))
      figures.push(new Figure(element, Number(element.id.match(/\d+/)?.[0] ?? 1), map, words, base, { signal, go }));
    else along(element, map, words, signal);
  });
  if (isSaid(location.search)) {
    const state = parse(location.search);
    // Whoever follows a link to a state comes to see it. Material fetches a page anew for who first goes back on it:
    // they are where they want to be.
    if (!location.hash && !scrollY) figures.find(({ number }) => number === state.figure)?.element.scrollIntoView();
    show(state);
  }
  addEventListener("popstate", () => show(parse(location.search)), { signal });
  // A link to a state of this page is no way to another page. Seen first: instant navigation would take it for one.
  const stay = (/** @type {MouseEvent} */ event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a");
    if (!(link instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (link.origin !== location.origin || link.pathname !== location.pathname || !isSaid(link.search)) return;
    event.preventDefault();
    event.stopPropagation();
    go(parse(link.search));
  };
  page.addEventListener("click", stay, { capture: true, signal });
}

/** @param {string} address @param {AbortSignal} signal */
async function fetched(address, signal) {
  try {
    const answer = await fetch(address, { signal });
    const map = answer.ok && new ArgumentMap(await answer.json());
    // Whatever else a host answers in its place is no map.
    return map && map.claims.has(map.data.thesis) && map.data.words["map.tools"] ? map : null;
  } catch {
    // Without its data a drawing is what it is without scripts.
    return null;
  }
}

let leaving = new AbortController();

function arrive() {
  leaving.abort();
  leaving = new AbortController();
  begin(document, leaving.signal);
}

// Material tells of each page it shows, the first one included; everywhere else there is only one.
const pages = /** @type {{document$?: {subscribe: (next: () => void) => void}}} */ (/** @type {unknown} */ (window))
  .document$;
if (pages) pages.subscribe(arrive);
else arrive();
