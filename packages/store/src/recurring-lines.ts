import {
  countUnlike,
  type DocumentLines,
  type Learned,
  lineRankOf,
  mustAt,
  mustGet,
  RECURRING_DOCUMENTS_MIN,
  RECURRING_LINES_LIMITS,
  type RecurringCounts,
  type RecurringLines,
  type RecurringLinesLimits,
} from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { oweAgain } from "./owe-again.ts";

/** SQL: the documents of a line. Nine lines in ten stand in one document, which is no list. */
const held = (row: string) => `coalesce(${row}.documents, array[${row}.first])`;

/** Someone else changed what this was about to change; the whole is tried again, this often. */
const attemptsMax = 6;

class RacedError extends Error {}

interface PartitionRow {
  readonly number: number;
  readonly name: string;
  /** How many lay on it before. */
  readonly documents: number;
  /** Null while all documents are counted. */
  readonly bound: number | null;
  readonly created: boolean;
}

/** A document as it is filed. Bigints travel as text. */
interface FiledRow {
  readonly id: string;
  readonly partition: number;
  readonly name: string;
  readonly lines: readonly string[];
  readonly words: readonly number[];
}

interface LineRow {
  readonly partition: number;
  readonly line: string;
  readonly documents: readonly string[];
  readonly unlike: number;
}

/**
 * {@link RecurringLines} on PostgreSQL. Writers of one partition take turns, for the few milliseconds of a batch: a writer that asks
 * afterwards knows of all who filed before, and a writer that turns a line owes those before it a new cleaning, in the same transaction.
 *
 * Statements that join are not prepared by name: a plan made while the tables were empty would be kept, at ten times the cost.
 */
export class PostgresRecurringLines implements RecurringLines {
  readonly #pool: Pool;
  readonly #limits: RecurringLinesLimits;

  constructor(pool: Pool, limits: RecurringLinesLimits = RECURRING_LINES_LIMITS) {
    this.#pool = pool;
    this.#limits = limits;
  }

  async learn(entries: readonly DocumentLines[]): Promise<Learned> {
    if (entries.length === 0) return { recurring: [], owing: [] };
    const given = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
    const owing = await patiently(async () => {
      const before = await readFiled(this.#pool, given.map(idOf));
      const changed = given.filter((entry) => !isFiled(before.get(entry.id), entry));
      return changed.length === 0 ? [] : this.#file(changed, before);
    });
    return { recurring: await this.#ask(entries), owing };
  }

  async remove(ids: readonly string[]): Promise<readonly string[]> {
    return patiently(async () => {
      const before = await readFiled(this.#pool, ids);
      return before.size === 0 ? [] : this.#file([], before);
    });
  }

  /** Takes out `before`, files `entries`, and owes a new cleaning where lines turned. */
  async #file(entries: readonly DocumentLines[], before: ReadonlyMap<string, FiledRow>): Promise<string[]> {
    let grown = false;
    const owing = await inTransaction(this.#pool, async (client) => {
      const removed = await readRemoved(client, entries.map(idOf));
      const coming = entries.filter((entry) => !removed.has(entry.id));
      const going = entries.length === 0 ? [...before.values()] : entries.flatMap(({ id }) => before.get(id) ?? []);
      const partitions = await lockPartitions(client, [
        ...coming.map((entry) => entry.partition),
        ...going.map((row) => row.name),
      ]);
      if (partitions.size === 0) return [];
      grown = [...partitions.values()].some((partition) => partition.created);
      await withdraw(client, going);
      await insert(client, coming, partitions);

      // Where a partition holds more than it counts, some fall out of the count and others move up.
      const bounds = await this.#moveBounds(client, partitions, coming.length);
      const added = coming.filter((entry) => isWithin(mustGet(bounds, entry.partition).after, entry));
      const again = pairsOf(going);
      for (const { partition, before: was, after } of bounds.values()) {
        if (was !== after) again.push(...(await linesBetween(client, partition, was, after)));
      }
      const touched = await this.#addLines(client, added, partitions);
      const { rows, turned } = await this.#recount(client, again, bounds);
      for (const row of rows) touched.set(keyOf(row.partition, row.line), row);
      turned.push(...(await judge(client, [...touched.values()])));
      const known = new Set(coming.filter(({ id }) => !before.has(id)).map(idOf));
      const holders = (await holdersOf(client, turned)).filter((id) => !known.has(id));
      await oweAgain(client, "clean", holders);
      return holders;
    });
    if (grown) await this.#letGo();
    return owing;
  }

  /** How far each partition is counted, before and after. */
  async #moveBounds(client: Client, partitions: ReadonlyMap<string, PartitionRow>, coming: number) {
    const all = [...partitions.values()];
    const full = all.filter(
      (partition) => partition.bound !== null || partition.documents + coming > this.#limits.documentsPerPartition,
    );
    const rows = full.length === 0 ? [] : await this.#readBounds(client, full);
    const after = new Map(rows.map((row) => [row.number, row.bound === null ? null : Number(row.bound)]));
    const moved = full.filter((partition) => partition.bound !== after.get(partition.number));
    if (moved.length > 0) {
      await client.query(
        "update line_partition s set bound = b.bound from unnest($1::int[], $2::bigint[]) as b (number, bound) where s.number = b.number",
        [moved.map((partition) => partition.number), moved.map((partition) => after.get(partition.number))],
      );
    }
    return new Map(
      all.map((partition) => [
        partition.name,
        { partition: partition.number, before: partition.bound, after: after.get(partition.number) ?? null },
      ]),
    );
  }

