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

/** Bits of a rank that a posting's place in the index holds. Rows of one key that share these are read together. */
const RANK_BITS = 20;
/**
 * More candidates of one score whose ranks share all bits kept here are never met: some are read beyond those asked for, and which of them
 * are kept is told by the whole rank. Rows with ties would have every row sorted, where a bounded sort keeps the few that are asked for.
 */
const SAME_RANK_MAX = 8;
const rankIn = (id: string): number => rankOf(id) >>> (32 - RANK_BITS);

/**
 * Key and bucket as one number of 44 bits: 32 of the key and 12 of the bucket, which is some days of 34 years. A posting's slot is this
 * number with its document's rank behind it.
 */
const placeOf = ({ key, bucket }: { readonly key: number; readonly bucket: number }): number =>
  (key >>> 0) * 0x1000 + (bucket & 0xfff);
const PLACE_BYTES = 6;

/**
 * New postings go into `posting_recent`, and every document that is filed carries one of so many stretches of it over into `posting`: the
 * one its number names. A posting so waits for half as many documents as there are stretches, in the middle, and a page of the large index is
 * touched once for all that was found for it meanwhile. Bits of a slot that name its stretch; the small index takes some 30 MB.
 */
const STRETCH_BITS = 16;
/** The stretch that a document carries over, as the first bits of a slot, which has a sign. */
const stretchOf = (number: number): number => (number & (2 ** STRETCH_BITS - 1)) - 2 ** (STRETCH_BITS - 1);

/** SQL: the first slot of a place, and the last. */
const firstSlot = (place: string) => `(${place} << ${RANK_BITS})`;
const lastSlot = (place: string) => `((${place} << ${RANK_BITS}) | ${2 ** RANK_BITS - 1})`;

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
    const filed = entries.map(({ id, postings }) => ({ id, weights: weightsByPlace(postings) }));
    // Rows in a fixed order: two batches that share documents then wait for each other instead of locking crosswise.
    filed.sort((a, b) => (a.id < b.id ? -1 : 1));
    await inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<{ id: string; number: number; places: Buffer; fresh: boolean }>({
        name: "similarity-documents",
        text: `insert into similarity_document (id, places) select * from unnest($1::text[], $2::bytea[])
               on conflict (id) do update set places = similarity_document.places
               returning id, number, places, xmax = 0 as fresh`,
        values: [filed.map(({ id }) => id), filed.map(({ weights }) => packPlaces([...weights.keys()]))],
      });
      const known = rows.filter((row) => !row.fresh);
      if (known.length > 0) await deletePostings(client, known);
      const numberOf = new Map(rows.map((row) => [row.id, row.number]));
      const postings = filed.flatMap(({ id, weights }) => {
        const rank = rankIn(id);
        const document = mustGet(numberOf, id);
        return [...weights].map(([place, weight]) => ({ place, rank, document, weight }));
      });
      // In the order of the index: neighbouring rows meet the same page of it.
      postings.sort((a, b) => a.place - b.place || a.rank - b.rank);
      await client.query({
        name: "similarity-postings",
        text: `insert into posting_recent (slot, document, weight)
               select ${firstSlot("place")} | rank, document, weight
               from unnest($1::bigint[], $2::int[], $3::int[], $4::smallint[]) as p (place, rank, document, weight)`,
        values: [
          postings.map(({ place }) => place),
          postings.map(({ rank }) => rank),
          postings.map(({ document }) => document),
          postings.map(({ weight }) => weight),
        ],
      });
      await carryOver(client, new Set(rows.map(({ number }) => stretchOf(number))));
      if (known.length > 0) {
        const again = new Set(known.map(({ id }) => id));
        const moved = filed.filter(({ id }) => again.has(id));
        await client.query(
          `update similarity_document d set places = m.places from unnest($1::text[], $2::bytea[]) as m (id, places) where d.id = m.id`,
          [moved.map(({ id }) => id), moved.map(({ weights }) => packPlaces([...weights.keys()]))],
        );
      }
    });
  }

  async candidates(queries: readonly IndexQuery[], limit: number = CANDIDATES_MAX): Promise<Candidate[][]> {
    if (queries.length === 0) return [];
    const places: number[] = [];
    const weights: number[] = [];
    /** Where each query's lookups begin and end in the arrays above, counted from 1 as PostgreSQL does. */
    const first: number[] = [];
    const last: number[] = [];
    for (const { lookups } of queries) {
      first.push(places.length + 1);
      for (const lookup of lookups) {
        places.push(placeOf(lookup));
        weights.push(lookup.weight);
      }
      last.push(places.length);
    }
    const { rows } = await this.#pool.query<{ query: number; id: string; score: number }>({
      name: "similarity-candidates",
      text: `select (q.place - 1)::int as query, d.id, v.score
             from unnest($1::int[], $2::int[]) with ordinality as q (first, last, place)
             cross join lateral (
               select p.document, sum(a.weight * p.weight)::int as score
               from unnest(($3::bigint[])[q.first:q.last], ($4::int[])[q.first:q.last]) as a (place, weight)
               cross join lateral (
                 select document, weight, slot from posting where slot between ${firstSlot("a.place")} and ${lastSlot("a.place")}
                 order by slot fetch first ${HOT_ROWS_MAX} rows with ties
               ) p
               group by p.document order by score desc, min(p.slot & ${2 ** RANK_BITS - 1}) limit ($5)
             ) v
             join similarity_document d on d.number = v.document`,
      values: [first, last, places, weights, limit + 1 + SAME_RANK_MAX],
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
      const { rows } = await client.query<{ id: string; number: number; places: Buffer }>(
        "select id, number, places from similarity_document where id = any ($1) order by id for update",
        [ids],
      );
      await deletePostings(client, rows);
      const { rowCount } = await client.query("delete from similarity_document where id = any ($1)", [ids]);
      return rowCount ?? 0;
    });
  }
}

