// Times a labelling of a map in which one claim is not accepted. Reads JSON on standard input: {script, data, rejected,
// rounds}, `script` the address of the folder with a page's modules, `rejected` the claims that are tried in turn; prints
// the milliseconds of each run as JSON.
import { readFileSync } from "node:fs";

const { script, data, rejected, rounds } = JSON.parse(readFileSync(0, "utf-8"));
const { ArgumentMap } = await import(`${script}/map.js`);
const { label } = await import(`${script}/labels.js`);

const map = new ArgumentMap(data);
const timed = (id) => {
  const start = performance.now();
  label(map, [id]);
  return performance.now() - start;
};
const runs = Array.from({ length: rounds }, (_, round) => timed(rejected[round % rejected.length]));
process.stdout.write(JSON.stringify(runs));
