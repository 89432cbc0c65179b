/**
 * A bad evening, at the size of your choice: documents flow while workers are scaled from one to four and back (one asked to stop, two
 * killed), a stage is paused and resumed, a host that serves one document in fifty asks to be left alone (429 with Retry-After), and one
 * document in a hundred cannot be read. Says whether the books balanced at every second, whether
 * all of it drained, what the quarantine named, and whether replaying emptied it once the cause was mended.
 *
 *   node tests/faults/chaos.mjs --documents 20000
 *
 * Prints one JSON object; exit code 1 when anything was lost, doubled or stuck.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startEngines } from "@wirefold/engines";
import { openDatabase, PostgresQuarantine, StoreReader } from "@wirefold/store";
import { inventArticles } from "../../services/cli/dist/bench/invented-articles.js";

const { values } = parseArgs({
  options: { documents: { type: "string", default: "2000" }, keep: { type: "boolean", default: false } },
});
const count = Number(values.documents);
const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const folder = mkdtempSync(join(tmpdir(), "wirefold-chaos-"));
const [dataDir, input] = [join(folder, "data"), join(folder, "input")];
const env = {
  ...process.env,
  WIREFOLD_BUILD: "never",
  WIREFOLD_LOG_LEVEL: "silent",
  // The host of this script is at this machine, and bears as much as is asked of it.
  WIREFOLD_ALLOW_PRIVATE: "true",
  WIREFOLD_CONTACT: "chaos@example.org",
  WIREFOLD_SITE_DELAY_MS: "0",
};

/** @param {...string} args */
const wirefold = (...args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args, "--data-dir", dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
      env,
    });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.on("close", (code) => resolve({ code, stdout }));
  });

const startWorker = () =>
  spawn(process.execPath, [command, "worker", "all", "--threads", "1", "--data-dir", dataDir], { stdio: "ignore", env });

mkdirSync(input, { recursive: true });
/** @type {Map<string, string>} what cannot be read until it is mended */
const poison = new Map();
/** @type {Map<string, string>} what the host serves */
const pages = new Map();
let n = 0;
for (const { title, text } of inventArticles(count, 11)) {
  if (n % 50 === 20) {
    pages.set(
      `/news/${n}.html`,
      `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${text.replaceAll("\n", "</p><p>")}</p></article>`,
    );
    n += 1;
    continue;
  }
  const path = join(input, `${String(n).padStart(6, "0")}.txt`);
  writeFileSync(path, `${title}\n\n${text}\n`);
  if (n % 100 === 50) poison.set(path, `${title}\n\n${text}\n`);
  n += 1;
}

let throttled = 0;
let isBusy = true;
const host = createServer(({ url = "" }, response) => {
  const page = pages.get(url);
  if (page === undefined) response.writeHead(404).end();
  else if (isBusy && Math.random() < 0.5) {
    throttled += 1;
    response.writeHead(429, { "retry-after": "2" }).end();
  } else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
});
await new Promise((listening) => host.listen(0, "127.0.0.1", () => listening(undefined)));
const address = host.address();
if (address === null || typeof address === "string") throw new Error("the host has no port");
const urls = [...pages.keys()].map((path) => `http://127.0.0.1:${address.port}${path}`);

const engines = await startEngines({ dataDir });
const database = await openDatabase({ databaseUrl: engines.databaseUrl, connectionsMax: 2 });
const reader = new StoreReader(database);
const quarantine = new PostgresQuarantine(database);
/** @type {string[]} */
const faults = [];
/** @type {import("node:child_process").ChildProcess[]} */
const workers = [];
let readings = 0;

/** Reads the books; one that does not balance is a fault. */
async function books() {
  readings += 1;
  const balance = await reader.balance();
  for (const { stage, entered, emitted, dropped, quarantined, pending } of balance) {
    const gap = entered - emitted - dropped - quarantined - pending;
    if (gap !== 0) faults.push(`reading ${readings}: ${stage} is ${gap} apart`);
  }
  return balance;
}

/** Reads the books each second until so many documents are through, or nothing is owed. @param {number} share */
async function until(share) {
  for (const deadline = Date.now() + 3_600_000; Date.now() < deadline; await sleep(1000)) {
    const balance = await books();
    const through = balance.at(-1)?.emitted ?? 0;
    if (balance.every(({ pending }) => pending === 0) || through >= share * count) return;
  }
  faults.push(`${share * 100} % were not through within an hour`);
}

/** @param {number} wanted */
const scaleTo = (wanted) => {
  while (workers.length < wanted) workers.push(startWorker());
};

try {
  const startedAt = Date.now();
  await wirefold("ingest", input, "--quiet");
  await wirefold("ingest", ...urls, "--quiet");
  for (const path of poison.keys()) rmSync(path);
  scaleTo(1);
  await until(0.1);
  scaleTo(4);
  await until(0.3);
  await wirefold("pause", "extract");
  for (let second = 0; second < 8; second += 1) {
    await books();
    await sleep(1000);
  }
  await wirefold("resume", "extract");
  await until(0.6);
  isBusy = false;
  const [stopped, ...killed] = workers.splice(1);
  stopped?.kill("SIGTERM");
  for (const worker of killed) worker.kill("SIGKILL");
  await until(2);
  const causes = await quarantine.groups();
  const drainedMs = Date.now() - startedAt;
  for (const [path, text] of poison) writeFileSync(path, text);
  const replayed = await wirefold("replay", "--quiet");
  await until(2);
  const left = await quarantine.groups();
  const [fetch] = await books();
  const { rows } = await database.query(
    "select count(*)::int as documents, count(distinct locator)::int as places from document",
  );
  const found = causes.reduce((sum, cause) => sum + cause.count, 0);
  if (found !== poison.size) faults.push(`${found} in quarantine, ${poison.size} were poisoned`);
  if (causes.length !== 1) faults.push(`one cause was named as ${causes.length}`);
  if (throttled === 0) faults.push("the host throttled nobody");
  if (left.length > 0) faults.push("replaying did not empty the quarantine");
  if (rows[0].documents !== count || rows[0].places !== count)
    faults.push(`${rows[0].documents} documents of ${rows[0].places} places for ${count}`);
  if (fetch?.entered !== count) faults.push(`${fetch?.entered} entered for ${count}`);
  const answer = {
    documents: count,
    seconds: Math.round(drainedMs / 1000),
    readings,
    poisoned: poison.size,
    hosted: pages.size,
    throttled,
    causes: causes.map(({ code, message, count: times }) => ({ code, message, count: times })),
    replayCode: replayed.code,
    quarantineLeft: left.length,
    stories: await reader.countStories(),
    faults,
  };
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
} finally {
  for (const worker of workers) worker.kill("SIGTERM");
  await Promise.all(
    workers.map((worker) => worker.exitCode ?? worker.signalCode ?? new Promise((resolve) => worker.once("exit", resolve))),
  );
  await database.end();
  await engines.close();
  host.close();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults.length > 0 ? 1 : 0;
