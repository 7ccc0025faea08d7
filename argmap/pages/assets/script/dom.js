// Elements without markup: whatever a map says becomes text, never HTML.

/** What an element holds; nothing is left out. @typedef {Node | string | null | undefined | false} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element. `onclick` and the like are listeners, everything else is an attribute: true an empty one, false,
 * null and undefined none.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function html(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [attributes] @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Whether there is a child at all. @param {Child} child @returns {child is Node | string} */
export function isSomething(child) {
  return Boolean(child);
}

/**
 * @template {Element} E
 * @param {E} element @param {Record<string, any>} attributes @param {Child[]} children @returns {E}
 */
function filled(element, attributes, children) {
  set(element, attributes);
  element.append(...children.filter(isSomething));
  return element;
}

/** Give an element attributes and listeners, as above. @param {Element} element @param {Record<string, any>} attributes */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
}

/**
 * Fill a box anew; what had the focus in it has it again, by its `data-key`. Returns whether the focus is lost.
 * @param {Element} box @param {...Child} children
 */
export function refill(box, ...children) {
  const held = document.activeElement;
  const hadFocus = box.contains(held);
  box.replaceChildren(...children.filter(isSomething));
  const { key = "" } = hadFocus ? /** @type {HTMLElement} */ (held).dataset : {};
  const again = /** @type {HTMLElement | null} */ (box.querySelector(`[data-key="${CSS.escape(key)}"]`));
  again?.focus();
  return hadFocus && !again;
}

/** How to scroll: gently, but for those who asked for less motion. @returns {ScrollBehavior} */
export function gently() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/** A button with a word, and perhaps a sign before it. @param {Child} sign @param {string} word @param {() => void} act @param {Record<string, any>} [more] */
export function button(sign, word, act, more = {}) {
  return html(
    "button",
    { type: "button", onclick: act, title: sign ? word : null, ...more },
    sign,
    html("span", {}, word),
  );
}
