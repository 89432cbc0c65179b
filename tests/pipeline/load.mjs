/**
 * Documents through worker processes on engines of their own, each of all stages, with one thread each.
 *
 *   node tests/pipeline/load.mjs --processes 1,2,4 --documents 1000    documents a second and connections by number of processes
 *   node tests/pipeline/load.mjs --poison 1 --documents 600            the same with one document in a hundred poisoned: how much longer
 *                                                                      the ordinary ones took, and what became of all
 *
 * Prints one JSON object a run. Wall times hold on a quiet machine only; ratios within one call hold better.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { stageNames } from "@wirefold/core";
import { startEngines } from "@wirefold/engines";
import { BullWorkQueue } from "@wirefold/queue";
import { openBlobs, openDatabase, PostgresLedger, StoreReader } from "@wirefold/store";
import { inventArticles } from "../../services/cli/dist/bench/invented-articles.js";
import { submitSources } from "../../services/cli/dist/pipeline/submit-sources.js";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "600" },
    processes: { type: "string", default: "2" },
    poison: { type: "string", default: "0" },
  },
});
const count = Number(values.documents);
const workerFile = fileURLToPath(new URL("../../packages/worker/dist/main.js", import.meta.url));
const drainMs = 900_000;

/** However this ends, its workers end with it. */
const started = [];
process.once("exit", () => {
  for (const worker of started) worker.kill("SIGKILL");
});
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(1));

/** Documents that are heavy, odd or no documents at all, one kind after the other. */
const poisons = [
  () => ({ text: "He said “it is so”. ".repeat(20_000) }),
  () => ({ html: `${"<div>".repeat(30_000)}<p>The lock at Osthaven stayed closed.</p>` }),
  () => ({ html: `<p>${"<b><i>".repeat(20_000)}The ferry sank.` }),
  () => ({ html: `<table>${"<tr><td>41<td>boats".repeat(30_000)}</table>` }),
  () => ({ text: "a".repeat(2_000_000) }),
  () => ({ text: "1,2,3 ".repeat(60_000) }),
  () => ({ text: "((((".repeat(100_000) }),
  () => ({ text: "\u0000\ud800 half a pair. ".repeat(4000) }),
  () => ({ text: "Mr. A. B. C. D. of the U.S. ".repeat(10_000) }),
  () => ({ text: "" }),
  () => ({ html: "<html><head><title>403 Forbidden</title></head><body>Access denied</body></html>" }),
  () => ({ text: "“".repeat(50_000) }),
];

function* corpus(poisonPercent) {
  const every = poisonPercent === 0 ? Number.POSITIVE_INFINITY : Math.round(100 / poisonPercent);
  let n = 0;
  let bad = 0;
  for (const article of inventArticles(count, 7)) {
    yield article;
    n += 1;
    if (n % every !== 0) continue;
    const poison = poisons[bad % poisons.length]();
    yield { id: `poison-${bad}`, url: `https://poison.example.org/${bad}`, title: "Osthaven", ...poison };
    bad += 1;
  }
}

async function run(engines, admin, folder, name, processes, poisonPercent) {
  await admin.query(`create database ${name}`);
  const databaseUrl = engines.databaseUrl.replace(/\/[^/]*$/, `/${name}`);
  const blobsFolder = join(folder, `${name}-blobs`);
  mkdirSync(blobsFolder);
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    REDIS_URL: engines.redisUrl,
    WIREFOLD_PREFIX: name,
    WIREFOLD_BLOBS_URL: `${pathToFileURL(blobsFolder).href}?small=rows`,
    WIREFOLD_LOG_LEVEL: "warn",
    WIREFOLD_THREADS: "1",
    WIREFOLD_ALLOW_PATHS: folder,
  };
  const database = await openDatabase({ databaseUrl });
  const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: name });
  const ledger = new PostgresLedger(database);
  const source = join(folder, `${name}.jsonl`);
  writeFileSync(source, [...corpus(poisonPercent)].map((one) => JSON.stringify(one)).join("\n"));
  const workers = Array.from({ length: processes }, () =>
    spawn(process.execPath, [workerFile, ...stageNames], { env, stdio: ["ignore", "ignore", "inherit"] }),
  );
  started.push(...workers);
  try {
    await sleep(3000);
    const startedAt = Date.now();
    const { owing } = await submitSources(ledger, queue, {
      runId: name,
      sources: [source],
      priority: "live",
      batchSize: 20,
      blobs: openBlobs(env.WIREFOLD_BLOBS_URL, database),
    });
    let connections = 0;
    for (;;) {
      const owed = Object.values(await ledger.countOwed()).reduce((sum, n) => sum + n, 0);
      const { rows } = await admin.query("select count(*)::int as n from pg_stat_activity where datname = $1", [name]);
      connections = Math.max(connections, rows[0].n);
      if (owed === 0) break;
      if (Date.now() - startedAt > drainMs) throw new Error(`${owed} still owed`);
      await sleep(200);
    }
    const seconds = (Date.now() - startedAt) / 1000;
    // From the beginning of the run until a document first left the last stage.
    const { rows } = await database.query(
      `select percentile_cont(array[0.5, 0.95]) within group (order by took) as p from (
         select min(extract(epoch from t.started_at) + t.duration_ms / 1000) - $1 as took
         from timeline t join document d on d.id = t.subject
         where t.stage = 'reconcile' and t.disposition = 'emitted' and d.url not like 'https://poison.%' group by t.subject
       ) done`,
      [startedAt / 1000],
    );
    const { rows: ordinary } = await database.query(
      `select r.disposition, count(*)::int as n from result r join document d on d.id = r.subject
       where d.url not like 'https://poison.%' and r.counted and (r.disposition <> 'emitted' or r.stage = 'reconcile') group by 1`,
    );
    const ends = await new StoreReader(database).dispositions();
    return {
      processes,
      documents: owing,
      documents_per_second: Number((owing / seconds).toFixed(1)),
      seconds_until_half: Number(rows[0].p[0].toFixed(2)),
      seconds_until_95_percent: Number(rows[0].p[1].toFixed(2)),
      connections: connections - 1,
      ordinary: Object.fromEntries(ordinary.map((row) => [row.disposition, row.n])),
      left_early: ends.filter(({ disposition }) => disposition !== "emitted"),
    };
  } finally {
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => worker.exitCode ?? new Promise((done) => worker.once("exit", done))));
    await queue.close();
    await database.end();
    await admin.query(`drop database ${name} with (force)`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "wirefold-load-"));
chmodSync(folder, 0o755);
const engines = await startEngines({ dataDir: join(folder, "data") });
const admin = await openDatabase({ databaseUrl: engines.databaseUrl });
try {
  const poison = Number(values.poison);
  for (const [n, processes] of values.processes.split(",").map(Number).entries()) {
    const clean = await run(engines, admin, folder, `load_${n}`, processes, 0);
    process.stdout.write(`${JSON.stringify(clean)}\n`);
    if (poison === 0) continue;
    const poisoned = await run(engines, admin, folder, `load_${n}_poison`, processes, poison);
    const ratio = Number((poisoned.seconds_until_95_percent / clean.seconds_until_95_percent).toFixed(2));
    process.stdout.write(`${JSON.stringify({ ...poisoned, poison_percent: poison, p95_over_clean: ratio })}\n`);
  }
} finally {
  await admin.end();
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
}
