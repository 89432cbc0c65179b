import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The account the engines run as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so under root both engines run as `nobody` (or whatever account a system calls that).
 * For an ordinary user there is nothing to change: null.
 */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  try {
    for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
      const [name, , uid, gid] = line.split(":");
      if (name === "nobody") return { uid: Number(uid), gid: Number(gid) };
    }
  } catch {
    // No passwd file: fall through to the number nearly every system gives nobody.
  }
  return { uid: 65534, gid: 65534 };
}

/**
 * Whether `user` may enter `path` and every folder above it. False under a home of mode 0700, which is how root's home
 * and many others are made.
 */
export function canReach(path: string, user: ServerUser): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    let mode: number;
    try {
      const stat = statSync(at);
      mode = stat.uid === user.uid ? stat.mode >> 6 : stat.gid === user.gid ? stat.mode >> 3 : stat.mode;
      if (stat.isDirectory() ? (mode & 1) === 0 : (mode & 4) === 0) return false;
    } catch {
      return false;
    }
    if (at === dirname(at)) return true;
  }
}
