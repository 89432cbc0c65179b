/**
 * Fits the weights by which figures are joined, one story left out at a time, and prints the scores of the stories left
 * out: node packages/stories/scripts/fit-weights.mjs [--all] [--rounds N] [--keys a,b,…]
 *
 * Stories: the reference and development stories where present, with extracted and with gold facts, and the invented ones.
 * `--keys` fits only the weights named. `--all` fits on all of them instead and prints the weights; what goes into src/claims/weights.ts comes from there.
 */

import { inventedNames } from "../../../tests/acceptance/invented-stories.mjs";
import { predict, storyFolders } from "../../../tests/acceptance/stories.mjs";
import { alignClaims } from "../dist/claims/align-claims.js";
import { figuresOf } from "../dist/claims/figures.js";
import { agreementOf } from "../dist/claims/quantity.js";
import { WEIGHTS } from "../dist/claims/weights.js";
import { lineagesOf } from "../dist/lineage/lineages.js";
import { StoryText } from "../dist/words/story-text.js";
import { Vocabulary } from "../dist/words/vocabulary.js";

const overlap = (a, b) => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);

function prepare(story, folder, options) {
  const { gold, members } = predict(folder, { given: true, ...options });
  const lineages = lineagesOf(members);
  const text = new StoryText(new Vocabulary());
  const figures = figuresOf(members, lineages.of, text);
  const claimOf = new Map();
  for (const mention of gold.numeric_mentions) {
    const hit = figures.figures.find(
      (figure) =>
        figure.member.id === mention.doc && !claimOf.has(figure) && overlap(figure.mention.number.span, mention.number.span),
    );
    if (hit) claimOf.set(hit, mention.claim);
  }
  const sizes = new Map();
  for (const { claim } of gold.numeric_mentions) sizes.set(claim, (sizes.get(claim) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const conflicts = new Set(gold.reconciled.claims.filter(({ relation }) => /^conflict/.test(relation)).map(({ id }) => id));
  return { story, figures, parents: lineages.parents, claimOf, pairs, conflicts, expected: conflicts.size };
}

function score({ figures, parents, claimOf, pairs, conflicts }) {
  const { groups } = alignClaims(figures, parents);
  let [tp, joined, found, wrong] = [0, 0, 0, 0];
  for (const { figures: own } of groups) {
    const counts = new Map();
    let known = 0;
    for (const figure of own) {
      const claim = claimOf.get(figure);
      if (claim === undefined) continue;
      known++;
      counts.set(claim, (counts.get(claim) ?? 0) + 1);
    }
    joined += (known * (known - 1)) / 2;
    for (const n of counts.values()) tp += (n * (n - 1)) / 2;
    const clash = own.some(
      (a) =>
        !a.isSuperseded &&
        own.some(
          (b) =>
            !b.isSuperseded &&
            a.lineage !== b.lineage &&
            agreementOf(a.quantity, b.quantity) === "disjoint" &&
            Math.abs(a.quantity.value - b.quantity.value) > 1e-9,
        ),
    );
    if (clash) {
      if ([...counts.keys()].some((claim) => conflicts.has(claim))) found++;
      else wrong++;
    }
  }
  return { tp, fp: joined - tp, fn: pairs - tp, found, wrong };
}

const f1 = ({ tp, fp, fn }) => (2 * tp) / Math.max(1, 2 * tp + fp + fn);

/** Long stories count by the root of their pairs, or one would outweigh the rest. */
function utility(stories) {
  const sum = { tp: 0, fp: 0, fn: 0, found: 0, wrong: 0, expected: 0 };
  for (const story of stories) {
    const result = score(story);
    const weight = 1 / Math.sqrt(Math.max(1, story.pairs));
    for (const key of ["tp", "fp", "fn"]) sum[key] += result[key] * weight;
    sum.found += result.found;
    sum.wrong += result.wrong;
    sum.expected += story.expected;
  }
  return f1(sum) + 0.25 * (sum.found / Math.max(1, sum.expected)) - (0.5 * sum.wrong) / stories.length;
}

const keysAt = process.argv.indexOf("--keys");
const START = { ...WEIGHTS };
const KEYS = keysAt < 0 ? Object.keys(START) : (process.argv[keysAt + 1] ?? "").split(",");
const STEPS = [0.3, -0.3, 0.6, -0.6];
const DRIFT = 0.002;

function fit(stories, rounds) {
  Object.assign(WEIGHTS, START);
  const drift = () => DRIFT * Object.keys(START).reduce((sum, key) => sum + Math.abs(WEIGHTS[key] - START[key]), 0);
  let best = utility(stories);
  for (let round = 0; round < rounds; round++) {
    const before = best;
    for (const key of KEYS) {
      const at = WEIGHTS[key];
      let chosen = at;
      for (const step of STEPS) {
        WEIGHTS[key] = Math.round((at + step * (key.endsWith("Ratio") || key === "tightBound" ? 0.3 : 1)) * 100) / 100;
        const value = utility(stories) - drift();
        if (value > best + 1e-6) {
          best = value;
          chosen = WEIGHTS[key];
        }
      }
      WEIGHTS[key] = chosen;
    }
    if (best - before < 1e-4) break;
  }
  return best;
}

const args = process.argv.slice(2);
const rounds = Number(args[args.indexOf("--rounds") + 1]) || 2;
const prepared = [
  ...storyFolders().flatMap((folder) => [prepare(folder, folder, { goldFacts: true }), prepare(folder, folder, {})]),
  ...inventedNames().map((name) => prepare(name, name, {})),
];
const names = [...new Set(prepared.map(({ story }) => story))];
const short = (name) => name.split("/").filter(Boolean).pop();
const row = (stories) =>
  stories
    .map(score)
    .map((r) => `${f1(r).toFixed(2)} (${r.tp} ${r.fp} ${r.fn}) conflicts ${r.found} wrong ${r.wrong}`)
    .join("   ");
console.log(`as it stands: ${utility(prepared).toFixed(4)}`);
if (args.includes("--all")) {
  console.log(fit(prepared, rounds).toFixed(4));
  for (const key of Object.keys(START))
    if (WEIGHTS[key] !== START[key]) console.log(`  ${key}: ${START[key]} -> ${WEIGHTS[key]}`);
  for (const name of names) console.log(short(name).padEnd(20), row(prepared.filter(({ story }) => story === name)));
} else {
  const total = {};
  for (const name of names) {
    fit(
      prepared.filter(({ story }) => story !== name),
      rounds,
    );
    const left = prepared.filter(({ story }) => story === name);
    console.log(short(name).padEnd(20), row(left));
    left.forEach((one, i) => {
      const kind = left.length === 1 ? "invented" : i === 0 ? "gold facts" : "extracted";
      const result = score(one);
      total[kind] ??= { tp: 0, fp: 0, fn: 0, found: 0, wrong: 0, expected: 0 };
      for (const key of Object.keys(result)) total[kind][key] += result[key];
      total[kind].expected += one.expected;
    });
  }
  for (const [kind, sum] of Object.entries(total))
    console.log(`left out, ${kind}: F1 ${f1(sum).toFixed(3)}, conflicts ${sum.found} of ${sum.expected}, false ${sum.wrong}`);
}
