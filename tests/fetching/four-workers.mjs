// Four `wirefold worker fetch` processes and ten sites, one of which never answers, against ten sites that all answer: what the
// server's log says of spacing, of visits at one time, and of how long the nine others took in each.
//   node tests/fetching/four-workers.mjs [pages a site]      needs a build and the private engines
import { execFile, fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEngines } from "@wirefold/engines";

const pages = Number(process.argv[2] ?? 25);
const delayMs = 1000;
const folder = mkdtempSync(join(tmpdir(), "wirefold-four-"));
const dataDir = join(folder, "data");
const bin = "services/cli/bin/wirefold.mjs";
const env = {
  ...process.env,
  WIREFOLD_BUILD: "never",
  WIREFOLD_ALLOW_PRIVATE: "true",
  WIREFOLD_SITE_DELAY_MS: String(delayMs),
  WIREFOLD_LOG_LEVEL: "error",
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let failed = false;
/** @param {boolean} holds @param {string} message */
const expect = (holds, message) => {
  if (!holds) failed = true;
  process.stdout.write(`${holds ? "ok  " : "FAIL"} ${message}\n`);
};

const engines = await startEngines({ dataDir });
const server = fork("tests/fetching/bad-server.mjs", { stdio: ["ignore", "pipe", "inherit", "ipc"], execArgv: [] });
const workers = Array.from({ length: 4 }, () =>
  spawn("node", [bin, "worker", "fetch", "--data-dir", dataDir], { env, stdio: ["ignore", "ignore", "inherit"] }),
);
try {
  const { port } = JSON.parse(await new Promise((resolve) => server.stdout?.once("data", (data) => resolve(String(data)))));
  const logOf = async () =>
    /** @type {{ log: [number, string, string][], most: Record<string, number> }} */ (
      await (await fetch(`http://127.0.0.1:${port}/log`)).json()
    );
  /** Ten sites; the first is `silent` or answers. Resolves once the nine others are read. */
  const round = async (from, first) => {
    const sites = Array.from({ length: 10 }, (_, n) => `127.0.1.${from + n}`);
    const urls = sites.flatMap((site, n) =>
      Array.from({ length: pages }, (_, page) => `http://${site}:${port}/${n === 0 ? first : "page"}/${page}`),
    );
    const list = join(folder, `${first}.txt`);
    writeFileSync(list, urls.join("\n"));
    await promisify(execFile)("node", [bin, "ingest", list, "--data-dir", dataDir], { env });
    const until = Date.now() + (pages * delayMs * 3 + 60_000);
    for (;;) {
      const { log, most } = await logOf();
      const times = new Map(
        sites
          .slice(1)
          .map((site) => [site, log.filter(([, at, path]) => at === site && path !== "/robots.txt").map(([at]) => at)]),
      );
      const read = [...times.values()].reduce((sum, list) => sum + list.length, 0);
      if (read >= 9 * pages || Date.now() > until) {
        const all = [...times.values()];
        const gaps = all.flatMap((list) => list.slice(1).map((at, index) => at - (list[index] ?? 0))).sort((a, b) => a - b);
        return {
          read,
          most: Math.max(...sites.map((site) => most[site] ?? 0)),
          closest: gaps[0] ?? 0,
          median: gaps[Math.floor(gaps.length / 2)] ?? 0,
          seconds: (Math.max(...all.flat()) - Math.min(...all.flat())) / 1000,
          slowest: Math.max(...all.map((list) => ((list.at(-1) ?? 0) - (list[0] ?? 0)) / 1000)),
          fastest: Math.min(...all.map((list) => ((list.at(-1) ?? 0) - (list[0] ?? 0)) / 1000)),
          robots: Math.max(...sites.map((site) => log.filter(([, at, path]) => at === site && path === "/robots.txt").length)),
          silent: log.filter(([, at, path]) => at === sites[0] && path !== "/robots.txt").length,
        };
      }
      await sleep(500);
    }
  };
  const say = (name, result) =>
    process.stdout.write(
      `${name}: ${result.read} pages of nine sites in ${result.seconds.toFixed(1)} s (a site ${result.fastest.toFixed(1)} to ${result.slowest.toFixed(1)} s, ${(((pages - 1) * delayMs) / 1000).toFixed(1)} at best); gaps ${result.closest.toFixed(0)} ms closest, ${result.median.toFixed(0)} ms median; ${result.most} at one time; robots.txt ${result.robots} a site\n`,
    );
  const alone = await round(20, "page");
  say("all ten answer", alone);
  const withSilent = await round(120, "silent");
  say("one is silent ", withSilent);
  for (const [name, result] of Object.entries({ "all ten answer": alone, "one is silent": withSilent })) {
    expect(result.read === 9 * pages, `${name}: every page of the nine is read, and once`);
    // The server is one process on a busy machine: it may see one request late and the next in time.
    expect(result.closest > delayMs * 0.5 && result.median >= delayMs * 0.98, `${name}: visits to a site keep their distance`);
    expect(result.most === 1 && result.robots === 1, `${name}: one visit at one time, robots.txt once`);
  }
  expect(withSilent.seconds < alone.seconds * 1.15 + 2, "the nine are as fast with the silent one as without");
  expect(withSilent.silent <= 3, `the silent one was asked ${withSilent.silent} times`);
} finally {
  const ended = workers.map((worker) => worker.exitCode ?? new Promise((resolve) => worker.once("exit", resolve)));
  for (const worker of workers) worker.kill("SIGTERM");
  await Promise.all(ended);
  server.disconnect();
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
