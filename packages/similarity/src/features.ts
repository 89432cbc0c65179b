import type { GroupInput } from "@wirefold/core";
import { u8At, u32At } from "@wirefold/core";
import { createTokenBuffer, foldUnit, hashFront, hashStem, mix32, TokenKind, tokenize } from "@wirefold/text";
import { agencyBit, agencyOfCredit } from "./agencies.ts";
import { isCommentary } from "./commentary.ts";
import { EnglishWords } from "./english-words.ts";
import { figureValue, hashFigure, numberWord, scaleOf } from "./figure-tokens.ts";
import { type HeaviestWords, NO_WORDS } from "./heaviest-words.ts";
import { isTranslated, languageOf } from "./language-of.ts";
import { SoundWords } from "./sound-words.ts";
import { CAPITAL, DIGITS, FIGURE, IDEOGRAPH, QUOTED, SENTENCE_START, TITLE } from "./token-flags.ts";

/**
 * Features of a document: its words as a sequence of 32-bit hashes with a byte of flags each, and the little metadata
 * grouping uses. Everything two documents are compared by is a function of these, so the text is read once.
 *
 * The sequence is kept rather than a sketch of it: sketches of paraphrases agree too rarely, and
 * from the sequence n-grams of any length, sentence alignment and order of content can still be asked for.
 */
export interface DocumentFeatures {
  readonly id: string;
  /** 64 bits over the folded letters and digits of the body, as 16 hex digits: equal for texts that differ in layout only. */
  readonly textHash: string;
  /** Title first, then the body; at most `MAX_TOKENS`. */
  readonly tokens: Uint32Array;
  readonly flags: Uint8Array;
  readonly titleTokens: number;
  /** Tokens the whole document has, counted before the cap. */
  readonly tokensTotal: number;
  /** Days since 1970-01-01 UTC, with a fraction where the time of day is known; null where unknown or absurd. */
  readonly publishedDay: number | null;
  /** Whether only the day is known: it then comes neither before nor after a time of that day. */
  readonly publishedDayOnly: boolean;
  /** The language's tag without region, as given or as its common words tell; null where neither says. */
  readonly language: string | null;
  /** Words by how they sound: what survives another script, spelling or language. */
  readonly sounds: HeaviestWords;
  /** The English words that stand for a text of another language, by stem; empty for English texts, whose words they are. */
  readonly english: HeaviestWords;
  readonly outlet: string | null;
  /** Bit set of the agencies the document names (see agencies.ts). */
  readonly agencies: number;
  /** The agency credited for the text, as one bit; 0 where none is. */
  readonly credit: number;
  /** Whether it is an opinion, an analysis or an explainer (commentary.ts). */
  readonly commentary: boolean;
}

/** Bumped when the same text would give other features, so stored ones are made again. */
export const FEATURES_VERSION = 6;

/**
 * A longer text is represented by its first words: 12,000 words is some forty pages of print, and the bound keeps the
 * cost of a pair below a millisecond. The text hash still covers all of it.
 */
export const MAX_TOKENS = 12_000;

export { CAPITAL, DIGITS, FIGURE, IDEOGRAPH, QUOTED, SENTENCE_START, TITLE };

const buffer = createTokenBuffer(4096);
let tokens = new Uint32Array(4096);
let flags = new Uint8Array(4096);
let used = 0;

/** A sentence without punctuation is cut here, so that alignment works on captions, lists and unpunctuated scripts. */
const SENTENCE_TOKENS_MAX = 48;

function push(token: number, flag: number): void {
  if (used === tokens.length) {
    const wider = new Uint32Array(used * 2);
    wider.set(tokens);
    tokens = wider;
    const widerFlags = new Uint8Array(used * 2);
    widerFlags.set(flags);
    flags = widerFlags;
  }
  tokens[used] = token;
  flags[used++] = flag;
}

