import type { Pool } from "@wirefold/store";
import type { BenchRow } from "./run-bench.ts";

/** Bytes on disk by part of a table: its rows, its long values (TOAST), each of its indexes. Keys are "document rows", "index posting_pkey". */
export type TableBytes = ReadonlyMap<string, number>;

/**
 * What the database's tables take now. Vacuumed first: room that dead rows left is used again by the next rows, as in a store that has
 * run for a while, and is not counted as growth twice.
 */
export async function tableBytes(pool: Pool): Promise<TableBytes> {
  await pool.query("vacuum");
  const { rows } = await pool.query<{ part: string; bytes: string }>(
    `with ours as (select c.oid, c.relname, c.reltoastrelid from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)
     select relname || ' rows' as part, pg_relation_size(oid) as bytes from ours
     union all select relname || ' long values', pg_total_relation_size(reltoastrelid) from ours where reltoastrelid <> 0
     union all select 'index ' || i.indexrelid::regclass, pg_relation_size(i.indexrelid) from ours join pg_index i on i.indrelid = ours.oid`,
  );
  return new Map(rows.map(({ part, bytes }) => [part, Number(bytes)]));
}

/** What parts under this many KB a document come to is told in one row. */
const NAMED_FROM_KB = 0.05;

/** The growth by part, largest first, without that of bodies. */
export function growthRows(before: TableBytes, after: TableBytes, count: number): BenchRow[] {
  const grown = [...after]
    .filter(([part]) => !/\bblob\b|\bblob_/.test(part))
    .map(([part, bytes]) => ({ part, kilobytes: (bytes - (before.get(part) ?? 0)) / count / 1024 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  const named = grown.filter(({ kilobytes }) => kilobytes >= NAMED_FROM_KB);
  const rest = grown.slice(named.length).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  const round = (kilobytes: number) => Math.round(kilobytes * 100) / 100;
  return [
    ...named.map(({ part, kilobytes }) => ({ what: `  ${part}`, figure: round(kilobytes), unit: "KB/document" })),
    { what: "  the rest", figure: round(rest), unit: "KB/document" },
  ];
}

/** Bytes of all parts but bodies, and of bodies. */
export function sumBytes(bytes: TableBytes): { readonly rest: number; readonly bodies: number } {
  let rest = 0;
  let bodies = 0;
  for (const [part, size] of bytes) {
    if (/\bblob\b|\bblob_/.test(part)) bodies += size;
    else rest += size;
  }
  return { rest, bodies };
}
