import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { HttpReader } from "@wirefold/fetch";
import { testEngines } from "@wirefold/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: ChildProcess;
let port: number;

beforeAll(async () => {
  server = fork(join(import.meta.dirname, "bad-server.mjs"), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const first = await new Promise<string>((resolve) => server.stdout?.once("data", (data) => resolve(String(data))));
  port = (JSON.parse(first) as { port: number }).port;
});

afterAll(() => {
  server.disconnect();
});

const log = async () =>
  (await (await fetch(`http://127.0.0.1:${port}/log`)).json()) as {
    log: [number, string, string][];
    most: Record<string, number>;
  };

const plays: readonly [string, string][] = [
  ["silent", "WIREFOLD_TRANSIENT"],
  ["slow-loris", "WIREFOLD_TRANSIENT"],
  ["slow-headers", "WIREFOLD_TRANSIENT"],
  ["endless", "WIREFOLD_BODY_TOO_LARGE"],
  ["loop", "WIREFOLD_HTTP_REFUSED"],
  ["chain", "WIREFOLD_HTTP_REFUSED"],
  ["short", "WIREFOLD_TRANSIENT"],
  ["short-closed", "read"],
  ["bad-chunks", "WIREFOLD_HTTP_REFUSED or WIREFOLD_TRANSIENT"],
  ["no-http", "WIREFOLD_HTTP_REFUSED"],
  ["big-headers", "WIREFOLD_HTTP_REFUSED"],
  ["reset", "WIREFOLD_TRANSIENT"],
  ["bomb", "WIREFOLD_BODY_TOO_LARGE"],
  ["film", "WIREFOLD_HTTP_REFUSED"],
  ["busy", "WIREFOLD_THROTTLED"],
  ["broken", "WIREFOLD_TRANSIENT"],
  ["gone", "WIREFOLD_HTTP_REFUSED"],
  ["two-locations", "WIREFOLD_HTTP_REFUSED"],
  ["feed-of-a-million", "WIREFOLD_BODY_TOO_LARGE"],
  ["xml-bomb", "read"],
  ["wrong-dates", "read"],
];

test("every way a server can be bad ends, within its bounds, with a word for it", { timeout: 120_000 }, async () => {
  const reader = new HttpReader({
    userAgent: "quaybot/1.0 (+https://quay.example)",
    allowPrivate: true,
    hostDelayMs: 0,
    silenceMs: 1500,
    requestTimeoutMs: 4000,
  });
  const before = process.memoryUsage.rss();
  const startedAt = performance.now();
  const results = await Promise.all(
    plays.map(async ([play], index) => {
      const url = `http://127.0.1.${index + 1}:${port}/${play}`;
      const result = await reader.read(url, {}, 2_000_000, AbortSignal.timeout(60_000)).then(
        () => "read",
        (error) => (error as { code: string }).code,
      );
      return [play, result];
    }),
  );
  for (const [index, [play, result]] of results.entries()) expect(plays[index]?.[1], play).toContain(result);
  expect(performance.now() - startedAt).toBeLessThan(60_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(250 * 1024 * 1024);
  // A robots.txt of 100 MB is cut, one of 12,000 rules is matched at once.
  await reader.read(`http://127.0.1.200:${port}/open`, {}, 1_000_000, AbortSignal.timeout(30_000));
  await expect(
    reader.read(`http://127.0.1.200:${port}/secret/x`, {}, 1_000_000, AbortSignal.timeout(30_000)),
  ).rejects.toMatchObject({
    code: "WIREFOLD_ROBOTS_DISALLOWED",
  });
  await reader.read(`http://127.0.1.201:${port}/open`, {}, 1_000_000, AbortSignal.timeout(30_000));
  const cpu = process.cpuUsage();
  for (let n = 0; n < 20; n += 1)
    await reader.read(`http://127.0.1.201:${port}/a/b/c-${n}?p=1`, {}, 1_000_000, AbortSignal.timeout(30_000));
  expect(process.cpuUsage(cpu).user / 20_000).toBeLessThan(100);
  await reader.close();
});

test("four processes share the turns of ten sites; the silent one holds up none of the others", {
  timeout: 120_000,
}, async () => {
  await using engines = await testEngines();
  const delayMs = 300;
  const sites = Array.from({ length: 10 }, (_, n) => `127.0.1.${n + 100}`);
  const urls = sites.flatMap((site, n) =>
    Array.from({ length: 8 }, (_, page) => `http://${site}:${port}/${n === 9 ? "silent" : "page"}/${page}`),
  );
  await fetch(`http://127.0.0.1:${port}/clear`);
  const workers = Array.from({ length: 4 }, () =>
    fork(join(import.meta.dirname, "reader-process.mjs"), [engines.redisUrl, engines.prefix, String(delayMs)], { execArgv: [] }),
  );
  const results = (
    await Promise.all(
      workers.map(
        (worker, n) =>
          new Promise<[string, string][]>((resolve, reject) => {
            worker.once("message", (message) => resolve(message as [string, string][]));
            worker.once("error", reject);
            worker.once("exit", (code) => code !== 0 && reject(new Error(`a reader ended with ${code}`)));
            worker.send(urls.filter((_, index) => index % 4 === n));
          }),
      ),
    )
  ).flat();
  const { log: requests, most } = await log();
  const good = sites.slice(0, 9);
  for (const site of good) {
    const times = requests.filter(([, from, path]) => from === site && path !== "/robots.txt").map(([at]) => at);
    expect(times, site).toHaveLength(8);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    // The server sees a request a little later than it was made; a few milliseconds may be lost on the way.
    expect(Math.min(...gaps), site).toBeGreaterThan(delayMs * 0.8);
    expect(most[site], site).toBe(1);
    expect(
      requests.filter(([, from, path]) => from === site && path === "/robots.txt"),
      site,
    ).toHaveLength(1);
  }
  expect(results.filter(([url, result]) => !url.includes("silent") && result !== "read")).toEqual([]);
  // Three silences in a row put it aside; it was never asked twice at once.
  const silent = requests.filter(([, from, path]) => from === sites[9] && path !== "/robots.txt");
  expect(silent.length).toBeLessThanOrEqual(3);
  expect(most[sites[9] ?? ""]).toBe(1);
  expect(results.filter(([url, result]) => url.includes("silent") && result === "held: silent").length).toBeGreaterThanOrEqual(5);
});
