import type { DocumentFeatures } from "./features.ts";
import { FEATURES_VERSION } from "./features.ts";

/**
 * Features as bytes, for the store and for spools: five bytes a word, 3.7 KB for a news article of 740 words.
 *
 *   u8 version · u32 metadata length · metadata (JSON, UTF-8) · u32 words · words (u32 each) · flags (u8 each) ·
 *   English words (u32 each), their weights (u32 each) ·
 *   words by sound (u32 each), their weights (u32 each, to the end), little-endian
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The stored features were made by another version, or are no features: make them again from the text. */
export class FeaturesFormatError extends Error {
  readonly code = "WIREFOLD_FEATURES_FORMAT";
}

/** What the metadata says of the lists behind it. */
interface Lists {
  readonly soundNorm: number;
  readonly englishWords: number;
  readonly englishNorm: number;
}

export function encodeFeatures(features: DocumentFeatures): Uint8Array {
  const { tokens, flags, sounds, english, ...rest } = features;
  const lists: Lists = { soundNorm: sounds.norm, englishWords: english.keys.length, englishNorm: english.norm };
  const metadata = encoder.encode(JSON.stringify({ ...rest, ...lists }));
  const bytes = new Uint8Array(9 + metadata.length + tokens.length * 5 + (sounds.keys.length + english.keys.length) * 8);
  const view = new DataView(bytes.buffer);
  bytes[0] = FEATURES_VERSION;
  view.setUint32(1, metadata.length, true);
  bytes.set(metadata, 5);
  let at = 5 + metadata.length;
  view.setUint32(at, tokens.length, true);
  at += 4;
  for (let i = 0; i < tokens.length; i++, at += 4) view.setUint32(at, tokens[i] ?? 0, true);
  bytes.set(flags, at);
  at += flags.length;
  for (const list of [english.keys, english.weights, sounds.keys, sounds.weights])
    for (const value of list) {
      view.setUint32(at, value, true);
      at += 4;
    }
  return bytes;
}

export function decodeFeatures(bytes: Uint8Array): DocumentFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 9 || bytes[0] !== FEATURES_VERSION)
    throw new FeaturesFormatError(
      `Stored features have version ${bytes[0] ?? "none"}, this program reads ${FEATURES_VERSION}: reprocess dedupe.`,
    );
  const metadataLength = view.getUint32(1, true);
  let at = 5 + metadataLength;
  if (at + 4 > bytes.length) throw new FeaturesFormatError("Stored features are cut short.");
  const count = view.getUint32(at, true);
  at += 4;
  const { soundNorm, englishWords, englishNorm, ...rest } = JSON.parse(
    decoder.decode(bytes.subarray(5, 5 + metadataLength)),
  ) as Omit<DocumentFeatures, "tokens" | "flags" | "sounds" | "english"> & Lists;
  const soundWords = (bytes.length - at - count * 5) / 8 - englishWords;
  if (soundWords < 0 || !Number.isInteger(soundWords)) throw new FeaturesFormatError("Stored features are cut short.");
  const tokens = new Uint32Array(count);
  for (let i = 0; i < count; i++, at += 4) tokens[i] = view.getUint32(at, true);
  const flags = bytes.slice(at, at + count);
  at += count;
  const list = (length: number): Uint32Array => {
    const values = new Uint32Array(length);
    for (let i = 0; i < length; i++, at += 4) values[i] = view.getUint32(at, true);
    return values;
  };
  const english = { keys: list(englishWords), weights: list(englishWords), norm: englishNorm };
  return { ...rest, tokens, flags, english, sounds: { keys: list(soundWords), weights: list(soundWords), norm: soundNorm } };
}
