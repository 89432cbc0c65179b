import { u8At } from "@wirefold/core";
import type { ByteWriter } from "./byte-stream.ts";

/** Widest number written at once. */
const WIDTH_MAX = 24;

/** Writes numbers of any width behind what a `ByteWriter` holds, the highest bit first. */
export class BitWriter {
  readonly #bytes: ByteWriter;
  #held = 0;
  #count = 0;

  constructor(bytes: ByteWriter) {
    this.#bytes = bytes;
  }

  /** @param width at most 24 */
  put(value: number, width: number): void {
    // Seven bits at most are held between two calls.
    this.#held = (this.#held << width) | value;
    this.#count += width;
    while (this.#count >= 8) {
      this.#count -= 8;
      this.#bytes.byte((this.#held >>> this.#count) & 255);
    }
  }

  /** A number from one to 2^23: as many zeros as it has bits behind its first, and itself (Elias gamma). One takes one bit. */
  gamma(value: number): void {
    const behind = 31 - Math.clz32(value);
    this.put(0, behind);
    this.put(value, behind + 1);
  }

  /** Fills the last byte. */
  end(): void {
    if (this.#count > 0) this.put(0, 8 - this.#count);
  }
}

/** Reads what a `BitWriter` wrote. Behind the last byte it reads zeros, a few: whether there were too few bytes is told by `isAtEnd`. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  /** The next bits, from the highest on. */
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** The next bits without taking them. @param width at most 24 */
  peek(width: number): number {
    while (this.#count <= WIDTH_MAX) {
      if (this.#at > this.#bytes.length + 4) throw new RangeError("the bytes end here");
      const byte = this.#at < this.#bytes.length ? u8At(this.#bytes, this.#at) : 0;
      this.#held |= byte << (WIDTH_MAX - this.#count);
      this.#at += 1;
      this.#count += 8;
    }
    return width === 0 ? 0 : this.#held >>> (32 - width);
  }

  skip(width: number): void {
    this.#held <<= width;
    this.#count -= width;
  }

  take(width: number): number {
    const value = this.peek(width);
    this.skip(width);
    return value;
  }

  /** @throws RangeError where there is none */
  gamma(): number {
    const behind = Math.clz32(this.peek(WIDTH_MAX)) - (32 - WIDTH_MAX);
    if (behind >= WIDTH_MAX) throw new RangeError("a number has no end");
    this.skip(behind);
    return this.take(behind + 1);
  }

  /** Whether the byte of the last bit is the last. */
  isAtEnd(): boolean {
    return this.#at - (this.#count >> 3) === this.#bytes.length;
  }
}
