/**
 * Fits the weights by which figures are joined, and prints the scores of stories that took no part in the fit:
 *
 *   node packages/stories/scripts/fit-weights.mjs [folder of stories …] [--keep FILE] [--folds N] [--rounds N] [--keys a,b,…] [--all]
 *
 * Stories: see labelled-stories.mjs. They are dealt into `--folds` lots (default: each its own); each lot is scored by weights and
 * conflict log-odds fitted on all others. `--keys` fits only the weights named. `--all` fits on all stories instead and prints the
 * weights; what goes into src/claims/weights.ts comes from there.
 */

import { scorer } from "../../../tests/acceptance/filters.mjs";
import { conflictsOf } from "../../../tests/acceptance/stories.mjs";
import { alignClaims } from "../dist/claims/align-claims.js";
import { CONFLICT_MEASURES, CONFLICT_ODDS } from "../dist/claims/conflict-odds.js";
import { agreementOf } from "../dist/claims/quantity.js";
import { WEIGHTS } from "../dist/claims/weights.js";
import { reconcileStory } from "../dist/index.js";
import { fitOdds, labelledStories, option, plain, rivalsIn } from "./labelled-stories.mjs";

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

/** The rules were tuned on the invented stories. */
const INVENTED_WEIGHT = 0.3;

/** Long stories count by the root of their pairs, or one would outweigh the rest. */
function utility(stories) {
  const sum = { tp: 0, fp: 0, fn: 0, found: 0, wrong: 0, expected: 0, stories: 0 };
  for (const story of stories) {
    const result = score(story);
    const share = story.kind === "invented" ? INVENTED_WEIGHT : 1;
    const weight = share / Math.sqrt(Math.max(1, story.pairs));
    for (const key of ["tp", "fp", "fn"]) sum[key] += result[key] * weight;
    sum.found += result.found * share;
    sum.wrong += result.wrong * share;
    sum.expected += story.conflicts.size * share;
    sum.stories += share;
  }
  return f1(sum) + 0.25 * (sum.found / Math.max(1, sum.expected)) - (0.5 * sum.wrong) / sum.stories;
}

const args = process.argv.slice(2);
const VALUED = ["--keep", "--folds", "--rounds", "--keys"];
const START = { ...WEIGHTS };
const KEYS = option(args, "--keys")?.split(",") ?? Object.keys(START);
const ROUNDS = Number(option(args, "--rounds") ?? 2);
const STEPS = [0.3, -0.3, 0.6, -0.6];
const DRIFT = 0.002;

function fit(stories) {
  Object.assign(WEIGHTS, START);
  const drift = () => DRIFT * Object.keys(START).reduce((sum, key) => sum + Math.abs(WEIGHTS[key] - START[key]), 0);
  let best = utility(stories);
  for (let round = 0; round < ROUNDS; round++) {
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
  const beta = fitOdds(stories.map(rivalsIn));
  [...CONFLICT_MEASURES, "bias"].forEach((name, f) => {
    CONFLICT_ODDS[name] = beta[f];
  });
  return best;
}

const { scoreSeeds } = await scorer("score-seeds");

/** What a reader sees: pairs of figures joined rightly, wrongly and not, counts of sources, conflicts found and told falsely. */
function report({ gold, members }) {
  const record = reconcileStory(members, { story: "given" });
  const { claimGrouping, reconcile } = scoreSeeds(gold, {
    documents: Object.fromEntries(members.map(({ id, facts }) => [id, facts])),
    quotes: [],
    numeric_mentions: members.flatMap(({ id, facts }) => facts.numeric_mentions.map((mention) => ({ ...mention, doc: id }))),
    dates: [],
    entities: [],
    reconciled: { claims: record.claims, quote_groups: record.quote_groups, lineage: { clusters: record.lineage.clusters } },
  });
  const { expected, found, wrong } = conflictsOf(gold, members, [record]);
  return {
    ...{ tp: claimGrouping.tp, fp: claimGrouping.fp, fn: claimGrouping.fn },
    ...{ counts: Math.round(reconcile.independentAcc * reconcile.multiDocClaims) || 0, of: reconcile.multiDocClaims },
    ...{ found: found.size, conflicts: expected.length, wrong: wrong.length },
  };
}

const row = (name, r) =>
  `| ${name} | ${f1(r).toFixed(2)} (${r.tp} ${r.fp} ${r.fn}) | ${r.counts}/${r.of} | ${r.found}/${r.conflicts} | ${r.wrong} |`;
const plus = (a, b) => Object.fromEntries(Object.keys(b).map((key) => [key, (a?.[key] ?? 0) + b[key]]));

const stories = labelledStories(plain(args, VALUED), option(args, "--keep"));
console.log(`as it stands: ${utility(stories).toFixed(4)}`);
if (args.includes("--all")) {
  console.log(fit(stories).toFixed(4));
  for (const key of Object.keys(START))
    if (WEIGHTS[key] !== START[key]) console.log(`  ${key}: ${START[key]} -> ${WEIGHTS[key]}`);
} else {
  const folds = Number(option(args, "--folds") ?? stories.length);
  const totals = new Map();
  console.log(
    "| story, left out | claim grouping F1 (right, wrong, missed pairs) | counts | conflicts | false |\n|---|---|---|---|---|",
  );
  for (let fold = 0; fold < folds; fold++) {
    fit(stories.filter((_, i) => i % folds !== fold));
    for (const story of stories.filter((_, i) => i % folds === fold)) {
      const result = report(story);
      console.log(row(story.story, result));
      const pools =
        story.kind === "development" && story.story !== "seeds"
          ? [story.kind, "development without the reference story"]
          : [story.kind];
      for (const pool of pools) totals.set(pool, plus(totals.get(pool), result));
    }
  }
  for (const [pool, sum] of totals) console.log(row(`**${pool}**`, sum));
}
