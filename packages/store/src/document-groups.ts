import type { Edge } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { edgesBetween, edgesOf } from "./edges.ts";
import { oweReconcile } from "./owe-reconcile.ts";
import { type LayersRow, layersOf, packLayers, STORY_ANCHOR } from "./packed-layers.ts";
import { BEFORE_RECONCILE } from "./stage-sql.ts";

/** What the grouping rule's layers came to for one document. Lists by level have three entries: copy, lineage, story. */
export interface GroupRow {
  readonly id: string;
  readonly day: number | null;
  readonly near: readonly string[];
  /** Bits over (itself, near…). */
  readonly clusters: readonly number[];
  readonly densities: readonly number[];
  readonly firstDays: readonly (number | null)[];
  /** 0 for itself, n for the nth of `near`. */
  readonly targets: readonly number[];
  readonly anchors: readonly string[];
}

/** What regrouping may read while it holds the lock. */
export interface GroupingSession {
  /** Every edge of these documents. */
  edgesOf(ids: readonly string[]): Promise<Edge[]>;
  /** The edges between these pairs, those there are. */
  edgesBetween(pairs: readonly (readonly [string, string])[]): Promise<Edge[]>;
  /** The rows there are. */
  rowsOf(ids: readonly string[]): Promise<GroupRow[]>;
  /** The documents that name any of these as near. */
  naming(ids: readonly string[]): Promise<GroupRow[]>;
  /** The documents that name both of one of these pairs as near. */
  namingBoth(pairs: readonly (readonly [string, string])[]): Promise<GroupRow[]>;
  /** Those of these story anchors whose record is not made yet. */
  due(anchors: readonly string[]): Promise<string[]>;
}

export interface Regrouping {
  /** The rows that changed. */
  readonly rows: readonly GroupRow[];
  /** The story anchors whose records may have to be made again. */
  readonly touched: readonly string[];
}

/** First half of the advisory lock's key. */
const groupingLock = 7_710_001;

/** The layers of the grouping rule, on PostgreSQL. */
export class PostgresDocumentGroups {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Works out groups under one lock: a layer is made of the layers of others, so two that worked side by side could each
   * miss what the other changed. What is read and written is the neighbourhood of a batch, some milliseconds' work; bodies and
   * records are read and made outside of it.
   *
   * @param work is given those of these documents that are not taken down
   */
  async regroup(
    documentIds: readonly string[],
    work: (ids: readonly string[], session: GroupingSession) => Promise<Regrouping>,
  ): Promise<Regrouping> {
    return inTransaction(this.#pool, async (client) => {
      await client.query("select pg_advisory_xact_lock($1)", [groupingLock]);
      const { rows: there } = await client.query<{ id: string }>({
        name: "documents-there",
        text: "select id from document where id = any ($1) and removed_at is null order by id",
        values: [documentIds],
      });
      const ids = there.map((row) => row.id);
      const regrouping = await work(ids, {
        edgesOf: (ids) => edgesOf(client, ids),
        edgesBetween: (pairs) => edgesBetween(client, pairs),
        rowsOf: (ids) => readRows(client, ids),
        naming: (ids) => readNaming(client, ids),
        namingBoth: (pairs) => readNamingBoth(client, pairs),
        due: (anchors) => readDue(client, anchors),
      });
      await saveRows(client, regrouping.rows);
      await client.query({
        name: "mark-groups-due",
        text: "insert into group_due (anchor) select unnest($1::text[]) order by 1 on conflict (anchor) do update set since = now()",
        values: [[...new Set(regrouping.touched)]],
      });
      return regrouping;
    });
  }
}

const columns = "g.document_id as id, g.day, g.near, g.anchor, g.layers";

const groupRowOf = (row: LayersRow & Pick<GroupRow, "day">): GroupRow => ({ day: row.day, ...layersOf(row, row.day) });

async function readRows(client: Client, ids: readonly string[]): Promise<GroupRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<LayersRow & Pick<GroupRow, "day">>({
    name: "group-rows",
    text: `select ${columns} from document_group g where g.document_id = any ($1)`,
    values: [ids],
  });
  return rows.map(groupRowOf);
}

