import type { Pool } from "./database.ts";

export type AuditVia = "console" | "api" | "cli";
export type AuditOutcome = "done" | "refused" | "failed";

/** One thing somebody did, or tried to do. */
export interface AuditEntry {
  /** Grows with each entry. */
  readonly id: number;
  readonly at: Date;
  /** A token's name, the user a trusted proxy named, or the account at the terminal. */
  readonly actor: string;
  readonly role: string | null;
  readonly via: AuditVia;
  /** Such as `stage.pause`. */
  readonly action: string;
  /** What it was done to: a stage, a source, a run, a document. */
  readonly target: string | null;
  /** An address, or the host of a terminal. */
  readonly cameFrom: string | null;
  readonly outcome: AuditOutcome;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export type NewAuditEntry = Omit<AuditEntry, "id" | "at">;

export interface AuditFilter {
  readonly actor?: string;
  /** An action, or the beginning of several: `stage` finds `stage.pause` and `stage.resume`. */
  readonly action?: string;
  readonly target?: string;
  /** Only entries with a smaller id: the next page. */
  readonly before?: number;
  /** @default 100, at most 1000 */
  readonly limit?: number;
}

/** Who holds a stage. */
export interface PausedBy {
  readonly stage: string;
  readonly actor: string;
  readonly via: AuditVia;
  readonly at: Date;
}

const columns = `id::int8, at, actor, role, via, action, target, came_from as "cameFrom", outcome, detail`;

/** The activity log. */
export class AuditLog {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async record({ actor, role, via, action, target, cameFrom, outcome, detail }: NewAuditEntry): Promise<void> {
    await this.#pool.query(
      "insert into audit (actor, role, via, action, target, came_from, outcome, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      [actor, role, via, action, target, cameFrom, outcome, detail === null ? null : JSON.stringify(detail)],
    );
  }

  /** The newest first. */
  async list({ actor, action, target, before, limit = 100 }: AuditFilter = {}): Promise<AuditEntry[]> {
    const { rows } = await this.#pool.query<Omit<AuditEntry, "id"> & { id: string }>(
      `select ${columns} from audit
       where ($1::text is null or actor = $1) and ($2::text is null or action = $2 or starts_with(action, $2 || '.'))
         and ($3::text is null or target = $3) and ($4::int8 is null or id < $4)
       order by id desc limit $5`,
      [actor ?? null, action ?? null, target ?? null, before ?? null, Math.min(limit, 1000)],
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  }

  /** Of these stages, who paused each last, where nobody resumed it since. A stage paused by another tool is not among them. */
  async pausedBy(stages: readonly string[]): Promise<PausedBy[]> {
    if (stages.length === 0) return [];
    const { rows } = await this.#pool.query<PausedBy & { action: string }>(
      `select s.stage, last.* from unnest($1::text[]) as s (stage) cross join lateral (
         select actor, via, at, action from audit
         where target = s.stage and action in ('stage.pause', 'stage.resume') and outcome = 'done' order by id desc limit 1
       ) last`,
      [stages],
    );
    return rows.flatMap(({ action, ...by }) => (action === "stage.pause" ? [by] : []));
  }
}
