import { hashFolded, nameSkeleton } from "@wirefold/text";
import { SOUND_FREQUENCIES, SOUND_FREQUENCY_COUNT, SOUND_FREQUENCY_TEXTS } from "./data/sound-frequencies.ts";
import { frequencyTable } from "./frequency-table.ts";

/**
 * Words by how they sound: what survives another script, spelling or language. Names (Gorayev, Gorajew, Гораев) do, and so
 * do many words of the news (president, prezydent, Präsident). Each weighs by how rare it is over ten languages.
 */
const weightOfSound = frequencyTable(SOUND_FREQUENCIES, SOUND_FREQUENCY_COUNT, SOUND_FREQUENCY_TEXTS);

/** Keys of words met before, by stem: words repeat within a corpus, and a skeleton costs a microsecond. */
const known = new Map<number, number>();
const KNOWN_MAX = 100_000;
/** A word of one or two consonants agrees with too many others. */
const CONSONANTS_MIN = 3;
const LETTERS_MIN = 4;
/** The heaviest of a document that are kept. */
export const SOUND_WORDS_MAX = 96;
/** Weights are kept as whole numbers of this part of one. */
const WEIGHT_UNIT = 256;
const NAME_BIT = 0x80000000;

function soundOf(stem: number, text: string, start: number, end: number): number {
  let sound = known.get(stem);
  if (sound === undefined) {
    const skeleton = end - start > 64 ? "" : nameSkeleton(text.slice(start, end).replace(/['’]s$/u, ""));
    sound = skeleton.length < CONSONANTS_MIN ? 0 : hashFolded(skeleton, 0, skeleton.length);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(stem, sound);
  }
  return sound;
}

/** The heaviest words of a document by sound, heaviest first. */
export interface SoundVector {
  readonly keys: Uint32Array;
  /** Per key its weight times frequency, in units of 1/256; the highest bit says that it was written as a name. */
  readonly weights: Uint32Array;
  /** Length of the vector over all words by sound, kept or not, in the same units. */
  readonly norm: number;
}

export const soundWeight = (packed: number): number => (packed & ~NAME_BIT) >>> 0;
export const isNameSound = (packed: number): boolean => (packed & NAME_BIT) !== 0;

/** Counts the words of one document by their sound. */
export class SoundWords {
  /** Times written, and 2^16 for each time as a name. */
  readonly #counts = new Map<number, number>();

  add(stem: number, text: string, start: number, end: number, isName: boolean): void {
    if (end - start < LETTERS_MIN) return;
    const sound = soundOf(stem, text, start, end);
    if (sound !== 0) this.#counts.set(sound, (this.#counts.get(sound) ?? 0) + (isName ? 65_537 : 1));
  }

  take(): SoundVector {
    let norm = 0;
    const ranked: [key: number, weight: number, name: boolean][] = [];
    for (const [key, count] of this.#counts) {
      const weight = Math.round((1 + Math.log(count % 65_536 || 1)) * weightOfSound(key) * WEIGHT_UNIT);
      norm += weight * weight;
      ranked.push([key, weight, count >= 65_536]);
    }
    ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    ranked.splice(SOUND_WORDS_MAX);
    return {
      keys: Uint32Array.from(ranked, ([key]) => key),
      weights: Uint32Array.from(ranked, ([, weight, name]) => (name ? weight | NAME_BIT : weight)),
      norm: Math.round(Math.sqrt(norm)),
    };
  }
}
