import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { waitUntil } from "../src/engine.ts";
import { enginesEnded, startEngines } from "../src/start-engines.ts";
import { dataFolder, getKey, runs, setKey, sql, user } from "./bundle.ts";

const root = process.getuid?.() === 0;

describe("private engines", () => {
  test("both start, serve, listen at 127.0.0.1 only, and end on close", async () => {
    await using folder = dataFolder();
    const engines = await startEngines({ dataDir: folder.dataDir });
    await setKey(engines.redisUrl, "a", "1");
    expect(await getKey(engines.redisUrl, "a")).toBe("1");
    expect(await sql(engines.databaseUrl, "select current_database() as db, current_setting('listen_addresses') as at")).toEqual([
      { db: "wirefold", at: "127.0.0.1" },
    ]);
    const state = folder.state();
    expect(new URL(engines.redisUrl).hostname).toBe("127.0.0.1");
    await engines.close();
    await engines.close();
    expect(runs(state.redis.process) || runs(state.postgres.process) || runs(state.keeper)).toBe(false);
    expect(readdirSync(join(folder.dataDir, "engines", "users"))).toEqual([]);
  });

  test("nobody gets in without the folder's password, which only its owner can read", async () => {
    await using folder = dataFolder();
    await using engines = await startEngines({ dataDir: folder.dataDir });
    const redis = new URL(engines.redisUrl);
    redis.password = "";
    await expect(startEngines({ redisUrl: redis.toString(), databaseUrl: engines.databaseUrl })).rejects.toMatchObject({
      code: "WIREFOLD_ENGINE_AUTH",
    });
    const database = new URL(engines.databaseUrl);
    database.password = "guess";
    const error = await startEngines({ redisUrl: engines.redisUrl, databaseUrl: database.toString() }).catch((e: Error) => e);
    expect(error).toMatchObject({ code: "WIREFOLD_ENGINE_AUTH" });
    expect(String(error)).not.toContain("guess");
    expect(execFileSync("stat", ["-c", "%a", join(folder.dataDir, "engines", "secret.json")], { encoding: "utf8" }).trim()).toBe(
      "600",
    );
  });

  test("what they hold is there again after the next start, at the same ports", async () => {
    await using folder = dataFolder();
    const first = await startEngines({ dataDir: folder.dataDir });
    await setKey(first.redisUrl, "kept", "yes");
    await sql(first.databaseUrl, "create table kept as select 7 as n");
    await first.close();
    await using second = await startEngines({ dataDir: folder.dataDir });
    expect(await getKey(second.redisUrl, "kept")).toBe("yes");
    expect(await sql(second.databaseUrl, "select n from kept")).toEqual([{ n: 7 }]);
    expect(second.redisUrl).toBe(first.redisUrl);
    expect(second.databaseUrl).toBe(first.databaseUrl);
  });

  test("a PostgreSQL that starts again reads back what its buffers held, before anybody asks", async () => {
    await using folder = dataFolder();
    const first = await startEngines({ dataDir: folder.dataDir });
    await sql(first.databaseUrl, "create table held as select n, repeat('x', 500) from generate_series(1, 500) n");
    await sql(first.databaseUrl, "create extension pg_buffercache");
    await first.close();
    await using second = await startEngines({ dataDir: folder.dataDir });
    const pages = async () => {
      const [row] = await sql<{ pages: number }>(
        second.databaseUrl,
        "select count(*)::int as pages from pg_buffercache where relfilenode = pg_relation_filenode('held')",
      );
      return row?.pages ?? 0;
    };
    expect(await waitUntil(async () => (await pages()) > 30, 30_000, 200)).toBe(true);
  });

  test("processes of one data folder share them, and the last one out ends them", async () => {
    await using folder = dataFolder();
    const users = [user([folder.dataDir]), user([folder.dataDir]), user([folder.dataDir])];
    const urls = await Promise.all(users.map((u) => u.next()));
    expect(new Set(urls.map((u) => u.redisUrl)).size).toBe(1);
    expect(new Set(urls.map((u) => u.databaseUrl)).size).toBe(1);
    await users[0]?.leave();
    await users[1]?.leave();
    const state = folder.state();
    await setKey(urls[2]?.redisUrl ?? "", "still", "here");
    expect(runs(state.postgres.process)).toBe(true);
    await users[2]?.leave();
    expect(runs(state.redis.process) || runs(state.postgres.process)).toBe(false);
  });

  test("two data folders at once do not meet", async () => {
    await using one = dataFolder();
    await using two = dataFolder();
    await using first = await startEngines({ dataDir: one.dataDir });
    await using second = await startEngines({ dataDir: two.dataDir });
    await setKey(first.redisUrl, "whose", "first");
    await sql(first.databaseUrl, "create table whose ()");
    expect(await getKey(second.redisUrl, "whose")).toBeNull();
    expect(await sql(second.databaseUrl, "select to_regclass('whose') as found")).toEqual([{ found: null }]);
    const swapped = new URL(first.redisUrl);
    swapped.port = new URL(second.redisUrl).port;
    await expect(startEngines({ redisUrl: swapped.toString(), databaseUrl: first.databaseUrl })).rejects.toMatchObject({
      code: "WIREFOLD_ENGINE_AUTH",
    });
  });

  test("only what is needed is started", async () => {
    await using folder = dataFolder();
    await using other = dataFolder();
    await using theirs = await startEngines({ dataDir: other.dataDir });
    await using engines = await startEngines({ dataDir: folder.dataDir, redisUrl: theirs.redisUrl });
    expect(engines.redisUrl).toBe(theirs.redisUrl);
    expect(folder.state().redis.status).toBe("idle");
    await using both = await startEngines({ dataDir: folder.dataDir });
    expect(folder.state().redis.status).toBe("ready");
    expect(both.databaseUrl).toBe(engines.databaseUrl);
  });

  test("an aborted start leaves nothing behind", async () => {
    await using folder = dataFolder();
    const abort = new AbortController();
    const starting = startEngines({ dataDir: folder.dataDir, signal: abort.signal });
    setTimeout(() => abort.abort(), 150);
    await expect(starting).rejects.toThrow();
    expect(await enginesEnded(folder.dataDir)).toBe(true);
  });
});

