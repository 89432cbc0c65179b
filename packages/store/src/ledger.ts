import {
  type Deferred,
  type Disposed,
  type Ledger,
  mustGet,
  type Output,
  type OwedWork,
  type Priority,
  type StageName,
  type SubmittedLocator,
  sha256,
  stageNames,
} from "@wirefold/core";
import { foldTally, uncount } from "./books.ts";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { oweLeftGroups } from "./document-groups.ts";
import { oweNeighbours } from "./owe-reconcile.ts";
import { addedBy } from "./stage-sql.ts";

/** The books are folded once in so many disposals of a process: a read then sums some hundreds of rows. */
const disposalsPerFold = 200;

/** Names an event, so the same input decided twice has one result. Property order is ours, so JSON is canonical enough. */
export function inputHashOf(event: unknown): string {
  return sha256(JSON.stringify(event)).slice(0, 32);
}

const said = "split_part(excluded.fingerprint, ' ', 1) collate \"C\"";
const isNewer = `(locator.fingerprint like 'asked:%' or
  locator.fingerprint like 'listed:%' and ${said} > split_part(locator.fingerprint, ' ', 1) collate "C")`;
/** Whether a locator that is submitted again owes: as `listedAgain` says where a list names it. */
const owes = `(case when excluded.fingerprint not like 'listed:%'
  then locator.fingerprint <> excluded.fingerprint or locator.hints <> excluded.hints
  else ${isNewer} and (
    ${said} > to_char(locator.owed_at at time zone 'utc', '"listed:"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') collate "C"
    or locator.fingerprint not like 'asked:%'
      and split_part(locator.fingerprint, ' ', 2) = split_part(excluded.fingerprint, ' ', 2)) end)`;
const isNoted = `(excluded.fingerprint like 'listed:%' and ${isNewer})`;

