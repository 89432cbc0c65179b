import type { Span } from "@wirefold/core";
import { contextWords } from "./context-words.ts";
import { readingWordSet } from "./reading-words.ts";

/** Words whose full stop does not end a sentence before a capital: titles, months, and the like. Lower case, without the stop. */
const abbreviations = contextWords("abbreviation");

/** Abbreviations of “number”: before anything but a figure it is the word “no”, and its stop ends a sentence. */
const beforeNumbers = contextWords("numberOrNo");

/** Abbreviations that are ordinary words in lower case. */
const ordinaryWords = contextWords("wordAbbreviation");

/** After an abbreviation that may as well end a sentence (“U.S.”, “p.m.”, “Inc.”), these words show that it did. */
const sentenceOpeners = contextWords("sentenceOpener");
const mayEndSentence = contextWords("closingAbbreviation");
const numberedNouns = readingWordSet("numberedNoun");

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x0d || code === 0x0a;
const isCloser = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x201d ||
  code === 0x2019 ||
  code === 0x201c ||
  code === 0xbb ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x300d ||
  code === 0x300f;

/** Longest word looked back at for an abbreviation. */
const wordLengthMax = 12;

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < wordLengthMax) {
    const code = text.charCodeAt(start - 1);
    if (isSpace(code) || code === 0x28 || code === 0x22 || code === 0x201c || code === 0x2014 || code === 0x2d || code === 0x2019)
      break;
    start--;
  }
  return text.slice(start, at);
}

function wordAfter(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < wordLengthMax) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === 0x2c || code === 0x2e || code === 0x2019 || code === 0x27) break;
    end++;
  }
  return text.slice(at, end);
}

const opensSentence = (word: string): boolean => /^\p{Lu}/u.test(word) && sentenceOpeners.has(word.toLowerCase());

/** Whether the full stop at `stopAt`, before what begins at `nextAt`, ends an abbreviation and no sentence: “Capt. Ruth Amsel”. */
export function isAbbreviationStop(text: string, stopAt: number, nextAt: number): boolean {
  const word = wordBefore(text, stopAt);
  if (word.length === 0) return false;
  const lower = word.toLowerCase();
  const next = wordAfter(text, nextAt);
  if (/^\d{1,2}$/.test(word)) return numberedNouns.has(next);
  if (mayEndSentence.has(lower)) return !opensSentence(next) && !opensQuotation(text, nextAt);
  if (beforeNumbers.has(lower)) return /^\d/.test(next);
  // “The answer he gave was ill.” and “They sat.” end; “Sat. 3 May” and “fig. 4” do not.
  if (word === lower && ordinaryWords.has(lower)) return /^\d/.test(next);
  if (abbreviations.has(lower)) return true;
  // An initial: “J. Edgar”, “George W. Bush”, “U.N. envoy”.
  if (/^\p{Lu}$/u.test(word)) return word !== "I";
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) && !opensSentence(next);
}

/** “at 7 p.m. “I told him …””: a capital behind an opening quotation mark. */
const opensQuotation = (text: string, at: number): boolean => /^[“„«"‘]\p{Lu}/u.test(text.slice(at, at + 3));

/** A line that breaks off in mid-sentence, as text wrapped at a column does: the next line starts in lower case. */
function isWrapped(text: string, newlineAt: number): boolean {
  const after = text.charCodeAt(newlineAt + 1);
  if (!(after >= 0x61 && after <= 0x7a)) return false;
  const before = newlineAt > 0 ? text.charCodeAt(newlineAt - 1) : 0;
  return (before >= 0x61 && before <= 0x7a) || before === 0x2c;
}

/**
 * The sentences of a text, in order, without the white space between them. A paragraph's end always ends a sentence;
 * closing quotation marks and brackets belong to the sentence they close. One pass, linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  const out: Span[] = [];
  let start = 0;
  const push = (from: number, to: number): void => {
    let first = from;
    let last = to;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > first) out.push([first, last]);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      if (isWrapped(text, at)) continue;
      push(start, at);
      start = at + 1;
      continue;
    }
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x0964) {
      let end = at + 1;
      while (end < text.length && isCloser(text.charCodeAt(end))) end++;
      push(start, end);
      start = end;
      at = end - 1;
      continue;
    }
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x2026 && code !== 0x061f) continue;
    let end = at + 1;
    while (end < text.length) {
      const c = text.charCodeAt(end);
      if (c !== 0x2e && c !== 0x21 && c !== 0x3f && c !== 0x2026 && !isCloser(c)) break;
      end++;
    }
    if (end < text.length && !isSpace(text.charCodeAt(end))) {
      at = end - 1;
      continue;
    }
    let next = end;
    while (next < text.length && isSpace(text.charCodeAt(next)) && text.charCodeAt(next) !== 0x0a) next++;
    const first = text.charCodeAt(next);
    const lowerFollows = (first >= 0x61 && first <= 0x7a) || (first >= 0xdf && first <= 0xff);
    if (!lowerFollows && !(code === 0x2e && end === at + 1 && isAbbreviationStop(text, at, next))) {
      push(start, end);
      start = end;
    }
    at = end - 1;
  }
  push(start, text.length);
  return out;
}
