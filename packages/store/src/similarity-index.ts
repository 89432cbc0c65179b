import {
  CANDIDATES_MAX,
  type Candidate,
  HOT_ROWS_MAX,
  type IndexEntry,
  type IndexQuery,
  mustAt,
  mustGet,
  type Posting,
  rankOf,
  type SimilarityIndex,
} from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";

/** A posting as a row of its table. */
interface FiledPosting extends Posting {
  readonly rank: number;
  readonly document: number;
}

/** PostgreSQL's int is signed; this keeps the order of unsigned 32-bit numbers. */
const signed = (unsigned: number): number => unsigned - 2_147_483_648;

/**
 * The similarity index on PostgreSQL. `insert` has committed when it resolves, so a writer that inserts first and asks
 * afterwards misses no document that did the same (core's rule for every writer).
 */
export class PostgresSimilarityIndex implements SimilarityIndex {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async insert(entries: readonly IndexEntry[]): Promise<void> {
    if (entries.length === 0) return;
    // Rows in a fixed order: two batches that share documents then wait for each other instead of locking crosswise.
    const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
    await inTransaction(this.#pool, async (client) => {
      const places = sorted.flatMap((entry, index) => entry.postings.map(() => index + 1));
      const keys = sorted.flatMap((entry) => entry.postings.map(({ key }) => key | 0));
      const buckets = sorted.flatMap((entry) => entry.postings.map(({ bucket }) => bucket));
      const { rows } = await client.query<{ id: string; number: number; fresh: boolean }>({
        name: "similarity-documents",
        text: `insert into similarity_document (id, keys, buckets)
               select d.id, coalesce(k.keys, '{}'), coalesce(k.buckets, '{}') from unnest($1::text[]) with ordinality as d (id, place)
               left join (
                 select place, array_agg(key) as keys, array_agg(bucket) as buckets
                 from unnest($2::int[], $3::int[], $4::int[]) as p (place, key, bucket) group by place
               ) k using (place)
               order by d.place
               on conflict (id) do update set keys = similarity_document.keys
               returning id, number, xmax = 0 as fresh`,
        values: [sorted.map((entry) => entry.id), places, keys, buckets],
      });
      const known = rows.filter((row) => !row.fresh).map((row) => row.number);
      if (known.length > 0) await client.query(deleteRows, [known]);
      const numberOf = new Map(rows.map((row) => [row.id, row.number]));
      const postings = sorted.flatMap((entry) => {
        const rank = signed(rankOf(entry.id));
        const document = mustGet(numberOf, entry.id);
        return entry.postings.map(({ key, bucket, weight }) => ({ key: key | 0, bucket, rank, document, weight }));
      });
      const filed = deduplicated(postings);
      await client.query({
        name: "similarity-postings",
        text: `insert into posting (key, bucket, rank, document, weight)
               select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::smallint[]) as p (key, bucket, rank, document, weight)
               order by 1, 2, 3, 4
               on conflict (key, bucket, rank, document) do update set weight = greatest(posting.weight, excluded.weight)`,
        values: [
          filed.map(({ key }) => key),
          filed.map(({ bucket }) => bucket),
          filed.map(({ rank }) => rank),
          filed.map(({ document }) => document),
          filed.map(({ weight }) => weight),
        ],
      });
      if (known.length > 0) await rename(client, known, postings);
    });
  }

  async candidates(queries: readonly IndexQuery[], limit: number = CANDIDATES_MAX): Promise<Candidate[][]> {
    if (queries.length === 0) return [];
    const keys: number[] = [];
    const buckets: number[] = [];
    const weights: number[] = [];
    /** Where each query's lookups begin and end in the arrays above, counted from 1 as PostgreSQL does. */
    const first: number[] = [];
    const last: number[] = [];
    for (const { lookups } of queries) {
      first.push(keys.length + 1);
      for (const lookup of lookups) {
        keys.push(lookup.key | 0);
        buckets.push(lookup.bucket);
        weights.push(lookup.weight);
      }
      last.push(keys.length);
    }
    const { rows } = await this.#pool.query<{ query: number; id: string; score: number }>({
      name: "similarity-candidates",
      text: `select (q.place - 1)::int as query, d.id, v.score
             from unnest($1::int[], $2::int[]) with ordinality as q (first, last, place)
             cross join lateral (
               select p.document, sum(a.weight * p.weight)::int as score
               from unnest(($3::int[])[q.first:q.last], ($4::int[])[q.first:q.last], ($5::int[])[q.first:q.last]) as a (key, bucket, weight)
               cross join lateral (
                 select document, weight, rank from posting where key = a.key and bucket = a.bucket
                 order by key, bucket, rank, document limit ${HOT_ROWS_MAX}
               ) p
               group by p.document order by score desc, min(p.rank) limit $6
             ) v
             join similarity_document d on d.number = v.document`,
      values: [first, last, keys, buckets, weights, limit + 1],
    });
    const found = queries.map(({ id }): { id: string; candidates: Candidate[] } => ({ id, candidates: [] }));
    for (const { query, id, score } of rows) {
      const asked = mustAt(found, query);
      if (id !== asked.id) asked.candidates.push({ id, score });
    }
    for (const { candidates } of found) {
      candidates.sort((a, b) => b.score - a.score || rankOf(a.id) - rankOf(b.id));
      candidates.splice(limit);
      candidates.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    }
    return found.map(({ candidates }) => candidates);
  }

  async remove(ids: readonly string[]): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<{ number: number }>(
        "select number from similarity_document where id = any ($1) order by id for update",
        [ids],
      );
      await client.query(deleteRows, [rows.map((row) => row.number)]);
      const { rowCount } = await client.query("delete from similarity_document where id = any ($1)", [ids]);
      return rowCount ?? 0;
    });
  }
}

const deleteRows = `
  delete from posting p using (
    select d.number, k.key, k.bucket from similarity_document d cross join lateral unnest(d.keys, d.buckets) as k (key, bucket)
    where d.number = any ($1)
  ) mine
  where p.key = mine.key and p.bucket = mine.bucket and p.document = mine.number`;

/** Notes under which keys documents are found now that were found under others before. */
async function rename(client: Client, known: readonly number[], filed: readonly FiledPosting[]): Promise<void> {
  const among = new Set(known);
  const postings = filed.filter(({ document }) => among.has(document));
  await client.query(
    `update similarity_document d set keys = k.keys, buckets = k.buckets
     from (select document, array_agg(key) as keys, array_agg(bucket) as buckets
           from unnest($1::int[], $2::int[], $3::int[]) as p (document, key, bucket) group by document) k
     where d.number = k.document`,
    [postings.map(({ document }) => document), postings.map(({ key }) => key), postings.map(({ bucket }) => bucket)],
  );
}

/** A document that has one feature twice (as a word and as a passage) has one row for it: PostgreSQL refuses to touch a row twice. */
function deduplicated(postings: readonly FiledPosting[]): FiledPosting[] {
  const filed = new Map<string, FiledPosting>();
  for (const posting of postings) {
    const name = `${posting.document} ${posting.key} ${posting.bucket}`;
    const twin = filed.get(name);
    if (twin === undefined || twin.weight < posting.weight) filed.set(name, posting);
  }
  return [...filed.values()];
}
