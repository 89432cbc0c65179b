import type { Document } from "../document.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase, subjectAfter } from "../sources/phrases.ts";
import { isHyphenated, isNounHere } from "../sources/reporting-verbs.ts";
import { lists } from "../word-roles.ts";

/** Farthest a cue may stand from its quotation, in tokens. */
const cueReach = 30;

export type CueStrength = "strong" | "loose" | "noun" | "according";

export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly strength: CueStrength;
  /** Tokens between cue and quotation. */
  readonly gap: number;
  readonly left: SourcePhrase | null;
  readonly right: SourcePhrase | null;
}

/** What stands around a quotation in its own sentence. */
export interface QuoteContext {
  readonly index: number;
  /** First and past-the-last token of the quotation. */
  readonly first: number;
  readonly end: number;
  /** Tokens before it back to the sentence's start or the last quotation. */
  readonly leadFrom: number;
  /** Tokens after it up to the sentence's end or the next quotation. */
  readonly tailTo: number;
  readonly leadCue: Cue | null;
  readonly tailCue: Cue | null;
  /** How the quoted words end: 0 comma, 1 full stop or the like, 2 neither. */
  readonly ending: 0 | 1 | 2;
  readonly startsParagraph: boolean;
  readonly endsParagraph: boolean;
  readonly hasColon: boolean;
  /** A quotation before this one in the same sentence, and in the same paragraph. */
  readonly previousInSentence: boolean;
  readonly previousInParagraph: boolean;
}

function endingOf(document: Document, first: number, end: number): 0 | 1 | 2 {
  const { scan } = document;
  for (let i = end - 1; i > first && i >= end - 3; i--) {
    const mark = scan.mark(i);
    if (mark === 0x2c) return 0;
    if (mark === 0x2e || mark === 0x21 || mark === 0x3f || mark === 0x2026) return 1;
    if (scan.isWord(i) || scan.isNumber(i)) return 2;
  }
  return 2;
}

/** Reads the surroundings of quotation `index`. */
export function readContext(document: Document, map: ReferentMap, index: number): QuoteContext {
  const { scan } = document;
  const [first, end] = document.quoteTokens[index] as readonly [number, number];
  const previousEnd = index > 0 ? (document.quoteTokens[index - 1]?.[1] ?? 0) : 0;
  const nextFirst = document.quoteTokens[index + 1]?.[0] ?? scan.count;
  const ending = endingOf(document, first, end);
  let leadFrom = first;
  while (
    leadFrom > previousEnd &&
    first - leadFrom < cueReach * 2 &&
    !scan.isNewline(leadFrom - 1) &&
    !endsSentence(document, leadFrom - 1, leadFrom)
  )
    leadFrom--;
  // “… wrote: ‘…’” on a line of its own: the line before leads.
  if (
    leadFrom === first &&
    first > 1 &&
    scan.isNewline(first - 1) &&
    (scan.mark(first - 2) === 0x3a || scan.mark(first - 2) === 0x2c)
  ) {
    leadFrom = first - 1;
    while (
      leadFrom > previousEnd &&
      first - leadFrom < cueReach * 2 &&
      !scan.isNewline(leadFrom - 1) &&
      !endsSentence(document, leadFrom - 1, leadFrom)
    )
      leadFrom--;
  }
  let tailTo = end;
  while (
    tailTo < nextFirst &&
    tailTo - end < cueReach * 2 &&
    !scan.isNewline(tailTo) &&
    !endsSentence(document, tailTo, tailTo + 1)
  )
    tailTo++;
  const previousInSentence =
    index > 0 && leadFrom === previousEnd && previousEnd > 0 && !isParagraphBreak(document, previousEnd - 1, first);
  return {
    index,
    first,
    end,
    leadFrom,
    tailTo,
    leadCue: findLeadCue(document, map, leadFrom, first),
    tailCue: findTailCue(document, map, end, tailTo),
    ending,
    startsParagraph: first === 0 || scan.isNewline(first - 1),
    endsParagraph: end >= scan.count || scan.isNewline(end),
    hasColon: lastMark(document, first) === 0x3a,
    previousInSentence,
    previousInParagraph: index > 0 && !isParagraphBreak(document, previousEnd - 1, first),
  };
}

