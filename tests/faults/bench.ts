import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type StageName, stageNames } from "@wirefold/core";
import { type Engines, startEngines } from "@wirefold/engines";
import { BullWorkQueue } from "@wirefold/queue";
import { Redis } from "ioredis";
import pg from "pg";
import { inventArticles } from "../../services/cli/src/bench/invented-articles.ts";

/**
 * Worker processes on engines of their own, documents flowing through them, and faults. A trial has a database and a prefix in
 * Redis to itself; the engines are shared, so that what hits them hits a running installation.
 */
const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
export const documents = Number(process.env.WIREFOLD_FAULT_DOCUMENTS ?? 60);
const drainMs = 300_000;

/** What was in hand when the fault came: the proof that it hit somebody. */
export interface InHand {
  readonly owed: number;
  readonly active: number;
}

export interface Trial {
  readonly database: pg.Pool;
  readonly queue: BullWorkQueue;
  readonly redis: Redis;
  /** The folder of the trial's blobs. */
  readonly blobs: string;
  readonly workers: Map<StageName, ChildProcess>;
  readonly start: (stages: readonly StageName[]) => void;
  /** Sets the clock of every worker off by so much ("+1h"); its other clock, which only goes forward, runs on. */
  readonly setClock: (offset: string) => void;
  /** The engines' process ids, as their keeper says. */
  readonly pids: () => { readonly keeper: number; readonly redis: number; readonly postgres: number };
  /** What these stages owe, and the active jobs they hold, now. */
  readonly look: (stages?: readonly StageName[]) => Promise<InHand>;
  /** Waits until they hold both at one time. */
  readonly inHand: (stages?: readonly StageName[]) => Promise<InHand>;
}

export interface Outcome {
  readonly stories: string;
  /** Documents that left each stage so. A story's growth makes its members owe reconcile again, so rows would say nothing. */
  readonly emitted: Readonly<Record<string, number>>;
  readonly notEmitted: readonly {
    readonly stage: string;
    readonly disposition: string;
    readonly reason: string | null;
    readonly n: number;
  }[];
  /** From the end of the disturbance until nothing was owed. */
  readonly recoveryMs: number;
}

export interface TrialOptions {
  /** Stages whose workers the disturbance starts itself. */
  readonly late?: readonly StageName[];
  /** Keeps the blobs on a file system of their own, which can be made to refuse. */
  readonly mount?: boolean;
  /** Lets the disturbance set the workers' clock. */
  readonly clock?: boolean;
}

/** Debian's libfaketime, which stands between a process and the clock; null where it is not installed. */
export const fakeClock: string | null =
  ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
    .map((folder) => `${folder}/faketime/libfaketimeMT.so.1`)
    .find((path) => existsSync(path)) ?? null;

export interface FaultBench extends AsyncDisposable {
  readonly folder: string;
  /** Runs the corpus; `disturb` is called when it has been submitted. */
  readonly run: (disturb: (trial: Trial) => Promise<void>, options?: TrialOptions) => Promise<Outcome>;
}

