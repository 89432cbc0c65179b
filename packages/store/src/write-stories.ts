import type { GroupAssignment, RecordChange, StoryChange, StoryMembership, StoryRecord } from "@wirefold/core";
import type { Client } from "./database.ts";
import { unpackRecord } from "./packed-record.ts";
import type { Reconciliation } from "./stories.ts";

export interface StoryRow {
  readonly id: string;
  /** Names everything the record was made from; the same hash means the same record. */
  readonly membersHash: string;
  readonly record: StoryRecord;
  /** What making it took, in milliseconds of one thread. */
  readonly madeMs: number;
}

/** A group's decision with its record packed, before any lock is taken. */
export interface GroupWritten extends Reconciliation {
  readonly packed: Buffer | null;
}

/** Turns the stories and records before and after into the events to record. */
export type Describe = (
  before: readonly StoryMembership[],
  after: readonly StoryMembership[],
  changed: ReadonlyMap<string, RecordChange>,
) => readonly StoryChange[];

/** First halves of advisory locks' keys. */
const groupLocks = 7_710_003;
const storyLocks = 7_710_005;
const eventLock = 7_710_004;

/** One writer of a group at a time. */
export function lockGroups(client: Client, anchors: readonly string[]): Promise<void> {
  return lockNames(client, groupLocks, anchors);
}

/** One writer of a story at a time. Taken after groups are locked. */
export function lockStories(client: Client, stories: readonly string[]): Promise<void> {
  return lockNames(client, storyLocks, stories);
}

/** In one order, so that no two wait for each other. */
async function lockNames(client: Client, space: number, names: readonly string[]): Promise<void> {
  await client.query({
    name: "lock-names",
    text: "select pg_advisory_xact_lock($1, key) from (select distinct hashtext(a) as key from unnest($2::text[]) as t (a) order by 1) k",
    values: [space, names],
  });
}

/** All groups of a batch together: one statement a table, however many stories there are. */
export async function writeStories(client: Client, items: readonly GroupWritten[], describe: Describe): Promise<void> {
  const assignments = items.flatMap((item) => item.assignments);
  const changed = items.flatMap((item) => item.changed ?? []);
  const standing = new Set(assignments.map((assignment) => assignment.story));
  const before = await storiesBefore(
    client,
    assignments.map((assignment) => assignment.id),
    standing,
  );
  const unread = items.flatMap((item) => (item.changed === null ? item.assignments : []));
  await saveAssignments(client, assignments, unread);
  // A group that fell apart is written piece by piece: a story stays while another piece still stands in it.
  const gone = before.map((membership) => membership.story).filter((story) => !standing.has(story));
  if (gone.length > 0) await deleteEmptied(client, gone);
  const earlier = await recordsOf(client, changed);
  const packed = new Map(items.flatMap((item) => (item.changed === null ? [] : [[item.changed.id, item.packed] as const])));
  await saveRecords(client, changed, packed);
  const written = new Map(changed.map(({ id, record }) => [id, { before: earlier.get(id) ?? null, after: record }]));
  await recordChanges(client, describe(before, membershipOf(assignments), written));
}

/** Deletes those of these stories that no document is assigned to, and says so. */
export async function removeEmptied(client: Client, stories: readonly string[]): Promise<void> {
  const emptied = await deleteEmptied(client, stories);
  await recordChanges(
    client,
    emptied.map((story) => ({ story, kind: "removed", detail: {} })),
  );
}

/**
 * The stories these documents stood in when they were last written, with all members. Locked first: of two groups that leave
 * one story at once, the second sees that it is empty.
 */
async function storiesBefore(
  client: Client,
  documentIds: readonly string[],
  standing: ReadonlySet<string>,
): Promise<StoryMembership[]> {
  const { rows: told } = await client.query<{ story: string }>({
    name: "stories-told",
    text: "select distinct story_id as story from assignment where document_id = any ($1)",
    values: [documentIds],
  });
  const stories = told.map((row) => row.story);
  await lockStories(client, [...stories, ...standing]);
  const { rows } = await client.query<StoryMembership>({
    name: "stories-before",
    text: `select story_id as story, array_agg(document_id order by document_id) as members from assignment
           where story_id = any ($1) group by story_id order by story_id`,
    values: [stories],
  });
  return rows;
}

