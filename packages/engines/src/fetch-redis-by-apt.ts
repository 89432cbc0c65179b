import { execFile } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { oneLine } from "./engine-error.ts";
import { makeFolder } from "./make-folder.ts";

const run = promisify(execFile);

/**
 * `redis-server` is a link to a program in `redis-tools`; the two libraries are the ones a minimal Debian lacks. Other
 * releases split Redis differently, so apt is also asked what installing it would bring (`wantedPackages`).
 */
const PACKAGES = ["redis-server", "redis-tools", "libjemalloc2", "liblzf1"] as const;

/** Where the cached copy lies, and what it needs to run; whether it is there or not. */
export function cachedRedis(cacheDir: string): { path: string; env: Readonly<Record<string, string>> } {
  const root = join(cacheDir, "redis");
  return { path: join(root, "usr", "bin", "redis-server"), env: { LD_LIBRARY_PATH: libraryFolders(root).join(":") } };
}

/**
 * Brings Debian's or Ubuntu's own Redis into `cacheDir/redis`: `apt-get download`, then `dpkg -x`. Nothing is installed and no
 * privilege is needed. Where the package lists are missing or out of date, they are fetched into the cache as well.
 * Two processes may do this at once: each works in a folder of its own, and the first to finish is kept.
 *
 * @throws Error saying why it cannot be done here
 */
export async function fetchRedisByApt(cacheDir: string, searchPath: string = process.env.PATH ?? ""): Promise<void> {
  const tools = { apt: findTool("apt-get", searchPath), dpkg: findTool("dpkg", searchPath) };
  if (tools.apt === null || tools.dpkg === null) throw new Error("this system has no apt-get and dpkg");
  try {
    makeFolder(cacheDir, 0o755);
  } catch (error) {
    throw new Error(
      `the cache folder ${cacheDir} cannot be made (${oneLine((error as Error).message)}); set WIREFOLD_CACHE to one that can`,
      { cause: error },
    );
  }
  const work = mkdtempSync(join(cacheDir, "redis-fetch-"));
  try {
    chmodSync(work, 0o755);
    const unpacked = join(work, "root");
    const packages = join(work, "packages");
    makeFolder(packages);
    await download(tools.apt, packages, join(cacheDir, "apt"));
    for (const file of readdirSync(packages)) {
      if (file.endsWith(".deb")) await run(tools.dpkg, ["-x", join(packages, file), unpacked], { env: toolEnv(searchPath) });
    }
    if (!existsSync(join(unpacked, "usr", "bin", "redis-server"))) throw new Error("the package holds no redis-server");
    chmodSync(unpacked, 0o755);
    const final = join(cacheDir, "redis");
    // A copy that is there but does not run (a half-deleted cache, another release of the system) makes way.
    if (existsSync(final)) renameSync(final, join(work, "old"));
    renameSync(unpacked, final);
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(apt: string, into: string, listsDir: string): Promise<void> {
  try {
    await downloadWith(apt, into, []);
  } catch {
    // No lists on this machine, or so old that the mirror no longer holds what they name: bring fresh ones, for us alone.
    makeFolder(join(listsDir, "lists", "partial"));
    makeFolder(join(listsDir, "cache", "archives", "partial"));
    const ownLists = [
      "-o",
      `Dir::State::Lists=${join(listsDir, "lists")}`,
      "-o",
      `Dir::Cache=${join(listsDir, "cache")}`,
      "-o",
      // The sandbox account cannot write into our folder, and the name of ours is not known to every system.
      `APT::Sandbox::User=${process.getuid?.() === 0 ? "root" : ""}`,
    ];
    await run(apt, [...ownLists, "-q", "update"], { env: toolEnv(), timeout: 300_000 });
    await downloadWith(apt, into, ownLists);
    // Ten megabytes of lists have served their purpose.
    rmSync(listsDir, { recursive: true, force: true });
  }
}

async function downloadWith(apt: string, into: string, options: readonly string[]): Promise<void> {
  for (const name of await wantedPackages(apt, options)) {
    const optional = name.startsWith("lib");
    await run(apt, [...options, "-q", "download", name], { cwd: into, env: toolEnv(), timeout: 300_000 }).catch(
      (error: Error) => {
        // A library that goes by another name in this release is in the simulated list as well; a missing server is fatal.
        if (!optional) throw error;
      },
    );
  }
}

/** The packages Redis needs beyond what every system has: our own list, and what apt would install with it. */
async function wantedPackages(apt: string, options: readonly string[]): Promise<Set<string>> {
  const wanted = new Set<string>(PACKAGES);
  const { stdout } = await run(apt, [...options, "-s", "-q", "--no-install-recommends", "install", "redis-server"], {
    env: toolEnv(),
    timeout: 60_000,
  }).catch(() => ({ stdout: "" }));
  // "Inst liblzf1 (3.6-3 Debian:12.11/oldstable [amd64])"
  for (const [, name] of stdout.matchAll(/^Inst ([a-z0-9][a-z0-9.+-]*)/gm))
    if (name !== undefined && /^(lib|lua|redis)/.test(name)) wanted.add(name);
  return wanted;
}

function libraryFolders(root: string): string[] {
  const base = join(root, "usr", "lib");
  if (!existsSync(base)) return [];
  const triplets = readdirSync(base, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name.includes("-linux-"),
  );
  return [...triplets.map((entry) => join(base, entry.name)), base];
}

function findTool(name: string, searchPath: string): string | null {
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

const toolEnv = (searchPath: string = process.env.PATH ?? ""): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: searchPath,
  LC_ALL: "C",
  DEBIAN_FRONTEND: "noninteractive",
});

function explain(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  // apt says the cause in lines that begin with "E:".
  const errors = stderr?.split("\n").filter((line) => line.startsWith("E:")) ?? [];
  return oneLine(errors.length > 0 ? errors.slice(-2).join(" ") : stderr?.trim() || message).slice(0, 400);
}
