/** Figures that somebody answers for without a verb of saying: “was put at 12,000 by police”, “Mara Quist: 40 jobs at risk”. */
import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { bounds, frameOf } from "./according-frames.ts";
import { phraseAfter, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const countAgent = contextWords("countAgent");

/** How far from such a participle its auxiliary and its agent stand, in tokens. */
const passiveReach = 14;

/** “The crowd was put at 12,000 by police”: whose figure it is stands behind “by”, in German before the participle. */
export function passiveFrame(document: Document, map: ReferentMap, at: number): SpeechFrame | null {
  const { scan, language } = document;
  if (!scan.is(at, wordKinds.countedParticiple)) return null;
  const [first, end] = bounds(document, at);
  const from = language.verbSecond ? Math.max(first, at - passiveReach) : at + 1;
  const to = language.verbSecond ? at : Math.min(end, at + passiveReach);
  if (!isPassive(document, first, at) || !hasFigure(document, first, end)) return null;
  for (let i = from; i < to; i++) {
    if (scan.has(i, lists.speechVerbs) || (!language.verbSecond && scan.has(i, lists.subordinators))) return null;
    if (!countAgent.has(scan.lower(i))) continue;
    const source = phraseAfter(document, map, i + 1);
    if (source === null || source.from !== i + 1 || !answers(document, source)) continue;
    return frameOf(document, at, at + 1, { source, content: language.verbSecond ? [first, end] : [first, i] });
  }
  return null;
}

function isPassive({ scan, language }: Document, first: number, at: number): boolean {
  const back = language.verbSecond ? passiveReach : 3;
  for (let i = at - 1; i >= Math.max(first, at - back); i--) if (scan.has(i, lists.passiveAuxiliaries)) return true;
  return false;
}

function hasFigure({ scan }: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scan.isNumber(i)) return true;
  return false;
}

/** A person or body, and no part of a sum: “by 12 percent”. */
const answers = ({ scan }: Document, { to, referent }: SourcePhrase): boolean =>
  referent?.isHuman === true || scan.has(to - 1, lists.organisationNouns | lists.personNouns);

/** Longest name before the colon of a heading, in tokens. */
const headingNameMax = 5;

/** “Mara Quist: 40 jobs at risk”: a heading that begins with who says so; `first` is where its line begins. */
export function headingFrame(document: Document, map: ReferentMap, first: number): SpeechFrame | null {
  const { scan, quoteOf } = document;
  if (first > 0 && !scan.isNewline(first - 1)) return null;
  const referent = map.covering(first);
  if (referent === null || referent.from !== first || referent.to - first > headingNameMax || scan.mark(referent.to) !== 0x3a)
    return null;
  if (!referent.isHuman || referent.kind === "pronoun" || (quoteOf[first] ?? -1) >= 0) return null;
  const [, end] = bounds(document, first);
  // A full stop ends a sentence of the text and no heading.
  if (scan.mark(end - 1) === 0x2e || !hasFigure(document, referent.to + 1, end)) return null;
  const source = { from: first, to: referent.to, referent };
  return frameOf(document, first, referent.to, { source, content: [referent.to + 1, end] });
}
