// Where the arrow keys lead: along the relations, and never out of what is shown.

/** @import { ArgumentMap } from "./map.js" */

/**
 * The claims beside a claim among those that bear on the same one; `above` is the one that the reader came down from,
 * and is kept where there are several.
 * @param {ArgumentMap} map @param {Set<string>} found @param {string} id @param {string} [above]
 */
export function among(map, found, id, above) {
  const parents = (map.uses.get(id) ?? [])
    .map((argument) => map.above(argument))
    .filter((claim) => found.has(claim) && claim !== id);
  const parent = above && parents.includes(above) ? above : parents[0];
  const siblings = parent
    ? map.below(parent).filter((claim) => found.has(claim))
    : [...found].filter(
        (claim) =>
          !(map.uses.get(claim) ?? []).some(
            (argument) => found.has(map.above(argument)) && map.above(argument) !== claim,
          ),
      );
  return { parent, siblings, place: siblings.indexOf(id) };
}

/**
 * The claim that a key leads to, or none.
 * @param {ArgumentMap} map @param {Set<string>} found @param {string} id @param {string} above @param {string} key
 * @returns {string | undefined}
 */
export function leadsTo(map, found, id, above, key) {
  const { parent, siblings, place } = among(map, found, id, above);
  switch (key) {
    case "ArrowUp":
      return parent;
    case "ArrowDown":
      return map.below(id).find((claim) => found.has(claim) && claim !== id);
    case "ArrowLeft":
      return siblings[place - 1];
    case "ArrowRight":
      return siblings[place + 1];
    case "Home":
      return found.has(map.data.thesis) ? map.data.thesis : [...found][0];
    case "End":
      return [...found].at(-1);
  }
}
