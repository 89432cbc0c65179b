import type { Pool } from "./database.ts";
import type { QuarantineFilter } from "./replay.ts";

export type ReplayState = "running" | "done" | "cancelled" | "failed";

/** A replay that was asked for and how far it is. */
export interface ReplayRun {
  readonly id: string;
  readonly state: ReplayState;
  readonly filter: Omit<QuarantineFilter, "before">;
  /** Only what was quarantined before this moment is meant. */
  readonly before: Date;
  readonly perSecond: number | null;
  /** Documents it found, and moved so far. */
  readonly documents: number;
  readonly moved: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly error: string | null;
}

const columns = `id, state, filter, before, per_second as "perSecond", documents, moved, started_at as "startedAt", started_by as "startedBy", error`;

/** A running replay whose console has said nothing for so long is taken up by another. */
const SILENT_SECONDS = 20;

/** Replays and how far they are, so that they outlive the console that began them. */
export class ReplayRuns {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async add(run: Pick<ReplayRun, "id" | "filter" | "before" | "perSecond" | "documents" | "startedBy">): Promise<ReplayRun> {
    const [added] = await this.#rows(
      `insert into replay (id, filter, before, per_second, documents, started_by) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
      [run.id, run.filter, run.before, run.perSecond, run.documents, run.startedBy],
    );
    if (added === undefined) throw new Error(`replay ${run.id} was not written`);
    return added;
  }

  /** The newest first. */
  list(limit: number): Promise<ReplayRun[]> {
    return this.#rows(`select ${columns} from replay order by started_at desc, id limit $1`, [limit]);
  }

  async get(id: string): Promise<ReplayRun | null> {
    return (await this.#rows(`select ${columns} from replay where id = $1`, [id]))[0] ?? null;
  }

  /** Says how far a replay is and that it is driven; false once somebody ended it. */
  async drive(id: string, moved: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      "update replay set moved = $2, driven_at = now() where id = $1 and state = 'running'",
      [id, moved],
    );
    return rowCount === 1;
  }

  /** Ends a replay; false where it had ended. */
  async end(id: string, state: Exclude<ReplayState, "running">, error: string | null = null): Promise<boolean> {
    const { rowCount } = await this.#pool.query("update replay set state = $2, error = $3 where id = $1 and state = 'running'", [
      id,
      state,
      error,
    ]);
    return rowCount === 1;
  }

  /** Leaves a replay to the next process that takes it up. */
  async leave(id: string): Promise<void> {
    await this.#pool.query("update replay set driven_at = 'epoch' where id = $1 and state = 'running'", [id]);
  }

  /** Running replays that nobody drives; each is given to one caller. */
  takeUp(): Promise<ReplayRun[]> {
    return this.#rows(
      `update replay set driven_at = now() where id in (
         select id from replay where state = 'running' and driven_at < now() - $1 * interval '1 second' for update skip locked
       ) returning ${columns}`,
      [SILENT_SECONDS],
    );
  }

  async #rows(text: string, values: unknown[]): Promise<ReplayRun[]> {
    const { rows } = await this.#pool.query<ReplayRun & { documents: string; moved: string }>(text, values);
    return rows.map((row) => ({ ...row, documents: Number(row.documents), moved: Number(row.moved) }));
  }
}
