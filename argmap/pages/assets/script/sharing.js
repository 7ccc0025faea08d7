// What a reader takes away of a claim: a link, Markdown, a citation.

import { button, html } from "./dom.js";

/** @import { Figure } from "./figure.js" */

/** A list of what can be copied of a claim. @param {Figure} figure @param {string} id */
export function sharing(figure, id) {
  const { words } = figure;
  const copied = (/** @type {string} */ key, /** @type {() => string} */ text) => {
    const word = words.say(key);
    const copy = button(null, word, async () => {
      try {
        await navigator.clipboard.writeText(text());
        copy.replaceChildren(words.say("map.copied"));
        figure.tell(words.say("map.copied"));
      } catch {
        // Where a page may not write there, a reader can.
        prompt(word, text());
      }
    });
    return copy;
  };
  return html(
    "details",
    { class: "am-share" },
    html("summary", {}, words.say("map.share")),
    html(
      "div",
      {},
      copied("copy.link", () => location.href),
      copied("copy.markdown", () => markdown(figure, id)),
      copied("copy.citation", () => citation(figure, id)),
    ),
  );
}

/** A claim that leads to the map as it is seen, and its quotes. @param {Figure} figure @param {string} id */
function markdown({ map }, id) {
  const { text, quotes = [] } = map.claim(id);
  return [`[${escaped(text)}](${location.href})`, ...quotes.map((quote) => `> ${escaped(quote.text)}`)].join("\n\n");
}

/** The same as on the page of all claims, where each has an address of its own. @param {Figure} figure @param {string} id */
function citation(figure, id) {
  const { map, words } = figure;
  const { data } = map;
  const { text, quotes = [] } = map.claim(id);
  const all = data.sources;
  const ids = Object.keys(all);
  const saying = new Set(quotes.map(({ source }) => source ?? ids[0]));
  const sources = ids
    .filter((source) => !saying.size || saying.has(source))
    .map((source) => all[source].said)
    .filter(Boolean)
    .join("; ");
  const claim = words.quoted(text.replace(/\.$/, ""));
  const cited = words.say("cite.claim", { claim, map: words.quoted(data.title) });
  const page = data.page ? figure.address(data.page, id) : location.href;
  return `${sources ? words.say("cite.of", { cited, sources }) : cited}. ${page}`;
}

/** Text that Markdown takes for text. @param {string} text */
function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_~|[\]<>&#]|^[-+=]|(?<=^\d+)[.)]/g, "\\$&");
}
