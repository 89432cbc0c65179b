// Fits the model of statements told without quotation marks on annotated attributions and writes src/told/weights/<language>.ts.
// Build first. Usage:
//   node packages/facts/scripts/train-told.mjs [--folds 5] [--language en] [--accept 1.2] [--write] train.jsonl [more.jsonl…]
// A document is {id, text, lang?, quotes: [{kind, content: [[start, end]], segments, cue, source: [[start, end]], sourceText}]}.
// --accept: the log-odds from which a statement counts as told, best chosen on held-out folds.
// With --folds, prints cross-validated figures (documents split by a hash of their id), beside those of the rules alone.
// Precision: statements given that share half of the longer with an annotated one; found: annotated ones so met; each also with
// the right source. Those that cover a quotation are left out. “with mixed”: statements partly in marks count as annotated too.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toldTraining, training } from "../dist/index.js";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const folds = Number(option("--folds") ?? 0);
const language = option("--language") ?? "en";
const acceptMin = Number(option("--accept") ?? 1.2);
const { prepareTold, readTable, toldSize, toldStep, writeTable } = toldTraining;

/** Share of the statements accepted, those of the rules aside, that a word alone, and it with its neighbours, must let through. */
const wordKept = 0.98;
/** Log-odds below which a word is not learned from, nor ever read. */
const roughMin = -2;
const earlyKept = 0.85;

const documents = args
  .filter((each) => each.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean))
  .map((line) => {
    const gold = JSON.parse(line);
    const told = gold.quotes
      .filter((quote) => quote.content?.length && quote.kind !== "direct")
      .map(({ kind, content, cue, source, sourceText }) => ({
        kind,
        span: [content[0][0], content.at(-1)[1]],
        cue: cue ?? [],
        source: source ?? [],
        sourceText: sourceText ?? "",
      }));
    const quoted = gold.quotes
      .filter((quote) => quote.kind !== "indirect" && quote.segments?.length)
      .map(({ segments }) => [segments[0][0], segments.at(-1)[1]]);
    return {
      id: gold.id,
      told,
      quoted,
      prepared: prepareTold({ id: String(gold.id), text: gold.text, lang: gold.lang ?? language }),
    };
  });

const overlap = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const ratio = (a, b) => overlap(a, b) / Math.max(a[1] - a[0], b[1] - b[0], 1);
const touches = (spans, span) => spans.some((each) => overlap(each, span) > 0);

/** The annotated statement that a cue tells, or undefined. Where annotators mark no cue, the words that the rules read decide. */
function goldOf(told, { span, rule }) {
  const marked = told.filter(({ cue }) => touches(cue, span));
  if (rule === null) return marked[0];
  marked.sort((a, b) => ratio(rule, b.span) - ratio(rule, a.span));
  return marked[0] ?? told.find(({ cue, span: words }) => cue.length === 0 && ratio(rule, words) >= 0.5);
}

const isSource = (span, { source }) => (span === null ? source.length === 0 : touches(source, span));

/** Deterministic generator, so that a fit can be repeated to the digit. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const sum = (features, weights) => {
  let score = 0;
  for (const feature of features) score += weights[feature];
  return score;
};

/** By a table that was fitted. */
const scoreOf = (features, table) => sum(features, table) * toldStep;

/** Adaptive steps down the slope; the mean of the weights after each pass of the second half. */
function descend(examples, epochs, rate, slopes) {
  const weights = new Float64Array(toldSize);
  const squares = new Float64Array(toldSize).fill(1);
  const total = new Float64Array(toldSize);
  const next = random(7);
  const order = examples.map((_, index) => index);
  const l2 = 1e-6;
  const move = (features, slope) => {
    for (const feature of features) {
      const step = slope + l2 * weights[feature];
      squares[feature] += step * step;
      weights[feature] -= (rate * step) / Math.sqrt(squares[feature]);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) slopes(examples[index], weights, move);
    if (epoch * 2 >= epochs) for (let i = 0; i < toldSize; i++) total[i] += weights[i];
  }
  const passes = epochs - Math.ceil(epochs / 2);
  return readTable(writeTable(total.map((value) => value / passes)));
}

/** One of several options is right, or several. */
const fitChoice = (examples) =>
  descend(examples, 8, 0.2, ({ features, right }, weights, move) => {
    const scores = features.map((each) => sum(each, weights));
    const top = Math.max(...scores);
    const exps = scores.map((score) => Math.exp(score - top));
    const total = exps.reduce((a, b) => a + b, 0);
    const good = exps.reduce((all, value, index) => all + (right[index] ? value : 0), 0);
    features.forEach((each, index) => {
      const slope = exps[index] / total - (right[index] ? exps[index] / good : 0);
      if (Math.abs(slope) > 1e-5) move(each, slope);
    });
  });

const fitYesNo = (examples) =>
  descend(examples, 6, 0.1, ({ features, isTrue }, weights, move) =>
    move(features, 1 / (1 + Math.exp(-sum(features, weights))) - (isTrue ? 1 : 0)),
  );

