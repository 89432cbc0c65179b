import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { anyReadingWord, onlyReadingWord } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { type Figure, isDash } from "./figure.ts";
import type { Polarity } from "./polarity.ts";

const favour = contextWords("favour");
const forWord = contextWords("for");
const inWord = contextWords("in");
const votingVerb = contextWords("votingVerb");
const than = contextWords("than");

const sideFor = onlyReadingWord("sideFor");
const sideAgainst = onlyReadingWord("sideAgainst");
const sideEnd = onlyReadingWord("sideEnd");

const isBelow = new RegExp(`^${anyReadingWord("liesBelow")} `);
const isAbove = new RegExp(`^${anyReadingWord("liesAbove")} `);

const votingSide = onlyReadingWord("side");
const fewerBehind = onlyReadingWord("fewerBehind");
const levelLead = onlyReadingWord("levelLead");

/** What the words round a figure make of it. */
export interface FigureSense {
  readonly polarity: Polarity | null;
  /** How much something changed (“rose by 12”), or what it came to or from (“to 47”). Null where nothing speaks of a change. */
  readonly aspect: "change" | "level" | null;
  /** The clause denies it: “did not reach 40”. */
  readonly isNegated: boolean;
}

/** Farthest a word stands from the figure it speaks of, in tokens. */
const reachBefore = 9;
const reachBehind = 7;
/** Ballots: near these, “for” and “against” are sides. */
const ballot = contextWords("ballotNear");
const notDenied = contextWords("notDenied");

/** The token at which the clause round a figure ends on one side: a stop, a line's end, a semicolon, a bracket or a quotation mark. */
function edge(scan: WordScan, words: LanguageWords, from: number, step: 1 | -1, reach: number): number {
  let at = from;
  for (let steps = 0; steps < reach && at >= 0 && at < scan.count; steps++, at += step) {
    const mark = scan.mark(at);
    if (mark === 0x2e && words.shortScales.has(scan.lower(at - 1))) continue;
    if (
      scan.isNewline(at) ||
      mark === 0x2e ||
      mark === 0x3b ||
      mark === 0x3f ||
      mark === 0x21 ||
      mark === 0x201c ||
      mark === 0x201d ||
      mark === 0x22
    )
      break;
    if (isDash(mark) && !scan.isGlued(at)) break;
  }
  return at;
}

const undirected = onlyReadingWord("change");

/** A word of change, whichever way: “rose”, “sank”, “went”. Between “from” and “to” behind it stand its ends, and no range. */
export function isChangeWord(words: LanguageWords, lower: string): boolean {
  const polarity = words.senses.get(lower);
  return polarity === "up" || polarity === "down" || undirected.test(lower);
}

/** Reads from the words round a figure which way it points. Work is bounded: a few words on either side. */
export function readSense(scan: WordScan, figure: Figure, words: LanguageWords): FigureSense {
  const [from, to] = figure.tokens;
  if (figure.side !== undefined) return { polarity: figure.side, aspect: null, isNegated: false };
  const first = edge(scan, words, from - 1, -1, reachBefore) + 1;
  const end = edge(scan, words, to, 1, reachBehind);
  const found = nearest(scan, first, from, to, end, words);
  const side = sideOf(scan, first, from, to, end);
  const polarity = side ?? found?.polarity ?? null;
  const isMoving = found !== null && (found.polarity === "up" || found.polarity === "down");
  return {
    polarity,
    aspect: isMoving ? aspectOf(scan, from, to, found.at, words) : null,
    isNegated: isDenied(scan, first, from, words),
  };
}

