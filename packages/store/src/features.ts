import { rankOf } from "@wirefold/core";
import type { Pool } from "./database.ts";

export interface FeaturesRow {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What tells whether comparing is worth while. */
  readonly sketch: Uint8Array;
  /** The article they were made from. One that is not the document's any more is not saved. */
  readonly articleHash: string;
}

/** Where a document stands: how often its article changed since it was first compared, and up to which change its edges are right. */
export interface Revision {
  readonly revision: number;
  readonly settled: number;
}

/** A value of about one of PostgreSQL's pieces for long values, less its head: a longer one leaves a rest that fits no page. */
const PIECE = 1900;

function inHalves(bytes: Buffer): { readonly first: Buffer; readonly rest: Buffer | null } {
  if (bytes.length <= PIECE) return { first: bytes, rest: null };
  const half = Math.ceil(bytes.length / 2);
  return { first: bytes.subarray(0, half), rest: bytes.subarray(half) };
}

/**
 * Documents of these ranks are kept twice as far as their sketches go: the index proposes those of each place that rank lowest, so that in a
 * large store three sixteenths of all documents are nine tenths of the candidates. Theirs lie together in `popular_sketch`.
 */
const POPULAR_BELOW = 0x30000000;
const isPopular = (id: string): boolean => rankOf(id) < POPULAR_BELOW;

/** SQL: puts sketches of popular documents, as columns `id` and `sketch`, beside those that are kept. */
const keepPopular = (given: string) =>
  `insert into popular_sketch (document_id, sketch) ${given}
   on conflict (document_id) do update set sketch = excluded.sketch where popular_sketch.sketch <> excluded.sketch`;

/** SQL: both halves as one. */
const joined = (row: string) => `(${row}.bytes || coalesce(${row}.rest, ''))`;

/** Encoded features of documents, made once by dedupe and read whenever a candidate must be compared. */
export class PostgresFeatures {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Answers the revisions of those that were saved: all but those whose article is another by now. */
  async save(rows: readonly FeaturesRow[]): Promise<Map<string, Revision>> {
    if (rows.length === 0) return new Map();
    const halves = rows.map((row) => inHalves(Buffer.from(row.bytes)));
    const { rows: saved } = await this.#pool.query<Revision & { id: string }>({
      name: "save-features",
      text: `with given as (
               select g.id, g.bytes, g.rest, g.sketch, g.popular
               from unnest($1::text[], $2::bytea[], $3::text[], $4::bytea[], $5::bytea[], $6::bool[])
                 as g (id, bytes, article_hash, sketch, rest, popular)
                 left join document d on d.id = g.id
               where d.removed_at is null and (d.article_hash is null or d.article_hash = g.article_hash)
             ), noted as (
               insert into changed_article (document_id)
               select g.id from given g join features f on f.document_id = g.id where ${joined("f")} <> ${joined("g")} order by g.id
               on conflict (document_id) do update set revision = changed_article.revision + 1
               returning document_id, revision, settled
             ), saved as (
               insert into features (document_id, bytes, rest, sketch) select id, bytes, rest, sketch from given order by id
               on conflict (document_id) do update set bytes = excluded.bytes, rest = excluded.rest, sketch = excluded.sketch
                 where ${joined("features")} <> ${joined("excluded")} or features.sketch is distinct from excluded.sketch
             ), popular as (
               ${keepPopular("select id, sketch from given where popular order by id")}
             )
             select g.id, coalesce(n.revision, c.revision, 0) as revision, coalesce(n.settled, c.settled, 0) as settled
             from given g left join noted n on n.document_id = g.id left join changed_article c on c.document_id = g.id`,
      values: [
        rows.map((row) => row.id),
        halves.map(({ first }) => first),
        rows.map((row) => row.articleHash),
        rows.map((row) => Buffer.from(row.sketch)),
        halves.map(({ rest }) => rest),
        rows.map((row) => isPopular(row.id)),
      ],
    });
    return new Map(saved.map(({ id, revision, settled }) => [id, { revision, settled }]));
  }

  /** The sketches of documents; null where none was kept. A document without features is left out. */
  async sketches(ids: readonly string[]): Promise<{ id: string; sketch: Uint8Array | null }[]> {
    const popular = ids.filter(isPopular);
    const found = await this.#popularSketches(popular);
    const known = new Set(found.map(({ id }) => id));
    const others = ids.filter((id) => !known.has(id));
    if (others.length === 0) return found;
    const { rows } = await this.#pool.query<{ id: string; sketch: Buffer | null }>({
      name: "load-sketches",
      text: "select document_id as id, sketch from features where document_id = any ($1)",
      values: [others],
    });
    return [...found, ...rows];
  }

  async #popularSketches(ids: readonly string[]): Promise<{ id: string; sketch: Uint8Array }[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#pool.query<{ id: string; sketch: Buffer }>({
      name: "load-popular-sketches",
      text: "select document_id as id, sketch from popular_sketch where document_id = any ($1)",
      values: [ids],
    });
    return rows;
  }

  async load(ids: readonly string[]): Promise<{ id: string; bytes: Uint8Array }[]> {
    const { rows } = await this.#pool.query<{ id: string; bytes: Buffer }>({
      name: "load-features",
      text: `select document_id as id, ${joined("f")} as bytes from features f where document_id = any ($1)`,
      values: [ids],
    });
    return rows;
  }

  /** Features of documents, in the order of their ids, whose sketches bear another version or none. */
  async ofOtherSketches(version: number, afterId: string, limit: number): Promise<{ id: string; bytes: Uint8Array }[]> {
    const { rows } = await this.#pool.query<{ id: string; bytes: Buffer }>({
      name: "features-of-other-sketches",
      text: `select document_id as id, ${joined("f")} as bytes from features f
             where document_id > $1 and (sketch is null or substring(sketch from 1 for 1) <> $2) order by document_id limit $3`,
      values: [afterId, Buffer.of(version), limit],
    });
    return rows;
  }

  /** Puts other sketches in place of those of documents. */
  async saveSketches(rows: readonly { readonly id: string; readonly sketch: Uint8Array }[]): Promise<void> {
    await this.#pool.query({
      name: "save-sketches",
      text: `with given as (select * from unnest($1::text[], $2::bytea[], $3::bool[]) as g (id, sketch, popular)),
             kept as (update features f set sketch = g.sketch from given g where f.document_id = g.id returning g.*)
             ${keepPopular("select id, sketch from kept where popular")}`,
      values: [rows.map(({ id }) => id), rows.map(({ sketch }) => Buffer.from(sketch)), rows.map(({ id }) => isPopular(id))],
    });
  }

  /** Those of these documents whose article ever changed. */
  async revisions(ids: readonly string[]): Promise<Map<string, Revision>> {
    const { rows } = await this.#pool.query<Revision & { id: string }>({
      name: "features-revisions",
      text: "select document_id as id, revision, settled from changed_article where document_id = any ($1)",
      values: [ids],
    });
    return new Map(rows.map(({ id, revision, settled }) => [id, { revision, settled }]));
  }

  /** Notes that the edges of documents are right for these revisions. */
  async settle(revisions: ReadonlyMap<string, number>): Promise<void> {
    await this.#pool.query(
      `update changed_article c set settled = greatest(c.settled, s.revision)
       from unnest($1::text[], $2::int[]) as s (id, revision) where c.document_id = s.id`,
      [[...revisions.keys()], [...revisions.values()]],
    );
  }
}
