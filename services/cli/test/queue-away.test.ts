import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BullWorkQueue } from "@wirefold/queue";
import { MemoryBlobs } from "@wirefold/store";
import { MemoryLedger } from "@wirefold/testing";
import { expect, it } from "vitest";
import { submitSources } from "../src/pipeline/submit-sources.ts";
import { scratch } from "./run-wirefold.ts";

it("records what it is given where Redis is gone, says so, waits once, and ends", async () => {
  using folder = scratch();
  for (let n = 0; n < 60; n += 1) writeFileSync(join(folder.path, `ferry-${n}.txt`), `Ferry ${n} was late on Monday.`);
  // A port nobody listens at: connections are refused for ever.
  const queue = new BullWorkQueue({ redisUrl: "redis://127.0.0.1:1", prefix: "away" });
  const ledger = new MemoryLedger();
  const startedAt = performance.now();
  const submission = await submitSources(ledger, queue, {
    runId: "run-1",
    sources: [folder.path],
    priority: "live",
    batchSize: 1,
    blobs: new MemoryBlobs(),
    queueMsMax: 2000,
  });
  expect(submission).toMatchObject({
    found: 60,
    owing: 60,
    unsent: 60,
    whyUnsent: expect.stringContaining("no answer from Redis"),
  });
  expect((await ledger.countOwed()).fetch).toBe(60);
  await queue.close();
  // Had it waited for each, it would have taken two minutes.
  expect(performance.now() - startedAt).toBeLessThan(90_000);
});
