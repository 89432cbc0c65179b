import { emit, QuarantineError, type StageName, UnavailableError } from "@wirefold/core";
import { MemoryLedger } from "@wirefold/testing";
import { expect, test } from "vitest";
import { z } from "zod";
import { Entrances } from "../src/entrances.ts";
import { type RunnerPorts, runBatch, type StageContract, type StageWork } from "../src/index.ts";

const Event = z.object({ documentId: z.string(), seen: z.array(z.string()) });
type Event = z.output<typeof Event>;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Documents that owe clean, and three stages that note themselves on them; `fails` throws, per stage and document. */
async function setup(ids: readonly string[], fails: (stage: StageName, id: string) => Error | null = () => null) {
  const ledger = new MemoryLedger();
  const locators = ids.map((id) => ({ locatorId: id, locator: `file:///${id}`, fingerprint: "1", hints: {} }));
  await ledger.submit("run-1", locators, "live");
  const owed = await ledger.owed("fetch", ids);
  const outputs = (subject: string) => [{ subject, event: { documentId: subject, seen: [] } }];
  const settled = { disposition: "emitted", reason: null, startedAt: new Date(0), durationMs: 1, detail: null } as const;
  await ledger.dispose(
    "fetch",
    1,
    owed.map((work) => ({ ...settled, work, outputs: outputs(work.subject) })),
    "clean",
    "test",
  );
  const paused = new Set<StageName>();
  const sent: [StageName, readonly string[]][] = [];
  const faults: string[] = [];
  const observed: string[] = [];
  const batches: string[] = [];
  const entrances = new Entrances(async (stage) => !paused.has(stage));
  const workOf = (name: StageName): StageWork => ({
    many: async (inputs) => {
      batches.push(`${name} ${inputs.length}`);
      return inputs.map((input) => {
        const { documentId, seen } = input as Event;
        return fails(name, documentId) ?? emit({ documentId, seen: [...seen, name] });
      });
    },
  });
  const stageOf = (name: StageName): StageContract => ({
    name,
    version: 1,
    input: Event,
    output: Event,
    drops: {},
    concurrency: 1,
    timeoutMs: 5000,
    maxAttempts: 3,
  });
  const runnerOf = (name: StageName): RunnerPorts => ({
    ledger,
    queue: { send: async (stage, subjects) => void sent.push([stage, subjects]) },
    next: { add: async (stage, subjects) => void sent.push([stage, subjects]) },
    log: silent,
    now: () => new Date(),
    worker: `test/${name}`,
    observe: ({ stage, disposition }) => void observed.push(`${stage} ${disposition}`),
    onFault: (fault) => void faults.push(`${name} ${fault}`),
    entrance: (stage) => entrances.find(stage),
  });
  for (const name of ["dedupe", "extract"] as const)
    entrances.open({ stage: stageOf(name), work: workOf(name), runner: runnerOf(name) }, () => true);
  const run = (stage: StageName = "clean") =>
    runBatch(stageOf(stage), ids, workOf(stage), runnerOf(stage), new AbortController().signal);
  const counts = async () => Object.entries(await ledger.countOwed()).filter(([, count]) => count > 0);
  return { ledger, paused, sent, faults, observed, batches, run, counts };
}

test("documents go through all stages of a process in one go, and are owed to the stage behind them", async () => {
  const { ledger, sent, observed, batches, run, counts } = await setup(["a", "b"]);
  await run();
  expect(batches).toEqual(["clean 2", "dedupe 2", "extract 2"]);
  expect(await counts()).toEqual([["reconcile", 2]]);
  expect(sent).toEqual([["reconcile", ["a", "b"]]]);
  expect((await ledger.owed("reconcile", ["a"]))[0]?.input).toEqual({ documentId: "a", seen: ["clean", "dedupe", "extract"] });
  expect(observed).toEqual(["clean", "dedupe", "extract"].flatMap((stage) => [`${stage} emitted`, `${stage} emitted`]));
});

test("one that fails on the way is owed where it failed, with its attempt spent; the others go on", async () => {
  const { ledger, sent, run, counts } = await setup(["a", "b"], (stage, id) =>
    stage === "dedupe" && id === "a" ? new Error("boom") : null,
  );
  await run();
  expect(await counts()).toEqual([
    ["dedupe", 1],
    ["reconcile", 1],
  ]);
  expect(await ledger.owed("dedupe", ["a"])).toMatchObject([{ attempts: 1, input: { documentId: "a", seen: ["clean"] } }]);
  expect(sent).toEqual([
    ["reconcile", ["b"]],
    ["dedupe", ["a"]],
  ]);
});

test("one that a stage refuses for good is quarantined there", async () => {
  const { observed, run, counts } = await setup(["a"], (stage) => (stage === "extract" ? new QuarantineError("no") : null));
  await run();
  expect(await counts()).toEqual([]);
  expect(observed).toEqual(["clean emitted", "dedupe emitted", "extract quarantined"]);
});

test("a stage that is stopped is not entered: its queue is the way", async () => {
  const { paused, sent, batches, run, counts } = await setup(["a", "b"]);
  paused.add("extract");
  await run();
  expect(batches).toEqual(["clean 2", "dedupe 2"]);
  expect(await counts()).toEqual([["extract", 2]]);
  expect(sent).toEqual([["extract", ["a", "b"]]]);
});

test("an unreachable server costs no attempt, and the worker of the stage that missed it is told", async () => {
  const { ledger, faults, run } = await setup(["a", "b"], (stage) => (stage === "extract" ? new UnavailableError("away") : null));
  await run();
  expect((await ledger.owed("extract", ["a", "b"])).map(({ attempts }) => attempts)).toEqual([0, 0]);
  expect(faults).toEqual(["extract elsewhere"]);
});

test("a document that is owed again while a stage has it goes no further, and its answers count for nothing", async () => {
  const bench = await setup(["a", "b"]);
  const { ledger, batches, sent, run, counts } = bench;
  const handOn = ledger.handOn.bind(ledger);
  ledger.handOn = async (stage, passing) => {
    // What a line that turned, or a reprocessing, does: another input under the same subject.
    const [work] = await ledger.owed("clean", ["a"]);
    if (work === undefined) throw new Error("nothing owed");
    const outputs = [{ subject: "a", event: { documentId: "a", seen: ["anew"] } }];
    const disposed = {
      work,
      disposition: "emitted",
      reason: null,
      outputs,
      startedAt: new Date(0),
      durationMs: 1,
      detail: null,
    } as const;
    await ledger.dispose("clean", 1, [disposed], "clean", "other");
    return handOn(stage, passing);
  };
  await run();
  expect(batches).toEqual(["clean 2", "dedupe 1", "extract 1"]);
  expect(await counts()).toEqual([
    ["clean", 1],
    ["reconcile", 1],
  ]);
  expect(sent).toEqual([["reconcile", ["b"]]]);
});

test("a worker that closes is entered no more", async () => {
  const entrances = new Entrances(async () => true);
  const stage = { name: "dedupe" } as StageContract;
  const close = entrances.open({ stage, work: { many: async () => [] }, runner: {} as RunnerPorts }, () => true);
  expect(await entrances.find("dedupe")).not.toBeNull();
  close();
  expect(await entrances.find("dedupe")).toBeNull();
  expect(await entrances.find("extract")).toBeNull();
});
