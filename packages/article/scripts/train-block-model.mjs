// Fits the block classifiers and writes src/html/block-model-weights.ts, sequence-model-weights.ts and token-weights.ts.
//   node packages/article/scripts/train-block-model.mjs [--folds 5] [--models 3] [--dry] [--no-cv] [--save-oof file]
// Reports first a figure cross-validated by host: no page is scored by weights that saw its site. Build the package first.
import fs from "node:fs";
import { decodeBytes } from "../dist/decode-bytes.js";
import { analysePage } from "../dist/html/analyse-page.js";
import { blockFeatures } from "../dist/html/block-features.js";
import { bodyFromData } from "../dist/html/body-from-data.js";
import { readPageHead } from "../dist/html/extract-from-html.js";
import { featureContext } from "../dist/html/feature-context.js";
import { FEATURE_COUNT, FEATURE_NAMES, TOKEN_FEATURES_AT } from "../dist/html/feature-names.js";
import { keepBlocks } from "../dist/html/keep-blocks.js";
import { parsePage } from "../dist/html/parse-page.js";
import { bestThreshold } from "../dist/html/select-body.js";
import { averageModels, predictSequence, readSequenceModel } from "../dist/html/sequence-model.js";
import { foldedText } from "../dist/html/title-words.js";
import { toBlocks } from "../dist/html/to-blocks.js";
import { putTokenScores } from "../dist/html/token-scores.js";
import { predictTrees, readTreeEnsemble } from "../dist/html/tree-ensemble.js";
import { DEFAULT_LIMITS } from "../dist/limits.js";
import { titleCandidates } from "../dist/metadata/title.js";
import { bytesOf, goldOf, hostOf, SETS } from "./dev-set.mjs";
import { binColumns, encodeTrees, trainTrees } from "./gradient-boosting.mjs";
import { labelBlocks } from "./label-blocks.mjs";
import { encodeSequence, trainSequence } from "./sequence-model.mjs";
import { createTokenLists, encodeTokens, tokenFits } from "./token-model.mjs";

const scorer = await import(process.env.SCORER ?? new URL("../../../../shared/tools/score-article.mjs", import.meta.url).href);
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : fallback);
const FOLDS = Number(option("folds", 5));
const FIRST = {
  trees: Number(option("trees", 320)),
  leaves: Number(option("leaves", 14)),
  rate: 0.1,
  minWeight: 6,
  lambda: 6,
  keepShare: 0.15,
  restShare: 0.2,
  featureShare: 0.22,
  seed: 11,
};
/** So many ensembles of trees that differ by their seed alone are averaged. One is enough next to the network. */
const MODELS = Number(option("models", 1));
const NETWORK_SEED = Number(option("network-seed", 3));
const seconds = () => `${process.uptime().toFixed(0)} s`;

const hash = (text) => {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h ^= h >>> 15;
  return (Math.imul(h, 2246822519) >>> 0) / 4294967296;
};

/**
 * Some gold texts stop half-way. Three and more paragraphs after the last gold one, in the container that the gold ones stand in,
 * teach nothing.
 */
function ignoreHalfGold(analysis, labels, weights) {
  const { blocks } = analysis;
  const { parent, tag } = analysis.parsed.page;
  const last = labels.lastIndexOf(1);
  if (last < 0) return;
  const home = new Map();
  labels.forEach((label, i) => {
    if (label && blocks[i].isProse) {
      const key = `${parent[blocks[i].node]} ${tag[blocks[i].node]}`;
      home.set(key, (home.get(key) ?? 0) + 1);
    }
  });
  const rest = [];
  for (let i = last + 1; i < blocks.length; i++)
    if (blocks[i].isProse && (home.get(`${parent[blocks[i].node]} ${tag[blocks[i].node]}`) ?? 0) >= 3) rest.push(i);
  if (rest.length >= 3) for (const i of rest) weights[i] = 0;
}

