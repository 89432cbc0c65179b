import { WORD_FREQUENCIES, WORD_FREQUENCY_BLOCKS, WORD_FREQUENCY_COUNT } from "./data/word-frequencies.ts";

/**
 * How much a word tells: the logarithm of how rarely it is used, from a table frozen with this version. It does not move
 * with the corpus, because an edge has to be the same whenever and beside whatever its two documents are compared.
 */

/** Bumped with the table: postings and edges of different versions do not mix. */
export const WEIGHTS_VERSION = 1;

/** Open addressing, a power of two at least twice the count, so a look-up is one or two probes. */
const SLOTS = 1 << Math.ceil(Math.log2(Math.max(2, WORD_FREQUENCY_COUNT * 2)));
const MASK = SLOTS - 1;
const keys = new Uint32Array(SLOTS);
const weights = new Float32Array(SLOTS);

/** What a word outside the table weighs: it was seen in fewer than three blocks. */
export const RAREST = Math.log(Math.max(1, WORD_FREQUENCY_BLOCKS) / 1.5);

function load(): void {
  const packed = atob(WORD_FREQUENCIES);
  let at = 0;
  let hash = 0;
  while (at < packed.length) {
    let delta = 0;
    let scale = 1;
    for (;;) {
      const byte = packed.charCodeAt(at++);
      delta += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 128;
    }
    hash += delta;
    let slot = hash & MASK;
    while (keys[slot] !== 0) slot = (slot + 1) & MASK;
    keys[slot] = hash;
    weights[slot] = packed.charCodeAt(at++) / 24;
  }
}
load();

/** The weight of a word stem by its hash, 0 (in every text) to `RAREST`. */
export function weightOf(hash: number): number {
  let slot = hash & MASK;
  for (;;) {
    const key = keys[slot]!;
    if (key === hash) return weights[slot]!;
    if (key === 0) return RAREST;
    slot = (slot + 1) & MASK;
  }
}
