import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stageNames } from "@wirefold/core";
import { defaultCacheDir, findRedis, type RedisProgram } from "@wirefold/engines";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BullWorkQueue, consume } from "../src/index.ts";

/** Servers of these tests' own: a Cluster of three, a master and a replica under Sentinel, and one that is spoken to by TLS as an ACL user alone. */
let folder: string;
let program: RedisProgram;
const servers: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-servers-"));
  program = await findRedis({ cacheDir: defaultCacheDir(), user: null, step: () => {} });
}, 120_000);
afterAll(async () => {
  for (const server of servers) server.kill("SIGKILL");
  await sleep(100);
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  // A node's bus listens 10,000 above its port.
  if (address === null || typeof address === "string" || address.port > 55_000) return freePort();
  return address.port;
}

function startServer(name: string, args: readonly string[]): void {
  const given = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1", "--dir", folder, ...args];
  servers.push(spawn(program.path, given, { stdio: "ignore", env: { ...process.env, ...program.env }, argv0: name }));
}

async function until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await Promise.resolve(done()).catch(() => false)); await sleep(50))
    if (Date.now() > deadline) throw new Error(`timed out waiting for: ${what}`);
}

test("on a Cluster of three nodes each stage's work is sent, taken and counted, and the stages spread over the nodes", {
  timeout: 120_000,
}, async () => {
  const ports = [await freePort(), await freePort(), await freePort()];
  for (const port of ports)
    startServer("node", ["--port", String(port), "--cluster-enabled", "yes", "--cluster-config-file", `nodes-${port}.conf`]);
  const nodes = ports.map((port) => new Redis(port, { retryStrategy: () => 50 }).on("error", () => {}));
  const [first] = nodes;
  try {
    const bounds = [0, 5461, 10_923, 16_384];
    for (const [place, node] of nodes.entries())
      await node.call("cluster", "addslotsrange", String(bounds[place]), String((bounds[place + 1] ?? 0) - 1));
    for (const port of ports) await first?.call("cluster", "meet", "127.0.0.1", String(port));
    for (const node of nodes)
      await until("the nodes know each other", async () => /cluster_state:ok/.test(String(await node.call("cluster", "info"))));

    const redisUrl = `redis://127.0.0.1:${ports[0]}?cluster=true&nodes=127.0.0.1:${ports[1]}`;
    const queue = new BullWorkQueue({ redisUrl, prefix: "wide" });
    const taken = new Map(stageNames.map((stage) => [stage, new Set<string>()]));
    for (const stage of stageNames)
      for (let n = 0; n < 5; n += 1) await queue.send(stage, [`${stage}-${n}`], { priority: n % 2 ? "live" : "backfill" });
    expect(await Promise.all(stageNames.map((stage) => queue.backlog(stage)))).toEqual([5, 5, 5, 5, 5]);
    const workers = stageNames.map((stage) =>
      consume(stage, {
        redisUrl,
        prefix: "wide",
        concurrency: 2,
        handle: async (subjects) => {
          for (const subject of subjects) taken.get(stage)?.add(subject);
        },
        onError: () => {},
      }),
    );
    await until("all is taken", () => [...taken.values()].every(({ size }) => size === 5));
    await queue.pause("clean");
    expect(await queue.isPaused("clean")).toBe(true);
    expect((await queue.memory()).usedBytes).toBeGreaterThan(100_000);
    const holding = await Promise.all(nodes.map(async (node) => (await node.keys("{wide-*")).length));
    expect(holding.filter((keys) => keys > 0).length).toBeGreaterThan(1);
    await Promise.all(workers.map((worker) => worker.close()));
    await queue.close();
  } finally {
    for (const node of nodes) node.disconnect();
  }
});

