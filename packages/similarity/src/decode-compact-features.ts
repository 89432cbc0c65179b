import { u8At } from "@wirefold/core";
import { ByteReader } from "./byte-stream.ts";
import { type DocumentFeatures, FEATURES_VERSION } from "./features.ts";
import { FEATURE_FLAG_BITS, featuresTold } from "./features-metadata.ts";
import { type HeaviestWords, marked } from "./heaviest-words.ts";

const COMPACT = FEATURES_VERSION | 0x80;

export const isCompactFeatures = (bytes: Uint8Array): boolean => bytes[0] === COMPACT;

/**
 * Features as stores hold them that were filled before there were codes by frequency: whole bytes for everything. Goes with the next version of
 * features.
 *
 *   u8 version and 0x80 · metadata (JSON) · words · flags · English words · words by sound
 *
 * Words: how many, and of how many kinds; each kind (u32), the most frequent first; per word the number of its kind. Flags: per bit
 * the gaps between the words where it changes. A list of words: their keys (u32), then per word how much lighter it is than the one
 * before and whether it is marked. All other numbers are varints.
 *
 * @throws RangeError, SyntaxError or TypeError where the bytes are cut short
 */
export function decodeCompactFeatures(bytes: Uint8Array): DocumentFeatures {
  const reader = new ByteReader(bytes, 1);
  const told = reader.bytes(reader.count());
  const tokens = readWords(reader);
  const flags = readFlags(reader, tokens.length);
  const features = featuresTold(told, {
    tokens,
    flags,
    english: (norm) => readList(reader, norm),
    sounds: (norm) => readList(reader, norm),
  });
  if (!reader.isAtEnd()) throw new RangeError("more than features");
  return features;
}

function readWords(reader: ByteReader): Uint32Array {
  const tokens = new Uint32Array(reader.count());
  const kinds = new Uint32Array(reader.count());
  for (let i = 0; i < kinds.length; i++) kinds[i] = reader.u32();
  for (let i = 0; i < tokens.length; i++) {
    const kind = kinds[reader.varint()];
    if (kind === undefined) throw new RangeError("a word of no kind");
    tokens[i] = kind;
  }
  return tokens;
}

function readFlags(reader: ByteReader, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (let bit = 0; bit < FEATURE_FLAG_BITS; bit++) {
    const changes = reader.count();
    let at = 0;
    for (let change = 0; change < changes; change += 1) {
      const to = at + reader.varint();
      if (to > count) throw new RangeError("a flag behind the last word");
      if (change % 2 === 1) for (let i = at; i < to; i++) flags[i] = u8At(flags, i) | (1 << bit);
      at = to;
    }
    if (changes % 2 === 1) for (let i = at; i < count; i++) flags[i] = u8At(flags, i) | (1 << bit);
  }
  return flags;
}

function readList(reader: ByteReader, norm: number): HeaviestWords {
  const count = reader.count();
  const keys = new Uint32Array(count);
  const weights = new Uint32Array(count);
  for (let i = 0; i < count; i++) keys[i] = reader.u32();
  let weight = 2 ** 31 - 1;
  for (let i = 0; i < count; i++) {
    const told = reader.varint();
    weight -= Math.floor(told / 2);
    if (weight < 0) throw new RangeError("a word lighter than none");
    weights[i] = told % 2 === 1 ? marked(weight) : weight;
  }
  return { keys, weights, norm };
}
