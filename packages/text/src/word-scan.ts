import { lowered } from "./word-table.ts";

/** What a token of a {@link WordScan} is. */
export const tokenKind = { word: 1, number: 2, mark: 3, newline: 4 } as const;

/** Longest token: text without white space is cut here, so no step meets a word of a megabyte. */
const tokenLengthMax = 64;

/**
 * A text cut once into words, digit groups, marks and line ends, for the recognizers that read over words.
 * Finer than a search tokenizer: “five-kilometre” is three tokens, “Russia’s” is “Russia” and “’s”, “$5m” is “$”, “5”, “m”;
 * “98,000”, “U.S.” and “don’t” are one each. Tokens keep their place, so every answer is a span of the text.
 */
export class WordScan {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** What was cut out of the text so far, as written and in lower case. */
  private readonly raws: (string | undefined)[];
  protected readonly lowers: (string | undefined)[];

  constructor(text: string) {
    this.text = text;
    let capacity = (text.length >> 2) + 16;
    let starts = new Int32Array(capacity);
    let ends = new Int32Array(capacity);
    let kinds = new Uint8Array(capacity);
    let count = 0;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) {
        at++;
        continue;
      }
      let end = at + 1;
      let kind: number = tokenKind.mark;
      if (code === 0x0a) {
        kind = tokenKind.newline;
        while (end < text.length && (isBlank(text.charCodeAt(end)) || text.charCodeAt(end) === 0x0a)) end++;
      } else if (isDigit(code)) {
        kind = tokenKind.number;
        end = numberEnd(text, at);
      } else if (isLetter(code)) {
        kind = tokenKind.word;
        end = wordEnd(text, at);
      } else if (
        (code === 0x27 || code === 0x2019) &&
        at > 0 &&
        isLetter(text.charCodeAt(at - 1)) &&
        (text.charCodeAt(at + 1) | 32) === 0x73 &&
        !isLetter(text.charCodeAt(at + 2))
      ) {
        end = at + 2; // ’s
      }
      if (count === capacity) {
        capacity *= 2;
        starts = grown(starts, new Int32Array(capacity));
        ends = grown(ends, new Int32Array(capacity));
        kinds = grown(kinds, new Uint8Array(capacity));
      }
      starts[count] = at;
      ends[count] = end;
      kinds[count++] = kind;
      at = end;
    }
    this.count = count;
    this.starts = starts;
    this.ends = ends;
    this.kinds = kinds;
    this.raws = new Array(count);
    this.lowers = new Array(count);
  }

  /** The token's characters, numbers in our digits whatever theirs are; empty past either end. */
  raw(index: number): string {
    if (index < 0 || index >= this.count) return "";
    const known = this.raws[index];
    if (known !== undefined) return known;
    const cut = this.text.slice(this.starts[index], this.ends[index]);
    const raw = this.kinds[index] === tokenKind.number && this.hasForeignDigits(index) ? plainNumber(cut) : cut;
    this.raws[index] = raw;
    return raw;
  }

  /** The token in lower case, with ’ as '; empty past either end. */
  lower(index: number): string {
    if (index < 0 || index >= this.count) return "";
    const known = this.lowers[index];
    if (known !== undefined) return known;
    const raw = this.raw(index);
    const value = this.isPlainLower(index) ? raw : lowered(raw);
    this.lowers[index] = value;
    return value;
  }

  /** Whether these words, in lower case, stand at a token one after another. */
  reads(words: readonly string[], index: number): boolean {
    for (let i = 0; i < words.length; i++) if (this.lower(index + i) !== words[i]) return false;
    return true;
  }

  private hasForeignDigits(index: number): boolean {
    const end = this.ends[index] as number;
    for (let i = this.starts[index] as number; i < end; i++) if (this.text.charCodeAt(i) >= foreignDigits) return true;
    return false;
  }

  /** Digits, ASCII marks, and words of a to z alone, as most are, need no conversion. */
  private isPlainLower(index: number): boolean {
    const kind = this.kinds[index];
    if (kind === tokenKind.number) return true;
    if (kind === tokenKind.mark) return this.text.charCodeAt(this.starts[index] as number) < 0x80 && !this.isLong(index);
    const end = this.ends[index] as number;
    for (let i = this.starts[index] as number; i < end; i++) {
      const code = this.text.charCodeAt(i);
      if (code < 0x61 || code > 0x7a) return false;
    }
    return true;
  }

  private isLong(index: number): boolean {
    return (this.ends[index] as number) - (this.starts[index] as number) > 1;
  }

  /** The ending ’s, which is a token of its own. */
  isGenitive(index: number): boolean {
    return this.lower(index) === "'s";
  }

  isWord(index: number): boolean {
    return index >= 0 && index < this.count && this.kinds[index] === tokenKind.word;
  }

  isNumber(index: number): boolean {
    return index >= 0 && index < this.count && this.kinds[index] === tokenKind.number;
  }

  isNewline(index: number): boolean {
    return index < 0 || index >= this.count || this.kinds[index] === tokenKind.newline;
  }

  /** No white space between this token and the one before. */
  isGlued(index: number): boolean {
    return (
      index > 0 &&
      index < this.count &&
      this.starts[index] === this.ends[index - 1] &&
      this.kinds[index - 1] !== tokenKind.newline
    );
  }

  /** The first letter is a capital. */
  isCapital(index: number): boolean {
    if (!this.isWord(index)) return false;
    const start = this.starts[index] as number;
    const code = this.text.charCodeAt(start);
    if (code < 0x80) return code <= 0x5a;
    const char = this.text[start] as string;
    return char !== char.toLowerCase();
  }

  /** The code of a token of one character, else 0. */
  mark(index: number): number {
    if (index < 0 || index >= this.count || this.kinds[index] !== tokenKind.mark) return 0;
    const code = this.text.charCodeAt(this.starts[index] as number);
    return code === 0x66a || code === 0xff05 ? 0x25 : code;
  }

  /** The token at or after a character offset; `count` if there is none. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const isBlank = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0x0d ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff;

/** The lowest digit of another script. */
const foreignDigits = 0x660;
/** For each code of the first plane one more than the value of the decimal digit it is, else 0: filled when a text first needs it. */
let digitValues: Uint8Array | undefined;

