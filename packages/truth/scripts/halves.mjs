// Fuses 20 random halves of every set of conflicting claims, each half alone, with one setting, and prints the worst and the
// mean: how far an answer hangs on which objects happen to be in the table. Nothing is learnt from the other half, so the
// figures are cross-validated. Run after `npx tsc -b packages/truth`; needs the reference data next to the checkout
// (WIREFOLD_REFERENCE moves it). `node packages/truth/scripts/halves.mjs [set]… [--halves N]`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : otherwise);
const halves = Number(option("--halves", 20));
const build = option("--build", fileURLToPath(new URL("../dist/index.js", import.meta.url)));
const { fuseClaims } = await import(pathToFileURL(build).href);

const root = fileURLToPath(new URL("../../../", import.meta.url));
const reference = process.env.WIREFOLD_REFERENCE ?? join(root, "..", "shared");
const file = (set) => join(reference, "data/facts", `fusion-${set}.jsonl`);
const sets = args.length > 0 ? args : ["flights", "books", "heritages", "birthplaces"];
if (!existsSync(file(sets[0]))) {
  console.log(`skipped: ${file(sets[0])} is absent`);
  process.exit(0);
}
const { authorKeys, norm, score } = await import(pathToFileURL(join(reference, "tools/score-fusion.mjs")).href);

/** A small generator with a fixed start (mulberry32), so the same halves are drawn each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function halvesOf(rows) {
  const objects = [...new Set(rows.map(({ object }) => object))];
  return Array.from({ length: halves / 2 }, (_, i) => {
    const next = random(1 + i);
    const shuffled = [...objects];
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
    }
    const first = new Set(shuffled.slice(0, Math.floor(objects.length / 2)));
    return [rows.filter(({ object }) => first.has(object)), rows.filter(({ object }) => !first.has(object))];
  }).flat();
}

/** A value broader than the truth is right, since that is what the confidence says. */
function isRight(set, row, value) {
  if (set !== "books") return (row.goldPath ?? row.gold).map(norm).includes(norm(value));
  const [want, got] = [authorKeys(row.gold.join(";")), authorKeys(value)];
  return want.length === got.length && want.every((key) => got.includes(key));
}

/** Mean gap between the confidence told and the share right, over ten bins of equal width. */
function calibrationError(answers) {
  const bins = Array.from({ length: 10 }, () => /** @type {any[]} */ ([]));
  for (const answer of answers) bins[Math.min(9, Math.floor(answer[0] * 10))].push(answer);
  const mean = (list, at) => list.reduce((sum, answer) => sum + Number(answer[at]), 0) / list.length;
  return bins.reduce(
    (sum, bin) => sum + (bin.length ? (bin.length / answers.length) * Math.abs(mean(bin, 0) - mean(bin, 1)) : 0),
    0,
  );
}

const show = (value) => value.toFixed(3);
console.log("set          halves  worst   mean    wrong: worst  mean   calibration error: worst  mean   CPU s");
for (const set of sets) {
  const rows = readFileSync(file(set), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const started = process.cpuUsage();
  const results = halvesOf(rows).map((half) => {
    const fused = fuseClaims(half.map(({ gold: _, goldPath: __, ...row }) => row));
    const result = score(half, fused, { authors: set === "books" });
    const answers = half.flatMap((row, i) =>
      row.gold && fused[i].value !== null ? [[fused[i].confidence, isRight(set, row, fused[i].value)]] : [],
    );
    return { right: result.recall, wrong: result.wrong, error: calibrationError(answers) };
  });
  const { user, system } = process.cpuUsage(started);
  const all = (key) => results.map((result) => result[key]);
  const mean = (key) => all(key).reduce((sum, value) => sum + value, 0) / results.length;
  console.log(
    [
      set.padEnd(12),
      String(results.length).padStart(6),
      ` ${show(Math.min(...all("right")))}   ${show(mean("right"))}`,
      ` ${show(Math.max(...all("wrong")))}         ${show(mean("wrong"))}`,
      ` ${show(Math.max(...all("error")))}                      ${show(mean("error"))}`,
      ` ${((user + system) / 1e6).toFixed(1)}`,
    ].join(" "),
  );
  if (process.env.VERBOSE) console.log(all("right").map(show).join(" "));
}
