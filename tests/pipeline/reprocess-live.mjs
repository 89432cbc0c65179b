/**
 * Reprocesses an archive with a changed clean stage while live documents come in: how much longer those take than when all is quiet,
 * whether the run goes on after it was killed twice, and whether the dry run foretold every difference.
 *
 *   node tests/pipeline/reprocess-live.mjs --documents 20000 [--live 2] [--quiet-seconds 60]
 *
 * Prints one JSON object; exit code 1 when anything was lost or doubled, when the dry run was wrong, or when the live documents' 95th
 * percentile was over 1.5 times its quiet value.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { sha256 } from "@wirefold/core";
import { startEngines } from "@wirefold/engines";
import { BullWorkQueue } from "@wirefold/queue";
import { openBlobs, openDatabase, PostgresLedger, readCleaned, StoreReader } from "@wirefold/store";
import { inventArticles } from "../../services/cli/dist/bench/invented-articles.js";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "2000" },
    live: { type: "string", default: "2" },
    "quiet-seconds": { type: "string", default: "40" },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(values.documents);
const perSecond = Number(values.live);
const quietSeconds = Number(values["quiet-seconds"]);
const RATIO_MAX = 1.5;

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const newer = pathToFileURL(join(import.meta.dirname, "newer-clean.mjs")).href;
const folder = mkdtempSync(join(tmpdir(), "wirefold-again-"));
const [dataDir, input] = [join(folder, "data"), join(folder, "input")];
const plain = { ...process.env, WIREFOLD_BUILD: "never", WIREFOLD_LOG_LEVEL: "silent" };
const changed = { ...plain, NODE_OPTIONS: `--import=${newer}` };

/** @param {NodeJS.ProcessEnv} env @param {...string} args */
function start(env, ...args) {
  const child = spawn(process.execPath, [command, ...args, "--data-dir", dataDir], { stdio: ["ignore", "pipe", "inherit"], env });
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  /** @type {Promise<{ code: number | null, stdout: string }>} */
  const ended = new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout })));
  return { child, ended };
}

