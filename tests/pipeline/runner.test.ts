import {
  drop,
  emit,
  FatalError,
  type LocatorSubmitted,
  QuarantineError,
  snooze,
  ThrottledError,
  UnavailableError,
} from "@wirefold/core";
import { openDatabase, PostgresLedger, StoreReader } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { Excuses, runBatch, type StageContract, type StageWork, StuckError } from "@wirefold/worker";
import { expect, test } from "vitest";
import { z } from "zod";

const Input = z.object({ locatorId: z.string(), locator: z.string(), hints: z.object({ title: z.string() }) });
const Output = z.object({ documentId: z.string(), locator: z.string(), bodyHash: z.string(), contentType: z.null() });
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A ledger that holds one locator per mode, and a stage that does what the mode says. */
async function setup(modes: readonly string[], options: { batched?: boolean; timeoutMs?: number } = {}) {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const ledger = new PostgresLedger(database);
  const sent: { stage: string; subjects: readonly string[]; delayMs?: number }[] = [];
  const seen: string[][] = [];
  const faults: string[] = [];
  const decide = async (input: z.output<typeof Input>, signal: AbortSignal) => {
    const mode = input.hints.title;
    if (mode === "bad") throw new QuarantineError("not a page");
    if (mode === "boom") throw new Error("boom");
    if (mode === "throttled") throw new ThrottledError("slow down", 5000);
    if (mode === "away") throw new UnavailableError("the blobs are away");
    if (mode === "database") throw Object.assign(new Error("the database system is shutting down"), { code: "57P01" });
    if (mode === "fatal") throw new FatalError("nothing to work with");
    if (mode === "drop") return drop("no-text");
    if (mode === "snooze") return snooze(700, "not-yet");
    if (mode === "hang") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    return emit({ documentId: `doc-${input.locator}`, locator: input.locator, bodyHash: "h", contentType: null });
  };
  const stage: StageContract = {
    name: "fetch" as const,
    version: 1,
    input: Input,
    output: Output,
    concurrency: 1,
    timeoutMs: options.timeoutMs ?? 5000,
    maxAttempts: 3,
    drops: {},
  };
  const work: StageWork = options.batched
    ? {
        many: async (inputs, { signal }) => {
          const parsed = inputs.map((input) => Input.parse(input));
          seen.push(parsed.map((input) => input.hints.title));
          const endless = parsed.findIndex((input) => input.hints.title === "endless");
          if (endless !== -1) throw new StuckError([endless], 20, false);
          return Promise.all(parsed.map((input) => decide(input, signal)));
        },
      }
    : { one: (input, { signal }) => decide(Input.parse(input), signal) };
  const submitted = modes.map((mode, index) => ({
    locatorId: `loc-${index}`,
    locator: `file:///${index}`,
    fingerprint: "1",
    hints: { title: mode } satisfies LocatorSubmitted["hints"],
  }));
  await ledger.submit("run-1", submitted, "live");
  const subjects = submitted.map((one) => one.locatorId);
  const runner = {
    ledger,
    queue: {
      send: async (name: string, ids: readonly string[], how: { delayMs?: number }) =>
        void sent.push({ stage: name, subjects: ids, ...how }),
    },
    next: {
      add: async (name: string, ids: readonly string[], priority: string) => {
        if (ids.length > 0) sent.push({ stage: name, subjects: ids, priority } as (typeof sent)[number]);
      },
    },
    log: silent,
    now: () => new Date(),
    worker: "test",
    onFault: (fault: string) => void faults.push(fault),
    excuses: new Excuses(),
  };
  const run = (restarts = 0, signal = new AbortController().signal, only: readonly string[] = subjects) =>
    runBatch(stage, only, work, runner, signal, restarts);
  const close = async () => {
    await database.end();
    await engines.close();
  };
  return { ledger, reader: new StoreReader(database), database, sent, seen, faults, run, subjects, [Symbol.asyncDispose]: close };
}

