import { createRequire } from "node:module";

/**
 * The statistical detector's profiles take some 45 MB, and most texts are settled by their script or their function words: it is
 * loaded when the first text needs it.
 */
const require = createRequire(import.meta.url);
let detectAll: ((text: string) => { lang: string; accuracy: number }[]) | undefined;
const detectByProfile = (text: string): { lang: string; accuracy: number }[] => {
  detectAll ??= (require("tinyld") as { detectAll: (text: string) => { lang: string; accuracy: number }[] }).detectAll;
  return detectAll(text);
};

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
  const shares = functionWordShares(text);
  const shareOf = (language: string): number => shares.find((one) => one.language === language)?.share ?? 0;
  // Close relatives share half of each other's words: the declared one must come near the best.
  const [best, next] = shares;
  const isAlone = best !== undefined && best.share >= LONE_SHARE && best.share > 3 * (next?.share ?? 0);
  const enough = isAlone ? best.share : Math.max(CONFIRMING_SHARE, (best?.share ?? 0) * 0.8);
  const confirmed = valid.filter(([tag]) => shareOf(tag.split("-")[0]!) >= enough).sort((a, b) => b[0].length - a[0].length)[0];
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
    da: "og i at det er en den til på som med for af de ikke der har fra ved også",
    nb: "og i det er en på som til med for av ikke har de å et fra ble også han",
    fi: "ja on ei että se oli hän mutta myös kun ovat sen mukaan jotka",
    cs: "a v na se že je o s z do to i ve pro jako by jsou ale za který",
    sk: "a v na sa že je o s z do to aj vo pre ako by sú ale za ktorý",
    uk: "і в на не що з та до за як це від у про але для який його було",
    bg: "и на се да е в за от с не са по че което ще към като или",
    ro: "și de în a la cu pe nu din că este o să pentru care mai fost sunt",
    hu: "a az és hogy nem is egy van meg de csak volt már ez azt mint",
    tr: "ve bir bu da de için ile çok daha olarak gibi sonra kadar olan ise",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);
const FUNCTION_WORD_SHARE = 0.2;
/** Enough to confirm what the page declares, were its text a list. */
const CONFIRMING_SHARE = 0.1;
/** Enough for that where no other language has a third of it. */
const LONE_SHARE = 0.06;

function functionWordShares(text: string): { language: string; share: number }[] {
  if (text.length < LETTERS_MIN) return [];
  const from = Math.max(0, Math.floor(text.length / 2 - 300));
  const words = text
    .slice(from, from + 600)
    .toLowerCase()
    .split(/[\s.,;:!?"()\u201C\u201D\u00AB\u00BB]+/);
  if (words.length < 30) return [];
  const hits = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOfWord.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  return [...hits].map(([language, count]) => ({ language, share: count / words.length })).sort((a, b) => b.share - a.share);
}

const languagesOfWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of words) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language]);
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
  const [first, next] = functionWordShares(text);
  if (first !== undefined && first.share >= FUNCTION_WORD_SHARE && first.share > (next?.share ?? 0) * 1.3) return first.language;
  const [best, second] = detectByProfile(sample);
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
