// Fits the two quotation models (are these reported words; whose are they) on annotated attributions and writes
// src/quotes/weights/<language>.ts. Build first. Usage:
//   node packages/facts/scripts/train-quotes.mjs [--folds 5] [--language en] [--accept 0.8] [--wordless] [--start en] [--write] train.jsonl [more.jsonl…]
// A document is {id, text, lang?, quotes: [{kind, segments: [[start, end]], source: [[start, end]], sourceText}]}.
// --accept: the log-odds from which a quotation counts as reported words, best chosen on held-out folds.
// --start: the language whose weights the fit begins with and is drawn to, single words aside: for one with few annotations.
// With --folds, prints cross-validated figures (documents split by a hash of their id) before the final fit.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { training } from "../dist/index.js";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const acceptScoreMin = Number(option("--accept") ?? 0.8);
const folds = Number(option("--folds") ?? 0);
const files = args.filter((each) => each.endsWith(".jsonl"));
const { prepare, nameMatches, trimmed } = training;

/** The features the fit may use: --wordless leaves out what single words say, for languages without weights of their own. */
const kept = (features, tellsOfWord) =>
  args.includes("--wordless") ? features.filter((feature) => !tellsOfWord(feature)) : features;

const start = option("--start");
const begun = start === null ? null : await import(`../dist/quotes/weights/${start}.js`);

/** What the weights are before any example is seen. */
const beginning = (weights, size, tellsOfWord) =>
  Float64Array.from({ length: size }, (_, feature) => (tellsOfWord(feature) ? 0 : (weights?.[feature] ?? 0)));

/** Deterministic generator, so that a fit can be repeated to the digit. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const documents = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);

/** What gold says of each quotation found: 1 reported words, 0 not, -1 no matter; and which candidates are right. */
function label(gold, prepared) {
  return prepared.quotes.map((quote) => {
    const [start, end] = trimmed(gold.text, quote.span[0], quote.span[1]);
    let kind = 0;
    let owner = null;
    for (const each of gold.quotes) {
      for (const segment of each.segments ?? []) {
        const [from, to] = trimmed(gold.text, segment[0], segment[1]);
        if (Math.min(end, to) <= Math.max(start, from)) continue;
        const isSame = from === start && to === end;
        if (each.kind === "direct" || each.kind === "mixed") {
          if (kind !== 1 || isSame) owner = each;
          kind = 1;
        } else if (kind === 0) kind = -1;
      }
    }
    // Pairs of apostrophes are not marked up as quotations in the annotations.
    return { kind: quote.isDoubled && kind === 0 ? -1 : kind, owner };
  });
}

const isRight = (candidate, owner) =>
  owner.source.some(([from, to]) => Math.min(to, candidate.span[1]) > Math.max(from, candidate.span[0])) ||
  (candidate.name !== null && nameMatches(candidate.name, owner.sourceText ?? ""));

/** One pass over a document with gold decisions fed back, collecting examples. */
function collect(gold) {
  const prepared = prepare(gold);
  const labels = label(gold, prepared);
  const speaker = [];
  const quote = [];
  prepared.walk((index, candidates, quoteExample) => {
    const { kind, owner } = labels[index];
    let choice = -1;
    if (kind === 1 && owner?.source?.length) {
      const right = candidates.map((candidate) => isRight(candidate, owner));
      if (right.some(Boolean)) {
        speaker.push({ features: candidates.map((each) => kept(each.features, training.speakerTellsOfWord)), right });
        choice = right.indexOf(true);
        // Prefer the candidate whose words the annotators marked.
        const marked = candidates.findIndex((candidate) =>
          owner.source.some(([from, to]) => Math.min(to, candidate.span[1]) > Math.max(from, candidate.span[0])),
        );
        if (marked >= 0) choice = marked;
      }
    }
    const bestGuess = choice;
    if (kind >= 0) quote.push({ example: quoteExample, kind, choice: bestGuess });
    return { choice: bestGuess, isAccepted: kind === 1 };
  });
  return { id: gold.id, gold, prepared, labels, speaker, quote };
}

