import type { Edge, GroupAssignment, RecordChange, StoryChange, StoryMembership, StoryRecord } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
import { oweNeighbours } from "./ledger.ts";
import { packRecord, unpackRecord } from "./packed-record.ts";

/** Documents joined by edges, directly or through others, and every edge among them. */
export interface Component {
  /** Sorted. */
  readonly documents: readonly string[];
  /** Sorted by (a, b). Of the evidence only the measures, which is all that grouping reads. */
  readonly edges: readonly Edge[];
  /** True while a member still owes an earlier stage: it will bring the component here again when it arrives. */
  readonly pending: boolean;
}

export interface StoryRow {
  readonly id: string;
  /** Names everything the record was made from; the same hash means the same record. */
  readonly membersHash: string;
  readonly record: StoryRecord;
}

/** What a component's documents became. */
export interface Reconciliation {
  readonly component: Component;
  readonly assignments: readonly GroupAssignment[];
  /** The records that changed; stories whose members hash is current are left out. */
  readonly changed: readonly StoryRow[];
  /** Every story of the component, changed or not. */
  readonly stories: readonly string[];
}

/** Edges, components and story records on PostgreSQL. */
export class PostgresStories {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** An edge is a pure function of its documents, so writing it twice writes the same row. */
  async saveEdges(edges: readonly Edge[]): Promise<void> {
    if (edges.length === 0) return;
    // A fixed order of rows keeps two batches from locking each other's rows crosswise.
    const sorted = [...edges].sort(byPair);
    await this.#pool.query({
      name: "save-edges",
      text: `insert into edge (a, b, kind, direction, score, evidence)
             select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::jsonb[])
             on conflict (a, b) do update
               set kind = excluded.kind, direction = excluded.direction, score = excluded.score, evidence = excluded.evidence
               where (edge.kind, edge.score, edge.direction, edge.evidence)
                 is distinct from (excluded.kind, excluded.score, excluded.direction, excluded.evidence)`,
      values: [
        sorted.map((edge) => edge.a),
        sorted.map((edge) => edge.b),
        sorted.map((edge) => edge.kind),
        sorted.map((edge) => edge.direction),
        sorted.map((edge) => edge.score),
        sorted.map((edge) => JSON.stringify(edge.evidence)),
      ],
    });
  }

  /** The pairs these documents are joined in. */
  async pairsOf(documentIds: readonly string[]): Promise<{ a: string; b: string }[]> {
    const { rows } = await this.#pool.query<{ a: string; b: string }>(
      "select a, b from edge where a = any ($1) union select a, b from edge where b = any ($1)",
      [documentIds],
    );
    return rows;
  }

  /** Deletes edges that hold no more. Both ends and their neighbours owe reconcile again, so their groups heal. */
  async dropEdges(pairs: readonly { readonly a: string; readonly b: string }[]): Promise<void> {
    if (pairs.length === 0) return;
    await inTransaction(this.#pool, async (client) => {
      await lockStories(client);
      await oweNeighbours(client, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
      await client.query("delete from edge e using unnest($1::text[], $2::text[]) as p (a, b) where e.a = p.a and e.b = p.b", [
        pairs.map((pair) => pair.a),
        pairs.map((pair) => pair.b),
      ]);
    });
  }

  /** The components these documents stand in, each once. */
  async components(documentIds: readonly string[]): Promise<Component[]> {
    return readComponents(this.#pool, documentIds);
  }

  async documents(ids: readonly string[]): Promise<DocumentRow[]> {
    const { rows } = await this.#pool.query<DocumentRow>(
      `select ${documentColumns} from document d where d.id = any ($1) and d.removed_at is null order by d.id`,
      [ids],
    );
    return rows;
  }

  /** The edges among these documents, with their evidence, sorted by (a, b). */
  async edgesAmong(documentIds: readonly string[]): Promise<Edge[]> {
    const { rows } = await this.#pool.query<Edge>({
      name: "edges-among",
      text: "select a, b, kind, direction, score, evidence from edge where a = any ($1) and b = any ($1)",
      values: [documentIds],
    });
    return rows.sort(byPair);
  }

  /** The members hash each of these stories was last made from. */
  async membersHashes(storyIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.#pool.query<{ id: string; members_hash: string }>(
      "select id, members_hash from story where id = any ($1)",
      [storyIds],
    );
    return new Map(rows.map((row) => [row.id, row.members_hash]));
  }

  /**
   * Writes what components became, unless their edges changed meanwhile: those are skipped and returned, to be decided
   * again. One writer at a time, so of two that saw different components the later one decides with both in sight.
   *
   * @param describe Turns the stories and records before and after into the events to record.
   */
  async replace(
    reconciliations: readonly Reconciliation[],
    describe: (
      before: readonly StoryMembership[],
      after: readonly StoryMembership[],
      changed: ReadonlyMap<string, RecordChange>,
    ) => readonly StoryChange[],
  ): Promise<Component[]> {
    if (reconciliations.length === 0) return [];
    // Before the lock, which every writer of stories waits for.
    const records = new Map<string, Buffer>();
    for (const { changed } of reconciliations) for (const { id, record } of changed) records.set(id, await packRecord(record));
    return inTransaction(this.#pool, async (client) => {
      await lockStories(client);
      const all = reconciliations.flatMap((item) => item.component.documents);
      const current = await readComponents(client, all);
      const currentKeys = new Set(current.map(componentKey));
      const fresh = reconciliations.filter((item) => currentKeys.has(componentKey(item.component)));
      const stale = reconciliations.filter((item) => !fresh.includes(item)).map((item) => item.component);
      if (fresh.length > 0) await replaceAll(client, fresh, records, describe);
      return stale;
    });
  }

  /**
   * Takes a document down: its edges and assignment go, and its neighbours owe reconcile again, so its groups heal.
   * @returns false when there is no such document, or it was removed before.
   */
  async remove(documentId: string): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      // Whoever decided with this document still in sight then finds its component changed, and decides again.
      await lockStories(client);
      const { rowCount } = await client.query("update document set removed_at = now() where id = $1 and removed_at is null", [
        documentId,
      ]);
      if (rowCount === 0) return false;
      await oweNeighbours(client, [documentId]);
      await client.query("delete from edge where a = $1 or b = $1", [documentId]);
      await client.query("delete from owed where subject = $1", [documentId]);
      await client.query("update result set counted = false where subject = $1 and counted", [documentId]);
      const { rows } = await client.query<{ story_id: string }>(
        "delete from assignment where document_id = $1 returning story_id",
        [documentId],
      );
      for (const { story_id } of rows) {
        // A story whose members are all gone goes with them; otherwise the neighbours rewrite it.
        const emptied = await deleteEmptied(client, [story_id]);
        await recordChanges(
          client,
          emptied.map((story) => ({ story, kind: "removed", detail: {} })),
        );
      }
      return true;
    });
  }
}