export async function faultBench(): Promise<FaultBench> {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-faults-"));
  chmodSync(folder, 0o755);
  const corpus = join(folder, "articles.jsonl");
  writeFileSync(corpus, [...inventArticles(documents, 5)].map((article) => JSON.stringify(article)).join("\n"));
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  const engines = await startEngines({ dataDir });
  let trials = 0;
  return {
    folder,
    run: async (disturb, options = {}) => {
      trials += 1;
      return runTrial({ engines, dataDir, corpus, name: `trial${trials}`, folder }, disturb, options);
    },
    [Symbol.asyncDispose]: async () => {
      await engines.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly engines: Engines;
  readonly dataDir: string;
  readonly corpus: string;
  readonly folder: string;
  readonly name: string;
}

async function runTrial(
  place: Place,
  disturb: (trial: Trial) => Promise<void>,
  { late = [], mount = false, clock = false }: TrialOptions,
): Promise<Outcome> {
  const { engines, dataDir, corpus, name, folder } = place;
  await administer(engines.databaseUrl, `create database ${name}`);
  const databaseUrl = engines.databaseUrl.replace(/\/[^/]*$/, `/${name}`);
  const blobs = join(folder, `${name}-blobs`);
  mkdirSync(blobs);
  if (mount) execFileSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", blobs]);
  const clockFile = join(folder, `${name}.clock`);
  const setClock = (offset: string) => writeFileSync(clockFile, `${offset}\n`);
  setClock("+0");
  const env = {
    ...process.env,
    ...(clock && fakeClock !== null
      ? { LD_PRELOAD: fakeClock, FAKETIME_TIMESTAMP_FILE: clockFile, FAKETIME_CACHE_DURATION: "1", DONT_FAKE_MONOTONIC: "1" }
      : {}),
    REDIS_URL: engines.redisUrl,
    DATABASE_URL: databaseUrl,
    WIREFOLD_PREFIX: name,
    WIREFOLD_THREADS: "2",
    WIREFOLD_BLOBS_URL: `${pathToFileURL(blobs).href}?sync=never`,
    WIREFOLD_BUILD: "never",
    WIREFOLD_LOG_LEVEL: "warn",
  };
  const log = join(folder, `${name}.log`);
  const running = new Set<ChildProcess>();
  const spawned = (args: readonly string[]) => {
    // A process ends with the test that started it, however that ends (PR_SET_PDEATHSIG, prctl(2)).
    const script = `exec setpriv --pdeathsig KILL "$0" "$@" 2>>"${log}" >/dev/null`;
    const child = spawn("bash", ["-c", script, process.execPath, command, ...args], {
      stdio: "ignore",
      env,
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  };
  const workers = new Map<StageName, ChildProcess>();
  const start = (stages: readonly StageName[]) => {
    const child = spawned(["worker", ...stages, "--threads", "1", "--data-dir", dataDir]);
    for (const stage of stages) workers.set(stage, child);
  };
  const ingest = (): Promise<number | null> =>
    new Promise((resolve) => spawned(["ingest", corpus, "--data-dir", dataDir]).once("exit", (code) => resolve(code)));

  // A backend that is cut, and a Redis that restarts, must not end the test that cut them.
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on("error", () => {});
  const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: name });
  const redis = new Redis(engines.redisUrl, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  const look = async (stages: readonly StageName[] = stageNames): Promise<InHand> => {
    const [{ rows }, ...counts] = await Promise.all([
      database.query("select count(*)::int as n from owed where stage = any ($1)", [stages]),
      ...stages.map((stage) => queue.queue(stage).getJobCounts("active")),
    ]);
    return { owed: Number(rows[0]?.n), active: counts.reduce((sum, { active = 0 }) => sum + active, 0) };
  };
  const inHand = async (stages: readonly StageName[] = stageNames): Promise<InHand> => {
    for (const until = Date.now() + 120_000; Date.now() < until; await sleep(2)) {
      const found = await look(stages);
      if (found.owed > 0 && found.active > 0) return found;
    }
    throw new Error(`nothing was ever in hand at ${stages.join(", ")}`);
  };
  const pids = () => {
    const state = JSON.parse(readFileSync(join(dataDir, "engines/keeper.json"), "utf8"));
    const [keeper, redisPid, postgres] = [state.keeper, state.redis.process, state.postgres.process].map((one) =>
      Number.parseInt(one, 10),
    );
    return { keeper: keeper ?? 0, redis: redisPid ?? 0, postgres: postgres ?? 0 };
  };
  try {
    // The schema first: ingesting brings it up, and the readings below need it.
    const code = await ingest();
    if (code !== 0) throw new Error(`ingest ended with ${code}: ${tail(log)}`);
    const early = stageNames.filter((stage) => !late.includes(stage));
    start(early);
    await disturb({ database, queue, redis, blobs, workers, start, setClock, pids, look, inHand });
    const disturbedAt = Date.now();
    await untilNothingIsOwed(database, log);
    return { ...(await outcomeOf(database)), recoveryMs: Date.now() - disturbedAt };
  } finally {
    const ended = [...running].map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
    for (const worker of running) {
      worker.kill("SIGCONT");
      worker.kill("SIGKILL");
    }
    await Promise.race([Promise.all(ended), sleep(5000)]);
    await queue.close();
    redis.disconnect();
    await database.end();
    if (mount) execFileSync("umount", ["-l", blobs]);
  }
}

/** Statements of the server, tried again while it comes back from the fault before. */
async function administer(databaseUrl: string, statement: string): Promise<void> {
  for (const until = Date.now() + 60_000; ; await sleep(500)) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(statement);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function untilNothingIsOwed(database: pg.Pool, log: string): Promise<void> {
  for (const until = Date.now() + drainMs; ; await sleep(200)) {
    const left = await database
      .query(
        `select (select count(*) from owed)::int as owed,
                (select count(distinct subject) from result where stage = 'reconcile' or disposition <> 'emitted')::int as done`,
      )
      // A client that was cut off asks again.
      .catch(() => null);
    const row = left?.rows[0];
    if (row !== undefined && row.owed === 0 && row.done >= documents) return;
    if (Date.now() > until) throw new Error(`not drained in ${drainMs / 1000} s: ${JSON.stringify(row)}; ${tail(log)}`);
  }
}

async function outcomeOf(database: pg.Pool): Promise<Omit<Outcome, "recoveryMs">> {
  const { rows: ended } = await database.query(
    "select stage, disposition, reason, count(*)::int as n, count(distinct subject)::int as subjects from result group by 1, 2, 3",
  );
  const { rows: stories } = await database.query(
    "select id, encode(record, 'base64') as record from story where record is not null order by id",
  );
  return {
    stories: stories.map(({ id, record }) => `${id} ${record}`).join("\n"),
    emitted: Object.fromEntries(
      ended.filter((row) => row.disposition === "emitted").map(({ stage, subjects }) => [stage, subjects]),
    ),
    notEmitted: ended.filter((row) => row.disposition !== "emitted"),
  };
}

function tail(path: string): string {
  try {
    return execFileSync("tail", ["-n", "5", path], { encoding: "utf8" });
  } catch {
    return "";
  }
}
