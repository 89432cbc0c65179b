import type { Span } from "@wirefold/core";
import { readingWords } from "./reading-words.ts";

/** Words whose full stop does not end a sentence before a capital: titles, months, and the like. Lower case, without the stop. */
const abbreviations = new Set(
  (
    "mr mrs ms mx dr prof rev hon st sr jr gen col lt sgt maj capt cmdr adm sen rep gov pres supt det insp hr fr frau mme mlle mgr " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun vs v al cf ca approx dept est " +
    "ft mt fig ill calif ala ariz ark colo conn del fla ga ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo " +
    "inc corp ltd co bros bzw dr ing nr str z b d h u a ggf sog evtl geb mio mrd tel abs art u.s u.k u.n e.g i.e a.m p.m d.c n.y n.j n.c s.c n.h n.m r.i w.va"
  ).split(" "),
);

/** Abbreviations of “number”: before anything but a figure it is the word “no”, and its stop ends a sentence. */
const beforeNumbers = new Set(["no", "nos"]);

/** Abbreviations that are ordinary words in lower case. */
const ordinaryWords = new Set("art col del fig gen ill mar mass miss ore pa sat sun wash wed".split(" "));

/** After an abbreviation that may as well end a sentence (“U.S.”, “p.m.”, “Inc.”), these words show that it did. */
const sentenceOpeners = new Set(
  "The A An He She It They We I You This That These Those In On At But And If When As His Her Their Its There For After While Der Die Das Er Sie Es Ein Eine Im In Am".split(
    " ",
  ),
);
const mayEndSentence = new Set("u.s u.k u.n e.u a.m p.m d.c inc corp ltd co bros jr sr etc".split(" "));
const numberedNouns = new Set(readingWords("numberedNoun"));

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

/** Whether the full stop at `stopAt`, before what begins at `nextAt`, ends an abbreviation and no sentence: “Capt. Ruth Amsel”. */
export function isAbbreviationStop(text: string, stopAt: number, nextAt: number): boolean {
  const word = wordBefore(text, stopAt);
  if (word.length === 0) return false;
  const lower = word.toLowerCase();
  const next = wordAfter(text, nextAt);
  if (/^\d{1,2}$/.test(word)) return numberedNouns.has(next);
  if (mayEndSentence.has(lower)) return !sentenceOpeners.has(next) && !opensQuotation(text, nextAt);
  if (beforeNumbers.has(lower)) return /^\d/.test(next);
  // “The answer he gave was ill.” and “They sat.” end; “Sat. 3 May” and “fig. 4” do not.
  if (word === lower && ordinaryWords.has(lower)) return /^\d/.test(next);
  if (abbreviations.has(lower)) return true;
  // An initial: “J. Edgar”, “George W. Bush”, “U.N. envoy”.
  if (/^\p{Lu}$/u.test(word)) return word !== "I";
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) && !sentenceOpeners.has(next);
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
