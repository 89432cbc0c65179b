import { detectAll } from "tinyld";

/** Detection needs this many letters before it may overrule the page. */
const LETTERS_MIN = 200;
/** Characters looked at: more changes nothing but the cost. */
const SAMPLE_CHARS = 400;

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
  // The commonest case, and the cheapest to check: the page is written in the language it declares.
  const confirmed = valid
    .filter(([tag]) => hasFunctionWords(text, tag.split("-")[0]!))
    .sort((a, b) => b[0].length - a[0].length)[0];
  if (confirmed !== undefined) return { language: confirmed[0], source: confirmed[1] };
  const detected = detectLanguage(text);
  if (detected !== undefined) {
    const agreeing = valid.filter(([tag]) => tag.split("-")[0] === detected).sort((a, b) => b[0].length - a[0].length)[0];
    if (agreeing !== undefined) return { language: agreeing[0], source: agreeing[1] };
    return { language: detected, source: "text:detected" };
  }
  const first = valid[0];
  return first === undefined ? undefined : { language: first[0], source: first[1] };
}

/** Function words that no other language in the list shares in such numbers. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the of and to in that is was for with on as it are this by from have has not but which their they were",
    de: "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach",
    fr: "le les et des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec cette ont mais comme",
    es: "el los y en que las un por con una para su del se al lo como más pero sus le ha este sí porque esta entre fue",
    it: "il che di e la un per del non una sono in con le si dei della da è al anche come ha nel alla più gli delle",
    pt: "o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito foi",
    nl: "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij dan nog naar uit door over",
    pl: "w i na się nie do to że jest z o jak po co tak za od ale przez czy tym dla być oraz są było który",
    ru: "и в не на что с по как это но за от из для же его к при так она они был также",
    el: "και το του να η της με για που από στην στο είναι οι τα των θα δεν ότι σε τον την",
    sv: "och att det i en som på är av för med den till inte har de ett om men var vid",
    tr: "ve bir bu da de için ile çok daha olarak gibi sonra kadar olan ise",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);
const FUNCTION_WORD_SHARE = 0.22;

function hasFunctionWords(text: string, language: string): boolean {
  const known = functionWords[language];
  if (known === undefined || text.length < LETTERS_MIN) return false;
  return shareOf(sampleWords(text), known) >= FUNCTION_WORD_SHARE;
}

/** The middle of a text, as words: the least likely part to hold a foreign lead or tail. */
function sampleWords(text: string): string[] {
  const from = Math.max(0, Math.floor(text.length / 2 - 300));
  return text
    .slice(from, from + 600)
    .toLowerCase()
    .split(/[\s.,;:!?"()\u201C\u201D\u00AB\u00BB]+/);
}

function shareOf(words: readonly string[], known: ReadonlySet<string>): number {
  if (words.length < 30) return 0;
  let hits = 0;
  for (const word of words) if (known.has(word)) hits += 1;
  return hits / words.length;
}

/**
 * The one language whose function words fill a good share of the text, or undefined where none or two do. Settles nearly all
 * texts in the listed languages at a hundredth of the cost of statistical detection, which takes longer than all the rest of
 * cleaning a plain text.
 */
function languageByFunctionWords(text: string): string | undefined {
  if (text.length < LETTERS_MIN) return undefined;
  const words = sampleWords(text);
  const shares = Object.entries(functionWords)
    .map(([language, known]) => [language, shareOf(words, known)] as const)
    .sort((a, b) => b[1] - a[1]);
  const [[language, share], [, next]] = shares as [readonly [string, number], readonly [string, number]];
  return share >= FUNCTION_WORD_SHARE && share >= 2 * next ? language : undefined;
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
  const obvious = languageByFunctionWords(text);
  if (obvious !== undefined) return obvious;
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
