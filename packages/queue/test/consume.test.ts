import { setTimeout as sleep } from "node:timers/promises";
import { testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { BullWorkQueue, consume } from "../src/index.ts";

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await done()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error("timed out waiting");
  }
}

async function setup() {
  const engines = await testEngines();
  const { redisUrl, prefix } = engines;
  const queue = new BullWorkQueue({ redisUrl, prefix });
  const close = async () => {
    await queue.close();
    await engines.close();
  };
  return { queue, redisUrl, prefix, [Symbol.asyncDispose]: close };
}

test("jobs of one document that wait are handed over in full batches, each document once", async () => {
  await using bench = await setup();
  const { queue, redisUrl, prefix } = bench;
  const subjects = Array.from({ length: 130 }, (_, n) => `d${n}`);
  for (const subject of subjects) await queue.send("clean", [subject], { priority: "live" });
  const batches: string[][] = [];
  const consumer = consume("clean", {
    redisUrl,
    prefix,
    concurrency: 1,
    handle: async (given) => void batches.push([...given]),
    onError: (error) => expect.fail(error.message),
  });
  try {
    await until(async () => batches.flat().length >= 130 && (await queue.backlog("clean")) === 0);
    expect(batches.flat().sort()).toEqual([...subjects].sort());
    expect(batches.length).toBeLessThanOrEqual(3);
  } finally {
    await consumer.close();
  }
});

test("when a gathered batch fails, all its jobs come back", async () => {
  await using bench = await setup();
  const { queue, redisUrl, prefix } = bench;
  for (const subject of ["a", "b", "c"]) await queue.send("clean", [subject], { priority: "live" });
  let tries = 0;
  const done = new Set<string>();
  const consumer = consume("clean", {
    redisUrl,
    prefix,
    concurrency: 1,
    handle: async (given) => {
      tries += 1;
      if (tries === 1) throw new Error("the ledger cannot be reached");
      for (const subject of given) done.add(subject);
    },
    onError: (error) => expect.fail(error.message),
  });
  try {
    await until(async () => done.size === 3 && (await queue.backlog("clean")) === 0);
    expect(tries).toBeGreaterThan(1);
  } finally {
    await consumer.close();
  }
});

test("of two releases side by side the older leaves newer jobs to the newer, and both read older ones", async () => {
  await using bench = await setup();
  const { queue, redisUrl, prefix } = bench;
  const bull = queue.queue("clean");
  const taken: Record<"older" | "newer", Set<string>> = { older: new Set(), newer: new Set() };
  const putBack: number[] = [];
  const start = (release: "older" | "newer", version: number) =>
    consume("clean", {
      redisUrl,
      prefix,
      concurrency: 1,
      version,
      handle: async (subjects, restarts) => {
        expect(restarts).toBe(0);
        for (const subject of subjects) taken[release].add(subject);
      },
      onNewer: (found) => putBack.push(found),
      onError: (error) => expect.fail(error.message),
    });
  const older = start("older", 1);
  let newer: ReturnType<typeof start> | null = null;
  try {
    // As a release before versions, this one, and one to come wrote them; the last carries what nobody here knows.
    await bull.add("clean", { subjects: ["unversioned"] });
    await bull.add("clean", { v: 2, subjects: ["new"], manner: "unknown" } as never, { priority: 10 });
    await queue.send("clean", ["current"], { priority: "live" });
    await until(() => putBack.length > 0 && taken.older.has("current") && taken.older.has("unversioned"));
    expect(taken.older.has("new")).toBe(false);
    const [waiting] = await bull.getJobs(["delayed"]);
    expect(waiting?.data).toEqual({ v: 2, subjects: ["new"], manner: "unknown" });
    expect(waiting?.opts.priority).toBe(10);
    newer = start("newer", 2);
    // Whichever of the two takes it meanwhile: it ends with the newer.
    await until(async () => taken.newer.has("new") && (await queue.backlog("clean")) === 0);
    expect(taken.older.has("new")).toBe(false);
  } finally {
    await newer?.close();
    await older.close();
  }
});
