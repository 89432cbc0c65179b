import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  decodeFeatures,
  encodeFeatures,
  encodeSketch,
  featuresOf,
  postingsOf,
  prepareDocument,
  SKETCH_VERSION,
} from "@wirefold/similarity";
import { type Pool, PostgresFeatures, PostgresSimilarityIndex } from "@wirefold/store";
import { CliError } from "../cli-error.ts";
import { inventArticles } from "./invented-articles.ts";

const together = 200;

export interface KeptStore {
  readonly folder: string;
  /** How many documents it holds already. */
  readonly holds: number;
  /** How often it was measured in. */
  readonly runs: number;
  /** Whether it was filled, or last measured in, by a build with other sketches. */
  readonly outdated: boolean;
  /** Notes that it holds so many now: a fill that is cut short goes on from there. */
  readonly filledTo: (holds: number) => void;
  /** Notes that it is up to date now, and measured in once more. */
  readonly measuredIn: () => void;
}

/**
 * A store that stays for the next bench.
 * @throws CliError the folder holds something else, or more documents than asked for
 */
export function keptStore(folder: string, stored: number): KeptStore {
  const marker = join(folder, "bench-store.json");
  let held = { stored: 0, runs: 0, sketches: SKETCH_VERSION };
  const write = (changed: Partial<typeof held>) => {
    held = { ...held, ...changed };
    writeFileSync(marker, JSON.stringify(held));
  };
  if (existsSync(marker)) held = { ...held, sketches: 0, ...(JSON.parse(readFileSync(marker, "utf8")) as Partial<typeof held>) };
  else if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CliError("WIREFOLD_BENCH_STORE", `${folder} holds something else: remove it`);
  else mkdirSync(folder, { recursive: true });
  if (held.stored > stored)
    throw new CliError("WIREFOLD_BENCH_STORE", `${folder} was filled with ${held.stored} documents, more than ${stored}`);
  return {
    folder,
    holds: held.stored,
    runs: held.runs,
    outdated: held.sketches !== SKETCH_VERSION,
    filledTo: (holds) => write({ stored: holds }),
    measuredIn: () => write({ runs: held.runs + 1, sketches: SKETCH_VERSION }),
  };
}

/**
 * Makes a store as full as if so many documents had been through the pipeline: postings, features and sketches of invented
 * articles, and the rows that ledger, groups and stories hold of each. Without text and facts: a story that takes one in lists it.
 * What is filled in twice changes nothing.
 * @param holds how many of them it holds already
 * @param filledTo told now and then how many it holds
 */
export async function fillStore(pool: Pool, count: number, holds = 0, filledTo = (_: number) => {}): Promise<void> {
  const index = new PostgresSimilarityIndex(pool);
  const features = new PostgresFeatures(pool);
  let some: { id: string; prepared: ReturnType<typeof prepareDocument> }[] = [];
  const flush = async () => {
    const ids = some.map(({ id }) => id);
    await writeRows(pool, ids);
    await features.save(
      some.map(({ id, prepared }) => ({
        id,
        bytes: encodeFeatures(prepared.features),
        sketch: encodeSketch(prepared.sketch),
        articleHash: id,
      })),
    );
    await index.insert(some.map(({ id, prepared }) => ({ id, postings: postingsOf(prepared) })));
    some = [];
    filledTo(number);
  };
  let number = 0;
  for (const { title, text, published_at, outlet } of inventArticles(count, 99)) {
    number += 1;
    if (number <= holds) continue;
    const id = `f${(Math.imul(number, 2654435761) >>> 0).toString(16).padStart(8, "0")}${number.toString(16).padStart(11, "0")}`;
    some.push({
      id,
      prepared: prepareDocument(featuresOf({ id, title, text, published_at, outlet, language: "en", wire_credit: null })),
    });
    if (some.length === together) await flush();
  }
  if (some.length > 0) await flush();
  await pool.query("analyze");
}

/**
 * Makes the sketches of a store anew that an earlier build made. What was renewed stays renewed where this is cut short: those that are left
 * are told by their version.
 */
export async function renewSketches(pool: Pool): Promise<void> {
  const features = new PostgresFeatures(pool);
  for (let after = ""; ; ) {
    const rows = await features.ofOtherSketches(SKETCH_VERSION, after, together);
    const last = rows.at(-1);
    if (last === undefined) return;
    await features.saveSketches(
      rows.map(({ id, bytes }) => ({ id, sketch: encodeSketch(prepareDocument(decodeFeatures(bytes)).sketch) })),
    );
    after = last.id;
  }
}

async function writeRows(pool: Pool, ids: readonly string[]): Promise<void> {
  const given = "unnest($1::text[]) as d (id)";
  const statements = [
    `insert into locator (id, locator, fingerprint, hints) select 'l' || id, 'file:///stored/' || id, '1', '{}' from ${given}
     on conflict do nothing`,
    `insert into document (id, locator_id, locator, body_hash, article_hash, facts_hash, title, outlet, url)
     select id, 'l' || id, 'file:///stored/' || id, id, null, null, 'A stored document', 'Stored', 'https://stored.example.org/' || id from ${given}
     on conflict do nothing`,
    `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, started_at, duration_ms, attempt, outputs)
     select case stage when 'fetch' then 'l' || id else id end, stage, 1, 'stored', case stage when 'fetch' then 'l' || id end,
       'emitted', now(), 1, 1,
       jsonb_build_array(jsonb_build_object('documentId', id, 'url', 'https://stored.example.org/' || id))
     from ${given}, unnest(array['fetch', 'clean', 'dedupe', 'extract', 'reconcile']) as s (stage)
     on conflict do nothing`,
    `insert into document_group (document_id) select id from ${given} on conflict do nothing`,
    `insert into assignment select id, id, id, id, 'single', null from ${given} on conflict do nothing`,
    `insert into story (id, members_hash, version, headline, members, lineages) select id, id, 1, 'A stored story', 1, 1 from ${given}
     on conflict do nothing`,
  ];
  for (const statement of statements) await pool.query(statement, [ids]);
}
