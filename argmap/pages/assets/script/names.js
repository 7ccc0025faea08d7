// What a claim's card is called for those who do not see it, the same as in Python.

import { relations } from "./sentences.js";

/** @import { ArgumentData, ArgumentMap } from "./map.js" */
/** @import { Words } from "./sentences.js" */
/** @import { Verdicts } from "./showing.js" */

/**
 * Role, text, marks and every drawn relation.
 * @param {ArgumentMap} map @param {Words} words @param {string} id
 * @param {Verdicts} verdicts @param {(argument: ArgumentData) => boolean} isShown
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
