import {
  countUnlike,
  type DocumentLines,
  lineRankOf,
  RECURRING_DOCUMENTS_MIN,
  RECURRING_LINES_LIMITS,
  type RecurringCounts,
  type RecurringLines,
  type RecurringLinesLimits,
} from "@wirefold/core";
import { itemAt } from "./indexing.ts";

interface Partition {
  /** All documents of the partition, in the order of their ranks. */
  readonly documents: { readonly rank: number; readonly entry: DocumentLines }[];
  /** Unlike documents by line, for the lines that recur. */
  counts: Map<string, number>;
}

/**
 * {@link RecurringLines} in memory, for one process: a partition is counted again whenever it changes, so file documents by the hundred.
 * It is what the store on a database is held to.
 */
export function createMemoryRecurringLines(limits: Partial<RecurringLinesLimits> = {}): RecurringLines {
  const { documentsPerPartition, documentsPerLine, partitions: partitionsMax } = { ...RECURRING_LINES_LIMITS, ...limits };
  const partitions = new Map<string, Partition>();
  const partitionOfDocument = new Map<string, string>();

  const isFiled = (entry: DocumentLines): boolean => {
    const partition = partitions.get(entry.partition);
    if (partition === undefined || partitionOfDocument.get(entry.id) !== entry.partition) return false;
    const filed = itemAt(partition.documents, placeOf(partition, lineRankOf(entry.id))).entry;
    return same(filed.lines, entry.lines) && same(filed.words, entry.words);
  };
  const withdraw = (id: string): string | undefined => {
    const name = partitionOfDocument.get(id);
    if (name === undefined) return undefined;
    partitionOfDocument.delete(id);
    const partition = partitions.get(name);
    if (partition !== undefined) partition.documents.splice(placeOf(partition, lineRankOf(id)), 1);
    return name;
  };
  const file = (entry: DocumentLines): void => {
    let partition = partitions.get(entry.partition);
    if (partition === undefined) {
      partition = { documents: [], counts: new Map() };
      partitions.set(entry.partition, partition);
    }
    const rank = lineRankOf(entry.id);
    partition.documents.splice(placeOf(partition, rank), 0, { rank, entry });
    partitionOfDocument.set(entry.id, entry.partition);
  };
  const count = (partition: Partition): Map<string, number> => {
    const holders = new Map<string, (readonly number[])[]>();
    for (const { entry } of partition.documents.slice(0, documentsPerPartition)) {
      for (const line of entry.lines) {
        const words = holders.get(line);
        if (words === undefined) holders.set(line, [entry.words]);
        else if (words.length < documentsPerLine) words.push(entry.words);
      }
    }
    const counts = new Map<string, number>();
    for (const [line, sketches] of holders) {
      const unlike = sketches.length < RECURRING_DOCUMENTS_MIN ? 0 : countUnlike(sketches);
      if (unlike >= RECURRING_DOCUMENTS_MIN) counts.set(line, unlike);
    }
    return counts;
  };
  /** Counts these partitions again. Answers the documents, but for `except`, that hold a line which began or ceased to recur. */
  const recount = (names: Iterable<string>, except: ReadonlySet<string>): string[] => {
    const owing: string[] = [];
    for (const name of new Set(names)) {
      const partition = partitions.get(name);
      if (partition === undefined) continue;
      const before = partition.counts;
      partition.counts = count(partition);
      const turned = (line: string) => before.has(line) !== partition.counts.has(line);
      for (const { entry } of partition.documents) {
        if (!except.has(entry.id) && entry.lines.some(turned)) owing.push(entry.id);
      }
      if (partition.documents.length === 0) partitions.delete(name);
    }
    return owing.sort();
  };
  const letGo = (): void => {
    if (partitions.size <= partitionsMax) return;
    for (const name of [...partitions.keys()].sort().slice(0, partitions.size - partitionsMax)) {
      for (const { entry } of partitions.get(name)?.documents ?? []) partitionOfDocument.delete(entry.id);
      partitions.delete(name);
    }
  };

  return {
    async learn(entries) {
      const fresh = new Set(entries.filter(({ id }) => !partitionOfDocument.has(id)).map(({ id }) => id));
      const touched: string[] = [];
      for (const entry of entries) {
        if (isFiled(entry)) continue;
        const before = withdraw(entry.id);
        if (before !== undefined) touched.push(before);
        file(entry);
        touched.push(entry.partition);
      }
      const owing = recount(touched, fresh);
      letGo();
      const recurring = entries.map(({ partition, lines }): RecurringCounts => {
        const counts = partitions.get(partition)?.counts;
        return new Map(
          lines.flatMap((line) => {
            const count = counts?.get(line);
            return count === undefined ? [] : [[line, count] as const];
          }),
        );
      });
      return { recurring, owing };
    },
    async remove(ids) {
      const touched = ids.map(withdraw).filter((name) => name !== undefined);
      return recount(touched, new Set());
    },
  };
}

/** Where a document of this rank stands in a partition, or would. */
function placeOf({ documents }: Partition, rank: number): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(documents, middle).rank < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
