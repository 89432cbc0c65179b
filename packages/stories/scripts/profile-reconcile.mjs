/**
 * What a member costs, on the invented articles of `wirefold bench pipeline`: the stages before run once and their facts are
 * kept in a file, so `node --cpu-prof packages/stories/scripts/profile-reconcile.mjs` shows reconciliation alone.
 * Prints milliseconds of processor time a member by quarter (the first ones still warm up), what a story costs that gains its
 * members one at a time, and a hash of all records: equal hashes are equal bytes. Needs `npm run build`.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reconcileStory } from "../dist/index.js";

const COUNT = Number(process.argv[2] ?? 2000);
const kept = join(tmpdir(), `wirefold-reconcile-members-${COUNT}.json`);
if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(await inventStories(COUNT)));
const stories = JSON.parse(readFileSync(kept, "utf8"));

const hash = createHash("sha256");
const quarter = Math.ceil(stories.length / 4);
for (let at = 0; at < stories.length; at += quarter) {
  const part = stories.slice(at, at + quarter);
  const members = part.reduce((sum, story) => sum + story.length, 0);
  const spent = milliseconds(() => part.map((story) => reconcileStory(story)));
  console.log(`${members} members: ${(spent.ms / members).toFixed(2)} ms each`);
  for (const record of spent.answer) hash.update(JSON.stringify(record));
}
const large = stories.filter((story) => story.length >= 5);
const atOnce = milliseconds(() => large.map((story) => reconcileStory(story))).ms / large.length;
const grown =
  milliseconds(() => large.map((story) => story.map((_, i) => reconcileStory(story.slice(0, i + 1))))).ms / large.length;
console.log(`a story of five or six: ${atOnce.toFixed(2)} ms at once, ${grown.toFixed(2)} ms one member at a time`);
console.log(`records ${hash.digest("hex").slice(0, 16)}`);

function milliseconds(work) {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { answer, ms: (user + system) / 1000 };
}

async function inventStories(count) {
  const { inventArticles } = await import("../../../services/cli/dist/bench/invented-articles.js");
  const { withPassages } = await import("../../pipeline/dist/index.js");
  const { extractArticle } = await import("@wirefold/article");
  const { extractFacts } = await import("@wirefold/facts");
  const { groupDocuments } = await import("@wirefold/similarity");
  const read = [...inventArticles(count)].map((one) => ({
    ...one,
    article: extractArticle(one.text, { kind: "text", url: one.url }),
  }));
  const { assignments, edges } = groupDocuments(read.map(({ article, ...one }) => ({ ...one, text: article.text })));
  const byStory = new Map();
  for (const { article, ...one } of read) {
    const assignment = assignments.get(one.id);
    const facts = extractFacts({ ...one, article, language: article.language });
    const member = { ...assignment, ...one, facts, language: "en", wire_credit: null };
    byStory.set(assignment.story, [...(byStory.get(assignment.story) ?? []), member]);
  }
  return [...byStory].map(([story, members]) =>
    withPassages(
      members,
      edges.filter(({ a, b }) => assignments.get(a).story === story && assignments.get(b).story === story),
    ),
  );
}
