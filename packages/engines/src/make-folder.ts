import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing; a folder that is there is left as it is. Where no folder can be made at all
 * (below `/proc`), Node's own `recursive` tries for ever: it takes the refusal for a missing parent.
 *
 * @param mode Of the folder itself, whatever the process's umask.
 * @throws the file system's own error
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    mkdirSync(path);
    if (mode !== undefined) chmodSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(path).isDirectory()) return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
}
