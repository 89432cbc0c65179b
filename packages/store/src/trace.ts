import { type StageName, stageNames } from "@wirefold/core";
import type { Pool } from "./database.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
import { idRange } from "./id-range.ts";
import { type PageVersion, readVersions } from "./page-versions.ts";

export interface TimelineRow {
  readonly stage: StageName;
  readonly stageVersion: number | null;
  readonly attempt: number;
  readonly worker: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly disposition: string;
  readonly reason: string | null;
  readonly detail: Record<string, unknown> | null;
}

export interface Trace {
  readonly document: DocumentRow | null;
  /** When the document was taken down; null while it stands. */
  readonly removedAt: Date | null;
  /** The locator a document came from, or the locator itself when it never became one. */
  readonly locator: string;
  readonly timeline: readonly TimelineRow[];
  /** The stages still owed. */
  readonly owes: readonly { readonly stage: StageName; readonly attempts: number; readonly enqueuedAt: Date }[];
  /** Every version of the page or file that was stored, oldest first; empty where there is one. */
  readonly versions: readonly PageVersion[];
  readonly story: string | null;
  readonly lineage: string | null;
  readonly copy: string | null;
  readonly role: string | null;
}

/** Everything known of one document, found by id (or its beginning), URL, path, or locator id. */
export async function readTrace(pool: Pool, query: string): Promise<Trace | null> {
  // A union, so that each way of naming a document is answered by its own index.
  const found = await pool.query<DocumentRow & { locator_id: string; removed_at: Date | null }>(
    `with named as (
       (select id from document where id >= $2 and id < $3 order by id limit 100)
       union select id from document where url = $1
       union select id from document where locator = $1
       union select id from document where locator = 'file://' || $1
     )
     select ${documentColumns}, d.locator_id, d.removed_at from named join document d using (id)
     order by (d.id = $1) desc, d.created_at desc limit 1`,
    [query, ...idRange(query)],
  );
  const document = found.rows[0] ?? null;
  const origin = document === null ? await findLocator(pool, query) : { id: document.locator_id, locator: document.locator };
  if (origin === null) return null;
  const subjects = document === null ? [origin.id] : [origin.id, document.id];
  const timeline = await pool.query<TimelineRow>(
    `select stage, stage_version as "stageVersion", attempt, worker, started_at as "startedAt", duration_ms as "durationMs", disposition, reason, detail
     from timeline where subject = any ($1) order by started_at, array_position($2::text[], stage), attempt`,
    [subjects, stageNames],
  );
  const owes = await pool.query<Trace["owes"][number]>(
    `select stage, attempts, enqueued_at as "enqueuedAt" from owed where subject = any ($1)`,
    [subjects],
  );
  const place = await pool.query<{ story: string; lineage: string; copy: string; role: string }>(
    "select story_id as story, lineage_id as lineage, copy_id as copy, role from assignment where document_id = $1",
    [document?.id ?? null],
  );
  const versions = document === null ? [] : await readVersions(pool, [document.locator]);
  const { story = null, lineage = null, copy = null, role = null } = place.rows[0] ?? {};
  const removedAt = found.rows[0]?.removed_at ?? null;
  return {
    document,
    removedAt,
    locator: origin.locator,
    timeline: timeline.rows,
    owes: owes.rows,
    versions,
    story,
    lineage,
    copy,
    role,
  };
}

async function findLocator(pool: Pool, query: string): Promise<{ id: string; locator: string } | null> {
  const { rows } = await pool.query<{ id: string; locator: string }>(
    `select id, locator from locator where id = $1
     union all select id, locator from locator where locator = $1
     union all select id, locator from locator where locator = 'file://' || $1 limit 1`,
    [query],
  );
  return rows[0] ?? null;
}
