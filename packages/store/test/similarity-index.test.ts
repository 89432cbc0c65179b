import type { IndexEntry, Posting } from "@wirefold/core";
import { similarityIndexSuite, storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { openDatabase } from "../src/database.ts";
import { PostgresSimilarityIndex } from "../src/similarity-index.ts";

similarityIndexSuite(open);

async function open() {
  const engines = await testEngines({ template: storeTables });
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  const other = await openDatabase({ databaseUrl: engines.databaseUrl });
  return {
    pool,
    index: new PostgresSimilarityIndex(pool),
    second: new PostgresSimilarityIndex(other),
    async [Symbol.asyncDispose]() {
      await Promise.all([pool.end(), other.end()]);
      await engines.close();
    },
  };
}

test("what is carried over is found, filed again and removed like what is not", async () => {
  await using place = await open();
  const parts = async () =>
    (
      await place.pool.query(
        "select (select count(*)::int from posting_recent) as recent, (select count(*)::int from only posting) as old",
      )
    ).rows[0];
  // Documents are numbered from 1, and the one with number n carries over what lies under keys that begin with 0x8000 + n.
  const under = (n: number): Posting => ({ key: (0x80000000 | (n << 16) | 77) >>> 0, weight: 5, bucket: 3 });
  const entries = Array.from({ length: 30 }, (_, i) => ({
    id: `d${i}`,
    postings: [under(i % 10), under(10 + (i % 5)), under(40)],
  }));
  for (const entry of entries) await place.index.insert([entry]);
  // So the first ten documents' rows under 10 to 14, two of each, met the documents of those numbers.
  expect(await parts()).toEqual({ recent: 80, old: 10 });
  const queries = entries.map(({ id, postings }) => ({ id, lookups: postings }));
  expect(await place.index.candidates(queries)).toEqual(entries.map((entry) => expectedOf(entry, entries)));
  await place.index.insert(entries);
  expect(await parts()).toEqual({ recent: 33, old: 57 });
  expect(await place.index.candidates(queries)).toEqual(entries.map((entry) => expectedOf(entry, entries)));
  expect(await place.index.remove(entries.map(({ id }) => id))).toBe(30);
  expect(await parts()).toEqual({ recent: 0, old: 0 });
});

/** Candidates as the port's contract has them, by comparing with every document. */
function expectedOf({ id, postings }: IndexEntry, entries: readonly IndexEntry[]): { id: string; score: number }[] {
  const keys = new Set(postings.map(({ key }) => key));
  return entries
    .filter((other) => other.id !== id)
    .map((other) => ({ id: other.id, score: 25 * other.postings.filter(({ key }) => keys.has(key)).length }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
