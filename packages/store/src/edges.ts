import { type Edge, type EdgeEvidence, mustGet } from "@wirefold/core";
import type { Client } from "./database.ts";
import type { NumberedNames } from "./numbered-names.ts";
import { packMeasures, unpackMeasures } from "./packed-measures.ts";

type Database = Pick<Client, "query">;

/** An edge is a pure function of its documents, so writing it twice writes the same row. */
export async function saveEdges(db: Database, edges: readonly Edge[], names: NumberedNames): Promise<void> {
  if (edges.length === 0) return;
  // Rows in a fixed order: two batches that share edges then wait for each other instead of locking crosswise.
  const sorted = [...edges].sort(byPair);
  const measured = sorted.map((edge) => packMeasures(edge.evidence.measures));
  const numbers = await names.numbersOf(measured.flatMap((one) => (one === null ? [] : [one.names])));
  await db.query({
    name: "save-edges",
    text: `insert into edge (a, b, kind, direction, score, evidence, measured, measures)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::jsonb[], $7::int[], $8::bytea[])
           on conflict (a, b) do update
             set kind = excluded.kind, direction = excluded.direction, score = excluded.score, evidence = excluded.evidence,
               measured = excluded.measured, measures = excluded.measures
             where (edge.kind, edge.score, edge.direction, edge.evidence, edge.measured, edge.measures)
               is distinct from (excluded.kind, excluded.score, excluded.direction, excluded.evidence, excluded.measured, excluded.measures)`,
    values: [
      sorted.map((edge) => edge.a),
      sorted.map((edge) => edge.b),
      sorted.map((edge) => edge.kind),
      sorted.map((edge) => edge.direction),
      sorted.map((edge) => edge.score),
      sorted.map(({ evidence }, n) => beyondMeasures(evidence, measured[n] != null)),
      measured.map((one) => (one === null ? null : mustGet(numbers, one.names))),
      measured.map((one) => one?.packed ?? null),
    ],
  });
}

/** What stands in `evidence`, as JSON: all where the measures are not packed, else what there is beyond them. */
function beyondMeasures(evidence: EdgeEvidence, packed: boolean): string | null {
  if (!packed) return JSON.stringify(evidence);
  const { measures: _, ...rest } = evidence;
  return rest.passages.length === 0 && rest.shared === undefined ? null : JSON.stringify(rest);
}

interface EdgeRow extends Omit<Edge, "evidence"> {
  readonly evidence: Partial<EdgeEvidence> | null;
  readonly names: string | null;
  readonly packed: Buffer | null;
}

function edgeOf({ evidence, names, packed, ...edge }: EdgeRow): Edge {
  const measures = names === null || packed === null ? {} : unpackMeasures({ names, packed });
  return { ...edge, evidence: { measures, passages: [], ...evidence } };
}

const columns = "e.a, e.b, e.kind, e.direction, e.score, n.name as names, e.measures as packed";
/** Of the evidence only what is not packed: the measures of rows from before. */
const oldMeasures = "case when e.measures is null then jsonb_build_object('measures', e.evidence -> 'measures') end as evidence";
const withNames = "left join measure_names n on n.number = e.measured";

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
  const { rows } = await db.query<EdgeRow>({
    name: "edges-of",
    text: `with touching as (
             select e.* from unnest($1::text[]) as d (id) cross join lateral (select * from edge where a = d.id offset 0) e
             union all
             select e.* from unnest($1::text[]) as d (id)
               cross join lateral (select * from edge where b = d.id and a <> all ($1) offset 0) e
           )
           select ${columns}, ${oldMeasures} from touching e ${withNames}
           where not exists (select from document d where d.id in (e.a, e.b) and d.removed_at is not null)`,
    values: [documentIds],
  });
  return rows.map(edgeOf);
}

/** The edges between these pairs, those there are, with the measures alone. A pair is given in either order. */
export async function edgesBetween(db: Database, pairs: readonly (readonly [string, string])[]): Promise<Edge[]> {
  if (pairs.length === 0) return [];
  const { rows } = await db.query<EdgeRow>({
    name: "edges-between",
    text: `select ${columns}, ${oldMeasures}
           from unnest($1::text[], $2::text[]) as p (a, b)
             cross join lateral (select * from edge where a = p.a and b = p.b offset 0) e ${withNames}`,
    values: [pairs.map((pair) => [...pair].sort()[0]), pairs.map((pair) => [...pair].sort()[1])],
  });
  return rows.map(edgeOf);
}

/**
 * The derivations (copies and rewrites) among these documents, sorted by (a, b): all that assignments and a record are made of.
 * Edges between mere reports of one event, of which a large story has a hundred times as many, are not read.
 */
export async function derivationsAmong(db: Database, documentIds: readonly string[]): Promise<Edge[]> {
  if (documentIds.length < 2) return [];
  const { rows } = await db.query<EdgeRow>({
    name: "derivations-among",
    text: `select ${columns}, e.evidence from edge e ${withNames}
           where e.a = any ($1) and e.b = any ($1) and e.kind <> 'same-event'`,
    values: [documentIds],
  });
  return rows.map(edgeOf).sort(byPair);
}

export function byPair(x: Edge, y: Edge): number {
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  return x.b < y.b ? -1 : x.b > y.b ? 1 : 0;
}
