import { contextWords } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import type { FigureSource } from "../figures/read-figures.ts";
import type { AttributedQuote } from "../quotes/attribute-quotes.ts";
import type { Reading } from "../reading.ts";
import { lists } from "../word-roles.ts";
import type { ReferentMap } from "./phrases.ts";
import { sourceName } from "./source-name.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const tookVerb = contextWords("tookVerb");
const it = contextWords("it");
const impersonal = contextWords("impersonal");

/** For each token, on whose word it is told: the speaker of the quotation around it, the source of the statement, or nobody. */
export function findSources(reading: Reading, attributed: readonly AttributedQuote[]): (FigureSource | undefined)[] {
  const { document, frames, identities } = reading;
  const out: (FigureSource | undefined)[] = new Array(document.scan.count);
  const sourceOf = (frame: SpeechFrame): FigureSource => {
    const identity = frame.referent === null ? null : (identities[frame.referent.index] ?? null);
    return { name: sourceName(document, frame, identities), entity: identity?.entity ?? -1 };
  };
  for (const frame of frames) {
    // Later frames lie deeper: “X said Y told …” gives what Y told to Y; “X said the gang had asked for $3 million” stays X's word.
    if (frame.isAct && out[frame.cueFrom] !== undefined) continue;
    const source = sourceOf(frame);
    for (let i = frame.contentFrom; i < frame.contentTo; i++) out[i] = source;
  }
  carryOver(reading, out);
  ownExperience(reading, attributed, out);
  embeddedPosts(reading, out);
  for (const quote of attributed) {
    if (!quote.isAccepted || !quote.candidate?.identity) continue;
    const { identity } = quote.candidate;
    const source: FigureSource = { name: identity.name, entity: identity.entity };
    for (let i = quote.context.first; i < quote.context.end; i++) out[i] = source;
  }
  return out;
}

/** Longest name between the dash and the handle of a post's signature, in tokens. */
const signatureMax = 8;

/** “… — Harbour Watch (@harbourwatch)”: a post set into an article is the word of who signs it. */
function embeddedPosts({ document, map, identities }: Reading, out: (FigureSource | undefined)[]): void {
  const { scan } = document;
  for (let at = 1; at < scan.count; at++) {
    if (scan.mark(at) !== 0x40 || scan.mark(at - 1) !== 0x28) continue;
    let from = at - 1;
    while (from > 0 && at - from <= signatureMax && !isDash(scan.mark(from - 1)) && !scan.isNewline(from - 1)) from--;
    if (from === at - 1 || !isDash(scan.mark(from - 1))) continue;
    const referent = map.covering(from);
    const identity = referent === null ? null : (identities[referent.index] ?? null);
    const source: FigureSource = { name: identity?.name ?? textOf(document, from, at - 1), entity: identity?.entity ?? -1 };
    for (let i = from - 2; i >= 0 && !scan.isNewline(i); i--) out[i] = source;
  }
}

const isDash = (mark: number): boolean => mark === 0x2014 || mark === 0x2013;

/** How much of a sentence an experience covers to either side, in tokens. */
const experienceReach = 60;

/** What befell a person the article quotes (“it took Ana four days”) rests on that person’s word, if nobody else is named. */
function ownExperience(
  { document, map, identities, naming }: Reading,
  attributed: readonly AttributedQuote[],
  out: (FigureSource | undefined)[],
): void {
  const { scan } = document;
  const speakers = new Set<number>();
  for (const { isAccepted, candidate } of attributed)
    if (isAccepted && candidate?.identity && candidate.identity.entity >= 0) speakers.add(candidate.identity.entity);
  for (const referent of map.referents) {
    if (referent.kind !== "name" || !tookVerb.has(scan.lower(referent.from - 1)) || !it.has(scan.lower(referent.from - 2)))
      continue;
    const identity = identities[referent.index];
    // Officials speak for others; private people, whom the text gives no role, for themselves.
    if (!identity || !speakers.has(identity.entity) || naming.entities[identity.entity]?.role) continue;
    const [sentenceStart, end] = document.sentences[document.sentenceOf[referent.from] as number] as readonly [number, number];
    const first = Math.max(sentenceStart, referent.from - experienceReach);
    const stop = Math.min(end, referent.from + experienceReach);
    const source: FigureSource = { name: identity.name, entity: identity.entity };
    for (let i = first; i < stop; i++) out[i] ??= source;
  }
}

