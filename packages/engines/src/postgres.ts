import { execFile, spawn } from "node:child_process";
import { chownSync, existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Engine, type EngineContext, startError, stopProcess } from "./engine.ts";
import { EngineError, oneLine } from "./engine-error.ts";
import { handOver, makePrivateFolder } from "./folder.ts";
import { findPostgres, type PostgresBinaries } from "./postgres-binaries.ts";
import { commandLineOf, nameProcess } from "./process-identity.ts";

const run = promisify(execFile);
const MIB = 2 ** 20;

/** The private server's one account and one database. */
export const POSTGRES_NAME = "wirefold";

/** An empty cluster takes 40 MB, its first write-ahead log 16 MB more; below this a run would fail half-way. */
const FREE_BYTES_MIN = 150 * MIB;

/** The private PostgreSQL of one data folder. */
export function postgresEngine(context: EngineContext, cacheDir: string): Engine {
  const { folder, user } = context;
  const dir = join(folder.files, "postgres");
  const pidFile = join(dir, "postmaster.pid");
  // Fast shutdown (clients are cut, all is written), then immediate (recovered from the log at the next start).
  const stopSignals = [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ] as const;
  return {
    name: "postgres",
    stopSignals,

    async prepare(step) {
      const binaries = findPostgres(join(folder.files, "postgres-lib"), cacheDir, user);
      if (!existsSync(join(dir, "wirefold.conf"))) {
        step("laying out the database (once)");
        await initialise(context, dir, binaries);
      }
      handOver(dir, user);
      refuseOtherMajor(dir, binaries);
      writeFileSync(join(dir, "wirefold.conf"), postgresConf({ machine: totalmem(), free: freeBytes(dir) }));
      return {
        command: binaries.postgres,
        args: (port) => ["-D", dir, "-c", `config_file=${join(dir, "wirefold.conf")}`, "-p", String(port)],
        env: serverEnv(binaries),
        cwd: dir,
      };
    },

    // The last line of postmaster.pid says when connections are taken, and at which port: the server's own word.
    async answers(port) {
      const lines = readLines(pidFile);
      return lines[3] === String(port) && lines[7]?.trim() === "ready" && nameProcess(Number(lines[0])) !== null;
    },

    async clearLeftovers() {
      const pid = Number.parseInt(readLines(pidFile)[0] ?? "", 10);
      // Killed between making the file and writing to it.
      if (Number.isNaN(pid)) rmSync(pidFile, { force: true });
      const name = nameProcess(pid);
      // A server on our folder that nobody wrote down (its keeper died between starting it and saying so).
      if (name !== null && commandLineOf(pid).includes(dir)) await stopProcess(name, stopSignals);
      // Its pid now belongs to somebody else: PostgreSQL would take that process for a server and refuse to start.
      else if (name !== null) rmSync(pidFile, { force: true });
    },

    // A server killed outright leaves children (one may be replaying the log) that need a while to notice.
    repair: (log) =>
      /pre-existing shared memory block|is another postmaster|lock file "postmaster.pid" is empty/i.test(log) ? "wait" : null,
  };
}

async function initialise({ folder, user }: EngineContext, dir: string, binaries: PostgresBinaries): Promise<void> {
  const free = freeBytes(folder.files);
  if (free < FREE_BYTES_MIN) {
    throw new EngineError(
      "WIREFOLD_ENGINE_NO_SPACE",
      `PostgreSQL needs ${FREE_BYTES_MIN / MIB} MB to begin and ${folder.files} has ${Math.floor(free / MIB)} MB left; free some, or set WIREFOLD_HOME to a folder on another disk`,
    );
  }
  rmSync(dir, { recursive: true, force: true }); // A first start that was cut short; wirefold.conf, written last, says it was whole.
  makePrivateFolder(dir, user);
  // Its own file, not an argument: arguments are everybody's to read.
  const passwordFile = join(folder.files, "initdb-password");
  writeFileSync(passwordFile, folder.password, { mode: 0o600 });
  if (user !== null) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      binaries.initdb,
      [
        ["-D", dir, "-U", POSTGRES_NAME, `--pwfile=${passwordFile}`],
        ["--auth=scram-sha-256", "--encoding=UTF8"],
        // Sorts by code point on every machine, whatever its C library: the same order everywhere, for ever.
        ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        // Nothing worth keeping exists yet; the first checkpoint syncs it.
        ["--no-sync", "--no-instructions"],
      ].flat(),
      { env: serverEnv(binaries), cwd: dir, timeout: 120_000, ...user },
    );
    await createDatabase(dir, binaries, user);
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    const said = `${stdout}\n${stderr}\n${message}`;
    const known = startError("postgres", folder, said);
    throw known.code === "WIREFOLD_ENGINE_NO_SPACE"
      ? known
      : new EngineError(
          "WIREFOLD_ENGINE_START",
          `PostgreSQL's files cannot be laid out in ${dir}: ${oneLine(stderr || message).slice(-600)}`,
          {
            cause: error,
          },
        );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** By the single-user server, so that no port is open before the settings are in place. */
