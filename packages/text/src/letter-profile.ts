import { u8At, u32At } from "@wirefold/core";
import { tableBytes } from "./tables/hash-table.ts";

/**
 * The language of a text by the letters its words are made of: short rows of bytes that are frequent in each of sixty languages.
 *
 * Profiles and scores are those of Efficient Language Detector by Nito T.M. (eld, Apache-2.0, its smallest set), packed by
 * scripts/build-letter-profile.mjs; a test holds this reader to eld's own answers. eld keeps them as an object of 50,000 objects, which
 * takes half a second of CPU and 30 MB in every thread; the same as columns is read in a millisecond.
 */

/** A language and how well it scores in texts that are in it. */
type Profiled = readonly [tag: string, usualScore: number];

const usualScores = `
am .832 ar .845 az .804 be .841 bg .838 bn .876 ca .762 cs .759 da .77 de .777 el .801 en .777 es .771 et .779 eu .746 fa .831 fi .784
fr .783 gu .872 he .803 hi .883 hr .77 hu .752 hy .802 is .788 it .784 ja .796 ka .893 kn .875 ko .764 ku .853 lo .873 lt .777 lv .789
ml .874 mr .884 ms .774 nl .77 no .75 or .872 pa .873 pl .768 pt .78 ro .771 ru .833 sk .763 sl .771 sq .789 sr .838 sv .767 ta .882
te .878 th .864 tl .777 tr .783 uk .836 ur .827 vi .848 yo .752 zh .752`;
/** In the order of the table's numbers for them. */
const languages = Array.from(usualScores.matchAll(/(\w+) (\S+)/g), ([, tag = "", score]): Profiled => [tag, Number(score)]);

/** Each row that a profile has scores so much more than is written in the table. */
const scoreBase = 53;
/** Halves the range: a text whose rows score so much on average has a score of 0.5. */
const scoreScale = 25;
/** Share of its usual score that a language needs to be relied on. */
const reliableShare = 0.75;
const rowsMin = 3;

/** Bytes of a text that are read, to the end of a word or, where that is far, of a letter. */
const bytesMax = 350;
const bytesMaxWithin = 380;
/** Bytes of a word that are read. */
const wordBytesMax = 70;
const rowBytes = 4;
const rowStride = 3;

/** What no word of the profiles has: all but letters, and marks of omission within a word. */
const betweenWords = /[\P{L}\u{10000}-\u{10FFFF}]+(?<!['`’])/gu;

/** Rows by whether a word begins with them and ends with them: four sorted lists of rows, each up to four bytes as one number. */
interface Profiles {
  readonly rows: readonly Uint32Array[];
  /** Where a list begins among all rows. */
  readonly begins: readonly number[];
  /** Where a row's scores begin, and behind the last one their end. */
  readonly scoresBegin: Uint32Array;
  /** Pairs of a language's place and its score. */
  readonly scores: Uint8Array;
}

let profiles: Profiles | null = null;

/** The table: the four lists' lengths, all rows, each row's number of scores, all scores. */
function readProfiles(): Profiles {
  const bytes = tableBytes("letter-profile");
  const lengths = new Uint32Array(bytes.buffer, 0, 4);
  const rows: Uint32Array[] = [];
  const begins: number[] = [];
  let count = 0;
  for (const length of lengths) {
    rows.push(new Uint32Array(bytes.buffer, (4 + count) * 4, length));
    begins.push(count);
    count += length;
  }
  const counts = bytes.subarray((4 + count) * 4, (4 + count) * 4 + count);
  const scoresBegin = new Uint32Array(count + 1);
  for (let row = 0; row < count; row++) scoresBegin[row + 1] = u32At(scoresBegin, row) + u8At(counts, row) * 2;
  return { rows, begins, scoresBegin, scores: bytes.subarray((4 + count) * 4 + count) };
}

const placeOf = (rows: Uint32Array, row: number): number => {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (u32At(rows, middle) < row) from = middle + 1;
    else to = middle;
  }
  return rows[from] === row ? from : -1;
};

/** The language whose letters a text has, and whether enough speaks for it; null where nothing does. The start of a text is read. */
export function languageByLetters(text: string): { readonly language: string; readonly isReliable: boolean } | null {
  profiles ??= readProfiles();
  const { rows, begins, scoresBegin, scores } = profiles;
  const sums = new Float64Array(languages.length);
  const met = rowsOf(text);
  for (const row of met) {
    if (typeof row === "string") continue;
    const list = Math.floor(row / 2 ** 32);
    const place = placeOf(rows[list] as Uint32Array, row % 2 ** 32);
    if (place < 0) continue;
    const at = (begins[list] as number) + place;
    for (let k = u32At(scoresBegin, at); k < u32At(scoresBegin, at + 1); k += 2) {
      const language = u8At(scores, k);
      sums[language] = (sums[language] as number) + u8At(scores, k + 1) + scoreBase;
    }
  }
  const best = sums.indexOf(Math.max(...sums));
  const [language, usualScore] = languages[best] as Profiled;
  const average = (sums[best] as number) / met.size;
  if (!(average > 0)) return null;
  return { language, isReliable: met.size >= rowsMin && average / (average + scoreScale) >= usualScore * reliableShare };
}

/** The different rows of a text: the list's number above 32 bits of up to four bytes. The rest of an overlong word is a row of its own. */
function rowsOf(text: string): Set<number | string> {
  const met = new Set<number | string>();
  for (const word of wordsOf(text)) {
    const length = Math.min(word.length, wordBytesMax);
    let from = 0;
    for (; from + rowBytes < length; from += rowStride) met.add(rowOf(word, from, from + rowBytes, from === 0, false));
    const last = Math.max(0, length - rowBytes);
    if (word.length > wordBytesMax) met.add(String.fromCharCode(...word.slice(last)));
    else met.add(rowOf(word, last, word.length, from === 0, true));
  }
  return met;
}

function rowOf(word: readonly number[], from: number, to: number, begins: boolean, ends: boolean): number {
  let row = 0;
  for (let at = from; at < from + rowBytes; at++) row = row * 256 + (at < to ? (word[at] as number) : 0);
  return ((begins ? 2 : 0) + (ends ? 1 : 0)) * 2 ** 32 + row;
}

/** The words at the start of a text, in small letters and as UTF-8. */
function wordsOf(text: string): number[][] {
  const words: number[][] = [];
  let word: number[] = [];
  let bytes = 0;
  for (const letter of text.replace(betweenWords, " ").trim().toLowerCase()) {
    if (letter === " ") {
      if (word.length > 0) words.push(word);
      word = [];
      if (bytes > bytesMax) break;
      bytes++;
    } else {
      const before = word.length;
      word.push(...utf8Of(letter.codePointAt(0) as number));
      bytes += word.length - before;
    }
    if (bytes > bytesMaxWithin) break;
  }
  if (word.length > 0) words.push(word);
  return words;
}

function utf8Of(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
}
