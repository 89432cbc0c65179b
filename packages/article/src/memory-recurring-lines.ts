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

interface Shelf {
  /** All documents of the shelf, in the order of their ranks. */
  readonly documents: { readonly rank: number; readonly entry: DocumentLines }[];
  /** Unlike documents by line, for the lines that recur. */
  counts: Map<string, number>;
}

/**
 * {@link RecurringLines} in memory, for one process: a shelf is counted anew whenever it changes, so file documents by the hundred.
 * It is what the store on a database is held to.
 */
export function createMemoryRecurringLines(limits: Partial<RecurringLinesLimits> = {}): RecurringLines {
  const { documentsPerShelf, documentsPerLine, shelves: shelvesMax } = { ...RECURRING_LINES_LIMITS, ...limits };
  const shelves = new Map<string, Shelf>();
  const shelfOfDocument = new Map<string, string>();

  const isFiled = (entry: DocumentLines): boolean => {
    const shelf = shelves.get(entry.shelf);
    if (shelf === undefined || shelfOfDocument.get(entry.id) !== entry.shelf) return false;
    const filed = shelf.documents[placeOf(shelf, lineRankOf(entry.id))]!.entry;
    return same(filed.lines, entry.lines) && same(filed.words, entry.words);
  };
  const withdraw = (id: string): string | undefined => {
    const name = shelfOfDocument.get(id);
    if (name === undefined) return undefined;
    shelfOfDocument.delete(id);
    const shelf = shelves.get(name);
    if (shelf !== undefined) shelf.documents.splice(placeOf(shelf, lineRankOf(id)), 1);
    return name;
  };
  const file = (entry: DocumentLines): void => {
    let shelf = shelves.get(entry.shelf);
    if (shelf === undefined) {
      shelf = { documents: [], counts: new Map() };
      shelves.set(entry.shelf, shelf);
    }
    const rank = lineRankOf(entry.id);
    shelf.documents.splice(placeOf(shelf, rank), 0, { rank, entry });
    shelfOfDocument.set(entry.id, entry.shelf);
  };
  const count = (shelf: Shelf): Map<string, number> => {
    const holders = new Map<string, (readonly number[])[]>();
    for (const { entry } of shelf.documents.slice(0, documentsPerShelf)) {
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
  /** Counts these shelves anew. Answers the documents, but for `except`, that hold a line which began or ceased to recur. */
  const recount = (names: Iterable<string>, except: ReadonlySet<string>): string[] => {
    const owing: string[] = [];
    for (const name of new Set(names)) {
      const shelf = shelves.get(name);
      if (shelf === undefined) continue;
      const before = shelf.counts;
      shelf.counts = count(shelf);
      const turned = (line: string) => before.has(line) !== shelf.counts.has(line);
      for (const { entry } of shelf.documents) {
        if (!except.has(entry.id) && entry.lines.some(turned)) owing.push(entry.id);
      }
      if (shelf.documents.length === 0) shelves.delete(name);
    }
    return owing.sort();
  };
  const letGo = (): void => {
    if (shelves.size <= shelvesMax) return;
    for (const name of [...shelves.keys()].sort().slice(0, shelves.size - shelvesMax)) {
      for (const { entry } of shelves.get(name)!.documents) shelfOfDocument.delete(entry.id);
      shelves.delete(name);
    }
  };

  return {
    async learn(entries) {
      const fresh = new Set(entries.filter(({ id }) => !shelfOfDocument.has(id)).map(({ id }) => id));
      const touched: string[] = [];
      for (const entry of entries) {
        if (isFiled(entry)) continue;
        const before = withdraw(entry.id);
        if (before !== undefined) touched.push(before);
        file(entry);
        touched.push(entry.shelf);
      }
      const owing = recount(touched, fresh);
      letGo();
      const recurring = entries.map(({ shelf, lines }): RecurringCounts => {
        const counts = shelves.get(shelf)?.counts;
        return new Map(lines.flatMap((line) => (counts?.has(line) ? [[line, counts.get(line)!] as const] : [])));
      });
      return { recurring, owing };
    },
    async remove(ids) {
      const touched = ids.map(withdraw).filter((name) => name !== undefined);
      return recount(touched, new Set());
    },
  };
}

/** Where a document of this rank stands on a shelf, or would. */
function placeOf({ documents }: Shelf, rank: number): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (documents[middle]!.rank < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
