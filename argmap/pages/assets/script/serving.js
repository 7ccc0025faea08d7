// Only where a site is edited: its pages are loaded anew at each change, and drawings stay as near as they were.

const KEY = "argmap-near";
const STEP = 1.25; // as the wheel's in move.js

/** @typedef {{at: number, width: number, left: number, top: number}} Near  `at` is the frame's place among all */

/** @returns {HTMLElement[]} */
const frames = () => [...document.querySelectorAll(".am-frame")].map((frame) => /** @type {HTMLElement} */ (frame));
const width = (/** @type {HTMLElement} */ frame) => frame.querySelector("svg")?.getBoundingClientRect().width ?? 0;

addEventListener("pagehide", () => {
  const near = frames().flatMap((frame, at) =>
    frame.matches(".am-zoomed") ? [{ at, width: width(frame), left: frame.scrollLeft, top: frame.scrollTop }] : [],
  );
  sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, near }));
});

/** Turn the wheel, as a reader would, until the drawing is as large as it was. @param {Near} near */
function approach({ at, width: wanted, left, top }) {
  const frame = frames()[at];
  if (!frame?.clientWidth) return;
  const { x, y } = frame.getBoundingClientRect();
  let steps = Math.log(wanted / width(frame)) / Math.log(STEP);
  for (; steps > 0.01; steps -= 2) {
    const deltaY = -100 * Math.min(2, steps);
    frame.dispatchEvent(new WheelEvent("wheel", { deltaY, ctrlKey: true, clientX: x, clientY: y, cancelable: true }));
  }
  frame.scrollTo(left, top);
}

/** @type {{path?: string, near?: Near[]}} */
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
if (kept.path === location.pathname && kept.near?.length) {
  const wait = () => (document.querySelector(".am-stage") ? kept.near?.forEach(approach) : requestAnimationFrame(wait));
  wait();
}

// Whatever stands here is this file's own.
export {};
