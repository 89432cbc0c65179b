import { type DocumentFeatures, FEATURES_VERSION } from "./features.ts";

/** What the metadata says of the lists behind it. */
interface Lists {
  readonly soundNorm: number;
  readonly englishWords: number;
  readonly englishNorm: number;
}

export const isPlainFeatures = (bytes: Uint8Array): boolean => bytes[0] === FEATURES_VERSION;

/**
 * Features as stores hold them that were filled before there was a compact form: five bytes a word. Goes with the next version of features.
 *
 *   u8 version · u32 metadata length · metadata (JSON, UTF-8) · u32 words · words (u32 each) · flags (u8 each) ·
 *   English words (u32 each), their weights (u32 each) ·
 *   words by sound (u32 each), their weights (u32 each, to the end), little-endian
 *
 * @throws RangeError, SyntaxError or TypeError where the bytes are cut short
 */
export function decodePlainFeatures(bytes: Uint8Array): DocumentFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const metadataLength = view.getUint32(1, true);
  let at = 5 + metadataLength;
  const count = view.getUint32(at, true);
  at += 4;
  const { soundNorm, englishWords, englishNorm, ...rest } = JSON.parse(
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(5, 5 + metadataLength)),
  ) as Omit<DocumentFeatures, "tokens" | "flags" | "sounds" | "english"> & Lists;
  const soundWords = (bytes.length - at - count * 5) / 8 - englishWords;
  if (soundWords < 0 || !Number.isInteger(soundWords)) throw new RangeError("cut short");
  const list = (length: number): Uint32Array => {
    const values = new Uint32Array(length);
    for (let i = 0; i < length; i++, at += 4) values[i] = view.getUint32(at, true);
    return values;
  };
  const tokens = list(count);
  const flags = Uint8Array.from(bytes.subarray(at, at + count));
  at += count;
  const english = { keys: list(englishWords), weights: list(englishWords), norm: englishNorm };
  return { ...rest, tokens, flags, english, sounds: { keys: list(soundWords), weights: list(soundWords), norm: soundNorm } };
}
