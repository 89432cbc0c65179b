import type { Pool } from "./database.ts";

/** A place that is asked for documents again and again. */
export interface SourceRow {
  readonly id: string;
  readonly url: string;
  /** feed, sitemap, index (of sitemaps), page, or unknown before the first poll. */
  readonly kind: string;
  readonly title: string | null;
  readonly state: "active" | "paused" | "failing" | "gone";
  readonly addedAt: Date;
  readonly nextPollAt: Date;
  readonly polledAt: Date | null;
  readonly changedAt: Date | null;
  readonly documentAt: Date | null;
  readonly intervalSeconds: number;
  readonly intervalFixed: boolean;
  readonly failures: number;
  readonly polls: number;
  readonly lastError: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly validators: "unknown" | "trusted" | "lie";
  readonly hub: string | null;
  /** What the hub knows it by. */
  readonly topic: string | null;
  /** Its hub has delivered, and no poll found since what it did not tell of. */
  readonly announced: boolean;
  readonly dailyDocuments: number | null;
  readonly documentsSeen: number;
  /** The longest time between two documents in the last weeks. */
  readonly quietSeconds: number;
  readonly silentSince: Date | null;
}

export interface PollRow {
  readonly at: Date;
  readonly outcome: string;
  readonly listed: number;
  readonly fresh: number;
  readonly durationMs: number;
  readonly message: string | null;
}

/** How many sources are how: what an alarm goes by. */
export interface SourceHealth {
  readonly ok: number;
  /** Nothing came for longer than its history makes likely. */
  readonly silent: number;
  readonly failing: number;
  readonly paused: number;
  readonly gone: number;
}

/** Documents of a source in one language. */
export interface SourceVolume {
  readonly sourceId: string;
  /** Null where it could not be told. */
  readonly language: string | null;
  /** In the last day. */
  readonly lastDay: number;
  /** A day, over the fourteen before it (or as many as the source is old). */
  readonly expected: number;
  /** Since the last one came. */
  readonly secondsSince: number;
}

/** What a poll changes of its source. */
export type SourceChange = Partial<Omit<SourceRow, "id" | "url" | "addedAt" | "announced">>;

const columns = `id, url, kind, title, state, added_at as "addedAt", next_poll_at as "nextPollAt", polled_at as "polledAt", changed_at as "changedAt",
  document_at as "documentAt", interval_seconds as "intervalSeconds", interval_fixed as "intervalFixed", failures, polls, last_error as "lastError", etag,
  last_modified as "lastModified", body_hash as "bodyHash", validators, hub, topic, daily_documents as "dailyDocuments", documents_seen as "documentsSeen", quiet_seconds as "quietSeconds",
  silent_since as "silentSince",
  exists (select from subscription p where p.source_id = source.id and p.state = 'active' and p.lease_until > now() and p.delivered_at is not null
    -- A delivery may be no more than a reason to ask.
    and not exists (select from source_poll q where q.source_id = source.id and q.fresh > 0 and q.outcome <> 'delivered'
      and q.at > p.delivered_at + interval '10 minutes')) as announced`;

const columnOf: Readonly<Record<keyof SourceChange, string>> = {
  kind: "kind",
  title: "title",
  state: "state",
  nextPollAt: "next_poll_at",
  polledAt: "polled_at",
  changedAt: "changed_at",
  documentAt: "document_at",
  intervalSeconds: "interval_seconds",
  intervalFixed: "interval_fixed",
  failures: "failures",
  polls: "polls",
  lastError: "last_error",
  etag: "etag",
  lastModified: "last_modified",
  bodyHash: "body_hash",
  validators: "validators",
  hub: "hub",
  topic: "topic",
  dailyDocuments: "daily_documents",
  documentsSeen: "documents_seen",
  quietSeconds: "quiet_seconds",
  silentSince: "silent_since",
};

/** Polls kept of each source. */
const pollsKept = 500;

