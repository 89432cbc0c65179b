/**
 * Fits the log-odds that two values answer one question, and prints what they find in stories left out:
 *
 *   node packages/stories/scripts/fit-conflicts.mjs [folder of stories …] [--print]
 *
 * Stories: the reference and development stories where present, the invented ones, and the folders named, each holding stories
 * in the shape of the reference gold. What `--print` prints goes into src/claims/conflict-odds.ts. Logistic regression with a
 * ridge; the invented stories weigh less, because the rules were tuned on them.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inventedNames } from "../../../tests/acceptance/invented-stories.mjs";
import { predict, storyFolders } from "../../../tests/acceptance/stories.mjs";
import { groupsBeforeConflicts } from "../dist/claims/align-claims.js";
import { CONFLICT_MEASURES, ConflictOdds } from "../dist/claims/conflict-odds.js";
import { figuresOf } from "../dist/claims/figures.js";
import { rivalPairs } from "../dist/claims/find-conflicts.js";
import { NONE_KEPT } from "../dist/claims/overrides.js";
import { lineagesOf } from "../dist/lineage/lineages.js";
import { StoryText } from "../dist/words/story-text.js";
import { Vocabulary } from "../dist/words/vocabulary.js";

const RIDGE = 2;
const INVENTED_WEIGHT = 0.15;
const overlap = (a, b) => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);

function rowsOf(folder, kind) {
  const { gold, members } = predict(folder, { given: true });
  const lineages = lineagesOf(members);
  const story = figuresOf(members, lineages.of, new StoryText(new Vocabulary()));
  const claimOf = new Map();
  for (const mention of gold.numeric_mentions) {
    const hit = story.figures.find(
      (figure) =>
        figure.member.id === mention.doc && !claimOf.has(figure) && overlap(figure.mention.number.span, mention.number.span),
    );
    if (hit) claimOf.set(hit, mention.claim);
  }
  const odds = new ConflictOdds(story.rarity);
  const rows = [];
  for (const { a, b, score } of rivalPairs(groupsBeforeConflicts(story, lineages.parents, NONE_KEPT), story, NONE_KEPT)) {
    const [left, right] = [claimOf.get(a.lead), claimOf.get(b.lead)];
    if (score === null || left === undefined || right === undefined) continue;
    const measures = odds.measure(a.lead, b.lead, score);
    rows.push({ x: [...CONFLICT_MEASURES.map((name) => measures[name]), 1], y: left === right ? 1 : 0, rule: score });
  }
  return { kind, rows };
}

/** Solves a small symmetric system by elimination. */
function solve(matrix, right) {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < n; i++) {
    let best = i;
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k][i]) > Math.abs(rows[best][i])) best = k;
    [rows[i], rows[best]] = [rows[best], rows[i]];
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= n; j++) rows[k][j] -= factor * rows[i][j];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

function fit(rows) {
  const n = rows[0].x.length;
  const spread = Array.from({ length: n }, (_, f) => {
    const mean = rows.reduce((sum, { x }) => sum + x[f], 0) / rows.length;
    return f === n - 1 ? 1 : Math.sqrt(rows.reduce((sum, { x }) => sum + (x[f] - mean) ** 2, 0) / rows.length) || 1;
  });
  const beta = new Array(n).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = beta.map((value, f) => (f === n - 1 ? 0 : RIDGE * value));
    const hessian = beta.map((_, f) => beta.map((__, g) => (f === g ? (f === n - 1 ? 1e-4 : RIDGE) : 0)));
    for (const { x, y, weight } of rows) {
      const z = x.map((value, f) => value / spread[f]);
      const p = 1 / (1 + Math.exp(-z.reduce((sum, value, f) => sum + value * beta[f], 0)));
      for (let f = 0; f < n; f++) {
        gradient[f] += weight * (p - y) * z[f];
        for (let g = 0; g < n; g++) hessian[f][g] += weight * p * (1 - p) * z[f] * z[g];
      }
    }
    const step = solve(hessian, gradient);
    for (let f = 0; f < n; f++) beta[f] -= step[f];
  }
  return beta.map((value, f) => value / spread[f]);
}

const folders = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const stories = [
  ...storyFolders().map((folder) => rowsOf(folder, "development")),
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => rowsOf(join(folder, name), "named"))),
  ...inventedNames().map((name) => rowsOf(name, "invented")),
];
const weighted = (list) =>
  list.flatMap(({ kind, rows }) => rows.map((row) => ({ ...row, weight: kind === "invented" ? INVENTED_WEIGHT : 1 })));
const found = new Map();
for (const story of stories) {
  if (story.rows.length === 0) continue;
  const beta = fit(weighted(stories.filter((other) => other !== story)));
  for (const { x, y, rule } of story.rows) {
    const odds = x.reduce((sum, value, f) => sum + value * beta[f], 0);
    for (const [name, hit] of [
      ["by the rules alone, from 2.8", rule >= 2.8],
      ...[-0.8, -0.4, 0, 0.4].map((least) => [`log-odds from ${least}`, odds >= least]),
    ]) {
      const key = `${story.kind}: ${name}`;
      const counts = found.get(key) ?? { right: 0, wrong: 0, missed: 0 };
      if (hit) counts[y === 1 ? "right" : "wrong"]++;
      else if (y === 1) counts.missed++;
      found.set(key, counts);
    }
  }
}
for (const [key, counts] of [...found].sort()) console.log(key.padEnd(52), JSON.stringify(counts));
if (process.argv.includes("--print")) {
  const beta = fit(weighted(stories));
  [...CONFLICT_MEASURES, "bias"].forEach((name, f) => {
    console.log(`  ${name}: ${beta[f].toFixed(2)},`);
  });
}
