// `wirefold run` over sites that answer, one that asks to wait a day, and one that never answers: it ends within its bound, with
// exit code 4, names whom it waits for, and has read everything else.
//   node tests/fetching/run-bound.mjs [seconds to wait]      needs a build and the private engines
import { fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const waitS = Number(process.argv[2] ?? 20);
/** What starting engines, reading the others, three silences of 20 s each and the report may take beyond that. */
const boundS = waitS + 150;
const folder = mkdtempSync(join(tmpdir(), "wirefold-bound-"));
const server = fork("tests/fetching/bad-server.mjs", { stdio: ["ignore", "pipe", "inherit", "ipc"], execArgv: [] });
let failed = false;
/** @param {boolean} holds @param {string} message */
const expect = (holds, message) => {
  if (!holds) failed = true;
  process.stdout.write(`${holds ? "ok  " : "FAIL"} ${message}\n`);
};
try {
  const first = await new Promise((resolve) => server.stdout?.once("data", (data) => resolve(String(data))));
  const { port } = JSON.parse(first);
  const urls = Array.from({ length: 30 }, (_, n) => `http://127.0.1.${(n % 10) + 10}:${port}/page/${n}`);
  const list = join(folder, "urls.txt");
  writeFileSync(list, [`http://127.0.1.1:${port}/busy`, `http://127.0.1.2:${port}/silent`, ...urls].join("\n"));
  const startedAt = performance.now();
  const args = ["run", list, "--wait", String(waitS), "--no-report", "--data-dir", join(folder, "data")];
  const child = spawn("node", ["services/cli/bin/wirefold.mjs", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, WIREFOLD_BUILD: "never", WIREFOLD_ALLOW_PRIVATE: "true", WIREFOLD_SITE_DELAY_MS: "100" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const seconds = (performance.now() - startedAt) / 1000;
  const { log } = /** @type {{ log: [number, string, string][] }} */ (await (await fetch(`http://127.0.0.1:${port}/log`)).json());
  const read = new Set(log.filter(([, , path]) => path.startsWith("/page/")).map(([, site, path]) => site + path)).size;
  expect(seconds < boundS, `it ends after ${seconds.toFixed(0)} s (bound ${boundS}, waits ${waitS})`);
  expect(code === 4, `with exit code 4 (${code})`);
  expect(said.includes("127.0.1.1:") && said.includes("127.0.1.2:"), "and names both sites it waits for");
  expect(read === urls.length, `all pages of the ten others are read (${read} of ${urls.length})`);
  if (failed) process.stdout.write(said.slice(-3000));
} finally {
  server.disconnect();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
