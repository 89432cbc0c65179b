import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineError } from "./engine-error.ts";
import { makeFolder } from "./make-folder.ts";
import { isRunning, nameProcess } from "./process-identity.ts";

/**
 * A lock between processes that survives crashes and needs nothing but a folder.
 *
 * To enter, a process writes a file with its own name and a random end, then reads the folder. It is inside when no
 * other file there names a running process; otherwise it withdraws and tries again a little later. Of two that write at once
 * each sees the other, so never both are inside. Files of dead processes count for nothing, and removing one is safe
 * since no two files share a name. (A lock file that is taken over by rename or unlink has a moment in which two
 * processes both believe they took it.)
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>, options: ExclusiveOptions = {}): Promise<T> {
  const leave = await enter(folder, options);
  try {
    return await work();
  } finally {
    leave();
  }
}

export interface ExclusiveOptions {
  /** @default 60_000 */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

async function enter(folder: string, { timeoutMs = 60_000, signal }: ExclusiveOptions): Promise<() => void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    makeFolder(folder);
    const mine = entryName();
    const path = join(folder, mine);
    writeFileSync(path, "", { flag: "wx" });
    const others = runningEntries(folder).filter((entry) => entry !== mine);
    if (others.length === 0) return () => rmSync(path, { force: true });
    rmSync(path, { force: true });
    if (Date.now() > giveUpAt) {
      throw new EngineError(
        "WIREFOLD_ENGINE_START",
        `another process (pid ${Number.parseInt(others[0] ?? "", 10)}) has held ${folder} for ${Math.round(timeoutMs / 1000)} s; wait for it or end it`,
      );
    }
    // A random pause that grows: contenders that met once are unlikely to meet again.
    await sleep(Math.random() * Math.min(100, 5 * attempt) + 2);
  }
}

/** A file name that names this process, for one entry. */
export function entryName(suffix = ""): string {
  return `${nameProcess(process.pid)}.${randomBytes(6).toString("hex")}${suffix}`;
}

/** The entries of a folder whose process runs; the others are removed. A missing folder has none. */
export function runningEntries(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return entries.filter((entry) => {
    const owner = entry.split(".").slice(0, 2).join(".");
    if (isRunning(owner)) return true;
    rmSync(join(folder, entry), { force: true });
    return false;
  });
}
