import { u8At, u16At, u32At } from "@wirefold/core";
import { ByteReader, ByteWriter } from "./byte-stream.ts";
import { decodePlainFeatures, isPlainFeatures } from "./decode-plain-features.ts";
import type { DocumentFeatures } from "./features.ts";
import { FEATURES_VERSION } from "./features.ts";
import type { HeaviestWords } from "./heaviest-words.ts";
import { isMarked, marked, wordWeight } from "./heaviest-words.ts";

/**
 * Features as bytes, for the store and for spools: about four bytes a distinct word and one and a half a word.
 *
 *   u8 version and `COMPACT` · metadata (JSON) · words · flags · English words · words by sound
 *
 * Words: how many, and of how many kinds; each kind (u32), the most frequent first; per word the number of its kind. Flags: per bit
 * the gaps between the words where it changes. A list of words: their keys (u32), then per word how much lighter it is than the one
 * before and whether it is marked. All other numbers are varints.
 */
const COMPACT = 0x80;
const FLAG_BITS = 8;

/** The stored features were made by another version, or are no features: make them again from the text. */
export class FeaturesFormatError extends Error {
  readonly code = "WIREFOLD_FEATURES_FORMAT";
}

type Metadata = readonly [
  id: string,
  textHash: string,
  titleTokens: number,
  tokensTotal: number,
  publishedDay: number | null,
  publishedDayOnly: number,
  language: string | null,
  outlet: string | null,
  agencies: number,
  credit: number,
  commentary: number,
  englishNorm: number,
  soundNorm: number,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const writer = new ByteWriter();

export function encodeFeatures(features: DocumentFeatures): Uint8Array {
  const { tokens, flags, english, sounds } = features;
  const metadata: Metadata = [
    features.id,
    features.textHash,
    features.titleTokens,
    features.tokensTotal,
    features.publishedDay,
    features.publishedDayOnly ? 1 : 0,
    features.language,
    features.outlet,
    features.agencies,
    features.credit,
    features.commentary ? 1 : 0,
    english.norm,
    sounds.norm,
  ];
  const told = encoder.encode(JSON.stringify(metadata));
  writer.byte(FEATURES_VERSION | COMPACT);
  writer.varint(told.length);
  writer.bytes(told);
  writeWords(tokens);
  writeFlags(flags);
  writeList(english);
  writeList(sounds);
  return writer.take();
}

/** Kinds of words met in a document, by an open hash table that is used again and again. */
const slots = new Uint16Array(1 << 15);

function writeWords(tokens: Uint32Array): void {
  if (tokens.length > slots.length / 2) throw new RangeError(`${tokens.length} words are more than features have`);
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
  for (let kind = 0; kind < found; kind++) {
    const rank = most - u16At(counts, kind);
    const place = u32At(from, rank);
    from[rank] = place + 1;
    sorted[place] = u32At(kinds, kind);
    // Its count is needed no more.
    counts[kind] = place;
  }
  writer.varint(tokens.length);
  writer.varint(found);
  writer.u32s(sorted);
  for (let i = 0; i < kindOf.length; i++) writer.varint(u16At(counts, u16At(kindOf, i)));
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

function writeFlags(flags: Uint8Array): void {
  for (let bit = 0; bit < FLAG_BITS; bit++) {
    const changes: number[] = [];
    let before = 0;
    for (let i = 0; i < flags.length; i++) {
      const now = (u8At(flags, i) >>> bit) & 1;
      if (now !== before) changes.push(i);
      before = now;
    }
    writer.varint(changes.length);
    let last = 0;
    for (const change of changes) {
      writer.varint(change - last);
      last = change;
    }
  }
}

function readFlags(reader: ByteReader, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (let bit = 0; bit < FLAG_BITS; bit++) {
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

function writeList({ keys, weights }: HeaviestWords): void {
  writer.varint(keys.length);
  writer.u32s(keys);
  let before = 2 ** 31 - 1;
  for (let i = 0; i < weights.length; i++) {
    const weight = wordWeight(u32At(weights, i));
    writer.varint((before - weight) * 2 + (isMarked(u32At(weights, i)) ? 1 : 0));
    before = weight;
  }
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

/** @throws FeaturesFormatError */
export function decodeFeatures(bytes: Uint8Array): DocumentFeatures {
  if (isPlainFeatures(bytes)) return orFormatError(() => decodePlainFeatures(bytes));
  if (bytes[0] !== (FEATURES_VERSION | COMPACT))
    throw new FeaturesFormatError(
      `Stored features have version ${bytes[0] === undefined ? "none" : bytes[0] & ~COMPACT}, this program reads ${FEATURES_VERSION}: reprocess dedupe.`,
    );
  return orFormatError(() => decodeCompact(new ByteReader(bytes, 1)));
}

function decodeCompact(reader: ByteReader): DocumentFeatures {
  const [
    id,
    textHash,
    titleTokens,
    tokensTotal,
    publishedDay,
    publishedDayOnly,
    language,
    outlet,
    agencies,
    credit,
    commentary,
    englishNorm,
    soundNorm,
  ] = JSON.parse(decoder.decode(reader.bytes(reader.count()))) as Metadata;
  const tokens = readWords(reader);
  const features = {
    id,
    textHash,
    tokens,
    flags: readFlags(reader, tokens.length),
    titleTokens,
    tokensTotal,
    publishedDay,
    publishedDayOnly: publishedDayOnly === 1,
    language,
    english: readList(reader, englishNorm),
    sounds: readList(reader, soundNorm),
    outlet,
    agencies,
    credit,
    commentary: commentary === 1,
  };
  if (!reader.isAtEnd()) throw new RangeError("more than features");
  return features;
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