/** The ledger on PostgreSQL. Rows of a batch travel as arrays, so a batch of a hundred costs one statement, not a hundred. */
export class PostgresLedger implements Ledger {
  readonly #pool: Pool;
  #disposals = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async submit(runId: string, locators: readonly SubmittedLocator[], priority: Priority): Promise<string[]> {
    return inTransaction(this.#pool, async (client) => {
      await client.query("insert into run (id) values ($1) on conflict do nothing", [runId]);
      const { rows } = await client.query<{ id: string; owes: boolean }>(
        `with given as (
           select * from unnest($1::text[], $2::text[], $3::int8range[], $4::text[], $5::jsonb[])
             as g (id, locator, byte_range, fingerprint, hints)
         )
         insert into locator (id, locator, byte_range, fingerprint, hints) select * from given
         on conflict (id) do update set fingerprint = excluded.fingerprint,
           hints = case when ${owes} then excluded.hints else locator.hints end,
           byte_range = case when ${owes} then excluded.byte_range else locator.byte_range end,
           owed_at = case when ${owes} then now() else locator.owed_at end
         where ${owes} or ${isNoted}
         returning id, owed_at = now() as owes`,
        [
          locators.map((given) => given.locatorId),
          locators.map((given) => given.locator),
          locators.map((given) => (given.range ? `[${given.range[0]},${given.range[1]})` : null)),
          locators.map((given) => given.fingerprint),
          locators.map((given) => JSON.stringify(given.hints)),
        ],
      );
      await client.query("insert into run_locator (run_id, locator_id) select $1, unnest($2::text[]) on conflict do nothing", [
        runId,
        locators.map((given) => given.locatorId),
      ]);
      const changed = new Set(rows.filter((row) => row.owes).map((row) => row.id));
      const owing = locators.filter((given) => changed.has(given.locatorId));
      const inputs = owing.map(({ locatorId, locator, range, record, depth, changedAt, hints }) => ({
        locatorId,
        locator,
        ...(range ? { range } : {}),
        ...(record ? { record } : {}),
        ...(depth ? { depth } : {}),
        ...(changedAt ? { changedAt } : {}),
        hints,
      }));
      await uncount(
        client,
        owing.map((given) => given.locatorId),
        "fetch",
      );
      await client.query(
        `insert into owed (subject, stage, locator_id, input, input_hash, priority)
         select subject, 'fetch', subject, input, input_hash, $4 from unnest($1::text[], $2::jsonb[], $3::text[]) as o (subject, input, input_hash)
         on conflict (subject, stage) do update
           set input = excluded.input, input_hash = excluded.input_hash, attempts = 0, enqueued_at = now()`,
        [
          owing.map((given) => given.locatorId),
          inputs.map((input) => JSON.stringify(input)),
          owing.map((given, index) => inputHashOf({ ...inputs[index], fingerprint: given.fingerprint })),
          priority,
        ],
      );
      return owing.map((given) => given.locatorId);
    });
  }

  async owed(stage: StageName, subjects: readonly string[]): Promise<OwedWork[]> {
    const { rows } = await this.#pool.query({
      name: "owed",
      text: `select subject, locator_id as "locatorId", input, input_hash as "inputHash", attempts, priority
             from owed where stage = $1 and subject = any ($2)`,
      values: [stage, subjects],
    });
    // The order of the job, so a batch runs the way it was sent.
    const place = new Map(subjects.map((subject, index) => [subject, index]));
    return (rows as OwedWork[]).sort((a, b) => mustGet(place, a.subject) - mustGet(place, b.subject));
  }

  async dispose(
    stage: StageName,
    version: number,
    disposed: readonly Disposed[],
    next: StageName | null,
    worker: string,
  ): Promise<Output[]> {
    this.#disposals += 1;
    if (this.#disposals % disposalsPerFold === 0) await foldTally(this.#pool);
    const outputs = disposed.flatMap((item) => item.outputs.map((output) => ({ parent: item.work.subject, ...output })));
    return inTransaction(this.#pool, async (client) => {
      const { rows: gone } = await client.query<{ subject: string }>({
        name: "dispose",
        text: `
          with done as (
            select * from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[], $10::jsonb[],
                                 $11::int[], $12::timestamptz[], $13::real[], $14::text[])
              as d (subject, input_hash, disposition, reason, detail, input, outputs, attempt, started_at, duration_ms, result_hash)
          ), mine as (
            -- In the order every writer locks these rows, so that no two wait for each other.
            select o.subject from owed o join done d on d.subject = o.subject and d.input_hash = o.input_hash
            where o.stage = $1 order by o.subject for update of o
          ), gone as (
            delete from owed o using mine m where o.stage = $1 and o.subject = m.subject
            returning o.subject, o.locator_id
          ), outdated as (
            -- What the stage decided before, from another input or by another version, counts no more.
            update result r set counted = false from gone g join done d using (subject)
            where r.subject = g.subject and r.stage = $1 and r.counted and (r.stage_version, r.input_hash) <> ($2, d.result_hash)
          ), saved as (
            insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, detail, input, outputs, counted)
            select d.subject, $1, $2, d.result_hash, g.locator_id, d.disposition, d.reason,
              -- Of what went on the timeline tells.
              case when d.disposition <> 'emitted' then d.detail end, d.input, d.outputs,
              not exists (select from owed o where o.subject = d.subject and o.stage = any ($15::text[]))
                and not exists (select from document x where x.id = d.subject and x.removed_at is not null)
            from done d join gone g using (subject)
            on conflict (subject, stage, stage_version, input_hash) do update
              set counted = excluded.counted, disposition = excluded.disposition, reason = excluded.reason, detail = excluded.detail,
                  input = excluded.input, outputs = excluded.outputs, finished_at = now()
          ), logged as (
            insert into timeline (subject, stage, stage_version, attempt, worker, started_at, duration_ms, disposition, reason, detail)
            select d.subject, $1, $2, d.attempt, $3, d.started_at, d.duration_ms, d.disposition, d.reason, d.detail
            from done d join gone g using (subject)
          )
          select subject from gone`,
        values: [
          stage,
          version,
          worker,
          disposed.map((item) => item.work.subject),
          disposed.map((item) => item.work.inputHash),
          disposed.map((item) => item.disposition),
          disposed.map((item) => item.reason),
          disposed.map((item) => (item.detail === null ? null : JSON.stringify(item.detail))),
          disposed.map((item) => (item.disposition === "quarantined" ? JSON.stringify(item.work.input) : null)),
          disposed.map(({ work, outputs }) => JSON.stringify(outputs.map(({ event }) => addedBy(stage, work.input, event)))),
          disposed.map((item) => item.attempt ?? item.work.attempts + 1),
          disposed.map((item) => item.startedAt),
          disposed.map((item) => item.durationMs),
          disposed.map(({ work, basis }) => (basis === undefined ? work.inputHash : inputHashOf([work.input, basis]))),
          stageNames.slice(0, stageNames.indexOf(stage)),
        ],
      });
      const mine = new Set(gone.map((row) => row.subject));
      const fresh = outputs.filter((output) => mine.has(output.parent));
      const workOf = new Map(disposed.map((item) => [item.work.subject, item.work]));
      await projectDocuments(client, stage, fresh, (parent) => mustGet(workOf, parent).locatorId);
      // From dedupe on a document has edges, and neighbours that may be waiting for it.
      const place = stageNames.indexOf(stage);
      if (place >= stageNames.indexOf("dedupe") && place < stageNames.indexOf("reconcile")) {
        const ended = disposed.filter((item) => item.disposition !== "emitted" && mine.has(item.work.subject));
        if (ended.length > 0)
          await oweNeighbours(
            client,
            ended.map((item) => item.work.subject),
          );
      }
      if (next === null || fresh.length === 0) return [];
      // What a document owed it had taken out of the count with all later stages; another subject may have been through them.
      const others = fresh.filter((output) => output.subject !== output.parent).map((output) => output.subject);
      if (others.length > 0) await uncount(client, others, next);
      await client.query({
        name: "owe-next",
        text: `insert into owed (subject, stage, locator_id, input, input_hash, priority)
               select subject, $1, locator_id, input, input_hash, priority
               from unnest($2::text[], $3::text[], $4::jsonb[], $5::text[], $6::text[]) as o (subject, locator_id, input, input_hash, priority)
               on conflict (subject, stage) do update
                 set input = excluded.input, input_hash = excluded.input_hash, attempts = 0, enqueued_at = now()`,
        values: [
          next,
          fresh.map((output) => output.subject),
          fresh.map((output) => mustGet(workOf, output.parent).locatorId),
          fresh.map((output) => JSON.stringify(output.event)),
          fresh.map((output) => inputHashOf(output.event)),
          fresh.map((output) => mustGet(workOf, output.parent).priority),
        ],
      });
      return fresh.map(({ subject, event }) => ({ subject, event }));
    });
  }

  async defer(stage: StageName, given: readonly Deferred[], worker: string): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      // Two workers may decide one document, each once; its attempts are then counted by whoever is first.
      const { rows } = await client.query<{ subject: string }>(
        `update owed o set attempts = o.attempts + d.spent, enqueued_at = now() + d.delay_ms * interval '1 millisecond'
         from unnest($2::text[], $3::int[], $4::float8[], $5::int[], $6::text[]) as d (subject, spent, delay_ms, attempts, input_hash)
         where o.stage = $1 and o.subject = d.subject and o.attempts = d.attempts and o.input_hash = d.input_hash
         returning o.subject`,
        [
          stage,
          given.map((item) => item.work.subject),
          given.map((item) => item.spent),
          given.map((item) => item.delayMs),
          given.map((item) => item.work.attempts),
          given.map((item) => item.work.inputHash),
        ],
      );
      const noted = new Set(rows.map((row) => row.subject));
      const deferred = given.filter((item) => noted.has(item.work.subject));
      await client.query(
        `insert into timeline (subject, stage, attempt, worker, started_at, duration_ms, disposition, reason, detail)
         select subject, $1, attempt, $2, started_at, duration_ms, disposition, reason, detail
         from unnest($3::text[], $4::int[], $5::timestamptz[], $6::real[], $7::text[], $8::text[], $9::jsonb[])
           as t (subject, attempt, started_at, duration_ms, disposition, reason, detail)`,
        [
          stage,
          worker,
          deferred.map((item) => item.work.subject),
          deferred.map((item) => item.attempt ?? item.work.attempts + 1),
          deferred.map((item) => item.startedAt),
          deferred.map((item) => item.durationMs),
          deferred.map((item) => item.disposition),
          deferred.map((item) => item.reason),
          deferred.map((item) => (item.detail === null ? null : JSON.stringify(item.detail))),
        ],
      );
    });
  }

  async takeLost(stage: StageName, lostBefore: Date, limit: number): Promise<{ subject: string; priority: Priority }[]> {
    if (stage === "reconcile") await oweLeftGroups(this.#pool);
    const { rows } = await this.#pool.query<{ subject: string; priority: Priority }>(
      `update owed set enqueued_at = now()
       where stage = $1 and subject in (
         select subject from owed where stage = $1 and enqueued_at < $2 order by enqueued_at limit $3 for update skip locked
       )
       returning subject, priority`,
      [stage, lostBefore, limit],
    );
    return rows.sort((a, b) => (a.subject < b.subject ? -1 : 1));
  }

  async countOwed(runId?: string): Promise<Record<StageName, number>> {
    // A group whose batch died owes reconcile as well: its record is not made yet.
    const due = "select 'reconcile' as stage, count(*) from group_due having count(*) > 0";
    const { rows } = await this.#pool.query<{ stage: StageName; count: string }>(
      runId === undefined
        ? `select stage, count(*) from owed group by stage union all ${due}`
        : `select o.stage, count(*) from owed o join run_locator r using (locator_id) where r.run_id = $1 group by o.stage union all ${due}`,
      runId === undefined ? [] : [runId],
    );
    const counts = Object.fromEntries(stageNames.map((stage) => [stage, 0])) as Record<StageName, number>;
    for (const row of rows) counts[row.stage] += Number(row.count);
    return counts;
  }
}

