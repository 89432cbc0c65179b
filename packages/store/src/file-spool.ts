import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";

/**
 * Numbered records in one file, appended and read back: where `wirefold group` puts what does not fit into memory.
 * A record is its length (u32, little-endian) and its bytes. A record cut short by a crash is dropped at the next open,
 * so a run that is taken up again finds whole records only. Memory: eight bytes a record and one write buffer.
 */
export class FileSpool {
  readonly #file: number;
  /** Where each record's bytes start, and where the last one ends. */
  #offsets = new Float64Array(1024);
  #count = 0;
  readonly #pending = new Uint8Array(1 << 20);
  #pendingLength = 0;
  /** Bytes of the file that are written. */
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, "a+");
    this.#load();
  }

  get count(): number {
    return this.#count;
  }

  append(record: Uint8Array): number {
    if (this.#pendingLength + record.length + 4 > this.#pending.length) this.#write();
    const at = this.#written + this.#pendingLength + 4;
    const header = new Uint8Array(4);
    new DataView(header.buffer).setUint32(0, record.length, true);
    if (record.length + 4 > this.#pending.length) {
      this.#writeAll(header);
      this.#writeAll(record);
    } else {
      this.#pending.set(header, this.#pendingLength);
      this.#pending.set(record, this.#pendingLength + 4);
      this.#pendingLength += 4 + record.length;
    }
    return this.#remember(at, record.length);
  }

  read(number: number): Uint8Array {
    if (number < 0 || number >= this.#count)
      throw new RangeError(`The spool has ${this.#count} records, none of number ${number}.`);
    const start = this.#offsets[number]!;
    const end = this.#offsets[number + 1]! - 4;
    const record = new Uint8Array(end - start);
    if (start >= this.#written) record.set(this.#pending.subarray(start - this.#written, end - this.#written));
    else this.#readFully(record, start);
    return record;
  }

  /** Hands everything to the operating system: what was appended survives the end of this process. */
  async flush(): Promise<void> {
    this.#write();
  }

  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #load(): void {
    const size = fstatSync(this.#file).size;
    const header = new Uint8Array(4);
    let at = 0;
    while (at + 4 <= size) {
      this.#readFully(header, at);
      const length = new DataView(header.buffer).getUint32(0, true);
      if (at + 4 + length > size) break;
      this.#remember(at + 4, length);
      at += 4 + length;
    }
    if (at < size) ftruncateSync(this.#file, at);
    this.#written = at;
  }

  /** The next record's bytes would start four after this one's end. */
  #remember(start: number, length: number): number {
    if (this.#count + 2 > this.#offsets.length) {
      const wider = new Float64Array(this.#offsets.length * 2);
      wider.set(this.#offsets);
      this.#offsets = wider;
    }
    this.#offsets[this.#count] = start;
    this.#offsets[this.#count + 1] = start + length + 4;
    return this.#count++;
  }

  #write(): void {
    if (this.#pendingLength === 0) return;
    const pending = this.#pending.subarray(0, this.#pendingLength);
    this.#pendingLength = 0;
    this.#writeAll(pending);
  }

  #writeAll(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from);
    this.#written += bytes.length;
  }

  #readFully(into: Uint8Array, position: number): void {
    for (let got = 0; got < into.length; ) {
      const read = readSync(this.#file, into, got, into.length - got, position + got);
      if (read === 0) throw new Error("The spool file was cut short while it was read.");
      got += read;
    }
  }
}
