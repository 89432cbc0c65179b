/**
 * Weights for pairs of reports in two languages (src/cross-language.ts), by logistic regression, and how they do on pairs
 * held out: ten folds.
 *
 *   node scripts/train-cross-language.mjs <folder of sets>
 *
 * Reads semeval22_languages.jsonl ({id, text}) and .pairs.jsonl ({a, b, languages, same}). The table of sounds is made from
 * the same texts, without the ratings.
 */
import fs from "node:fs";
import path from "node:path";
import { acrossMeasures } from "../dist/cross-language.js";
import { featuresOf, prepareDocument } from "../dist/index.js";

const read = (name) =>
  fs
    .readFileSync(path.join(process.argv[2], name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const documents = new Map(read("semeval22_languages.jsonl").map((document) => [document.id, document]));
const prepared = new Map();
const preparedOf = (id) => {
  if (!prepared.has(id)) prepared.set(id, prepareDocument(featuresOf(documents.get(id))));
  return prepared.get(id);
};
const rows = read("semeval22_languages.pairs.jsonl")
  .filter(({ languages: [one, other] }) => one !== other)
  .map(({ a, b, same }) => ({ x: acrossMeasures(preparedOf(a), preparedOf(b)), y: same }));

/** Measures are brought to like sizes, so that one ridge fits all. */
const SCALE = [1, 5, 3, 1, 1, 3, 1, 1];
const RIDGE = 0.5;
const score = (weights, x) => x.reduce((sum, value, i) => sum + value * weights[i], 0);
function train(sample) {
  let weights = SCALE.map(() => 0);
  for (let round = 0; round < 3000; round++) {
    const slope = weights.map((weight) => weight * RIDGE);
    for (const { x, y } of sample) {
      const wrong =
        1 /
          (1 +
            Math.exp(
              -score(
                weights,
                x.map((value, i) => value * SCALE[i]),
              ),
            )) -
        y;
      for (const [i, value] of x.entries()) slope[i] += wrong * value * SCALE[i];
    }
    weights = weights.map((weight, i) => weight - 0.01 * slope[i]);
  }
  return weights.map((weight, i) => weight * SCALE[i]);
}
const FOLDS = 10;
const judged = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = train(rows.filter((_, i) => i % FOLDS !== fold));
  for (const [i, { x, y }] of rows.entries()) if (i % FOLDS === fold) judged.push({ odds: score(weights, x), y });
}
judged.sort((a, b) => b.odds - a.odds);
const all = judged.filter(({ y }) => y === 1).length;
const best = new Map();
for (let k = 1, hits = 0; k <= judged.length; k++) {
  hits += judged[k - 1].y;
  for (const wanted of [0.9, 0.85, 0.8])
    if (hits / k >= wanted) best.set(wanted, { recall: hits / all, odds: judged[k - 1].odds });
}
console.log(
  `weights ${train(rows)
    .map((weight) => weight.toFixed(2))
    .join(", ")}`,
);
for (const [wanted, { recall, odds }] of best)
  console.log(`cross-validated: recall ${recall.toFixed(2)} at precision ${wanted}, from log-odds ${odds.toFixed(2)} on`);
