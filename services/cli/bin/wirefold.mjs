#!/usr/bin/env node
/**
 * The launcher. Installed from npm it only imports the built command. In a checkout it first makes sure that what it
 * imports was built from the sources as they stand: a stat of every source file (a few milliseconds), and `tsc -b` when
 * one is newer than its build. Plain JavaScript without dependencies, because it runs before anything is built.
 *
 * WIREFOLD_BUILD=never runs whatever was built last; WIREFOLD_BUILD=always asks the compiler even when nothing looks newer.
 */
import { spawn } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Exit code of a build that failed; docs/cli.md lists all codes. */
const EXIT_BUILD_FAILED = 5;

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(here));
const main = join(here, "dist", "main.js");
/** Its time is when the last good build began, so a file saved during that build still counts as newer. */
const stamp = join(here, "dist", ".built");
/** Left by a build that failed: the compiler writes its record then too, so times alone would call the build good. */
const failed = join(here, "dist", ".build-failed");

if (isCheckout() && needsBuild()) await buildOnce();
await import(pathToFileURL(main).href);

/** A checkout has the sources and their project files; a package from npm has neither project file. */
function isCheckout() {
  return existsSync(join(here, "tsconfig.json")) && existsSync(join(root, "tsconfig.base.json"));
}

function needsBuild() {
  const wish = process.env.WIREFOLD_BUILD;
  if (wish === "never") return false;
  if (wish === "always" || !existsSync(main) || existsSync(failed)) return true;
  // A read-only checkout (an image, another user's folder) cannot be rebuilt: run what is there.
  if (!canWrite(join(here, "dist")) || !existsSync(compiler())) return false;
  const built = mtimeOf(stamp);
  for (const group of ["packages", "services"]) {
    for (const name of listFolder(join(root, group))) {
      const folder = join(root, group, name);
      if (!existsSync(join(folder, "tsconfig.json"))) continue;
      // Built by another hand (npm run build) there is no stamp, but the compiler leaves its own record.
      const since = Math.max(built, mtimeOf(join(folder, "dist", ".tsbuildinfo")));
      if (hasFileNewerThan(join(folder, "src"), since)) return true;
      if (mtimeOf(join(folder, "tsconfig.json")) > since) return true;
    }
  }
  return false;
}

function hasFileNewerThan(folder, time) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() ? hasFileNewerThan(path, time) : mtimeOf(path) > time) return true;
  }
  return false;
}

/** Builds behind a lock, so two first uses do not write the same files: the second waits and finds it done. */
async function buildOnce() {
  const lock = join(root, "node_modules", ".wirefold-build.lock");
  let announced = false;
  while (!takeLock(lock)) {
    if (!announced && process.stderr.isTTY) process.stderr.write("wirefold: waiting for another build to finish\n");
    announced = true;
    await delay(100);
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  if (needsBuild()) {
    const problem = await build();
    if (problem !== null) {
      process.stderr.write(`${problem.output}\nwirefold: the build failed: ${problem.reason} [WIREFOLD_BUILD_FAILED]\n`);
      process.exit(EXIT_BUILD_FAILED);
    }
  }
  process.off("exit", release);
  process.removeAllListeners("SIGINT");
  process.removeAllListeners("SIGTERM");
  release();
}

/** The lock names its owner; the lock of a process that is gone is taken over. */
function takeLock(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  const mine = `${lock}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock); // Atomic, and the lock is never seen without its owner's name in it.
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const owner = Number(readOrNull(lock));
    if (owner > 0 && !isRunning(owner)) {
      try {
        renameSync(lock, `${lock}.stale.${process.pid}`);
        rmSync(`${lock}.stale.${process.pid}`, { force: true });
      } catch {
        // Another waiter took it over first.
      }
    }
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Runs the compiler; null, or what went wrong. */
async function build() {
  if (!existsSync(compiler()))
    return { output: "", reason: "the compiler is not installed; run 'npm install' in the checkout first" };
  const began = new Date();
  const note = process.stderr.isTTY;
  if (note) process.stderr.write("wirefold: building (first use, or a source file changed)…");
  const child = spawn(process.execPath, [compiler(), "-b", here, "--pretty", String(Boolean(note))], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("error", () => resolve(1)).once("close", resolve));
  if (note) process.stderr.write("\r\x1b[K");
  if (code === 0 && existsSync(main)) {
    writeFileSync(stamp, "");
    utimesSync(stamp, began, began);
    rmSync(failed, { force: true });
    return null;
  }
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, "");
  return {
    output: Buffer.concat(output).toString().trimEnd(),
    reason: "mend the errors above, or run the last good build with WIREFOLD_BUILD=never",
  };
}

function compiler() {
  return join(root, "node_modules", "typescript", "bin", "tsc");
}

function mtimeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function listFolder(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function canWrite(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readOrNull(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