/** Whom a document names it has an edge to: so those that name one are found by its edges. */
async function readNaming(client: Client, ids: readonly string[]): Promise<GroupRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<LayersRow & Pick<GroupRow, "day">>({
    name: "groups-naming",
    text: `with other as (
             select n.id, d.id as named from unnest($1::text[]) as d (id) cross join lateral (
               select b as id from edge where a = d.id union all select a from edge where b = d.id
             ) n
           ), naming as (
             select distinct o.id from other o cross join lateral (
               select from document_group g where g.document_id = o.id and o.named = any (g.near) offset 0
             ) there
           )
           select ${columns} from naming join document_group g on g.document_id = naming.id`,
    values: [ids],
  });
  return rows.map(groupRowOf);
}

async function readNamingBoth(client: Client, pairs: readonly (readonly [string, string])[]): Promise<GroupRow[]> {
  if (pairs.length === 0) return [];
  const { rows } = await client.query<LayersRow & Pick<GroupRow, "day">>({
    name: "groups-naming-both",
    text: `with naming as (
             select distinct n.id from unnest($1::text[], $2::text[]) as p (one, other) cross join lateral (
               select b as id from edge where a = p.other union all select a from edge where b = p.other
             ) n cross join lateral (
               select from document_group g where g.document_id = n.id and g.near @> array[p.one, p.other] offset 0
             ) there
           )
           select ${columns} from naming join document_group g on g.document_id = naming.id`,
    values: [pairs.map(([one]) => one), pairs.map(([, other]) => other)],
  });
  return rows.map(groupRowOf);
}

async function readDue(client: Client, anchors: readonly string[]): Promise<string[]> {
  if (anchors.length === 0) return [];
  const { rows } = await client.query<{ anchor: string }>({
    name: "groups-due-among",
    text: "select anchor from group_due where anchor = any ($1)",
    values: [anchors],
  });
  return rows.map((row) => row.anchor);
}

async function saveRows(client: Client, rows: readonly GroupRow[]): Promise<void> {
  if (rows.length === 0) return;
  const packed = rows.map((row) => ({ day: row.day, ...packLayers(row) }));
  await client.query({
    name: "save-groups",
    // Lists of different lengths are no array of arrays to PostgreSQL: each travels as a text of its own.
    text: `insert into document_group (document_id, day, near, anchor, layers)
           select id, day, near::text[], anchor, layers
           from unnest($1::text[], $2::float8[], $3::text[], $4::text[], $5::text[]) as r (id, day, near, anchor, layers) order by id
           on conflict (document_id) do update
             set day = excluded.day, near = excluded.near, anchor = excluded.anchor, layers = excluded.layers`,
    values: [
      packed.map(({ id }) => id),
      packed.map(({ day }) => day),
      packed.map(({ near }) => (near === null ? null : `{${near.map((id) => JSON.stringify(id)).join(",")}}`)),
      packed.map(({ anchor }) => anchor),
      packed.map(({ layers }) => layers),
    ],
  });
}

/**
 * How long the batch that changed a group may take to write its record before it is taken for dead, in seconds. Well above what a
 * batch takes: one that is alive would have its work owed again, and again.
 */
const dueSecondsMax = 60;

/**
 * Makes a member of every group that a dead batch left without its record owe reconcile again. Answers whether there were any.
 * Cheap while there are none, so it may be asked every second.
 */
export async function oweLeftGroups(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows: left } = await client.query<{ anchor: string }>({
      name: "groups-left",
      text: `select anchor from group_due where since < now() - $1 * interval '1 second'
             order by since limit 1000 for update skip locked`,
      values: [dueSecondsMax],
    });
    if (left.length === 0) return false;
    const anchors = left.map((row) => row.anchor);
    const { rows: members } = await client.query<{ id: string }>(
      `select distinct on (${STORY_ANCHOR("g")}) g.document_id as id from document_group g
       where ${STORY_ANCHOR("g")} = any ($1)
         and exists (select from result r where r.subject = g.document_id and r.stage = ${BEFORE_RECONCILE} and r.disposition = 'emitted')
       order by ${STORY_ANCHOR("g")}, g.document_id`,
      [anchors],
    );
    await oweReconcile(
      client,
      members.map((row) => row.id),
    );
    await client.query("delete from group_due where anchor = any ($1)", [anchors]);
    return true;
  });
}
