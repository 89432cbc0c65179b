import { CliError } from "../cli-error.ts";

/** Where an export goes. What is written counts once `finish` was called. */
export interface Target extends AsyncDisposable {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes what was written the answer. */
  finish(): Promise<void>;
}

/** A file that appears once it is whole, or stdout. */
export async function openTarget(path: string | undefined): Promise<Target> {
  if (path === undefined) {
    const { Output } = await import("../output.ts");
    const output = new Output();
    return { write: (chunk) => output.write(chunk), finish: async () => {}, [Symbol.asyncDispose]: async () => {} };
  }
  const { open, rename, rm } = await import("node:fs/promises");
  const partial = `${path}.${process.pid}.partial`;
  const told = (cause: Error): never => {
    throw new CliError("WIREFOLD_OUTPUT", `${path} cannot be written: ${cause.message}`, {
      remedy: "free space there, or write elsewhere",
      cause,
    });
  };
  const file = await open(partial, "w").catch(told);
  return {
    write: async (chunk) => {
      await file.writeFile(chunk).catch(told);
    },
    finish: async () => {
      await file.close();
      await rename(partial, path).catch(told);
    },
    [Symbol.asyncDispose]: async () => {
      await file.close().catch(() => {});
      await rm(partial, { force: true });
    },
  };
}
