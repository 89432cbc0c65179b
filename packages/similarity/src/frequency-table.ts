import { u8At } from "@wirefold/core";

/**
 * Reads a packed table of how rare hashes are. Per hash: its difference to the one before (base-128 varint), and one byte of
 * 24 times its weight, the logarithm of its rarity: 0 for what stands in every text. Answers a function from a hash to its
 * weight.
 *
 * @param count Hashes in the table, or more.
 * @param rarest Weight of a hash that is not in it.
 * @param shift Bits that were cut off the hashes' low end.
 */
export function frequencyTable(packed: Uint8Array, count: number, rarest: number, shift = 0): (hash: number) => number {
  // Open addressing, a power of two at least twice the count, so a look-up is one or two probes.
  const slots = 1 << Math.ceil(Math.log2(Math.max(2, count * 2)));
  const mask = slots - 1;
  const keys = new Uint32Array(slots);
  const weights = new Float32Array(slots);
  const bytes = new PackedReader(packed);
  let hash = 0;
  while (!bytes.done) {
    hash += bytes.varint();
    let slot = hash & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    weights[slot] = bytes.byte() / 24;
  }
  return (whole) => {
    const wanted = whole >>> shift;
    let slot = wanted & mask;
    for (;;) {
      const key = keys[slot] ?? 0;
      if (key === wanted) return weights[slot] ?? 0;
      if (key === 0) return rarest;
      slot = (slot + 1) & mask;
    }
  };
}

/** Weight of what was seen in fewer than three of `texts` texts. */
export const rarestOf = (texts: number): number => Math.log(Math.max(1, texts) / 1.5);

/** Bytes and base-128 varints in their order. */
export class PackedReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return u8At(this.#bytes, this.#at++);
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
}
