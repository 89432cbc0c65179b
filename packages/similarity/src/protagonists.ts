import { f32At } from "@wirefold/core";

/**
 * Whom and what a text is about: its names, by how rare and how often named. Two arrests, matches or quakes of one kind share words,
 * place and week; what they do not share is who was arrested, played or was hit, and that is what each names most.
 */
export interface Protagonists {
  /** Indices of the words, most telling first. */
  readonly words: readonly number[];
  /** Share of the first of them in the text's vector; 0 without names. */
  readonly most: number;
}

/** A text's first names: the one it is about and those it is about them with. */
const NAMES_KEPT = 3;

/**
 * @param share Per word its part of the text's unit vector.
 * @param isName Whether a word is a name in this text.
 */
export function protagonistsOf(share: Float32Array, isName: (word: number) => boolean): Protagonists {
  const words: number[] = [];
  for (let word = 0; word < share.length; word++) {
    const own = f32At(share, word);
    let place = words.length;
    while (place > 0 && own > f32At(share, words[place - 1] ?? 0)) place--;
    if (place < NAMES_KEPT && isName(word)) {
      words.splice(place, 0, word);
      words.length = Math.min(words.length, NAMES_KEPT);
    }
  }
  return { words, most: words.length > 0 ? f32At(share, words[0] ?? 0) : 0 };
}

/**
 * How much another text is about these names too: 1 where it names each as much as its own first, 0 where it names none of them;
 * 1 where either has no names, since nothing speaks against it.
 *
 * @param counterpart Per word of this text its index in the other's, below 0 where it is not there.
 */
export function protagonistsHeld(
  { words, most }: Protagonists,
  counterpart: Int32Array,
  otherShare: Float32Array,
  otherMost: number,
): number {
  if (most === 0 || otherMost === 0) return 1;
  let held = 0;
  for (const word of words) {
    const there = counterpart[word] ?? -1;
    if (there >= 0) held += Math.min(1, f32At(otherShare, there) / otherMost);
  }
  return held / words.length;
}
