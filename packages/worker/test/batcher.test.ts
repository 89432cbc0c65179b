import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Batcher } from "../src/index.ts";

function setup(backlog: number) {
  const sent: { stage: string; subjects: readonly string[]; priority: string }[] = [];
  const queue = {
    send: async (stage: string, subjects: readonly string[], { priority }: { priority: string }) => {
      sent.push({ stage, subjects, priority });
    },
    backlog: async () => backlog,
  };
  const errors: Error[] = [];
  return { sent, errors, batcher: new Batcher(queue, (error) => errors.push(error), { ageMsMax: 30 }) };
}

const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => `d${from + n}`);

test("a live document goes at once while the next stage is idle", async () => {
  const { sent, batcher } = setup(0);
  await batcher.add("clean", ["d1"], "live");
  expect(sent).toEqual([{ stage: "clean", subjects: ["d1"], priority: "live" }]);
});

test("documents that come one by one to a busy stage leave together", async () => {
  const { sent, batcher } = setup(50);
  for (const id of ids(0, 10)) await batcher.add("clean", [id], "live");
  expect(sent).toEqual([]);
  await sleep(80);
  expect(sent.map((job) => job.subjects)).toEqual([ids(0, 10)]);
});

test("no job carries more than a hundred, and none waits once a hundred are there", async () => {
  const { sent, batcher } = setup(50);
  await batcher.add("clean", ids(0, 250), "backfill");
  expect(sent.map((job) => job.subjects.length)).toEqual([100, 100]);
  await batcher.close();
  expect(sent.flatMap((job) => job.subjects)).toEqual(ids(0, 250));
});

test("live and backfill, and two stages, are never mixed in one job", async () => {
  const { sent, batcher } = setup(50);
  await batcher.add("clean", ["a"], "live");
  await batcher.add("clean", ["b"], "backfill");
  await batcher.add("dedupe", ["c"], "live");
  await batcher.close();
  expect(sent).toHaveLength(3);
});
