/** The two sides of a vote in an assembly or a court: “231-204”, “by 51 votes to 48”, “7 to 2”, “mit 326 zu 290 Stimmen”. */
import { ballotWords } from "../ballot-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { readNumber } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";
import { draftOf, figureOf } from "./build-figure.ts";
import { type Figure, isDash } from "./figure.ts";

const link = ballotWords("link");
const voices = ballotWords("voices");
const nounBehind = ballotWords("nounBehind");
const verbBefore = ballotWords("verb");
const decided = ballotWords("decided");
const body = ballotWords("body");
const court = ballotWords("court");
const refused = ballotWords("refused");
const contest = ballotWords("contest");

/** Tokens between a vote's numbers and the word that says it is one. */
const nounReach = 4;
const verbReach = 7;
/** Tokens on either side in which the body that decided is looked for, and what it did. */
const bodyReach = 24;
const decidedReach = 12;
const decidedNear = 2;
const refusedReach = 10;
/** No assembly has more members; more are voters, whose numbers stand with the word for them. */
const membersMax = 9999;

/** One side's number: its tokens, and what it counts. An object, as V8 would box the tokens of a row that holds a fraction. */
interface Side {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

interface Sides {
  readonly first: Side;
  readonly second: Side;
  readonly isPair: boolean;
  readonly hasVoices: boolean;
}

/** The two figures of a vote that begins at a number; null where none does, as at a sports score. */
export function readBallot(scan: WordScan, at: number, words: LanguageWords): readonly [Figure, Figure] | null {
  const sides = sidesAt(scan, at, words);
  return sides === null || !isVote(scan, sides) ? null : figuresOf(scan, sides);
}

function figuresOf(scan: WordScan, sides: Sides): readonly [Figure, Figure] {
  const isFirstAgainst = sides.first.value > sides.second.value && isRefused(scan, sides);
  const figure = ({ from, to, value }: Side, side: "for" | "against"): Figure => {
    const reading = { next: to, low: value, high: value, isVague: false, hasDigits: scan.isNumber(from) };
    return { ...figureOf(scan, draftOf(from, reading), { kind: "count", unit: "vote", next: to }), side };
  };
  return isFirstAgainst
    ? [figure(sides.first, "against"), figure(sides.second, "for")]
    : [figure(sides.first, "for"), figure(sides.second, "against")];
}

/** Two whole numbers with a dash, a colon or “to” between them. Most numbers are told by the token behind them to be none. */
function sidesAt(scan: WordScan, at: number, words: LanguageWords): Sides | null {
  const mark = scan.mark(at + 1);
  const isGluedPair = (isDash(mark) || mark === 0x3a) && scan.isGlued(at + 1) && scan.isGlued(at + 2);
  const behind = scan.lower(at + 1);
  if (!isGluedPair && !link.has(behind) && voicesEnd(scan, at + 1) === at + 1 && !isDash(mark)) return null;
  if (scan.isGlued(at) && scan.mark(at - 1) !== 0x28) return null;
  const first = readNumber(scan, at, words);
  if (first === null || !isMembers(scan, at, first)) return null;
  let next = first.next;
  const isPair = isGluedPair && next === at + 1;
  // “51 votes to 48”, “51 Ja-Stimmen gegen 48 Nein-Stimmen”
  const afterVoices = voicesEnd(scan, next);
  const hasVoices = afterVoices > next;
  next = afterVoices;
  if (isPair) next++;
  // “7-to-2”
  if (link.has(scan.lower(next))) {
    next++;
    if (isPair && isDash(scan.mark(next))) next++;
  } else if (!isPair) return null;
  if (!scan.isNumber(next) && !scan.isWord(next)) return null;
  const second = readNumber(scan, next, words);
  if (second === null || !isMembers(scan, next, second) || second.hasDigits !== first.hasDigits) return null;
  if (scan.mark(second.next) === 0x25 || scan.mark(second.next) === 0x3a) return null;
  return {
    first: { from: at, to: first.next, value: first.low },
    second: { from: next, to: second.next, value: second.low },
    isPair,
    hasVoices: hasVoices || voicesEnd(scan, second.next) > second.next,
  };
}

/** The token behind a word for votes; the same token where none stands there. */
function voicesEnd(scan: WordScan, at: number): number {
  if (voices.has(scan.lower(at))) return at + 1;
  return isDash(scan.mark(at + 1)) && scan.isGlued(at + 2) && voices.has(scan.lower(at + 2)) ? at + 3 : at;
}

const isMembers = (
  scan: WordScan,
  at: number,
  { low, high, isVague }: { low: number; high: number; isVague: boolean },
): boolean =>
  !isVague &&
  low === high &&
  Number.isInteger(low) &&
  low >= 0 &&
  low <= membersMax &&
  !/^(?:0\d|(?:1[5-9]|20)\d\d$)/.test(scan.raw(at));

/** Whether the words round the numbers tell of a vote. */
function isVote(scan: WordScan, { first, second, isPair, hasVoices }: Sides): boolean {
  const ascends = first.value < second.value;
  // “two to three votes”, “10-15 Stimmen”: a range, where no verb of voting leads to it.
  if (hasVoices && (!ascends || isRefusedNear(scan, first.from, second.to))) return true;
  if (ascends && !isRefusedNear(scan, first.from, second.to) && !near(scan, first.from, -1, 2, verbBefore)) return false;
  const hasBody = near(scan, first.from, -1, bodyReach, body) || near(scan, second.to - 1, 1, bodyReach, body);
  // “The vote was 52-48”, by nobody: shares of voters, or a score.
  const isCast = near(scan, first.from, -1, verbReach, verbBefore) && !near(scan, first.from, -1, 3, contest);
  if (isCast && (hasBody || !isPair)) return true;
  // “a 231-204 party-line vote”; “a 5-4 decision” may be one in sports.
  if (near(scan, second.to - 1, 1, nounReach, nounBehind)) return hasBody || voteWord(scan, second.to);
  // “The bill passed 216 to 212”: right behind what was decided.
  if (!isPair) return hasBody && near(scan, first.from, -1, decidedNear, decided);
  if (!hasBody) return false;
  if (near(scan, first.from, -1, decidedReach, contest) || near(scan, second.to - 1, 1, 4, contest)) return false;
  return near(scan, first.from, -1, decidedReach, decided) || near(scan, second.to - 1, 1, 5, decided);
}

/** Whether the noun behind the numbers is “vote” itself and not one that sports share. */
function voteWord(scan: WordScan, from: number): boolean {
  for (let i = from; i < from + nounReach; i++) if (verbBefore.has(scan.lower(i)) || voices.has(scan.lower(i))) return true;
  return false;
}

const isRefusedNear = (scan: WordScan, from: number, to: number): boolean =>
  near(scan, from, -1, refusedReach, refused) || near(scan, to - 1, 1, refusedReach, refused);

/** “rejected 231-204”, “voted 231-204 against”: the more were against it. A court's majority is for its ruling, whatever that says. */
function isRefused(scan: WordScan, { first, second }: Sides): boolean {
  if (!isRefusedNear(scan, first.from, second.to)) return false;
  return !near(scan, first.from, -1, bodyReach, court) && !near(scan, second.to - 1, 1, nounReach, court);
}

/** Whether a word of a set stands within reach on one side, in the same sentence. */
function near(scan: WordScan, from: number, step: 1 | -1, reach: number, set: ReadonlySet<string>): boolean {
  for (let i = from + step, steps = 0; steps < reach && i >= 0 && i < scan.count; i += step, steps++) {
    const mark = scan.mark(i);
    if (scan.isNewline(i) || mark === 0x2e || mark === 0x3b || mark === 0x3f || mark === 0x21) return false;
    if (set.has(scan.lower(i))) return true;
  }
  return false;
}