/** All components of a batch together: one statement a table, however many stories there are. */
async function replaceAll(
  client: Client,
  items: readonly Reconciliation[],
  records: ReadonlyMap<string, Buffer>,
  describe: Parameters<PostgresStories["replace"]>[1],
): Promise<void> {
  const assignments = items.flatMap((item) => item.assignments);
  const changed = items.flatMap((item) => item.changed);
  const standing = new Set(items.flatMap((item) => item.stories));
  const { rows: before } = await client.query<{ story: string; members: string[] }>({
    name: "stories-before",
    text: `select story_id as story, array_agg(document_id order by document_id) as members from assignment
           where story_id in (select story_id from assignment where document_id = any ($1)) group by story_id order by story_id`,
    values: [items.flatMap((item) => item.component.documents)],
  });
  await client.query({
    name: "save-assignments",
    text: `insert into assignment (document_id, copy_id, lineage_id, story_id, role, parent)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           on conflict (document_id) do update set copy_id = excluded.copy_id, lineage_id = excluded.lineage_id,
             story_id = excluded.story_id, role = excluded.role, parent = excluded.parent`,
    values: [
      assignments.map((assignment) => assignment.id),
      assignments.map((assignment) => assignment.copy),
      assignments.map((assignment) => assignment.lineage),
      assignments.map((assignment) => assignment.story),
      assignments.map((assignment) => assignment.role),
      assignments.map((assignment) => assignment.parent),
    ],
  });
  // A component that fell apart is written piece by piece: a story stays while another piece still stands in it.
  const gone = before.map((membership) => membership.story).filter((story) => !standing.has(story));
  if (gone.length > 0) await deleteEmptied(client, gone);
  const earlier = await recordsOf(client, changed);
  if (changed.length > 0) {
    await client.query({
      name: "save-stories",
      text: `insert into story (id, members_hash, version, headline, members, lineages, record)
             select id, members_hash, 1, headline, members, lineages, record
             from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::bytea[])
               as s (id, members_hash, headline, members, lineages, record)
             on conflict (id) do update set members_hash = excluded.members_hash, version = story.version + 1,
               headline = excluded.headline, members = excluded.members, lineages = excluded.lineages, record = excluded.record,
               updated_at = now()`,
      values: [
        changed.map((row) => row.id),
        changed.map((row) => row.membersHash),
        changed.map((row) => row.record.headline),
        changed.map((row) => row.record.members.length),
        changed.map((row) => row.record.lineage.clusters.length),
        changed.map((row) => records.get(row.id)),
      ],
    });
  }
  const written = new Map(changed.map(({ id, record }) => [id, { before: earlier.get(id) ?? null, after: record }]));
  await recordChanges(client, describe(before, membershipOf(assignments), written));
}

