import { detectLanguage, stopWordShares } from "@wirefold/text";

/** Detection needs this many letters before it may overrule the page. */
const LETTERS_MIN = 200;
/** Share of stop words that is enough to confirm what the page declares, were its text a list. */
const CONFIRMING_SHARE = 0.1;
/** Enough for that where no other language has a third of it. */
const LONE_SHARE = 0.06;

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
  const shares = stopWordShares(text);
  const shareOf = (language: string): number => shares.find((one) => one.language === language)?.share ?? 0;
  // Close relatives share half of each other's words: the declared one must come near the best.
  const [best, next] = shares;
  const isAlone = best !== undefined && best.share >= LONE_SHARE && best.share > 3 * (next?.share ?? 0);
  const enough = isAlone ? best.share : Math.max(CONFIRMING_SHARE, (best?.share ?? 0) * 0.8);
  const confirmed = valid
    .filter(([tag]) => shareOf(tag.replace(/-.*$/s, "")) >= enough)
    .sort((a, b) => b[0].length - a[0].length)[0];
  if (confirmed !== undefined) return { language: confirmed[0], source: confirmed[1] };
  const detected = detectLanguage(text, shares);
  // A few words settle a language of its own script; of others a page that declares its own knows more than they say.
  if (detected !== null && (valid.length === 0 || !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text) || hasLetters(text))) {
    const agreeing = valid.filter(([tag]) => tag.split("-")[0] === detected).sort((a, b) => b[0].length - a[0].length)[0];
    if (agreeing !== undefined) return { language: agreeing[0], source: agreeing[1] };
    return { language: detected, source: "text:detected" };
  }
  const first = valid[0];
  return first === undefined ? undefined : { language: first[0], source: first[1] };
}

/** Whether a text has {@link LETTERS_MIN} letters or more. */
function hasLetters(text: string): boolean {
  let letters = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) if (++letters >= LETTERS_MIN) return true;
  return false;
}

function normalTag(raw: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b/i.exec(raw.trim());
  if (match === null) return undefined;
  const parts = [(match[1] ?? "").toLowerCase()];
  if (match[2] !== undefined) parts.push(match[2].charAt(0).toUpperCase() + match[2].slice(1).toLowerCase());
  if (match[3] !== undefined) parts.push(match[3].toUpperCase());
  return parts.join("-");
}
