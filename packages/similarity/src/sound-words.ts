import { bytesOfBase64, u32At } from "@wirefold/core";
import { hashFolded, nameSkeleton } from "@wirefold/text";
import { SOUND_FREQUENCIES, SOUND_FREQUENCY_COUNT, SOUND_FREQUENCY_TEXTS } from "./data/sound-frequencies.ts";
import { frequencyTable, rarestOf } from "./frequency-table.ts";
import { type HeaviestWords, heaviestWords, type WeighedWord } from "./heaviest-words.ts";

/**
 * Words by how they sound: what survives another script, spelling or language. Names (Gorayev, Gorajew, Гораев) do, and so
 * do many words of the news (president, prezydent, Präsident). Each weighs by how rare it is over ten languages.
 */
const weightOfSound = frequencyTable(bytesOfBase64(SOUND_FREQUENCIES), SOUND_FREQUENCY_COUNT, rarestOf(SOUND_FREQUENCY_TEXTS));

/**
 * Sounds of words met before, by their letters: words repeat within a corpus, and a skeleton costs a microsecond. Each word has one slot,
 * which the next word that falls there takes over.
 */
const SLOTS = 2 ** 16;
const knownLetters = new Float64Array(SLOTS);
const knownSounds = new Uint32Array(SLOTS);
/** A word of one or two consonants agrees with too many others. */
const CONSONANTS_MIN = 3;
const LETTERS_MIN = 4;
/** The heaviest of a document that are kept. */
export const SOUND_WORDS_MAX = 96;

/**
 * A word's hash with its length and its ends above it, 53 bits in all. The hash alone would give two words one key, and what a
 * document's features are would then hang on which of them came first.
 */
const keyOf = (hash: number, text: string, start: number, end: number): number =>
  hash + 2 ** 32 * (((end - start) & 63) * 2 ** 15 + (text.charCodeAt(start) & 127) * 2 ** 8 + (text.charCodeAt(end - 1) & 255));

function soundOf(text: string, start: number, end: number): number {
  const hash = hashFolded(text, start, end);
  const slot = hash & (SLOTS - 1);
  const letters = keyOf(hash, text, start, end);
  if (knownLetters[slot] === letters) return u32At(knownSounds, slot);
  const skeleton = end - start > 64 ? "" : nameSkeleton(text.slice(start, end).replace(/['’]s$/u, ""));
  const sound = skeleton.length < CONSONANTS_MIN ? 0 : hashFolded(skeleton, 0, skeleton.length);
  knownLetters[slot] = letters;
  knownSounds[slot] = sound;
  return sound;
}

/** Counts the words of one document by their sound. */
export class SoundWords {
  /** Times written, and 2^16 for each time as a name. */
  readonly #counts = new Map<number, number>();

  add(text: string, start: number, end: number, isName: boolean): void {
    if (end - start < LETTERS_MIN) return;
    const sound = soundOf(text, start, end);
    if (sound !== 0) this.#counts.set(sound, (this.#counts.get(sound) ?? 0) + (isName ? 65_537 : 1));
  }

  take(): HeaviestWords {
    const ranked: WeighedWord[] = [];
    for (const [key, count] of this.#counts) {
      const weight = (1 + Math.log(count % 65_536 || 1)) * weightOfSound(key);
      ranked.push({ key, weight, marked: count >= 65_536 });
    }
    return heaviestWords(ranked, SOUND_WORDS_MAX);
  }
}
