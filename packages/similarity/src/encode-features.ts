import { u8At, u16At, u32At } from "@wirefold/core";
import { BitReader, BitWriter } from "./bit-stream.ts";
import { ByteReader, ByteWriter } from "./byte-stream.ts";
import { decodeCompactFeatures, isCompactFeatures } from "./decode-compact-features.ts";
import { decodePlainFeatures, isPlainFeatures } from "./decode-plain-features.ts";
import type { DocumentFeatures } from "./features.ts";
import { FEATURES_VERSION } from "./features.ts";
import { FEATURE_FLAG_BITS, featuresTold, metadataOf } from "./features-metadata.ts";
import type { HeaviestWords } from "./heaviest-words.ts";
import { isMarked, marked, wordWeight } from "./heaviest-words.ts";
import { CODE_BITS_MAX, codeLengths, codesOf, readCodes } from "./word-codes.ts";

/**
 * Features as bytes, for the store and for spools: about four bytes a distinct word and one a word.
 *
 *   u8 version and 0xc0 · metadata (JSON) · kinds of words · keys of the English words and of those by sound · bits
 *
 * Kinds: how many words there are, of how many kinds; how many kinds have a code of each length; each kind (u32), the most frequent
 * first. A list of words: how many, the weight of the heaviest, their keys (u32). Numbers are varints. As bits follow each word's code
 * (Huffman's); per flag the gaps between the words where it changes; and per word of the two lists how much lighter it is than the one
 * before, and whether it is marked (gamma codes).
 */
const DENSE = FEATURES_VERSION | 0xc0;
/** More words than any document is represented by. */
const WORDS_MAX = 2 ** 14;

/** The stored features were made by another version, or are no features: make them again from the text. */
export class FeaturesFormatError extends Error {
  readonly code = "WIREFOLD_FEATURES_FORMAT";
}

const writer = new ByteWriter();

export function encodeFeatures(features: DocumentFeatures): Uint8Array {
  const { tokens, flags, english, sounds } = features;
  const told = metadataOf(features);
  writer.byte(DENSE);
  writer.varint(told.length);
  writer.bytes(told);
  const { kinds, codes } = writeKinds(tokens);
  writeKeys(english);
  writeKeys(sounds);
  const bits = new BitWriter(writer);
  for (let i = 0; i < tokens.length; i++) {
    const code = u32At(codes, u16At(kinds, i));
    bits.put(code >>> 5, code & 31);
  }
  writeFlags(bits, flags);
  writeWeights(bits, english);
  writeWeights(bits, sounds);
  bits.end();
  return writer.take();
}

/** Kinds of words met in a document, by an open hash table that is used again and again. */
const slots = new Uint16Array(1 << 15);

/** @returns per word the number of its kind, and the codes of kinds */
function writeKinds(tokens: Uint32Array): { kinds: Uint16Array; codes: Uint32Array } {
  if (tokens.length > WORDS_MAX) throw new RangeError(`${tokens.length} words are more than features have`);
  const kinds = new Uint32Array(tokens.length);
  const counts = new Uint16Array(tokens.length);
  const kindOf = new Uint16Array(tokens.length);
  let found = 0;
  let most = 0;
  slots.fill(0);
  for (let i = 0; i < tokens.length; i++) {
    const token = u32At(tokens, i);
    let slot = Math.imul(token, 0x9e3779b1) >>> 17;
    // A slot holds the number of a kind, counted from one.
    let held = u16At(slots, slot);
    while (held !== 0 && u32At(kinds, held - 1) !== token) {
      slot = (slot + 1) & (slots.length - 1);
      held = u16At(slots, slot);
    }
    if (held === 0) {
      kinds[found++] = token;
      held = found;
      slots[slot] = held;
    }
    kindOf[i] = held - 1;
    const count = u16At(counts, held - 1) + 1;
    counts[held - 1] = count;
    if (count > most) most = count;
  }
  // The most frequent first, equals in the order they come: a counting sort.
  const from = new Uint32Array(most + 1);
  for (let kind = 0; kind < found; kind++) {
    const next = most - u16At(counts, kind) + 1;
    from[next] = u32At(from, next) + 1;
  }
  for (let i = 1; i <= most; i++) from[i] = u32At(from, i) + u32At(from, i - 1);
  const sorted = new Uint32Array(found);
  const times = new Uint32Array(found);
  for (let kind = 0; kind < found; kind++) {
    const rank = most - u16At(counts, kind);
    const place = u32At(from, rank);
    from[rank] = place + 1;
    sorted[place] = u32At(kinds, kind);
    times[place] = u16At(counts, kind);
    // Its count is needed no more.
    counts[kind] = place;
  }
  for (let i = 0; i < kindOf.length; i++) kindOf[i] = u16At(counts, u16At(kindOf, i));
  const lengths = codeLengths(times, found);
  let longest = CODE_BITS_MAX;
  while (longest > 0 && lengths[longest] === 0) longest--;
  writer.varint(tokens.length);
  writer.varint(found);
  writer.byte(longest);
  for (let length = 1; length <= longest; length++) writer.varint(u32At(lengths, length));
  writer.u32s(sorted);
  return { kinds: kindOf, codes: codesOf(lengths, found) };
}

