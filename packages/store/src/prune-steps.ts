import type { Client } from "./database.ts";

export interface StepOptions {
  /** Only what is older. */
  readonly before: Date;
  /** Where the step before ended; null at the beginning. */
  readonly cursor: string | null;
  /** Counts, and deletes nothing. */
  readonly dryRun: boolean;
}

export interface Step {
  readonly removed: number;
  /** Where the next step begins; null at the end. */
  readonly cursor: string | null;
}

/** Rows looked at in one transaction: milliseconds of work, whether or not they go. */
const LOOKED_AT = 2000;

interface Seen<Key> {
  readonly key: Key;
  readonly cursor: string;
  readonly old: boolean;
  readonly goes: boolean;
}

/**
 * Lines of the timeline that a later one of the same subject and stage follows: attempts first, then passages in results that no longer
 * count. A cursor is an attempt's number, or the place of a result.
 */
export async function pruneTimeline(client: Client, { before, cursor, dryRun }: StepOptions): Promise<Step> {
  if (cursor?.startsWith("[")) return prunePassages(client, { before, cursor, dryRun });
  const { rows } = await client.query<Seen<string>>(
    `select s.id as key, s.id as cursor, s.started_at < $3 as old, s.started_at < $3
       and (exists (select from attempt n where n.subject = s.subject and n.stage = s.stage and (n.started_at, n.id) > (s.started_at, s.id))
         or exists (select from result n where n.subject = s.subject and n.stage = s.stage and n.started_at >= s.started_at)) as goes
     from (select * from attempt where id > $1::bigint order by id limit $2) s order by s.id`,
    [cursor ?? "0", LOOKED_AT, before],
  );
  if (!dryRun) await client.query("delete from attempt where id = any ($1::bigint[])", [keysOf(rows)]);
  const { removed, cursor: next } = stepOf(rows);
  return { removed, cursor: next ?? '["-infinity", "", ""]' };
}

async function prunePassages(client: Client, { before, cursor, dryRun }: StepOptions): Promise<Step> {
  const { rows } = await client.query<Seen<ResultKey>>(
    `select jsonb_build_array(s.subject, s.stage, s.stage_version, s.input_hash) as key,
       jsonb_build_array(s.finished_at, s.subject, s.stage)::text as cursor, true as old,
       s.started_at is not null
         and exists (select from timeline n where n.subject = s.subject and n.stage = s.stage and n.started_at > s.started_at) as goes
     from (${UNCOUNTED}) s order by s.finished_at, s.subject, s.stage`,
    [cursor, LOOKED_AT, before],
  );
  if (!dryRun) {
    await client.query(
      `update result r set started_at = null, duration_ms = null, worker = null, attempt = null
       from ${KEYS} where ${HAS_KEY} and not r.counted`,
      [namedKeys(rows)],
    );
  }
  return stepOf(rows);
}

type ResultKey = readonly [subject: string, stage: string, version: string, hash: string];

/** Results that no longer count, oldest first, by an index of theirs. Parameters: a cursor, how many, and before when they finished. */
const UNCOUNTED = `
  select * from result where not counted and finished_at < $3
    and ($1::jsonb is null or (finished_at, subject, stage) > (($1 ->> 0)::timestamptz, $1 ->> 1, $1 ->> 2))
  order by finished_at, subject, stage limit $2`;

const KEYS = "jsonb_to_recordset($1::jsonb) as k (subject text, stage text, version int, hash text)";
const HAS_KEY = "r.subject = k.subject and r.stage = k.stage and r.stage_version = k.version and r.input_hash = k.hash";

function namedKeys(rows: readonly Seen<ResultKey>[]): string {
  return JSON.stringify(keysOf(rows).map(([subject, stage, version, hash]) => ({ subject, stage, version, hash })));
}

/**
 * Results that no longer count, where a later one that counts replaces them. One that was emitted is replaced by one that was emitted:
 * a document is given to the next stage again from it. A place may have given other documents earlier, so what
 * fetch made of it goes only where the later result names all of it.
 */
export async function pruneResults(client: Client, { before, cursor, dryRun }: StepOptions): Promise<Step> {
  const { rows } = await client.query<Seen<ResultKey>>(
    `select jsonb_build_array(s.subject, s.stage, s.stage_version, s.input_hash) as key,
       jsonb_build_array(s.finished_at, s.subject, s.stage)::text as cursor, true as old,
       not exists (select from owed o where o.subject = s.subject) and exists (
         select from result n where n.subject = s.subject and n.stage = s.stage and n.counted and n.finished_at > s.finished_at
           and (s.disposition <> 'emitted' or (n.disposition = 'emitted' and (s.stage <> 'fetch' or ${NAMES_ALL})))
       ) as goes
     from (${UNCOUNTED}) s order by s.finished_at, s.subject, s.stage`,
    [cursor, LOOKED_AT, before],
  );
  if (!dryRun) await client.query(`delete from result r using ${KEYS} where ${HAS_KEY} and not r.counted`, [namedKeys(rows)]);
  return stepOf(rows);
}

/** Whether a later result of fetch (`n`) names every document that an earlier one (`s`) does. */
const NAMES_ALL = `not exists (select from jsonb_array_elements(s.outputs) e
  where not n.outputs @> jsonb_build_array(jsonb_build_object('documentId', e -> 'documentId')))`;

/** Story events that every sink was served with. */
export async function pruneEvents(client: Client, { before, cursor, dryRun }: StepOptions): Promise<Step> {
  const { rows } = await client.query<Seen<string>>(
    `select s.id as key, s.id as cursor, s.at < $3 as old, s.at < $3 and not exists (select from event_sink k where k.last_id < s.id) as goes
     from (select * from story_event where id > $1::bigint order by id limit $2) s order by s.id`,
    [cursor ?? "0", LOOKED_AT, before],
  );
  if (!dryRun) await client.query("delete from story_event where id = any ($1::bigint[])", [keysOf(rows)]);
  return stepOf(rows);
}

/**
 * What is known of pages that were not read for so long, and of pages whose document is gone. Without it a page is read whole once more:
 * validators are believed for a day, and other addresses of a page for minutes.
 */
export async function prunePages(client: Client, { before, cursor, dryRun }: StepOptions): Promise<Step> {
  const { rows } = await client.query<Seen<string>>(
    `select p.address as key, p.address as cursor, true as old,
       p.read_at < $3 or p.read_at < now() - interval '1 day' and not exists (select from document d where d.id = p.document_id) as goes
     from (select * from page where address > $1 order by address limit $2) p order by p.address`,
    [cursor ?? "", LOOKED_AT, before],
  );
  if (!dryRun) {
    await client.query("delete from page where address = any ($1)", [keysOf(rows)]);
    // An archive's body that old is written again when it is met; of these rows nobody needs a count.
    await client.query(
      "delete from archived where address_hash in (select address_hash from archived where record_at < $1 order by record_at limit $2)",
      [before, LOOKED_AT],
    );
  }
  return stepOf(rows);
}

function keysOf<Key>(rows: readonly Seen<Key>[]): Key[] {
  return rows.filter(({ goes }) => goes).map(({ key }) => key);
}

/** Rows come in the order they were written: once a whole step is young, all that follow are. */
function stepOf(rows: readonly Seen<unknown>[]): Step {
  const ended = rows.length < LOOKED_AT || !rows.some(({ old }) => old);
  return { removed: keysOf(rows).length, cursor: ended ? null : (rows.at(-1)?.cursor ?? null) };
}
