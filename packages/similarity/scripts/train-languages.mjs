/**
 * Weights for pairs of reports in two languages, and in one other than English (src/cross-language.ts), by logistic
 * regression, and how they do on pairs held out: ten folds; pairs that share a document, or are linked by others that do,
 * stand in one fold.
 *
 *   node scripts/train-languages.mjs <folder of sets>
 *
 * Reads semeval22_languages.jsonl ({id, text, language}) and .pairs.jsonl ({a, b, languages, same}).
 */
import fs from "node:fs";
import path from "node:path";
import { acrossMeasures, englishCosine, otherLanguageMeasures } from "../dist/cross-language.js";
import { featuresOf, MEASURE_COUNT, measurePair, prepareDocument } from "../dist/index.js";

const read = (name) =>
  fs
    .readFileSync(path.join(process.argv[2], name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const documents = new Map(read("semeval22_languages.jsonl").map((document) => [document.id, document]));
const pairs = read("semeval22_languages.pairs.jsonl");
const prepared = new Map();
const preparedOf = (id) => {
  if (!prepared.has(id)) prepared.set(id, prepareDocument(featuresOf(documents.get(id))));
  return prepared.get(id);
};

/** Pairs linked by documents they share. */
const parent = new Map();
const rootOf = (id) => {
  let at = id;
  while (parent.has(at)) at = parent.get(at);
  return at;
};
for (const { a, b } of pairs) if (rootOf(a) !== rootOf(b)) parent.set(rootOf(a), rootOf(b));
const FOLDS = 10;
const foldOf = (id) => {
  let hash = 7;
  for (const char of rootOf(id)) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
};

const measures = new Float64Array(MEASURE_COUNT);
const rows = pairs.map(({ a, b, languages: [one, other], same }) => {
  const [x, y] = [preparedOf(a), preparedOf(b)];
  const values =
    one === other ? otherLanguageMeasures(measurePair(x, y, measures), englishCosine(x, y)) : acrossMeasures(x, y).measures;
  return { values, same, fold: foldOf(a), languages: one === other ? one : "two" };
});

const RIDGE = 0.02;
const oddsOf = (weights, values) => values.reduce((sum, value, i) => sum + value * weights[i], 0);

/** Solves `matrix x = vector` by elimination. */
function solve(matrix, vector) {
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(matrix[r][i]) > Math.abs(matrix[pivot][i])) pivot = r;
    [matrix[i], matrix[pivot]] = [matrix[pivot], matrix[i]];
    [vector[i], vector[pivot]] = [vector[pivot], vector[i]];
    for (let r = i + 1; r < n; r++) {
      const factor = matrix[r][i] / matrix[i][i];
      for (let c = i; c < n; c++) matrix[r][c] -= factor * matrix[i][c];
      vector[r] -= factor * vector[i];
    }
  }
  const x = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    x[i] = vector[i];
    for (let c = i + 1; c < n; c++) x[i] -= matrix[i][c] * x[c];
    x[i] /= matrix[i][i];
  }
  return x;
}

/** Newton's method on the log-likelihood with a ridge. */
function train(sample) {
  const n = sample[0].values.length;
  let weights = new Array(n).fill(0);
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-6 : RIDGE) : 0)));
    for (const { values, same } of sample) {
      const p = 1 / (1 + Math.exp(-oddsOf(weights, values)));
      for (let i = 0; i < n; i++) {
        slope[i] += (same - p) * values[i];
        for (let j = 0; j < n; j++) curve[i][j] += Math.max(1e-6, p * (1 - p)) * values[i] * values[j];
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, i) => weight + step[i]);
  }
  return weights;
}

function judgedOf(sample) {
  const judged = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = train(sample.filter((row) => row.fold !== fold));
    for (const row of sample) if (row.fold === fold) judged.push({ ...row, odds: oddsOf(weights, row.values) });
  }
  return judged.sort((a, b) => b.odds - a.odds);
}

const f1 = (judged, from) => {
  const called = judged.filter(({ odds }) => odds >= from);
  const hits = called.filter(({ same }) => same === 1).length;
  const wanted = judged.filter(({ same }) => same === 1).length;
  return ((2 * hits) / (called.length + wanted)).toFixed(3);
};

for (const [name, across] of [
  ["two languages", true],
  ["one language", false],
]) {
  const sample = rows.filter(({ languages }) => (languages === "two") === across);
  const judged = judgedOf(sample);
  console.log(
    `${name}: weights ${train(sample)
      .map((weight) => weight.toFixed(2))
      .join(", ")}`,
  );
  const all = judged.filter(({ same }) => same === 1).length;
  const best = new Map();
  for (let k = 1, hits = 0; k <= judged.length; k++) {
    hits += judged[k - 1].same;
    for (const wanted of [0.9, 0.85, 0.8])
      if (hits / k >= wanted) best.set(wanted, { recall: hits / all, odds: judged[k - 1].odds });
  }
  for (const [wanted, { recall, odds }] of best)
    console.log(`  cross-validated: recall ${recall.toFixed(2)} at precision ${wanted}, from log-odds ${odds.toFixed(2)} on`);
  for (const from of [-0.7, -0.5, -0.3, 0, 0.3])
    console.log(
      `  cross-validated F1 from log-odds ${from}: ${f1(judged, from)}; ${[...new Set(judged.map(({ languages }) => languages))]
        .sort()
        .map(
          (language) =>
            `${language} ${f1(
              judged.filter((row) => row.languages === language),
              from,
            )}`,
        )
        .join(", ")}`,
    );
}
