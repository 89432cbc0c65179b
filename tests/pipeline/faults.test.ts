import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngines } from "@wirefold/engines";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventArticles } from "../../services/cli/src/bench/invented-articles.ts";

/**
 * Workers as processes of their own, killed at random moments, and a Redis that forgets everything: each document must
 * still end exactly once, and the stories must be those of an undisturbed run, byte for byte.
 *
 * One trial of each kind by default; WIREFOLD_FAULT_TRIALS=20 for as many.
 */
const trials = Number(process.env.WIREFOLD_FAULT_TRIALS ?? 1);
const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const stages = ["fetch", "clean", "dedupe", "extract", "reconcile"];
const documents = 120;

let folder: string;
let corpus: string;
let undisturbed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-faults-"));
  chmodSync(folder, 0o755);
  corpus = join(folder, "articles.jsonl");
  writeFileSync(corpus, [...inventArticles(documents, 5)].map((article) => JSON.stringify(article)).join("\n"));
  undisturbed = await trial(async () => {});
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Array.from({ length: trials }, (_, n) => [n + 1]))(
  "a worker killed at a random moment loses nothing and doubles nothing (trial %i)",
  async () => {
    const stories = await trial(async ({ workers, spawnWorker }) => {
      await sleep(300 + Math.random() * 2500);
      const stage = stages[Math.floor(Math.random() * stages.length)]!;
      workers.get(stage)!.kill("SIGKILL");
      workers.set(stage, spawnWorker(stage));
    });
    expect(stories).toBe(undisturbed);
  },
  180_000,
);

test.each(Array.from({ length: trials }, (_, n) => [n + 1]))(
  "a Redis flushed in the middle of a run loses nothing (trial %i)",
  async () => {
    const stories = await trial(async ({ redisUrl }) => {
      await sleep(300 + Math.random() * 2500);
      const redis = new Redis(redisUrl);
      await redis.flushall();
      redis.disconnect();
    });
    expect(stories).toBe(undisturbed);
  },
  180_000,
);

interface Running {
  readonly workers: Map<string, ChildProcess>;
  readonly spawnWorker: (stage: string) => ChildProcess;
  readonly redisUrl: string;
}

/** Runs the corpus through five worker processes while `disturb` does its worst. @returns the stories, as one text. */
async function trial(disturb: (running: Running) => Promise<void>): Promise<string> {
  const dataDir = mkdtempSync(join(folder, "run-"));
  chmodSync(dataDir, 0o755);
  await using engines = await startEngines({ dataDir });
  const workers = new Map<string, ChildProcess>();
  const spawnWorker = (stage: string) =>
    spawn(process.execPath, [command, "worker", stage, "--threads", "1", "--data-dir", dataDir], {
      stdio: "ignore",
      env: { ...process.env, WIREFOLD_LOG_LEVEL: "silent" },
    });
  for (const stage of stages) workers.set(stage, spawnWorker(stage));
  const database = new pg.Pool({ connectionString: engines.databaseUrl, max: 2 });
  database.on("error", () => {});
  try {
    const ingest = spawn(process.execPath, [command, "ingest", corpus, "--data-dir", dataDir], { stdio: "ignore" });
    await new Promise((resolve) => ingest.once("exit", resolve));
    await disturb({ workers, spawnWorker, redisUrl: engines.redisUrl });
    await untilNothingIsOwed(database);
    await expectEachEndedOnce(database);
    const { rows } = await database.query("select id, encode(record, 'base64') as record from story order by id");
    return rows.map((row) => `${row.id} ${row.record}`).join("\n");
  } finally {
    const ended = [...workers.values()].map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
    for (const worker of workers.values()) worker.kill("SIGKILL");
    await Promise.race([Promise.all(ended), sleep(5000)]);
    await database.end();
  }
}

async function untilNothingIsOwed(database: pg.Pool): Promise<void> {
  const deadline = Date.now() + 150_000;
  for (;;) {
    const { rows } = await database.query("select stage, count(*)::int as n from owed group by stage");
    const { rows: done } = await database.query("select count(*)::int as n from result where stage = 'reconcile'");
    if (rows.length === 0 && done[0].n === documents) return;
    if (Date.now() > deadline) throw new Error(`still owed after 150 s: ${JSON.stringify(rows)}, reconciled ${done[0].n}`);
    await sleep(200);
  }
}

async function expectEachEndedOnce(database: pg.Pool): Promise<void> {
  const { rows } = await database.query(
    "select stage, disposition, count(*)::int as n, count(distinct subject)::int as subjects from result group by 1, 2 order by 1",
  );
  expect(rows).toEqual([...stages].sort().map((stage) => ({ stage, disposition: "emitted", n: documents, subjects: documents })));
}
