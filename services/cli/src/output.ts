import { once } from "node:events";
import { writeSync } from "node:fs";
import { errorLine } from "./cli-error.ts";
import { EXIT } from "./exit-codes.ts";

/**
 * Writes to stdout and waits whenever the reader is slower than we are, so output never piles up in memory.
 * A reader that goes away (`| head`) ends the process quietly: it has all it wanted.
 */
export class Output {
  readonly #stream: NodeJS.WritableStream;

  constructor(stream: NodeJS.WritableStream = process.stdout) {
    this.#stream = stream;
  }

  async write(chunk: Uint8Array | string): Promise<void> {
    if (!this.#stream.write(chunk)) await once(this.#stream, "drain");
  }

  async writeLine(value: unknown): Promise<void> {
    await this.write(`${typeof value === "string" ? value : JSON.stringify(value)}\n`);
  }
}

/**
 * Call once, before anything is written. Writes to stdout are not awaited everywhere, so what cannot be written is told
 * here: the process ends, as nobody would get the rest.
 */
export function exitWhenOutputFails(): void {
  const onError = (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    writeSync(
      process.stderr.fd,
      `${errorLine(`the output cannot be written: ${error.message}`, "free space there, or write elsewhere", "WIREFOLD_OUTPUT")}\n`,
    );
    process.exit(EXIT.inputFailed);
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", () => process.exit(EXIT.ok));
}
