import { describe, expect, test } from "vitest";
import { inventedNews } from "../src/bench/index.ts";
import { groupDocuments } from "../src/index.ts";

const WINDOW_DAYS = 3;
const DAY_MS = 86_400_000;

/** Days between the first and the last dated member of each cluster. */
function spansOf(
  docs: readonly { readonly id: string; readonly published_at?: string | null }[],
  storyOf: (id: string) => string,
) {
  const spans = new Map<string, [number, number]>();
  for (const { id, published_at } of docs) {
    if (typeof published_at !== "string") continue;
    const day = Date.parse(published_at) / DAY_MS;
    const [from, to] = spans.get(storyOf(id)) ?? [day, day];
    spans.set(storyOf(id), [Math.min(from, day), Math.max(to, day)]);
  }
  return [...spans.values()].map(([from, to]) => to - from);
}

describe("invented news of a week, names and occasions recurring", () => {
  const docs = [...inventedNews(460, { seed: 5, perDay: 64 })];
  const { assignments, edges } = groupDocuments(docs, { passages: false });
  const storyOf = (id: string): string => assignments.get(id)?.story ?? id;

  test("no story is longer than the window", () => {
    expect(Math.max(...spansOf(docs, storyOf))).toBeLessThanOrEqual(WINDOW_DAYS);
  });

  test("stories are the events", () => {
    let hits = 0;
    let together = 0;
    let wanted = 0;
    for (const [i, a] of docs.entries())
      for (const b of docs.slice(i + 1)) {
        const joined = storyOf(a.id) === storyOf(b.id);
        const same = a.event === b.event;
        if (joined) together++;
        if (same) wanted++;
        if (joined && same) hits++;
      }
    expect(hits / together).toBeGreaterThan(0.9);
    expect(hits / wanted).toBeGreaterThan(0.8);
  });

  test("a round-up of a day binds no two of its stories", () => {
    const roundUps = new Set(docs.filter(({ event }) => event.startsWith("round-up")).map(({ id }) => id));
    expect(roundUps.size).toBeGreaterThan(5);
    const without = docs.filter(({ id }) => !roundUps.has(id));
    const alone = groupDocuments(without, { passages: false }).assignments;
    let bound = 0;
    for (const { id } of without)
      for (const other of without) {
        if (storyOf(id) === storyOf(other.id) && alone.get(id)?.story !== alone.get(other.id)?.story) bound++;
      }
    expect(bound / without.length).toBeLessThan(0.02);
  });

  test("edges a document stay few", () => {
    expect(edges.length / docs.length).toBeLessThan(8);
  });
});

test("one outlet's digest a day for five months makes no story longer than the window", () => {
  const leads = [...inventedNews(400, { seed: 9, perDay: 400, background: 0 })].map(({ text }) =>
    text.split("\n").slice(0, 3).join(" "),
  );
  const docs = Array.from({ length: 150 }, (_, day) => ({
    id: `digest-${day}`,
    title: "The day in brief",
    text: [0, 1, 2, 3, 4].map((i) => leads[(day + i * 7) % leads.length] ?? "").join("\n"),
    published_at: new Date(Date.UTC(2031, 0, 1) + day * DAY_MS).toISOString(),
  }));
  const { assignments, edges } = groupDocuments(docs, { passages: false });
  expect(Math.max(...spansOf(docs, (id) => assignments.get(id)?.story ?? id))).toBeLessThanOrEqual(WINDOW_DAYS);
  expect(edges.length / docs.length).toBeLessThan(40);
});

test.each([
  ["missing", () => null],
  ["all equal", () => "2031-01-01"],
  ["absurd", (i: number) => (i % 2 === 0 ? "0001-01-01" : "9999-12-31T00:00:00Z")],
  ["no dates at all", (i: number) => `day ${i}`],
] as const)("dates that are %s group without error, and copies stay together", (_name, dateOf) => {
  const news = [...inventedNews(60, { seed: 3, perDay: 60 })];
  const docs = news.flatMap((doc, i) => [
    { ...doc, published_at: dateOf(i) },
    { ...doc, id: `${doc.id}-again`, published_at: dateOf(i) },
  ]);
  const { assignments } = groupDocuments(docs, { passages: false });
  for (const { id } of news) expect(assignments.get(`${id}-again`)?.copy).toBe(assignments.get(id)?.copy);
});
