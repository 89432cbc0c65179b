import { u8At } from "@wirefold/core";
import { CHAR, CHAR_MASK, CHAR_TABLE, isClosing, isSentenceEnd } from "./char-classes.ts";

/** `TextStatistics.ending` of a sentence. */
export const ENDS_SENTENCE = 1;

/** Counts over one block's characters that hold for any script. One pass, no regular expressions. */
export interface TextStatistics {
  /** Letters, digits and marks in spaced scripts make words; two characters of an unspaced script count as one. */
  words: number;
  letters: number;
  upper: number;
  digits: number;
  /** Sentence ends (. ! ? 。…) followed by a space or the end, commas and the like, and other marks. */
  sentences: number;
  commas: number;
  /** | · • » › / > and the like, that join links and labels. */
  separators: number;
  capitalisedWords: number;
  unspaced: number;
  /** 0 none, 1 sentence end, 2 colon, 3 closing quote or bracket, 4 ellipsis, 5 comma or dash. */
  ending: number;
  /** 0 other, 1 capital, 2 small letter, 3 digit, 4 opening quote, 5 dash or bullet, 6 bracket, 7 @ # ©. */
  opening: number;
  questions: number;
  quotes: number;
}

/** So many characters of such a script are a sentence rather than a label. */
const UNMARKED_SENTENCE = 40;

export function textStatistics(text: string): TextStatistics {
  let words = 0;
  let letters = 0;
  let upper = 0;
  let digits = 0;
  let sentences = 0;
  let commas = 0;
  let separators = 0;
  let capitalisedWords = 0;
  let unspaced = 0;
  /** Characters of scripts that may part sentences by spaces alone: Thai, Lao, Khmer, Burmese, Tibetan. */
  let unmarked = 0;
  let spaces = 0;
  let questions = 0;
  let quotes = 0;
  let inWord = false;
  const length = text.length;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const kind = u8At(CHAR_TABLE, code) & CHAR_MASK;
    if (kind <= CHAR.upper) {
      letters += 1;
      upper += kind;
      if (!inWord) {
        words += 1;
        capitalisedWords += kind;
        inWord = true;
      }
    } else if (kind === CHAR.space) {
      inWord = false;
      spaces += 1;
    } else if (kind === CHAR.digit) {
      digits += 1;
      if (!inWord) words += 1;
      inWord = true;
    } else if (kind === CHAR.unspaced) {
      letters += 1;
      unspaced += 1;
      if (code < 0x2000) unmarked += 1;
      inWord = false;
    } else if (kind === CHAR.sentenceEnd || kind === CHAR.question) {
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 32;
      if (next === 32 || code > 0x2f00 || (code >= 0x0589 && code < 0x2000) || isClosing(next)) sentences += 1;
      if (kind === CHAR.question) questions += 1;
      inWord = false;
    } else if (kind !== CHAR.joiner) {
      if (kind === CHAR.comma) commas += 1;
      else if (kind === CHAR.separator) separators += 1;
      else if (kind === CHAR.quote) quotes += 1;
      inWord = false;
    }
  }
  words += unspaced >> 1;
  let last = length - 1;
  let ending = 0;
  const closes = last >= 0 && isClosing(text.charCodeAt(last));
  while (last > 0 && isClosing(text.charCodeAt(last))) last -= 1;
  if (last >= 0) {
    const code = text.charCodeAt(last);
    if (code === 0x2026 || (code === 46 && last > 1 && text.charCodeAt(last - 1) === 46)) ending = 4;
    else if (isSentenceEnd(code)) ending = ENDS_SENTENCE;
    else if (code === 58 || code === 0xff1a) ending = 2;
    else if (code === 44 || code === 45 || code === 0x2013 || code === 0x2014 || code === 59) ending = 5;
    else if (closes) ending = 3;
    else if (unmarked >= UNMARKED_SENTENCE && code >= 0x0e00 && code < 0x2000) ending = ENDS_SENTENCE;
  }
  if (unmarked >= UNMARKED_SENTENCE && sentences === 0) sentences = 1 + (spaces >> 2);
  const first = length > 0 ? text.charCodeAt(0) : 32;
  let opening = 0;
  if (first >= 48 && first <= 57) opening = 3;
  else if (
    first === 34 ||
    first === 39 ||
    first === 0x201c ||
    first === 0x2018 ||
    first === 0xab ||
    first === 0x201e ||
    first === 0x300c
  )
    opening = 4;
  else if (
    first === 45 ||
    first === 0x2013 ||
    first === 0x2014 ||
    first === 0x2022 ||
    first === 42 ||
    first === 0xb7 ||
    first === 0x25cf ||
    first === 62 ||
    first === 0xbb
  )
    opening = 5;
  else if (first === 40 || first === 91 || first === 0x3010 || first === 0xff08) opening = 6;
  else if (first === 64 || first === 35 || first === 0xa9) opening = 7;
  else if ((u8At(CHAR_TABLE, first) & CHAR_MASK) === CHAR.upper) opening = 1;
  else if (first >= 97 && first <= 122) opening = 2;
  return {
    words,
    letters,
    upper,
    digits,
    sentences,
    commas,
    separators,
    capitalisedWords,
    unspaced,
    ending,
    opening,
    questions,
    quotes,
  };
}
