/** What tells whether a word is the cue of a told statement: first by itself and its neighbours, then with the source and the words chosen for it. */
import { bucket } from "../quotes/feature-space.ts";
import type { Reading } from "../reading.ts";
import { lists } from "../word-roles.ts";
import { type ExtentOption, sides } from "./extent-options.ts";
import { type SourceOption, sourceKind, type ToldCue } from "./source-options.ts";
import type { Features } from "./told-space.ts";

/** The source and the words chosen for a cue, each with its share among the options. */
export interface ToldChoice {
  readonly cue: ToldCue;
  readonly source: SourceOption;
  readonly sourceShare: number;
  readonly extent: ExtentOption;
  readonly extentShare: number;
}

/** Ten steps of a share. */
const tenth = (share: number): number => Math.min(9, Math.floor(share * 10));

const ruleKind = ({ rule }: ToldCue): number => (rule === null ? 0 : rule.isAct ? 2 : 1);

/** Cheapest: what the word itself says. */
export function wordFeatures({ document: { scan } }: Reading, cue: ToldCue, out: Features): Features {
  out.clear().add(70, scan.hashAt(cue.at));
  out.add(71, ruleKind(cue));
  return out;
}

/** Cheap: what the words around say. */
export function earlyFeatures({ document, map }: Reading, cue: ToldCue, out: Features): Features {
  const { scan, quoteOf } = document;
  const { at } = cue;
  const word = scan.hashAt(at);
  const next = scan.hashAt(at + 1);
  const before = scan.hashAt(at - 1);
  const referent = map.covering(at - 1);
  const subject = referent === null ? (scan.isCapital(at - 1) ? 1 : 0) : referent.isHuman ? 2 : 3;
  const rule = ruleKind(cue);
  out.clear().add(70, word);
  out.add(71, rule);
  out.add(72, next);
  out.add(73, word, next);
  out.add(74, before);
  out.add(75, word, before);
  out.add(76, word, scan.has(at + 1, lists.conjunctions) ? 1 : 0);
  out.add(77, subject);
  out.add(78, word, subject);
  out.add(79, word, rule);
  out.add(116, scan.hashAt(at + 2));
  out.add(117, scan.hashAt(at - 2));
  out.add(118, scan.mark(at + 1), subject);
  out.add(119, (quoteOf[at - 1] ?? -1) >= 0 || (quoteOf[at + 1] ?? -1) >= 0 ? 1 : 0);
  return out;
}

/** @param isAfter another statement was told before it in the document */
export function cueFeatures(
  reading: Reading,
  { cue, source, sourceShare, extent, extentShare }: ToldChoice,
  isAfter: boolean,
  out: Features,
): Features {
  const { document } = reading;
  const { scan, quoteOf } = document;
  const { at } = cue;
  const [first, end] = document.sentences[document.sentenceOf[at] as number] as readonly [number, number];
  const word = scan.hashAt(at);
  const next = scan.hashAt(at + 1);
  const before = scan.hashAt(at - 1);
  const kind = sourceKind(reading, source);
  const isLed = extent.side === sides.behind && scan.has(extent.from, lists.conjunctions) ? 1 : 0;
  const form = extent.side * 2 + isLed;
  const rule = ruleKind(cue);
  const lower = scan.lower(at);
  const tense = lower.endsWith("ing") ? 1 : lower.endsWith("ed") ? 2 : 0;
  let quoted = 0;
  let verb = 0;
  for (let i = extent.from; i < extent.to; i++) {
    if ((quoteOf[i] ?? -1) >= 0) quoted++;
    if (verb === 0 && scan.has(i, lists.verbs | lists.passiveAuxiliaries)) verb = 1;
  }
  const share = quoted === 0 ? 0 : quoted * 2 > extent.to - extent.from ? 2 : 1;
  let isQuoting = 0;
  for (let i = first; i < end && isQuoting === 0; i++) if ((quoteOf[i] ?? -1) >= 0) isQuoting = 1;
  out.clear().add(80, word);
  out.add(81, next);
  out.add(82, scan.hashAt(at + 2));
  out.add(83, before);
  out.add(84, scan.hashAt(at - 2));
  out.add(85, word, next);
  out.add(86, before, word);
  out.add(87, rule);
  out.add(88, word, rule);
  out.add(89, kind);
  out.add(90, kind, word);
  out.add(91, form);
  out.add(92, word, form);
  out.add(93, scan.hashAt(extent.from));
  out.add(94, extent.side, rule);
  out.add(95, tenth(sourceShare));
  out.add(96, tenth(extentShare));
  out.add(97, rule, kind);
  out.add(98, rule, tenth(extentShare));
  out.add(99, bucket(extent.to - extent.from), extent.side);
  out.add(100, share, extent.side);
  out.add(101, verb, word);
  out.add(102, verb, extent.side);
  out.add(103, isQuoting, extent.side);
  out.add(104, scan.mark(at - 1));
  out.add(105, scan.mark(at + 1));
  out.add(106, reading.isHeadline(at) ? 1 : 0);
  out.add(107, isAfter ? 1 : 0);
  out.add(108, tense, kind);
  out.add(109, bucket(at - first));
  out.add(110, ((quoteOf[at - 1] ?? -1) >= 0 ? 1 : 0) + ((quoteOf[at + 1] ?? -1) >= 0 ? 2 : 0));
  out.add(111, extent.isRule ? 1 : 0, rule);
  if (scan.has(at - 1, lists.negations) || scan.has(at - 2, lists.negations)) out.add(112);
  if (source.from < 0) return out;
  const isBefore = source.to <= at ? 1 : 0;
  out.add(113, scan.hashAt(source.to - 1));
  out.add(114, scan.hashAt(source.from));
  out.add(115, bucket(isBefore === 1 ? at - source.to : source.from - at), isBefore);
  return out;
}
