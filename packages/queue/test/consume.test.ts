import { setTimeout as sleep } from "node:timers/promises";
import { testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { BullWorkQueue, consume } from "../src/index.ts";

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await done()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error("waited in vain");
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
      if (tries === 1) throw new Error("the ledger is away");
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
