import {
  CANDIDATES_MAX,
  HOT_ROWS_MAX,
  type IndexEntry,
  mustAt,
  type Posting,
  rankOf,
  type SimilarityIndex,
  TIMELESS,
  UNDATED,
} from "@wirefold/core";
import { expect, test } from "vitest";
import { shuffled } from "./shuffled.ts";

export interface SimilarityIndexUnderTest extends AsyncDisposable {
  readonly index: SimilarityIndex;
  /** The same index as another process has it; null where it cannot be shared. */
  readonly second: SimilarityIndex | null;
}

const row = (key: number, weight = 10, bucket = 100): Posting => ({ key, weight, bucket });
const entry = (id: string, ...postings: Posting[]): IndexEntry => ({ id, postings });
const idsOf = (candidates: readonly { readonly id: string }[]): string[] => candidates.map(({ id }) => id);

/**
 * The whole contract of the `SimilarityIndex` port. An adapter claims it by calling this with a way to make a fresh, empty
 * index. Deliberately not in it: how long an insert lasts through a power cut.
 */
export function similarityIndexSuite(open: () => Promise<SimilarityIndexUnderTest>): void {
  test("documents that share a row are each other's candidates, with the products of the weights summed", async () => {
    await using place = await open();
    await place.index.insert([entry("a", row(1, 5), row(2, 7)), entry("b", row(1, 3), row(2, 2)), entry("c", row(9, 9))]);
    const [found] = await place.index.candidates([{ id: "a", lookups: [row(1, 5), row(2, 7)] }]);
    expect(found).toEqual([{ id: "b", score: 5 * 3 + 7 * 2 }]);
  });

  test("a document is never its own candidate, and an unknown one may ask", async () => {
    await using place = await open();
    await place.index.insert([entry("a", row(1))]);
    const found = await place.index.candidates([
      { id: "a", lookups: [row(1)] },
      { id: "unknown", lookups: [row(1)] },
      { id: "nobody", lookups: [] },
    ]);
    expect(found.map(idsOf)).toEqual([[], ["a"], []]);
  });

  test("a row is found in its own stretch of time only", async () => {
    await using place = await open();
    await place.index.insert([
      entry("near", row(1, 10, 7)),
      entry("undated", row(1, 10, UNDATED)),
      entry("timeless", row(1, 10, TIMELESS)),
    ]);
    const found = await place.index.candidates([
      { id: "x", lookups: [row(1, 1, 7)] },
      { id: "x", lookups: [row(1, 1, 8)] },
      { id: "x", lookups: [row(1, 1, UNDATED), row(1, 1, TIMELESS)] },
      { id: "x", lookups: [row(1, 1, -3)] },
    ]);
    expect(found.map(idsOf)).toEqual([["near"], [], ["timeless", "undated"], []]);
  });

  test("keys use all 32 bits", async () => {
    await using place = await open();
    await place.index.insert([entry("low", row(1)), entry("high", row(0x80000001)), entry("top", row(0xffffffff))]);
    const found = await place.index.candidates([
      { id: "x", lookups: [row(0x80000001)] },
      { id: "x", lookups: [row(0xffffffff)] },
    ]);
    expect(found.map(idsOf)).toEqual([["high"], ["top"]]);
  });

  test("the best candidates come first, and no more than asked for", async () => {
    await using place = await open();
    await place.index.insert(Array.from({ length: 20 }, (_, i) => entry(`d${i}`, row(1, 1 + i))));
    const [found] = await place.index.candidates([{ id: "x", lookups: [row(1, 1)] }], 3);
    expect(found).toEqual([
      { id: "d19", score: 20 },
      { id: "d18", score: 19 },
      { id: "d17", score: 18 },
    ]);
  });

  test("inserting again replaces, and removing takes out", async () => {
    await using place = await open();
    await place.index.insert([entry("a", row(1)), entry("b", row(1))]);
    await place.index.insert([entry("b", row(2))]);
    const ask = async (key: number) => idsOf(mustAt(await place.index.candidates([{ id: "x", lookups: [row(key)] }]), 0));
    expect([await ask(1), await ask(2)]).toEqual([["a"], ["b"]]);
    expect(await place.index.remove(["a", "never-there"])).toBe(1);
    expect(await ask(1)).toEqual([]);
    await place.index.insert([entry("a", row(1))]);
    expect(await ask(1)).toEqual(["a"]);
  });

  test("a hot row answers with the documents whose ids rank lowest, whatever order they came in", async () => {
    const ids = Array.from({ length: HOT_ROWS_MAX * 4 }, (_, i) => `hot-${i}`);
    const lowest = [...ids].sort((x, y) => rankOf(x) - rankOf(y)).slice(0, HOT_ROWS_MAX);
    for (const seed of [1, 2, 3]) {
      await using place = await open();
      for (const id of shuffled(ids, seed)) await place.index.insert([entry(id, row(1))]);
      const ask = async (limit?: number) =>
        idsOf(mustAt(await place.index.candidates([{ id: "x", lookups: [row(1)] }], limit), 0));
      expect((await ask(HOT_ROWS_MAX * 2)).sort()).toEqual([...lowest].sort());
      expect((await ask()).sort()).toEqual(lowest.slice(0, CANDIDATES_MAX).sort());
    }
  });

  test("batches and their order make no difference", async () => {
    const entries = Array.from({ length: 120 }, (_, i) =>
      entry(`d${i}`, row(i % 40, 1 + (i % 9)), row(500 + (i % 7), 2), row(1000 + i)),
    );
    const answers: unknown[] = [];
    for (const size of [1, 7, 100]) {
      await using place = await open();
      const order = shuffled(entries, size);
      for (let at = 0; at < order.length; at += size) await place.index.insert(order.slice(at, at + size));
      answers.push(await place.index.candidates(entries.map(({ id, postings }) => ({ id, lookups: postings }))));
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("of writers that insert first and ask afterwards, one of any two sees the other", async () => {
    await using place = await open();
    const ids = Array.from({ length: 64 }, (_, i) => `w${i}`);
    // Pairs of documents share a row of their own; each document is written by another worker.
    const rowOf = (i: number) => row(Math.floor(i / 2) + 1);
    const seen = new Set<string>();
    await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        const index = worker % 2 === 0 ? place.index : (place.second ?? place.index);
        for (const [i, own] of ids.entries()) {
          if (i % 8 !== worker) continue;
          await index.insert([entry(own, rowOf(i))]);
          const found = await index.candidates([{ id: own, lookups: [rowOf(i)] }]);
          for (const { id } of found.flat()) seen.add([id, own].sort().join(" "));
        }
      }),
    );
    expect(seen.size).toBe(ids.length / 2);
  });

  test("odd ids and ten thousand rows of one document are filed and found", async () => {
    await using place = await open();
    const odd = ["", " ", "ключ", "一", "a'b\"c\\", "x".repeat(3000)].filter((id) => id !== "");
    await place.index.insert(odd.map((id) => entry(id, row(77))));
    await place.index.insert([entry("wide", ...Array.from({ length: 10_000 }, (_, i) => row(i + 5000)))]);
    const found = await place.index.candidates([
      { id: "x", lookups: [row(77)] },
      { id: "x", lookups: [row(14_999)] },
    ]);
    expect(found.map((candidates) => idsOf(candidates).sort())).toEqual([[...odd].sort(), ["wide"]]);
  });
}
