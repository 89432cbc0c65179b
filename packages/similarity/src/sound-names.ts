import { hashFolded, nameSkeleton } from "@wirefold/text";

/** Skeletons of names met before, by stem: names repeat within a corpus far more than words, and a skeleton costs a microsecond. */
const known = new Map<number, number>();
const KNOWN_MAX = 100_000;
/** A name of one or two consonants agrees with too many others. */
const CONSONANTS_MIN = 3;
const NAMES_MAX = 48;

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

/** Counts the names of one document by their sound. */
export class SoundNames {
  private readonly counts = new Map<number, number>();

  add(stem: number, text: string, start: number, end: number): void {
    if (end - start < 4) return;
    const sound = soundOf(stem, text, start, end);
    if (sound !== 0) this.counts.set(sound, (this.counts.get(sound) ?? 0) + 1);
  }

  /** The most frequent names first; equally frequent ones by hash. */
  take(): Uint32Array {
    const ranked = [...this.counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NAMES_MAX);
    return Uint32Array.from(ranked, ([sound]) => sound);
  }
}