const pages = [];
for (const set of SETS) {
  for (const row of goldOf(set)) {
    const html = decodeBytes(bytesOf(set, row.id)).text;
    const parsed = parsePage(html, DEFAULT_LIMITS);
    const head = readPageHead(parsed, row.url);
    const analysis = analysePage(parsed);
    const titles = titleCandidates(parsed, analysis, head);
    const features = blockFeatures(analysis, head, titles);
    const texts = analysis.blocks.map((block) => block.text);
    let labels;
    const weights = new Float32Array(texts.length);
    if (row.gold) {
      // A headline is neither body nor boilerplate here: rules deal with it.
      const lines = row.gold.split("\n");
      const headlines = new Set([row.title, set === "daniel" ? lines[0] : undefined, ...titles].filter(Boolean).map(foldedText));
      const labelled = labelBlocks(texts, row.gold);
      labels = labelled.labels;
      texts.forEach((_text, i) => {
        const isHeadline = features.folded[i] !== "" && headlines.has(features.folded[i]);
        weights[i] = isHeadline ? 0 : Math.min(8, 0.12 + (30 * labelled.sizes[i]) / Math.max(60, labelled.goldSize));
      });
    } else {
      const norm = (s) => s.toLowerCase().replace(/\s+/g, " ").trim();
      const positive = (row.with ?? []).map(norm).filter(Boolean);
      const negative = (row.without ?? []).map(norm).filter(Boolean);
      labels = texts.map((text, i) => {
        const t = norm(text);
        if (positive.some((s) => t.includes(s))) {
          weights[i] = 1;
          return 1;
        }
        if (negative.some((s) => t.includes(s))) weights[i] = 1;
        return 0;
      });
    }
    // Only what scoring needs is kept: the parsed pages themselves are large.
    if (row.gold) ignoreHalfGold(analysis, labels, weights);
    pages.push({
      set,
      row,
      head,
      host: hostOf(row),
      fold: Math.floor(hash(hostOf(row)) * FOLDS),
      analysis,
      features,
      texts,
      labels,
      weights,
      folded: features.folded,
      titles,
    });
  }
}
const total = pages.reduce((sum, page) => sum + page.texts.length, 0);
console.log(`${pages.length} pages, ${total} blocks, ${seconds()}`);
const perHost = new Map();
for (const page of pages) perHost.set(page.host, (perHost.get(page.host) ?? 0) + 1);
let offset = 0;
const labels = new Float32Array(total);
const weights = new Float32Array(total);
const rowFold = new Int8Array(total);
const rowHost = new Int32Array(total);
const hostNumbers = new Map([...perHost.keys()].map((host, n) => [host, n]));
const first = new Float32Array(total * FEATURE_COUNT);
const lists = createTokenLists(total);
for (const page of pages) {
  page.offset = offset;
  first.set(page.features.values, offset * FEATURE_COUNT);
  page.labels.forEach((label, i) => {
    labels[offset + i] = label;
    // Sites with many pages must not set the rules for the rest.
    weights[offset + i] = page.features.hopeless[i] ? 0 : page.weights[i] / Math.sqrt(perHost.get(page.host));
    rowFold[offset + i] = page.fold;
    rowHost[offset + i] = hostNumbers.get(page.host) ?? 0;
  });
  if (page.texts.length > 0) lists.add(featureContext(page.analysis, page.head, page.titles), page.features.hopeless, offset);
  offset += page.texts.length;
}

const tokens = tokenFits(lists, { labels, weights, hosts: rowHost, folds: rowFold }, FOLDS);
const rowsWhere = (test) => [...Array(total).keys()].filter(test);
const counted = rowsWhere((i) => weights[i] > 0);
const plain = binColumns(first, FEATURE_COUNT, total, counted, 0, TOKEN_FEATURES_AT);
console.log(`${lists.hashes.length} tokens, ${seconds()}`);