function createDatabase(dir: string, binaries: PostgresBinaries, user: EngineContext["user"]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(binaries.postgres, ["--single", "-D", dir, "-F", "postgres"], {
      env: serverEnv(binaries),
      cwd: dir,
      stdio: ["pipe", "ignore", "pipe"],
      ...user,
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", fail);
    child.on("exit", (code) =>
      code === 0 && !/^.*ERROR:/m.test(stderr) ? done() : fail(Object.assign(new Error("single-user server failed"), { stderr })),
    );
    child.stdin.end(`CREATE DATABASE ${POSTGRES_NAME};\n`);
  });
}

function refuseOtherMajor(dir: string, { major }: PostgresBinaries): void {
  const found = readLines(join(dir, "PG_VERSION"))[0];
  if (found === undefined || found === major) return;
  throw new EngineError(
    "WIREFOLD_ENGINE_TOO_OLD",
    `${dir} was written by PostgreSQL ${found} and this is ${major}: export the stories with the Wirefold that wrote them, or set WIREFOLD_HOME to a new folder`,
  );
}

/** Bytes that may still be written where `path` lies. */
function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/**
 * Settings, each with its reason.
 * @param bytes the machine's memory, and what the disk has left
 */
export function postgresConf(bytes: { readonly machine: number; readonly free: number }): string {
  return `# Written by Wirefold at every start; changes here are lost.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
# One sixteenth of the machine, 64 MB to 2 GB: the rest serves Node, Redis and the file cache PostgreSQL reads through. What finding
# candidates reads among a million documents takes over 1 GB, each page of it again and again.
shared_buffers = ${Math.max(64, Math.min(2048, Math.floor(bytes.machine / 16 / MIB)))}MB
# A server that starts again reads what its buffers held, in the order of the files. One by one, as documents ask for them, the same pages
# cost several times the CPU, for tens of thousands of documents.
shared_preload_libraries = 'pg_prewarm'
maintenance_work_mem = 64MB
work_mem = 8MB
# A commit answers before its log reaches the disk, and the log is written every 20 ms. A crash of the server
# can so lose about the last 60 ms of commits, but always the LAST ones, never one from the middle, and never half of one: the store stays
# consistent, it just knows a little less, and what those documents still owe is done again. fsync stays on.
synchronous_commit = off
wal_writer_delay = 20ms
fsync = on
full_page_writes = on
# No replicas, so the log carries only what a restart needs.
wal_level = minimal
max_wal_senders = 0
# After a checkpoint the first change of a page logs the page whole, and ids are random: in a large store nearly every
# page that a document touches is another. Checkpoints further apart log it once for more documents. The log may take one sixteenth of
# what the disk has left, 1 to 2 GB: a killed server reads all of it before it answers again, 1.4 GB in a minute on a machine busy six times over.
max_wal_size = ${Math.max(1024, Math.min(2048, Math.floor(bytes.free / 16 / MIB)))}MB
checkpoint_timeout = 30min
# Our queries are short: planning them for compilation or for an old disk costs more than it brings.
jit = off
random_page_cost = 1.1
# Fewer processes for one machine's load.
io_method = sync
# Postings and timelines are mostly inserted: keep their visibility maps fresh for index-only scans.
autovacuum_naptime = 20s
log_min_messages = warning
log_line_prefix = '%m [%p] '
`;
}

const serverEnv = (binaries: PostgresBinaries): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  LC_ALL: "C",
  TZ: "UTC",
  ...binaries.env,
});

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
