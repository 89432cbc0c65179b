import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { type StageName, stageNames } from "@wirefold/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documents, type FaultBench, fakeClock, faultBench, type InHand, type Trial } from "./bench.ts";

/**
 * Faults while documents flow. Every trial waits until work is in hand where the fault strikes, proves it, and then expects of the run
 * what an undisturbed one gives: each document ended once at each stage, none quarantined, the same stories byte for byte.
 *
 * `npm test` kills workers that hold all five stages between them and flushes Redis; `npm run faults` goes through the whole matrix and prints it. Clocks jump
 * where libfaketime is installed, blobs refuse where the tests may mount.
 */
const all = process.env.WIREFOLD_FAULTS === "all";
const only = process.env.WIREFOLD_FAULTS_ONLY;
const pauseMs = Number(process.env.WIREFOLD_FAULT_PAUSE_MS ?? 12_000);

interface Fault {
  readonly who: "worker" | "Redis" | "PostgreSQL" | "keeper" | "blobs";
  readonly what: string;
  /** Part of every run of the tests. */
  readonly always?: boolean;
  /** The stage whose work it strikes; its worker starts once there is work for a batch. */
  readonly stage?: StageName;
  /** Stages that work in the same process as that worker: it hands its documents on to them. */
  readonly along?: readonly StageName[];
  /** Sets the workers' clock. */
  readonly clock?: boolean;
  readonly strike: (trial: Trial) => Promise<InHand>;
}

let bench: FaultBench;
let undisturbed: string;
const table: string[] = [];

beforeAll(async () => {
  bench = await faultBench();
  undisturbed = (await bench.run(async () => {})).stories;
}, 400_000);

afterAll(async () => {
  await bench?.[Symbol.asyncDispose]();
  if (table.length > 0) process.stderr.write(`\n${table.join("\n")}\n`);
}, 60_000);

/** Starts a stage's worker when a batch waits for it, and stops it (SIGSTOP) with work in hand: what it held is then told for certain. */
async function caughtAtWork(
  trial: Trial,
  stage: StageName,
  along: readonly StageName[] = [],
): Promise<{ readonly evidence: InHand; readonly pid: number }> {
  for (const until = Date.now() + 120_000; ; await sleep(50)) {
    const { owed } = await trial.look([stage]);
    if (owed >= documents / 2) break;
    if (Date.now() > until) throw new Error(`${stage} is owed nothing`);
  }
  trial.start([stage, ...along]);
  for (;;) {
    await trial.inHand([stage]);
    const pid = trial.workers.get(stage)?.pid ?? 0;
    signalTo(pid, "SIGSTOP");
    const evidence = await trial.look([stage]);
    if (evidence.owed > 0 && evidence.active > 0) return { evidence, pid };
    signalTo(pid, "SIGCONT");
  }
}

const signalTo = (pid: number, signal: NodeJS.Signals) => void process.kill(pid, signal);
const paused = async (pid: number) => {
  signalTo(pid, "SIGSTOP");
  await sleep(pauseMs);
  signalTo(pid, "SIGCONT");
};

const workerFaults = stageNames.map(
  (stage): Fault => ({
    who: "worker",
    what: `SIGKILL (${stage})`,
    // The three between are struck together where they hand documents on to each other.
    always: stage === "fetch" || stage === "reconcile",
    stage,
    strike: async (trial) => {
      const { evidence, pid } = await caughtAtWork(trial, stage);
      signalTo(pid, "SIGKILL");
      trial.start([stage]);
      return evidence;
    },
  }),
);

const direct: readonly StageName[] = ["dedupe", "extract"];

const handingOn: Fault = {
  who: "worker",
  what: `SIGKILL (clean, with ${direct.join(" and ")})`,
  always: true,
  stage: "clean",
  along: direct,
  strike: async (trial) => {
    const { evidence, pid } = await caughtAtWork(trial, "clean", direct);
    signalTo(pid, "SIGKILL");
    trial.start(["clean", ...direct]);
    return evidence;
  },
};

/** A fault of something all stages need, while any of them is at work. */
const fault = (who: Fault["who"], what: string, strike: (trial: Trial) => Promise<void>, always = false): Fault => ({
  who,
  what,
  always,
  strike: async (trial) => {
    const before = await trial.inHand();
    await strike(trial);
    return before;
  },
});

/** A fault of the folder of blobs, which these lines of shell begin and end. */
function blobFault(what: string, begin: string, end: string): Fault {
  return {
    who: "blobs",
    what,
    stage: "clean",
    strike: async (trial) => {
      const { evidence, pid } = await caughtAtWork(trial, "clean");
      signalTo(pid, "SIGCONT");
      execFileSync("bash", ["-c", begin, "-", trial.blobs]);
      await sleep(pauseMs);
      execFileSync("bash", ["-c", end, "-", trial.blobs]);
      return evidence;
    },
  };
}

/** The workers' clock jumps with work in hand, and jumps back while they go on. */
const clockFault = (what: string, offset: string): Fault => ({
  who: "worker",
  what,
  clock: true,
  strike: async (trial) => {
    const before = await trial.inHand();
    trial.setClock(offset);
    await sleep(pauseMs);
    trial.setClock("+0");
    return before;
  },
});

