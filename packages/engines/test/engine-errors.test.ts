import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { postgresEngine } from "../src/postgres.ts";
import { startEngines } from "../src/start-engines.ts";
import { dataFolder, user } from "./bundle.ts";

const root = process.getuid?.() === 0;

test("a URL that leads nowhere is named, without its password, with what to do", async () => {
  const redis = await startEngines({
    redisUrl: "redis://:hush@127.0.0.1:1",
    databaseUrl: "postgres://a:hush@127.0.0.1:1/b",
  }).catch((e: Error) => e);
  expect(redis).toMatchObject({ code: expect.stringMatching("WIREFOLD_ENGINE_UNREACHABLE") });
  expect(String(redis)).toMatch(/127\.0\.0\.1:1.*ECONNREFUSED.*unset (REDIS|DATABASE)_URL/);
  expect(String(redis)).not.toContain("hush");
  expect(String(redis)).not.toContain("\n");
});

test("what is no URL of the right kind is refused before anything is tried", async () => {
  await expect(startEngines({ redisUrl: "localhost", databaseUrl: "" })).rejects.toMatchObject({
    code: "WIREFOLD_ENGINE_BAD_URL",
  });
  await expect(startEngines({ redisUrl: "http://127.0.0.1:6379" })).rejects.toThrow(
    /REDIS_URL is not a URL Wirefold understands.*redis:\/\/user/,
  );
  await expect(startEngines({ databaseUrl: "mysql://h/d" })).rejects.toThrow(/DATABASE_URL is not a URL/);
});

test("a server that is no Redis is not taken for one", async () => {
  const server = createServer((socket) => socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    const { port } = server.address() as { port: number };
    await expect(startEngines({ redisUrl: `redis://127.0.0.1:${port}` })).rejects.toMatchObject({
      code: "WIREFOLD_ENGINE_UNREACHABLE",
    });
  } finally {
    server.close();
  }
});

test("a database that does not exist is told apart from a server that does not answer", async () => {
  await using folder = dataFolder();
  await using engines = await startEngines({ dataDir: folder.dataDir });
  const url = new URL(engines.databaseUrl);
  url.pathname = "/nowhere";
  await expect(startEngines({ redisUrl: engines.redisUrl, databaseUrl: url.toString() })).rejects.toMatchObject({
    code: "WIREFOLD_ENGINE_NO_DATABASE",
  });
});

test("a Redis that may evict queue keys is warned of", async () => {
  await using folder = dataFolder();
  await using engines = await startEngines({ dataDir: folder.dataDir });
  const warnings: string[] = [];
  const log = { info() {}, warn: (fields: object) => void warnings.push((fields as { warning: string }).warning) };
  await startEngines({ ...engines, log });
  expect(warnings).toEqual([]);
  const { Redis } = await import("ioredis");
  const redis = new Redis(engines.redisUrl);
  await redis.config("SET", "maxmemory-policy", "allkeys-lru");
  redis.disconnect();
  await startEngines({ ...engines, log });
  expect(warnings).toEqual([
    expect.stringMatching(/may evict queue keys \(maxmemory-policy allkeys-lru\); set it to noeviction/),
  ]);
});

test("a data folder that is a file is refused in one line", async () => {
  await using folder = dataFolder();
  writeFileSync(folder.dataDir, "not a folder");
  await expect(startEngines({ dataDir: folder.dataDir })).rejects.toMatchObject({ code: "WIREFOLD_ENGINE_FOLDER" });
});

test.skipIf(process.platform !== "linux")(
  "a data folder where none can be made is refused in one line, and at once",
  async () => {
    await expect(startEngines({ dataDir: "/proc/wirefold/data" })).rejects.toMatchObject({ code: "WIREFOLD_ENGINE_FOLDER" });
  },
);

test.skipIf(!root)("as root: a data folder of another user is refused in one line", async () => {
  await using folder = dataFolder();
  mkdirSync(folder.dataDir, { mode: 0o755 });
  chmodSync(folder.dataDir, 0o755);
  const other = user([folder.dataDir], { WIREFOLD_TEST_UID: "65534" });
  expect(await other.next()).toMatchObject({
    code: "WIREFOLD_ENGINE_FOLDER",
    message: expect.stringMatching(/may belong to another user/),
  });
  await other.leave();
});

test("a database laid out by another major version is not touched", async () => {
  await using folder = dataFolder();
  await (await startEngines({ dataDir: folder.dataDir })).close();
  writeFileSync(join(folder.dataDir, "engines", "postgres", "PG_VERSION"), "12\n");
  await expect(startEngines({ dataDir: folder.dataDir })).rejects.toMatchObject({ code: "WIREFOLD_ENGINE_TOO_OLD" });
});

test("damaged database files are left as they are, and the server's own words are shown", async () => {
  await using folder = dataFolder();
  await (await startEngines({ dataDir: folder.dataDir })).close();
  writeFileSync(join(folder.dataDir, "engines", "postgres", "global", "pg_control"), "damaged");
  const error = await startEngines({ dataDir: folder.dataDir }).catch((e: Error) => e);
  expect(error).toMatchObject({ code: "WIREFOLD_ENGINE_START" });
  expect(String(error)).toMatch(/PostgreSQL cannot start; its last words: .*pg_control.*see .*postgres\.log/);
  // A failure is no end: once the cause is gone (here, the folder), the next try begins afresh.
  execFileSync("rm", ["-rf", join(folder.dataDir, "engines", "postgres")]);
  await (await startEngines({ dataDir: folder.dataDir })).close();
});

const tmpfs = root && canMount();
test.skipIf(!tmpfs)("as root: a full disk is called a full disk (needs the right to mount)", async () => {
  await using folder = dataFolder();
  mkdirSync(folder.dataDir);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=20m,mode=755", "tmpfs", folder.dataDir]);
  try {
    const error = await startEngines({ dataDir: folder.dataDir }).catch((e: Error) => e);
    expect(error).toMatchObject({ code: "WIREFOLD_ENGINE_NO_SPACE" });
    expect(String(error)).toMatch(/MB left; free some, or set WIREFOLD_HOME/);
  } finally {
    execFileSync("umount", ["-l", folder.dataDir]);
  }
});

test("a server's word of a full disk becomes the same error", async () => {
  const { startError } = await import("../src/engine.ts");
  const folder = { path: "/d", files: "/d", id: "", password: "" };
  expect(startError("postgres", folder, "FATAL: could not write to file: No space left on device").code).toBe(
    "WIREFOLD_ENGINE_NO_SPACE",
  );
  expect(startError("redis", folder, "Could not create server TCP listening socket: bind: Address already in use").code).toBe(
    "WIREFOLD_ENGINE_PORT",
  );
  expect(postgresEngine({ folder, user: null }, "/c").repair("FATAL: pre-existing shared memory block is still in use")).toBe(
    "wait",
  );
});

function canMount(): boolean {
  try {
    execFileSync("unshare", ["-m", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