function writeFlags(bits: BitWriter, flags: Uint8Array): void {
  for (let bit = 0; bit < FEATURE_FLAG_BITS; bit++) {
    const changes: number[] = [];
    let before = 0;
    for (let i = 0; i < flags.length; i++) {
      const now = (u8At(flags, i) >>> bit) & 1;
      if (now !== before) changes.push(i);
      before = now;
    }
    bits.gamma(changes.length + 1);
    let last = -1;
    for (const change of changes) {
      bits.gamma(change - last);
      last = change;
    }
  }
}

function writeKeys({ keys, weights }: HeaviestWords): void {
  writer.varint(keys.length);
  if (keys.length === 0) return;
  writer.varint(wordWeight(u32At(weights, 0)));
  writer.u32s(keys);
}

function writeWeights(bits: BitWriter, { weights }: HeaviestWords): void {
  let before = weights.length === 0 ? 0 : wordWeight(u32At(weights, 0));
  for (let i = 0; i < weights.length; i++) {
    const weight = wordWeight(u32At(weights, i));
    bits.put(isMarked(u32At(weights, i)) ? 1 : 0, 1);
    bits.gamma(before - weight + 1);
    before = weight;
  }
}

/** @throws FeaturesFormatError */
export function decodeFeatures(bytes: Uint8Array): DocumentFeatures {
  if (bytes[0] === DENSE) return orFormatError(() => decodeDense(bytes));
  if (isCompactFeatures(bytes)) return orFormatError(() => decodeCompactFeatures(bytes));
  if (isPlainFeatures(bytes)) return orFormatError(() => decodePlainFeatures(bytes));
  throw new FeaturesFormatError(
    `Stored features have version ${bytes[0] === undefined ? "none" : bytes[0] & 0x3f}, this program reads ${FEATURES_VERSION}: reprocess dedupe.`,
  );
}

function decodeDense(bytes: Uint8Array): DocumentFeatures {
  const reader = new ByteReader(bytes, 1);
  const told = reader.bytes(reader.count());
  const words = reader.varint();
  if (words > WORDS_MAX) throw new RangeError("more words than features have");
  const found = reader.count();
  const lengths = new Uint32Array(CODE_BITS_MAX + 1);
  const longest = reader.byte();
  if (longest > CODE_BITS_MAX) throw new RangeError("a code too long");
  for (let length = 1; length <= longest; length++) lengths[length] = reader.count();
  checkCodes(lengths, found);
  const kinds = reader.u32s(found);
  const englishKeys = readKeys(reader);
  const soundKeys = readKeys(reader);
  const bits = new BitReader(bytes, reader.place());
  const tokens = new Uint32Array(words);
  readCodes(bits, lengths, kinds, tokens);
  const flags = readFlags(bits, words);
  const features = featuresTold(told, {
    tokens,
    flags,
    english: (norm) => readWeights(bits, englishKeys, norm),
    sounds: (norm) => readWeights(bits, soundKeys, norm),
  });
  if (!bits.isAtEnd()) throw new RangeError("more than features, or less");
  return features;
}

/** @throws RangeError where there are more codes of a length than that length has room for, or not one for each kind */
function checkCodes(lengths: Uint32Array, found: number): void {
  let room = 1;
  let codes = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    const count = u32At(lengths, length);
    room = room * 2 - count;
    codes += count;
    if (room < 0) throw new RangeError("more codes than there are");
  }
  if (codes !== found) throw new RangeError("a kind without a code");
}

function readFlags(bits: BitReader, words: number): Uint8Array {
  const flags = new Uint8Array(words);
  for (let bit = 0; bit < FEATURE_FLAG_BITS; bit++) {
    const changes = bits.gamma() - 1;
    let at = -1;
    for (let change = 0; change < changes; change += 1) {
      const from = Math.max(at, 0);
      at += bits.gamma();
      if (at >= words) throw new RangeError("a flag behind the last word");
      if (change % 2 === 1) for (let i = from; i < at; i++) flags[i] = u8At(flags, i) | (1 << bit);
    }
    if (changes % 2 === 1) for (let i = at; i < words; i++) flags[i] = u8At(flags, i) | (1 << bit);
  }
  return flags;
}

interface Keys {
  readonly keys: Uint32Array;
  readonly heaviest: number;
}

function readKeys(reader: ByteReader): Keys {
  const count = reader.count();
  return count === 0 ? { keys: new Uint32Array(0), heaviest: 0 } : { heaviest: reader.varint(), keys: reader.u32s(count) };
}

function readWeights(bits: BitReader, { keys, heaviest }: Keys, norm: number): HeaviestWords {
  const weights = new Uint32Array(keys.length);
  let weight = heaviest;
  for (let i = 0; i < keys.length; i++) {
    const mark = bits.take(1);
    weight -= bits.gamma() - 1;
    if (weight < 0) throw new RangeError("a word lighter than none");
    weights[i] = mark === 1 ? marked(weight) : weight;
  }
  return { keys, weights, norm };
}

function orFormatError(decode: () => DocumentFeatures): DocumentFeatures {
  try {
    return decode();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)
      throw new FeaturesFormatError("Stored features are cut short, or none.", { cause: error });
    throw error;
  }
}
