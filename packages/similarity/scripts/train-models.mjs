/**
 * Trains the two models that turn measures of a pair into decisions, and writes src/data/models.ts.
 *
 *   node scripts/train-models.mjs <folder of sets> [--write] [--unchecked] [--rewriters [NAME]]
 *
 * `--unchecked` leaves the table out; `--rewriters` prints the one of rewriters left out instead: originals and one rewriter's
 * texts, judged by models that saw neither their groups nor any text of that rewriter, and by models that saw that
 * rewriter elsewhere. With NAME, of rewriters whose name begins with it: each takes three minutes.
 *
 * Sets are JSONL files of {id, title?, text, date?, group}. In EVENT_SETS a group is one event told by several outlets; in
 * DERIVED_SETS it is one text and its copies or rewrites. Prints the cross-validated table: models trained on the pairs of
 * one half of the groups (by the FNV hash of the group) judge the pairs of the other half, pairs across the halves are
 * judged by the mean of both, and the whole set is grouped by these judgements: no pair is judged by a model that saw it.
 *
 * Recurring reports (template-set.mjs) teach that shared words with other names and figures are no likeness; other news with
 * the names and figures of a report, or a passage on its event (trap-pairs.mjs), that these alone are none either.
 *
 * Texts of the derived sets with words exchanged or cut to a part (reworded-pairs.mjs) teach what rewriters have in common, for the sets
 * know three of them.
 *
 * - `event`: same group or not, over the candidates the index proposes. Trained on every set.
 * - `derived`: of two related documents, is one made from the other? Positive: the derived sets. Negative: the event sets,
 *   less the pairs that share prose outside quotes (agency copy in both: nobody knows). Long and short texts come from
 *   different sets, so the event sets are added once more cut to 40–140 words: else the model learns that short means
 *   rewritten.
 */
import fs from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { inventedNews } from "../dist/bench/index.js";
import {
  DAYS_UNKNOWN,
  featuresOf,
  groupEdges,
  judge,
  lookupsOf,
  MEASURE_COUNT,
  MEASURES,
  MemorySimilarityIndex,
  measurePair,
  postingsOf,
  prepareDocument,
  UNDATED_LEAN,
  worthMeasuring,
} from "../dist/index.js";
import { binEdges, predictMargin, toBins, trainTrees } from "./boosted-trees.mjs";
import { rewordedPairs } from "./reworded-pairs.mjs";
import { nearCopiesAsOne, scoreClusters } from "./score-clusters.mjs";
import { templateSet } from "./template-set.mjs";
import { trapPairs } from "./trap-pairs.mjs";
import { printTriples } from "./triples.mjs";

