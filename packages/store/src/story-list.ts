import type { Pool } from "./database.ts";
import type { StorySummary } from "./reader.ts";

export interface ListedStory extends StorySummary {
  /** Null in a record written before conflicts were counted. */
  readonly conflicts: number | null;
}

export const storySorts = ["changed", "articles", "lineages", "conflicts"] as const;
export type StorySort = (typeof storySorts)[number];

/** Which stories, in which order. All that is given must hold. */
export interface StoryQuery {
  /** Words of the headline, or their beginnings. */
  readonly text?: string;
  readonly sort?: StorySort;
  readonly articlesMin?: number;
  readonly lineagesMin?: number;
  readonly conflictsMin?: number;
  readonly changedSince?: Date;
  readonly changedUntil?: Date;
  /** Where a page before this one ended. */
  readonly after?: string;
  /** @default 100, at most 1000 */
  readonly limit?: number;
}

export interface StoryPage {
  readonly stories: readonly ListedStory[];
  /** `after` of the next page; null where this was the last. */
  readonly next: string | null;
}

const columnOf: Readonly<Record<StorySort, { readonly column: string; readonly type: string }>> = {
  changed: { column: "s.updated_at", type: "timestamptz" },
  articles: { column: "s.members", type: "int" },
  lineages: { column: "s.lineages", type: "int" },
  conflicts: { column: "s.conflicts", type: "int" },
};

/** Stories, the newest or the largest first. Every order has an index, and a page goes on where the last one ended. */
export async function listStories(pool: Pool, query: StoryQuery = {}): Promise<StoryPage> {
  const { sort = "changed", limit: asked = 100 } = query;
  const limit = Math.min(asked, 1000);
  const { column, type } = columnOf[sort];
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [];
  const words = query.text?.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (query.text !== undefined)
    conditions.push(
      `to_tsvector('simple', coalesce(s.headline, '')) @@ to_tsquery('simple', ${param(words.map((word) => `'${word}':*`).join(" & "))})`,
    );
  if (query.articlesMin !== undefined) conditions.push(`s.members >= ${param(query.articlesMin)}`);
  if (query.lineagesMin !== undefined) conditions.push(`s.lineages >= ${param(query.lineagesMin)}`);
  if (query.conflictsMin !== undefined) conditions.push(`s.conflicts >= ${param(query.conflictsMin)}`);
  // The index of conflicts holds the stories that have some.
  if (sort === "conflicts" || (query.conflictsMin ?? 0) > 0) conditions.push("s.conflicts > 0");
  if (query.changedSince !== undefined) conditions.push(`s.updated_at >= ${param(query.changedSince)}`);
  if (query.changedUntil !== undefined) conditions.push(`s.updated_at < ${param(query.changedUntil)}`);
  const from = cursorOf(query.after);
  if (from !== null) conditions.push(`(${column}, s.id) < (${param(from.key)}::${type}, ${param(from.id)})`);
  const { rows } = await pool.query<ListedStory & { key: string }>(
    `select s.id, s.version, s.headline, s.members, s.lineages, s.conflicts, s.updated_at as "updatedAt", ${column}::text as key
     from story s ${conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`}
     order by ${column} desc, s.id desc limit ${param(limit + 1)}`,
    values,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    stories: rows.slice(0, limit).map(({ key: _, ...story }) => story),
    next: last === undefined ? null : Buffer.from(JSON.stringify([last.key, last.id])).toString("base64url"),
  };
}

/** Null for what no page ended with, so that an address typed wrong begins at the beginning. */
function cursorOf(after: string | undefined): { readonly key: string; readonly id: string } | null {
  if (after === undefined) return null;
  try {
    const [key, id] = JSON.parse(Buffer.from(after, "base64url").toString()) as unknown[];
    const isKey = typeof key === "string" && /^(\d{1,9}|\d{4,6}-\d\d-\d\d [\d:.]+[+-]\d\d(:\d\d)?)$/.test(key);
    return isKey && typeof id === "string" && !id.includes("\0") ? { key, id } : null;
  } catch {
    return null;
  }
}
