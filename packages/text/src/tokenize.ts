import { foldUnit } from "./normalize.ts";

/**
 * Tokens of a text in any script, into typed arrays. A word is a run of letters (with the digits, marks and inner
 * apostrophes it holds); a number is a run of digits with its inner separators; scripts written without spaces (Han,
 * kana, Thai, Lao, Khmer, Burmese) give one token per character, for readers that use overlapping pairs of them.
 */
export const TokenKind = { word: 0, number: 1, ideograph: 2 } as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Reusable room for tokens: `tokenize` grows it as needed and sets `count`. Valid until the next call that is given it. */
export interface TokenBuffer {
  count: number;
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
}

export function createTokenBuffer(capacity = 2048): TokenBuffer {
  return { count: 0, start: new Uint32Array(capacity), end: new Uint32Array(capacity), kind: new Uint8Array(capacity) };
}

function grow(buffer: TokenBuffer): void {
  const capacity = buffer.start.length * 2;
  const start = new Uint32Array(capacity);
  const end = new Uint32Array(capacity);
  const kind = new Uint8Array(capacity);
  start.set(buffer.start);
  end.set(buffer.end);
  kind.set(buffer.kind);
  buffer.start = start;
  buffer.end = end;
  buffer.kind = kind;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const IDEOGRAPH = 3;
const MARK = 4;
const HIGH_SURROGATE = 5;

const classPages: (Uint8Array | undefined)[] = new Array(256).fill(undefined);
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classPage(page: number): Uint8Array {
  const classes = new Uint8Array(256);
  for (let low = 0; low < 256; low++) {
    const unit = (page << 8) | low;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      classes[low] = unit <= 0xdbff ? HIGH_SURROGATE : OTHER;
      continue;
    }
    const char = String.fromCharCode(unit);
    if (/\p{Nd}/u.test(char)) classes[low] = DIGIT;
    else if (NO_SPACES.test(char) && /[\p{L}\p{M}]/u.test(char)) classes[low] = /\p{M}/u.test(char) ? MARK : IDEOGRAPH;
    else if (/\p{L}/u.test(char)) classes[low] = LETTER;
    else if (/\p{M}/u.test(char) || unit === 0x200d || unit === 0xad) classes[low] = MARK;
  }
  classPages[page] = classes;
  return classes;
}

function classOf(unit: number): number {
  // biome-ignore lint/style/noNonNullAssertion: a page has 256 classes, and this runs for every letter of every text.
  return (classPages[unit >> 8] ?? classPage(unit >> 8))[unit & 0xff]!;
}

/**
 * Tokenises `text` from `from` on into `buffer`, stopping after `limit` tokens, in one pass and without allocating per
 * token. Returns the offset where it stopped.
 */
export function tokenize(text: string, buffer: TokenBuffer, limit = Number.POSITIVE_INFINITY, from = 0): number {
  let count = 0;
  let i = from;
  const length = text.length;
  while (i < length && count < limit) {
    const kindHere = classOf(text.charCodeAt(i));
    if (kindHere === OTHER || kindHere === MARK) {
      i++;
      continue;
    }
    const start = i;
    let kind: TokenKind;
    if (kindHere === IDEOGRAPH) {
      kind = TokenKind.ideograph;
      i++;
      while (i < length && classOf(text.charCodeAt(i)) === MARK) i++;
    } else if (kindHere === HIGH_SURROGATE) {
      const point = text.codePointAt(i);
      // Beyond the basic plane only rare Han is worth a token of its own; emoji and symbols are not words.
      const isHan = point !== undefined && point >= 0x20000 && point <= 0x3ffff;
      i += point !== undefined && point > 0xffff ? 2 : 1;
      if (!isHan) continue;
      kind = TokenKind.ideograph;
    } else if (kindHere === DIGIT) {
      kind = TokenKind.number;
      i++;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        if (classOf(unit) === DIGIT) continue;
        // Separators count only between digits: 194,000 · 3.5 · 12’000
        if ((unit === 0x2e || unit === 0x2c || unit === 0x27 || unit === 0x2019) && i + 1 < length) {
          if (classOf(text.charCodeAt(i + 1)) === DIGIT) continue;
        }
        break;
      }
    } else {
      kind = TokenKind.word;
      i++;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        const inner = classOf(unit);
        if (inner === LETTER || inner === MARK || inner === DIGIT) continue;
        if ((unit === 0x27 || unit === 0x2019) && i + 1 < length && classOf(text.charCodeAt(i + 1)) === LETTER) continue;
        break;
      }
    }
    if (count === buffer.start.length) grow(buffer);
    buffer.start[count] = start;
    buffer.end[count] = i;
    buffer.kind[count] = kind;
    count++;
  }
  buffer.count = count;
  return i;
}

