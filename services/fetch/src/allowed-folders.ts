import { realpathSync } from "node:fs";
import { delimiter, isAbsolute, relative, resolve } from "node:path";

/** `WIREFOLD_ALLOW_PATHS`: folders, separated as in PATH. */
export function allowedFoldersOf(list: string): string[] {
  return list
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => {
      const path = resolve(folder);
      try {
        return realpathSync(path);
      } catch {
        return path;
      }
    });
}

/** Whether a path lies in a folder; both real, so no link leads out. */
export function liesIn(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return from === "" || (!from.startsWith("..") && !isAbsolute(from));
}
