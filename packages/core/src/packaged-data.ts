import { readFileSync } from "node:fs";

/**
 * The bytes of a file of tables or weights that a package ships. Such a file is as fixed as code: packages of pure functions read theirs
 * through this function and no other file. As bytes it costs only the process that asks, where a literal in the code is read, scanned and
 * kept by every process and every test that imports it.
 *
 * @param file In the package of the caller, by `import.meta.url`: the same from its sources as from its build.
 * @throws what `node:fs` throws where the package was not installed whole.
 */
export const packagedBytes = (file: URL): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file));