const folder = process.argv[2];
const write = process.argv.includes("--write");
const DERIVED_SETS = ["syn_syndication", "l2r_long", "l2r_newsish", "raidar_news"];
const EVENT_SETS = ["basil", "ecbplus", "allsides_full"];
/** Sets with dates whose pairs are learned from once more without them, those far apart in time among them. */
const UNDATED_SETS = ["basil", "allsides_full", "invented"];
/** Pairs of the derived sets reworded, by set (reworded-pairs.mjs). */
const REWORDED = { l2r_long: 1100, l2r_newsish: 2600, raidar_news: 1200 };
/** Invented news to learn from; the other kinds are kept to check by (measure-growth.mjs). */
const INVENTED_KINDS = ["match", "results", "fire"];
/** Total weight of each set in each model's loss: what the set teaches, whatever its size. */
const EVENT_WEIGHT = {
  templates: Number(process.env.TPL ?? 0.4),
  invented: Number(process.env.INV ?? 0.6),
  traps: Number(process.env.TRAPS ?? 0.8),
  "l2r_long:reworded": 0.3,
  "l2r_newsish:reworded": 0.3,
  syn_syndication: 0.5,
  l2r_long: 1,
  l2r_newsish: 1.5,
  raidar_news: 1.5,
  basil: 1.5,
  ecbplus: 1.5,
  allsides_full: 2,
  "basil:undated": 1,
  "allsides_full:undated": 1.5,
  "invented:undated": 0.3,
};
const SHORT = Number(process.env.SHORT ?? 1);
const DERIVED_WEIGHT = {
  templates: 0.2,
  invented: Number(process.env.INVD ?? 0.8),
  syn_syndication: 1,
  l2r_long: 1.5,
  l2r_newsish: 3,
  raidar_news: 1.5,
  basil: 1.5,
  ecbplus: 0.5,
  allsides_full: 2,
  "l2r_long:reworded": 1.5,
  "l2r_newsish:reworded": 1.5,
  "raidar_news:reworded": 0.3,
  "basil:short": 0.7 * SHORT,
  "ecbplus:short": 0.3 * SHORT,
  "allsides_full:short": 1.2 * SHORT,
};
/** Added to the derived model's log-odds: how far it may lean to calling likeness derivation. Chosen by the table below. */
const DERIVED_LEAN = Number(process.env.LEAN ?? -0.9);
/** Added to the event model's: the made-up traps are no part of what comes in, so they teach it too much caution. */
const EVENT_LEAN = Number(process.env.EVENT_LEAN ?? 0.2);
const OPTIONS = {
  trees: Number(process.env.TREES ?? 300),
  depth: Number(process.env.DEPTH ?? 3),
  rate: Number(process.env.RATE ?? 0.08),
  ridge: Number(process.env.RIDGE ?? 5),
  leafMin: Number(process.env.LEAF ?? 5),
};
/** Measures that grow with the texts' length, or describe it, may count either way; clashes only against; others only for. */
const MONOTONE = MEASURES.map((name) =>
  ["sizeLess", "sizeRatio", "figuresShared", "nameRunsShared"].includes(name) ? 0 : /(Clash|Apart|Gap)$/.test(name) ? -1 : 1,
);
/** What is derived is so at any distance in time, and only the event sets have dates. */
const NOT_FOR_DERIVED = ["daysGap", "present", "headlineIn", "headlineBoth", "leadNamesIn"];
const EVENT_WINDOW_DAYS = 3;
const at = Object.fromEntries(MEASURES.map((name, i) => [name, i]));

const fnv = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
};