  async #readBounds(client: Client, partitions: readonly PartitionRow[]): Promise<{ number: number; bound: string | null }[]> {
    const { rows } = await client.query<{ number: number; bound: string | null }>({
      text: `select s.number, (select rank from line_document d where d.partition = s.number and s.documents > $2
               order by rank offset $2 - 1 limit 1) as bound
             from line_partition s where s.number = any ($1)`,
      values: [partitions.map((partition) => partition.number), this.#limits.documentsPerPartition],
    });
    return rows;
  }

  /** Adds documents to their lines. Answers the lines it made a difference to. */
  async #addLines(
    client: Client,
    entries: readonly DocumentLines[],
    partitions: ReadonlyMap<string, PartitionRow>,
  ): Promise<Map<string, LineRow>> {
    const [numbers, lines, ranks]: [number[], string[], number[]] = [[], [], []];
    for (const { id, partition, lines: own } of entries) {
      const { number } = mustGet(partitions, partition);
      for (const line of own) {
        numbers.push(number);
        lines.push(signedOf(line));
        ranks.push(lineRankOf(id));
      }
    }
    if (lines.length === 0) return new Map();
    // Most lines stand in one document only, and say nothing yet: they are not sent back.
    const { rows } = await client.query<LineRow>({
      name: "line-add",
      text: `with added as (
               insert into line (partition, fingerprint, first, documents)
               select partition, fingerprint, min(rank), case when count(*) > 1 then (array_agg(rank order by rank))[1:$4] end
               from unnest($1::int[], $2::bigint[], $3::bigint[]) as g (partition, fingerprint, rank) group by partition, fingerprint
               on conflict (partition, fingerprint) do update set documents = array(
                   select distinct rank from unnest(${held("line")} || ${held("excluded")}) as r (rank) order by rank limit $4)
                 where cardinality(${held("line")}) < $4 or excluded.first < line.documents[$4]
               returning partition, fingerprint as line, ${held("line")} as documents, unlike
             )
             select * from added where cardinality(documents) >= ${RECURRING_DOCUMENTS_MIN}`,
      values: [numbers, lines, ranks, this.#limits.documentsPerLine],
    });
    return new Map(rows.map((row) => [keyOf(row.partition, row.line), row]));
  }

  /** Counts lines again from the documents of their partitions. `turned`: those nobody holds any more that recurred. */
  async #recount(
    client: Client,
    pairs: readonly Pair[],
    bounds: ReadonlyMap<string, { readonly partition: number; readonly after: number | null }>,
  ): Promise<{ rows: LineRow[]; turned: Pair[] }> {
    if (pairs.length === 0) return { rows: [], turned: [] };
    const boundOf = new Map([...bounds.values()].map(({ partition, after }) => [partition, after]));
    const distinct = [...new Map(pairs.map((pair) => [keyOf(pair.partition, pair.line), pair])).values()];
    const { rows } = await client.query<LineRow & { gone: boolean }>(
      `with found as materialized (
         select w.partition, w.fingerprint, array(
           select d.rank from line_document d
           where d.partition = w.partition and d.rank <= coalesce(w.bound, ${Number.MAX_SAFE_INTEGER}) and w.fingerprint = any (d.lines)
           order by d.rank limit $4) as documents
         from unnest($1::int[], $2::bigint[], $3::bigint[]) as w (partition, fingerprint, bound)
       ), gone as (
         delete from line l using found f
         where l.partition = f.partition and l.fingerprint = f.fingerprint and f.documents = '{}'
         returning l.partition, l.fingerprint, ${held("l")} as documents, l.unlike
       ), kept as (
         insert into line (partition, fingerprint, first, documents)
         select partition, fingerprint, documents[1], case when cardinality(documents) > 1 then documents end from found where documents <> '{}'
         on conflict (partition, fingerprint) do update set first = excluded.first, documents = excluded.documents
         returning partition, fingerprint, ${held("line")} as documents, unlike
       )
       select partition, fingerprint as line, documents, unlike, true as gone from gone
       union all select partition, fingerprint, documents, unlike, false from kept`,
      [
        distinct.map((pair) => pair.partition),
        distinct.map((pair) => pair.line),
        distinct.map((pair) => boundOf.get(pair.partition) ?? null),
        this.#limits.documentsPerLine,
      ],
    );
    return {
      rows: rows.filter((row) => !row.gone),
      turned: rows.filter((row) => row.gone && row.unlike >= RECURRING_DOCUMENTS_MIN),
    };
  }

  async #ask(entries: readonly DocumentLines[]): Promise<RecurringCounts[]> {
    const [asked, names, lines]: [number[], string[], string[]] = [[], [], []];
    entries.forEach((entry, index) => {
      for (const line of entry.lines) {
        asked.push(index);
        names.push(entry.partition);
        lines.push(signedOf(line));
      }
    });
    const counts = entries.map(() => new Map<string, number>());
    const { rows } = await this.#pool.query<{ asked: number; line: string; unlike: number }>({
      text: `select a.asked, a.fingerprint as line, l.unlike
             from unnest($1::int[], $2::text[], $3::bigint[]) as a (asked, name, fingerprint)
               join line_partition s on s.name = a.name
               join line l on l.partition = s.number and l.fingerprint = a.fingerprint
             where l.unlike >= ${RECURRING_DOCUMENTS_MIN}`,
      values: [asked, names, lines],
    });
    for (const { asked: index, line, unlike } of rows) mustAt(counts, index).set(fingerprintOf(line), unlike);
    return counts;
  }

  /** Lets the oldest partitions go when there are too many. A partition someone works on is left to the next time. */
  async #letGo(): Promise<void> {
    await this.#pool.query(
      `with old as (
         select number from line_partition where number in (select number from line_partition order by name collate "C" desc offset $1)
         for update skip locked
       ), partitions as (delete from line_partition where number in (select number from old)),
       lines as (delete from line where partition in (select number from old))
       delete from line_document where partition in (select number from old)`,
      [this.#limits.partitions],
    );
  }
}

