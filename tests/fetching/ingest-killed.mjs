// Ingests a synthetic WARC and kills the command at random, then looks that every record was recorded exactly once.
//   node tests/fetching/ingest-killed.mjs [records] [kills]      prints what it found; exit code 1 if anything is amiss
// Also reads the same file with warcio alone, for the pace. Needs a build and the private engines.
import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startEngines } from "@wirefold/engines";
import pg from "pg";
import { WARCParser } from "warcio";

const records = Number(process.argv[2] ?? 20_000);
const kills = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "wirefold-killed-"));
const file = join(folder, "news.warc.gz");
const dataDir = join(folder, "data");

/** A page of about ten kilobytes, its words drawn from a few hundred made-up ones, so that it packs as prose does. */
function pageOf(n) {
  let seed = n * 2_654_435_761;
  const word = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed % 700).toString(36) + ["ostrand", "harbour", "council", "ferry", "motion", "crown"][seed % 6];
  };
  const paragraph = () => `<p>${Array.from({ length: 120 }, word).join(" ")}.</p>`;
  return `<!doctype html><title>Motion ${n}</title><article><h1>Motion ${n}</h1>${Array.from({ length: 9 }, paragraph).join("")}</article>`;
}

async function makeWarc() {
  const out = createWriteStream(file);
  let bytes = 0;
  for (let n = 0; n < records; n += 1) {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(n)}`;
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://o.example/${n}\r\nWARC-Date: 2031-03-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${n}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n`;
    bytes += head.length + http.length;
    if (!out.write(gzipSync(`${head}${http}\r\n\r\n`, { level: 1 })))
      await new Promise((resolve) => out.once("drain", () => resolve(undefined)));
  }
  await new Promise((resolve) => out.end(resolve));
  return bytes;
}

/** Runs the command; kills it once `due()` says so, where that is given. Resolves to its exit code and its largest memory. */
function ingest(due) {
  const child = spawn("node", ["services/cli/bin/wirefold.mjs", "ingest", file, "--backfill", "--json", "--data-dir", dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, WIREFOLD_BUILD: "never" },
  });
  let out = "";
  let peakKb = 0;
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const watch = setInterval(() => {
    try {
      for (const pid of [
        child.pid,
        ...readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ").filter(Boolean),
      ])
        peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0));
    } catch {
      // It has ended.
    }
  }, 100);
  const timer = due && setInterval(async () => (await due()) && child.kill("SIGKILL"), 50);
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      clearInterval(timer);
      resolve({ code, signal, out, peakMb: Math.round(peakKb / 1024) });
    });
  });
}

/** Reads the file with warcio and does nothing with it. */
async function readAlone() {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let read = 0;
  for await (const record of new WARCParser(createReadStream(file))) {
    await record.readFully(false);
    read += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (read * 1000) / (performance.now() - startedAt), cpuSeconds: (user + system) / 1e6 };
}

let failed = false;
const expect = (holds, message) => {
  if (!holds) failed = true;
  process.stdout.write(`${holds ? "ok  " : "FAIL"} ${message}\n`);
};

const engines = await startEngines({ dataDir });
try {
  const bytes = await makeWarc();
  process.stdout.write(
    `${records} records, ${Math.round(bytes / 1e6)} MB of WARC, ${Math.round(statSync(file).size / 1e6)} MB gzip\n`,
  );
  const alone = await readAlone();
  process.stdout.write(`warcio alone: ${Math.round(alone.perSecond)} records/s (${alone.cpuSeconds.toFixed(1)} s of CPU)\n`);

  const database = new pg.Pool({ connectionString: engines.databaseUrl, max: 2 });
  const recorded = async () => {
    // Before the first run has made the tables there is nothing.
    const { rows } = await database.query("select count(*)::int as n from locator").catch(() => ({ rows: [{ n: 0 }] }));
    return rows[0].n;
  };
  await recorded();
  let peak = 0;
  const reached = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Somewhere in the part that is left, so that each run is killed at work.
    const from = await recorded();
    const target = from + Math.max(1, Math.random() * ((records - from) / 2));
    const run = await ingest(async () => (await recorded()) >= target);
    peak = Math.max(peak, run.peakMb);
    if (run.signal === null) break;
    reached.push(await recorded());
  }
  process.stdout.write(`killed ${reached.length} times, with ${reached.join(", ")} records recorded\n`);
  const before = await recorded();
  const last = await ingest();
  peak = Math.max(peak, last.peakMb);
  const after = await recorded();
  process.stdout.write(`the last run recorded ${after - before}\n`);
  expect(last.code === 0, `it ends with 0 (${last.code})`);
  expect(after === records, `every record is recorded exactly once (${after} of ${records})`);
  const owed = await database.query(
    "select count(*)::int as n, count(distinct subject)::int as d from owed where stage = 'fetch'",
  );
  expect(owed.rows[0].n === records && owed.rows[0].d === records, `and owes fetch exactly once (${owed.rows[0].n})`);
  const left = await database.query("select count(*)::int as n from ingest_progress");
  expect(left.rows[0].n === 0, "nothing is left unfinished");
  expect(peak < 300, `at most ${peak} MB of memory (bound 300)`);
  const again = await ingest();
  expect(JSON.parse(again.out).owing === 0, "ingested again nothing is new");

  // The pace, over the whole file and from nothing; what warcio reads just before and after says how busy the machine is.
  await database.query("truncate run, locator, owed, ingest_progress cascade");
  const beforeIt = await readAlone();
  const fullAt = performance.now();
  const full = await ingest();
  const perSecond = (records * 1000) / (performance.now() - fullAt);
  const afterIt = await readAlone();
  const bare = (beforeIt.perSecond + afterIt.perSecond) / 2;
  expect(full.code === 0 && (await recorded()) === records, "ingested whole");
  expect(
    perSecond >= bare / 2,
    `${Math.round(perSecond)} records/s, starting included, against ${Math.round(bare)} of warcio alone: ${(perSecond / bare).toFixed(2)} (bound 0.5)`,
  );
  expect(full.peakMb < 300, `at most ${full.peakMb} MB of memory (bound 300)`);
  await database.end();
} finally {
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
