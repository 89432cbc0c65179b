/**
 * What input that grouping is not made for costs, and what comes of it.
 *
 *   node scripts/measure-bad-input.mjs [kinds by the beginning of their names]
 *
 * Prints a row a kind: processor time a document, stories, the longest of them in days, the largest, the most edges of a row and how
 * many were left out, and the size of all rows as JSON without passages.
 */
import { inventedNews } from "../dist/bench/index.js";
import { groupStream, memorySpools } from "../dist/index.js";

const DAY_MS = 86_400_000;
const news = (count, options = {}) =>
  [...inventedNews(count, { seed: 31, ...options })].map(({ id, title, text, published_at }) => ({
    id,
    title: title ?? null,
    text,
    published_at: published_at ?? null,
  }));
const first = (text, words) => text.split(/\s+/u).slice(0, words).join(" ");
const seeded = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

/** Ten years of one outlet: a digest a day of that day's leads under the same heading, and the reports themselves. */
function digests() {
  const docs = news(7300, { perDay: 2, background: 0 });
  const days = new Map();
  for (const doc of docs) {
    const day = (doc.published_at ?? "").slice(0, 10);
    if (day !== "") days.set(day, [...(days.get(day) ?? []), doc]);
  }
  const made = [...days].map(([day, own]) => ({
    id: `digest-${day}`,
    title: "The day in five minutes",
    text: `Good evening. Here is what moved us today.\n${own.map(({ text }) => first(text, 60)).join("\n")}\nThis letter comes every day at six.`,
    published_at: `${day}T18:00:00Z`,
  }));
  return [...docs, ...made];
}

/** Pages that differ in a word here and there from one of eighteen. */
function mutated() {
  const random = seeded(3);
  const originals = news(18);
  return Array.from({ length: 1000 }, (_, i) => {
    const { title, text, published_at } = originals[i % originals.length];
    return {
      id: `m${i}`,
      title,
      published_at,
      text: text.replace(/\p{L}{5,}/gu, (word) => (random() < 0.04 ? `${word}x${i % 97}` : word)),
    };
  });
}

const KINDS = {
  "identical, 10,000": () => {
    const [{ title, text, published_at }] = news(1);
    return Array.from({ length: 10_000 }, (_, i) => ({ id: `i${i}`, title, text, published_at }));
  },
  "a digest a day for ten years": digests,
  "mutated, 1,000 of 18": mutated,
  "one document near everything": () => {
    const docs = news(2000);
    const all = docs.map(({ text }) => first(text, 12)).join("\n");
    return [...docs, { id: "everything", title: "All the news", text: all, published_at: docs[1000]?.published_at ?? null }];
  },
  "dates missing": () => news(2000).map((doc) => ({ ...doc, published_at: null })),
  "dates equal": () => news(2000).map((doc) => ({ ...doc, published_at: "2031-01-01T00:00:00Z" })),
  "dates absurd": () =>
    news(2000).map((doc, i) => ({ ...doc, published_at: ["0000-00-00", "9999-12-31", "yesterday", "-1", ""][i % 5] })),
};

const asked = process.argv.slice(2);
console.log(
  "| input | documents | ms each | stories | longest, days | largest | edges a row, most | left out, all | MB of rows |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
for (const [name, make] of Object.entries(KINDS)) {
  if (asked.length > 0 && !asked.some((begin) => name.startsWith(begin))) continue;
  const documents = make();
  async function* input() {
    for (const { id, title, text, published_at } of documents)
      yield { id, title: title ?? null, text, published_at: published_at ?? null };
  }
  const from = process.cpuUsage();
  const stories = new Map();
  let most = 0;
  let leftOut = 0;
  let bytes = 0;
  const dayOf = new Map(documents.map(({ id, published_at }) => [id, Date.parse(published_at ?? "") / DAY_MS]));
  for await (const row of groupStream(input(), { spools: memorySpools(), passages: false })) {
    most = Math.max(most, row.edges.length);
    leftOut += row.edges_left_out ?? 0;
    bytes += JSON.stringify(row).length;
    const day = dayOf.get(row.id) ?? Number.NaN;
    const known = stories.get(row.story) ?? { size: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
    known.size++;
    if (!Number.isNaN(day)) {
      known.first = Math.min(known.first, day);
      known.last = Math.max(known.last, day);
    }
    stories.set(row.story, known);
  }
  const { user, system } = process.cpuUsage(from);
  const each = ((user + system) / 1000 / documents.length).toFixed(2);
  const longest = Math.max(0, ...[...stories.values()].map(({ first, last }) => last - first)).toFixed(2);
  const largest = Math.max(...[...stories.values()].map(({ size }) => size));
  console.log(
    `| ${name} | ${documents.length} | ${each} | ${stories.size} | ${longest} | ${largest} | ${most} | ${leftOut} | ${(bytes / 1e6).toFixed(1)} |`,
  );
}