function isUpper(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

/** Scripts without spaces are cut into words by the runtime's dictionaries, whatever language they are written in. */
let segmenter: Intl.Segmenter | undefined;
/** A run longer than this is cut in parts, which bounds what is read at once. */
const RUN_MAX = 512;

/** What is read of a document, its title and its body, in the language it is written in. */
interface Reading {
  /** As ISO 639; null where it is not known. */
  readonly language: string | null;
  readonly sounds: SoundWords;
  /** Null for English. */
  readonly english: EnglishWords | null;
}

/** Appends the tokens of `text`. Returns how many tokens were seen, the ones over the cap included. */
function readTokens(text: string, baseFlag: number, cap: number, { language, sounds, english }: Reading): number {
  tokenize(text, buffer, cap);
  const { start, end, kind, count } = buffer;
  let inQuote = 0; // the closing mark awaited, 0 outside quotes
  let sentenceTokens = SENTENCE_TOKENS_MAX;
  let cursor = 0;
  for (let i = 0; i < count; i++) {
    const from = u32At(start, i);
    const to = u32At(end, i);
    let boundary = sentenceTokens >= SENTENCE_TOKENS_MAX;
    for (; cursor < from; cursor++) {
      const unit = text.charCodeAt(cursor);
      if (unit === 0x20) continue;
      switch (unit) {
        case 0x0a: // a paragraph's end closes what it opened
          boundary = true;
          inQuote = 0;
          break;
        case 0x2e: // . ! ? … 。 ！ ？ ।
          // "Mr. Reid", "U.S. troops": a full stop after one or two letters with a capital ends no sentence.
          if (
            i > 0 &&
            !(
              u32At(end, i - 1) - u32At(start, i - 1) <= 2 &&
              isUpper(text, u32At(start, i - 1)) &&
              kind[i - 1] === TokenKind.word
            )
          )
            boundary = true;
          break;
        case 0x21:
        case 0x3f:
        case 0x3002:
        case 0xff01:
        case 0xff1f:
        case 0x0964:
          boundary = true;
          break;
        case 0x22:
          inQuote = inQuote === 0x22 ? 0 : inQuote === 0 ? 0x22 : inQuote === 0x201d ? 0 : inQuote;
          break;
        case 0x201c: // “ opens in English and closes in German
          inQuote = inQuote === 0x201c ? 0 : 0x201d;
          break;
        case 0x201e: // „
          inQuote = 0x201c;
          break;
        case 0x201d:
          inQuote = 0;
          break;
        case 0xab:
          inQuote = 0xbb;
          break;
        case 0xbb:
          inQuote = 0;
          break;
        case 0x300c:
          inQuote = 0x300d;
          break;
        case 0x300d:
          inQuote = 0;
          break;
      }
    }
    cursor = to;
    let flag = baseFlag;
    if (inQuote !== 0) flag |= QUOTED;
    if (boundary) {
      flag |= SENTENCE_START;
      sentenceTokens = 0;
    }
    sentenceTokens++;
    if (kind[i] === TokenKind.ideograph) {
      let last = i;
      while (last + 1 < count && last - i < RUN_MAX && kind[last + 1] === TokenKind.ideograph && start[last + 1] === end[last])
        last++;
      segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
      for (const { segment, isWordLike } of segmenter.segment(text.slice(from, end[last]))) {
        if (isWordLike !== true) continue;
        const hash = hashFront(segment, 0, segment.length);
        english?.add(hash, segment, 0, segment.length);
        push(hash, flag | IDEOGRAPH);
        flag &= ~SENTENCE_START;
      }
      i = last;
      cursor = u32At(end, last);
    } else if (kind[i] === TokenKind.number) {
      let value = figureValue(text, from, to);
      const next = kind[i + 1];
      if (i + 1 < count && (next === TokenKind.word || next === TokenKind.ideograph) && u32At(start, i + 1) - to <= 1) {
        const scale = scaleOf(text, u32At(start, i + 1), u32At(end, i + 1), language);
        if (scale > 1) {
          value *= scale;
          i++;
          cursor = u32At(end, i);
        }
      }
      push(hashFigure(value), flag | FIGURE | DIGITS);
    } else {
      const stem = hashStem(text, from, to);
      const value = numberWord(stem);
      if (value > 0) push(hashFigure(value), flag | FIGURE);
      else {
        const hash = english === null ? stem : hashFront(text, from, to);
        const capital = isUpper(text, from);
        push(hash, capital ? flag | CAPITAL : flag);
        english?.add(hash, text, from, to);
        sounds.add(text, from, to, capital && !boundary && baseFlag === 0);
      }
    }
  }
  return count;
}

/** 64 bits over the folded letters and digits, so that layout, punctuation and case do not matter. */
function hashOfText(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || (unit > 0x39 && unit < 0x41)) continue;
    const folded = foldUnit(unit);
    if (folded < 0x30 || (folded > 0x39 && folded < 0x61) || (folded > 0x7a && folded < 0x80)) continue;
    a = Math.imul(a ^ folded, 0x01000193);
    b = Math.imul(b ^ folded, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return mix32(a).toString(16).padStart(8, "0") + mix32(b).toString(16).padStart(8, "0");
}

const DAY_MS = 86_400_000;

/** Absurd dates (before the first newspapers on line, or unparseable) are unknown dates, so they never exclude a match. */
function dayOf(iso: string | null | undefined): number | null {
  if (typeof iso !== "string" || iso.length === 0) return null;
  const ms = Date.parse(iso);
  if (!Number.isFinite(ms)) return null;
  const day = ms / DAY_MS;
  return day < -36_525 || day > 73_050 ? null : Math.round(day * 1440) / 1440;
}

/** Reads a document once. Pure; an empty text gives empty features. */
export function featuresOf(doc: GroupInput): DocumentFeatures {
  used = 0;
  const text = typeof doc.text === "string" ? doc.text : "";
  const title = typeof doc.title === "string" ? doc.title : "";
  const language = languageOf(doc.language, text || title);
  const english = isTranslated(language) ? new EnglishWords(language) : null;
  const reading = { language, sounds: new SoundWords(), english };
  if (title.length > 0) readTokens(title, TITLE, 64, reading);
  const titleTokens = used;
  const bodyTokens = readTokens(text, 0, MAX_TOKENS - titleTokens, reading);
  let agencies = 0;
  for (let i = 0; i < used; i++) {
    if ((u8At(flags, i) & CAPITAL) !== 0) agencies |= agencyBit(u32At(tokens, i), i + 1 < used ? u32At(tokens, i + 1) : 0);
  }
  const words = tokens.slice(0, used);
  const marks = flags.slice(0, used);
  return {
    id: doc.id,
    textHash: hashOfText(text),
    tokens: words,
    flags: marks,
    titleTokens,
    tokensTotal: titleTokens + bodyTokens,
    publishedDay: dayOf(doc.published_at),
    publishedDayOnly: typeof doc.published_at === "string" && !/[T ]\d/u.test(doc.published_at),
    language,
    sounds: reading.sounds.take(),
    english: english?.take() ?? NO_WORDS,
    outlet: doc.outlet ?? null,
    agencies,
    credit: agencyOfCredit(doc.wire_credit),
    commentary: isCommentary(title, text, language, words, marks),
  };
}
