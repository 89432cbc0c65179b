import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * Names one process for good: its pid, and when it started, because pids are used again (at once, in a container that
 * restarts). `4711.1f3a5c7e-1234567` never names another process, not even after a reboot.
 *
 * A name is only meaningful on the machine (and in the pid namespace) that made it.
 */
export type ProcessName = string;

const bootId = readBootId();

/** The name of a running process, or null when no process with that pid runs (a zombie does not run). */
export function nameProcess(pid: number): ProcessName | null {
  const started = startOf(pid);
  return started === null ? null : `${pid}.${started}`;
}

/** Whether exactly the process of that name still runs. */
export function isRunning(name: ProcessName): boolean {
  return nameProcess(pidOf(name)) === name;
}

export function pidOf(name: ProcessName): number {
  return Number.parseInt(name, 10);
}

/** Sends a signal to exactly that process; false when it is gone. */
export function signalProcess(name: ProcessName, signal: NodeJS.Signals): boolean {
  if (!isRunning(name)) return false;
  try {
    process.kill(pidOf(name), signal);
    return true;
  } catch {
    return false;
  }
}

/** A running process's command line, or "" where it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** The folder a running process works in; null where the system does not tell. */
export function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function startOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      // The command stands in parentheses and may itself hold some: "4711 (a) b) S 1 …". Fields count from the last one.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const state = fields[0];
      if (state === "Z" || state === "X") return null;
      return `${bootId}-${fields[19]}`; // starttime, proc(5) field 22, in clock ticks since boot
    }
    const line = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
    if (line === "" || line.startsWith("Z")) return null;
    return createHash("sha256")
      .update(line.slice(line.indexOf(" ")))
      .digest("hex")
      .slice(0, 16);
  } catch {
    return null;
  }
}

function readBootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
  } catch {
    return "boot";
  }
}