/**
 * A source cited for a figure (“according to the registry”) stands for the figures of the next sentences of its paragraph too,
 * until one names a source, quotes, or has somebody act in it. What somebody said ends with its sentence, unless the next one
 * goes on counting: “Another 40 carts …”.
 */
function carryOver({ document, map, frames, isHeadline }: Reading, out: (FigureSource | undefined)[]): void {
  const framesOf = new Map<number, SpeechFrame[]>();
  for (const frame of frames) {
    const sentence = document.sentenceOf[frame.cueFrom] as number;
    framesOf.set(sentence, [...(framesOf.get(sentence) ?? []), frame]);
  }
  let paragraph = -1;
  let last: FigureSource | undefined;
  let isCited = false;
  /** The last two sentences with a source had the same one: “The agency said … It put the loss at … Repairs will cost …”. */
  let isRun = false;
  document.sentences.forEach(([first, end], index) => {
    if (first >= end) return;
    const own = document.paragraphOf[first] as number;
    if (own !== paragraph) last = undefined;
    paragraph = own;
    if (isHeadline(first)) return;
    const framed = framesOf.get(index);
    if (framed !== undefined) {
      const before = last;
      last = undefined;
      for (const { contentFrom, contentTo } of framed) if (contentTo > contentFrom) last = out[contentTo - 1];
      isRun = last !== undefined && before?.name === last.name && before.entity === last.entity;
      isCited = framed.length === 1 && framed.every((frame) => isCitation(document, frame));
      return;
    }
    if (!last) return;
    const goesOn = goesOnCounting(document, first) || countsElsewhere(document, first, end);
    if (!goesOn && (!(isCited || isRun) || hasOwnAgent(document, map, first, end))) last = undefined;
    else for (let i = first; i < end; i++) out[i] ??= last;
  });
}

/** “according to the registry”: a body or document that is cited, and no person who spoke. */
const isCitation = ({ scan, language }: Document, { cueFrom, referent }: SpeechFrame): boolean =>
  referent?.isNamedPerson !== true && language.accordingTo.some(([word]) => word === scan.lower(cueFrom));

const goesOnCounting = ({ scan, language }: Document, first: number): boolean =>
  language.reporting.countingOn.some((words) => scan.reads(words, first));

/** How far into its sentence “it was 12” stands, in tokens. */
const countReach = 10;

/** “At the northern gate alone it was 12”: the same is counted at another place. */
function countsElsewhere({ scan }: Document, first: number, end: number): boolean {
  if (!scan.has(first, lists.prepositions)) return false;
  for (let i = first + 1; i < Math.min(end, first + countReach); i++)
    if (impersonal.has(scan.lower(i))) return scan.isNumber(i + 1) || scan.isNumber(i + 2);
  return false;
}

/** Longest “on Monday,” before the subject of a sentence, in tokens. */
const subjectReach = 8;

/** “The 12 councillors left the hall”, “Duarte signed 40 letters”: certain people act, or somebody is quoted. */
function hasOwnAgent(document: Document, map: ReferentMap, first: number, end: number): boolean {
  const { scan } = document;
  for (let i = first; i < end; i++) if ((document.quoteOf[i] ?? -1) >= 0) return true;
  if (scan.has(first, lists.determiners) && scan.isNumber(first + 1)) return true;
  for (let i = first; i < Math.min(end, first + subjectReach); i++) {
    const referent = map.covering(i);
    if (!referent) continue;
    const isSubject = referent.isHuman && !referent.isPossessive && !scan.has(referent.from - 1, lists.prepositions);
    if (isSubject) return referent.kind !== "nominal" || !referent.isIndefinite;
    i = referent.to - 1;
  }
  return false;
}
