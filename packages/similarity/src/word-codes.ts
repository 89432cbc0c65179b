import { u32At } from "@wirefold/core";
import type { BitReader } from "./bit-stream.ts";

/** No code is longer: a code of n bits takes words as frequent as the nth Fibonacci number, and features hold 2^14 words at most. */
export const CODE_BITS_MAX = 24;

/**
 * Lengths of Huffman codes.
 *
 * @param counts how often each kind occurs, the most frequent first
 * @returns for lengths from 0 on, how many codes have it; shorter codes are the more frequent kinds'
 */
export function codeLengths(counts: Uint32Array, found: number): Uint32Array {
  const byLength = new Uint32Array(CODE_BITS_MAX + 1);
  if (found <= 1) {
    byLength[1] = found;
    return byLength;
  }
  // Leaves from the rarest on, then the pairs that are made of them: both lists rise, so that the two lightest stand at their heads.
  const nodes = 2 * found - 1;
  const weights = new Uint32Array(nodes);
  for (let i = 0; i < found; i++) weights[i] = u32At(counts, found - 1 - i);
  const parents = new Uint32Array(nodes);
  let leaf = 0;
  let pair = found;
  for (let next = found; next < nodes; next++) {
    for (let taken = 0; taken < 2; taken++) {
      const lightest = leaf < found && (pair >= next || u32At(weights, leaf) <= u32At(weights, pair)) ? leaf++ : pair++;
      parents[lightest] = next;
      weights[next] = u32At(weights, next) + u32At(weights, lightest);
    }
  }
  // Depths from the root down, in place of the weights.
  weights[nodes - 1] = 0;
  for (let node = nodes - 2; node >= 0; node--) {
    const depth = u32At(weights, u32At(parents, node)) + 1;
    weights[node] = depth;
    if (node < found) byLength[depth] = u32At(byLength, depth) + 1;
  }
  return byLength;
}

/** The codes of kinds, each with its length in the lowest five bits. */
export function codesOf(byLength: Uint32Array, found: number): Uint32Array {
  const codes = new Uint32Array(found);
  let code = 0;
  let kind = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    code *= 2;
    for (let n = u32At(byLength, length); n > 0 && kind < found; n--) codes[kind++] = code++ * 32 + length;
  }
  return codes;
}

/** Codes up to this length are looked up at once: nearly all that occur. */
const LOOKED_UP = 10;
const table = new Uint32Array(2 ** LOOKED_UP);

/** Reads so many kinds by their codes. @throws RangeError at what is no code */
export function readCodes(reader: BitReader, byLength: Uint32Array, kinds: Uint32Array, into: Uint32Array): void {
  // Per entry the number of the kind above its code's length; zero where longer codes begin.
  table.fill(0);
  let kind = 0;
  let code = 0;
  for (let length = 1; length <= LOOKED_UP; length++) {
    code *= 2;
    for (let n = u32At(byLength, length); n > 0; n--, code++, kind++) {
      const from = code << (LOOKED_UP - length);
      table.fill(kind * 32 + length, from, from + (1 << (LOOKED_UP - length)));
    }
  }
  for (let i = 0; i < into.length; i++) {
    const found = u32At(table, reader.peek(LOOKED_UP));
    if (found !== 0) {
      reader.skip(found & 31);
      into[i] = u32At(kinds, found >>> 5);
    } else into[i] = u32At(kinds, longKind(reader, byLength, kind, code));
  }
}

/** The kind of a code longer than {@link LOOKED_UP}. @param kind first kind with such a code. @param code behind the last shorter code */
function longKind(reader: BitReader, byLength: Uint32Array, kind: number, code: number): number {
  let first = code;
  let from = kind;
  for (let length = LOOKED_UP + 1; length <= CODE_BITS_MAX; length++) {
    first *= 2;
    const count = u32At(byLength, length);
    const place = reader.peek(length) - first;
    if (place >= 0 && place < count) {
      reader.skip(length);
      return from + place;
    }
    first += count;
    from += count;
  }
  throw new RangeError("a word of no kind");
}
