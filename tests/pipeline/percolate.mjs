/**
 * The percolating archive: stories that all touch their neighbours, so that the edges of the whole archive form one connected
 * component. Reconciles it twice on the same server, once undisturbed and once killed (SIGKILL) in the middle, and tells what each
 * tenth of the documents cost.
 *
 *   node tests/pipeline/percolate.mjs --documents 100000          on private engines in a folder of its own
 *   DATABASE_URL=… node tests/pipeline/percolate.mjs …            on a server of yours, in two databases it makes and drops
 *
 * Prints one JSON object: CPU of this stage and rows read by PostgreSQL a document, by tenth; the size of the largest component;
 * whether the records of both runs are equal.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { reconcileBatch } from "@wirefold/reconcile/reconcile-batch";
import {
  openBlobs,
  openDatabase,
  PostgresDocumentGroups,
  PostgresLedger,
  PostgresOverrides,
  PostgresStories,
  writeJson,
} from "@wirefold/store";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "3000" },
    batch: { type: "string", default: "100" },
    work: { type: "string" },
  },
});
const count = Number(values.documents);
const batch = Number(values.batch);

/** A small generator: the same numbers from the same seed. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const idOf = (n) =>
  ((Math.imul(n + 1, 2654435761) >>> 0).toString(16).padStart(8, "0") + n.toString(16).padStart(12, "0")).slice(0, 20);

/** Stories of one to nine members; each member knows some of its story, and every story one or two of the next. */
function* inventEdges() {
  const random = randomFrom(7);
  let from = 0;
  let before = [];
  while (from < count) {
    const size = Math.min(count - from, 1 + Math.floor(random() * 9));
    const story = Array.from({ length: size }, (_, n) => from + n);
    const day = 20_000 + Math.floor(from / 40);
    const pair = (x, y, kind, score, event) => {
      const [a, b] = [idOf(x), idOf(y)].sort();
      const text = (id) => Number.parseInt(id.slice(0, 7), 16);
      const measures = {
        event,
        derived: kind === "rewrite" ? 0.95 : 0.1,
        day_a: day,
        day_b: day,
        text_a: text(a),
        text_b: text(b),
      };
      return { a, b, kind, direction: null, score, evidence: { measures, passages: [] } };
    };
    for (const x of story)
      for (const y of story) if (y < x && random() < 0.8) yield pair(x, y, random() < 0.4 ? "rewrite" : "same-event", 0.9, 0.95);
    for (const x of story.slice(0, 2)) for (const y of before.slice(0, 2)) yield pair(x, y, "same-event", 0.5, 0.55);
    before = story;
    from += size;
  }
}

async function fill(pool, blobs) {
  const stories = new PostgresStories(pool);
  for (let from = 0; from < count; from += 1000) {
    const ids = Array.from({ length: Math.min(1000, count - from) }, (_, n) => idOf(from + n));
    const hashes = [];
    for (const id of ids) {
      const text = `The harbour of ${id} was closed on Monday, its master said. Forty boats waited outside.`;
      const { hash, written } = writeJson(blobs, { article: { text, removed: [], blocks: [] }, text, excluded: [] });
      await written;
      hashes.push(hash);
    }
    await pool.query(
      "insert into locator (id, locator, fingerprint, hints) select id, 'file:///' || id, '', '{}' from unnest($1::text[]) id",
      [ids],
    );
    await pool.query(
      `insert into document (id, locator_id, locator, body_hash, article_hash, title)
       select id, id, 'file:///' || id, hash, hash, 'Harbour closed' from unnest($1::text[], $2::text[]) as d (id, hash)`,
      [ids, hashes],
    );
    await pool.query(
      `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, outputs)
       select id, 'extract', 1, 'h', id, 'emitted', jsonb_build_array(jsonb_build_object('documentId', id)) from unnest($1::text[]) id`,
      [ids],
    );
    await pool.query(
      `insert into owed (subject, stage, locator_id, input, input_hash, priority)
       select id, 'reconcile', id, jsonb_build_object('documentId', id), place, 'backfill' from unnest($1::text[], $2::text[]) as d (id, place)`,
      [ids, ids.map((id, n) => String(from + n + (Number.parseInt(id.slice(0, 4), 16) % 200)).padStart(9, "0"))],
    );
  }
  let some = [];
  for (const edge of inventEdges()) {
    some.push(edge);
    if (some.length < 2000) continue;
    await stories.saveEdges(some);
    some = [];
  }
  await stories.saveEdges(some);
  await pool.query("analyze");
}

