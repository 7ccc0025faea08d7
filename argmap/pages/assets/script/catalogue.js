// The index of a site's maps: found by their words, and chosen by actor, tag, year and label.

import { html } from "./dom.js";

/**
 * @typedef {{
 *   title: string, href: string, thesis: string, label: string, date?: string, actors?: string[], tags?: string[],
 *   lang?: string, dir?: string,
 * }} Entry  a map; its language where it is not the page's
 * @typedef {{words: Record<string, string>, maps: Entry[]}} Catalogue  what `argmap.pages.catalogue` writes
 * @typedef {{entry: Entry, plain: string}} Known  a map and all its words, to be searched
 */

// So many are listed at once.
const MOST = 200;

/** What a map has to be chosen by. @type {Record<string, (entry: Entry) => string[]>} */
const KINDS = {
  actor: ({ actors }) => actors ?? [],
  tag: ({ tags }) => tags ?? [],
  year: ({ date }) => (date ? [date.slice(0, 4)] : []),
  label: ({ label }) => [label],
};
const WORDS = { actor: "map.by.actor", tag: "map.by.tag", year: "catalogue.year", label: "map.by.label" };

class Finder {
  /** @param {HTMLElement} element  with the list @param {Catalogue} catalogue @param {string} base  of its addresses */
  constructor(element, { words, maps }, base) {
    this.words = words;
    this.base = base;
    /** @type {Known[]} */
    this.maps = maps.map((entry) => ({
      entry,
      plain: plain([entry.title, entry.thesis, ...(entry.actors ?? []), ...(entry.tags ?? [])].join(" ")),
    }));
    this.list = /** @type {HTMLElement} */ (element.querySelector(".am-maps"));
    /** What is listed where nothing is asked for. */
    this.all = [...this.list.children];
    this.pages = element.querySelector(".am-pages");
    const asked = new URLSearchParams(location.search);
    this.field = html("input", { type: "search", name: "find", autocomplete: "off", oninput: () => this.show() });
    this.field.value = asked.get("find") ?? "";
    this.selects = Object.keys(KINDS).map((name) => {
      const select = html("select", { name, onchange: () => this.show() });
      const value = asked.get(name) ?? "";
      select.append(html("option", { value }, value));
      return select;
    });
    this.status = html("span", { role: "status" });
    this.reset = html("button", { type: "button", onclick: () => this.clear() }, this.say("catalogue.all"));
    const form = html(
      "form",
      { class: "am-finder", role: "search", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      html("label", {}, this.say("catalogue.find"), this.field),
      ...this.selects.map((select) =>
        html("label", {}, this.say(WORDS[/** @type {keyof typeof WORDS} */ (select.name)]), select),
      ),
      html("p", {}, this.status, this.reset),
    );
    this.list.before(form);
    this.show();
  }

  /** The words under a key, a number in them. @param {string} key @param {Record<string, number>} [values] */
  say(key, values = {}) {
    return (this.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /** The maps that have all that is asked for; but for one kind of choice. @param {string} [but] */
  found(but) {
    const wanted = plain(this.field.value).split(/\s+/).filter(Boolean);
    const chosen = this.selects.filter(({ name, value }) => value && name !== but);
    return this.maps.filter(
      (known) =>
        wanted.every((word) => known.plain.includes(word)) &&
        chosen.every(({ name, value }) => KINDS[name](known.entry).includes(value)),
    );
  }

  show() {
    for (const select of this.selects) this.offer(select);
    const found = this.found();
    const isAll = !this.field.value.trim() && this.selects.every(({ value }) => !value);
    this.list.replaceChildren(...(isAll ? this.all : this.items(found, MOST)));
    this.pages?.toggleAttribute("hidden", !isAll);
    this.reset.hidden = isAll;
    this.status.textContent = this.say("catalogue.found", { count: found.length, all: this.maps.length });
    this.note();
  }

  /** What there is to choose from, with the number of maps that each choice leaves. @param {HTMLSelectElement} select */
  offer(select) {
    const { name, value } = select;
    /** @type {Map<string, number>} */
    const counts = new Map(value ? [[value, 0]] : []);
    for (const { entry } of this.found(name))
      for (const each of KINDS[name](entry)) counts.set(each, (counts.get(each) ?? 0) + 1);
    const order = [...counts.keys()].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
    if (name === "year") order.reverse();
    select.replaceChildren(
      html("option", { value: "" }, this.say("catalogue.any")),
      ...order.map((each) =>
        html(
          "option",
          { value: each },
          `${name === "label" ? this.say(`label.${each}`) : each} (${counts.get(each) ?? 0})`,
        ),
      ),
    );
    select.value = value;
    select.disabled = !counts.size;
  }

  /** Maps as the page lists them, so many at first. @param {Known[]} found @param {number} most @returns {HTMLElement[]} */
  items(found, most) {
    const more = html("li", {});
    const rest = found.slice(most);
    more.append(
      html(
        "button",
        {
          type: "button",
          onclick: () => {
            const next = this.items(rest, MOST);
            more.replaceWith(...next);
            next[0].querySelector("a")?.focus();
          },
        },
        this.say("catalogue.more", { count: Math.min(rest.length, MOST) }),
      ),
    );
    return [...found.slice(0, most).map(({ entry }) => this.item(entry)), ...(rest.length ? [more] : [])];
  }

  /** @param {Entry} entry */
  item({ title, href, thesis, label, date, actors, tags, lang, dir }) {
    const comma = this.say("list.comma");
    const of = html(
      "p",
      { class: "am-of", lang: lang && document.documentElement.lang, dir: lang && this.list.parentElement?.dir },
      html("span", { class: `am-label am-${label}` }, this.say(`label.${label}`)),
      " ",
      date && html("time", { datetime: date }, date),
      date && " ",
      actors && html("span", {}, actors.join(comma)),
      actors && " ",
      tags && html("span", { class: "am-tags" }, tags.join(comma)),
    );
    const link = html("a", { href: new URL(href, this.base).href }, title);
    return html("li", { lang, dir }, html("h2", {}, link), html("p", {}, thesis), of);
  }

  clear() {
    this.field.value = "";
    for (const select of this.selects) select.value = "";
    this.show();
    this.field.focus();
  }

  /** Keep what is asked for in the page's address, so that it can be shared. */
  note() {
    const said = new URLSearchParams(location.search);
    for (const { name, value } of [this.field, ...this.selects]) {
      if (value) said.set(name, value);
      else said.delete(name);
    }
    const query = said.size ? `?${said}` : "";
    if (query !== location.search)
      history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  }
}

/** A text as it is searched: without capitals and accents. @param {string} text */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

let leaving = new AbortController();

/** Have the page's list answer, if it has one. */
async function arrive() {
  leaving.abort();
  const { signal } = (leaving = new AbortController());
  const element = /** @type {HTMLElement | null} */ (document.querySelector("[data-maps]:not(:has(.am-finder))"));
  if (!element) return;
  const base = new URL(element.dataset.maps ?? "", location.href).href;
  try {
    const answer = await fetch(base, { signal });
    if (answer.ok) new Finder(element, await answer.json(), base);
  } catch {
    // Without its data the list is what it is without scripts.
  }
}

// Material tells of each page it shows, the first one included; everywhere else there is only one.
const site = /** @type {{document$?: {subscribe: (next: () => void) => void}}} */ (/** @type {unknown} */ (window));
if (site.document$) site.document$.subscribe(arrive);
else arrive();
