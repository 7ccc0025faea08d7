// Where the arrow keys lead: along the relations, and never out of what is shown.

/** @import { ArgumentMap } from "./map.js" */

/** What a claim bears on, of what is shown. @param {ArgumentMap} map @param {Set<string>} found @param {string} id */
function above(map, found, id) {
  return (map.uses.get(id) ?? [])
    .map((argument) => map.above(argument))
    .filter((claim) => found.has(claim) && claim !== id);
}

/** A claim and all that leads up to it. @param {ArgumentMap} map @param {Set<string>} found @param {string} top */
function under(map, found, top) {
  const met = new Set();
  const stack = [top];
  for (let id; (id = stack.pop());) {
    if (met.has(id) || !found.has(id)) continue;
    met.add(id);
    stack.push(...map.below(id));
  }
  return met;
}

/** Where one can begin to read: at what bears on nothing, and wherever only a loop is left. @param {ArgumentMap} map @param {Set<string>} found */
function tops(map, found) {
  const met = new Set();
  const meet = (/** @type {string} */ id) => under(map, found, id).forEach((each) => met.add(each));
  const roots = [...found].filter((id) => !above(map, found, id).length);
  roots.forEach(meet);
  const begun = new Set(roots);
  for (const id of found) {
    if (met.has(id)) continue;
    begun.add(id);
    meet(id);
  }
  return [...found].filter((id) => begun.has(id));
}

/**
 * The claims beside a claim among those that bear on the same one; `from` is the one that the reader came down from,
 * and is kept where there are several. Else a way up is one that leads out of a loop, if there is one.
 * @param {ArgumentMap} map @param {Set<string>} found @param {string} id @param {string} [from]
 */
export function among(map, found, id, from) {
  const parents = above(map, found, id);
  const isFrom = from && parents.includes(from);
  const below = parents.length > 1 && !isFrom ? under(map, found, id) : null;
  const parent = isFrom ? from : (parents.find((claim) => !below?.has(claim)) ?? parents[0]);
  const begun = isFrom ? [] : tops(map, found);
  const siblings = parent && !begun.includes(id) ? map.below(parent).filter((claim) => found.has(claim)) : begun;
  return { parent, siblings, place: siblings.indexOf(id) };
}

/**
 * The claim that a key leads to, or none.
 * @param {ArgumentMap} map @param {Set<string>} found @param {string} id @param {string} from @param {string} key
 * @returns {string | undefined}
 */
export function leadsTo(map, found, id, from, key) {
  const { parent, siblings, place } = among(map, found, id, from);
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