async function deletePostings(
  client: Client,
  documents: readonly { readonly id: string; readonly number: number; readonly places: Buffer }[],
): Promise<void> {
  const postings = documents.flatMap(({ id, number, places }) => {
    const rank = rankIn(id);
    return unpackPlaces(places).map((place) => ({ place, rank, number }));
  });
  const values = [postings.map(({ place }) => place), postings.map(({ rank }) => rank), postings.map(({ number }) => number)];
  // Recent ones first: those that are being carried over are waited for, and the second statement sees where they are then.
  for (const part of ["posting_recent", "only posting"]) {
    await client.query(
      `delete from ${part} p using unnest($1::bigint[], $2::int[], $3::int[]) as mine (place, rank, document)
       where p.slot = ${firstSlot("mine.place")} | mine.rank and p.document = mine.document`,
      values,
    );
  }
}

/** Moves postings to where most are. What somebody else is about to delete waits for the next time; so this waits for nobody. */
async function carryOver(client: Client, stretches: ReadonlySet<number>): Promise<void> {
  const rest = 64 - STRETCH_BITS;
  await client.query({
    name: "similarity-carry-over",
    text: `with moved as (
             delete from posting_recent where ctid = any (array(
               select r.at from unnest($1::bigint[]) as s (stretch)
               cross join lateral (
                 select ctid as at from posting_recent
                 where slot between stretch << ${rest} and (stretch << ${rest}) | ${2n ** BigInt(rest) - 1n} for update skip locked
               ) r
             )) returning slot, document, weight
           )
           insert into posting (slot, document, weight) select slot, document, weight from moved order by slot`,
    values: [[...stretches]],
  });
}

/** A document that has one feature twice (as a word and as a passage) has one row for it, of the larger weight. */
function weightsByPlace(postings: readonly Posting[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const posting of postings) {
    const place = placeOf(posting);
    weights.set(place, Math.max(weights.get(place) ?? 0, posting.weight));
  }
  return weights;
}

function packPlaces(places: readonly number[]): Buffer {
  const packed = Buffer.alloc(places.length * PLACE_BYTES);
  places.forEach((place, n) => {
    packed.writeUIntBE(place, n * PLACE_BYTES, PLACE_BYTES);
  });
  return packed;
}

function unpackPlaces(packed: Buffer): number[] {
  return Array.from({ length: packed.length / PLACE_BYTES }, (_, n) => packed.readUIntBE(n * PLACE_BYTES, PLACE_BYTES));
}
