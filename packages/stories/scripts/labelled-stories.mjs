/**
 * Stories with a gold record that the fits in this folder read: the reference and development stories where present, the folders
 * named (each holding stories in the shape of the reference gold) and the invented ones. Members stand in their story, with
 * extracted facts.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
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

const overlap = (a, b) => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);

/**
 * @param {string[]} folders
 * @param {string | undefined} keep a file that holds what was read, so that the next fit need not extract again
 */
export function labelledStories(folders, keep) {
  if (keep !== undefined && existsSync(keep)) return JSON.parse(readFileSync(keep, "utf8")).map(withFigures);
  const read = (kind, folder) => {
    const { gold, members } = predict(folder, { given: true });
    return { kind, story: basename(resolve(folder)), gold, members };
  };
  const stories = [
    ...storyFolders().map((folder) => read("development", folder)),
    ...folders.flatMap((folder) => readdirSync(folder).map((name) => read("named", join(folder, name)))),
    ...inventedNames().map((name) => read("invented", name)),
  ];
  if (keep !== undefined) writeFileSync(keep, JSON.stringify(stories));
  return stories.map(withFigures);
}

/** The figures of a story and the gold claim of each that has one. */
function withFigures(story) {
  const { gold, members } = story;
  const lineages = lineagesOf(members);
  const figures = figuresOf(members, lineages.of, new StoryText(new Vocabulary()));
  const claimOf = new Map();
  for (const { doc, number, claim } of gold.numeric_mentions) {
    const hit = figures.figures.find(
      ({ member, mention }) => member.id === doc && !claimed.has(mention) && overlap(mention.number.span, number.span),
    );
    if (hit === undefined) continue;
    claimed.add(hit.mention);
    claimOf.set(hit, claim);
  }
  const sizes = new Map();
  for (const { claim } of gold.numeric_mentions) sizes.set(claim, (sizes.get(claim) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const conflicts = new Set(gold.reconciled.claims.filter(({ relation }) => /^conflict/.test(relation)).map(({ id }) => id));
  return { ...story, figures, parents: lineages.parents, claimOf, pairs, conflicts };
}
const claimed = new WeakSet();

/** What the log-odds of a conflict are fitted on: the rivals of a story, and whether the gold has them in one claim. */
export function rivalsIn({ kind, figures, parents, claimOf }) {
  const odds = new ConflictOdds(figures.rarity);
  const rows = [];
  for (const { a, b, score } of rivalPairs(groupsBeforeConflicts(figures, parents, NONE_KEPT), figures, NONE_KEPT)) {
    const [left, right] = [claimOf.get(a.lead), claimOf.get(b.lead)];
    if (score === null || left === undefined || right === undefined) continue;
    const measures = odds.measure(a.lead, b.lead, score);
    rows.push({ x: [...CONFLICT_MEASURES.map((name) => measures[name]), 1], y: left === right ? 1 : 0, rule: score });
  }
  return { kind, rows };
}

const RIDGE = 2;
/** The rules were tuned on the invented stories. */
const INVENTED_WEIGHT = 0.15;

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

/** Logistic regression with a ridge on the rivals of some stories: the weights in the order of the measures, the bias last. */
export function fitOdds(stories, ridge = RIDGE) {
  const rows = stories.flatMap(({ kind, rows: own }) =>
    own.map((row) => ({ ...row, weight: kind === "invented" ? INVENTED_WEIGHT : 1 })),
  );
  const n = rows[0].x.length;
  const spread = Array.from({ length: n }, (_, f) => {
    const mean = rows.reduce((sum, { x }) => sum + x[f], 0) / rows.length;
    return f === n - 1 ? 1 : Math.sqrt(rows.reduce((sum, { x }) => sum + (x[f] - mean) ** 2, 0) / rows.length) || 1;
  });
  const beta = new Array(n).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = beta.map((value, f) => (f === n - 1 ? 0 : ridge * value));
    const hessian = beta.map((_, f) => beta.map((__, g) => (f === g ? (f === n - 1 ? 1e-4 : ridge) : 0)));
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

/** `--name value` of a command line. */
export function option(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

/** What of a command line is neither an option nor one's value. */
export const plain = (args, valued) => args.filter((arg, i) => !arg.startsWith("--") && !valued.includes(args[i - 1] ?? ""));