function addTo(sum, weights) {
  for (let i = 0; i < sum.length; i++) sum[i] += weights[i];
}

/** The mean of the weights after each pass of the second half. */
const averaged = (sum, epochs) => sum.map((value) => value / Math.ceil(epochs / 2));

/** Added to the sum of squares that a step is divided by: what few examples show moves its weight little. */
const caution = 1;

function fitSpeaker(examples, size, { epochs = 12, rate = 0.15, l2 = 2e-6 } = {}) {
  const prior = beginning(begun?.speakerWeights, size, training.speakerTellsOfWord);
  const weights = prior.slice();
  const squares = new Float64Array(size).fill(caution);
  const sum = new Float64Array(size);
  const next = random(7);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { features, right } = examples[index];
      const scores = features.map((each) => each.reduce((all, feature) => all + weights[feature], 0));
      const top = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - top));
      const total = exps.reduce((a, b) => a + b, 0);
      const good = exps.reduce((sum, value, position) => sum + (right[position] ? value : 0), 0);
      features.forEach((each, position) => {
        const gradient = exps[position] / total - (right[position] ? exps[position] / good : 0);
        if (Math.abs(gradient) < 1e-6) return;
        for (const feature of each) {
          const step = gradient + l2 * (weights[feature] - prior[feature]);
          squares[feature] += step * step;
          weights[feature] -= (rate * step) / Math.sqrt(squares[feature]);
        }
      });
    }
    if (epoch * 2 >= epochs) addTo(sum, weights);
  }
  return averaged(sum, epochs);
}

function fitQuote(examples, size, { epochs = 6, rate = 0.05, l2 = 1e-5 } = {}) {
  const prior = beginning(begun?.quoteWeights, size, training.quoteTellsOfWord);
  const weights = prior.slice();
  const squares = new Float64Array(size).fill(caution);
  const sum = new Float64Array(size);
  const next = random(11);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { features, kind } = examples[index];
      const score = features.reduce((all, feature) => all + weights[feature], 0);
      const gradient = 1 / (1 + Math.exp(-score)) - kind;
      for (const feature of features) {
        const step = gradient + l2 * (weights[feature] - prior[feature]);
        squares[feature] += step * step;
        weights[feature] -= (rate * step) / Math.sqrt(squares[feature]);
      }
    }
    if (epoch * 2 >= epochs) addTo(sum, weights);
  }
  return averaged(sum, epochs);
}

/** The quote decision sees the speaker the model itself would choose, so it is fitted on those choices. */
function quoteExamples(collected, speakerWeights) {
  const out = [];
  for (const { quote } of collected)
    for (const { example, kind } of quote) out.push({ features: kept(example(speakerWeights), training.quoteTellsOfWord), kind });
  return out;
}

function fit(collected) {
  const speaker = fitSpeaker(
    collected.flatMap((each) => each.speaker),
    training.speakerSize,
  );
  const examples = quoteExamples(collected, speaker);
  const quote = fitQuote(examples, training.quoteSize);
  return { speaker, quote, acceptScoreMin };
}

/** Annotators now and then mark the sentences of one quotation one by one: pieces that fill it count as one. */
function joinPieces(gold, prepared, wanted) {
  for (const quote of prepared.quotes) {
    const [start, end] = trimmed(gold.text, quote.span[0], quote.span[1]);
    const inside = wanted.filter(({ span }) => span[0] >= start && span[1] <= end);
    if (inside.length === 0 || (inside[0].span[0] === start && inside[0].span[1] === end)) continue;
    for (const each of inside) wanted.splice(wanted.indexOf(each), 1);
    wanted.push({ span: [start, end], owner: inside[0].owner, used: false });
  }
}

