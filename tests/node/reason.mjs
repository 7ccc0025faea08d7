// Labels maps with a page's script, and has it say what it says of them. Reads JSON on standard input: {script, cases},
// `script` the address of the folder with the modules, `cases` [{data, rejected, drawn}], a map's data, what the reader
// does not accept, and the ids of the arguments that are drawn. Prints JSON, for each case:
// {labels, changed, direction, says, bearing, relations}.
import { readFileSync } from "node:fs";

const { script, cases } = JSON.parse(readFileSync(0, "utf-8"));
const { ArgumentMap } = await import(`${script}/map.js`);
const { changed, label } = await import(`${script}/labels.js`);
const { Words, bearing, relations, says } = await import(`${script}/sentences.js`);

const by = (keys, value) => Object.fromEntries([...keys].map((key) => [key, value(key)]));

const answer = ({ data, rejected, drawn }) => {
  const map = new ArgumentMap(data);
  const words = new Words(data.words, data.direction);
  const isDrawn = new Set(drawn);
  const labels = label(map, rejected);
  return {
    labels: by(labels.keys(), (id) => labels.get(id)),
    changed: changed(label(map, []), labels),
    direction: words.direction,
    says: by(labels.keys(), (id) => says(map, words, id, labels.get(id))),
    bearing: by(map.arguments.keys(), (id) => bearing(map, words, map.arguments.get(id))),
    relations: by(map.claims.keys(), (id) => relations(map, words, id, (argument) => isDrawn.has(argument.id))),
  };
};

process.stdout.write(JSON.stringify(cases.map(answer)));
