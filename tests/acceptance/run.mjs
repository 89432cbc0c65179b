/**
 * Measures quality on the reference data and prints one table: node tests/acceptance/run.mjs [names] [--json]
 * A measure whose data is absent is skipped, and says so.
 */
import * as clean from "./clean-sets.mjs";
import { isPresent } from "./filters.mjs";
import * as fusion from "./fusion-sets.mjs";
import * as group from "./group-sets.mjs";
import * as numbers from "./numbers.mjs";
import * as quotes from "./quotes.mjs";
import * as seeds from "./score-five.mjs";
import * as stories from "./stories.mjs";

const MEASURES = [clean, group, quotes, numbers, fusion, seeds, stories];

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("--"));
const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
if (unknown.length > 0) {
  console.error(`there is no measure ${unknown.join(", ")}; choose from ${MEASURES.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const results = [];
for (const { name, needs, measure } of MEASURES) {
  if (names.length > 0 && !names.includes(name)) continue;
  if (!isPresent(needs)) {
    console.error(`${name}: skipped, ${needs} is absent`);
    continue;
  }
  const began = performance.now();
  const rows = await measure();
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  results.push(...rows.map((row) => ({ name, ...row })));
}

if (args.includes("--json")) console.log(JSON.stringify(results, null, 1));
else {
  const head = ["name", "set", "measure", "value", "goal", "reached"];
  const cells = results.map((row) => head.map((column) => String(row[column] ?? "")));
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    row
      .map((cell, i) => (i === 3 || i === 4 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  console.log([line(head), ...cells.map(line)].join("\n"));
}