/** The records that are about to be replaced. */
async function recordsOf(client: Client, changed: readonly StoryRow[]): Promise<Map<string, StoryRecord>> {
  const { rows } = await client.query<{ id: string; record: Buffer }>({
    name: "records-before",
    text: "select id, record from story where id = any ($1) and record is not null",
    values: [changed.map((row) => row.id)],
  });
  return new Map(await Promise.all(rows.map(async ({ id, record }) => [id, (await unpackRecord(record))!] as const)));
}

/** One writer of stories at a time. Events are recorded under it too, so their ids are committed in order. */
async function lockStories(client: Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock(7710001)");
}

/** Deletes those of these stories that no document is assigned to. @returns them */
async function deleteEmptied(client: Client, stories: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "delete from story s where s.id = any ($1) and not exists (select from assignment a where a.story_id = s.id) returning s.id",
    [stories],
  );
  return rows.map((row) => row.id).sort();
}

async function recordChanges(client: Client, changes: readonly StoryChange[]): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `insert into story_event (story_id, kind, detail)
     select story, kind, detail from unnest($1::text[], $2::text[], $3::jsonb[]) with ordinality as c (story, kind, detail, place) order by place`,
    [
      changes.map((change) => change.story),
      changes.map((change) => change.kind),
      changes.map((change) => JSON.stringify(change.detail)),
    ],
  );
}

function membershipOf(assignments: readonly GroupAssignment[]): StoryMembership[] {
  const members = new Map<string, string[]>();
  for (const { id, story } of assignments) {
    const list = members.get(story);
    if (list === undefined) members.set(story, [id]);
    else list.push(id);
  }
  return [...members].map(([story, list]) => ({ story, members: list.sort() })).sort((a, b) => (a.story < b.story ? -1 : 1));
}

async function readComponents(db: Pick<Client, "query">, documentIds: readonly string[]): Promise<Component[]> {
  const { rows: nodes } = await db.query<{ id: string; pending: boolean }>({
    name: "component-nodes",
    text: `with recursive reach (id) as (
             select unnest($1::text[])
             union
             select n.id from reach r cross join lateral (
               select b as id from edge where a = r.id union all select a from edge where b = r.id
             ) n
           )
           select r.id, exists (select from owed o where o.subject = r.id and o.stage in ('clean', 'dedupe', 'extract')) as pending
           from reach r
             -- One look-up a document: the number reached is unknown when the plan is made, and a hash of the table would be chosen.
             cross join lateral (select from document d where d.id = r.id and d.removed_at is null offset 0) there`,
    values: [documentIds],
  });
  const { rows: edges } = await db.query<Edge>({
    name: "component-edges",
    text: `select a, b, kind, direction, score, jsonb_build_object('measures', evidence -> 'measures', 'passages', '[]'::jsonb) as evidence
           from edge where a = any ($1)`,
    values: [nodes.map((node) => node.id)],
  });
  return split(nodes, edges);
}

/** Cuts a set of nodes and edges into its connected components (union by smallest id). */
function split(nodes: readonly { id: string; pending: boolean }[], edges: readonly Edge[]): Component[] {
  const parent = new Map(nodes.map((node) => [node.id, node.id]));
  const find = (id: string): string => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    for (let walk = id; walk !== root; ) {
      const up = parent.get(walk)!;
      parent.set(walk, root);
      walk = up;
    }
    return root;
  };
  const known = edges.filter((edge) => parent.has(edge.a) && parent.has(edge.b)).sort(byPair);
  for (const { a, b } of known) {
    const [rootA, rootB] = [find(a), find(b)];
    if (rootA < rootB) parent.set(rootB, rootA);
    else if (rootB < rootA) parent.set(rootA, rootB);
  }
  const components = new Map<string, { documents: string[]; edges: Edge[]; pending: boolean }>();
  for (const node of nodes) {
    const root = find(node.id);
    let component = components.get(root);
    if (component === undefined) {
      component = { documents: [], edges: [], pending: false };
      components.set(root, component);
    }
    component.documents.push(node.id);
    component.pending ||= node.pending;
  }
  for (const edge of known) components.get(find(edge.a))!.edges.push(edge);
  for (const component of components.values()) component.documents.sort();
  return [...components.values()].sort((a, b) => (a.documents[0]! < b.documents[0]! ? -1 : 1));
}

function componentKey(component: Component): string {
  return JSON.stringify([
    component.documents,
    component.edges.map((edge) => [edge.a, edge.b, edge.kind, edge.direction, edge.score]),
  ]);
}

function byPair(x: Edge, y: Edge): number {
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  return x.b < y.b ? -1 : x.b > y.b ? 1 : 0;
}
