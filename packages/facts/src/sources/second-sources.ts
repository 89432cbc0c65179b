/**
 * A second source that shares the verb of the first: “Brack put the cost at 4 million, the union at 7 million”, “police spoke of 4,000
 * marchers and organisers of 10,000”, “the union counted 1,800, the company 1,200”.
 */
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { hasNoun } from "./may-speak.ts";
import type { ReferentMap, SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frame.ts";

/** Longest second source, in tokens. */
const sourceReach = 7;
/** Words between the preposition and its figure: “von mehr als 400”. */
const boundReach = 3;

const isNumber = ({ scan, language }: Document, at: number): boolean =>
  scan.isNumber(at) || language.words.cardinals.has(scan.lower(at)) || language.words.vague.has(scan.lower(at));

const isSign = ({ scan }: Document, at: number): boolean => [0x24, 0x20ac, 0xa3].includes(scan.mark(at));

/** The token of a figure right behind `at`, words that bound it aside; -1 where none stands there. */
function figureBehind(document: Document, at: number): number {
  for (let i = at + 1; i <= at + boundReach; i++) {
    if (isNumber(document, i) || isSign(document, i)) return i;
    if (!document.scan.isWord(i) || document.scan.isCapital(i)) return -1;
  }
  return -1;
}

interface First {
  readonly frame: SpeechFrame;
  /** Leads to its figure; null where the figure stands right behind the verb. */
  readonly preposition: string | null;
  /** The token before it. */
  readonly at: number;
}

function secondSource(document: Document, map: ReferentMap, { frame, preposition }: First, join: number): SpeechFrame | null {
  const { scan } = document;
  const from = join + 1;
  for (let at = from + 1; at <= from + sourceReach && at < frame.contentTo; at++) {
    // “, more than 25 percent”: another preposition goes on with what the first one says.
    const leads =
      preposition === null ? isNumber(document, at) : scan.lower(at) === preposition && figureBehind(document, at) >= 0;
    if (leads) {
      if (!hasNoun(document, from, at) || isNumber(document, from)) return null;
      const covering = map.covering(at - 1);
      const referent = covering !== null && covering.from >= from && covering.to === at ? covering : null;
      // Without a comma and a preposition alike, only people and bodies are sources: “1,800 strikers and pickets”.
      const isSource = referent?.isHuman || scan.has(at - 1, lists.personNouns | lists.organisationNouns);
      if ((preposition === null || scan.isWord(join)) && !isSource) return null;
      return {
        ...{ cueFrom: at, cueTo: at + 1, cueText: textOf(document, at, at + 1), sourceFrom: from, sourceTo: at, referent },
        ...{ contentFrom: at, contentTo: frame.contentTo, via: null },
      };
    }
    if (!scan.isWord(at) || scan.has(at, lists.speechVerbs | lists.verbs | lists.subordinators) || isNumber(document, at))
      return null;
  }
  return null;
}

/** How the verb of the first source leads to its figure; null where none stands in the words of its frame. */
function leadOf(document: Document, { cueTo, contentFrom, contentTo }: SpeechFrame): Omit<First, "frame"> | null {
  const isBare = contentFrom === cueTo && !document.scan.has(cueTo, lists.prepositions);
  if (isBare && figureBehind(document, cueTo - 1) >= 0) return { preposition: null, at: cueTo - 1 };
  for (let at = cueTo; at < contentTo; at++) {
    if (document.scan.mark(at) === 0x2c || document.scan.mark(at) === 0x3b) return null;
    if (document.scan.has(at, lists.prepositions) && figureBehind(document, at) >= 0)
      return { preposition: document.scan.lower(at), at };
  }
  return null;
}

/** The frames with those of second sources; the first one's words end where they begin. */
export function withSecondSources(document: Document, map: ReferentMap, frames: readonly SpeechFrame[]): SpeechFrame[] {
  return frames.flatMap((frame, index) => {
    const lead = leadOf(document, frame);
    if (lead === null) return [frame];
    for (let at = lead.at + 2; at < frame.contentTo - 2; at++) {
      const mark = document.scan.mark(at);
      if (mark !== 0x2c && mark !== 0x3b && !document.language.words.and.has(document.scan.lower(at))) continue;
      // German articles stand among the words that join clauses.
      const isJoin = document.language.reporting.joining.has(document.scan.lower(at + 1));
      const skips = isJoin && !document.scan.has(at + 1, lists.determiners) ? 1 : 0;
      const second = secondSource(document, map, { frame, ...lead }, at + skips);
      if (second !== null && second.sourceFrom !== frames[index + 1]?.sourceFrom) return [{ ...frame, contentTo: at }, second];
    }
    return [frame];
  });
}

/** “Ormel keeps its books closed but says …”: a name we know nothing of that opens a sentence, up to a token; or null. */
export function openingName({ scan }: Document, map: ReferentMap, first: number, end: number): SourcePhrase | null {
  if (scan.has(first, lists.prepositions | lists.subordinators | lists.notNames)) return null;
  let to = first;
  while (to < end && scan.isCapital(to)) to++;
  return to > first ? { from: first, to, referent: map.covering(first) } : null;
}
