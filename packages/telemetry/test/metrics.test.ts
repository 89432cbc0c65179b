import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMetrics } from "../src/metrics.ts";

const value = (text: string, series: string) =>
  new RegExp(`^${series.replace(/[{}"[\]+]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1];

test("documents are counted by disposition and reason, and timed in seconds", async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.observe({ stage: "clean", disposition: "emitted", reason: null, durationMs: 4 });
  metrics.observe({ stage: "clean", disposition: "dropped", reason: "no-text", durationMs: 700 });
  const text = await metrics.render();
  expect(value(text, 'wirefold_documents_total{stage="clean",disposition="dropped",reason="no-text"}')).toBe("1");
  expect(value(text, 'wirefold_stage_duration_seconds_bucket{le="0.005",stage="clean",disposition="emitted"}')).toBe("1");
  expect(value(text, 'wirefold_stage_duration_seconds_sum{stage="clean",disposition="dropped"}')).toBe("0.7");
});

test("CPU is summed in seconds, where it is known", async () => {
  const metrics = createMetrics({ processMetrics: false });
  for (const cpuMs of [1500, null, 250])
    metrics.observe({ stage: "extract", disposition: "emitted", reason: null, durationMs: 1, cpuMs });
  expect(value(await metrics.render(), 'wirefold_stage_cpu_seconds_total{stage="extract"}')).toBe("1.75");
});

test("a stage that invents reasons does not invent series", async () => {
  const metrics = createMetrics({ processMetrics: false });
  for (let i = 0; i < 500; i++) metrics.observe({ stage: "fetch", disposition: "dropped", reason: `reason-${i}`, durationMs: 1 });
  const text = await metrics.render();
  expect(text.match(/^wirefold_documents_total\{/gm)).toHaveLength(61);
  expect(value(text, 'wirefold_documents_total{stage="fetch",disposition="dropped",reason="other"}')).toBe("440");
});

test("dispositions that are gone from the ledger are gone from the metrics", async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.setDispositions([{ stage: "clean", disposition: "quarantined", reason: "WIREFOLD_TIMEOUT", count: 3 }]);
  metrics.setDispositions([{ stage: "clean", disposition: "emitted", reason: null, count: 8 }]);
  const text = await metrics.render();
  expect(text).not.toContain("WIREFOLD_TIMEOUT");
  expect(value(text, 'wirefold_ledger_documents{stage="clean",disposition="emitted",reason=""}')).toBe("8");
});

test("a stage that does not move has infinite seconds to drain", async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.setLedger("extract", { owed: 5, secondsToDrain: Number.POSITIVE_INFINITY, documentsPerSecond: 0, conservationGap: 0 });
  expect(value(await metrics.render(), 'wirefold_drain_seconds{stage="extract"}')).toBe("+Inf");
});

test("a pause is one series that ends with the pause", async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.setPaused("clean", "disk-full");
  metrics.setPaused("clean", "downstream-backlog");
  const text = await metrics.render();
  expect(text).not.toContain("disk-full");
  expect(value(text, 'wirefold_worker_paused{stage="clean",reason="downstream-backlog"}')).toBe("1");
  metrics.setPaused("clean", null);
  expect(await metrics.render()).not.toContain("wirefold_worker_paused{");
});

test("docs/metrics.md holds every metric, with its labels, and none that does not exist", async () => {
  const page = readFileSync(new URL("../../../docs/metrics.md", import.meta.url), "utf8");
  const { names } = createMetrics({ processMetrics: false });
  const rows = [...page.matchAll(/^\| `(wirefold_\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual([...names].sort());
  // Node's own are documented as a family.
  const own = await createMetrics().render();
  for (const [, name] of own.matchAll(/^# HELP (\S+)/gm)) expect(name).toMatch(/^(wirefold|process|nodejs)_/);
});
