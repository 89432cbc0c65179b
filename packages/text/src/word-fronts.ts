import { foldUnit } from "./normalize.ts";
import { mix32 } from "./tokenize.ts";

/**
 * Words of inflecting languages by their front: the first letters, folded, without the article or conjunction Arabic writes
 * as one word with the next. Crude compared with a stemmer of the language, and within noise of one for finding like texts, in
 * every language alike (truncation to five or six letters: McNamee and Mayfield 2004).
 */
const FRONT_LETTERS = 6;
/** A Hangul syllable is two or three letters. */
const FRONT_SYLLABLES = 3;

const ALEF = 0x627;
const LAM = 0x644;
const ARABIC = /^[\u0600-\u06FF]/;
/** The article, alone or behind "and", "by", "like", "then"; "for the" contracts. */
const ARTICLE = /^(?:[\u0648\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644)(?=..)/u;
/** "and", written as one word with the next, where enough of a word is left. */
const AND = /^\u0648(?=.{4})/u;
/** Endings of number, gender and possession. */
const ENDING = /(?<=....)(?:\u0647\u0627|\u0627\u0646|\u0627\u062A|\u0648\u0646|\u064A\u0646|\u064A\u0647|\u0647|\u064A)$/u;

/** Letters that spellings of one Arabic word differ in: carriers of the hamza, the final yeh, the feminine ending. */
function arabicLetter(unit: number): number {
  if (unit === 0x622 || unit === 0x623 || unit === 0x625 || unit === 0x671) return ALEF;
  if (unit === 0x649 || unit === 0x6cc) return 0x64a;
  if (unit === 0x629) return 0x647;
  return unit === 0x6a9 ? 0x643 : unit;
}

function arabicFront(word: string): string {
  let out = "";
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    // Short vowels and the stretching mark are written or left out at will.
    if ((unit >= 0x64b && unit <= 0x65f) || unit === 0x640 || unit === 0x670) continue;
    out += String.fromCharCode(arabicLetter(unit));
  }
  return out.charCodeAt(0) === LAM || out.length > 3 ? out.replace(ARTICLE, "").replace(AND, "").replace(ENDING, "") : out;
}

/** Articles and prepositions of French, Italian and Catalan that lose their vowel and are written on to the next word. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull|coll|quell|quest)['\u2019](?=..)/iu;
/** An elided word with its apostrophe has at most so many letters. */
const ELIDED_MAX = 7;

/** Where the word begins behind an elided article. */
function behindElision(text: string, start: number, end: number): number {
  for (let i = start + 1; i < Math.min(end - 2, start + ELIDED_MAX); i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x27 || unit === 0x2019) return start + (ELIDED.exec(text.slice(start, end))?.[0].length ?? 0);
  }
  return start;
}

/** The 32-bit hash of a word's front, `text.slice(start, end)`. Never 0. */
export function hashFront(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let word = text;
  let from = start;
  let to = end;
  if (ARABIC.test(text[start] ?? "")) {
    word = arabicFront(text.slice(start, Math.min(end, start + 64)));
    from = 0;
    to = word.length;
  } else from = behindElision(text, start, end);
  let room = FRONT_LETTERS;
  for (let i = from; i < to && room > 0; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 0x300 && unit <= 0x36f) continue;
    hash = Math.imul(hash ^ foldUnit(unit), 0x01000193);
    room -= unit >= 0xac00 && unit <= 0xd7a3 ? FRONT_LETTERS / FRONT_SYLLABLES : 1;
  }
  return mix32(hash) || 1;
}
