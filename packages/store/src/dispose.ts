import {
  type Disposed,
  groupBy,
  type Output,
  type OwedWork,
  type StageName,
  sha256,
  stageAfter,
  stageNames,
} from "@wirefold/core";
import { uncount } from "./books.ts";
import type { Client } from "./database.ts";
import { oweNeighbours } from "./owe-reconcile.ts";
import { projectDocuments } from "./project-documents.ts";
import { keptOutputs } from "./stage-sql.ts";

/**
 * Names an event among those of its subject, so the same input decided twice has one result; 64 bits are plenty for that. Property
 * order is ours, so JSON is canonical enough.
 */
export function inputHashOf(event: unknown): string {
  return sha256(JSON.stringify(event)).slice(0, 16);
}

/** The stage that disposes, and where what it emits goes. */
export interface Disposing {
  readonly stage: StageName;
  readonly version: number;
  readonly next: StageName | null;
  readonly worker: string;
  /** The numbers of the workers' names. */
  readonly numberOf: (worker: string) => number;
}

/** A row of `result`, which is a line of the timeline as well. */
interface Step {
  readonly item: Disposed;
  readonly stage: StageName;
  readonly version: number;
  readonly worker: string;
  readonly attempt: number;
  readonly input: unknown;
  /** By which the result is kept. */
  readonly resultHash: string;
  readonly events: readonly unknown[];
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly detail: Record<string, unknown> | null;
}

/** What stands at the end of an item's way. */
interface Emitted extends Output {
  readonly parent: string;
  readonly work: OwedWork;
  readonly next: StageName | null;
}

/** One transaction's disposal, see core's `Ledger`: what was owed goes, what was decided is recorded, what comes next is owed. */
export async function disposeOf(client: Client, disposing: Disposing, disposed: readonly Disposed[]): Promise<Output[]> {
  const { stage } = disposing;
  const mine = await record(
    client,
    stage,
    disposed.flatMap((item) => stepsOf(item, disposing)),
    disposing.numberOf,
  );
  const kept = disposed.filter(({ work }) => mine.has(work.subject));
  const fresh = kept.flatMap((item) => emittedBy(item, disposing));
  await project(client, stage, kept, fresh);
  // From dedupe on a document has edges, and neighbours that may be waiting for it.
  const place = stageNames.indexOf(stage);
  if (place >= stageNames.indexOf("dedupe") && place < stageNames.indexOf("reconcile")) {
    const ended = kept.filter((item) => item.disposition !== "emitted");
    if (ended.length > 0)
      await oweNeighbours(
        client,
        ended.map((item) => item.work.subject),
      );
  }
  const owing: Emitted[] = [];
  for (const [next, outputs] of groupBy(fresh, ({ next }) => next)) {
    if (next === null) continue;
    await owe(client, next, outputs);
    owing.push(...outputs);
  }
  return owing.map(({ subject, event }) => ({ subject, event }));
}

function stepsOf(item: Disposed, { stage, version, worker }: Disposing): Step[] {
  const { work, outputs, startedAt, durationMs, detail, basis, further = [] } = item;
  const attempt = item.attempt ?? work.attempts + 1;
  const events = outputs.map(({ event }) => event);
  const steps: Step[] = [
    {
      item,
      stage,
      version,
      worker,
      attempt,
      input: work.input,
      resultHash: basis === undefined ? work.inputHash : inputHashOf([work.input, basis]),
      events,
      startedAt,
      durationMs,
      detail,
    },
  ];
  let input = events[0];
  for (const { event, basis, ...passed } of further) {
    const resultHash = inputHashOf(basis === undefined ? input : [input, basis]);
    steps.push({ item, attempt: 1, input, resultHash, events: [event], ...passed });
    input = event;
  }
  return steps;
}

function emittedBy({ work, outputs, further = [] }: Disposed, { next }: Disposing): Emitted[] {
  const last = further.at(-1);
  const parent = work.subject;
  if (last !== undefined) return [{ subject: parent, event: last.event, parent, work, next: stageAfter(last.stage) }];
  return outputs.map(({ subject, event }) => ({ subject, event, parent, work, next }));
}

/** SQL: what a result answers, as its unique index has it. */
const PASSAGE = (row: string, inputHash = "input_hash") =>
  `(hashtextextended(${row}stage || ' ' || ${row}stage_version::text || ' ' || ${row}${inputHash}, 0))`;