/** By Unicode's decimal digits, which stand in runs from nought to nine: full width, Arabic, Devanagari. */
function readDigitValues(): Uint8Array {
  const out = new Uint8Array(0x10000);
  let run = 0;
  for (let code = foreignDigits; code < out.length; code++) {
    run = /\p{Nd}/u.test(String.fromCharCode(code)) ? run + 1 : 0;
    out[code] = run === 0 ? 0 : ((run - 1) % 10) + 1;
  }
  return out;
}

function foreignDigit(code: number): number {
  digitValues ??= readDigitValues();
  return digitValues[code] as number;
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= foreignDigits && foreignDigit(code) !== 0);

/** Marks inside numbers and the percent sign as other scripts write them, and as we read them. */
const foreignMarks: ReadonlyMap<number, string> = new Map([
  [0x66a, "%"],
  [0x66b, "."],
  [0x66c, ","],
  [0xff0c, ","],
  [0xff0e, "."],
  [0xff05, "%"],
]);

/** Digits and marks of other scripts as those of ours. */
function plainNumber(raw: string): string {
  let out = "";
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    out += code < foreignDigits ? raw[i] : (foreignMarks.get(code) ?? String(foreignDigit(code) - 1));
  }
  return out;
}

const isNumberMark = (code: number): boolean =>
  code === 0x2c || code === 0x2e || (code >= foreignDigits && ".,".includes(foreignMarks.get(code) ?? "-"));

/** Latin letters by table; past U+00C0 all but punctuation and symbol blocks, so words of any script hold together. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !(code >= 0xd800 && code <= 0xf8ff) &&
    !(code >= 0xff00 && code <= 0xff20));

function numberEnd(text: string, at: number): number {
  let end = at + 1;
  const limit = at + tokenLengthMax;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) end++;
    else if (isNumberMark(code) && isDigit(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  const limit = at + tokenLengthMax;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) {
      end++;
      continue;
    }
    if (code === 0x27 || code === 0x2019) {
      // “don’t”, “O’Neill” hold together; a possessive ’s stands apart.
      const next = text.charCodeAt(end + 1);
      if (!isLetter(next) || ((next | 32) === 0x73 && !isLetter(text.charCodeAt(end + 2)))) break;
      end += 2;
      continue;
    }
    // “U.S.”, “a.m.”: single letters with stops.
    if (code === 0x2e && (end === at + 1 || text.charCodeAt(end - 2) === 0x2e)) {
      const next = text.charCodeAt(end + 1);
      if (isLetter(next) && !isLetter(text.charCodeAt(end + 2))) {
        end += 2;
        continue;
      }
      if (end > at + 2) end++;
    }
    break;
  }
  return end;
}