interface Pair {
  readonly partition: number;
  readonly line: string;
}

const idOf = (entry: DocumentLines): string => entry.id;
const keyOf = (partition: number, line: string): string => `${partition} ${line}`;
const signedOf = (fingerprint: string): string => BigInt.asIntN(64, BigInt(`0x${fingerprint}`)).toString();
const fingerprintOf = (signed: string): string => BigInt.asUintN(64, BigInt(signed)).toString(16).padStart(16, "0");
const pairsOf = (rows: readonly FiledRow[]): Pair[] =>
  rows.flatMap(({ partition, lines }) => lines.map((line) => ({ partition, line })));
const isWithin = (bound: number | null, entry: DocumentLines): boolean => bound === null || lineRankOf(entry.id) <= bound;

function isFiled(row: FiledRow | undefined, entry: DocumentLines): boolean {
  return (
    row !== undefined &&
    row.name === entry.partition &&
    row.lines.length === entry.lines.length &&
    row.words.length === entry.words.length &&
    entry.lines.every((line, i) => signedOf(line) === row.lines[i]) &&
    row.words.every((word, i) => word === entry.words[i])
  );
}

/** Tries again what another transaction got in the way of: a race this code saw, or a deadlock the server did. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const deadlock = (error as { code?: string }).code === "40P01";
      if (attempt === attemptsMax || !(deadlock || error instanceof RacedError)) throw error;
    }
  }
}

async function readFiled(db: Pick<Client, "query">, ids: readonly string[]): Promise<Map<string, FiledRow>> {
  const { rows } = await db.query<FiledRow>({
    text: `select d.document_id as id, d.partition, s.name, d.lines::text[] as lines, d.words
           from line_document d join line_partition s on s.number = d.partition where d.document_id = any ($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Documents taken down teach nothing. The rest cannot be taken down while this transaction runs. */