test("behind Sentinel, queue and worker go on with the replica once the master is dead", { timeout: 120_000 }, async () => {
  const [master, replica, sentinel] = [await freePort(), await freePort(), await freePort()];
  startServer("master", ["--port", String(master)]);
  const dying = servers.at(-1);
  startServer("replica", ["--port", String(replica), "--replicaof", "127.0.0.1", String(master)]);
  const conf = join(folder, "sentinel.conf");
  writeFileSync(
    conf,
    `port ${sentinel}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor main 127.0.0.1 ${master} 1\nsentinel down-after-milliseconds main 1000\nsentinel failover-timeout main 5000\n`,
  );
  servers.push(
    spawn(program.path, [conf, "--sentinel"], { stdio: "ignore", env: { ...process.env, ...program.env }, argv0: "sentinel" }),
  );
  const watcher = new Redis(sentinel, { retryStrategy: () => 50 }).on("error", () => {});
  const copy = new Redis(replica, { retryStrategy: () => 50 }).on("error", () => {});
  try {
    await until("Sentinel knows the replica", async () => /slaves=1/.test(String(await watcher.info("sentinel"))));
    await until("the replica follows", async () => /master_link_status:up/.test(await copy.info("replication")));
    const redisUrl = `redis://127.0.0.1:${sentinel}?sentinel=main`;
    const queue = new BullWorkQueue({ redisUrl, prefix: "watched" });
    const taken = new Set<string>();
    const worker = consume("clean", {
      redisUrl,
      prefix: "watched",
      concurrency: 1,
      handle: async (subjects) => {
        for (const subject of subjects) taken.add(subject);
      },
      onError: () => {},
    });
    await queue.send("clean", ["before"], { priority: "live" });
    await until("the first is taken", () => taken.has("before"));
    dying?.kill("SIGKILL");
    await until("the replica is master", async () => /role:master/.test(await copy.info("replication")));
    await until("the queue takes work again", async () => {
      await queue.send("clean", ["after"], { priority: "live" });
      return true;
    });
    await until("the second is taken", () => taken.has("after"));
    await worker.close();
    await queue.close();
  } finally {
    watcher.disconnect();
    copy.disconnect();
  }
});

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

test.skipIf(!hasOpenssl)(
  "over TLS, as an ACL user who may touch the installation's keys alone",
  { timeout: 120_000 },
  async () => {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject],
      { stdio: "ignore" },
    );
    const port = await freePort();
    const acl = join(folder, "users.acl");
    writeFileSync(acl, "user default off\nuser pipeline on >secret ~{private-* ~private:* &* +@all -@dangerous +info +client\n");
    const tls = ["--tls-port", String(port), "--tls-cert-file", cert, "--tls-key-file", key, "--tls-auth-clients", "no"];
    startServer("tls", ["--port", "0", ...tls, "--aclfile", acl]);
    // A certificate authority of one's own is named to a process when it starts, so a process of its own asks.
    const script = `
    import { BullWorkQueue, consume } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
    const [redisUrl] = process.argv.slice(1);
    const queue = new BullWorkQueue({ redisUrl, prefix: "private" });
    await queue.send("clean", ["d1"], { priority: "live" });
    await new Promise((taken) => consume("clean", { redisUrl, prefix: "private", concurrency: 1, onError: () => {}, handle: async (subjects) => taken(console.log(subjects.join())) }));
    const other = new BullWorkQueue({ redisUrl, prefix: "foreign" });
    await other.send("clean", ["d2"], { priority: "live" }).catch((error) => console.log(error.message.slice(0, 6)));
    process.exit(0);`;
    let asked = { status: 1 as number | null, stdout: "", stderr: "" };
    await until("the server answers", () => {
      asked = spawnSync(process.execPath, ["--input-type=module", "-e", script, `rediss://pipeline:secret@localhost:${port}`], {
        encoding: "utf8",
        timeout: 20_000,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
      });
      return asked.status === 0;
    });
    expect(asked.stdout.trim().split("\n")).toEqual(["d1", "NOPERM"]);
  },
);
