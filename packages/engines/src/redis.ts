import { chownSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { type Engine, type EngineContext, stopProcess, waitUntil } from "./engine.ts";
import { findRedis } from "./find-redis.ts";
import { makePrivateFolder } from "./folder.ts";
import { nameProcess, workingFolderOf } from "./process-identity.ts";
import { askRedis, redisAnswers } from "./redis-probe.ts";

const MIB = 2 ** 20;

/** The private Redis (or Valkey) of one data folder. */
export function redisEngine(context: EngineContext, cacheDir: string): Engine {
  const { folder, user } = context;
  const dir = join(folder.files, "redis");
  const pidFile = join(dir, "redis.pid");
  const stopSignals = [
    ["SIGTERM", 10_000],
    ["SIGKILL", 2_000],
  ] as const;
  return {
    name: "redis",
    stopSignals,

    async prepare(step) {
      const program = await findRedis({ cacheDir, user, step });
      makePrivateFolder(dir, user);
      const confPath = join(dir, "redis.conf");
      writeFileSync(confPath, redisConf({ dir, pidFile, password: folder.password }), { mode: 0o600 });
      if (user !== null) chownSync(confPath, user.uid, user.gid);
      return {
        command: program.path,
        args: (port) => [confPath, "--port", String(port)],
        env: { PATH: process.env.PATH ?? "", LC_ALL: "C", ...program.env },
        cwd: dir,
      };
    },

    answers: (port) => redisAnswers(port, folder.password),

    async clearLeftovers(port) {
      // Two servers on one append-only file would destroy it, and Redis keeps no lock of its own.
      // First by the password: only our own Redis takes it.
      if (port !== undefined) {
        const gone = async () => (await askRedis(port, folder.password, [["PING"]])) === null;
        if (!(await gone())) {
          await askRedis(port, folder.password, [["SHUTDOWN", "NOSAVE"]], 3000);
          await waitUntil(gone, 5000);
        }
      }
      // Then by the pid file, which Redis writes itself, trusted only when that process works in our folder.
      const pid = readPid(pidFile);
      const name = pid === null ? null : nameProcess(pid);
      if (pid !== null && name !== null && workingFolderOf(pid) === realpathSync(dir)) await stopProcess(name, stopSignals);
    },

    repair(log) {
      // A file cut in its middle (disk full, then a crash). Redis is a transport: whatever it held is owed in
      // the store and comes back, so starting empty loses nothing; the broken file is kept for a later look.
      if (!/bad file format|append only file|fatal error loading|wrong signature|unexpected end of file/i.test(log)) return null;
      renameSync(join(dir, "appendonlydir"), join(dir, `appendonlydir.broken-${Date.now()}`));
      return "mended";
    },
  };
}

/** Settings, each with its reason. */
export function redisConf({ dir, pidFile, password }: { dir: string; pidFile: string; password: string }): string {
  return `# Written by Wirefold at every start; changes here are lost.
bind 127.0.0.1
protected-mode yes
requirepass ${password}
dir ${quote(dir)}
pidfile ${quote(pidFile)}
daemonize no
supervised no
databases 1
# Queues survive a restart. A second of them may be lost with the power; the store knows what is owed.
appendonly yes
appendfsync everysec
no-appendfsync-on-rewrite yes
auto-aof-rewrite-min-size 64mb
aof-load-truncated yes
save ""
# Queue keys must never be evicted. At the limit writes fail, which upstream stages take as a sign to wait.
maxmemory ${redisMemoryBytes()}
maxmemory-policy noeviction
# Never wait for replicas: there are none.
shutdown-timeout 0
# The default of 511 only warns where the kernel allows 128.
tcp-backlog 128
loglevel notice
`;
}

/** A quarter of the machine's memory, between 256 MiB and 2 GiB: jobs are ids, a million waiting ones take about 400 MB. */
export function redisMemoryBytes(machineBytes: number = totalmem()): number {
  return Math.max(256 * MIB, Math.min(2048 * MIB, Math.floor(machineBytes / 4)));
}

const quote = (value: string): string => `"${value.replace(/[\\"]/g, "\\$&")}"`;

function readPid(path: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
    return Number.isInteger(pid) ? pid : null;
  } catch {
    return null;
  }
}
