// What is known of a claim, beside the drawing: a sheet from below on a phone.

import { button, html, refill } from "./dom.js";
import { label } from "./labels.js";
import { bearing, says } from "./sentences.js";
import { sharing } from "./sharing.js";
import { foldable } from "./showing.js";
import { sign } from "./signs.js";

/** @import { Child } from "./dom.js" */
/** @import { Figure } from "./figure.js" */
/** @import { Verdict } from "./labels.js" */
/** @import { ArgumentData, QuoteData } from "./map.js" */

export class Panel {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    // In the top layer it is over whatever the page has, also in full screen.
    this.box = html("div", {
      class: "am-panel",
      popover: "manual",
      role: "dialog",
      dir: figure.map.data.direction,
      lang: figure.map.data.language,
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    figure.element.append(this.box);
    this.claim = "";
  }

  /** Show a claim, or nothing. @param {string} id */
  show(id) {
    const isNew = id !== this.claim;
    this.claim = id;
    if (!id) return this.box.matches(":popover-open") && this.box.hidePopover();
    const scrolled = this.box.scrollTop;
    const isLost = refill(this.box, ...this.content(id));
    this.box.className = `am-panel am-as-${this.figure.map.claim(id).role}`;
    this.box.setAttribute("aria-label", this.figure.map.mention(id));
    if (!this.box.matches(":popover-open")) this.box.showPopover();
    this.box.scrollTop = isNew ? 0 : scrolled;
    if (isLost) this.enter();
  }

  /** Give it the focus. */
  enter() {
    /** @type {HTMLElement | null} */ (this.box.querySelector("h2"))?.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    event.stopPropagation();
    if (event.key === "Escape") this.figure.leave();
  }

  /** @param {string} id @returns {Child[]} */
  content(id) {
    const { figure } = this;
    const { map, words, verdicts, state } = figure;
    const { data } = map;
    const claim = map.claim(id);
    const verdict = /** @type {Verdict} */ (verdicts.get(id));
    const own = map.own.get(id) ?? [];
    const word = (/** @type {string} */ key) => words.say(key);
    const facts = [
      ["page.said-by", claim.saidBy],
      ["page.date", claim.date],
      ["page.actors", claim.actors && words.listed(claim.actors.map((actor) => data.actors[actor]))],
      ["page.group", claim.group && data.groups[claim.group]],
      ["page.tags", claim.tags?.join(word("list.comma"))],
    ].filter(([, said]) => said);
    const uses = map.uses.get(id) ?? [];
    return [
      html(
        "header",
        {},
        html("span", { class: "am-role" }, word(`role.${claim.role}`)),
        claim.implicit && html("span", { class: "am-tag" }, word("drawing.implicit")),
        sharing(figure, id),
        button(sign("close"), word("map.close"), () => figure.leave(), { class: "am-close am-quiet" }),
      ),
      html("h2", { tabindex: -1 }, claim.text),
      html(
        "p",
        { class: "am-verdict" },
        html("span", { class: `am-label am-${verdict.label}` }, word(`label.${verdict.label}`)),
        " ",
        says(map, words, id, verdict),
      ),
      this.pivotal(id),
      html("p", {}, this.doubt(id, "map.reject")),
      ...(state.reject.length
        ? figure.report.consequences().map((sentence) => html("p", { class: "am-follows" }, sentence))
        : []),
      claim.implicit && html("p", { class: "am-why" }, claim.implicit),
      ...this.quotes(claim.quotes),
      claim.qualifier && html("p", { class: "am-why" }, word("page.qualifier"), " ", html("q", {}, claim.qualifier)),
      claim.why && html("p", { class: "am-why" }, this.strength(claim.grant), " ", claim.why),
      ...this.reasons("page.for", own),
      ...this.reasons("page.against", own, true),
      uses.length > 0 && html("h3", {}, word("page.bears-on")),
      uses.length > 0 &&
        html(
          "ul",
          { class: "am-bears" },
          ...uses.map((argument) => html("li", {}, this.leading(map.above(argument), bearing(map, words, argument)))),
        ),
      claim.note && html("p", { class: "am-why" }, claim.note),
      facts.length > 0 &&
        html(
          "dl",
          { class: "am-facts" },
          ...facts.map(([key, said]) =>
            html("div", {}, html("dt", {}, word(String(key))), html("dd", {}, String(said))),
          ),
        ),
      html(
        "div",
        { class: "am-doings" },
        button(null, word("map.only"), () => figure.set({ focus: state.focus === id ? "" : id, depth: 1 }), {
          "aria-pressed": String(state.focus === id),
          "data-key": "only",
        }),
        ...(state.focus === id ? this.depth(state.depth) : []),
        this.folding(id),
        data.page && html("a", { href: figure.section(id) }, word("map.more")),
      ),
    ];
  }

  /** How far away the neighbours may be. @param {number} depth */
  depth(depth) {
    const { figure } = this;
    const say = (/** @type {string} */ key) => figure.words.say(key, { count: depth });
    return [
      html(
        "span",
        { class: "am-depth" },
        button(null, "−", () => figure.set({ depth: Math.max(1, depth - 1) }), {
          "aria-label": say("map.narrower"),
          "data-key": "narrower",
        }),
        html("span", {}, say("map.steps")),
        button(null, "+", () => figure.set({ depth: depth + 1 }), {
          "aria-label": say("map.wider"),
          "data-key": "wider",
        }),
      ),
    ];
  }

  /** @param {string} id */
  folding(id) {
    const { map, state, words } = this.figure;
    const count = foldable(map, this.figure.claims, state.fold, id);
    if (!count) return null;
    const isFolded = state.fold.includes(id);
    const fold = isFolded ? state.fold.filter((each) => each !== id) : [...state.fold, id];
    return button(null, words.say(isFolded ? "map.unfold" : "map.fold", { count }), () => this.figure.set({ fold }), {
      "data-key": "fold",
    });
  }

  /** Say that a claim or a step is not accepted, or is after all. @param {string} id @param {string} key */
  doubt(id, key) {
    const { reject } = this.figure.state;
    const isRejected = reject.includes(id);
    const next = isRejected ? reject.filter((each) => each !== id) : [...reject, id];
    return button(null, this.figure.words.say(key), () => this.figure.set({ reject: next }), {
      class: "am-reject",
      "aria-pressed": String(isRejected),
      "data-key": `reject-${id}`,
    });
  }

  /** What would become of the thesis without this. @param {string} id */
  pivotal(id) {
    const { map, words } = this.figure;
    if (!map.data.pivotal.includes(id)) return null;
    const { thesis } = map.data;
    const now = label(map, [id]).get(thesis)?.label ?? "";
    return html(
      "p",
      { class: "am-why am-pivotal" },
      words.say("map.pivotal", { thesis: words.quoted(map.mention(thesis)), becomes: words.say(`map.becomes.${now}`) }),
    );
  }

  /** @param {QuoteData[]} [quotes] */
  quotes(quotes = []) {
    const { map, words } = this.figure;
    return quotes.map(({ text, source, at, page: sheet }) => {
      const page = sheet ?? map.data.sources[source ?? Object.keys(map.data.sources)[0]]?.page;
      const link = page && at ? html("a", { href: this.figure.address(page, at) }, words.say("page.in-source")) : null;
      return html("blockquote", { class: "am-quote" }, html("p", {}, html("q", {}, text), " ", link));
    });
  }

  /** Those of some arguments that attack, or that do not. @param {string} title @param {ArgumentData[]} own @returns {Child[]} */
  reasons(title, own, attacks = false) {
    const found = own.filter((argument) => !argument.attacks !== attacks);
    if (!found.length) return [];
    const { map, words } = this.figure;
    const list = found.map((argument) => {
      const about = map.own.get(argument.id) ?? [];
      return html(
        "li",
        { class: argument.attacks ? "am-argument am-opposes" : "am-argument am-supports" },
        html(
          "p",
          {},
          ...argument.premises.flatMap((premise, place) => [
            place > 0 && html("span", { class: "am-and" }, ` ${words.say("page.and")} `),
            this.leading(premise, map.claim(premise).text),
          ]),
          this.strength(argument.strength),
          argument.scheme && html("span", { class: "am-tag" }, argument.scheme),
        ),
        argument.why && html("p", { class: "am-why" }, argument.why),
        ...this.quotes(argument.quotes),
        argument.note && html("p", { class: "am-why" }, argument.note),
        ...this.reasons("page.backing", about),
        ...this.reasons("page.undercut", about, true),
        this.doubt(argument.id, "map.reject.step"),
      );
    });
    return [html("h3", {}, words.say(title)), html("ul", { class: "am-reasons" }, ...list)];
  }

  /** @param {number} [strength]  nothing is said of what is usual */
  strength(strength) {
    const name = { 1: "weak", 3: "strong" }[strength ?? 0];
    return name ? html("span", { class: "am-tag" }, this.figure.words.say(`strength.${name}`)) : null;
  }

  /** What leads to a claim: in this drawing, or on the page of all claims. @param {string} id @param {string} text */
  leading(id, text) {
    const { figure } = this;
    const look = `am-ref am-as-${figure.map.claim(id).role}`;
    if (figure.claims.has(id)) return button(null, text, () => figure.choose(id), { class: look });
    return html("a", { class: look, href: figure.section(id) }, text);
  }
}