/** Reconciles what is owed, as an archive comes (in about the order of time, stories mixed), and tells the parent what each batch cost. */
async function work(databaseUrl, blobsUrl) {
  // Whether a table of a thousand rows is scanned hangs on when it was analyzed last; that a large one is not, no-scans.test.ts shows.
  const pool = await openDatabase({ databaseUrl: `${databaseUrl}?options=-c%20enable_seqscan%3Doff` });
  const ledger = new PostgresLedger(pool);
  const stores = {
    blobs: openBlobs(blobsUrl, pool),
    groups: new PostgresDocumentGroups(pool),
    stories: new PostgresStories(pool),
    overrides: new PostgresOverrides(pool),
  };
  const rowsRead = async () => {
    const { rows } = await pool.query(
      "select pg_stat_force_next_flush()::text, (select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables) as n",
    );
    return Number(rows[0].n);
  };
  for (;;) {
    const { rows } = await pool.query("select subject from owed where stage = 'reconcile' order by input_hash limit $1", [batch]);
    if (rows.length === 0) {
      // Groups that a killed process left: the ledger hands them back after a while.
      await ledger.takeLost("reconcile", new Date(), 1);
      const left = await ledger.countOwed();
      if (left.reconcile === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    const owed = await ledger.owed(
      "reconcile",
      rows.map((row) => row.subject),
    );
    const readBefore = await rowsRead();
    const before = process.cpuUsage();
    const answers = await reconcileBatch(
      owed.map((one) => /** @type {any} */ (one.input)),
      stores,
    );
    const used = process.cpuUsage(before);
    const disposed = owed.flatMap((one, n) =>
      answers[n].kind === "emit"
        ? [
            {
              work: one,
              disposition: /** @type {const} */ ("emitted"),
              reason: null,
              outputs: answers[n].outputs.map((event) => ({ subject: event.documentId, event })),
              startedAt: new Date(),
              durationMs: 1,
              detail: null,
            },
          ]
        : [],
    );
    const readAfter = await rowsRead();
    await ledger.dispose("reconcile", 1, disposed, null, "percolate");
    process.send?.({ documents: owed.length, cpuMs: (used.user + used.system) / 1000, rows: readAfter - readBefore });
    for (const answer of answers) if (answer.kind === "failure") throw new Error(answer.message);
  }
  await pool.end();
}

/** Runs a worker process; kills it after so many documents. @returns what its batches cost */
function runWorker(databaseUrl, blobsUrl, killAfter = Number.POSITIVE_INFINITY) {
  const child = fork(fileURLToPath(import.meta.url), [
    ...process.argv.slice(2),
    "--work",
    JSON.stringify({ databaseUrl, blobsUrl }),
  ]);
  const costs = [];
  let done = 0;
  child.on("message", (/** @type {any} */ cost) => {
    costs.push(cost);
    done += cost.documents;
    if (done >= killAfter) child.kill("SIGKILL");
  });
  return new Promise((resolve, reject) =>
    child.on("exit", (code, signal) =>
      code === 0 || signal === "SIGKILL" ? resolve({ costs, signal }) : reject(new Error(`the worker ended with ${code}`)),
    ),
  );
}

function byTenth(costs) {
  const tenths = Array.from({ length: 10 }, () => ({ documents: 0, cpuMs: 0, rows: 0 }));
  let done = 0;
  for (const { documents, cpuMs, rows } of costs) {
    const tenth = tenths[Math.min(9, Math.floor((done * 10) / count))];
    tenth.documents += documents;
    tenth.cpuMs += cpuMs;
    tenth.rows += rows;
    done += documents;
  }
  return tenths.map(({ documents, cpuMs, rows }) => ({
    cpuMs: Number((cpuMs / documents).toFixed(3)),
    rows: Math.round(rows / documents),
  }));
}

async function largestComponent(pool) {
  const { rows } = await pool.query("select a, b from edge");
  const parent = new Map();
  const find = (id) => {
    let root = id;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root);
    parent.set(id, root);
    return root;
  };
  for (const { a, b } of rows) parent.set(find(a), find(b));
  const sizes = new Map();
  for (const id of new Set(rows.flatMap(({ a, b }) => [a, b]))) sizes.set(find(id), (sizes.get(find(id)) ?? 0) + 1);
  return Math.max(...sizes.values());
}

const recordsOf = async (pool) => (await pool.query("select id, encode(record, 'base64') as record from story order by id")).rows;

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-percolate-"));
  const given = process.env.DATABASE_URL;
  const engines =
    given === undefined ? await (await import("@wirefold/engines")).startEngines({ dataDir: join(folder, "data") }) : undefined;
  const server = given ?? engines?.databaseUrl ?? "";
  const admin = await openDatabase({ databaseUrl: server });
  try {
    const runs = [];
    for (const killed of [false, true]) {
      const name = `percolate_${process.pid}_${killed ? "killed" : "whole"}`;
      await admin.query(`create database ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      const blobsUrl = `${pathToFileURL(join(folder, name)).href}?sync=never&small=rows`;
      const pool = await openDatabase({ databaseUrl: url.href });
      try {
        await fill(pool, openBlobs(blobsUrl, pool));
        const kills = killed
          ? [await runWorker(url.href, blobsUrl, count * 0.4), await runWorker(url.href, blobsUrl, count * 0.2)]
          : [];
        const { costs } = await runWorker(url.href, blobsUrl);
        // Long runs are looked at before they end.
        process.stderr.write(`${JSON.stringify({ at: new Date(), killed, tenths: byTenth(costs) })}\n`);
        runs.push({
          costs,
          kills: kills.filter(({ signal }) => signal === "SIGKILL").length,
          records: await recordsOf(pool),
          component: await largestComponent(pool),
        });
      } finally {
        await pool.end();
        await admin.query(`drop database ${name} with (force)`);
      }
    }
    const [whole, killed] = runs;
    const tenths = byTenth(whole.costs);
    process.stdout.write(
      `${JSON.stringify({
        documents: count,
        largest_component: whole.component,
        stories: whole.records.length,
        tenths,
        rows_last_over_first: Number((tenths[9].rows / tenths[0].rows).toFixed(2)),
        cpu_last_over_first: Number((tenths[9].cpuMs / tenths[0].cpuMs).toFixed(2)),
        kills: killed.kills,
        records_equal: JSON.stringify(whole.records) === JSON.stringify(killed.records),
      })}\n`,
    );
  } finally {
    await admin.end();
    await engines?.close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.work === undefined) await main();
else {
  const { databaseUrl, blobsUrl } = JSON.parse(values.work);
  await work(databaseUrl, blobsUrl);
}
