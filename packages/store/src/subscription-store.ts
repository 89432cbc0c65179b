import type { Pool } from "./database.ts";

/** A subscription with a hub (W3C WebSub). */
export interface SubscriptionRow {
  readonly id: string;
  /** Null once its source is removed. */
  readonly sourceId: string | null;
  readonly hub: string;
  readonly topic: string;
  readonly secret: string | null;
  readonly state: "wanted" | "active" | "denied" | "leaving";
  readonly leaseUntil: Date | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
}

export type SubscriptionChange = Partial<
  Pick<SubscriptionRow, "state" | "leaseUntil" | "failures" | "lastError" | "deliveredAt"> & { readonly nextAt: Date }
>;

const columns = `id, source_id as "sourceId", hub, topic, secret, state, lease_until as "leaseUntil", failures, last_error as "lastError",
  delivered_at as "deliveredAt"`;

const columnOf: Readonly<Record<keyof SubscriptionChange, string>> = {
  state: "state",
  leaseUntil: "lease_until",
  failures: "failures",
  lastError: "last_error",
  deliveredAt: "delivered_at",
  nextAt: "next_at",
};

/** Subscriptions of all workers: any process asks hubs, and any answers them. */
export class SubscriptionStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Sources that name a hub and have no subscription with it. */
  async unsubscribed(): Promise<{ sourceId: string; hub: string; topic: string }[]> {
    const { rows } = await this.#pool.query<{ sourceId: string; hub: string; topic: string }>(
      `select s.id as "sourceId", s.hub, coalesce(s.topic, s.url) as topic from source s
       where s.hub is not null and s.state in ('active', 'failing')
         and not exists (select from subscription p where p.source_id = s.id) limit 100`,
    );
    return rows;
  }

  async add(subscription: Pick<SubscriptionRow, "id" | "sourceId" | "hub" | "topic" | "secret">): Promise<void> {
    await this.#pool.query(
      "insert into subscription (id, source_id, hub, topic, secret) values ($1, $2, $3, $4, $5) on conflict do nothing",
      [subscription.id, subscription.sourceId, subscription.hub, subscription.topic, subscription.secret],
    );
  }

  /** Turns subscriptions around whose source was removed, paused, or went to another hub: these are to be ended. */
  async leaveUnwanted(): Promise<void> {
    await this.#pool.query(
      `update subscription p set state = 'leaving', source_id = null, next_at = now(), failures = 0 where p.state <> 'leaving' and not exists (
         select from source s where s.id = p.source_id and s.state in ('active', 'failing') and s.hub = p.hub and coalesce(s.topic, s.url) = p.topic
       )`,
    );
  }

  /** Takes subscriptions whose hub is to be asked, each moved on by `leaseSeconds` so that one process asks. */
  async takeDue(limit: number, leaseSeconds: number): Promise<SubscriptionRow[]> {
    const { rows } = await this.#pool.query<SubscriptionRow>(
      `update subscription set next_at = now() + $2 * interval '1 second' where id in (
         select id from subscription where next_at <= now() order by next_at limit $1 for update skip locked
       ) returning ${columns}`,
      [limit, leaseSeconds],
    );
    return rows;
  }

  async get(id: string): Promise<SubscriptionRow | null> {
    const { rows } = await this.#pool.query<SubscriptionRow>(`select ${columns} from subscription where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async ofSource(sourceId: string): Promise<SubscriptionRow | null> {
    const { rows } = await this.#pool.query<SubscriptionRow>(`select ${columns} from subscription where source_id = $1`, [
      sourceId,
    ]);
    return rows[0] ?? null;
  }

  async change(id: string, change: SubscriptionChange): Promise<void> {
    const entries = Object.entries(change) as [keyof SubscriptionChange, unknown][];
    const sets = entries.map(([key], index) => `${columnOf[key]} = $${index + 2}`).join(", ");
    await this.#pool.query(`update subscription set ${sets} where id = $1`, [id, ...entries.map(([, value]) => value)]);
  }

  async remove(id: string): Promise<void> {
    await this.#pool.query("delete from subscription where id = $1", [id]);
  }
}