test("one bad document is quarantined and the others of its batch finish", async () => {
  await using bench = await setup(["ok", "bad", "ok", "drop"], { batched: true });
  await bench.run();
  const counts = await bench.reader.dispositions();
  expect(counts.map(({ disposition, reason, count }) => [disposition, reason, count])).toEqual([
    ["dropped", "no-text", 1],
    ["emitted", null, 2],
    ["quarantined", "WIREFOLD_QUARANTINE", 1],
  ]);
  expect(bench.seen).toEqual([["ok", "bad", "ok", "drop"], ["ok"], ["bad"], ["ok"], ["drop"]]);
  expect(bench.sent).toEqual([{ stage: "clean", subjects: ["doc-file:///0", "doc-file:///2"], priority: "live" }]);
  const [quarantined] = await bench.reader.unfinished(undefined, { disposition: "quarantined" });
  expect(quarantined).toMatchObject({ subject: "loc-1", stage: "fetch", reason: "WIREFOLD_QUARANTINE", message: "not a page" });
});

test("a batch that went well is decided in one call", async () => {
  await using bench = await setup(["ok", "ok", "ok"], { batched: true });
  await bench.run();
  expect(bench.seen).toEqual([["ok", "ok", "ok"]]);
});

test("running a finished batch again changes nothing and sends nothing", async () => {
  await using bench = await setup(["ok", "drop"]);
  await bench.run();
  const before = (await bench.database.query("select * from result order by subject")).rows;
  await bench.run();
  expect((await bench.database.query("select * from result order by subject")).rows).toEqual(before);
  expect((await bench.database.query("select count(*)::int as n from timeline")).rows[0].n).toBe(2);
  expect(bench.sent).toHaveLength(1);
});

test("two runners that race over one batch dispose of each document once", async () => {
  await using bench = await setup(Array.from({ length: 30 }, () => "ok"));
  await Promise.all([bench.run(), bench.run(), bench.run()]);
  expect((await bench.database.query("select count(*)::int as n from timeline")).rows[0].n).toBe(30);
  expect(bench.sent.flatMap((job) => job.subjects).sort()).toEqual(
    bench.subjects.map((_, index) => `doc-file:///${index}`).sort(),
  );
});

test("a snoozed or throttled document comes back later and spends no attempt", async () => {
  await using bench = await setup(["snooze", "throttled"]);
  await bench.run();
  expect(bench.sent).toEqual([
    { stage: "fetch", subjects: ["loc-0"], priority: "live", delayMs: 700 },
    { stage: "fetch", subjects: ["loc-1"], priority: "live", delayMs: 5000 },
  ]);
  expect((await bench.ledger.owed("fetch", bench.subjects)).map((work) => work.attempts)).toEqual([0, 0]);
});

test("a failing document is tried maxAttempts times, then quarantined with its last error", async () => {
  await using bench = await setup(["boom"]);
  for (let attempt = 1; attempt <= 3; attempt += 1) await bench.run();
  const trace = await bench.reader.trace("loc-0");
  expect(trace!.timeline.map((row) => [row.attempt, row.disposition])).toEqual([
    [1, "failed"],
    [2, "failed"],
    [3, "quarantined"],
  ]);
  expect(trace!.timeline[2]!.detail).toMatchObject({ message: "boom" });
  expect(await bench.ledger.countOwed()).toMatchObject({ fetch: 0 });
});

test("a document that does not answer in time fails alone", async () => {
  await using bench = await setup(["ok", "hang"], { timeoutMs: 150 });
  await bench.run();
  const trace = await bench.reader.trace("loc-1");
  expect(trace!.timeline).toMatchObject([{ disposition: "failed", reason: "WIREFOLD_TIMEOUT" }]);
  expect(bench.sent.map((job) => job.stage)).toEqual(["clean", "fetch"]);
});

test("a document that is waited for holds up neither the others of its batch nor their delays", async () => {
  await using bench = await setup(["ok", "hang", "throttled", "bad"], { timeoutMs: 30_000 });
  const shutdown = new AbortController();
  let isOver = false;
  const run = bench.run(0, shutdown.signal).then(() => {
    isOver = true;
  });
  await expect
    .poll(() => bench.sent.map(({ stage, subjects }) => [stage, subjects]))
    .toEqual([
      ["clean", ["doc-file:///0"]],
      ["fetch", ["loc-2"]],
    ]);
  expect(isOver).toBe(false);
  expect(await bench.ledger.countOwed()).toMatchObject({ fetch: 2, clean: 1 });
  shutdown.abort();
  await run;
  expect((await bench.ledger.owed("fetch", ["loc-1"]))[0]).toMatchObject({ attempts: 0 });
});

test("a payload that does not match the schema is quarantined at once", async () => {
  await using bench = await setup(["ok"]);
  await bench.database.query("update owed set input = '{\"locator\": 7}'");
  await bench.run();
  const [row] = await bench.reader.unfinished();
  expect(row).toMatchObject({ disposition: "quarantined", reason: "WIREFOLD_INVALID_PAYLOAD" });
});

