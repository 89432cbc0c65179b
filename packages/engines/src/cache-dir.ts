import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where fetched programs are kept between runs: `WIREFOLD_CACHE`, else the user's cache folder. For root that is a system folder, since
 * the engines run as another account, which cannot enter root's home.
 */
export function defaultCacheDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.WIREFOLD_CACHE) return env.WIREFOLD_CACHE;
  if (process.getuid?.() === 0) return "/var/cache/wirefold";
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "wirefold");
}

/** Where root's engines keep their files when the data folder cannot be entered by the account they run as. */
export const OUTSIDE_DEFAULT = "/var/lib/wirefold";