/** Puts the token scores into the rows that trees outside `fold` learn from and are asked, and gives all columns in bins. */
function withTokens(fold) {
  const scores = tokens.scoresFor(fold);
  for (const { analysis, features, offset, texts } of pages) {
    const to = offset + texts.length;
    const values = first.subarray(offset * FEATURE_COUNT, to * FEATURE_COUNT);
    putTokenScores(analysis, scores.subarray(offset * 3, to * 3), features.hopeless, {
      values,
      width: FEATURE_COUNT,
      at: TOKEN_FEATURES_AT,
    });
  }
  const own = binColumns(first, FEATURE_COUNT, total, counted, TOKEN_FEATURES_AT, FEATURE_COUNT);
  return { edges: [...plain.edges, ...own.edges], bins: [...plain.bins, ...own.bins] };
}

/** The average of the models as one ensemble, their trees interleaved so that partial sums stay comparable. */
function fitMean(binned, rows, options) {
  const models = Array.from({ length: MODELS }, (_, k) =>
    trainTrees(binned, labels, weights, rows, { ...options, seed: options.seed + k }),
  );
  const shrink = (node) => {
    if (node.feature < 0) node.value /= MODELS;
    else for (const child of [node.left, node.right]) shrink(child);
  };
  for (const { trees } of models) trees.forEach(shrink);
  return {
    bias: models.reduce((sum, { bias }) => sum + bias, 0) / MODELS,
    trees: models[0].trees.flatMap((_, t) => models.map(({ trees }) => trees[t])),
  };
}

/** The network, in its written form, of the pages that `test` picks. */
function fitSequence(test) {
  const rowsOf = ({ offset, texts, features }) =>
    [...texts.keys()].filter((i) => features.hopeless[i] !== 1).map((i) => offset + i);
  const some = pages.filter(test).map(rowsOf);
  const data = { values: first, width: FEATURE_COUNT, tokensAt: TOKEN_FEATURES_AT, labels, weights };
  return encodeSequence(trainSequence(some, data, NETWORK_SEED));
}

/** The models of all rows, written before the cross-validation, which takes five times as long. */
function fitAll() {
  const full = fitMean(
    withTokens(-1),
    rowsWhere(() => true),
    FIRST,
  );
  reportGain(full, FEATURE_NAMES);
  write(
    "sequence-model-weights.ts",
    "SEQUENCE_MODEL",
    fitSequence(() => true),
  );
  write("block-model-weights.ts", "BLOCK_MODEL", encodeTrees(full));
  const { text, count } = encodeTokens(tokens.fitAll(), lists.hashes);
  console.log(`${count} tokens have a weight`);
  write("token-weights.ts", "TOKEN_WEIGHTS", text);
}

function write(name, constant, text) {
  const file = new URL(`../src/html/${name}`, import.meta.url);
  fs.writeFileSync(
    file,
    `// Made by scripts/train-block-model.mjs; do not edit. ${pages.length} pages, ${total} blocks.\n// biome-ignore-all format: one long string\nexport const ${constant} =\n  "${text}";\n`,
  );
  console.log(`wrote ${file.pathname}, ${(fs.statSync(file).size / 1024).toFixed(0)} KB, ${seconds()}`);
}

/** Out-of-fold probabilities for every row: of both models, and of each alone. */
function crossFit(values, width, options) {
  const out = { both: new Float32Array(total), trees: new Float32Array(total), network: new Float32Array(total) };
  for (let fold = 0; fold < FOLDS; fold++) {
    const binned = withTokens(fold);
    const rows = rowsWhere((i) => rowFold[i] !== fold);
    const model = readTreeEnsemble(encodeTrees(fitMean(binned, rows, options)));
    const network = readSequenceModel(fitSequence((page) => page.fold !== fold));
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const n = page.texts.length;
      const own = values.subarray(page.offset * width, (page.offset + n) * width);
      const { hopeless } = page.features;
      const trees = predictTrees(model, own, n, width, hopeless);
      const odds = predictSequence(network, own, n, width, hopeless);
      out.trees.set(trees, page.offset);
      out.network.set(
        odds.map((z, i) => (hopeless[i] ? 0 : 1 / (1 + Math.exp(-z)))),
        page.offset,
      );
      out.both.set(averageModels(trees, odds, hopeless), page.offset);
    }
    console.log(`  fold ${fold} done, ${seconds()}`);
  }
  return out;
}

