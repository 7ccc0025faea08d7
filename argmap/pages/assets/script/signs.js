// The signs on buttons, drawn with lines in 18 by 18 pixels.

import { svg } from "./dom.js";

const PATHS = {
  close: "M4 4l10 10M14 4L4 14",
  filter: "M2.5 4h13M5 9h8M7.5 14h3",
  find: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM12 12l3.5 3.5",
  full: "M10 8l5-5M11 3h4v4M8 10l-5 5M3 11v4h4",
  further: "M3 9h12",
  nearer: "M9 3v12M3 9h12",
  next: "M7 3l6 6-6 6",
  previous: "M11 3L5 9l6 6",
  tour: "M5 3.5l9 5.5-9 5.5z",
  whole: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
};

/** @typedef {keyof typeof PATHS} SignName */

/** A sign, for those who see. @param {SignName} name */
export function sign(name) {
  return svg("svg", { class: "am-icon", viewBox: "0 0 18 18", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
}
