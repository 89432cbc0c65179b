import { type Edge, type GroupAssignment, sha256 } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
import { derivationsAmong, pairsOf, saveEdges } from "./edges.ts";
import { NumberedNames } from "./numbered-names.ts";
import { oweNeighbours } from "./owe-reconcile.ts";
import { type LayersRow, layersOf, STORY_ANCHOR } from "./packed-layers.ts";
import { packRecord } from "./packed-record.ts";
import { type PageVersion, readVersions } from "./page-versions.ts";
import { ON_THE_WAY } from "./stage-sql.ts";
import {
  type Describe,
  type GroupWritten,
  lockGroups,
  lockStories,
  removeEmptied,
  type StoryRow,
  writeStories,
} from "./write-stories.ts";

/** A member of a group, and where its pointers end at each level (copy, lineage, story). */
export interface GroupMember {
  readonly row: DocumentRow;
  readonly anchors: readonly string[];
}

/** The documents whose pointers end at one story anchor: what a record is made of. */
export interface StoryGroup {
  readonly anchor: string;
  /** By id. */
  readonly members: readonly GroupMember[];
  /**
   * True while a member owes an earlier stage, or a document that has an edge to one is on its way: it comes to reconcile
   * itself, and the record is left to it.
   */
  readonly pending: boolean;
  /** Names the members, where they stand and what they are; another name means that the group was changed. */
  readonly state: string;
}

/** What a story cost. */
export interface StoryStanding {
  /** What making its record took, in milliseconds of one thread. */
  readonly madeMs: number;
  /** How long ago it was made, in milliseconds. */
  readonly ageMs: number;
  readonly members: number;
}

/** What a group became. */
export interface Reconciliation {
  readonly group: StoryGroup;
  readonly assignments: readonly GroupAssignment[];
  /** The record, where it changed; null where the members hash is current. */
  readonly changed: StoryRow | null;
}

/** Edges, groups and story records on PostgreSQL. */
export class PostgresStories {
  readonly #pool: Pool;
  readonly #measures: NumberedNames;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#measures = new NumberedNames(pool, "measure_names");
  }

  saveEdges(edges: readonly Edge[]): Promise<void> {
    return saveEdges(this.#pool, edges, this.#measures);
  }

  /** The pairs these documents are joined in. */
  pairsOf(documentIds: readonly string[]): Promise<{ a: string; b: string }[]> {
    return pairsOf(this.#pool, documentIds);
  }

  /** Deletes edges that hold no more. Both ends and their neighbours owe reconcile again, so their groups heal. */
  async dropEdges(pairs: readonly { readonly a: string; readonly b: string }[]): Promise<void> {
    if (pairs.length === 0) return;
    await inTransaction(this.#pool, async (client) => {
      await oweNeighbours(client, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
      await client.query("delete from edge e using unnest($1::text[], $2::text[]) as p (a, b) where e.a = p.a and e.b = p.b", [
        pairs.map((pair) => pair.a),
        pairs.map((pair) => pair.b),
      ]);
    });
  }

  async documents(ids: readonly string[]): Promise<DocumentRow[]> {
    const { rows } = await this.#pool.query<DocumentRow>(
      `select ${documentColumns} from document d where d.id = any ($1) and d.removed_at is null order by d.id`,
      [ids],
    );
    return rows;
  }

  /** The versions of these pages that were stored, oldest first, of pages that have several. */
  versions(locators: readonly string[]): Promise<PageVersion[]> {
    return readVersions(this.#pool, locators);
  }

  /** The groups under these story anchors, those that have members. */
  async groups(anchors: readonly string[]): Promise<StoryGroup[]> {
    return readGroups(this.#pool, anchors);
  }

  /** The derivations among these documents, sorted by (a, b). */
  derivationsAmong(documentIds: readonly string[]): Promise<Edge[]> {
    return derivationsAmong(this.#pool, documentIds);
  }

  /** How the stories stand that these anchors' documents were last written in, by anchor. */
  async standings(anchors: readonly string[]): Promise<Map<string, StoryStanding>> {
    const { rows } = await this.#pool.query<StoryStanding & { anchor: string }>({
      name: "story-standings",
      text: `select a.document_id as anchor, s.members, s.made_ms as "madeMs", extract(epoch from now() - s.updated_at)::float8 * 1000 as "ageMs"
             from assignment a join story s on s.id = a.story_id where a.document_id = any ($1)`,
      values: [anchors],
    });
    return new Map(rows.map((row) => [row.anchor, row]));
  }

  /** The members hash each of these stories was last made from. */
  async membersHashes(storyIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.#pool.query<{ id: string; members_hash: string }>({
      name: "members-hashes",
      text: "select id, members_hash from story where id = any ($1)",
      values: [storyIds],
    });
    return new Map(rows.map((row) => [row.id, row.members_hash]));
  }

  /**
   * Writes what groups became, but for those that changed since they were read: these are returned, to be decided again.
   * Writers of one group wait for each other, for as long as the writing takes.
   *
   * @param settled Groups that owe nothing any more though nothing is written of them: they are empty.
   * @param describe Turns the stories and records before and after into the events to record.
   */
  async replace(
    reconciliations: readonly Reconciliation[],
    settled: readonly string[],
    describe: Describe,
  ): Promise<readonly StoryGroup[]> {
    if (reconciliations.length === 0 && settled.length === 0) return [];
    const written: GroupWritten[] = [];
    for (const item of reconciliations) {
      written.push({ ...item, packed: item.changed === null ? null : await packRecord(item.changed.record) });
    }
    return inTransaction(this.#pool, async (client) => {
      const anchors = reconciliations.map(({ group }) => group.anchor);
      await lockGroups(client, anchors);
      const states = new Map((await readGroups(client, anchors)).map((group) => [group.anchor, group.state]));
      const fresh = written.filter(({ group }) => states.get(group.anchor) === group.state);
      if (fresh.length > 0) await writeStories(client, fresh, describe);
      await client.query({
        name: "groups-settled",
        text: "delete from group_due where anchor = any ($1)",
        values: [[...settled, ...fresh.map(({ group }) => group.anchor)]],
      });
      return written.filter((item) => !fresh.includes(item)).map(({ group }) => group);
    });
  }

  /**
   * Takes a document down: its edges, group and assignment go, and its neighbours owe reconcile again, so its groups heal.
   * @returns false when there is no such document, or it was removed before; what was left of it then goes.
   */
  async remove(documentId: string): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query("update document set removed_at = now() where id = $1 and removed_at is null", [
        documentId,
      ]);
      if (rowCount === 0 && !(await isStillHeld(client, documentId))) return false;
      const { rows: groups } = await client.query<{ anchor: string }>(
        `select ${STORY_ANCHOR("g")} as anchor from document_group g where document_id = $1`,
        [documentId],
      );
      // A writer that decided with this document still in sight then finds its group changed, and decides again.
      await lockGroups(client, groups.length === 0 ? [documentId] : groups.map((row) => row.anchor));
      await oweNeighbours(client, [documentId]);
      await client.query("delete from edge where a = $1 or b = $1", [documentId]);
      await client.query("delete from document_group where document_id = $1", [documentId]);
      await client.query("delete from owed where subject = $1", [documentId]);
      await client.query("update result set counted = false where subject = $1 and counted", [documentId]);
      const { rows } = await client.query<{ story_id: string }>(
        "delete from assignment where document_id = $1 returning story_id",
        [documentId],
      );
      // A story whose members are all gone goes with them; otherwise the neighbours rewrite it.
      const stories = rows.map((row) => row.story_id);
      await lockStories(client, stories);
      await removeEmptied(client, stories);
      return rowCount === 1;
    });
  }
}

