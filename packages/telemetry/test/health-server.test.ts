import { expect, test } from "vitest";
import { startHealthServer } from "../src/health-server.ts";
import { createMetrics } from "../src/metrics.ts";

async function setup(troubles: () => Promise<Record<string, string>>) {
  return startHealthServer({ port: 0, metrics: createMetrics({ processMetrics: false }), troubles });
}

test("a worker that can work is alive, ready and measured, at loopback only", async () => {
  await using server = await setup(async () => ({}));
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, troubles: {} }]);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain("# TYPE wirefold_documents_total counter");
});

test("a worker that cannot work says why, and stays alive", async () => {
  await using server = await setup(async () => ({ redis: "connection refused" }));
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, troubles: { redis: "connection refused" } }]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("a check that throws is a trouble", async () => {
  await using server = await setup(async () => {
    throw new Error("no database");
  });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ready: false, troubles: { check: "no database" } });
});

test("nothing can be changed here", async () => {
  await using server = await setup(async () => ({}));
  expect((await fetch(`${server.url}/healthz`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${server.url}/etc`)).status).toBe(404);
});
