/** Counts over one block's characters that hold for any script. One pass, no regular expressions. */
export interface TextStatistics {
  /** Letters, digits and marks in spaced scripts make words; two characters of an unspaced script count as one. */
  words: number;
  letters: number;
  upper: number;
  digits: number;
  /** Sentence ends (. ! ? 。…) followed by a space or the end, commas and their kin, and other marks. */
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

const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x0e00 && code <= 0x0eff) ||
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

const isSentenceEnd = (code: number): boolean =>
  code === 46 ||
  code === 33 ||
  code === 63 ||
  code === 0x3002 ||
  code === 0xff01 ||
  code === 0xff1f ||
  code === 0x2026 ||
  code === 0x061f ||
  code === 0x06d4 ||
  code === 0x0964 ||
  code === 0xff0e ||
  code === 0x037e;

const isClosing = (code: number): boolean =>
  code === 34 ||
  code === 39 ||
  code === 41 ||
  code === 93 ||
  code === 0x201d ||
  code === 0x2019 ||
  code === 0xbb ||
  code === 0x300d ||
  code === 0xff09 ||
  code === 0x300f ||
  code === 0x201c;

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
  let questions = 0;
  let quotes = 0;
  let inWord = false;
  const length = text.length;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      inWord = false;
      continue;
    }
    if (code >= 48 && code <= 57) {
      digits += 1;
      if (!inWord) words += 1;
      inWord = true;
      continue;
    }
    if (isPunctuation(code)) {
      if (code === 46 || code === 33 || code === 63 || isSentenceEnd(code)) {
        const next = at + 1 < length ? text.charCodeAt(at + 1) : 32;
        if (next === 32 || isClosing(next) || code > 0x2f00) sentences += 1;
        if (code === 63 || code === 0xff1f) questions += 1;
      } else if (code === 44 || code === 59 || code === 0xff0c || code === 0x3001 || code === 0x060c || code === 0xff1b)
        commas += 1;
      else if (
        code === 124 ||
        code === 0xb7 ||
        code === 0x2022 ||
        code === 0xbb ||
        code === 0x203a ||
        code === 62 ||
        code === 47 ||
        code === 0x25cf ||
        code === 0x2192 ||
        code === 0x25ba
      )
        separators += 1;
      else if (code === 34 || code === 0x201c || code === 0x201d || code === 0xab || code === 0x201e || code === 0x300c)
        quotes += 1;
      if (code !== 39 && code !== 0x2019 && code !== 45) inWord = false;
      continue;
    }
    letters += 1;
    if (isUnspaced(code)) {
      unspaced += 1;
      inWord = false;
      continue;
    }
    if (!inWord) {
      words += 1;
      if (isUpper(code)) capitalisedWords += 1;
    }
    if (isUpper(code)) upper += 1;
    inWord = true;
  }
  words += unspaced >> 1;
  let last = length - 1;
  let ending = 0;
  const closes = last >= 0 && isClosing(text.charCodeAt(last));
  while (last > 0 && isClosing(text.charCodeAt(last))) last -= 1;
  if (last >= 0) {
    const code = text.charCodeAt(last);
    if (code === 0x2026 || (code === 46 && last > 1 && text.charCodeAt(last - 1) === 46)) ending = 4;
    else if (isSentenceEnd(code)) ending = 1;
    else if (code === 58 || code === 0xff1a) ending = 2;
    else if (code === 44 || code === 45 || code === 0x2013 || code === 0x2014 || code === 59) ending = 5;
    else if (closes) ending = 3;
  }
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
  else if (isUpper(first)) opening = 1;
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