async function readRemoved(client: Client, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await client.query<{ id: string; removed: boolean }>({
    name: "line-removed",
    text: "select id, removed_at is not null as removed from document where id = any ($1) order by id for share",
    values: [ids],
  });
  return new Set(rows.filter((row) => row.removed).map((row) => row.id));
}

/** Locks partitions in the order of their names, making those that are new. */
async function lockPartitions(client: Client, names: readonly string[]): Promise<Map<string, PartitionRow>> {
  if (names.length === 0) return new Map();
  const { rows } = await client.query<Omit<PartitionRow, "bound"> & { bound: string | null }>({
    name: "line-partitions",
    text: `insert into line_partition (name) select name from unnest($1::text[]) as n (name) group by name order by name
           on conflict (name) do update set documents = line_partition.documents
           returning number, name, documents, bound, xmax = 0 as created`,
    values: [names],
  });
  return new Map(rows.map((row) => [row.name, { ...row, bound: row.bound === null ? null : Number(row.bound) }]));
}

async function withdraw(client: Client, rows: readonly FiledRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { rowCount } = await client.query(
    `with gone as (
       delete from line_document d using unnest($1::text[], $2::int[], $3::text[]) as g (id, partition, lines)
       where d.document_id = g.id and d.partition = g.partition and d.lines = g.lines::bigint[] returning d.partition
     ), counted as (
       update line_partition s set documents = s.documents - g.n from (select partition, count(*)::int as n from gone group by partition) g
       where s.number = g.partition
     )
     select from gone`,
    [rows.map((row) => row.id), rows.map((row) => row.partition), rows.map((row) => `{${row.lines.join(",")}}`)],
  );
  if (rowCount !== rows.length) throw new RacedError("a document was filed again meanwhile");
}