/**
 * @param unread Those whose texts were not read since nothing changed: an independent document among them keeps the role it has, for
 *   only its text says whether it is a report or is related to one.
 */
async function saveAssignments(
  client: Client,
  assignments: readonly GroupAssignment[],
  unread: readonly GroupAssignment[],
): Promise<void> {
  await client.query({
    name: "save-assignments-with-roles",
    text: `insert into assignment (document_id, copy_id, lineage_id, story_id, role, parent)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) order by 1
           on conflict (document_id) do update set copy_id = excluded.copy_id, lineage_id = excluded.lineage_id,
             story_id = excluded.story_id, parent = excluded.parent,
             role = case when assignment.role = 'related' and excluded.document_id = any ($7) then 'related' else excluded.role end
             where (assignment.copy_id, assignment.lineage_id, assignment.story_id, assignment.role, assignment.parent)
               is distinct from (excluded.copy_id, excluded.lineage_id, excluded.story_id, excluded.role, excluded.parent)`,
    values: [
      assignments.map((assignment) => assignment.id),
      assignments.map((assignment) => assignment.copy),
      assignments.map((assignment) => assignment.lineage),
      assignments.map((assignment) => assignment.story),
      assignments.map((assignment) => assignment.role),
      assignments.map((assignment) => assignment.parent),
      unread.flatMap(({ id, role }) => (role === "independent" ? [id] : [])),
    ],
  });
}

async function saveRecords(
  client: Client,
  changed: readonly StoryRow[],
  packed: ReadonlyMap<string, Buffer | null>,
): Promise<void> {
  if (changed.length === 0) return;
  await client.query({
    name: "save-stories",
    text: `insert into story (id, members_hash, version, headline, members, lineages, conflicts, record, made_ms)
           select id, members_hash, 1, headline, members, lineages, conflicts, record, made_ms
           from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::bytea[], $8::real[])
             as s (id, members_hash, headline, members, lineages, conflicts, record, made_ms) order by id
           on conflict (id) do update set members_hash = excluded.members_hash, version = story.version + 1,
             headline = excluded.headline, members = excluded.members, lineages = excluded.lineages,
             conflicts = excluded.conflicts, record = excluded.record, made_ms = excluded.made_ms, updated_at = now()`,
    values: [
      changed.map((row) => row.id),
      changed.map((row) => row.membersHash),
      changed.map((row) => row.record.headline),
      changed.map(({ record }) => record.members.length + (record.members_left_out ?? 0)),
      changed.map((row) => row.record.lineage.clusters.length),
      changed.map((row) => row.record.conflicts.length),
      changed.map((row) => packed.get(row.id)),
      changed.map((row) => row.madeMs),
    ],
  });
}

/** The records that are about to be replaced. */
async function recordsOf(client: Client, changed: readonly StoryRow[]): Promise<Map<string, StoryRecord>> {
  if (changed.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; record: Buffer }>({
    name: "records-before",
    text: "select id, record from story where id = any ($1) and record is not null",
    values: [changed.map((row) => row.id)],
  });
  const records = new Map<string, StoryRecord>();
  for (const { id, record } of rows) {
    const unpacked = await unpackRecord(record);
    if (unpacked !== null) records.set(id, unpacked);
  }
  return records;
}

/** Deletes those of these stories that no document is assigned to. @returns them */
async function deleteEmptied(client: Client, stories: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "delete from story s where s.id = any ($1) and not exists (select from assignment a where a.story_id = s.id) returning s.id",
    [stories],
  );
  return rows.map((row) => row.id).sort();
}

/**
 * Records events, last in its transaction: ids are given out under a lock that is held until the commit, so they are
 * committed in their order, and a reader that goes on after the last id it saw misses none.
 */
async function recordChanges(client: Client, changes: readonly StoryChange[]): Promise<void> {
  if (changes.length === 0) return;
  await client.query("select pg_advisory_xact_lock($1)", [eventLock]);
  await client.query({
    name: "record-changes",
    text: `insert into story_event (story_id, kind, detail)
           select story, kind, detail from unnest($1::text[], $2::text[], $3::jsonb[]) with ordinality as c (story, kind, detail, place) order by place`,
    values: [
      changes.map((change) => change.story),
      changes.map((change) => change.kind),
      changes.map((change) => JSON.stringify(change.detail)),
    ],
  });
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
