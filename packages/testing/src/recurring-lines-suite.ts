import {
  type DocumentLines,
  type Learned,
  mustAt,
  mustGet,
  RECURRING_LINES_LIMITS,
  type RecurringLines,
  type RecurringLinesLimits,
} from "@wirefold/core";
import { expect, test } from "vitest";
import { numbers, shuffled } from "./shuffled.ts";

export interface RecurringLinesUnderTest extends AsyncDisposable {
  readonly store: RecurringLines;
  /** The same store as another process has it; null where it cannot be shared. */
  readonly second: RecurringLines | null;
}

const line = (n: number): string => n.toString(16).padStart(16, "0");
const scattered = (n: number): number => {
  let hash = Math.imul(n + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) | 0;
};
/** Words of one subject: documents of the same subject are alike, all others are not. */
const about = (subject: number): number[] =>
  Array.from({ length: 64 }, (_, i) => scattered(subject * 64 + i)).sort((a, b) => a - b);
const document = (
  id: string,
  lines: readonly number[],
  subject: number,
  partition = "2024-1 courier.example",
): DocumentLines => ({
  id,
  partition,
  lines: lines.map(line),
  words: about(subject),
});
const unlike = (count: number, lines: readonly number[], from = 0, partition?: string): DocumentLines[] =>
  Array.from({ length: count }, (_, n) => document(`doc-${from + n}`, lines, from + n, partition));

async function inBatches(store: RecurringLines, entries: readonly DocumentLines[], size: number): Promise<void> {
  for (let from = 0; from < entries.length; from += size) await store.learn(entries.slice(from, from + size));
}
const plain = ({ recurring }: Learned): [string, number][][] => recurring.map((counts) => [...counts].sort());

/**
 * The whole contract of the `RecurringLines` port. An adapter claims it by calling this with a way to make a fresh, empty store.
 */