async function insert(
  client: Client,
  entries: readonly DocumentLines[],
  partitions: ReadonlyMap<string, PartitionRow>,
): Promise<void> {
  if (entries.length === 0) return;
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { rows } = await client.query<{ n: number }>({
    name: "line-file",
    text: `with filed as (
             insert into line_document (document_id, partition, rank, lines, words)
             select id, partition, rank, lines::bigint[], words::int[]
             from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[]) as g (id, partition, rank, lines, words)
             on conflict do nothing returning partition
           ), counted as (
             update line_partition s set documents = s.documents + f.n from (select partition, count(*)::int as n from filed group by partition) f
             where s.number = f.partition
           )
           select count(*)::int as n from filed`,
    values: [
      sorted.map(idOf),
      sorted.map((entry) => mustGet(partitions, entry.partition).number),
      sorted.map((entry) => lineRankOf(entry.id)),
      sorted.map((entry) => `{${entry.lines.map(signedOf).join(",")}}`),
      sorted.map((entry) => `{${entry.words.join(",")}}`),
    ],
  });
  if (rows[0]?.n !== entries.length) throw new RacedError("a document was filed by another meanwhile");
}

/** The lines of the documents that a moved bound takes into the count, or out of it. */
async function linesBetween(client: Client, partition: number, one: number | null, other: number | null): Promise<Pair[]> {
  const [low, high] = [one ?? Number.MAX_SAFE_INTEGER, other ?? Number.MAX_SAFE_INTEGER].sort((a, b) => a - b);
  const { rows } = await client.query<{ line: string }>(
    "select distinct unnest(lines) as line from line_document where partition = $1 and rank > $2 and rank <= $3",
    [partition, low, high],
  );
  return rows.map(({ line }) => ({ partition, line }));
}

/** Counts the unlike documents of lines whose documents changed. Answers the lines that began or ceased to recur. */
async function judge(client: Client, rows: readonly LineRow[]): Promise<Pair[]> {
  const due = rows.filter((row) => row.documents.length >= RECURRING_DOCUMENTS_MIN || row.unlike > 0);
  if (due.length === 0) return [];
  const wanted = new Map(
    due.flatMap((row) => row.documents.map((rank) => [keyOf(row.partition, rank), [row.partition, rank] as const])),
  );
  const { rows: found } = await client.query<{ partition: number; rank: string; words: number[] }>({
    text: `select d.partition, d.rank, d.words from unnest($1::int[], $2::bigint[]) as w (partition, rank)
             join line_document d on d.partition = w.partition and d.rank = w.rank`,
    values: [[...wanted.values()].map(([partition]) => partition), [...wanted.values()].map(([, rank]) => rank)],
  });
  const wordsOf = new Map(found.map(({ partition, rank, words }) => [keyOf(partition, rank), words]));
  const counted = due
    .map((row) => ({ ...row, now: countUnlike(row.documents.map((rank) => wordsOf.get(keyOf(row.partition, rank)) ?? [])) }))
    .filter((row) => row.now !== row.unlike);
  if (counted.length > 0) {
    await client.query({
      text: `update line l set unlike = j.unlike from unnest($1::int[], $2::bigint[], $3::smallint[]) as j (partition, fingerprint, unlike)
             where l.partition = j.partition and l.fingerprint = j.fingerprint`,
      values: [counted.map((row) => row.partition), counted.map((row) => row.line), counted.map((row) => row.now)],
    });
  }
  return counted.filter((row) => row.now >= RECURRING_DOCUMENTS_MIN !== row.unlike >= RECURRING_DOCUMENTS_MIN);
}

/** The documents that hold one of these lines in their bodies, sorted. Few lines ever turn, so a partition is read through. */
async function holdersOf(client: Client, pairs: readonly Pair[]): Promise<string[]> {
  if (pairs.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `select d.document_id as id from line_document d
       join (select partition, array_agg(line) as lines from unnest($1::int[], $2::bigint[]) as t (partition, line) group by partition) t
         on t.partition = d.partition and t.lines && d.lines
     order by d.document_id`,
    [pairs.map((pair) => pair.partition), pairs.map((pair) => pair.line)],
  );
  return rows.map((row) => row.id).sort();
}
