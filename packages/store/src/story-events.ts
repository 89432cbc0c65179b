import type { StoryChange } from "@wirefold/core";
import { mustAt } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";

/** Something that became of a story, as subscribers are told. */
export interface StoryEvent {
  /** Grows with each event; what duplicates are known by. */
  readonly id: number;
  readonly kind: StoryChange["kind"];
  readonly story: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One attempt to serve a sink. */
export interface DeliveryAttempt {
  /** At most so many events are handed to `send`. */
  readonly limit: number;
  /** Hands events over, in order. What it throws counts as a failed attempt; all of them are then sent again. */
  readonly send: (events: readonly StoryEvent[]) => Promise<void>;
  /** Pause after a failed attempt, given how many failed before it. */
  readonly retryMs: (failedBefore: number, error: unknown) => number;
  /** Where a sink really stands that may have forgotten what it was given; returns `lastId` or less. */
  readonly resume?: (lastId: number) => Promise<number>;
}

export type Delivery =
  | { readonly state: "delivered"; readonly count: number; readonly failedBefore: number }
  /** Nothing is due. */
  | { readonly state: "idle" }
  /** A failed attempt is to be made again later. */
  | { readonly state: "waiting" }
  /** Another process serves this sink. */
  | { readonly state: "elsewhere" }
  | { readonly state: "failed"; readonly error: unknown; readonly failedBefore: number; readonly retryMs: number };

/** First half of the advisory lock's key; the second names the sink. */
const lockSpace = 7_710_002;

/** The outbox of story events on PostgreSQL: reading it, and serving sinks from it at least once and in order. */
export class PostgresStoryEvents {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Events after the one with this id, oldest first. */
  async after(id: number, options: { readonly limit?: number; readonly story?: string } = {}): Promise<StoryEvent[]> {
    return readAfter(this.#pool, id, options.limit ?? 1000, options.story ?? null);
  }

  /**
   * Serves a sink once. The transaction holds the sink's lock while `send` runs, so one process at a time serves it; one
   * that is killed loses its connection, the lock goes, and the next begins where the cursor stands. What was handed over
   * and not yet recorded is then handed over again.
   */
  async deliver(sink: string, attempt: DeliveryAttempt): Promise<Delivery> {
    return inTransaction(this.#pool, async (client) => {
      // A server that goes away while we wait for the sink must fail this attempt, not the process.
      const ignore = () => {};
      client.on("error", ignore);
      try {
        const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1, hashtext($2)) as mine", [
          lockSpace,
          sink,
        ]);
        return mustAt(rows, 0).mine ? await serve(client, sink, attempt) : { state: "elsewhere" };
      } finally {
        client.off("error", ignore);
      }
    });
  }
}

async function serve(client: Client, sink: string, { limit, send, retryMs, resume }: DeliveryAttempt): Promise<Delivery> {
  const { rows } = await client.query<{ lastId: string; attempts: number; waiting: boolean }>(
    `select last_id as "lastId", attempts, next_try_at > now() as waiting from event_sink where name = $1`,
    [sink],
  );
  if (rows.length === 0) await client.query("insert into event_sink (name) values ($1)", [sink]);
  const { lastId, attempts: failedBefore, waiting } = rows[0] ?? { lastId: "0", attempts: 0, waiting: false };
  if (waiting) return { state: "waiting" };
  try {
    const from = (await resume?.(Number(lastId))) ?? Number(lastId);
    const events = await readAfter(client, from, limit, null);
    const last = events.at(-1);
    if (last === undefined) return { state: "idle" };
    await send(events);
    await client.query(
      "update event_sink set last_id = $2, attempts = 0, next_try_at = clock_timestamp(), last_error = null where name = $1",
      [sink, last.id],
    );
    return { state: "delivered", count: events.length, failedBefore };
  } catch (error) {
    const pause = retryMs(failedBefore, error);
    // Throws when it was the database that failed; then nothing is recorded, and the next round begins at the same place.
    await client.query(
      `update event_sink set attempts = attempts + 1, last_error = $2,
         next_try_at = clock_timestamp() + $3 * interval '1 millisecond' where name = $1`,
      [sink, error instanceof Error ? error.message : String(error), pause],
    );
    return { state: "failed", error, failedBefore, retryMs: pause };
  }
}

async function readAfter(db: Pick<Client, "query">, id: number, limit: number, story: string | null): Promise<StoryEvent[]> {
  const { rows } = await db.query<StoryEvent & { id: string }>(
    `select id, kind, story_id as story, at, detail from story_event
     where id > $1 and ($3::text is null or story_id = $3) order by id limit $2`,
    [id, limit, story],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
