import { detectAll } from "tinyld";

/** Detection needs this many letters before it may overrule the page. */
const LETTERS_MIN = 200;
/** Characters looked at: more changes nothing but the cost. */
const SAMPLE_CHARS = 700;

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30FF]/g, "ja"],
  [/[\uAC00-\uD7AF]/g, "ko"],
  [/[\u0E00-\u0E7F]/g, "th"],
  [/[\u0590-\u05FF]/g, "he"],
  [/[\u0370-\u03FF]/g, "el"],
  [/[\u10A0-\u10FF]/g, "ka"],
  [/[\u0530-\u058F]/g, "hy"],
  [/[\u3400-\u9FFF]/g, "zh"],
];

export interface LanguageVerdict {
  readonly language: string;
  readonly source: string;
}

/**
 * The body's language as a BCP 47 tag. What the text itself shows wins over what the page declares, because declarations are
 * copied from templates; the declared region is kept when both agree on the language (`en-GB`).
 */
export function languageOf(text: string, declared: readonly (readonly [string, string])[]): LanguageVerdict | undefined {
  const valid = declared
    .map(([tag, source]) => [normalTag(tag), source] as const)
    .filter((entry): entry is readonly [string, string] => entry[0] !== undefined);
  const detected = detectLanguage(text);
  if (detected !== undefined) {
    const agreeing = valid.filter(([tag]) => tag.split("-")[0] === detected).sort((a, b) => b[0].length - a[0].length)[0];
    if (agreeing !== undefined) return { language: agreeing[0], source: agreeing[1] };
    return { language: detected, source: "text:detected" };
  }
  const first = valid[0];
  return first === undefined ? undefined : { language: first[0], source: first[1] };
}

export function detectLanguage(text: string): string | undefined {
  // The middle of a text is the least likely to hold a foreign lead or tail.
  const from = Math.max(0, Math.floor(text.length / 2 - SAMPLE_CHARS / 2));
  const sample = text.slice(from, from + SAMPLE_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [pattern, language] of scripts) {
    const hits = sample.match(pattern)?.length ?? 0;
    // Kana settle Japanese even among many Han characters.
    if (hits > letters * (language === "ja" ? 0.08 : 0.4) && hits >= 10) return language;
  }
  if (letters < LETTERS_MIN) return undefined;
  const [best, second] = detectAll(sample);
  if (best === undefined) return undefined;
  if (best.accuracy < 0.25 || (second !== undefined && second.accuracy > best.accuracy * 0.85)) return undefined;
  return best.lang;
}

function normalTag(raw: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b/i.exec(raw.trim());
  if (match === null) return undefined;
  const parts = [match[1]!.toLowerCase()];
  if (match[2] !== undefined) parts.push(match[2][0]!.toUpperCase() + match[2].slice(1).toLowerCase());
  if (match[3] !== undefined) parts.push(match[3].toUpperCase());
  return parts.join("-");
}