function fit(set) {
  const sources = [];
  const extents = [];
  const earlies = [];
  for (const { told, prepared } of set)
    prepared.walk((seen) => {
      const gold = goldOf(told, seen);
      earlies.push({ features: seen.early, isTrue: gold !== undefined });
      if (gold === undefined) return null;
      const right = seen.sources.map(({ span }) => isSource(span, gold));
      const first = right.indexOf(true);
      if (first >= 0 && right.length > 1) sources.push({ features: seen.sources.map(({ features }) => features), right });
      const chosen = first >= 0 ? first : right.length - 1;
      const options = seen.extents(chosen);
      const ratios = options.map(({ span }) => ratio(span, gold.span));
      const best = Math.max(0, ...ratios);
      if (best >= 0.5)
        extents.push({
          features: options.map(({ features }) => features),
          right: ratios.map((value) => value >= Math.max(0.5, best - 0.08)),
        });
      return seen.sources[chosen].span;
    });
  const early = fitYesNo(earlies);
  const model = { early, source: fitChoice(sources), extent: fitChoice(extents), acceptMin };
  const cues = [];
  for (const { told, prepared } of set)
    prepared.walk((seen) => {
      if (seen.rule === null && scoreOf(seen.early, early) < roughMin) return null;
      const choice = seen.choose(model);
      if (choice === null) return null;
      const gold = goldOf(told, seen);
      const isTrue = gold !== undefined && ratio(choice.extent, gold.span) >= 0.5 && isSource(choice.source, gold);
      cues.push({
        features: choice.features,
        isTrue,
        isRuled: seen.rule !== null,
        word: scoreOf(seen.word, early),
        early: scoreOf(seen.early, early),
      });
      return gold === undefined ? null : choice.source;
    });
  const cue = fitYesNo(cues);
  const accepted = cues.filter(({ features, isRuled }) => !isRuled && scoreOf(features, cue) >= acceptMin);
  const lowest = (name, kept) => {
    const scores = accepted.map((each) => each[name]).sort((a, b) => b - a);
    return Number((scores[Math.floor(scores.length * kept)] ?? 0).toFixed(2));
  };
  return { ...model, cue, wordMin: lowest("word", wordKept), earlyMin: lowest("early", earlyKept) };
}

function evaluate(pairs) {
  const counts = { gold: 0, given: 0, right: 0, rightSource: 0, mixed: 0, mixedSource: 0, found: 0, foundSource: 0 };
  const count = (name, is) => {
    if (is) counts[name]++;
  };
  for (const [{ told, quoted }, statements] of pairs) {
    const same = ({ source, name }, gold) => touches(gold.source, source) || training.nameMatches(name, gold.sourceText);
    for (const statement of statements) {
      if (quoted.some((span) => ratio(span, statement.span) >= 0.5)) continue;
      counts.given++;
      const hits = told.filter(({ span }) => ratio(span, statement.span) >= 0.5);
      const plain = hits.filter(({ kind }) => kind === "indirect");
      count("right", plain.length > 0);
      count(
        "rightSource",
        plain.some((gold) => same(statement, gold)),
      );
      count("mixed", hits.length > 0);
      count(
        "mixedSource",
        hits.some((gold) => same(statement, gold)),
      );
    }
    for (const gold of told) {
      if (gold.kind !== "indirect") continue;
      counts.gold++;
      const hits = statements.filter(({ span }) => ratio(span, gold.span) >= 0.5);
      count("found", hits.length > 0);
      count(
        "foundSource",
        hits.some((statement) => same(statement, gold)),
      );
    }
  }
  return counts;
}

function show(name, { gold, given, right, rightSource, mixed, mixedSource, found, foundSource }) {
  const share = (part, whole) => (part / (whole || 1)).toFixed(3).slice(1);
  const f1 = (a, b) => ((2 * a * b) / (a + b || 1)).toFixed(3).slice(1);
  console.log(
    `${name.padEnd(20)} given ${given}: precision ${share(right, given)}, with source ${share(rightSource, given)} (with mixed ${share(mixed, given)}, ${share(mixedSource, given)}); found ${share(found, gold)}, with source ${share(foundSource, gold)}; F1 ${f1(right / given, found / gold)}, with source ${f1(rightSource / given, foundSource / gold)}`,
  );
}

/** What is recorded: the statements of the rules, and others that cover other words. */
const together = (ruled, found) => {
  const out = [...ruled];
  for (const each of found) if (!out.some(({ span }) => ratio(span, each.span) >= 0.5)) out.push(each);
  return out;
};

const thresholds = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2];
show("rules", evaluate(documents.map((each) => [each, each.prepared.ruled()])));
if (folds > 1) {
  const foldOf = ({ id }) => createHash("sha1").update(String(id)).digest()[0] % folds;
  const predicted = new Map();
  for (let fold = 0; fold < folds; fold++) {
    const model = fit(documents.filter((each) => foldOf(each) !== fold));
    for (const each of documents.filter((each) => foldOf(each) === fold))
      predicted.set(each, each.prepared.predict({ ...model, acceptMin: thresholds[0] }));
  }
  for (const threshold of thresholds) {
    const likely = (each) => predicted.get(each).filter(({ score }) => score >= threshold);
    show(`held-out, added ${threshold}`, evaluate(documents.map((each) => [each, likely(each)])));
    show(`held-out, with ${threshold}`, evaluate(documents.map((each) => [each, together(each.prepared.ruled(), likely(each))])));
  }
}
if (args.includes("--write")) {
  const model = fit(documents);
  show("fitted", evaluate(documents.map((each) => [each, together(each.prepared.ruled(), each.prepared.predict(model))])));
  const path = fileURLToPath(new URL(`../src/told/weights/${language}.ts`, import.meta.url));
  const tables = ["early", "source", "extent", "cue"].map(
    (name) => `export const ${name} =\n  "${writeTable(Array.from(model[name], (steps) => steps * toldStep))}";\n`,
  );
  writeFileSync(
    path,
    `// Written by scripts/train-told.mjs; do not edit.\nexport const acceptMin = ${acceptMin};\nexport const wordMin = ${model.wordMin};\nexport const earlyMin = ${model.earlyMin};\n${tables.join("")}`,
  );
  console.log(`wrote ${path}`);
}
