// Reads pages as JSON on standard input, {name: html}, and prints what html-validate says of each, as JSON:
// {name: [{rule, message, offset, line, column, selector}]}.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = JSON.parse(readFileSync(new URL("html-validate.json", import.meta.url), "utf-8"));
const validator = new HtmlValidate(new StaticConfigLoader(config));

const judge = async (name, html) => {
  const report = await validator.validateString(html, name);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId: rule, message, offset, line, column, selector }) =>
    ({ rule, message, offset, line, column, selector }));
};

const pages = JSON.parse(readFileSync(0, "utf-8"));
const judged = {};
for (const [name, html] of Object.entries(pages)) judged[name] = await judge(name, html);
process.stdout.write(JSON.stringify(judged));
