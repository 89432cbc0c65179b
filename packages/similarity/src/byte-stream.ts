import { u8At, u32At } from "@wirefold/core";

/** Grows as it is written to. Numbers are whole and not negative; those of four bytes are little-endian. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #used = 0;

  byte(value: number): void {
    if (this.#used === this.#bytes.length) this.#makeRoom(1);
    this.#bytes[this.#used++] = value;
  }

  u32s(values: Uint32Array): void {
    const to = this.#used + values.length * 4;
    if (to > this.#bytes.length) this.#makeRoom(values.length * 4);
    const bytes = this.#bytes;
    for (let i = 0, at = this.#used; i < values.length; i++) {
      const value = u32At(values, i);
      bytes[at++] = value;
      bytes[at++] = value >>> 8;
      bytes[at++] = value >>> 16;
      bytes[at++] = value >>> 24;
    }
    this.#used = to;
  }

  /** Seven bits a byte, the lowest first; below 128 it is one byte. Up to 2^32. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  bytes(given: Uint8Array): void {
    if (this.#used + given.length > this.#bytes.length) this.#makeRoom(given.length);
    this.#bytes.set(given, this.#used);
    this.#used += given.length;
  }

  /** A copy of what was written. The writer starts again from nothing. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    return taken;
  }

  #makeRoom(count: number): void {
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + count));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** @throws RangeError behind the last byte, as all of these do */
  byte(): number {
    if (this.#at >= this.#bytes.length) throw new RangeError("the bytes end here");
    return u8At(this.#bytes, this.#at++);
  }

  u32(): number {
    const low = this.byte() | (this.byte() << 8) | (this.byte() << 16);
    return (low | (this.byte() << 24)) >>> 0;
  }

  varint(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
      if (unit > 2 ** 35) throw new RangeError("a number has no end");
    }
  }

  /** So many things that take at least a byte each. */
  count(): number {
    const count = this.varint();
    if (count > this.#bytes.length - this.#at) throw new RangeError("more is announced than there are bytes");
    return count;
  }

  bytes(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) throw new RangeError("the bytes end here");
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  u32s(count: number): Uint32Array {
    if (count * 4 > this.#bytes.length - this.#at) throw new RangeError("the bytes end here");
    const values = new Uint32Array(count);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < count; i++, at += 4)
      values[i] = u8At(bytes, at) | (u8At(bytes, at + 1) << 8) | (u8At(bytes, at + 2) << 16) | (u8At(bytes, at + 3) << 24);
    this.#at = at;
    return values;
  }

  isAtEnd(): boolean {
    return this.place() === this.#bytes.length;
  }

  /** Where the next byte lies. */
  place(): number {
    return this.#at;
  }
}
