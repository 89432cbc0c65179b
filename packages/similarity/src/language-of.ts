import { hashStem } from "@wirefold/text";
import { IDEOGRAPH } from "./features.ts";

/** The commonest words of languages news comes in: enough to tell two texts' languages apart, no language identifier. */
const COMMON: Readonly<Record<string, string>> = {
  en: "the of and to in that for is was with said has have are from were been they which",
  de: "der die und das ist nicht den von mit auf für dem eine sich auch nach bei wurde werden",
  fr: "le les des est dans pour que une qui sur pas par avec sont ont cette mais aux plus",
  es: "el los las que una por con del para está como más pero han fue sus este según",
  it: "il che della per una sono non con gli del nel anche stato alla hanno delle questo",
  pt: "não uma que com para por dos foi mais como são pelo pela seu também disse",
  nl: "het een van niet zijn met voor op aan ook bij door werd naar heeft dat maar",
  pl: "nie się jest że przez jak oraz został który były są dla także po ich",
  ru: "не что это на по из как его был для они мы также после был было",
  uk: "не що це на та із як його був для вони також після було який",
  sv: "och att det som inte har med för den till är av ett från",
  tr: "ve bir bu için ile olarak olan daha çok gibi sonra kadar",
};
const languages = Object.keys(COMMON);
const wordLanguages = new Map<number, number>();
for (const [at, words] of Object.values(COMMON).entries())
  for (const word of words.split(" ")) {
    const hash = hashStem(word, 0, word.length);
    wordLanguages.set(hash, (wordLanguages.get(hash) ?? 0) | (1 << at));
  }

/** Words read for it: the first pages tell. */
const WORDS_MAX = 600;

export function languageOf(
  given: string | null | undefined,
  tokens: Uint32Array,
  flags: Uint8Array,
  count: number,
): string | null {
  if (typeof given === "string" && /^[a-z]{2,3}(-|$)/iu.test(given)) return given.split("-")[0]!.toLowerCase();
  const hits = new Uint32Array(languages.length);
  const read = Math.min(count, WORDS_MAX);
  let ideographs = 0;
  for (let i = 0; i < read; i++) {
    if ((flags[i]! & IDEOGRAPH) !== 0) ideographs++;
    const spoken = wordLanguages.get(tokens[i]!);
    if (spoken === undefined) continue;
    for (let at = 0; at < languages.length; at++) if ((spoken & (1 << at)) !== 0) hits[at]!++;
  }
  // Which of the languages without spaces it is does not matter here: none is an alphabet's.
  if (ideographs * 2 > read) return "und-no-spaces";
  let best = -1;
  for (let at = 0; at < languages.length; at++) if (hits[at]! > (best < 0 ? 2 : hits[best]!)) best = at;
  return best < 0 ? null : languages[best]!;
}