test("a job that took its process down is worked on singly, each attempt recorded before it starts", async () => {
  await using bench = await setup(["ok", "ok"], { batched: true });
  await bench.run(1);
  expect(bench.seen).toEqual([["ok"], ["ok"]]);
  const trace = await bench.reader.trace("loc-0");
  expect(trace!.timeline.map((row) => row.reason ?? row.disposition)).toEqual(["restarted-after-crash", "emitted"]);
});

test("a document that takes the process down every time ends in quarantine", async () => {
  await using bench = await setup(["ok"]);
  await bench.database.query("update owed set attempts = 2");
  await bench.run(1);
  const [row] = await bench.reader.unfinished();
  expect(row).toMatchObject({ disposition: "quarantined", stage: "fetch" });
  expect(row!.message).toContain("ended 3 times");
});

test("a closing worker gives its work back and spends no attempt", async () => {
  await using bench = await setup(["hang"]);
  const shutdown = new AbortController();
  setTimeout(() => shutdown.abort(), 100);
  await bench.run(0, shutdown.signal);
  expect((await bench.ledger.owed("fetch", bench.subjects)).map((work) => work.attempts)).toEqual([0]);
  expect(bench.sent).toEqual([{ stage: "fetch", subjects: ["loc-0"], priority: "live", delayMs: 0 }]);
});

test("what every document needs being away spends no attempt, however often, and the worker is told", async () => {
  await using bench = await setup(["away", "database", "away"], { batched: true });
  for (let n = 0; n < 10; n += 1) await bench.run();
  expect((await bench.ledger.owed("fetch", bench.subjects)).map((work) => work.attempts)).toEqual([0, 0, 0]);
  expect(bench.faults).toEqual(Array.from({ length: 10 }, () => "elsewhere"));
  // They wait for the same thing, so they come back in one job.
  expect(bench.sent[0]).toMatchObject({ stage: "fetch", subjects: bench.subjects });
});

test("a document that goes on failing while others go well is blamed in the end", async () => {
  await using bench = await setup(["away", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"]);
  for (const well of bench.subjects.slice(1)) {
    await bench.run(0, undefined, [bench.subjects[0]!]);
    await bench.run(0, undefined, [well]);
  }
  const trace = await bench.reader.trace("loc-0");
  expect(trace!.timeline.slice(0, 6).map((row) => row.disposition)).toEqual(Array.from({ length: 6 }, () => "snoozed"));
  expect(trace!.timeline.at(-1)).toMatchObject({ disposition: "quarantined", reason: "WIREFOLD_UNAVAILABLE" });
});

test("what ends the process gives the documents back, and spends no attempt", async () => {
  await using bench = await setup(["fatal"]);
  await bench.run();
  expect((await bench.ledger.owed("fetch", bench.subjects)).map((work) => work.attempts)).toEqual([0]);
  expect(bench.faults).toEqual(["process"]);
});

test("a document that is caught in the act is charged at once, and the others are decided together again", async () => {
  await using bench = await setup(["ok", "endless", "ok", "ok"], { batched: true });
  await bench.run();
  expect(bench.seen).toEqual([
    ["ok", "endless", "ok", "ok"],
    ["ok", "ok", "ok"],
  ]);
  expect((await bench.reader.trace("loc-1"))!.timeline).toMatchObject([{ disposition: "failed", reason: "WIREFOLD_TIMEOUT" }]);
});

test("an attempt counted before it starts is counted once, and given back where it should not count", async () => {
  await using bench = await setup(["boom", "away"]);
  await bench.run(1);
  expect((await bench.ledger.owed("fetch", bench.subjects)).map((work) => work.attempts)).toEqual([1, 0]);
  const attempts = (await bench.reader.trace("loc-0"))!.timeline.map((row) => [row.attempt, row.reason]);
  expect(attempts).toEqual([
    [1, "restarted-after-crash"],
    [1, "WIREFOLD_UNEXPECTED"],
  ]);
});

test("of two workers that fail with one document, one counts its attempt", async () => {
  await using bench = await setup(["boom"]);
  await Promise.all([bench.run(), bench.run(), bench.run()]);
  const numbers = (await bench.reader.trace("loc-0"))!.timeline.map((row) => row.attempt);
  expect(new Set(numbers).size).toBe(numbers.length);
});