export function recurringLinesSuite(open: (limits: RecurringLinesLimits) => Promise<RecurringLinesUnderTest>): void {
  const fresh = () => open(RECURRING_LINES_LIMITS);

  test("a line recurs from the fourth unlike document of the partition on, and the three before owe a new cleaning", async () => {
    await using place = await fresh();
    const first = await place.store.learn(unlike(3, [1]));
    expect(plain(first)).toEqual([[], [], []]);
    expect(first.owing).toEqual([]);
    const fourth = await place.store.learn([document("doc-3", [1, 2], 3)]);
    expect(plain(fourth)).toEqual([[[line(1), 4]]]);
    expect(fourth.owing).toEqual(["doc-0", "doc-1", "doc-2"]);
    const fifth = await place.store.learn([document("doc-4", [1], 4)]);
    expect(plain(fifth)).toEqual([[[line(1), 5]]]);
    expect(fifth.owing).toEqual([]);
  });

  test("filing the same document again changes nothing, and answers the same", async () => {
    await using place = await fresh();
    const entries = unlike(5, [1, 2]);
    const once = await place.store.learn(entries);
    const twice = await place.store.learn(entries);
    expect(plain(twice)).toEqual(plain(once));
    expect(twice.owing).toEqual([]);
  });

  test("copies, rewrites and versions of one story count once", async () => {
    await using place = await fresh();
    const copies = Array.from({ length: 12 }, (_, n) => document(`copy-${n}`, [1, 2, 3], 7));
    expect(plain(await place.store.learn(copies)).flat()).toEqual([]);
    // Three other subjects and the one the copies share make four.
    const { recurring } = await place.store.learn(unlike(3, [1], 100));
    expect(recurring.map((counts) => [...counts.keys()])).toEqual([[line(1)], [line(1)], [line(1)]]);
  });

  test("documents without words prove nothing", async () => {
    await using place = await fresh();
    const entries = unlike(9, [1]).map((entry) => ({ ...entry, words: [] }));
    expect(plain(await place.store.learn(entries)).flat()).toEqual([]);
  });

  test("partitions know nothing of each other", async () => {
    await using place = await fresh();
    await place.store.learn(unlike(3, [1]));
    const other = await place.store.learn(unlike(3, [1], 50, "2024-1 herald.example"));
    expect(plain(other).flat()).toEqual([]);
    expect(other.owing).toEqual([]);
    expect(plain(await place.store.learn([document("later", [1], 80, "2024-2 courier.example")])).flat()).toEqual([]);
  });

  test("a document taken out heals its lines, and filing it again wounds them again", async () => {
    await using place = await fresh();
    const entries = unlike(4, [1]);
    await place.store.learn([...entries, document("bystander", [9], 70)]);
    expect(await place.store.remove(["doc-1"])).toEqual(["doc-0", "doc-2", "doc-3"]);
    expect(plain(await place.store.learn([mustAt(entries, 0)]))).toEqual([[]]);
    expect(await place.store.remove(["doc-1", "unknown"])).toEqual([]);
    const again = await place.store.learn([mustAt(entries, 1)]);
    expect(plain(again)).toEqual([[[line(1), 4]]]);
    expect(again.owing).toEqual(["doc-0", "doc-2", "doc-3"]);
  });

  test("a document with other lines than before replaces what was filed", async () => {
    await using place = await fresh();
    await place.store.learn(unlike(4, [1]));
    const changed = await place.store.learn([document("doc-2", [2], 2)]);
    expect(plain(changed)).toEqual([[]]);
    // The changed one may be in another worker's hands, so it is named as well where its old line was cut.
    expect(changed.owing.filter((id) => id !== "doc-2")).toEqual(["doc-0", "doc-1", "doc-3"]);
    const moved = await place.store.learn([document("doc-2", [1], 2, "2030-1 courier.example")]);
    expect(plain(moved)).toEqual([[]]);
  });

  test("fingerprints use all 64 bits", async () => {
    await using place = await fresh();
    const entries = unlike(4, []).map((entry) => ({ ...entry, lines: ["ffffffffffffffff", "8000000000000000", line(0)] }));
    const { recurring } = await place.store.learn(entries);
    expect([...mustAt(recurring, 0).keys()].sort()).toEqual([line(0), "8000000000000000", "ffffffffffffffff"]);
  });

  const corpora: { title: string; limits: RecurringLinesLimits }[] = [
    { title: "with room to spare", limits: RECURRING_LINES_LIMITS },
    { title: "with more documents than a line remembers", limits: { ...RECURRING_LINES_LIMITS, documentsPerLine: 5 } },
    { title: "with more documents than a partition counts", limits: { ...RECURRING_LINES_LIMITS, documentsPerPartition: 12 } },
  ];
  test.each(corpora)("the answer follows from the set of documents alone, $title", async ({ limits }) => {
    const next = numbers(11);
    const corpus = Array.from({ length: 60 }, (_, n) =>
      document(
        `doc-${n}`,
        [...new Set(Array.from({ length: 3 }, () => next(9)))],
        next(30),
        `2024-1 ${["a", "b"][next(2)]}.example`,
      ),
    );
    const taken = corpus.filter((_, n) => n % 6 === 0).map(({ id }) => id);
    const left = corpus.filter(({ id }) => !taken.includes(id));
    let expected: unknown;
    for (const [order, size] of [
      [1, 1],
      [2, 7],
      [3, 60],
    ] as const) {
      await using place = await open(limits);
      await inBatches(place.store, shuffled(corpus, order), size);
      await place.store.remove(shuffled(taken, order));
      const answer = plain(await place.store.learn(left));
      expected ??= answer;
      expect(answer.flat().length).toBeGreaterThan(10);
      expect(answer).toEqual(expected);
    }
    await using never = await open(limits);
    await inBatches(never.store, left, 9);
    expect(plain(await never.store.learn(left))).toEqual(expected);
  });

  test("who keeps what it was last told, and asks again when named, ends with the answer all get", async () => {
    await using place = await open({ ...RECURRING_LINES_LIMITS, documentsPerPartition: 20, documentsPerLine: 5 });
    const next = numbers(5);
    const corpus = Array.from({ length: 80 }, (_, n) =>
      document(`doc-${n}`, [...new Set(Array.from({ length: 3 }, () => next(9)))], next(40)),
    );
    const byId = new Map(corpus.map((entry) => [entry.id, entry]));
    const told = new Map<string, string[]>();
    const tell = (entries: readonly DocumentLines[], { recurring }: Learned) =>
      entries.forEach(({ id }, i) => void told.set(id, [...mustAt(recurring, i).keys()].sort()));
    const again = async (ids: readonly string[]): Promise<void> => {
      const entries = ids.map((id) => mustGet(byId, id));
      if (entries.length > 0) tell(entries, await place.store.learn(entries));
    };
    for (let from = 0; from < corpus.length; from += 7) {
      const batch = corpus.slice(from, from + 7);
      const learned = await place.store.learn(batch);
      tell(batch, learned);
      await again(learned.owing);
    }
    for (const id of ["doc-3", "doc-30", "doc-33"]) {
      told.delete(id);
      byId.delete(id);
      await again(await place.store.remove([id]));
    }
    const left = [...byId.values()];
    const final = await place.store.learn(left);
    expect(final.owing).toEqual([]);
    left.forEach(({ id }, i) => void expect(told.get(id), id).toEqual([...mustAt(final.recurring, i).keys()].sort()));
  });

  test("of too many partitions the oldest are let go", async () => {
    await using place = await open({ ...RECURRING_LINES_LIMITS, partitions: 2 });
    for (const [n, year] of ["2022-1", "2024-2", "2023-1"].entries()) {
      await place.store.learn(unlike(4, [1], n * 10, `${year} courier.example`));
    }
    const ask = async (n: number, year: string) =>
      plain(await place.store.learn([document(`doc-${n * 10}`, [1], n * 10, `${year} courier.example`)])).flat().length;
    expect([await ask(1, "2024-2"), await ask(2, "2023-1"), await ask(0, "2022-1")]).toEqual([1, 1, 0]);
  });

  test("of documents filed at the same time by two processes, each knows of the other or is named", async () => {
    await using place = await fresh();
    const { store, second } = place;
    if (second === null) return;
    for (let round = 0; round < 15; round++) {
      const partition = `2024-1 round${round}.example`;
      const entries = unlike(8, [1], round * 8, partition);
      const told = new Map<string, number>();
      const owing = new Set<string>();
      await Promise.all(
        entries.map(async (entry, n) => {
          const learned = await (n % 2 === 0 ? store : second).learn([entry]);
          told.set(entry.id, mustAt(learned.recurring, 0).size);
          for (const id of learned.owing) owing.add(id);
        }),
      );
      for (const { id } of entries) expect(told.get(id) === 1 || owing.has(id), `${id} in round ${round}`).toBe(true);
    }
  });
}
