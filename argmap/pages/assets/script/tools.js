// The bar below a drawing: what can be done with all of it.

import { button, html, refill } from "./dom.js";
import { choices, shown } from "./showing.js";
import { sign } from "./signs.js";
import { FILTERS } from "./state.js";

/** @import { Figure } from "./figure.js" */
/** @import { SignName } from "./signs.js" */
/** @import { State } from "./state.js" */

export class Tools {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    const { words } = figure;
    const tool = (/** @type {SignName} */ name, /** @type {() => void} */ act, more = {}) =>
      button(sign(name), words.say(`map.${name}`), act, { class: `am-tool am-tool-${name}`, ...more });
    const { tour } = figure.map.data;
    this.filter = tool("filter", () => this.toggle("filter"), { "aria-expanded": "false" });
    // The word ends in its own sign.
    this.doubt = button(null, words.say("map.doubt"), () => figure.doubting(!figure.isDoubting), {
      class: "am-tool am-tool-doubt",
    });
    this.find = tool("find", () => this.toggle("find"), { "aria-expanded": "false", "aria-keyshortcuts": "/" });
    this.bar = html(
      "div",
      { class: "am-tools", role: "group", "aria-label": words.say("map.tools") },
      tool("further", () => figure.stage.nearer(-1)),
      tool("nearer", () => figure.stage.nearer(1)),
      tool("whole", () => figure.stage.fit()),
      document.fullscreenEnabled && tool("full", () => figure.full()),
      this.find,
      this.filter,
      this.doubt,
      ...(tour.length && tour.every(({ claim }) => figure.claims.has(claim))
        ? [tool("tour", () => figure.tour.walk(1))]
        : []),
    );
    /** What a tool opens above the bar. */
    this.drawer = html("div", {
      class: "am-drawer",
      hidden: true,
      onkeydown: (/** @type {KeyboardEvent} */ event) =>
        event.key === "Escape" && (event.stopPropagation(), this.toggle("")),
    });
    this.open = "";
  }

  /** Open what finds or what filters, or close it. @param {string} name */
  toggle(name) {
    const was = this.open;
    this.open = name === was ? "" : name;
    this.find.setAttribute("aria-expanded", String(this.open === "find"));
    this.filter.setAttribute("aria-expanded", String(this.open === "filter"));
    this.drawer.hidden = !this.open;
    if (this.open === "find") this.finding();
    else if (this.open === "filter") {
      this.filtering();
      this.drawer.querySelector("button")?.focus();
    }
    // Where only the top of the drawing is in the window, there is less room than a drawer takes.
    if (this.open) this.figure.dock.scrollIntoView({ block: "nearest" });
    else {
      const back = { find: this.find, filter: this.filter }[was];
      if (this.drawer.contains(document.activeElement)) {
        // Below a small drawing there are no tools to go back to.
        if (back?.isConnected) back.focus();
        else this.figure.keys.focus();
      }
      this.drawer.replaceChildren();
    }
  }

  /** Say what the state is. */
  update() {
    const { figure } = this;
    const { state } = figure;
    this.doubt.setAttribute("aria-pressed", String(figure.isDoubting));
    this.filter.classList.toggle("am-on", Boolean(state.view || FILTERS.some((kind) => state[kind].length)));
    if (this.open === "filter") this.filtering();
  }

  filtering() {
    const { figure } = this;
    const { map, words, state, verdicts } = figure;
    const { data } = map;
    /** @type {Record<string, (value: string) => string>} */
    const names = {
      group: (id) => data.groups[id],
      actor: (id) => data.actors[id],
      tag: (id) => id,
      label: (id) => words.say(`label.${id}`),
    };
    const choice = (
      /** @type {string} */ name,
      /** @type {number} */ count,
      /** @type {boolean} */ isOn,
      /** @type {Partial<State>} */ next,
      /** @type {string} */ key,
    ) => {
      const made = button(null, `${name} `, () => figure.set(next), {
        "aria-pressed": String(isOn),
        "data-key": key,
        // Another part is another beginning; of the rest, what leaves nothing leads nowhere.
        disabled: !count && !isOn && !key.startsWith("view"),
      });
      made.append(html("small", {}, String(count)));
      return made;
    };
    const views = data.views.map(({ id, title }) => {
      const count = shown(map, figure.claims, verdicts, { ...state, view: id }).size;
      return choice(title, count, state.view === id, { view: state.view === id ? "" : id }, `view-${id}`);
    });
    const kinds = choices(map, figure.claims, verdicts, state).map(({ kind, counts }) =>
      html(
        "fieldset",
        {},
        html("legend", {}, words.say(`map.by.${kind}`)),
        ...[...counts].map(([value, count]) => {
          const isOn = state[kind].includes(value);
          const next = isOn ? state[kind].filter((each) => each !== value) : [...state[kind], value];
          return choice(names[kind](value), count, isOn, { [kind]: next }, `${kind}-${value}`);
        }),
      ),
    );
    refill(
      this.drawer,
      views.length > 0 && html("fieldset", {}, html("legend", {}, words.say("map.by.view")), ...views),
      ...kinds,
    );
  }

  finding() {
    const { figure } = this;
    const { words } = figure;
    const list = html("ul", { id: `${figure.prefix}found`, role: "listbox", "aria-label": words.say("map.find") });
    const field = html("input", {
      type: "search",
      role: "combobox",
      "aria-controls": list.id,
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      autocomplete: "off",
      "aria-label": words.say("map.find"),
      placeholder: words.say("map.find"),
      oninput: () => search(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => key(event),
    });
    let at = -1;
    const go = (/** @type {string} */ id) => {
      this.toggle("");
      figure.choose(id);
    };
    const mark = (/** @type {number} */ next) => {
      const options = [...list.children];
      at = options.length ? (next + options.length) % options.length : -1;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      field.setAttribute("aria-activedescendant", options[at]?.id ?? "");
      options[at]?.scrollIntoView({ block: "nearest" });
    };
    const search = () => {
      const found = figure.search(field.value);
      list.replaceChildren(
        ...found.map((id) =>
          html(
            "li",
            {
              id: `${list.id}-${id}`,
              role: "option",
              class: `am-as-${figure.map.claim(id).role}`,
              onclick: () => go(id),
            },
            html("span", { class: "am-role" }, words.say(`role.${figure.map.claim(id).role}`)),
            " ",
            figure.map.claim(id).text,
          ),
        ),
      );
      mark(0);
      figure.tell(words.say("map.found", { count: found.length }));
    };
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1);
      else if (event.key === "Enter") at >= 0 && /** @type {HTMLElement} */ (list.children[at]).click();
      else return;
      event.preventDefault();
    };
    this.drawer.replaceChildren(field, list);
    field.focus();
  }
}