/** The nearest word with a sense: a verb before the figure counts from its place, one behind it as a little farther. */
function nearest(
  scan: WordScan,
  first: number,
  from: number,
  to: number,
  end: number,
  words: LanguageWords,
): { at: number; polarity: Polarity } | null {
  let best: { at: number; polarity: Polarity; cost: number } | null = null;
  const look = (at: number, cost: number): void => {
    const polarity = words.senses.get(scan.lower(at));
    if (polarity !== undefined && (best === null || cost < best.cost)) best = { at, polarity, cost };
  };
  let cost = 0;
  for (let i = from - 1; i >= first; i--) {
    // Past another number or a comma the words speak of something else.
    cost +=
      scan.mark(i) === 0x2c || words.and.has(scan.lower(i)) ? 4 : scan.isNumber(i) && !words.to.has(scan.lower(i + 1)) ? 3 : 1;
    look(i, cost);
  }
  // “18 percent below the average”: the side that it lies on.
  const behind = `${scan.lower(to)} ${scan.lower(to + 1)} `;
  const place = isBelow.test(behind) ? "down" : isAbove.test(behind) ? "up" : null;
  if (place !== null) return { at: to, polarity: place };
  cost = 1;
  for (let i = to; i < end; i++) {
    if (words.and.has(scan.lower(i)) && i > to + 1) break;
    cost += scan.mark(i) === 0x2c ? 5 : scan.isNumber(i) ? 6 : 1;
    look(i, cost);
  }
  return best;
}

/** “nine voted for”, “40 against”: the side of a ballot. */
function sideOf(scan: WordScan, first: number, from: number, to: number, end: number): Polarity | null {
  let side: Polarity | null = null;
  for (let i = to; i < Math.min(end, to + 5) && side === null; i++) {
    const lower = scan.lower(i);
    if (scan.isNumber(i)) return null;
    if (sideAgainst.test(lower)) side = "against";
    else if (sideFor.test(lower) || ((forWord.has(lower) || inWord.has(lower)) && isFor(scan, i, from, to))) side = "for";
    else if (scan.mark(i) === 0x2c || sideEnd.test(lower)) return null;
  }
  if (side === null) return null;
  for (let i = first; i < end; i++) if (ballot.has(scan.lower(i))) return side;
  // “9 for and 4 against”
  for (let i = to; i < Math.min(scan.count, to + 8); i++) if (votingSide.test(scan.lower(i)) && i > to + 1) return side;
  for (let i = Math.max(0, from - 6); i < from; i++) if (votingSide.test(scan.lower(i))) return side;
  return null;
}

const isFor = (scan: WordScan, at: number, from: number, to: number): boolean =>
  inWord.has(scan.lower(at))
    ? favour.has(scan.lower(at + 1))
    : at === to || votingVerb.has(scan.lower(at - 1)) || votingVerb.has(scan.lower(from - 1));

function aspectOf(scan: WordScan, from: number, to: number, verb: number, words: LanguageWords): FigureSense["aspect"] {
  const before = scan.lower(from - 1);
  // “augmenté de 12 à 47” may begin at 12.
  if (words.by.has(before) && !(words.byOpensRange && words.to.has(scan.lower(to)))) return "change";
  if (fewerBehind.test(scan.lower(to)) && !than.has(scan.lower(to + 1))) return "change";
  let at = from - 1;
  while (at > verb && isHedge(scan.lower(at))) at--;
  const lead = scan.lower(at);
  if (levelLead.test(lead) && verb < from) return "level";
  return at === verb ? "change" : null;
}

const isHedge = (lower: string): boolean =>
  /^(?:about|around|almost|nearly|just|over|under|some|only|roughly|more|less|than|an?|another|sharply|slightly|a|rund|etwa|fast|knapp|nur)$/.test(
    lower,
  );

function isDenied(scan: WordScan, first: number, from: number, words: LanguageWords): boolean {
  for (let i = from - 1; i >= Math.max(first, from - 6); i--) {
    if (scan.mark(i) === 0x2c || scan.isNumber(i)) return false;
    const lower = scan.lower(i);
    if ((words.negations.has(lower) || lower.endsWith("n't")) && !notDenied.has(scan.lower(i + 1))) return true;
  }
  return false;
}