function reportGain(model, names) {
  const gain = new Map();
  const visit = (node) => {
    if (node.feature < 0) return;
    gain.set(node.feature, (gain.get(node.feature) ?? 0) + node.split.gain);
    visit(node.left);
    visit(node.right);
  };
  model.trees.forEach(visit);
  const sorted = [...gain].sort((a, b) => b[1] - a[1]);
  console.log(
    "  strongest:",
    sorted
      .slice(0, 30)
      .map(([f, g]) => `${names[f]} ${g.toFixed(0)}`)
      .join(", "),
  );
}

function report(name, p, fixed) {
  const line = [];
  for (const set of SETS) {
    const preds = {};
    const withTitle = {};
    const some = pages.filter((page) => page.set === set);
    for (const page of some) {
      const own = p.subarray(page.offset, page.offset + page.texts.length);
      const threshold = fixed ?? bestThreshold(page.analysis, own);
      const { kept, tables } = keepBlocks(page.analysis, { p: own, threshold, features: page.features }, page.titles);
      const blocks = toBlocks(page.analysis, kept, tables);
      const data = bodyFromData(page.analysis.parsed, page.head, blocks, page.analysis.proseTotal, page.titles);
      preds[page.row.id] = (data?.blocks ?? blocks).map((block) => block.text).join("\n");
      withTitle[page.row.id] = `${page.titles[0] ?? ""}\n${preds[page.row.id]}`;
    }
    const { out } = scorer.score(
      preds,
      some.map((page) => page.row),
      { rouge: false },
    );
    if (out.aeb)
      line.push(
        `${set} F1 ${out.aeb.f1.toFixed(4)} (P ${out.aeb.precision.toFixed(3)} R ${out.aeb.recall.toFixed(3)}) tok ${out.tokF1.toFixed(4)} exact ${out.aeb.accuracy.toFixed(3)}`,
      );
    if (out.snip && set !== "wcxb-dev")
      line.push(`${set} snip ${out.snip.f1.toFixed(4)} (P ${out.snip.precision.toFixed(3)} R ${out.snip.recall.toFixed(3)})`);
    if (set === "daniel") {
      line.push(
        `+title ${scorer
          .score(
            withTitle,
            some.map((page) => page.row),
            { rouge: false },
          )
          .out.aeb.f1.toFixed(4)}`,
      );
      for (const lang of new Set(some.map((page) => page.row.lang))) {
        const part = some.filter((page) => page.row.lang === lang).map((page) => page.row);
        line.push(
          `${lang} ${scorer.score(preds, part, { rouge: false }).out.aeb.f1.toFixed(4)}/${scorer.score(withTitle, part, { rouge: false }).out.aeb.f1.toFixed(4)}`,
        );
      }
    }
  }
  console.log(`${name} @${fixed ?? "best"}\n  ${line.join("\n  ")}`);
}

if (!args.includes("--dry")) fitAll();
if (!args.includes("--no-cv")) {
  const { both, trees, network } = crossFit(first, FEATURE_COUNT, FIRST);
  if (args.includes("--save-oof"))
    fs.writeFileSync(
      option("save-oof"),
      JSON.stringify(
        pages.map((page) => ({
          set: page.set,
          id: page.row.id,
          p: [...both.subarray(page.offset, page.offset + page.texts.length)].map((x) => Number(x.toFixed(3))),
          labels: [...page.labels],
          texts: page.texts,
        })),
      ),
    );
  for (const [name, p] of Object.entries({ both, trees, network })) {
    const loss = labels.reduce((sum, label, i) => {
      const q = Math.min(0.999, Math.max(0.001, p[i]));
      return sum - weights[i] * Math.log(label > 0 ? q : 1 - q);
    }, 0);
    console.log(`logloss ${name} ${(loss / weights.reduce((sum, weight) => sum + weight, 0)).toFixed(4)}`);
  }
  report("oracle (labels)", labels, 0.5);
  report("cross-validated by host, at 0.5", both, 0.5);
  report("cross-validated by host", both);
  report("trees alone", trees);
  report("network alone", network);
}
