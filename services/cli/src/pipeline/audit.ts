import { hostname, userInfo } from "node:os";
import { AuditLog, type Pool } from "@wirefold/store";

/** Writes what was done at the terminal into the activity log, under the account that did it. */
export async function recordActivity(
  database: Pool,
  action: string,
  target: string | null,
  detail: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  await new AuditLog(database).record({
    actor: accountName(),
    role: null,
    via: "cli",
    action,
    target,
    cameFrom: hostname(),
    outcome: "done",
    detail,
  });
}

/** An account without an entry in the password file (a container's) has a number alone. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
