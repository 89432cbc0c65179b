/** Whose a told statement may be: the phrases around its cue, and what tells which of them it is. */
import { bucket } from "../quotes/feature-space.ts";
import type { Reading } from "../reading.ts";
import { phraseAfter, phraseBefore, type SourcePhrase } from "../sources/phrases.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { lists } from "../word-roles.ts";
import type { Features } from "./told-space.ts";

/** What may be a statement's cue. */
export interface ToldCue {
  readonly at: number;
  /** The statement that the rules read there, if any. */
  readonly rule: SpeechFrame | null;
}

/** Roads that lead to a source; several may lead to one. */
const roads = { rule: 1, before: 2, behind: 4, near: 8, first: 16, last: 32, none: 64 } as const;

/** A source; with `from` below 0 it is told without one. */
export interface SourceOption extends SourcePhrase {
  roads: number;
}

/** How far behind its cue a source begins at most, in tokens. */
const behindReach = 3;
/** How many names and descriptions before the cue are tried. */
const nearMax = 3;
/** How far into its sentence the subject begins at most, in tokens. */
const subjectReach = 8;

/**
 * Whose a statement is that the rules read, they say; elsewhere it may be several.
 * @param last the source of the statement before, which may be in the same sentence
 */
export function sourceOptions(
  { document, map }: Reading,
  { at, rule }: ToldCue,
  last: SourcePhrase | null,
): readonly SourceOption[] {
  if (rule !== null) return [{ from: rule.sourceFrom, to: rule.sourceTo, referent: rule.referent, roads: roads.rule }];
  const [first, end] = document.sentences[document.sentenceOf[at] as number] as readonly [number, number];
  const out: SourceOption[] = [];
  const add = ({ from, to, referent }: SourcePhrase, road: number): void => {
    // A name within a phrase is not whose it is: “the Halden agency” speaks, not Halden.
    const known = out.find((each) => each.from <= from && each.to >= to);
    if (known !== undefined) known.roads |= road;
    else out.push({ from, to, referent, roads: road });
  };
  const before = phraseBefore(document, map, at);
  if (before !== null && before.from >= first && before.to <= at) add(before, roads.before);
  const behind = phraseAfter(document, map, at + 1);
  if (behind !== null && behind.from <= at + behindReach && behind.to <= end) add(behind, roads.behind);
  let near = 0;
  for (let i = at - 1; i >= first && near < nearMax; i--) {
    const referent = map.covering(i);
    if (referent === null) continue;
    if (referent.from < first) break;
    i = referent.from;
    if (referent.isQuoted || !(referent.isHuman || referent.kind === "name")) continue;
    add({ from: referent.from, to: referent.to, referent }, roads.near);
    near++;
  }
  for (let i = first; i < Math.min(at, first + subjectReach); i++) {
    const referent = map.covering(i);
    if (referent === null || referent.to > at || referent.isQuoted || !(referent.isHuman || referent.kind === "name")) continue;
    add({ from: referent.from, to: referent.to, referent }, roads.first);
    break;
  }
  if (last !== null && last.from >= first && last.to <= end) add(last, roads.last);
  out.push({ from: -1, to: -1, referent: null, roads: roads.none });
  return out;
}

/** What kind of words a source is: 0 none, 1 and 2 a phrase of which nothing is known, else by its referent. */
export function sourceKind({ document }: Reading, { from, to, referent }: SourcePhrase): number {
  if (from < 0) return 0;
  if (referent === null) return document.scan.isCapital(to - 1) ? 2 : 1;
  if (referent.kind === "pronoun") return referent.isRelative ? 3 : referent.isPossessive ? 4 : referent.isHuman ? 5 : 6;
  if (referent.isNamedPerson) return 7;
  if (referent.kind === "name") return referent.isHuman ? 8 : 9;
  return referent.isBody ? 10 : referent.isHuman ? 11 : 12;
}

const comma = 0x2c;
const countedMax = 3;

export function sourceFeatures(reading: Reading, at: number, option: SourceOption, out: Features): Features {
  const { document } = reading;
  const { scan } = document;
  const word = scan.hashAt(at);
  out.clear().add(1, option.roads);
  if (option.from < 0) {
    out.add(2, word);
    out.add(3, scan.hashAt(at - 1));
    out.add(4, scan.hashAt(at + 1));
    return out;
  }
  const kind = sourceKind(reading, option);
  const isBefore = option.to <= at ? 1 : 0;
  const [from, to] = isBefore === 1 ? [option.to, at] : [at + 1, option.from];
  const distance = isBefore * 8 + bucket(to - from);
  let commas = 0;
  let verbs = 0;
  for (let i = from; i < to; i++) {
    if (scan.mark(i) === comma) commas++;
    else if (scan.has(i, lists.verbs | lists.speechVerbs) && !scan.has(i, lists.betweenSubjectAndVerb)) verbs++;
  }
  out.add(5, kind);
  out.add(6, distance);
  out.add(7, kind, distance);
  out.add(8, scan.hashAt(option.to - 1));
  out.add(9, scan.hashAt(option.from - 1));
  out.add(10, scan.hashAt(option.from));
  out.add(11, word, isBefore);
  out.add(12, option.roads, kind);
  out.add(13, scan.mark(at - 1) === comma ? 1 : 0, isBefore);
  out.add(14, Math.min(commas, countedMax), isBefore);
  out.add(15, Math.min(verbs, countedMax), isBefore);
  out.add(16, document.sentenceOf[option.from] === document.sentenceOf[option.from - 1] ? 0 : 1, isBefore);
  out.add(17, scan.isGenitive(option.to) ? 1 : 0);
  if (from < to) out.add(18, scan.hashAt(from), isBefore);
  if (scan.has(option.from - 1, lists.prepositions)) out.add(19, isBefore);
  return out;
}
