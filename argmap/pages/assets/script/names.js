// What a claim's card is called for those who do not see it, the same as in Python.

import { relations } from "./sentences.js";

/**
 * Role, text, marks and every drawn relation.
 * @param {import("./map.js").ArgumentMap} map @param {import("./sentences.js").Words} words @param {string} id
 * @param {import("./showing.js").Verdicts} verdicts @param {(argument: import("./map.js").ArgumentData) => boolean} isShown
 * @param {number} hidden  how many of its neighbours are
 */
export function fullName(map, words, id, verdicts, isShown, hidden) {
  const claim = map.claim(id);
  const marks = [
    words.say(`label.${verdicts.get(id)?.label}`),
    claim.implicit && words.say("drawing.implicit"),
    claim.quotes && words.say("drawing.quoted"),
  ];
  return [
    `${words.say(`role.${claim.role}`)}: ${claim.text}`,
    marks.filter(Boolean).join(", "),
    ...relations(map, words, id, isShown),
    ...(hidden ? [words.say("drawing.hidden.said", { count: hidden })] : []),
  ].join("; ");
}
