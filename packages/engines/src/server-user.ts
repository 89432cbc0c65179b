import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The account the engines run as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The first of these that a system has: an account of the engines' own, or the one that everything without its own shares. */
const ACCOUNTS = ["wirefold", "nobody"];

/**
 * PostgreSQL refuses to run as root, so under root both engines run as another account: `wirefold` where an administrator made it
 * (`useradd --system wirefold`), else `nobody`. It has to have a name, since `initdb` asks for it.
 * For an ordinary user there is nothing to change: null.
 */
export function serverUser(passwd = "/etc/passwd"): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  let lines: string[][] = [];
  try {
    lines = readFileSync(passwd, "utf8")
      .split("\n")
      .map((line) => line.split(":"));
  } catch {
    // No passwd file: fall through to the number nearly every system gives nobody.
  }
  const [account] = ACCOUNTS.flatMap((name) => lines.filter(([first]) => first === name));
  return { uid: Number(account?.[2] ?? 65534), gid: Number(account?.[3] ?? 65534) };
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
