import { languageByLetters } from "./letter-profile.ts";
import { type StopWordShare, stopWordShares } from "./stop-words.ts";

/** Characters looked at: more changes nothing but the cost. */
const sampleChars = 400;
/** Letters below which the detector guesses. */
const lettersMin = 25;
/** Letters of a script of its own that settle the language. */
const scriptLettersMin = 5;

/** Scripts that one language of the news is written in. Kana settle Japanese even among many Han characters. */
const scripts: readonly (readonly [RegExp, string, number])[] = [
  [/[\u3040-\u30FF]/g, "ja", 0.08],
  [/[\uAC00-\uD7AF]/g, "ko", 0.4],
  [/[\u0E00-\u0E7F]/g, "th", 0.4],
  [/[\u0590-\u05FF]/g, "he", 0.4],
  [/[\u0370-\u03FF]/g, "el", 0.4],
  [/[\u10A0-\u10FF]/g, "ka", 0.4],
  [/[\u0530-\u058F]/g, "hy", 0.4],
  [/[\u3400-\u9FFF]/g, "zh", 0.4],
];

/** Share of stop words that settles a language, where no other comes near. */
const settledShare = 0.24;
const settledLead = 1.4;

/** Tags of the letter profiles that differ from ours: Norwegian as most texts are written has the tag of the whole language there. */
const tagsOfProfile: ReadonlyMap<string, string> = new Map([["no", "nb"]]);

/**
 * The language of a text as ISO 639-1, from its script, its stop words and then a statistical profile of its letters; null
 * where too little is written to tell. Reads the middle of the text only. `shares` are its {@link stopWordShares}, where they are at
 * hand.
 */
export function detectLanguage(text: string, shares?: readonly StopWordShare[]): string | null {
  const from = Math.max(0, Math.floor(text.length / 2 - sampleChars / 2));
  const sample = text.slice(from, from + sampleChars);
  const written = sample.replace(/\P{L}+/gu, "");
  const letters = /[\uD800-\uDBFF]/.test(written) ? [...written].length : written.length;
  if (/[\u0370-\uD7AF]/.test(sample))
    for (const [pattern, language, share] of scripts) {
      const hits = sample.match(pattern)?.length ?? 0;
      if (hits > letters * share && hits >= scriptLettersMin) return language;
    }
  if (letters < lettersMin) return null;
  const [first, next] = shares ?? stopWordShares(text);
  if (first !== undefined && first.share >= settledShare && first.share > (next?.share ?? 0) * settledLead) return first.language;
  const found = languageByLetters(sample);
  if (found === null || !(found.isReliable || letters >= sampleChars / 4)) return null;
  return tagsOfProfile.get(found.language) ?? found.language;
}