describe("after a crash", () => {
  test("a killed user's engines end by themselves", async () => {
    await using folder = dataFolder();
    const only = user([folder.dataDir]);
    await only.next();
    const state = folder.state();
    await only.kill();
    expect(await waitUntil(() => !runs(state.redis.process) && !runs(state.postgres.process), 20_000)).toBe(true);
  });

  test("a killed keeper's engines go on, are adopted by the next start, and end with the last user", async () => {
    await using folder = dataFolder();
    const first = await startEngines({ dataDir: folder.dataDir });
    const before = folder.state();
    process.kill(Number.parseInt(before.keeper, 10), "SIGKILL");
    await waitUntil(() => !runs(before.keeper), 5000);
    await setKey(first.redisUrl, "goes", "on");
    const second = await startEngines({ dataDir: folder.dataDir });
    const after = folder.state();
    expect(after.keeper).not.toBe(before.keeper);
    expect(after.redis.process).toBe(before.redis.process);
    expect(after.postgres.process).toBe(before.postgres.process);
    await first.close();
    await second.close();
    expect(runs(before.redis.process) || runs(before.postgres.process)).toBe(false);
  });

  test("after the keeper and an engine have died, a user has both back within seconds, at the same address", async () => {
    await using folder = dataFolder();
    await using engines = await startEngines({ dataDir: folder.dataDir });
    await setKey(engines.redisUrl, "kept", "yes");
    const before = folder.state();
    for (const process_ of [before.keeper, before.redis.process ?? ""]) process.kill(Number.parseInt(process_, 10), "SIGKILL");
    await waitUntil(() => !runs(before.keeper) && !runs(before.redis.process), 5000);
    expect(
      await waitUntil(async () => folder.state().redis.status === "ready" && runs(folder.state().redis.process), 30_000),
    ).toBe(true);
    expect(folder.state().keeper).not.toBe(before.keeper);
    expect(await getKey(engines.redisUrl, "kept")).toBe("yes");
    expect(folder.state().postgres.process).toBe(before.postgres.process);
  });

  test("with the keeper dead, the last user ends the engines itself", async () => {
    await using folder = dataFolder();
    const engines = await startEngines({ dataDir: folder.dataDir });
    const state = folder.state();
    process.kill(Number.parseInt(state.keeper, 10), "SIGKILL");
    await waitUntil(() => !runs(state.keeper), 5000);
    await engines.close();
    expect(runs(state.redis.process) || runs(state.postgres.process)).toBe(false);
  });

  test("everything killed at once comes back with its data", async () => {
    await using folder = dataFolder();
    const only = user([folder.dataDir]);
    const urls = await only.next();
    await sql(urls.databaseUrl ?? "", "create table kept as select 7 as n");
    await setKey(urls.redisUrl ?? "", "kept", "yes");
    await new Promise((done) => setTimeout(done, 200)); // Longer than a commit may take to reach the disk.
    const state = folder.state();
    const killed = [state.keeper, state.postgres.process, state.redis.process];
    for (const name of killed) process.kill(Number.parseInt(name ?? "", 10), "SIGKILL");
    await only.kill();
    // A signal takes a moment to reach who waits for a core.
    await expect.poll(() => killed.filter((name) => runs(name))).toEqual([]);
    await using again = await startEngines({ dataDir: folder.dataDir });
    expect(await sql(again.databaseUrl, "select n from kept")).toEqual([{ n: 7 }]);
    expect(await getKey(again.redisUrl, "kept")).toBe("yes");
  });

  test("a stale postmaster.pid that names somebody else's process is no obstacle", async () => {
    await using folder = dataFolder();
    await (await startEngines({ dataDir: folder.dataDir })).close();
    writeFileSync(join(folder.dataDir, "engines", "postgres", "postmaster.pid"), `${process.pid}\n/elsewhere\n`, { mode: 0o644 });
    await using again = await startEngines({ dataDir: folder.dataDir });
    expect(await sql(again.databaseUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("servers nobody wrote down are ended before new ones open their files", async () => {
    await using folder = dataFolder();
    const only = user([folder.dataDir]);
    const urls = await only.next();
    await setKey(urls.redisUrl ?? "", "kept", "yes");
    const state = folder.state();
    process.kill(Number.parseInt(state.keeper, 10), "SIGKILL");
    await only.kill();
    rmSync(join(folder.dataDir, "engines", "keeper.json"));
    await using again = await startEngines({ dataDir: folder.dataDir });
    expect(runs(state.redis.process) || runs(state.postgres.process)).toBe(false);
    expect(await getKey(again.redisUrl, "kept")).toBe("yes");
  });

  test("an engine that dies is started again at its port, and clients find it", async () => {
    await using folder = dataFolder();
    await using engines = await startEngines({ dataDir: folder.dataDir });
    await setKey(engines.redisUrl, "kept", "yes");
    const before = folder.state();
    process.kill(folder.pid("redis"), "SIGKILL");
    process.kill(folder.pid("postgres"), "SIGKILL");
    const isBack = (engine: "redis" | "postgres") =>
      folder.state()[engine].status === "ready" && folder.state()[engine].process !== before[engine].process;
    expect(await waitUntil(() => isBack("redis") && isBack("postgres"), 30_000)).toBe(true);
    expect(await getKey(engines.redisUrl, "kept")).toBe("yes");
    expect(await sql(engines.databaseUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test.skipIf(process.platform !== "linux")(
    "a server whose children outlive it a while is back at its port as well",
    async () => {
      await using folder = dataFolder();
      await using engines = await startEngines({ dataDir: folder.dataDir });
      const server = folder.pid("postgres");
      const [first] = readFileSync(`/proc/${server}/task/${server}/children`, "utf8").split(" ");
      const child = Number(first);
      // Stopped, it keeps the server's shared memory, and the next server refuses to start until it is gone.
      process.kill(child, "SIGSTOP");
      process.kill(server, "SIGKILL");
      await sleep(4000);
      process.kill(child, "SIGCONT");
      const answers = () => sql(engines.databaseUrl, "select 1 as n").catch(() => null);
      expect(await waitUntil(async () => (await answers()) !== null, 30_000)).toBe(true);
    },
  );

  test("a queue file broken in its middle is put aside, and Redis starts empty", async () => {
    await using folder = dataFolder();
    const first = await startEngines({ dataDir: folder.dataDir });
    for (let i = 0; i < 50; i++) await setKey(first.redisUrl, `k${i}`, "v".repeat(100));
    await first.close();
    const files = join(folder.dataDir, "engines", "redis", "appendonlydir");
    const log = readdirSync(files).find((name) => name.endsWith(".incr.aof")) ?? "";
    const bytes = readFileSync(join(files, log));
    bytes.fill("garbage ", 200, 2000);
    writeFileSync(join(files, log), bytes);
    await using again = await startEngines({ dataDir: folder.dataDir });
    expect(await getKey(again.redisUrl, "k49")).toBeNull();
    expect(readdirSync(join(files, "..")).some((name) => name.startsWith("appendonlydir.broken-"))).toBe(true);
  });

  test("a data folder deleted under running engines ends them", async () => {
    await using folder = dataFolder();
    const engines = await startEngines({ dataDir: folder.dataDir });
    const state = folder.state();
    rmSync(folder.dataDir, { recursive: true, force: true, maxRetries: 5 });
    expect(
      await waitUntil(() => !runs(state.redis.process) && !runs(state.postgres.process) && !runs(state.keeper), 30_000),
    ).toBe(true);
    await engines.close();
  });
});

describe("where and as whom", () => {
  test("a port somebody took meanwhile is given up for another", async () => {
    await using folder = dataFolder();
    const first = await startEngines({ dataDir: folder.dataDir });
    await first.close();
    const taken = createServer((socket) =>
      socket
        .on("error", () => {})
        .resume()
        .end("-ERR not yours\r\n"),
    );
    await new Promise<void>((done) => taken.listen(Number(new URL(first.redisUrl).port), "127.0.0.1", done));
    try {
      await using second = await startEngines({ dataDir: folder.dataDir });
      expect(new URL(second.redisUrl).port).not.toBe(new URL(first.redisUrl).port);
      expect(second.databaseUrl).toBe(first.databaseUrl);
    } finally {
      await new Promise((done) => taken.close(done));
    }
  });

  test.skipIf(!root)("as root: the servers run as another account", async () => {
    await using folder = dataFolder();
    await using _ = await startEngines({ dataDir: folder.dataDir });
    for (const engine of ["redis", "postgres"] as const) {
      expect(execFileSync("ps", ["-o", "uid=", "-p", String(folder.pid(engine))], { encoding: "utf8" }).trim()).not.toBe("0");
    }
  });

  test.skipIf(!root)("as root: under a folder only root may enter, their files lie outside and are found again", async () => {
    await using folder = dataFolder({ mode: 0o700 });
    const options = { dataDir: folder.dataDir, outside: folder.outside };
    const first = await startEngines(options);
    await sql(first.databaseUrl, "create table kept as select 7 as n");
    await first.close();
    expect(readdirSync(folder.outside)).toHaveLength(1);
    expect(existsSync(join(folder.dataDir, "engines", "postgres"))).toBe(false);
    const second = await startEngines(options);
    expect(await sql(second.databaseUrl, "select n from kept")).toEqual([{ n: 7 }]);
    await second.close();
    // A data folder that is made again at the same place starts from nothing.
    rmSync(folder.dataDir, { recursive: true });
    await using third = await startEngines(options);
    expect(await sql(third.databaseUrl, "select to_regclass('kept') as found")).toEqual([{ found: null }]);
  });

  test.skipIf(!root)("as root: with no reachable place for the files, the error says where to put them", async () => {
    await using folder = dataFolder({ mode: 0o700 });
    await expect(startEngines({ dataDir: folder.dataDir, outside: join(folder.dataDir, "outside") })).rejects.toMatchObject({
      code: "WIREFOLD_ENGINE_FOLDER",
      message: expect.stringMatching(/cannot reach .*set WIREFOLD_HOME to a folder every account can enter/),
    });
  });

  test.skipIf(!root)("as root: what a deleted temporary data folder left outside goes with the next start", async () => {
    await using one = dataFolder({ mode: 0o700 });
    await (await startEngines({ dataDir: one.dataDir, outside: one.outside })).close();
    const [left = ""] = readdirSync(one.outside);
    await using two = dataFolder({ mode: 0o700 });
    await (await startEngines({ dataDir: two.dataDir, outside: one.outside })).close();
    expect(readdirSync(one.outside)).toContain(left);
    rmSync(one.dataDir, { recursive: true });
    await (await startEngines({ dataDir: two.dataDir, outside: one.outside })).close();
    expect(readdirSync(one.outside)).not.toContain(left);
  });

  test.skipIf(!root)("as root: an ordinary user runs them as itself", async () => {
    await using folder = dataFolder();
    mkdirSync(folder.dataDir);
    const uid = execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }).trim();
    execFileSync("chown", [uid, folder.dataDir]);
    const ordinary = user([folder.dataDir, join(folder.dataDir, "cache")], { WIREFOLD_TEST_UID: uid, HOME: folder.dataDir });
    const urls = await ordinary.next();
    expect(await sql(urls.databaseUrl ?? "", "select 1 as n")).toEqual([{ n: 1 }]);
    for (const process of [folder.state().keeper, folder.state().postgres.process ?? ""]) {
      expect(execFileSync("ps", ["-o", "uid=", "-p", String(Number.parseInt(process, 10))], { encoding: "utf8" }).trim()).toBe(
        uid,
      );
    }
    await ordinary.leave();
  });
});
