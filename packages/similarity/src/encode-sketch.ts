import { u8At, u32At } from "@wirefold/core";
import { decodeOlderSketch } from "./decode-older-sketch.ts";
import { type DocumentSketch, heldIn } from "./sketch.ts";

/**
 * u8 version · u8 words · u8 names · u8 figures · u8 English words · u8 length held · u16 unused · u32 text · u32 language ·
 * words · names · figures · English words (three bytes each), little-endian.
 */
export const SKETCH_VERSION = 4;
/** Bytes before the lists, and of what is in them. */
const HEAD = 16;
const EACH = 3;

export function encodeSketch(sketch: DocumentSketch): Uint8Array {
  const { words, names, figures, english } = sketch;
  const bytes = new Uint8Array(HEAD + EACH * (words.length + names.length + figures.length + english.length));
  const view = new DataView(bytes.buffer);
  bytes.set([SKETCH_VERSION, words.length, names.length, figures.length, english.length, sketch.heldUnits]);
  view.setUint32(8, sketch.text, true);
  view.setUint32(12, sketch.language, true);
  let at = HEAD;
  for (const list of [words, names, figures, english])
    for (let i = 0; i < list.length; i++, at += EACH) {
      const value = u32At(list, i);
      bytes[at] = value;
      bytes[at + 1] = value >>> 8;
      bytes[at + 2] = value >>> 16;
    }
  return bytes;
}

/** @returns null where the bytes are of no version that is read: make the sketch again from the features. */
export function decodeSketch(bytes: Uint8Array): DocumentSketch | null {
  const [version, words = 0, names = 0, figures = 0, english = 0, heldUnits = 0] = bytes;
  if (version !== SKETCH_VERSION) return decodeOlderSketch(bytes);
  if (bytes.length !== HEAD + EACH * (words + names + figures + english)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD;
  const list = (count: number): Uint32Array => {
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++, at += EACH)
      hashes[i] = u8At(bytes, at) | (u8At(bytes, at + 1) << 8) | (u8At(bytes, at + 2) << 16);
    return hashes;
  };
  const held = heldIn(list(words), heldUnits);
  return {
    ...held,
    names: list(names),
    figures: list(figures),
    english: list(english),
    text: view.getUint32(8, true),
    language: view.getUint32(12, true),
  };
}