/** @param {{ title: string, text: string, outlet: string }} article */
const pageOf = ({ title, text, outlet }) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${outlet}"></head><body><article><h1>${title}</h1>${text
    .split("\n")
    .filter(Boolean)
    .map((line) => `<p>${line}</p>`)
    .join("\n")}</article></body></html>`;

mkdirSync(input, { recursive: true });
const live = [];
let n = 0;
for (const article of inventArticles(count + 2000, 5)) {
  if (n < count) writeFileSync(join(input, `${String(n).padStart(6, "0")}.html`), pageOf(article));
  else live.push(article);
  n += 1;
}

const engines = await startEngines({ dataDir });
const database = await openDatabase({ databaseUrl: engines.databaseUrl, connectionsMax: 4 });
const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: "wirefold" });
const blobs = openBlobs(`${pathToFileURL(join(dataDir, "blobs")).href}?small=rows`, database);
const ledger = new PostgresLedger(database);
const reader = new StoreReader(database);
/** @type {string[]} */
const faults = [];
let worker = start(plain, "worker", "all");
const begunAt = Date.now();
/** @param {string} line */
const say = (line) => process.stderr.write(`${elapsed()} s: ${line}\n`);
const elapsed = () => Math.round((Date.now() - begunAt) / 1000);
/** How long each part took. @type {Record<string, number>} */
const seconds = {};
let partAt = 0;
/** @param {string} name */
const partEnds = (name) => {
  seconds[name] = elapsed() - partAt;
  partAt = elapsed();
};

async function owed() {
  const balance = await reader.balance();
  for (const { stage, entered, emitted, dropped, quarantined, pending } of balance)
    if (entered !== emitted + dropped + quarantined + pending) faults.push(`the books of ${stage} do not balance`);
  return balance.reduce((sum, { pending }) => sum + pending, 0);
}

async function drained() {
  for (const deadline = Date.now() + 3_600_000; (await owed()) > 0; await sleep(1000))
    if (Date.now() > deadline) throw new Error("it did not drain within an hour");
}

let sent = 0;
/** Sends live documents at a rate until it is told to stop. @param {string} run @param {AbortSignal} signal */
async function sendLive(run, signal) {
  while (!signal.aborted && sent < live.length) {
    const path = join(folder, `live-${sent}.html`);
    writeFileSync(path, pageOf(live[sent]));
    sent += 1;
    const locator = pathToFileURL(path).href;
    const owing = await ledger.submit(
      run,
      [{ locatorId: sha256(locator).slice(0, 20), locator, fingerprint: "1", hints: {} }],
      "live",
    );
    await queue.send("fetch", owing, { priority: "live" });
    // Evenly spread arrivals would never meet each other.
    await sleep((-Math.log(1 - Math.random()) * 1000) / perSecond, undefined, { signal }).catch(() => {});
  }
}

/** Milliseconds from a live document's arrival until its story was written, of all of a run. @param {string} run */
async function latencies(run) {
  const { rows } = await database.query(
    `select extract(epoch from min(t.started_at + t.duration_ms * interval '1 millisecond') - min(l.created_at)) * 1000 as ms
     from run_locator n join locator l on l.id = n.locator_id join document d on d.locator_id = l.id
       join timeline t on t.subject = d.id and t.stage = 'reconcile' and t.disposition = 'emitted'
     where n.run_id = $1 group by d.id`,
    [run],
  );
  const sorted = rows.map(({ ms }) => Number(ms)).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return { documents: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Mean milliseconds that a run's live documents waited for each stage and were in it. @param {string} run */
async function byStage(run) {
  const { rows } = await database.query(
    `select stage, avg(waited)::int as waited, avg(duration_ms)::int as "took", max(waited)::int as "waitedMost", max(duration_ms)::int as "tookMost"
     from (
       select t.stage, t.duration_ms, extract(epoch from t.started_at - coalesce(
         lag(t.started_at + t.duration_ms * interval '1 millisecond') over (partition by l.id order by t.started_at), l.created_at)) * 1000 as waited
       from run_locator n join locator l on l.id = n.locator_id join document d on d.locator_id = l.id
         join timeline t on t.subject in (l.id, d.id)
       where n.run_id = $1 and t.disposition = 'emitted'
     ) as steps group by stage order by stage`,
    [run],
  );
  return Object.fromEntries(rows.map(({ stage, ...times }) => [stage, times]));
}

/** What clean made of every archived document. */
async function cleaned() {
  const { rows } = await database.query(
    "select d.id, d.title, d.article_hash from run_locator n join document d on d.locator_id = n.locator_id where n.run_id = any ($1) order by d.id",
    [archived],
  );
  /** @type {Map<string, { title: string, lines: readonly string[], recurring: ReadonlySet<string> }>} */
  const found = new Map();
  for (const { id, title, article_hash } of rows) {
    const { article } = await readCleaned(blobs, article_hash);
    const recurring = article.removed.filter(({ reason }) => reason === "recurring-line").map(({ text }) => text);
    found.set(id, { title, lines: article.text.split("\n"), recurring: new Set(recurring) });
  }
  return found;
}

/**
 * Lines that stand in one text alone, as the dry run tells them.
 *
 * @param {readonly string[]} before @param {readonly string[]} after
 */
const lineChanges = (before, after) => {
  const [had, has] = [new Set(before), new Set(after)];
  return [...[...had].filter((line) => !has.has(line)), ...[...has].filter((line) => !had.has(line))];
};

/** @type {string[]} */
let archived = [];
const traffic = new AbortController();
/** @type {Promise<void>} */
let feeding = Promise.resolve();
try {
  await start(plain, "ingest", input, "--quiet").ended;
  archived = (await database.query("select id from run")).rows.map(({ id }) => id);
  await drained();
  say(`${count} documents are through`);
  worker.child.kill("SIGTERM");
  await worker.ended;
  const before = await cleaned();
  partEnds("ingest");

  worker = start(changed, "worker", "all");
  // A process and its threads warm up on their first documents.
  const warming = new AbortController();
  setTimeout(() => warming.abort(), 15_000);
  await sendLive("warm", warming.signal);
  const quiet = new AbortController();
  setTimeout(() => quiet.abort(), quietSeconds * 1000);
  await sendLive("quiet", quiet.signal);
  await drained();
  const quietly = await latencies("quiet");
  say(`quiet: ${JSON.stringify(quietly)}`);
  partEnds("quiet");

  const dry = JSON.parse(
    (
      await start(
        changed,
        "reprocess",
        "--from",
        "clean",
        "--stale",
        "--dry-run",
        "--through",
        "clean",
        "--sample",
        "10000",
        "--json",
      ).ended
    ).stdout,
  );
  say(`dry run: ${dry.changed} of ${dry.documents} would change`);
  partEnds("dryRun");

  // A line that turned out to be boilerplate has sent some through the changed clean already.
  const stale = new Set(
    (
      await database.query(
        `select d.id from run_locator n join document d on d.locator_id = n.locator_id
           join result r on r.subject = d.id and r.stage = 'clean' and r.counted
         where n.run_id = any ($1) and r.stage_version < (select max(stage_version) from result where stage = 'clean')`,
        [archived],
      )
    ).rows.map(({ id }) => id),
  );
  feeding = sendLive("busy", traffic.signal);
  const againAt = Date.now();
  let id = "";
  let kills = 0;
  for (let isDone = false; !isDone; ) {
    const run = start(changed, "reprocess", ...(id === "" ? ["--from", "clean", "--stale"] : ["--resume", id]), "--json");
    const target = kills === 0 ? count / 3 : (2 * count) / 3;
    const watching = new AbortController();
    const killing = (async () => {
      while (kills < 2 && !watching.signal.aborted) {
        const { rows } = await database.query("select id, moved::int from reprocess order by created_at desc limit 1");
        if (rows[0] !== undefined) id = rows[0].id;
        if ((rows[0]?.moved ?? 0) >= target) {
          run.child.kill("SIGKILL");
          kills += 1;
          say(`killed at ${rows[0].moved}`);
          return;
        }
        await sleep(200);
      }
    })();
    const { code } = await run.ended;
    watching.abort();
    await killing;
    isDone = code === 0;
    if (code !== 0 && code !== null) throw new Error(`reprocess ended with ${code}`);
  }
  for (const deadline = Date.now() + 3_600_000; Date.now() < deadline; await sleep(500)) {
    await owed();
    const { rows } = await database.query("select count(*)::int as n from owed where priority = 'backfill'");
    if (rows[0].n === 0) break;
  }
  const againSeconds = (Date.now() - againAt) / 1000;
  traffic.abort();
  await feeding;
  await drained();
  const busily = await latencies("busy");
  partEnds("reprocess");
  say(`during the run: ${JSON.stringify(busily)}`);

  const after = await cleaned();
  let really = 0;
  /** @type {Map<string, string[]>} */
  const foretold = new Map();
  for (const { document, field, before: was, after: is } of dry.changes)
    if (field === "text") foretold.set(document, [...(foretold.get(document) ?? []), was || is]);
  const sampled = count <= 10_000 ? null : new Set([...before.keys()].sort().slice(0, 10_000));
  let wrong = 0;
  // What documents teach each other meanwhile (a line begins or ceases to recur over a site) is no change of the stage: the dry run
  // says that it does not foresee it. A document whose lines cut as recurring are others now was taught, and is not compared.
  let taught = 0;
  let compared = 0;
  for (const [document, { title, lines, recurring }] of before) {
    const now = after.get(document);
    const changes = now === undefined ? ["gone"] : lineChanges(lines, now.lines);
    if (changes.length > 0 || now?.title !== title) really += 1;
    if (!stale.has(document) || (sampled !== null && !sampled.has(document))) continue;
    if (now !== undefined && (recurring.size !== now.recurring.size || [...recurring].some((line) => !now.recurring.has(line)))) {
      taught += 1;
      continue;
    }
    compared += 1;
    const told = foretold.get(document) ?? [];
    if (changes.sort().join("\n") !== told.sort().join("\n") || now?.title !== title) {
      wrong += 1;
      if (wrong <= 5) say(`${document}: told ${JSON.stringify(told)}, came ${JSON.stringify(changes)}`);
    }
  }
  if (wrong > 0) faults.push(`${wrong} documents came out otherwise than the dry run foretold`);
  const [run] = (await database.query("select state, moved::int from reprocess where id = $1", [id])).rows;
  // Documents that were taught a line owed clean already: the run did not have to move them. That all are through is told by versions.
  if (run?.state !== "done") faults.push(`the run is ${run?.state}`);
  const { rows: doubled } = await database.query(
    "select subject from result where counted group by subject, stage having count(*) > 1 limit 5",
  );
  if (doubled.length > 0) faults.push(`${doubled.length} documents count twice`);
  const { rows: versions } = await database.query(
    "select stage_version as version, count(*)::int as n from result where stage = 'clean' and counted group by 1",
  );
  if (versions.length !== 1) faults.push(`clean counts in ${versions.length} versions`);
  const ratio = Math.round((100 * busily.p95) / quietly.p95) / 100;
  if (!(ratio <= RATIO_MAX)) faults.push(`live documents took ${ratio} times as long`);
  const answer = {
    documents: count,
    live: {
      perSecond,
      quiet: { ...quietly, stages: await byStage("quiet") },
      busy: { ...busily, stages: await byStage("busy") },
      ratio,
    },
    reprocess: {
      seconds: Math.round(againSeconds),
      documentsPerSecond: Math.round(count / againSeconds),
      kills,
      moved: run?.moved,
    },
    dryRun: { documents: dry.documents, changed: dry.changed, really, compared, taught, wrong },
    seconds: { ...seconds, all: elapsed() },
    faults,
  };
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
} finally {
  traffic.abort();
  await feeding.catch(() => {});
  worker.child.kill("SIGTERM");
  await worker.ended;
  await queue.close();
  await database.end();
  await engines.close();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults.length > 0 ? 1 : 0;
