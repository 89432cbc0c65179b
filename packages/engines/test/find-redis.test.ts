import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findRedis } from "../src/find-redis.ts";
import { dataFolder, getKey, setKey, user } from "./bundle.ts";

const root = process.getuid?.() === 0;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-redis-"));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const find = (searchPath: string, cacheDir = join(folder, "cache")) => {
  const steps: string[] = [];
  return findRedis({ cacheDir, user: null, step: (what) => steps.push(what), searchPath }).then((found) => ({ ...found, steps }));
};

/** A folder of links to every program on the PATH but Redis and Valkey. */
function pathWithoutRedis(): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const from of ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]) {
    if (!existsSync(from)) continue;
    for (const name of execFileSync("ls", [from], { encoding: "utf8" }).split("\n")) {
      if (name !== "" && !/redis|valkey/.test(name) && !existsSync(join(bin, name))) {
        try {
          symlinkSync(join(from, name), join(bin, name));
        } catch {
          // A dangling link of the same name is there already.
        }
      }
    }
  }
  symlinkSync(process.execPath, join(bin, "node-here"));
  return bin;
}

function program(name: string, says: string): string {
  const bin = join(folder, `bin-${name}`);
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\necho "${says}"\n`, { mode: 0o755 });
  return bin;
}

describe("on the PATH", () => {
  test("redis-server is taken, else valkey-server", async () => {
    const valkey = program("valkey-server", "Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64");
    const redis = program("redis-server", "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64");
    expect(await find(`${valkey}:${redis}`)).toMatchObject({ path: join(redis, "redis-server"), version: "7.0.15", steps: [] });
    expect(await find(valkey)).toMatchObject({ path: join(valkey, "valkey-server"), version: "8.1.1" });
  });

  test("one that is too old, or does not run, is passed over", async () => {
    const old = program("redis-server", "Redis server v=5.0.14 sha=00000000:0");
    const good = program("valkey-server", "Valkey server v=7.2.5");
    expect((await find(`${old}:${good}`)).path).toBe(join(good, "valkey-server"));
  });
});

test("without Redis and without apt the error names three ways to get one", async () => {
  const error = await find(join(folder, "nothing")).catch((e: Error) => e);
  expect(error).toMatchObject({ code: "WIREFOLD_ENGINE_NO_REDIS" });
  expect(String(error)).toMatch(
    /install it .*apt-get install redis-server.*REDIS_URL=redis:\/\/.*on the PATH.*no apt-get and dpkg/,
  );
});

/** Fetches real packages, so it needs Debian or Ubuntu with a mirror in reach. */
const mirror = existsSync("/usr/bin/apt-get") && reachable();
describe.skipIf(!mirror)("by apt-get (needs a package mirror)", () => {
  test("Redis is unpacked into the cache, runs from there, and is not fetched again", async () => {
    const path = pathWithoutRedis();
    const first = await find(path);
    expect(first.path).toBe(join(folder, "cache", "redis", "usr", "bin", "redis-server"));
    expect(first.steps).toHaveLength(1);
    const second = await find(path);
    expect(second.steps).toEqual([]);
  });

  test.skipIf(!root)("as root: the engines run from the cached copy", async () => {
    await using data = dataFolder();
    const only = user([data.dataDir, join(folder, "cache")], { PATH: pathWithoutRedis() });
    const { redisUrl = "" } = await only.next();
    await setKey(redisUrl, "a", "1");
    expect(await getKey(redisUrl, "a")).toBe("1");
    expect(execFileSync("readlink", [`/proc/${data.pid("redis")}/exe`], { encoding: "utf8" })).toContain(join(folder, "cache"));
    await only.leave();
  });

  test.skipIf(!root)("as root: an ordinary user, on a machine whose package lists are missing", async () => {
    await using data = dataFolder();
    mkdirSync(data.dataDir);
    const uid = execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }).trim();
    execFileSync("chown", [uid, data.dataDir]);
    // Lists that hold nothing, as in a container image; named by apt's own settings file.
    const lists = join(folder, "lists");
    mkdirSync(join(lists, "partial"), { recursive: true });
    execFileSync("chown", ["-R", uid, lists]);
    writeFileSync(join(folder, "apt.conf"), `Dir::State::Lists "${lists}";\n`);
    const only = user([data.dataDir, join(data.dataDir, "cache")], {
      PATH: pathWithoutRedis(),
      APT_CONFIG: join(folder, "apt.conf"),
      WIREFOLD_TEST_UID: uid,
      HOME: data.dataDir,
    });
    const answer = await only.next();
    expect(answer).toHaveProperty("redisUrl");
    await setKey(answer.redisUrl ?? "", "a", "1");
    await only.leave();
  });
});

function reachable(): boolean {
  const probe = mkdtempSync(join(tmpdir(), "wirefold-apt-"));
  try {
    chmodSync(probe, 0o777);
    execFileSync("apt-get", ["-q", "download", "liblzf1"], { cwd: probe, stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    // No lists yet, or no mirror: ask whether lists can be had at all.
    try {
      mkdirSync(join(probe, "l", "partial"), { recursive: true });
      execFileSync("apt-get", ["-q", "-o", `Dir::State::Lists=${join(probe, "l")}`, "update"], {
        stdio: "ignore",
        timeout: 120_000,
      });
      return execFileSync("ls", [join(probe, "l")], { encoding: "utf8" }).includes("_Packages");
    } catch {
      return false;
    }
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
