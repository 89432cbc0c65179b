import type { WorkQueue } from "@wirefold/core";
import { expect, test } from "vitest";

export interface WorkQueueUnderTest extends AsyncDisposable {
  readonly queue: WorkQueue;
}

/** What every `WorkQueue` promises to senders. How jobs are taken is each adapter's own. */
export function workQueueSuite(open: () => Promise<WorkQueueUnderTest>): void {
  test("jobs wait, delayed ones too, each stage by itself; none is sent for nobody", async () => {
    await using place = await open();
    const { queue } = place;
    await queue.send("clean", ["a", "b"], { priority: "live" });
    await queue.send("clean", ["c"], { priority: "backfill" });
    await queue.send("clean", ["d"], { priority: "live", delayMs: 60_000 });
    await queue.send("clean", [], { priority: "live" });
    expect(await queue.backlog("clean")).toBe(3);
    expect(await queue.backlog("dedupe")).toBe(0);
  });

  test("nothing that a job still carries counts as lost", async () => {
    await using place = await open();
    const { queue } = place;
    const before = Date.now();
    await queue.send("clean", ["a"], { priority: "live" });
    const first = await queue.lostBefore("clean");
    expect(first.getTime()).toBeLessThanOrEqual(before + 1000);
    await queue.send("clean", ["b"], { priority: "live" });
    expect((await queue.lostBefore("clean")).getTime()).toBeLessThanOrEqual(before + 1000);
  });

  test("memory is told in bytes, no limit as 0", async () => {
    await using place = await open();
    const { usedBytes, limitBytes } = await place.queue.memory();
    expect(usedBytes).toBeGreaterThanOrEqual(0);
    expect(limitBytes).toBeGreaterThanOrEqual(0);
  });
}