/** Takes out what was owed, by those whose work it still is, and writes down what was decided of it. @returns their subjects */
async function record(
  client: Client,
  stage: StageName,
  steps: readonly Step[],
  numberOf: (worker: string) => number,
): Promise<Set<string>> {
  const { rows } = await client.query<{ subject: string }>({
    name: "dispose",
    text: `
      with done as (
        select * from unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::jsonb[],
                             $11::jsonb[], $12::smallint[], $13::timestamptz[], $14::real[], $15::text[])
          as d (subject, stage, stage_version, worker, input_hash, disposition, reason, detail, input, outputs, attempt, started_at,
                duration_ms, result_hash)
      ), mine as (
        -- In the order every writer locks these rows, so that no two wait for each other.
        select o.subject, o.locator_id from owed o join done d on d.subject = o.subject and d.input_hash = o.input_hash
        where o.stage = $1 and d.stage = $1 order by o.subject for update of o
      ), gone as (
        -- With what was owed to a stage that it went through on the way: that is answered as well.
        delete from owed o using mine m, done d where d.subject = m.subject and o.subject = d.subject and o.stage = d.stage
      ), outdated as (
        -- What the stage decided before, from another input or by another version, counts no more.
        update result r set counted = false from mine m join done d using (subject)
        where r.subject = m.subject and r.stage = d.stage and r.counted
          and (r.stage_version, r.input_hash) <> (d.stage_version, d.result_hash)
      ), passed_before as (
        -- The row of the same answer is written over; when it was given before stays on the timeline.
        insert into attempt (subject, stage, stage_version, attempt, worker, started_at, duration_ms, disposition, reason, detail)
        select r.subject, r.stage, r.stage_version, r.attempt, coalesce(w.name, ''), r.started_at, r.duration_ms, r.disposition, r.reason, r.detail
        from done d join mine m using (subject)
          join result r on r.subject = d.subject and ${PASSAGE("r.")} = ${PASSAGE("d.", "result_hash")}
          left join worker_name w on w.number = r.worker
        where r.started_at is not null
      ), saved as (
        insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, detail, input, outputs,
          started_at, duration_ms, worker, attempt, counted)
        select d.subject, d.stage, d.stage_version, d.result_hash,
          -- What was let through is looked for by its document, whose row tells the place.
          case when d.disposition <> 'emitted' or not exists (select from document x where x.id = d.subject and x.locator_id = m.locator_id)
            then m.locator_id end,
          d.disposition, d.reason, d.detail, d.input, d.outputs,
          d.started_at, d.duration_ms, d.worker, d.attempt,
          not exists (select from owed o where o.subject = d.subject and o.stage = any ($16::text[]))
            and not exists (select from document x where x.id = d.subject and x.removed_at is not null)
        from done d join mine m using (subject)
        on conflict (subject, ${PASSAGE("")}) do update
          set counted = excluded.counted, locator_id = excluded.locator_id, disposition = excluded.disposition, reason = excluded.reason, detail = excluded.detail,
              input = excluded.input, outputs = excluded.outputs, finished_at = now(), started_at = excluded.started_at,
              duration_ms = excluded.duration_ms, worker = excluded.worker, attempt = excluded.attempt
      )
      select subject from mine`,
    values: [
      stage,
      steps.map(({ item }) => item.work.subject),
      steps.map((step) => step.stage),
      steps.map((step) => step.version),
      steps.map((step) => numberOf(step.worker)),
      steps.map(({ item }) => item.work.inputHash),
      steps.map(({ item }) => item.disposition),
      steps.map(({ item }) => item.reason),
      steps.map(({ detail }) => (detail === null ? null : JSON.stringify(detail))),
      steps.map(({ item }) => (item.disposition === "quarantined" ? JSON.stringify(item.work.input) : null)),
      steps.map((step) => JSON.stringify(keptOutputs(step.stage, step.input, step.events))),
      steps.map((step) => step.attempt),
      steps.map((step) => step.startedAt),
      steps.map((step) => step.durationMs),
      steps.map((step) => step.resultHash),
      stageNames.slice(0, stageNames.indexOf(stage)),
    ],
  });
  return new Set(rows.map((row) => row.subject));
}

/** What each stage learned; of documents that went through several, what was learned before the last was noted when they were handed on. */
async function project(client: Client, stage: StageName, kept: readonly Disposed[], fresh: readonly Emitted[]): Promise<void> {
  const ended = groupBy(kept, ({ further }) => further?.at(-1)?.stage ?? stage);
  const outputsOf = groupBy(fresh, ({ parent }) => parent);
  for (const [last, items] of ended) {
    const outputs = items.flatMap(({ work }) => outputsOf.get(work.subject) ?? []);
    await projectDocuments(
      client,
      last,
      outputs.map(({ event, work }) => ({ event, locatorId: work.locatorId })),
    );
  }
}

async function owe(client: Client, next: StageName, outputs: readonly Emitted[]): Promise<void> {
  // What a document owed it had taken out of the count with all later stages; another subject may have been through them.
  const others = outputs.filter((output) => output.subject !== output.parent).map((output) => output.subject);
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
      outputs.map((output) => output.subject),
      outputs.map((output) => output.work.locatorId),
      outputs.map((output) => JSON.stringify(output.event)),
      outputs.map((output) => inputHashOf(output.event)),
      outputs.map((output) => output.work.priority),
    ],
  });
}