function lastMark(document: Document, first: number): number {
  let at = first - 1;
  if (document.scan.isNewline(at)) at--;
  return document.scan.mark(at);
}

function isParagraphBreak(document: Document, from: number, to: number): boolean {
  return document.paragraphOf[from] !== document.paragraphOf[Math.min(to, document.scan.count - 1)];
}

/** A full stop between sentences, judged by the sentence split. */
function endsSentence(document: Document, token: number, next: number): boolean {
  const mark = document.scan.mark(token);
  if (mark !== 0x2e && mark !== 0x21 && mark !== 0x3f) return false;
  return (
    next >= document.scan.count ||
    document.sentenceOf[token] !== document.sentenceOf[next] ||
    (document.quoteOf[next] as number) >= 0
  );
}

const anyCue = lists.accordingTo | lists.accordingAfter | lists.speechVerbs | lists.looseSpeechVerbs | lists.speechNouns;

function strengthAt(document: Document, at: number): { strength: CueStrength; to: number } | null {
  const { scan, language } = document;
  if (!scan.has(at, anyCue) || isHyphenated(document, at)) return null;
  // “für den Kanzler sei entscheidend, „…“”: an auxiliary that marks reported speech leads to nothing itself.
  if (language.verbSecond && language.reporting.reportedForms.has(scan.lower(at))) return null;
  // “the report”: no verb, at most a noun that leads to words.
  if (isNounHere(document, at)) return scan.has(at, lists.speechNouns) ? { strength: "noun", to: at + 1 } : null;
  if (scan.has(at, lists.accordingTo))
    for (const words of language.accordingTo) if (scan.reads(words, at)) return { strength: "according", to: at + words.length };
  if (scan.has(at, lists.accordingAfter)) return { strength: "according", to: at + 1 };
  if (scan.has(at, lists.speechVerbs)) return { strength: "strong", to: at + 1 };
  if (scan.has(at, lists.looseSpeechVerbs)) return { strength: "loose", to: at + 1 };
  if (scan.has(at, lists.speechNouns)) return { strength: "noun", to: at + 1 };
  return null;
}

const rank = { strong: 3, according: 3, loose: 2, noun: 1 } as const;

/** The cue before a quotation: the nearest verb of saying, else a weaker word. */
function findLeadCue(document: Document, map: ReferentMap, from: number, first: number): Cue | null {
  let best: { at: number; to: number; strength: CueStrength } | null = null;
  for (let at = first - 1; at >= from && first - at <= cueReach; at--) {
    const found = strengthAt(document, at);
    if (!found) continue;
    if (!best || (rank[found.strength] > rank[best.strength] && !(best.strength !== "noun" && first - best.at <= 3)))
      best = { at, ...found };
    if (best.strength === "strong" || best.strength === "according") break;
  }
  if (!best) return null;
  return {
    from: best.at,
    to: best.to,
    strength: best.strength,
    gap: first - best.to,
    left: phraseBefore(document, map, best.at),
    right:
      best.strength === "according" || best.at === from || document.language.verbSecond
        ? phraseAfter(document, map, best.to)
        : null,
  };
}

function findTailCue(document: Document, map: ReferentMap, end: number, tailTo: number): Cue | null {
  let best: { at: number; to: number; strength: CueStrength } | null = null;
  for (let at = end; at < tailTo && at - end <= cueReach; at++) {
    const found = strengthAt(document, at);
    if (!found) continue;
    if (!best || rank[found.strength] > rank[best.strength]) best = { at, ...found };
    if (best.strength === "strong" || best.strength === "according") break;
  }
  if (!best) return null;
  const left = phraseBefore(document, map, best.at);
  return {
    from: best.at,
    to: best.to,
    strength: best.strength,
    gap: best.at - end,
    left: left && left.from >= end ? left : null,
    right: best.strength === "strong" ? subjectAfter(document, map, best.to) : phraseAfter(document, map, best.to),
  };
}
