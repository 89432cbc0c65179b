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
  stageNames,
} from "@wirefold/core";
import { foldTally, uncount } from "./books.ts";
import { inTransaction, type Pool } from "./database.ts";
import { disposeOf, inputHashOf } from "./dispose.ts";
import { oweLeftGroups } from "./document-groups.ts";
import { NumberedNames } from "./numbered-names.ts";
import { projectDocuments } from "./project-documents.ts";

/** The books are folded once in so many disposals of a process: a read then sums some hundreds of rows. */
const disposalsPerFold = 200;

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
  readonly #workers: NumberedNames;
  #disposals = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#workers = new NumberedNames(pool, "worker_name");
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
    const numbers = await this.#workers.numbersOf([
      worker,
      ...disposed.flatMap(({ further = [] }) => further.map((step) => step.worker)),
    ]);
    const numberOf = (name: string) => mustGet(numbers, name);
    return inTransaction(this.#pool, (client) => disposeOf(client, { stage, version, next, worker, numberOf }, disposed));
  }

  async handOn(stage: StageName, passing: readonly { readonly work: OwedWork; readonly event: unknown }[]): Promise<Set<string>> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<{ subject: string }>({
        name: "hand-on",
        text: `select o.subject from owed o join unnest($2::text[], $3::text[]) as w (subject, input_hash)
                 on w.subject = o.subject and w.input_hash = o.input_hash
               where o.stage = $1 order by o.subject for update of o`,
        values: [stage, passing.map(({ work }) => work.subject), passing.map(({ work }) => work.inputHash)],
      });
      const held = new Set(rows.map(({ subject }) => subject));
      const events = passing.filter(({ work }) => held.has(work.subject));
      await projectDocuments(
        client,
        stage,
        events.map(({ work, event }) => ({ locatorId: work.locatorId, event })),
      );
      return held;
    });
  }

  async defer(stage: StageName, given: readonly Deferred[], worker: string): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      // Two workers may decide one document, each once; its attempts are then counted by the first of them.
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
        `insert into attempt (subject, stage, attempt, worker, started_at, duration_ms, disposition, reason, detail)
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
