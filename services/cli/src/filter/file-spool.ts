import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mustAt } from "@wirefold/core";
import type { Spool } from "@wirefold/similarity";

/** Records up to this size together are kept in memory; a few thousand articles make no file at all. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** In a file that is to survive us, records are written out this often even without a flush. */
const WRITE_BYTES = 4 * 1024 * 1024;
const LENGTH_BYTES = 4;

/**
 * Records by number, in memory at first and then in a file: u32 length, bytes, and the next. With a `path` the file is
 * kept and found again by the next run; a record cut off by a crash is dropped. Without one it is temporary.
 */
export class FileSpool implements Spool {
  readonly #path: string | null;
  readonly #writeBytes: number;
  #descriptor: number | null = null;
  #temporary: string | null = null;
  /** Where each record of the file begins; the file's end is the last. */
  #offsets: number[] = [0];
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;

  constructor(path: string | null, memoryBytes: number = path === null ? MEMORY_BYTES : WRITE_BYTES) {
    this.#path = path;
    this.#writeBytes = memoryBytes;
    if (path !== null && existsSync(path)) this.#findRecords();
  }

  get count(): number {
    return this.#offsets.length - 1 + this.#waiting.length;
  }

  append(record: Uint8Array): number {
    this.#waiting.push(record);
    this.#waitingBytes += record.length;
    if (this.#waitingBytes > this.#writeBytes) this.#writeOut();
    return this.count - 1;
  }

  read(number: number): Uint8Array {
    const inFile = this.#offsets.length - 1;
    if (number >= inFile) return mustAt(this.#waiting, number - inFile);
    const start = mustAt(this.#offsets, number) + LENGTH_BYTES;
    return this.#readAt(start, mustAt(this.#offsets, number + 1) - start);
  }

  async flush(): Promise<void> {
    if (this.#path === null) return;
    this.#writeOut();
    fsyncSync(this.#open());
  }

  /** Closes the file; a temporary one is deleted, and so is a kept one when `done` says that its run has ended. */
  close(done: boolean): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    if (this.#temporary !== null) rmSync(this.#temporary, { recursive: true, force: true });
    else if (done && this.#path !== null) rmSync(this.#path, { force: true });
  }

  /** Where the file ends. */
  get #end(): number {
    return mustAt(this.#offsets, this.#offsets.length - 1);
  }

  #open(): number {
    if (this.#descriptor !== null) return this.#descriptor;
    if (this.#path === null) {
      this.#temporary = mkdtempSync(join(tmpdir(), "wirefold-"));
      this.#descriptor = openSync(join(this.#temporary, "spool"), "w+", 0o600);
    } else {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#descriptor = openSync(this.#path, existsSync(this.#path) ? "r+" : "w+", 0o600);
    }
    return this.#descriptor;
  }

  #findRecords(): void {
    const descriptor = this.#open();
    const head = Buffer.alloc(LENGTH_BYTES);
    for (let at = 0; ; ) {
      if (readSync(descriptor, head, 0, LENGTH_BYTES, at) < LENGTH_BYTES) break;
      const end = at + LENGTH_BYTES + head.readUInt32LE(0);
      // The last byte is there only if all of the record is.
      if (readSync(descriptor, head, 0, 1, end - 1) < 1) break;
      this.#offsets.push(end);
      at = end;
    }
    ftruncateSync(descriptor, this.#end);
  }

  #writeOut(): void {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.allocUnsafe(this.#waitingBytes + this.#waiting.length * LENGTH_BYTES);
    const from = this.#end;
    let at = 0;
    for (const record of this.#waiting) {
      bytes.writeUInt32LE(record.length, at);
      bytes.set(record, at + LENGTH_BYTES);
      at += LENGTH_BYTES + record.length;
      this.#offsets.push(from + at);
    }
    const descriptor = this.#open();
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, from + done);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #readAt(start: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    const descriptor = this.#open();
    for (let done = 0; done < length; ) {
      const read = readSync(descriptor, bytes, done, length - done, start + done);
      if (read === 0) throw new Error("a spool file was cut off by something else");
      done += read;
    }
    return bytes;
  }
}
