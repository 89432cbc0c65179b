import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngines } from "@wirefold/engines";
import { openDatabase } from "@wirefold/store";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const infra = join(root, "infra/prometheus");
const command = join(root, "services/cli/bin/wirefold.mjs");

// Named apart: not part of every machine this is tested on.
const [PROMETHEUS, PROMTOOL] = ["prometheus", "promtool"];
const isThere = [PROMETHEUS, PROMTOOL].every((name) => spawnSync(name, ["--version"]).status === 0);
if (!isThere) console.warn("no prometheus and promtool here (Debian: apt-get install prometheus): alert rules are not tried");

test.skipIf(!isThere)("promtool takes the configuration, the rules and their examples", () => {
  for (const args of [
    ["check", "config", join(infra, "prometheus.yml")],
    ["test", "rules", join(infra, "alerts.test.yml")],
  ]) {
    const { status, stdout, stderr } = spawnSync(PROMTOOL, args, { encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test.skipIf(!isThere)(
  "a real Prometheus scrapes console and worker, and a paused stage and a silent source raise their alarms",
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "wirefold-prometheus-"));
    chmodSync(folder, 0o755);
    const started: ChildProcess[] = [];
    const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
      const child = spawn(program, args, { stdio: "ignore", env: { ...process.env, WIREFOLD_BUILD: "never", ...env } });
      started.push(child);
      return child;
    };
    const engines = await startEngines({ dataDir: join(folder, "data") });
    try {
      const database = await openDatabase({ databaseUrl: engines.databaseUrl });
      await database.query(
        "insert into source (id, url, silent_since) values ('s1', 'https://feed.example/rss', now() - interval '2 days')",
      );
      await database.end();
      const [console, health, prometheus] = [await freePort(), await freePort(), await freePort()];
      const place = ["--data-dir", join(folder, "data")];
      start(process.execPath, [command, "up", "--port", String(console), ...place]);
      start(process.execPath, [command, "worker", "clean", ...place], { WIREFOLD_HEALTH_PORT: String(health) });
      // The rules as they are, but that nobody waits a quarter of an hour, and the ports of this test.
      const config = readFileSync(join(infra, "prometheus.yml"), "utf8");
      writeFileSync(
        join(folder, "prometheus.yml"),
        config
          .replaceAll("15s", "1s")
          .replace("127.0.0.1:8088", `127.0.0.1:${console}`)
          .replace("127.0.0.1:9464", `127.0.0.1:${health}`),
      );
      writeFileSync(join(folder, "alerts.yml"), readFileSync(join(infra, "alerts.yml"), "utf8").replace(/for: \d+m/g, "for: 0s"));
      const at = `127.0.0.1:${prometheus}`;
      start(PROMETHEUS, [
        `--config.file=${join(folder, "prometheus.yml")}`,
        `--storage.tsdb.path=${join(folder, "tsdb")}`,
        `--web.listen-address=${at}`,
      ]);
      const ask = async (path: string): Promise<unknown> => (await fetch(`http://${at}/api/v1/${path}`)).json();
      const until = async (what: string, done: () => Promise<boolean>) => {
        for (const deadline = Date.now() + 120_000; !(await done().catch(() => false)); await sleep(500))
          if (Date.now() > deadline) throw new Error(`timed out waiting for: ${what}`);
      };
      const firing = async () => {
        const { data } = (await ask("alerts")) as { data: { alerts: { labels: Record<string, string>; state: string }[] } };
        return data.alerts
          .filter(({ state }) => state === "firing")
          .map(({ labels }) => [labels.alertname, labels.stage ?? labels.state ?? ""].join(" ").trim())
          .sort();
      };
      await until("both targets are up", async () => {
        const { data } = (await ask("query?query=up")) as { data: { result: { value: [number, string] }[] } };
        return data.result.length === 2 && data.result.every(({ value }) => value[1] === "1");
      });
      expect(spawnSync(process.execPath, [command, "pause", "dedupe", ...place]).status).toBe(0);
      await until("both alarms", async () => (await firing()).length >= 2);
      expect(await firing()).toEqual(["WirefoldSourceSilent silent", "WirefoldStagePaused dedupe"]);
      expect(spawnSync(process.execPath, [command, "resume", "dedupe", ...place]).status).toBe(0);
      await until("the alarm of the stage ends", async () => (await firing()).join() === "WirefoldSourceSilent silent");
    } finally {
      for (const child of started) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await Promise.race([ended, sleep(20_000).then(() => child.kill("SIGKILL"))]);
      }
      await engines.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
