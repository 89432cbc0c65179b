// `wirefold up` with three feeds, a news sitemap and a changing page, against newsrooms in a process of their own: documents
// appear within a poll, versions are linked, a source that stops raises its alarm, nothing is fetched twice.
//   node tests/fetching/up-scenario.mjs [--minutes 10] [--every 5s]      needs a build and the private engines
import { execFile, fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { startEngines } from "@wirefold/engines";
import pg from "pg";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, every: { type: "string", default: "5s" } },
});
const seconds = Number(values.minutes) * 60;
const everyS = Number.parseFloat(values.every);
const stepS = Math.max(4, Math.round(seconds / 30));
const changeS = Math.max(15, Math.round(seconds / 7));
const stopS = Math.round(seconds * 0.4);
/** What a document may need beyond a poll: its site's turn, five stages, and a busy machine. */
const slackS = 30;

const folder = mkdtempSync(join(tmpdir(), "wirefold-up-"));
const dataDir = join(folder, "data");
const env = {
  ...process.env,
  WIREFOLD_BUILD: "never",
  WIREFOLD_ALLOW_PRIVATE: "true",
  WIREFOLD_SITE_DELAY_MS: "200",
  WIREFOLD_WARC_FOLDER: join(folder, "warc"),
};
const bin = "services/cli/bin/wirefold.mjs";
const wirefold = async (...args) =>
  (await promisify(execFile)("node", [bin, ...args, "--data-dir", dataDir], { env, maxBuffer: 64 * 1024 * 1024 })).stdout;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let failed = false;
const expect = (holds, message) => {
  if (!holds) failed = true;
  process.stdout.write(`${holds ? "ok  " : "FAIL"} ${message}\n`);
};

const engines = await startEngines({ dataDir });
const up = spawn("node", [bin, "up", "--port", "0", "--data-dir", dataDir], { env, stdio: ["ignore", "pipe", "inherit"] });
let server;
try {
  let shown = "";
  await new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    up.once("exit", (code) => reject(new Error(`up ended with ${code}`)));
    up.stdout.on("data", (chunk) => {
      shown += chunk;
      if (/Console\s+http\S+/.test(shown) && /Health/.test(shown)) resolve();
    });
  });
  const [, board = "", token = ""] = /Console\s+(http:\/\/[^\s/]+)\/\?token=(\S+)/.exec(shown) ?? [];
  server = fork("tests/fetching/newsroom-server.mjs", [stepS, changeS, stopS].map(String), { execArgv: [] });
  const { port } = await new Promise((resolve) => server.once("message", resolve));
  const startedAt = Date.now();
  const urls = [
    `http://127.0.3.1:${port}/feed.rss`,
    `http://127.0.3.2:${port}/feed.atom`,
    `http://127.0.3.3:${port}/feed.json`,
    `http://127.0.3.4:${port}/sitemap.xml`,
  ];
  await wirefold("source", "add", ...urls, "--every", values.every);
  await wirefold("source", "add", `http://127.0.3.5:${port}/live`, "--page", "--every", values.every);
  const addedAt = Date.now();
  process.stdout.write(
    `sources added; ${seconds} s to go, an article a room every ${stepS} s, a change every ${changeS} s, one feed stops after ${stopS} s\n`,
  );

  const database = new pg.Client({ connectionString: engines.databaseUrl });
  await database.connect();
  /** @type {{ at: number, urls: string[] } | null} */
  let alarmAt = null;
  while (Date.now() < startedAt + seconds * 1000) {
    await sleep(2000);
    const { rows } = await database.query("select url from source where silent_since is not null");
    if (rows.length > 0) alarmAt ??= { at: Date.now(), urls: rows.map((row) => row.url) };
  }
  const { log, published, changes } =
    /** @type {{ log: [number, string, string, number][], published: { at: number, url: string }[], changes: number }} */ (
      await (await fetch(`http://127.0.0.1:${port}/log`)).json()
    );

  // Documents appear within a poll.
  const { rows: documents } = await database.query("select locator, created_at from document");
  const storedAt = new Map(documents.map((row) => [row.locator, row.created_at.getTime()]));
  const due = published.filter(({ at }) => at < startedAt + (seconds - everyS - slackS) * 1000);
  const missing = due.filter(({ url }) => !storedAt.has(url));
  expect(missing.length === 0, `every article of four rooms is a document (${due.length} due, ${missing.length} missing)`);
  const waits = due
    .filter(({ at, url }) => at > addedAt && storedAt.has(url))
    .map(({ at, url }) => (storedAt.get(url) - at) / 1000)
    .sort((a, b) => a - b);
  const [median, worst] = [waits[Math.floor(waits.length / 2)] ?? 0, waits.at(-1) ?? 0];
  expect(
    worst <= everyS + slackS,
    `they appear within a poll of ${values.every}: median ${median.toFixed(1)} s, worst ${worst.toFixed(1)} s after publication`,
  );

  // Nothing is fetched twice.
  const articles = new Map();
  for (const [, site, path, status] of log) {
    const bare = path.split("?")[0];
    if (status === 200 && bare.startsWith("/a/")) articles.set(site + bare, (articles.get(site + bare) ?? 0) + 1);
  }
  const twice = [...articles.values()].filter((count) => count > 1).length;
  expect(
    articles.size > 0 && twice === 0,
    `no article is sent twice (${articles.size} articles, ${twice} sent again), though two feeds list the first one's`,
  );
  const shorts = log.filter(([, , path]) => path.startsWith("/s/"));
  expect(new Set(shorts.map(([, , path]) => path)).size === shorts.length, `each short address is asked once (${shorts.length})`);

  // Versions are linked, and what changed is shown.
  const trace = JSON.parse(await wirefold("trace", `http://127.0.3.5:${port}/live`, "--json"));
  expect(
    trace.versions.length >= changes - 1,
    `versions of the changing page are linked (${trace.versions.length} of ${changes})`,
  );
  const parts = trace.revisions.flatMap(({ passages }) => passages.flat()).filter(({ is }) => is !== "same");
  expect(
    trace.revisions.length >= trace.versions.length - 2 && parts.some(({ text }) => /\d{4}/.test(text)),
    `trace shows what was changed (${trace.revisions.length} changes)`,
  );
  const page =
    trace.story === null
      ? ""
      : await (
          await fetch(`${board}/stories/${encodeURIComponent(trace.story)}`, { headers: { authorization: `Bearer ${token}` } })
        ).text();
  expect(/Changed after publication/.test(page), "the story page shows it");

  // A source that stops raises its alarm.
  expect(
    alarmAt?.urls.every((url) => url.endsWith("/feed.json")),
    `the feed that stopped is silent ${alarmAt === null ? "never" : `${Math.round((alarmAt.at - startedAt) / 1000 - stopS)} s after it stopped`}, and no other`,
  );
  expect(/SILENT since .*Tarnby Daily/.test(await wirefold("status")), "status names it");
  // The console reads its metrics again every few seconds.
  await sleep(5000);
  expect(/wirefold_sources\{state="silent"\} 1/.test(await (await fetch(`${board}/metrics`)).text()), "the metric counts it");
  const polled = log.filter(([, , path]) => /^\/(feed|news)/.test(path));
  process.stdout.write(
    `${log.length} requests, ${polled.length} polls of lists, ${polled.filter(([, , , status]) => status === 304).length} answered with 304\n`,
  );
  await database.end();
} finally {
  server?.disconnect();
  if (up.exitCode === null) {
    const ended = new Promise((resolve) => up.once("exit", resolve));
    up.kill("SIGTERM");
    await ended;
  }
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
