import { u8At } from "@wirefold/core";
/** What each UTF-16 unit is, in one table: a look-up per character instead of a chain of comparisons. */

/** Classes of {@link charClass}, for counting. */
export const CHAR = {
  letter: 0,
  upper: 1,
  digit: 2,
  space: 3,
  /** A character of a script written without spaces. */
  unspaced: 4,
  sentenceEnd: 5,
  question: 6,
  comma: 7,
  separator: 8,
  quote: 9,
  punctuation: 10,
  /** Punctuation that may stand inside a word: apostrophe and hyphen. */
  joiner: 11,
} as const;

/** Classes of {@link foldClass}, for comparing texts: 0 is a boundary between words. */
export const FOLD = { boundary: 0, letter: 1, digit: 2, apostrophe: 3 } as const;

export const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x0e00 && code <= 0x0fff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff);

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
  (code >= 0x391 && code <= 0x3a9) ||
  (code >= 0x400 && code <= 0x42f) ||
  (code >= 0x386 && code <= 0x38f) ||
  (code >= 0x100 && code <= 0x17f && (code & 1) === 0);

const isPunctuation = (code: number): boolean =>
  (code > 32 && code < 48) ||
  (code > 57 && code < 65) ||
  (code > 90 && code < 97) ||
  (code > 122 && code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
  (code >= 0x2010 && code <= 0x206f) ||
  (code >= 0x3001 && code <= 0x3020) ||
  (code >= 0xff01 && code <= 0xff0f) ||
  (code >= 0xff1a && code <= 0xff20) ||
  (code >= 0x2190 && code <= 0x2bff) ||
  (code >= 0x20a0 && code <= 0x20cf);

const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((char) => char.charCodeAt(0)));

/** . ! ? and what ends sentences in other scripts: Arabic, Armenian, Devanagari, Ethiopic, Burmese, Khmer, Tibetan, East Asian. */
const sentenceEnds = codesOf(
  ".!?\u3002\uFF01\uFF1F\u2026\u061F\u06D4\u0589\u0964\u0965\u0DF4\u0F0D\u0F0E\u104B\u1362\u1367\u17D4\u17D5\uFF0E\u037E",
);
const questions = codesOf("?\uFF1F\u061F\u1367");
const commas = codesOf(",;\uFF0C\u3001\u060C\u061B\u104A\u1363\uFF1B");
/** Marks that join links and labels. */
const separators = codesOf("|\u00B7\u2022\u00BB\u203A>/\u25CF\u2192\u25BA");
const quotes = codesOf('"\u201C\u201D\u00AB\u201E\u300C');
const joiners = codesOf("'\u2019-");
const closings = codesOf("\"')]\u201D\u2019\u00BB\u300D\uFF09\u300F\u201C");
const apostrophes = codesOf("\u2018\u2019\u02BC'`\u00B4");

function charClass(code: number): number {
  if (code === 32) return CHAR.space;
  if (code >= 48 && code <= 57) return CHAR.digit;
  if (isPunctuation(code)) return CHAR.punctuation;
  if (isUnspaced(code)) return CHAR.unspaced;
  return isUpper(code) ? CHAR.upper : CHAR.letter;
}

/** Scripts beyond Latin count whole as letters, but for the blocks of punctuation. */
function foldClass(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return FOLD.letter;
    return code >= 48 && code <= 57 ? FOLD.digit : FOLD.boundary;
  }
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? FOLD.letter : FOLD.boundary;
  if (code === 0xd7 || code === 0xf7) return FOLD.boundary;
  if (code >= 0x2000 && code <= 0x2bff) return FOLD.boundary;
  if (code >= 0x3000 && code <= 0x303f) return code === 0x3005 || code === 0x3007 ? FOLD.letter : FOLD.boundary;
  if (
    code === 0x30fb ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  )
    return FOLD.boundary;
  if (code >= 0xff10 && code <= 0xff19) return FOLD.digit;
  if ((code >= 0x0660 && code <= 0x0669) || (code >= 0x06f0 && code <= 0x06f9)) return FOLD.digit;
  return FOLD.letter;
}

const otherBoundaries = codesOf(
  "\u060C\u061B\u061F\u06D4\u0589\u0964\u0965\u0DF4\u0387\u037E\u05BE\u104A\u104B\u1362\u1363\u1367\u17D4\u17D5",
);

const FOLD_SHIFT = 4;
const FOLD_MASK = 3;

const CLOSING = 1 << 6;

/** Low four bits the {@link CHAR} class, the two above them the {@link FOLD} class, then one for quotes and brackets that close. */
export const CHAR_TABLE = new Uint8Array(65536);
for (let code = 0; code < CHAR_TABLE.length; code++) CHAR_TABLE[code] = charClass(code) | (foldClass(code) << FOLD_SHIFT);
export const CHAR_MASK = (1 << FOLD_SHIFT) - 1;

// The few characters with a class of their own are put over the ranges, a later line over an earlier one.
const setChar = (codes: Iterable<number>, kind: number): void => {
  for (const code of codes) CHAR_TABLE[code] = (u8At(CHAR_TABLE, code) & ~CHAR_MASK) | kind;
};
const setFold = (codes: Iterable<number>, kind: number): void => {
  for (const code of codes) CHAR_TABLE[code] = (u8At(CHAR_TABLE, code) & ~(FOLD_MASK << FOLD_SHIFT)) | (kind << FOLD_SHIFT);
};
setChar(joiners, CHAR.joiner);
setChar(quotes, CHAR.quote);
setChar(separators, CHAR.separator);
setChar(commas, CHAR.comma);
setChar(sentenceEnds, CHAR.sentenceEnd);
setChar(questions, CHAR.question);
setFold(otherBoundaries, FOLD.boundary);
setFold(apostrophes, FOLD.apostrophe);
for (const code of closings) CHAR_TABLE[code] = u8At(CHAR_TABLE, code) | CLOSING;

export const foldClassAt = (text: string, at: number): number =>
  (u8At(CHAR_TABLE, text.charCodeAt(at)) >> FOLD_SHIFT) & FOLD_MASK;

export const isClosing = (code: number): boolean => (u8At(CHAR_TABLE, code) & CLOSING) !== 0;

/** Whether a mark ends a sentence, as a question does. */
export function isSentenceEnd(code: number): boolean {
  const kind = u8At(CHAR_TABLE, code) & CHAR_MASK;
  return kind === CHAR.sentenceEnd || kind === CHAR.question;
}

/** HTML's white space: tab, LF, FF, CR and space. */
export const isSpaceCode = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