/** Keeps `document` in step with the events: what each stage learned of it. */
async function projectDocuments(
  client: Client,
  stage: StageName,
  outputs: readonly { parent: string; subject: string; event: unknown }[],
  locatorIdOf: (parent: string) => string,
): Promise<void> {
  if (outputs.length === 0) return;
  const events = JSON.stringify(
    outputs.map((output) => ({ ...(output.event as object), locatorId: locatorIdOf(output.parent) })),
  );
  if (stage === "fetch") {
    await client.query({
      name: "project-fetch",
      text: `insert into document (id, locator_id, locator, body_hash, content_type)
             select "documentId", "locatorId", locator, "bodyHash", "contentType"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "locatorId" text, locator text, "bodyHash" text, "contentType" text)
             on conflict (id) do nothing`,
      values: [events],
    });
  } else if (stage === "clean") {
    await client.query({
      name: "project-clean",
      text: `update document d set article_hash = e."articleHash", title = e.title, outlet = e.outlet, url = e.url,
               published_at = e."publishedAt", language = e.language, wire_credit = e."wireCredit"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "articleHash" text, title text, outlet text, url text,
               "publishedAt" text, language text, "wireCredit" text)
             where d.id = e."documentId"`,
      values: [events],
    });
  } else if (stage === "extract") {
    await client.query({
      name: "project-extract",
      text: `update document d set facts_hash = e."factsHash"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "factsHash" text) where d.id = e."documentId"`,
      values: [events],
    });
  }
}
