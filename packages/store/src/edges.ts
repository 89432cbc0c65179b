import type { Edge } from "@wirefold/core";
import type { Client } from "./database.ts";

type Database = Pick<Client, "query">;

/** An edge is a pure function of its documents, so writing it twice writes the same row. */
export async function saveEdges(db: Database, edges: readonly Edge[]): Promise<void> {
  if (edges.length === 0) return;
  // Rows in a fixed order: two batches that share edges then wait for each other instead of locking crosswise.
  const sorted = [...edges].sort(byPair);
  await db.query({
    name: "save-edges",
    text: `insert into edge (a, b, kind, direction, score, evidence)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::jsonb[])
           on conflict (a, b) do update
             set kind = excluded.kind, direction = excluded.direction, score = excluded.score, evidence = excluded.evidence
             where (edge.kind, edge.score, edge.direction, edge.evidence)
               is distinct from (excluded.kind, excluded.score, excluded.direction, excluded.evidence)`,
    values: [
      sorted.map((edge) => edge.a),
      sorted.map((edge) => edge.b),
      sorted.map((edge) => edge.kind),
      sorted.map((edge) => edge.direction),
      sorted.map((edge) => edge.score),
      sorted.map((edge) => JSON.stringify(edge.evidence)),
    ],
  });
}

/** The pairs these documents are joined in. */
export async function pairsOf(db: Database, documentIds: readonly string[]): Promise<{ a: string; b: string }[]> {
  const { rows } = await db.query<{ a: string; b: string }>({
    name: "pairs-of",
    text: "select a, b from edge where a = any ($1) union select a, b from edge where b = any ($1)",
    values: [documentIds],
  });
  return rows;
}

/**
 * Every edge of these documents, each once. Of the evidence only the measures, which is all that grouping reads. An edge
 * that was written while its other end was taken down is left out.
 */
export async function edgesOf(db: Database, documentIds: readonly string[]): Promise<Edge[]> {
  if (documentIds.length === 0) return [];
  const { rows } = await db.query<Edge>({
    name: "edges-of",
    text: `with touching as (
             select e.a, e.b, e.kind, e.direction, e.score, e.evidence from unnest($1::text[]) as d (id)
               cross join lateral (select * from edge where a = d.id offset 0) e
             union all
             select e.a, e.b, e.kind, e.direction, e.score, e.evidence from unnest($1::text[]) as d (id)
               cross join lateral (select * from edge where b = d.id and a <> all ($1) offset 0) e
           )
           select a, b, kind, direction, score, jsonb_build_object('measures', evidence -> 'measures', 'passages', '[]'::jsonb) as evidence
           from touching t
           where not exists (select from document d where d.id in (t.a, t.b) and d.removed_at is not null)`,
    values: [documentIds],
  });
  return rows;
}

/** The edges between these pairs, those there are, with the measures alone. A pair is given in either order. */
export async function edgesBetween(db: Database, pairs: readonly (readonly [string, string])[]): Promise<Edge[]> {
  if (pairs.length === 0) return [];
  const { rows } = await db.query<Edge>({
    name: "edges-between",
    text: `select e.a, e.b, e.kind, e.direction, e.score,
             jsonb_build_object('measures', e.evidence -> 'measures', 'passages', '[]'::jsonb) as evidence
           from unnest($1::text[], $2::text[]) as p (a, b)
             cross join lateral (select * from edge where a = p.a and b = p.b offset 0) e`,
    values: [pairs.map((pair) => [...pair].sort()[0]), pairs.map((pair) => [...pair].sort()[1])],
  });
  return rows;
}

/**
 * The derivations (copies and rewrites) among these documents, sorted by (a, b): all that assignments and a record are made of.
 * Edges between mere reports of one event, of which a large story has a hundred times as many, are not read.
 */
export async function derivationsAmong(db: Database, documentIds: readonly string[]): Promise<Edge[]> {
  if (documentIds.length < 2) return [];
  const { rows } = await db.query<Edge>({
    name: "derivations-among",
    text: `select a, b, kind, direction, score, evidence from edge
           where a = any ($1) and b = any ($1) and kind <> 'same-event'`,
    values: [documentIds],
  });
  return rows.sort(byPair);
}

export function byPair(x: Edge, y: Edge): number {
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  return x.b < y.b ? -1 : x.b > y.b ? 1 : 0;
}
