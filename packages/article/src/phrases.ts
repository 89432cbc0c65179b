/**
 * Stock phrases of page boilerplate in many languages (`@wirefold/text/boilerplate`), and a matcher whose cost is one hash per word. The classifier
 * takes them as one signal among many; the plain-text cutter, which has no tags to go by, leans on them more.
 *
 * Case is folded, quotes and dashes are ignored.
 */
import { BOILERPLATE_BY_LANGUAGE, BOILERPLATE_KINDS, type BoilerplateKind } from "@wirefold/text/boilerplate";
import { hashOfWord, hashStep, standsAt, WordTable } from "./html/word-table.ts";

export const PHRASE_KINDS = BOILERPLATE_KINDS;
export type PhraseKind = BoilerplateKind;

export const phraseBit = (kind: PhraseKind): number => 1 << PHRASE_KINDS.indexOf(kind);

interface Phrase {
  readonly text: string;
  readonly bit: number;
  readonly onlyAtStart: boolean;
  /** Its last character is a letter or digit, so a word must end there. */
  readonly endsInWord: boolean;
}

const isUnspacedScript = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

/** Lower case, straight quotes, one space: the form phrases are kept and compared in. */
export function foldPhrase(text: string): string {
  let folded = text.toLowerCase();
  if (isPlain(folded)) return folded;
  if (/[\u2018\u2019\u02BC\u00B4`]/.test(folded)) folded = folded.replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'");
  if (/[\u201C\u201D\u00AB\u00BB"]/.test(folded)) folded = folded.replace(/[\u201C\u201D\u00AB\u00BB"]/g, "");
  if (/\s{2}|[^\S ]/.test(folded)) folded = folded.replace(/\s+/g, " ");
  return folded.trim();
}

/** Nothing in it that folding would change: the usual case, told in one look at each character. */
function isPlain(text: string): boolean {
  let previous = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      if (previous === 32) return false;
    } else if (code < 32 || code === 34 || code === 96) return false;
    else if (code >= 0x80 && (code <= 0xbb || code === 0x2bc || code === 0xfeff || (code >= 0x1680 && code <= 0x3000)))
      return false;
    previous = code;
  }
  return previous !== 32;
}

const firstWord = (text: string): string => {
  const space = text.indexOf(" ");
  return space < 0 ? text : text.slice(0, space);
};

/** The phrases that begin with one word. */
interface FirstWord {
  /** Those that count at the start of a line, and those that count elsewhere. */
  readonly atStart: Phrase[];
  readonly inside: Phrase[];
}

const firstWordPhrases = new Map<string, FirstWord>();
const unspaced: Phrase[] = [];

function addPhrase(word: string, phrase: Phrase): void {
  let entry = firstWordPhrases.get(word);
  if (entry === undefined) {
    entry = { atStart: [], inside: [] };
    firstWordPhrases.set(word, entry);
  }
  entry.atStart.push(phrase);
  if (!phrase.onlyAtStart) entry.inside.push(phrase);
}

/** First words end in any punctuation a phrase's next character may bring; keys are stripped of it. */
const keyOf = (word: string): string => {
  let end = word.length;
  while (end > 0 && isTrailingMark(word.charCodeAt(end - 1))) end -= 1;
  return end === word.length ? word : word.slice(0, end);
};
function isTrailingMark(code: number): boolean {
  if (code >= 128)
    return (
      code !== 0xa9 &&
      ((code > 0x80 && code < 0xc0 && code !== 0xaa && code !== 0xba && code !== 0xb5) ||
        (code >= 0x2000 && code <= 0x2bff) ||
        (code >= 0x3000 && code <= 0x3004) ||
        (code >= 0x3008 && code <= 0x3020) ||
        (code >= 0xff00 && code <= 0xff0f) ||
        (code >= 0xff1a && code <= 0xff20))
    );
  return !(
    (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 39 ||
    code === 64 ||
    code === 40 ||
    code === 47 ||
    code === 45
  );
}

for (const kind of PHRASE_KINDS) {
  const add = (text: string, onlyAtStart: boolean): void => {
    const folded = foldPhrase(text);
    const phrase = {
      text: text.endsWith(" ") ? `${folded} ` : folded,
      bit: phraseBit(kind),
      onlyAtStart,
      endsInWord: !text.endsWith(" ") && /[\p{L}\p{N}]$/u.test(folded),
    };
    if (isUnspacedScript.test(text)) {
      unspaced.push(phrase);
      return;
    }
    addPhrase(keyOf(firstWord(phrase.text)), phrase);
  };
  for (const language of Object.values(BOILERPLATE_BY_LANGUAGE)) {
    for (const text of language[kind]?.starts ?? []) add(text, true);
    for (const text of language[kind]?.anywhere ?? []) add(text, false);
  }
}

const firstWords = new WordTable(firstWordPhrases);

const isWordCode = (code: number): boolean =>
  code < 128
    ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
    : !isTrailingMark(code) && code !== 0xa9;
const endsWord = (text: string, at: number): boolean => at >= text.length || !isWordCode(text.charCodeAt(at));

/** Leading decoration a line may carry before its phrase: bullets, arrows, brackets, dashes. */
const decoration = /^[^\p{L}\p{N}©(/@]+/u;

/** A letter, or one of the marks a phrase may begin with. */
function startsPlain(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 40 || code === 47;
}

export interface PhraseHits {
  /** Bits of the kinds found. */
  readonly mask: number;
  /** Bits of the kinds whose phrase opens the line. */
  readonly startMask: number;
  /** Characters of the longest phrase that opens the line, in the folded text. */
  readonly startChars: number;
}

const NONE: PhraseHits = { mask: 0, startMask: 0, startChars: 0 };

/** The stock phrases in `text`; only its first and last 160 characters are looked at. */
export function findPhrases(text: string): PhraseHits {
  const head = text.length > 340 ? `${text.slice(0, 160)} ${text.slice(-160)}` : text;
  let folded = foldPhrase(head);
  if (!startsPlain(folded)) folded = folded.replace(decoration, "");
  if (folded === "") return NONE;
  let mask = 0;
  let startMask = 0;
  let startChars = 0;
  let at = 0;
  while (at < folded.length) {
    // The word, its hash, and the same without the punctuation at its end.
    let next = at;
    let hash = WordTable.seed;
    let keyEnd = at;
    let keyHash = WordTable.seed;
    let slash = -1;
    for (; next < folded.length; next++) {
      const code = folded.charCodeAt(next);
      if (code === 32) break;
      hash = hashStep(hash, code);
      if (code >= 97 && code <= 122) {
        keyEnd = next + 1;
        keyHash = hash;
      } else if (!isTrailingMark(code)) {
        keyEnd = next + 1;
        keyHash = hash;
        if (code === 47 && slash < 0 && next > at) slash = next;
      }
    }
    let offset = at;
    let candidates = firstWords.get(folded, at, next, hash);
    if (candidates === undefined && keyEnd !== next) candidates = firstWords.get(folded, at, keyEnd, keyHash);
    if (candidates === undefined && at > 0 && next - at > 1 && folded.charCodeAt(at) === 40) {
      // "(AP Photo": an opening bracket before the word is no part of it, unless a phrase says so.
      offset = at + 1;
      candidates = firstWords.get(folded, offset, next, hashOfWord(folded, offset, next));
      if (candidates === undefined && keyEnd !== next && keyEnd > offset)
        candidates = firstWords.get(folded, offset, keyEnd, hashOfWord(folded, offset, keyEnd));
    }
    if (candidates === undefined && slash > offset) {
      offset = slash;
      candidates = firstWords.get(folded, slash, keyEnd, hashOfWord(folded, slash, keyEnd));
    }
    if (candidates !== undefined) {
      for (const phrase of offset === 0 ? candidates.atStart : candidates.inside) {
        if (!standsAt(folded, phrase.text, offset)) continue;
        const end = offset + phrase.text.length;
        if (phrase.endsInWord && !endsWord(folded, end)) continue;
        mask |= phrase.bit;
        if (offset === 0) {
          startMask |= phrase.bit;
          startChars = Math.max(startChars, phrase.text.length);
        }
      }
    }
    at = next + 1;
  }
  if (folded.length < 200 && isUnspacedScript.test(folded)) {
    for (const phrase of unspaced) {
      const found = folded.indexOf(phrase.text);
      if (found < 0 || (phrase.onlyAtStart && found > 0)) continue;
      mask |= phrase.bit;
      if (found === 0) {
        startMask |= phrase.bit;
        startChars = Math.max(startChars, phrase.text.length);
      }
    }
  }
  return { mask, startMask, startChars };
}