const faults: readonly Fault[] = [
  ...workerFaults,
  handingOn,
  {
    who: "worker",
    what: "SIGSTOP",
    stage: "extract",
    strike: async (trial) => {
      const { evidence, pid } = await caughtAtWork(trial, "extract");
      await paused(pid);
      return evidence;
    },
  },
  {
    who: "worker",
    what: "restart",
    stage: "clean",
    strike: async (trial) => {
      const { evidence, pid } = await caughtAtWork(trial, "clean");
      signalTo(pid, "SIGCONT");
      signalTo(pid, "SIGTERM");
      trial.start(["clean"]);
      return evidence;
    },
  },
  ...(fakeClock === null ? [] : [clockFault("clock an hour ahead", "+1h"), clockFault("clock an hour behind", "-1h")]),
  fault("Redis", "flush", async ({ redis }) => void (await redis.flushall()), true),
  fault("Redis", "SIGKILL", async ({ pids }) => signalTo(pids().redis, "SIGKILL")),
  fault("Redis", "SIGSTOP", ({ pids }) => paused(pids().redis)),
  fault("Redis", "restart", async ({ pids }) => signalTo(pids().redis, "SIGTERM")),
  fault("Redis", "connection cut", async ({ redis }) => {
    for (let n = 0; n < 5; n += 1) {
      await redis.client("KILL", "TYPE", "normal", "SKIPME", "yes");
      await sleep(500);
    }
  }),
  fault("Redis", "full", async ({ redis }) => {
    await redis.config("SET", "maxmemory", "1mb");
    await sleep(pauseMs);
    await redis.config("SET", "maxmemory", "0");
  }),
  fault("PostgreSQL", "SIGKILL", async ({ pids }) => signalTo(pids().postgres, "SIGKILL")),
  fault("PostgreSQL", "SIGSTOP", ({ pids }) => paused(pids().postgres)),
  fault("PostgreSQL", "restart", async ({ pids }) => signalTo(pids().postgres, "SIGINT")),
  fault("PostgreSQL", "connection cut", async ({ database }) => {
    for (let n = 0; n < 6; n += 1) {
      await database.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      await sleep(500);
    }
  }),
  fault("PostgreSQL", "read-only", async ({ database }) => {
    const name = (await database.query("select current_database() as name")).rows[0]?.name;
    const cut = () =>
      database.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
    await database.query(`alter database ${name} set default_transaction_read_only = on`);
    await cut();
    await sleep(pauseMs);
    await database.query("set default_transaction_read_only = off");
    await database.query(`begin read write; alter database ${name} reset default_transaction_read_only; commit`);
    await cut();
  }),
  fault("keeper", "SIGKILL", async ({ pids }) => signalTo(pids().keeper, "SIGKILL")),
  fault("keeper", "SIGKILL, and Redis", async ({ pids }) => {
    const { keeper, redis } = pids();
    signalTo(keeper, "SIGKILL");
    signalTo(redis, "SIGKILL");
  }),
  ...(canMount()
    ? [
        blobFault(
          "read-only",
          // Not while a file is being written.
          `for n in $(seq 200); do mount -o remount,ro "$1" 2>/dev/null && exit 0; sleep 0.02; done; exit 1`,
          `mount -o remount,rw "$1"`,
        ),
        blobFault("full", `dd if=/dev/zero of="$1/filler" bs=64k 2>/dev/null || true`, `rm "$1/filler"`),
      ]
    : []),
];

function canMount(): boolean {
  if (process.getuid?.() !== 0 || !all) return false;
  try {
    execFileSync("bash", ["-c", "d=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const chosen = faults.filter(({ who, what, always }) => (only === undefined ? all || always : `${who} ${what}`.includes(only)));

describe("nothing is lost, nothing is doubled, nobody innocent is quarantined", () => {
  test.each(chosen.map((one) => [`${one.who}: ${one.what}`, one] as const))(
    "%s",
    async (name, { who, stage, along = [], clock = false, strike }) => {
      let evidence: InHand = { owed: 0, active: 0 };
      const outcome = await bench.run(
        async (trial) => {
          evidence = await strike(trial);
        },
        { late: stage === undefined ? [] : [stage, ...along], mount: who === "blobs", clock },
      );
      const { notEmitted, emitted, recoveryMs } = outcome;
      const cells = [
        name.padEnd(34),
        `in hand ${evidence.owed} owed, ${evidence.active} active`,
        `quarantined ${notEmitted.reduce((sum, { n }) => sum + n, 0)}`,
        outcome.stories === undisturbed ? "records equal" : "RECORDS DIFFER",
        `drained after ${(recoveryMs / 1000).toFixed(1)} s`,
      ];
      table.push(cells.join(" · "));
      expect(evidence.owed, "work owed when the fault came").toBeGreaterThan(0);
      expect(evidence.active, "jobs active when the fault came").toBeGreaterThan(0);
      expect(notEmitted).toEqual([]);
      expect(emitted).toEqual(Object.fromEntries(stageNames.map((each) => [each, documents])));
      expect(outcome.stories).toBe(undisturbed);
    },
    500_000,
  );
});