/** Sources and their history. Each is polled by one process at a time: who takes it moves its next poll on first. */
export class SourceStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** @returns the source, and whether it is new. */
  async add(
    source: Pick<SourceRow, "id" | "url" | "kind" | "title" | "intervalSeconds" | "intervalFixed">,
  ): Promise<{ source: SourceRow; isNew: boolean }> {
    const { rowCount } = await this.#pool.query(
      `insert into source (id, url, kind, title, interval_seconds, interval_fixed) values ($1, $2, $3, $4, $5, $6) on conflict (url) do nothing`,
      [source.id, source.url, source.kind, source.title, source.intervalSeconds, source.intervalFixed],
    );
    const row = (await this.list()).find(({ url }) => url === source.url);
    if (row === undefined) throw new Error(`${source.url} was removed while it was added`);
    return { source: row, isNew: rowCount === 1 };
  }

  async list(): Promise<SourceRow[]> {
    const { rows } = await this.#pool.query<SourceRow>(`select ${columns} from source order by added_at, id`);
    return rows;
  }

  /** By id or its beginning, by URL, or by a part of URL or title. */
  async find(query: string): Promise<SourceRow[]> {
    const all = await this.list();
    const exact = all.filter(({ id, url }) => id === query || url === query);
    if (exact.length > 0) return exact;
    const word = query.toLowerCase();
    return all.filter(
      ({ id, url, title }) =>
        id.startsWith(query) || url.toLowerCase().includes(word) || (title ?? "").toLowerCase().includes(word),
    );
  }

  async health(): Promise<SourceHealth> {
    const { rows } = await this.#pool.query<{ health: keyof SourceHealth; n: number }>(
      `select case when state = 'active' and silent_since is not null then 'silent' when state = 'active' then 'ok' else state end as health,
         count(*)::int as n from source group by 1`,
    );
    return { ok: 0, silent: 0, failing: 0, paused: 0, gone: 0, ...Object.fromEntries(rows.map((row) => [row.health, row.n])) };
  }

  /** What each source (or one) brought in each language, against what it brought before. The run of a source holds its documents. */
  async volumes(sourceId?: string): Promise<SourceVolume[]> {
    const { rows } = await this.#pool.query<SourceVolume>(
      `select s.id as "sourceId", d.language,
         count(*) filter (where d.created_at > now() - interval '1 day')::int as "lastDay",
         (count(*) filter (where d.created_at <= now() - interval '1 day')
           / greatest(1, least(14, extract(epoch from now() - s.added_at) / 86400 - 1)))::float8 as expected,
         extract(epoch from now() - max(d.created_at))::float8 as "secondsSince"
       from source s join run_locator r on r.run_id = 'source-' || s.id
         join document d on d.locator_id = r.locator_id and d.created_at > now() - interval '15 days'
       where $1::text is null or s.id = $1
       group by s.id, s.added_at, d.language order by s.id, 4 desc, 3 desc`,
      [sourceId ?? null],
    );
    return rows;
  }

  async polls(id: string, limit: number): Promise<PollRow[]> {
    const { rows } = await this.#pool.query<PollRow>(
      `select at, outcome, listed, fresh, duration_ms as "durationMs", message from source_poll where source_id = $1 order by at desc, id desc limit $2`,
      [id, limit],
    );
    return rows;
  }

  /** Documents that polls found since then, by source; sources that found none are not in it. */
  async freshSince(since: Date): Promise<Map<string, number>> {
    const { rows } = await this.#pool.query<{ id: string; fresh: string }>(
      `select s.id, n.fresh from source s
       cross join lateral (select sum(fresh) as fresh from source_poll where source_id = s.id and at >= $1) n where n.fresh > 0`,
      [since],
    );
    return new Map(rows.map(({ id, fresh }) => [id, Number(fresh)]));
  }

  async change(id: string, change: SourceChange): Promise<void> {
    const entries = Object.entries(change) as [keyof SourceChange, unknown][];
    if (entries.length === 0) return;
    const sets = entries.map(([key], index) => `${columnOf[key]} = $${index + 2}`).join(", ");
    await this.#pool.query(`update source set ${sets} where id = $1`, [id, ...entries.map(([, value]) => value)]);
  }

  async remove(id: string): Promise<void> {
    await this.#pool.query("delete from source where id = $1", [id]);
  }

  /**
   * Takes sources that are due. Each is moved on by `leaseSeconds` first, so that no other process takes it meanwhile, and
   * one whose process dies is due again then.
   */
  async takeDue(limit: number, leaseSeconds: number): Promise<SourceRow[]> {
    const { rows } = await this.#pool.query<SourceRow>(
      `update source set next_poll_at = now() + $2 * interval '1 second' where id in (
         select id from source where state in ('active', 'failing') and next_poll_at <= now() order by next_poll_at limit $1 for update skip locked
       ) returning ${columns}`,
      [limit, leaseSeconds],
    );
    return rows;
  }

  async recordPoll(id: string, poll: Omit<PollRow, "at">, change: SourceChange): Promise<void> {
    await this.#pool.query(
      "insert into source_poll (source_id, outcome, listed, fresh, duration_ms, message) select $1, $2, $3, $4, $5, $6 where exists (select from source where id = $1)",
      [id, poll.outcome, poll.listed, poll.fresh, poll.durationMs, poll.message],
    );
    await this.#pool.query(
      "delete from source_poll where source_id = $1 and id < (select id from source_poll where source_id = $1 order by id desc offset $2 limit 1)",
      [id, pollsKept],
    );
    await this.change(id, change);
  }
}
