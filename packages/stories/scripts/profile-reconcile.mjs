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
  const { memberOf, runInMemory, withPassages } = await import("../../pipeline/dist/index.js");
  const sources = [...inventArticles(count)].map(({ id, text, ...hints }) => ({
    id,
    body: text,
    kind: /** @type {const} */ ("text"),
    hints,
  }));
  const { documents, edges } = await runInMemory(sources);
  const byStory = new Map();
  for (const { cleaned, metadata, facts, assignment } of documents.values()) {
    const member = memberOf({ metadata, text: cleaned.text, facts, assignment });
    byStory.set(assignment.story, [...(byStory.get(assignment.story) ?? []), member]);
  }
  const storyOf = (id) => documents.get(id)?.assignment.story;
  return [...byStory].map(([story, members]) =>
    withPassages(
      members,
      edges.filter(({ a, b }) => storyOf(a) === story && storyOf(b) === story),
    ),
  );
}
