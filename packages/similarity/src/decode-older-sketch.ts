import { u8At } from "@wirefold/core";
import { cutHashes, type DocumentSketch, heldIn, sketchWord } from "./sketch.ts";

const OLDER_VERSION = 3;
/** Bytes before the lists. */
const HEAD = 16;
const UNIT = 255 / 0.5;

/**
 * A sketch as stores hold it that were filled when sketches had 64 words with a byte for each one's share: it holds less of its document, so
 * less is asked of its product. Goes with the next version of features.
 *
 * u8 version · u8 words · u8 names · u8 figures · u32 text · u32 language · u8 English words · 3 bytes unused ·
 * words · names · figures · English words (u32 each) · shares (u8 each, in units of 1/510), little-endian.
 *
 * @returns null where the bytes are none of this version
 */
export function decodeOlderSketch(bytes: Uint8Array): DocumentSketch | null {
  const [version, words = 0, names = 0, figures = 0] = bytes;
  const english = bytes[12] ?? 0;
  if (version !== OLDER_VERSION || bytes.length !== HEAD + 4 * (words + names + figures + english) + words) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD;
  const list = (count: number): Uint32Array => {
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++, at += 4) hashes[i] = view.getUint32(at, true);
    return hashes;
  };
  const hashes = list(words);
  const rest = { names: cutHashes(list(names)), figures: cutHashes(list(figures)), english: cutHashes(list(english)) };
  let squares = 0;
  const kept = hashes.map((hash, i) => {
    const share = u8At(bytes, at + i) / UNIT;
    squares += share * share;
    return sketchWord(hash, share);
  });
  const held = heldIn(kept, Math.min(255, Math.round(Math.sqrt(squares) * 255)));
  return { ...held, ...rest, text: view.getUint32(4, true), language: view.getUint32(8, true) };
}