function readDocs(name) {
  const [file, short] = name.split(":");
  // Polls are left out of training: the traps test asks whether the lesson carries to them.
  if (name === "templates")
    return templateSet(300)
      .filter(({ template }) => template !== "opinion")
      .map((doc) => ({ ...doc, published_at: null, half: fnv(doc.group) & 1 }));
  if (name === "invented")
    return [...inventedNews(2400, { seed: 23, background: 3, perDay: 60, kinds: INVENTED_KINDS })].map((doc) => ({
      ...doc,
      group: doc.event,
      half: fnv(doc.event) & 1,
    }));
  const docs = fs
    .readFileSync(path.join(folder, `${file}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .map(({ id, title, text, date, group }) => ({
      id,
      title,
      text,
      published_at: date ?? null,
      group: String(group),
      half: fnv(String(group)) & 1,
    }));
  if (short)
    for (const doc of docs)
      doc.text = doc.text
        .split(/(?<=\s)/)
        .slice(0, 40 + (fnv(doc.id) % 100))
        .join("");
  return docs;
}

/** Who wrote each document of a set, in its order. */
const sourcesOf = (name) =>
  fs
    .readFileSync(path.join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => String(JSON.parse(line).source ?? ""));

function readSet(name) {
  const docs = readDocs(name);
  const preparedDocuments = docs.map((doc) => prepareDocument(featuresOf(doc)));
  const index = new MemorySimilarityIndex();
  const numberOf = new Map(docs.map((doc, i) => /** @type {const} */ ([doc.id, i])));
  for (const [i, prepared] of preparedDocuments.entries()) index.insertOne(docs[i].id, postingsOf(prepared));
  const seen = new Set();
  const rows = [];
  const pairs = [];
  const out = new Float64Array(MEASURE_COUNT);
  for (const [i, prepared] of preparedDocuments.entries()) {
    for (const { id } of index.candidatesOf(docs[i].id, lookupsOf(prepared))) {
      const j = numberOf.get(id);
      const key = i < j ? i * 65536 + j : j * 65536 + i;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!worthMeasuring(prepared, preparedDocuments[j])) continue;
      rows.push(Float32Array.from(measurePair(prepared, preparedDocuments[j], out)));
      pairs.push([Math.min(i, j), Math.max(i, j)]);
    }
  }
  return { name, docs, rows, pairs };
}

/** Trap pairs of the event sets, as a set of its own: every pair is of two groups. */
function readTraps() {
  const rows = [];
  const pairs = [];
  const docs = [];
  const out = new Float64Array(MEASURE_COUNT);
  for (const [name, count] of [
    ["basil", 600],
    ["ecbplus", 900],
    ["allsides_full", 2500],
  ]) {
    for (const pair of trapPairs(readDocs(name), count)) {
      const [a, b] = pair.map((doc) => prepareDocument(featuresOf(doc)));
      if (!worthMeasuring(a, b)) continue;
      rows.push(Float32Array.from(measurePair(a, b, out)));
      pairs.push([docs.length, docs.length + 1]);
      // The halves are those of the groups; the labels differ.
      docs.push({ ...pair[0], group: `trap:${docs.length}` }, pair[1]);
    }
  }
  return { name: "traps", docs, rows, pairs };
}

/** Pairs of one original of which one was reworded by us. */
function readReworded({ name, docs: known, pairs: measuredPairs }) {
  const docs = known.map(({ half, group }) => ({ half, group, title: null, text: "", published_at: null }));
  const rows = [];
  const pairs = [];
  const out = new Float64Array(MEASURE_COUNT);
  const derived = measuredPairs.filter(([i, j]) => known[i].group === known[j].group);
  for (const { made, pair } of rewordedPairs(known, derived, REWORDED[name])) {
    const [a, b] = pair.map((doc) => prepareDocument(featuresOf(doc)));
    if (!worthMeasuring(a, b)) continue;
    rows.push(Float32Array.from(measurePair(a, b, out)));
    pairs.push(made);
  }
  return { name: `${name}:reworded`, docs, rows, pairs };
}

/** A set's pairs as if no text bore a date. */
function withoutDates({ name, docs, rows, pairs }) {
  return {
    name: `${name}:undated`,
    docs: docs.map(({ half, group, lineage }) => ({ half, group, lineage, title: null, text: "", published_at: null })),
    rows: rows.map((row) => row.with(at.daysGap, DAYS_UNKNOWN)),
    pairs,
  };
}

/** Measuring takes most of the time; a folder in CACHE keeps it for the next run with the same measures. */
function cached(name, make) {
  const cache = process.env.CACHE;
  if (cache === undefined) return make();
  const file = path.join(cache, `${name.replace(":", "-")}-${fnv(MEASURES.join(" "))}.bin`);
  if (!fs.existsSync(file)) fs.writeFileSync(file, serialize(make()));
  return deserialize(fs.readFileSync(file));
}

const sets = [
  ...[...DERIVED_SETS, "templates", "invented", ...EVENT_SETS, ...EVENT_SETS.map((name) => `${name}:short`)].map((name) =>
    cached(name, () => readSet(name)),
  ),
  cached("traps", readTraps),
];
for (const set of sets.filter(({ name }) => name in REWORDED)) sets.push(cached(`${set.name}:reworded`, () => readReworded(set)));
for (const set of sets.filter(({ name }) => UNDATED_SETS.includes(name))) sets.push(withoutDates(set));
/** Sets that only teach: their pairs stand in another set, too. */
const onlyTeaches = ({ name }) => name.endsWith(":reworded") || name.endsWith(":undated");
const n = sets.reduce((sum, set) => sum + set.pairs.length, 0);
const all = new Float32Array(n * MEASURE_COUNT);
const same = new Uint8Array(n);
const half = new Int8Array(n);
const within = new Uint8Array(n);
const derivedLabel = new Uint8Array(n);
const useEvent = new Uint8Array(n);
const useDerived = new Uint8Array(n);
const eventWeight = new Float64Array(n);
const derivedWeight = new Float64Array(n);
{
  let row = 0;
  for (const set of sets) {
    set.from = row;
    const derives = set.name === "templates" || set.name.endsWith(":reworded") || DERIVED_SETS.includes(set.name);
    for (const [k, [i, j]] of set.pairs.entries()) {
      const a = set.docs[i];
      const b = set.docs[j];
      const m = set.rows[k];
      all.set(m, row * MEASURE_COUNT);
      same[row] = a.group === b.group ? 1 : 0;
      half[row] = a.half === b.half ? a.half : -1;
      within[row] = Math.abs(Date.parse(a.published_at) - Date.parse(b.published_at)) / 86_400_000 > EVENT_WINDOW_DAYS ? 0 : 1;
      useEvent[row] = within[row] === 1 && !set.name.endsWith(":short") ? 1 : 0;
      // The singles of the synthetic set are real articles, some on one event: no evidence against `event`.
      if (set.name === "syn_syndication" && !same[row] && m[at.cosine] > 0.3) useEvent[row] = 0;
      // Invented reports of one event are made from its facts, but for copies.
      derivedLabel[row] = same[row] && (set.name === "invented" ? a.lineage === b.lineage : derives) ? 1 : 0;
      useDerived[row] =
        same[row] && !set.name.endsWith(":undated") && (derives || set.name === "invented" || m[at.triples] <= 0.2) ? 1 : 0;
      row++;
    }
    for (const [use, weight, label, total] of [
      [useEvent, eventWeight, same, EVENT_WEIGHT],
      [useDerived, derivedWeight, derivedLabel, DERIVED_WEIGHT],
    ]) {
      let used = 0;
      let positive = 0;
      for (let r = set.from; r < row; r++) {
        used += use[r];
        positive += use[r] && label[r] ? 1 : 0;
      }
      const each = ((total[set.name] ?? 0) * 500) / (positive > 0 ? Math.max(positive, 50) : Math.max(used, 50));
      for (let r = set.from; r < row; r++) weight[r] = use[r] ? each : 0;
    }
  }
}
const sample = [];
for (let i = 0; i < n; i += 7) sample.push(i);
const edges = binEdges(all, MEASURE_COUNT, sample);
const bins = toBins(all, MEASURE_COUNT, edges);
const rowsWhere = (test) => {
  const rows = [];
  for (let r = 0; r < n; r++) if (test(r)) rows.push(r);
  return rows;
};
const trainBoth = (inHalf, weights = { event: eventWeight, derived: derivedWeight }) => {
  const common = { bins, edges, features: MEASURES.map((_, f) => f), n, monotone: MONOTONE, ...OPTIONS };
  const event = trainTrees({
    ...common,
    label: same,
    weight: weights.event,
    use: rowsWhere((r) => useEvent[r] && weights.event[r] > 0 && inHalf(r)),
  });
  const derived = trainTrees({
    ...common,
    features: MEASURES.map((_, f) => f).filter((f) => !NOT_FOR_DERIVED.includes(MEASURES[f])),
    label: derivedLabel,
    weight: weights.derived,
    use: rowsWhere((r) => useDerived[r] && inHalf(r)),
  });
  event.bias += EVENT_LEAN;
  derived.bias += DERIVED_LEAN;
  return { event, derived };
};

/** Rewriters by what the sets call them; all prompts of one model are one. */
const REWRITERS = [
  { name: "GPT-3-Turbo", wrote: (source) => source === "GPT-3-Turbo", sets: ["l2r_long", "l2r_newsish"] },
  { name: "GPT-4o", wrote: (source) => source === "GPT-4o", sets: ["l2r_long", "l2r_newsish"] },
  { name: "gpt3.5, six prompts", wrote: (source) => source.startsWith("gpt3.5"), sets: ["raidar_news"] },
];
const isOriginal = (source) => /^(human|gpt)$/i.test(source);

/** What a set teaches stays as much where a rewriter's pairs are left out of it: the others weigh more. */
function weightsWithout(touched, derivedSets) {
  const weights = { event: eventWeight.slice(), derived: derivedWeight.slice() };
  for (const { from, pairs } of derivedSets)
    for (const weight of [weights.event, weights.derived]) {
      let all = 0;
      let left = 0;
      for (let r = from; r < from + pairs.length; r++) {
        const own = same[r] ? (weight[r] ?? 0) : 0;
        all += own;
        if (touched[r] === 0) left += own;
      }
      if (left > 0) for (let r = from; r < from + pairs.length; r++) weight[r] = ((weight[r] ?? 0) * all) / left;
    }
  return weights;
}

function leaveRewritersOut() {
  const sources = new Map();
  for (const set of sets) {
    const [file = ""] = set.name.split(":");
    if (DERIVED_SETS.includes(file)) sources.set(set, sourcesOf(file));
  }
  const usual = [0, 1].map((h) => trainBoth((r) => half[r] === h));
  console.log("| set | rewriter | F1, left out | P | R | F1, seen | P | R |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
  const only = process.argv[process.argv.indexOf("--rewriters") + 1] ?? "";
  for (const { name, wrote, sets: names } of REWRITERS.filter(({ name }) => name.startsWith(only))) {
    const touched = new Uint8Array(n);
    for (const [set, written] of sources)
      for (const [k, [i, j]] of set.pairs.entries()) touched[set.from + k] = wrote(written[i]) || wrote(written[j]) ? 1 : 0;
    const weights = weightsWithout(touched, sources.keys());
    const without = [0, 1].map((h) => trainBoth((r) => half[r] === h && touched[r] === 0, weights));
    for (const [set, written] of sources) {
      if (!names.includes(set.name)) continue;
      const kept = set.docs.map((_, i) => i).filter((i) => isOriginal(written[i]) || wrote(written[i]));
      const scored = [without, usual].map((models) => {
        const { groups } = judged(set, models, new Set(kept));
        return scoreClusters(
          kept.map((i) => set.docs[i].group),
          kept.map((i) => Number(groups.get(idOf(i))?.lineage)),
        );
      });
      const columns = scored.flatMap(({ f1, precision, recall }) => [f1, precision, recall].map((value) => value.toFixed(4)));
      console.log(`| ${set.name} | ${name} | ${columns.join(" | ")} |`);
    }
  }
}

const idOf = (i) => String(i).padStart(6, "0");

/** Log-odds of a row by the models that did not see it: a pair across the halves (-1) was in neither's training. */
function oddsOf(models, pairHalf, dated, rows, from) {
  let event = dated ? 0 : UNDATED_LEAN;
  let derived = 0;
  for (const model of pairHalf < 0 ? models : [models[1 - pairHalf]]) {
    const share = pairHalf < 0 ? 0.5 : 1;
    event += share * predictMargin(model.event, rows, from);
    derived += share * predictMargin(model.derived, rows, from);
  }
  return { event, derived };
}

/** Judges a set's pairs (those among `kept`, where given) and groups by them; `onEdge` hears of each edge and its row. */
function judged(set, models, kept, onEdge = (_edge, _row) => {}) {
  const prepared = set.docs.map(({ title, text, published_at }, i) =>
    prepareDocument(featuresOf({ id: idOf(i), title, text, published_at })),
  );
  const edges = [];
  for (const [k, [i, j]] of set.pairs.entries()) {
    if (kept !== undefined && !(kept.has(i) && kept.has(j))) continue;
    const r = set.from + k;
    const dated = set.docs[i].published_at && set.docs[j].published_at;
    const { event, derived } = oddsOf(models, half[r], dated, all, r * MEASURE_COUNT);
    const edge = judge(prepared[i], prepared[j], all.subarray(r * MEASURE_COUNT, (r + 1) * MEASURE_COUNT), event, derived);
    if (edge === null) continue;
    edges.push(edge);
    onEdge(edge, r);
  }
  const ids = set.docs.map((_, i) => idOf(i)).filter((_, i) => kept?.has(i) ?? true);
  return { ids, groups: groupEdges(ids, edges) };
}

function crossValidate() {
  const models = [0, 1].map((h) => trainBoth((r) => half[r] === h));
  /** Of each pair: 1 for an edge of one event, 2 for a derivation. */
  const kinds = new Uint8Array(n);
  const at4 = (value) => value.toFixed(4);
  console.log("| set | level | pair F1 | P | R | B3 |\n| --- | --- | --- | --- | --- | --- |");
  for (const set of sets) {
    if (onlyTeaches(set)) continue;
    const { ids, groups } = judged(set, models, undefined, (edge, r) => {
      kinds[r] = edge.kind === "same-event" ? 1 : 2;
    });
    if (set.name === "traps" || set.name.includes(":")) continue;
    const gold = set.docs.map(({ group }) => group);
    const row = (name, level, labels, found) => {
      const s = scoreClusters(labels, found);
      console.log(`| ${name} | ${level} | ${at4(s.f1)} | ${at4(s.precision)} | ${at4(s.recall)} | ${at4(s.b3)} |`);
    };
    const foundAt = (level) => ids.map((id) => Number(groups.get(id)?.[level]));
    if (DERIVED_SETS.includes(set.name)) {
      row(set.name, "lineage", gold, foundAt("lineage"));
      const coversOf = (k) => all[(set.from + k) * MEASURE_COUNT + at.triplesCovers];
      row(`${set.name}, near copies as one`, "lineage", nearCopiesAsOne(gold, set.pairs, coversOf), foundAt("lineage"));
    }
    row(set.name, "story", gold, foundAt("story"));
    const dated = set.docs.map((_, i) => i).filter((i) => set.docs[i].published_at);
    if (dated.length === 0 || dated.length === set.docs.length || set.name === "invented") continue;
    const alone = judged(set, models, new Set(dated)).groups;
    row(
      `${set.name}, dated alone`,
      "story",
      dated.map((i) => gold[i]),
      dated.map((i) => Number(alone.get(idOf(i))?.story)),
    );
  }
  printTriples(
    sets.filter(({ name }) => name === "basil" || name === "allsides_full").flatMap(({ docs }) => docs),
    (m, a, b, dates) => oddsOf(models, a.half === b.half ? a.half : -1, dates && a.published_at && b.published_at, m, 0),
  );
  {
    const { from, pairs } = sets.find(({ name }) => name === "traps");
    let called = 0;
    for (let r = from; r < from + pairs.length; r++) if (kinds[r] > 0) called++;
    console.log(`traps called one event: ${called}/${pairs.length} = ${at4(called / pairs.length)}`);
  }
  for (const set of sets) {
    if (set.name === "traps" || onlyTeaches(set)) continue;
    let pairs = 0;
    let called = 0;
    let clear = 0;
    let clearCalled = 0;
    for (let r = set.from; r < set.from + set.pairs.length; r++) {
      if (half[r] < 0 || !same[r]) continue;
      const yes = kinds[r] === 2 ? 1 : 0;
      pairs++;
      called += yes;
      if (all[r * MEASURE_COUNT + at.triples] > 0.2) continue;
      clear++;
      clearCalled += yes;
    }
    if (pairs === 0) continue;
    // Pairs of one group that were never measured count too: nothing was called of them.
    const sizes = new Map();
    for (const { group } of set.docs) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const labelled = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    const kind = DERIVED_SETS.includes(set.name) ? "recall of derivation" : "same-event pairs called derived";
    console.log(
      `${kind}, ${set.name}: ${called}/${pairs} = ${at4(called / pairs)}, of all ${labelled} pairs ${at4(called / labelled)}; without shared prose ${clearCalled}/${clear} = ${at4(clearCalled / Math.max(1, clear))}`,
    );
  }
}
if (process.argv.includes("--rewriters")) leaveRewritersOut();
else if (!process.argv.includes("--unchecked")) crossValidate();

if (write) {
  const { event, derived } = trainBoth(() => true);
  // A node is a measure (255 for a leaf), its right child's distance (the left child follows at once), and a float: the
  // threshold, or a leaf's value. Seven bytes, packed as base64.
  const pack = (model) => {
    const bytes = [];
    const float = new DataView(new ArrayBuffer(4));
    for (const tree of model.trees) {
      const count = tree.feature.length;
      bytes.push(count);
      for (let k = 0; k < count; k++) {
        const leaf = tree.feature[k] < 0;
        if (!leaf && tree.left[k] !== k + 1) throw new Error("left children are expected to follow their parents");
        bytes.push(leaf ? 255 : tree.feature[k], leaf ? 0 : tree.right[k] - k);
        float.setFloat32(0, leaf ? tree.value[k] : tree.threshold[k]);
        for (let b = 0; b < 4; b++) bytes.push(float.getUint8(b));
      }
    }
    return Buffer.from(bytes).toString("base64");
  };
  const out = `/** Made by scripts/train-models.mjs; do not edit. Boosted trees over the measures named, packed as that script says. */
export const MODEL_MEASURES =
  "${MEASURES.join(" ")}";
export const EVENT_BIAS = ${event.bias};
export const EVENT_TREES =
  "${pack(event)}";
export const DERIVED_BIAS = ${derived.bias};
export const DERIVED_TREES =
  "${pack(derived)}";
`;
  fs.writeFileSync(new URL("../src/data/models.ts", import.meta.url), out);
  console.log(`wrote src/data/models.ts, ${out.length} characters`);
}
