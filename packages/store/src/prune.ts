import { setTimeout as sleep } from "node:timers/promises";
import type { Blobs } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { pruneEvents, prunePages, pruneResults, pruneTimeline, type Step, type StepOptions } from "./prune-steps.ts";
import { UNNAMED_MS, unusedBlobs } from "./unused-blobs.ts";

/** In the order they are pruned: bodies last, since results that go are what names old ones. */
export const pruneKinds = ["timeline", "results", "events", "pages", "bodies"] as const;
export type PruneKind = (typeof pruneKinds)[number];

/** Days each kind is kept beyond its use; `null` keeps it for ever. */
export type Retention = Readonly<Record<PruneKind, number | null>>;

/** A day suffices for bodies: what is unnamed for that long is named by nobody any more. */
export const defaultRetention: Retention = { timeline: 90, results: 30, events: 90, pages: 30, bodies: 1 };

export interface PruneOptions {
  /** @default {@link pruneKinds} */
  readonly kinds?: readonly PruneKind[];
  /** Counts what would go, and takes nothing. */
  readonly dryRun?: boolean;
  /** Rest after each step, so that the pipeline is not held up. @default 20 */
  readonly restMs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (kind: PruneKind, removed: number) => void;
}

export interface Pruned {
  readonly kind: PruneKind;
  /** Rows; for bodies, blobs. */
  readonly removed: number;
  /** Of bodies, as stored. */
  readonly bytes?: number;
}

/** Key of the advisory lock. A backup holds it shared, so that no body goes that its snapshot names. */
const pruneLock = 7_710_006;

/** Keeps what a snapshot names from being pruned, for as long as this connection is held. */
export async function holdOffPruning(client: Client): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1)", [pruneLock]);
}

/**
 * Takes away what nothing needs any more and is older than its retention, in small steps. What stays: of the timeline the last line of each
 * stage a subject went through; every result that counts, and every one that a later one does not replace (reprocessing
 * reads what a stage was given from it); events that a sink was not served with yet; pages that were read since; every body that a document, owed work or a result
 * names. The books count none of what goes.
 *
 * @returns what went, or null where another process is pruning
 */
export async function prune(
  pool: Pool,
  blobs: Blobs,
  retention: Retention,
  options: PruneOptions = {},
): Promise<Pruned[] | null> {
  const holder = await pool.connect();
  holder.on("error", () => {});
  try {
    const { rows } = await holder.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [pruneLock]);
    if (rows[0]?.mine !== true) return null;
    const pruned: Pruned[] = [];
    for (const kind of pruneKinds.filter((one) => (options.kinds ?? pruneKinds).includes(one))) {
      const days = retention[kind];
      if (days === null || options.signal?.aborted) continue;
      const before = new Date(Date.now() - days * 86_400_000);
      const one =
        kind === "bodies" ? await pruneBodies(pool, blobs, before, options) : await pruneRows(pool, kind, before, options);
      pruned.push(one);
      if (options.dryRun !== true && options.signal?.aborted !== true) await noteDone(pool, one);
    }
    return pruned;
  } finally {
    // Ends the session, and the lock with it.
    holder.release(true);
  }
}

/** Whether a kind was not pruned for a day. */
export async function isPruningDue(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    "select coalesce(min(done_at) < now() - interval '1 day', true) as due from housekeeping",
  );
  return rows[0]?.due ?? true;
}

const steps = { timeline: pruneTimeline, results: pruneResults, events: pruneEvents, pages: prunePages } as const;

async function pruneRows(
  pool: Pool,
  kind: keyof typeof steps,
  before: Date,
  { dryRun = false, restMs = 20, signal, onProgress }: PruneOptions,
): Promise<Pruned> {
  let removed = 0;
  let cursor: Step["cursor"] = null;
  do {
    const given: StepOptions = { before, cursor, dryRun };
    const step: Step = await inTransaction(pool, (client) => steps[kind](client, given));
    removed += step.removed;
    cursor = step.cursor;
    onProgress?.(kind, removed);
    if (cursor !== null) await sleep(restMs);
  } while (cursor !== null && signal?.aborted !== true);
  return { kind, removed };
}

async function pruneBodies(
  pool: Pool,
  blobs: Blobs,
  before: Date,
  { dryRun, signal, onProgress }: PruneOptions,
): Promise<Pruned> {
  // However short the retention: a body is written before it is named.
  const putBefore = new Date(Math.min(before.getTime(), Date.now() - UNNAMED_MS));
  let removed = 0;
  let bytes = 0;
  for await (const blob of unusedBlobs(pool, blobs, putBefore)) {
    if (signal?.aborted) break;
    if (dryRun !== true && !(await blobs.discard(blob.hash, putBefore))) continue;
    removed += 1;
    bytes += blob.bytes;
    onProgress?.("bodies", removed);
  }
  return { kind: "bodies", removed, bytes };
}

async function noteDone(pool: Pool, { kind, removed }: Pruned): Promise<void> {
  await pool.query(
    `insert into housekeeping (kind, done_at, removed) values ($1, now(), $2)
     on conflict (kind) do update set done_at = now(), removed = housekeeping.removed + excluded.removed`,
    [kind, removed],
  );
}
