import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newToken } from "@wirefold/store";

/**
 * The token of a data folder's console: made the first time, then kept in `console-token`, which only the account that made it may read.
 * Deleting the file makes a new one at the next start, and logs everybody out who came by the old.
 */
export function consoleToken(dataDir: string): string {
  const path = join(dataDir, "console-token");
  if (existsSync(path)) {
    const kept = readFileSync(path, "utf8").trim();
    if (kept.length >= 20) {
      chmodSync(path, 0o600);
      return kept;
    }
  }
  const token = newToken();
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  // The mode above counts for a new file only.
  chmodSync(path, 0o600);
  return token;
}
