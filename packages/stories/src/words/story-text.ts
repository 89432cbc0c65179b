import { mustAt, type Span } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { numberAt } from "./number-at.ts";
import { sentenceIndexAt, sentenceSpans } from "./sentence-spans.ts";
import { type Codes, codesOf, type Run, type Vocabulary } from "./vocabulary.ts";

/** The kinds of characters words are made of, as bits; `UNREAD` until a character is first met. */
const DIGIT = 1;
/** Han and kana: one word a character, where a word begins with it. */
const SINGLE = 2;
const LETTER = 4;
const UNREAD = 128;
const kinds = new Uint8Array(65_536).fill(UNREAD);
const SINGLES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const LETTERS = /^[\p{L}\p{M}]$/u;

function readKind(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const digit = codePoint >= 0x30 && codePoint <= 0x39;
  return (digit ? DIGIT : 0) | (SINGLES.test(character) ? SINGLE : 0) | (LETTERS.test(character) ? LETTER : 0);
}

/** Kind of the character at `at`; of a surrogate pair, of the character it writes. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xfc00) === 0xd800) {
    const codePoint = text.codePointAt(at);
    return codePoint !== undefined && codePoint > 0xffff ? readKind(codePoint) : 0;
  }
  // biome-ignore lint/style/noNonNullAssertion: there is a kind for each of the 65,536 units, and every letter is asked for.
  let kind = kinds[unit]!;
  if (kind === UNREAD) {
    kind = readKind(unit);
    kinds[unit] = kind;
  }
  return kind;
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Where the run of letters and marks that begins at `at` ends. */
function lettersEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if ((unit | 32) >= 0x61 && (unit | 32) <= 0x7a) end++;
    else if (unit < 128 || (kindAt(text, end) & LETTER) === 0) break;
    else end += widthAt(text, end);
  }
  return end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** "98,000" | "5.5" | one Han or kana character | "Jean" | "don’t": where the word at `at` ends; `at` where none begins. */
function wordEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if ((kind & DIGIT) !== 0) {
    let end = digitsEnd(text, at);
    for (;;) {
      const mark = text.charCodeAt(end);
      if ((mark !== 0x2c && mark !== 0x2e) || !isDigit(text.charCodeAt(end + 1))) return end;
      end = digitsEnd(text, end + 1);
    }
  }
  if ((kind & SINGLE) !== 0) return at + widthAt(text, at);
  if ((kind & LETTER) === 0) return at;
  let end = lettersEnd(text, at);
  for (;;) {
    const mark = text.charCodeAt(end);
    if (mark !== 0x27 && mark !== 0x2019) return end;
    const next = lettersEnd(text, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
}

/** Words with their places. */
class Words {
  readonly codes: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Adds the words of a text. Words with an empty key are left out. */
  read(text: string, vocabulary: Vocabulary): this {
    for (let at = 0; at < text.length; ) {
      const end = wordEnd(text, at);
      if (end === at) {
        at++;
        continue;
      }
      const code = vocabulary.codeOf(text.slice(at, end));
      if (code >= 0) {
        this.codes.push(code);
        this.starts.push(at);
        this.ends.push(end);
      }
      at = end;
    }
    return this;
  }

  /** Adds words read elsewhere, whose text stands at `offset` here. */
  join({ codes, starts, ends }: Words, offset: number): void {
    for (const code of codes) this.codes.push(code);
    for (const start of starts) this.starts.push(start + offset);
    for (const end of ends) this.ends.push(end + offset);
  }
}

/** A text cut once into the words of a vocabulary. */
export class TextWords {
  private readonly text: string;
  private readonly vocabulary: Vocabulary;
  private readonly codes: readonly number[];
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];

  constructor(text: string, vocabulary: Vocabulary, words = new Words().read(text, vocabulary)) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.codes = words.codes;
    this.starts = words.starts;
    this.ends = words.ends;
  }

  all(): Run {
    return { codes: this.codes, starts: this.starts, from: 0, to: this.codes.length };
  }

  /** The words of the characters from `start` to `end`, as if these were all the text: a word an edge cuts is read as it is left. */
  between(start: number, end: number): Run {
    const { starts, ends, codes } = this;
    const from = this.firstFrom(start);
    let to = from;
    if (end > start) {
      to = this.firstFrom(end);
      if (to > from && numberAt(ends, to - 1) > end) return this.cut(start, end);
    }
    if (from > 0 && numberAt(ends, from - 1) > start && end > start) return this.cut(start, end);
    return { codes, starts, from, to };
  }

  /** The words before `end` that begin at `start` or after it, nearest first, `count` at most; a word `start` cuts is read as it is left. */
  before(end: number, start: number, count: number): readonly number[] {
    const last = this.firstFrom(end) - 1;
    if (last >= 0 && numberAt(this.ends, last) > end) return codesOf(this.between(start, end)).reverse().slice(0, count);
    const codes: number[] = [];
    for (let i = last; i >= 0 && codes.length < count && numberAt(this.ends, i) > start; i--) {
      if (numberAt(this.starts, i) < start) codes.push(...codesOf(this.cut(start, numberAt(this.ends, i))).reverse());
      else codes.push(numberAt(this.codes, i));
    }
    return codes;
  }

  /** The same forward. */
  after(start: number, end: number, count: number): readonly number[] {
    let i = this.firstFrom(start);
    if (i > 0 && numberAt(this.ends, i - 1) > start) return codesOf(this.between(start, end)).slice(0, count);
    const codes: number[] = [];
    for (; i < this.starts.length && codes.length < count && numberAt(this.starts, i) < end; i++) {
      if (numberAt(this.ends, i) > end) codes.push(...codesOf(this.cut(numberAt(this.starts, i), end)));
      else codes.push(numberAt(this.codes, i));
    }
    return codes;
  }

  private cut(start: number, end: number): Run {
    const part = new TextWords(this.text.slice(Math.max(0, start), end), this.vocabulary);
    return { codes: part.codes, starts: part.starts.map((at) => at + start), from: 0, to: part.codes.length };
  }

  /** The first word that begins at `position` or after it. */
  private firstFrom(position: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberAt(starts, middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What reconciliation reads of one member's text, each part once and when first asked for. */
export class MemberText {
  readonly text: string;
  private readonly vocabulary: Vocabulary;
  private readonly wordsOfSentence: (sentence: string) => Words;
  private cutWords: TextWords | null = null;
  private cutSentences: readonly Span[] | null = null;
  /** By where it begins. */
  private readonly readSentences = new Map<number, TextWords>();

  constructor(text: string, vocabulary: Vocabulary, wordsOfSentence: (sentence: string) => Words) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.wordsOfSentence = wordsOfSentence;
  }

  get words(): TextWords {
    this.cutWords ??= this.cut();
    return this.cutWords;
  }

  /** No word reaches over the end of a sentence, and the members of a story share sentences. */
  private cut(): TextWords {
    const words = new Words();
    for (const [start, end] of this.sentences) words.join(this.wordsOfSentence(this.text.slice(start, end)), start);
    return new TextWords(this.text, this.vocabulary, words);
  }

  /** The words of the sentences from `first` to `last`, with places counted from where the first begins. */
  private cutSome(first: number, last: number): TextWords {
    const [offset] = mustAt(this.sentences, first);
    const [, end] = mustAt(this.sentences, last);
    const words = new Words();
    for (let i = first; i <= last; i++) {
      const [from, to] = mustAt(this.sentences, i);
      words.join(this.wordsOfSentence(this.text.slice(from, to)), from - offset);
    }
    return new TextWords(this.text.slice(offset, end), this.vocabulary, words);
  }

  get sentences(): readonly Span[] {
    this.cutSentences ??= sentenceSpans(this.text);
    return this.cutSentences;
  }

  /** As {@link between} for callers who need no places: none are counted from the beginning of the text then. */
  codesBetween(start: number, end: number): Codes {
    const { words, offset } = this.wordsAt(start, end);
    return words.between(start - offset, end - offset);
  }

  /** As {@link TextWords.between}; no sentence beyond the stretch is read. */
  between(start: number, end: number): Run {
    const { words, offset } = this.wordsAt(start, end);
    const { codes, starts, from, to } = words.between(start - offset, end - offset);
    return { codes, starts: offset === 0 ? starts : starts.map((at) => at + offset), from, to };
  }

  /** As {@link TextWords.before}. */
  before(end: number, start: number, count: number): readonly number[] {
    const { words, offset } = this.wordsAt(start, end);
    return words.before(end - offset, start - offset, count);
  }

  /** As {@link TextWords.after}. */
  after(start: number, end: number, count: number): readonly number[] {
    const { words, offset } = this.wordsAt(start, end);
    return words.after(start - offset, end - offset, count);
  }

  /** Words that hold a stretch of the text, with their places counted from `offset`: most stretches lie in one sentence. */
  private wordsAt(start: number, end: number): { readonly words: TextWords; readonly offset: number } {
    const { sentences } = this;
    if (this.cutWords !== null || sentences.length === 0) return { words: this.words, offset: 0 };
    const at = sentenceIndexAt(sentences, start);
    const [from, to] = mustAt(sentences, at);
    if (start < from || end < start || end > this.text.length) return { words: this.words, offset: 0 };
    if (end > to) return { words: this.cutSome(at, sentenceIndexAt(sentences, end - 1)), offset: from };
    let words = this.readSentences.get(from);
    if (words === undefined) {
      const sentence = this.text.slice(from, to);
      words = new TextWords(sentence, this.vocabulary, this.wordsOfSentence(sentence));
      this.readSentences.set(from, words);
    }
    return { words, offset: from };
  }

  /** The words of `part`, which facts say stands at `start`: of the text where it does, else read by themselves. Their places count from `offset`. */
  wordsOf(part: string, start: number): { readonly run: Run; readonly offset: number } {
    if (start >= 0 && this.text.startsWith(part, start)) {
      const { words, offset } = this.wordsAt(start, start + part.length);
      return { run: words.between(start - offset, start - offset + part.length), offset: start - offset };
    }
    return { run: new TextWords(part, this.vocabulary).all(), offset: 0 };
  }
}

/** The texts of a story's members over one vocabulary. */
export class StoryText {
  readonly vocabulary: Vocabulary;
  private readonly texts = new Map<ReconcileMember, MemberText>();
  private readonly sentences = new Map<string, Words>();
  private readonly phrases = new Map<string, readonly number[]>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  of(member: ReconcileMember): MemberText {
    let text = this.texts.get(member);
    if (text === undefined) {
      text = new MemberText(member.text, this.vocabulary, (sentence) => this.wordsOfSentence(sentence));
      this.texts.set(member, text);
    }
    return text;
  }

  private wordsOfSentence(sentence: string): Words {
    let words = this.sentences.get(sentence);
    if (words === undefined) {
      words = new Words().read(sentence, this.vocabulary);
      this.sentences.set(sentence, words);
    }
    return words;
  }

  /** Distinct words of a short text that say something. */
  contentKeys(text: string): readonly number[] {
    let keys = this.phrases.get(text);
    if (keys === undefined) {
      keys = this.vocabulary.contentKeysOf(new TextWords(text, this.vocabulary).all());
      this.phrases.set(text, keys);
    }
    return keys;
  }
}
