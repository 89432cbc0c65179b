/**
 * Fits the log-odds that two values answer one question, and prints what they find in stories left out:
 *
 *   node packages/stories/scripts/fit-conflicts.mjs [folder of stories …] [--keep FILE] [--ridge N] [--print]
 *
 * Stories: see labelled-stories.mjs. What `--print` prints goes into src/claims/conflict-odds.ts. Logistic regression with a
 * ridge; the invented stories weigh less, because the rules were tuned on them.
 */
import { CONFLICT_MEASURES } from "../dist/claims/conflict-odds.js";
import { fitOdds, labelledStories, option, plain, rivalsIn } from "./labelled-stories.mjs";

const args = process.argv.slice(2);
const ridge = Number(option(args, "--ridge") ?? 2);
const stories = labelledStories(plain(args, ["--keep", "--ridge"]), option(args, "--keep")).map(rivalsIn);
const found = new Map();
for (const story of stories) {
  if (story.rows.length === 0) continue;
  const beta = fitOdds(
    stories.filter((other) => other !== story),
    ridge,
  );
  for (const { x, y, rule } of story.rows) {
    const odds = x.reduce((sum, value, f) => sum + value * beta[f], 0);
    for (const [name, hit] of [
      ["by the rules alone, from 2.8", rule >= 2.8],
      ...[-1.2, -0.8, -0.4, 0, 0.4].map((least) => [`log-odds from ${least}`, odds >= least]),
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
if (args.includes("--print")) {
  const beta = fitOdds(stories, ridge);
  [...CONFLICT_MEASURES, "bias"].forEach((name, f) => {
    console.log(`  ${name}: ${beta[f].toFixed(2)},`);
  });
}
