/**
 * Every table of the README, one after the other: the sets cross-validated, a rewriter left out, other languages, growth.
 *
 *   node scripts/measure-all.mjs <folder of sets> [sizes, 2000 20000 if none]
 *
 * Twenty minutes of processor time; each part can be run by itself. Exits with the status of the first that fails.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Which folder holds the sets? node scripts/measure-all.mjs <folder of sets> [sizes]");
  process.exit(2);
}
const sizes = rest.length > 0 ? rest : ["2000", "20000"];
for (const [title, script, ...args] of [
  ["Cross-validated by halves of the groups (word table in-sample)", "train-models.mjs"],
  ["A rewriter left out (word table in-sample)", "train-models.mjs", "--rewriters"],
  ["Other languages, cross-validated by ten folds", "train-languages.mjs"],
  ["Growth (sets in-sample, half of the invented kinds unseen)", "measure-growth.mjs", ...sizes],
]) {
  console.log(`\n## ${title}\n`);
  const path = fileURLToPath(new URL(script ?? "", import.meta.url));
  const { status } = spawnSync(process.execPath, [path, folder, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
