/**
 * Words for comparing what articles say: folded (case, diacritics) and lightly stemmed. Scripts written without spaces
 * give one word a character, which is enough for overlap.
 */

import { groupBy } from "@wirefold/core";
import { memoize } from "./memoize.ts";
import { foldText } from "./normalize.ts";
import { stopWords } from "./stop-words.ts";

// "98,000" | "5.5" | one Han or kana character | "Jean" | "don’t"
const WORD = /\d+(?:[.,]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * Stop words of the languages whose texts are compared word by word, and the words by which news reports speech. They carry no
 * subject, so overlap ignores them.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...["en", "de", "fr", "es"].flatMap((language) => [...(stopWords.get(language) ?? [])]),
  ..."said say says told according".split(" "),
]);

export const isFunctionWord = (key: string): boolean => FUNCTION_WORDS.has(key);

/** Lower case, no diacritics, one apostrophe, quotation mark and dash: {@link foldText} where the length need not stay. */
export function fold(text: string): string {
  if (isAscii(text)) return (text.includes("`") ? text.replaceAll("`", "'") : text).toLowerCase();
  return foldText(text.normalize("NFKC")).replace(/\p{M}+/gu, "");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** A light suffix stripper: it joins "entered", "entering" and "enters", and leaves short words alone. */
export const stem = memoize(50_000, stripSuffix);

/** Past forms no suffix rule reaches; rewrites change tense more often than anything else. */
const IRREGULAR = new Map(
  "fought:fight found:find fled:flee felt:feel fell:fall fallen:fall flew:fly flown:fly gave:give given:give went:go gone:go got:get gotten:get grew:grow grown:grow held:hold kept:keep knew:know known:know led:lead left:leave lost:lose made:make met:meet paid:pay put:put ran:run rose:rise risen:rise saw:see seen:see sent:send set:set shot:shoot shut:shut slept:sleep sold:sell sought:seek spent:spend spoke:speak spoken:speak spread:spread stood:stand struck:strike stuck:stick swept:sweep swam:swim taken:take took:take taught:teach threw:throw thrown:throw thought:think told:tell tore:tear torn:tear woke:wake won:win wore:wear worn:wear wrote:write written:write began:begin begun:begin bought:buy broke:break broken:break brought:bring built:build burnt:burn came:come caught:catch chose:choose chosen:choose cut:cut dealt:deal drew:draw drawn:draw drove:drive driven:drive ate:eat eaten:eat died:die dying:die dead:dead deaths:death"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

function stripSuffix(given: string): string {
  const word = IRREGULAR.get(given) ?? given;
  let stemmed = word.includes("'") ? word.replace(/'(?:s|re|ve|ll|d|m|t)?$/, "") : word;
  if (stemmed.length > 5) stemmed = without(stemmed, LONG_SUFFIXES);
  if (stemmed.length > 4) stemmed = without(stemmed, SHORT_SUFFIXES);
  else if (stemmed.length > 3 && stemmed.endsWith("s")) stemmed = stemmed.slice(0, -1);
  // "planned" and "plan", "stopping" and "stop"
  const last = stemmed.slice(-1);
  const doubled = stemmed.length > 3 && last === stemmed.at(-2) && "bdgklmnprtz".includes(last);
  return doubled ? stemmed.slice(0, -1) : stemmed;
}

/** Suffixes by their last letter, the longest first: it is the one taken off. */
function suffixes(list: string): ReadonlyMap<string, readonly string[]> {
  const longestFirst = list.split(" ").sort((a, b) => b.length - a.length);
  return groupBy(longestFirst, (suffix) => suffix.slice(-1));
}

const LONG_SUFFIXES = suffixes("ingly edly ment ments ation ations ities ity ness ing ings ies ied ally ely ly");
const SHORT_SUFFIXES = suffixes("ed es er ers e s y");

function without(word: string, known: ReadonlyMap<string, readonly string[]>): string {
  for (const suffix of known.get(word.slice(-1)) ?? []) if (word.endsWith(suffix)) return word.slice(0, -suffix.length);
  return word;
}

/** "98,000", "98.000" and "98000" give the same key; "5.5" keeps its point. */
function figureKey(figure: string): string {
  return figure.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
}

/** Distinct words that say something. */
export const contentKeys = (text: string): string[] => [...keysOf(text)];

/** Claims, quotes and mutations of one story ask for the same sentences again and again. */
const keysOf = memoize(4000, (text): readonly string[] => {
  const keys = new Set<string>();
  for (const raw of text.match(WORD) ?? []) {
    const { key, content } = readWord(raw);
    if (content && key) keys.add(key);
  }
  return [...keys];
});

export interface ReadWord {
  /** Folded and stemmed. Figures keep their digits only: "98,000" is "98000". */
  readonly key: string;
  /** Whether it says something: not a function word as written. */
  readonly content: boolean;
  /** Whether its key is that of a function word. */
  readonly isFunction: boolean;
}

/** A word as written, folded, stemmed and judged. */
export const readWord = memoize(50_000, (raw): ReadWord => {
  const first = raw.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return { key: figureKey(raw), content: true, isFunction: false };
  const folded = fold(raw);
  const apostrophe = folded.indexOf("'");
  const content = !FUNCTION_WORDS.has(folded) && (apostrophe < 0 || !FUNCTION_WORDS.has(folded.slice(0, apostrophe)));
  const key = stem(folded);
  return { key, content, isFunction: FUNCTION_WORDS.has(key) };
});