/** Scores as the shared scorer does: exact spans, speaker right by span or by name. */
function evaluate(collected, model, kinds, { isMarkedOnly = false, isJoined = false } = {}) {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let right = 0;
  for (const { gold, prepared } of collected) {
    const wanted = [];
    const ignored = [];
    for (const each of gold.quotes) {
      for (const segment of each.segments ?? []) {
        const span = trimmed(gold.text, segment[0], segment[1]);
        const isWanted = kinds.includes(each.kind) && (!isMarkedOnly || each.source?.length > 0);
        if (span[1] > span[0]) (isWanted ? wanted : ignored).push({ span, owner: each, used: false });
      }
    }
    if (isJoined) joinPieces(gold, prepared, wanted);
    for (const { span, speaker } of prepared.predict(model)) {
      const [start, end] = trimmed(gold.text, span[0], span[1]);
      const match = wanted.find((each) => !each.used && each.span[0] === start && each.span[1] === end);
      if (!match) {
        if (!ignored.some((each) => Math.min(end, each.span[1]) > Math.max(start, each.span[0]))) fp++;
        continue;
      }
      match.used = true;
      tp++;
      if (!match.owner.source?.length) continue;
      if (speaker && isRight(speaker, match.owner)) right++;
    }
    fn += wanted.filter((each) => !each.used).length;
  }
  const f1 = (hits) => (2 * hits) / (2 * tp + fp + fn || 1);
  return { f1: f1(tp), endToEnd: f1(right), p: tp / (tp + fp || 1), r: tp / (tp + fn || 1), speaker: right / (tp || 1) };
}

const show = (name, result) =>
  console.log(
    name.padEnd(44),
    Object.entries(result)
      .map(([key, value]) => `${key} ${value.toFixed(4)}`)
      .join("  "),
  );

/** Whole, and without the quotations that the annotators give no speaker, which no answer is right for; and with pieces joined. */
/** @type {[name: string, kinds: string[], how: { isMarkedOnly?: boolean; isJoined?: boolean }][]} */
const measures = [
  ["direct", ["direct"], {}],
  ["direct, speaker marked", ["direct"], { isMarkedOnly: true }],
  ["direct, pieces joined", ["direct"], { isJoined: true }],
  ["direct and mixed", ["direct", "mixed"], {}],
];

const collected = documents.map(collect);
const reachable = collected.flatMap((each) => each.labels.filter((each) => each.kind === 1 && each.owner?.source?.length)).length;
console.log(
  `${collected.length} documents, ${collected.flatMap((each) => each.quote).length} quotations judged, speaker among candidates for ${collected.flatMap((each) => each.speaker).length} of ${reachable}`,
);
if (folds > 1) {
  const foldOf = (id) => createHash("sha1").update(String(id)).digest()[0] % folds;
  const totals = {};
  for (let fold = 0; fold < folds; fold++) {
    const model = fit(collected.filter((each) => foldOf(each.id) !== fold));
    const held = collected.filter((each) => foldOf(each.id) === fold);
    for (const [name, kinds, how] of measures) totals[name] = [...(totals[name] ?? []), evaluate(held, model, kinds, how)];
  }
  for (const [name, results] of Object.entries(totals)) {
    const mean = {};
    for (const key of Object.keys(results[0])) mean[key] = results.reduce((sum, each) => sum + each[key], 0) / results.length;
    show(`held-out fold mean, ${name}`, mean);
  }
}
const model = fit(collected);
for (const [name, kinds, how] of measures) show(`fitted, ${name}`, evaluate(collected, model, kinds, how));
if (args.includes("--write")) {
  const list = (weights) =>
    `[${Array.from(weights, (weight) => (Math.abs(weight) < 5e-4 ? "0" : String(Number(weight.toFixed(3))))).join(",")}]`;
  const language = option("--language") ?? "en";
  const path = fileURLToPath(new URL(`../src/quotes/weights/${language}.ts`, import.meta.url));
  writeFileSync(
    path,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, none of them is a known constant\n// Written by scripts/train-quotes.mjs; do not edit.\nexport const acceptScoreMin = ${acceptScoreMin};\nexport const quoteWeights: readonly number[] = ${list(model.quote)};\nexport const speakerWeights: readonly number[] = ${list(model.speaker)};\n`,
  );
  console.log(`wrote ${path}`);
}