/** Whether a document that was taken down still stands in a group or a comparison: somebody put it back, or half of it. */
async function isStillHeld(client: Client, documentId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from document d where d.id = $1 and (exists (select from edge where a = d.id) or exists (select from edge where b = d.id)
       or exists (select from document_group g where g.document_id = d.id) or exists (select from assignment a where a.document_id = d.id)
       or exists (select from owed o where o.subject = d.id) or exists (select from result r where r.subject = d.id and r.counted))`,
    [documentId],
  );
  return rowCount === 1;
}

async function readGroups(db: Pick<Client, "query">, anchors: readonly string[]): Promise<StoryGroup[]> {
  if (anchors.length === 0) return [];
  const { rows } = await db.query<DocumentRow & Omit<LayersRow, "id"> & { day: number | null; pending: boolean }>({
    name: "story-groups",
    text: `select g.day, g.near, t.anchor, g.layers, ${documentColumns}, there.pending
           from unnest($1::text[]) as t (anchor)
             join document_group g on ${STORY_ANCHOR("g")} = t.anchor
             cross join lateral (select * from document d where d.id = g.document_id and d.removed_at is null offset 0) d
             cross join lateral (select exists (
               select from (select b as id from edge where a = d.id union all select a from edge where b = d.id offset 0) n
               where not exists (select from document_group o where o.document_id = n.id)
                 and exists (select from owed o where o.subject = n.id)
             ) or exists (select from owed o where o.subject = d.id and o.stage in (${ON_THE_WAY})) as pending) there
           order by t.anchor, d.id`,
    values: [[...new Set(anchors)]],
  });
  const groups = new Map<string, { anchor: string; members: GroupMember[]; pending: boolean }>();
  for (const { anchor: told, near, day, layers, pending, ...row } of rows) {
    const anchor = told ?? row.id;
    const { anchors: own } = layersOf({ id: row.id, near, anchor, layers }, day);
    let group = groups.get(anchor);
    if (group === undefined) {
      group = { anchor, members: [], pending: false };
      groups.set(anchor, group);
    }
    group.members.push({ row, anchors: own });
    group.pending ||= pending;
  }
  return [...groups.values()].map((group) => ({ ...group, state: stateOf(group.members) }));
}

const stateOf = (members: readonly GroupMember[]): string => sha256(JSON.stringify(members));
