/**
 * Calls to action: lines in which an outlet asks its reader to pay, join, log in or read on. They are told by what they are made
 * of (the reader is addressed, a verb asks, something is on offer, a price with its period, a gate's own limits), never by one
 * phrase: reporting has each of these words, but seldom several in one line outside a quotation.
 */

import { anyPageForm, CALL_TO_ACTION_WORDS, type CallToActionWords } from "@wirefold/text/boilerplate";
import { eachFoldedWord, foldWords } from "./html/title-words.ts";
import { hashOfWord, standsAt, WordTable } from "./html/word-table.ts";
import { itemAt } from "./indexing.ts";

/** Longer lines are no calls. */
export const CALL_CHARS_MAX = 420;

type WordClass = keyof CallToActionWords;

const wordsOf = (kind: WordClass): string[] => [
  ...new Set(Object.values(CALL_TO_ACTION_WORDS).flatMap((words) => words[kind] ?? [])),
];

const addressWords: ReadonlySet<string> = new Set(wordsOf("address").flatMap((word) => foldWords(word)));
/** German's polite address differs from "she" and "they" only by its capital, and only inside a sentence. */
const polite: ReadonlySet<string> = new Set(wordsOf("politeAddress"));
const politeForms = [...polite].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).sort((a, b) => b.length - a.length);
const politeInside = new RegExp(`[\\p{Ll},]\\s(?:${politeForms.join("|")})\\b`, "gu");
/** Few lines hold one of these at all. */
const politeFronts = [...new Set(politeForms.map((word) => word.slice(0, 2)))];
const ambiguous: ReadonlySet<string> = new Set(wordsOf("ambiguousAddress"));
const plainAddressWords: ReadonlySet<string> = new Set(
  [...addressWords].filter((word) => !polite.has(word) && !ambiguous.has(word)),
);
const quoted = /["\u201C\u201E\u00AB\u300C][^"\u201C\u201D\u00BB\u300D]{0,2000}["\u201D\u00BB\u300D\u201C]/g;
const quotationMark = /["\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D]/;

const withoutQuotes = (text: string): string => (quotationMark.test(text) ? text.replace(quoted, " ") : text);

/** Whether a folded word addresses the reader or is an outlet speaking of itself, in whatever language. */
const isAddressWord = (word: string): boolean => plainAddressWords.has(word);
const addressTable = new WordTable([...plainAddressWords].map((word) => [word, true] as const));

/** The same of `text.slice(from, to)`, whose hash is `hash` (`html/word-table.ts`). */
export const isAddressWordAt = (text: string, from: number, to: number, hash: number): boolean =>
  addressTable.get(text, from, to, hash) === true;

/**
 * The share of words that address the reader or speak for the outlet, outside quotations; 0 for lines of fewer than four words.
 * `folded` are the words of `text`, see {@link foldWords}, where they are at hand.
 */
export function addressShare(text: string, folded?: readonly string[]): number {
  const plain = withoutQuotes(text);
  const words = plain === text && folded !== undefined ? folded : foldWords(plain);
  if (words.length < 4) return 0;
  let hits = 0;
  for (const word of words) if (isAddressWord(word)) hits += 1;
  if (politeFronts.some((front) => plain.includes(front))) hits += plain.match(politeInside)?.length ?? 0;
  return hits < 1 ? 0 : hits / words.length;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** Any of the words as a whole word; a star at a word's end stands for any ending. One alternation, so it is linear. */
function anyOf(kind: WordClass): RegExp {
  const words = wordsOf(kind)
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.endsWith("*") ? `${escaped(word.slice(0, -1))}[\\p{L}\\p{M}]*` : escaped(word)));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
}

/** Classes whose phrases a line is asked for at a glance. */
const OPENERS = { ask: 1, gate: 2, follow: 4, channel: 8 } as const;

/** A phrase behind its first word: the words that follow, the last with any ending, and the class. */
interface Opener {
  readonly bit: number;
  readonly others: readonly string[];
}

const openers = new Map<string, Opener[]>();
for (const kind of ["ask", "gate", "follow", "channel"] as const)
  for (const phrase of wordsOf(kind)) {
    const [first = "", ...others] = foldWords(phrase.replace("*", ""));
    openers.set(first, [...(openers.get(first) ?? []), { bit: OPENERS[kind], others }]);
  }
const openerTable = new WordTable(openers);

/** What a line's words alone tell: how many there are, and of which classes it has the words of a phrase in a row. */
export interface CallWords {
  readonly count: number;
  readonly mask: number;
}

/** Where the words of the line at hand begin, and the look-ups that wait for the words behind. */
const starts = new Int32Array(CALL_CHARS_MAX + 1);

/** One look tells that a line has no phrase of a class at all, which is the usual case and spares it every expression. Lines of {@link CALL_CHARS_MAX} at most. */
export function callWords(text: string): CallWords {
  let count = 0;
  let mask = 0;
  let line = "";
  let waiting: { readonly opener: Opener; readonly at: number }[] | undefined;
  eachFoldedWord(text, (folded, start, end) => {
    line = folded;
    const found = openerTable.get(folded, start, end, hashOfWord(folded, start, end));
    starts[count++] = start;
    if (found === undefined) return;
    for (const opener of found)
      if (opener.others.length === 0) mask |= opener.bit;
      else if (!(mask & opener.bit)) {
        waiting ??= [];
        waiting.push({ opener, at: count });
      }
  });
  for (const { opener, at } of waiting ?? [])
    if (!(mask & opener.bit) && standAt(opener.others, line, at, count)) mask |= opener.bit;
  return { count, mask };
}

function standAt(wanted: readonly string[], line: string, at: number, count: number): boolean {
  if (at + wanted.length > count) return false;
  for (let i = 0; i < wanted.length; i++) if (!standsAt(line, itemAt(wanted, i), starts[at + i] ?? 0)) return false;
  return true;
}

const ask = anyOf("ask");
/** The same, where its `lastIndex` points. */
const askHere = new RegExp(ask.source, "iuy");
const followHere = new RegExp(anyOf("follow").source, "iuy");
/** Verbs come last in some languages. */
const followLast = new RegExp(`${anyOf("follow").source}[^\\p{L}\\p{N}]*$`, "iu");
const channel = anyOf("channel");
const offer = anyOf("offer");
const gate = anyOf("gate");
const newsletter = anyOf("newsletter");
const period = anyOf("period");
const money = new RegExp(
  `\\p{Sc}\\s?\\d|\\d\\s?\\p{Sc}|\\b(?:USD|EUR|GBP|CHF)\\b|\\d\\s?${anyPageForm("currencyWord")}(?!\\p{L})`,
  "iu",
);
const decoration = /^[^\p{L}\p{N}]+/u;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
const GATE_LABEL_WORDS_MAX = 12;
/** One word in eight speaks to the reader or for the outlet, in a sentence and no more. */
const ADDRESSED = 0.12;
const APPEAL_WORDS_MAX = 24;

/** Where a sentence may begin behind another. */
const sentenceStart = /[.!?:\u2013\u2014\u3002]\s+(?=\p{Lu})/gu;

/** Whether a word that asks opens the line, and whether one opens any of its sentences. Looks there alone: no phrase goes over a mark. */
function askOpens(plain: string, here = askHere): [boolean, boolean] {
  const asksAt = (index: number): boolean => {
    here.lastIndex = index;
    return here.test(plain);
  };
  if (asksAt(decoration.exec(plain)?.[0].length ?? 0)) return [true, true];
  for (const { 0: mark, index } of plain.matchAll(sentenceStart)) if (asksAt(index + mark.length)) return [false, true];
  return [false, false];
}

/**
 * How much in a line speaks for a call to action: 0 nothing, 1 one would expect it among others, 2 it is one by itself.
 * `text` is one block or line, `known` its words where they are at hand.
 */
export function callToAction(text: string, known?: CallWords): 0 | 1 | 2 {
  if (text.length > CALL_CHARS_MAX) return 0;
  const { mask } = known ?? callWords(text);
  const mayAsk = (mask & OPENERS.ask) !== 0;
  const mayGate = (mask & OPENERS.gate) !== 0;
  if (!mayAsk && !mayGate) return 0;
  const plain = withoutQuotes(text).replace(/[\u2018\u2019]/g, "'");
  const gates = mayGate ? countOf(gate, plain) : 0;
  const words = foldWords(plain).length;
  const address = words < 4 ? 0 : addressShare(plain);
  const [opens, opensSentence] = askOpens(plain);
  // Reporting that has such a word speaks to nobody and does not begin with it: the usual case, and none of the rules below.
  if (gates === 0 && address === 0 && !opens && !opensSentence) return 0;
  const asks = mayAsk ? countOf(ask, plain) : 0;
  if (asks === 0 && gates === 0) return 0;
  // A gate's own words in a sentence that speaks to its reader, or in a label.
  const isSentence = /[.!\u3002\u2026]['")\u201D\u2019]*$/u.test(plain);
  if (gates > 0 && (address > 0 || asks > 0) && (words <= 24 || address >= 0.06)) return 2;
  const offers = countOf(offer, plain);
  if (gates > 0 && offers > 1 && words <= GATE_LABEL_WORDS_MAX) return 2;
  const priced = money.test(plain) && countOf(period, plain) > 0;
  // "Want more of this? Sign up for the Harbour Mail's free newsletter …": nobody reports in the imperative.
  if (opensSentence && countOf(newsletter, plain) > 0) return 2;
  if (opens && asks > 1 && offers > 0 && words <= GATE_LABEL_WORDS_MAX) return 2;
  if (opens && (priced || (asks > 1 && address >= 0.05 && words <= 16))) return 2;
  if (address > 0 && asks > 0 && offers > 0 && priced) return 2;
  if (opens && offers > 0 && (address > 0 || (words <= 8 && !isSentence))) return offers > 1 || words <= 12 ? 2 : 1;
  if (address >= ADDRESSED && asks > 0 && offers > 1 && words <= APPEAL_WORDS_MAX) return 2;
  // "We need your help: become a member and support the paper", an order or two for two things on offer.
  if (address >= 0.05 && offers > 1 && words <= APPEAL_WORDS_MAX && (asks > 1 || (opensSentence && isSentence))) return 2;
  if (address >= 0.05 && asks > 0 && offers > 1) return 1;
  return priced && asks > 0 && address > 0 ? 1 : 0;
}

const CHANNEL_WORDS_MAX = 40;
/** A sentence without a word to the reader may be a step of a guide, and a longer one reporting. */
const BARE_WORDS_MAX = 14;
const ADDRESSED_WORDS_MAX = 20;

/** "Follow the Mail on WhatsApp", "Download our app for alerts": an outlet's channel, and a sentence that asks to follow or install it. */
export function isChannelCall(text: string, known?: CallWords): boolean {
  if (text.length > CALL_CHARS_MAX) return false;
  const { count, mask } = known ?? callWords(text);
  if (count > CHANNEL_WORDS_MAX || !(mask & OPENERS.follow) || !(mask & OPENERS.channel)) return false;
  const plain = withoutQuotes(text);
  for (const sentence of plain.split(/(?<=[.!?\u3002])\s+/u)) {
    if (countOf(channel, sentence) === 0) continue;
    if (!askOpens(sentence, followHere)[0] && !followLast.test(sentence)) continue;
    const words = foldWords(sentence);
    if (words.length <= (words.some((word) => isAddressWord(word)) ? ADDRESSED_WORDS_MAX : BARE_WORDS_MAX)) return true;
  }
  return false;
}