/** The word that is being stemmed: its folded letters. */
const scratch = new Uint16Array(64);

/** A letter of that word. Asked only for places below its length, so there is one. */
function letterAt(place: number): number {
  // biome-ignore lint/style/noNonNullAssertion: as said above, and this runs for every letter of every word.
  return scratch[place]!;
}

function isVowel(unit: number): boolean {
  return unit === 0x61 || unit === 0x65 || unit === 0x69 || unit === 0x6f || unit === 0x75 || unit === 0x79;
}

/** Whether scratch[0..length) ends in the given ASCII suffix. */
function endsWith(length: number, suffix: string): boolean {
  const from = length - suffix.length;
  if (from < 0) return false;
  for (let i = 0; i < suffix.length; i++) if (scratch[from + i] !== suffix.charCodeAt(i)) return false;
  return true;
}

/** Drops a doubled last consonant: stopp(ed) -> stop. */
function undouble(length: number): number {
  if (length < 4) return length;
  const last = letterAt(length - 1);
  return last === scratch[length - 2] && !isVowel(last) && last !== 0x6c && last !== 0x73 ? length - 1 : length;
}

function hasVowel(length: number): boolean {
  for (let i = 0; i < length; i++) if (isVowel(letterAt(i))) return true;
  return false;
}

/** Suffixes that make one word of another (Porter 1980, steps 2 to 4, flattened), longest first, by their last letter. */
const DERIVATIONS: (readonly string[] | undefined)[] = [];
for (const suffix of (
  "ization isation fulness iveness ousness ability ibility ation ement ition ative ivity ality ment ness ence ance able ible " +
  "ious ical ion ity ive ize ise ful ous ism ist ant ent al er or ic"
).split(" ")) {
  const last = suffix.charCodeAt(suffix.length - 1);
  DERIVATIONS[last] = [...(DERIVATIONS[last] ?? []), suffix];
}

/**
 * Light stemming in place: English inflection for Latin words (announce, announces, announced and announcing agree),
 * a cut of the last two letters for long words of other alphabets, whose case endings would split every name.
 */
function stem(length: number): number {
  if (endsWith(length, "'s")) length -= 2;
  if (length < 4) return length;
  const first = letterAt(0);
  if (first >= 0x370) return length >= 6 ? length - 2 : length;
  if (endsWith(length, "ies") && length > 4) {
    scratch[length - 3] = 0x79;
    length -= 2;
  } else if (endsWith(length, "sses")) length -= 2;
  else if (scratch[length - 1] === 0x73) {
    const before = letterAt(length - 2);
    if (before !== 0x73 && before !== 0x75 && before !== 0x69) length -= 1;
  }
  if (endsWith(length, "ing") && length > 5 && hasVowel(length - 3)) length = undouble(length - 3);
  else if (endsWith(length, "ed") && length > 4 && hasVowel(length - 2)) length = undouble(length - 2);
  if (endsWith(length, "ly") && length > 5) length -= 2;
  const suffixes = DERIVATIONS[letterAt(length - 1)];
  if (suffixes !== undefined && length > 5) {
    for (const suffix of suffixes) {
      if (length - suffix.length < 4 || !endsWith(length, suffix)) continue;
      length -= suffix.length;
      break;
    }
  }
  if (length > 4 && scratch[length - 1] === 0x65) length -= 1;
  // British and American spelling: mobilise, mobilize.
  if (length > 5 && scratch[length - 1] === 0x73 && scratch[length - 2] === 0x69) scratch[length - 1] = 0x7a;
  if (length > 4 && scratch[length - 1] === 0x79) scratch[length - 1] = 0x69;
  return length;
}

/** Mixes a 32-bit value so that every input bit reaches every output bit (the finaliser of MurmurHash3, public domain). */
export function mix32(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}

/** The 32-bit hash of a word's folded stem: `text.slice(start, end)` folded, lightly stemmed, FNV-1a, mixed. Never 0. */
export function hashStem(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end && length < 64; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x300 && classOf(unit) === MARK) continue;
    scratch[length++] = foldUnit(unit);
  }
  length = stem(length);
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ letterAt(i), 0x01000193);
  return mix32(hash) || 1;
}

/** The 32-bit hash of a word's folded letters, without stemming. Never 0. */
export function hashFolded(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x300 && classOf(unit) === MARK) continue;
    hash = Math.imul(hash ^ foldUnit(unit), 0x01000193);
  }
  return mix32(hash) || 1;
}
