import type { Quote, SpannedText } from "@wirefold/core";
import { readNumber } from "@wirefold/text";
import { contextWords } from "@wirefold/text/grammar";
import { type Document, spanOf, textOf } from "../document.ts";
import type { Reading } from "../reading.ts";
import { sourceName } from "../sources/source-name.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { findTold } from "../told/find-told.ts";
import { toldModelFor } from "../told/told-models.ts";
import type { AttributedQuote } from "./attribute-quotes.ts";

const toldVerb = contextWords("toldVerb");

/** Share of a sentence that must be quoted for the quotation to be direct and not mixed into the text's own words. */
const directWordsMin = 5;

/**
 * Most quotations of a kind that one document gives. A long live blog holds some hundreds; what holds more is no article, and
 * its record would be many times its own size.
 */
const quotesMax = 2000;

/** Turns decisions into records: the quotations, and the statements told without quotation marks; and how many were left out. */
export function readQuotes(
  reading: Reading,
  attributed: readonly AttributedQuote[],
  entityId: (index: number) => string | null,
): { quotes: Quote[]; indirect: Quote[]; leftOut: { quotes: number; indirect: number } } {
  const { document } = reading;
  const leftOut = { quotes: 0, indirect: 0 };
  const quotes: Quote[] = [];
  const doubled: Quote[] = [];
  const findEcho = echoFinder(reading, attributed);
  for (const each of attributed) {
    if (!each.isAccepted) {
      const echo = findEcho(each);
      if (echo && quotes.length < quotesMax) quotes.push(headlineQuote(reading, each, echo, quotes.length + 1, entityId));
      continue;
    }
    const quoted = document.quotes[each.index] as Document["quotes"][number];
    const flags: string[] = [];
    const span = quoted.dash ? quoted.inner : quoted.span;
    if (quoted.broken === "no-open") flags.push("missing-open-mark");
    if (quoted.broken === "no-close") flags.push("missing-close-mark");
    if (quoted.single) flags.push("single-marks");
    if (quoted.continues) flags.push("continues");
    if (reading.isHeadline(each.context.first)) flags.push("headline");
    // “His well-known ‘harbour first’ plan”: whose plan it is does not say who speaks, unless a verb of saying does.
    const candidate = each.cue === null && isOwner(document, each.candidate) ? null : each.candidate;
    if (candidate?.isCarried) flags.push("continuation");
    if (candidate?.referent?.kind === "pronoun") flags.push("pronoun-speaker");
    // ''So'' may be a quotation or italics of a wiki, and feet and minutes too: kept, but among the statements told without marks.
    const list = quoted.doubled ? doubled : quotes;
    if (list.length >= quotesMax) {
      leftOut[quoted.doubled ? "indirect" : "quotes"]++;
      continue;
    }
    if (quoted.doubled) flags.push("apostrophe-marks");
    list.push({
      id: quoted.doubled ? `p${doubled.length + 1}` : `q${quotes.length + 1}`,
      kind: quoted.doubled ? "indirect" : kindOf(document, each),
      span,
      text: document.source.slice(span[0], span[1]),
      speaker:
        candidate?.identity?.name ??
        (candidate && candidate.referent?.kind !== "pronoun" ? textOf(document, candidate.from, candidate.to) : null),
      speaker_entity: candidate?.identity ? entityId(candidate.identity.entity) : null,
      speaker_mention: candidate ? spanned(document, candidate.from, candidate.to) : null,
      cue: each.cue ? spanned(document, each.cue.from, each.cue.to) : null,
      via: viaOf(reading, each),
      flags,
    });
  }
  const model = toldModelFor(document.language.language);
  const frames = model === null ? reading.frames : findTold(reading, model);
  const told = frames
    .map((frame, index) => (index < quotesMax ? indirectQuote(reading, frame, index, entityId) : null))
    .filter((quote): quote is Quote => quote !== null);
  leftOut.indirect += Math.max(0, frames.length - quotesMax);
  return { quotes, indirect: doubled.concat(told), leftOut };
}

const owners = contextWords("possessive");

/** Whether a speaker was named by a possessive before what is theirs (“her plan”), and not as a person (“told her”). */
function isOwner(document: Document, candidate: AttributedQuote["candidate"]): boolean {
  if (candidate?.referent?.kind !== "pronoun" || !owners.has(textOf(document, candidate.from, candidate.to).toLowerCase()))
    return false;
  const { span } = spanned(document, candidate.from, candidate.to);
  return /^\s[\p{L}“"‘«„]/u.test(document.source.slice(span[1], span[1] + 2));
}

/** Fewest letters of a headline's quotation that can be told to come from one in the body. */
const echoLengthMin = 6;
/** Headings whose words are looked for in the body's quotations; each look reads them all. */
const echoesMax = 50;

/**
 * Finds the quotation of the body whose words a headline, or a heading between paragraphs, sets off: “‘Utter ruin’: Sorrel after
 * the flood”, “Coach hails ‘perfect day’”.
 */
function echoFinder(
  { document, isHeadline }: Reading,
  attributed: readonly AttributedQuote[],
): (each: AttributedQuote) => AttributedQuote | null {
  let body: { quote: AttributedQuote; words: string }[] | null = null;
  let looks = 0;
  return (each) => {
    const quoted = document.quotes[each.index] as Document["quotes"][number];
    if (!quoted.single || !(isHeadline(each.context.first) || isOwnParagraph(document, each.index))) return null;
    const words = wordsOf(document, each.index);
    if (words.length < echoLengthMin || ++looks > echoesMax) return null;
    body ??= attributed
      .filter(({ isAccepted }) => isAccepted)
      .map((quote) => ({ quote, words: ` ${wordsOf(document, quote.index)} ` }));
    return body.find((other) => other.words.includes(` ${words} `))?.quote ?? null;
  };
}

function isOwnParagraph({ scan, quoteTokens }: Document, index: number): boolean {
  const [from, to] = quoteTokens[index] as readonly [number, number];
  return (from === 0 || scan.isNewline(from - 1)) && (to === scan.count || scan.isNewline(to));
}

/** A quotation's words in lower case, numbers in digits: headings shorten “one in three” to “1-in-3”. */
function wordsOf({ scan, quoteTokens, language }: Document, index: number): string {
  const [from, to] = quoteTokens[index] as readonly [number, number];
  const out: string[] = [];
  for (let at = from; at < to; ) {
    const number = readNumber(scan, at, language.words);
    if (number !== null || scan.isWord(at)) out.push(number?.low.toString() ?? scan.lower(at));
    at = number?.next ?? at + 1;
  }
  return out.join(" ");
}

function headlineQuote(
  reading: Reading,
  each: AttributedQuote,
  echo: AttributedQuote,
  number: number,
  entityId: (index: number) => string | null,
): Quote {
  const { document } = reading;
  const { span } = document.quotes[each.index] as Document["quotes"][number];
  const identity = echo.candidate?.identity ?? null;
  return {
    id: `q${number}`,
    kind: "mixed",
    span,
    text: document.source.slice(...span),
    speaker: identity?.name ?? null,
    speaker_entity: identity ? entityId(identity.entity) : null,
    speaker_mention: null,
    cue: null,
    via: null,
    flags: ["single-marks", "headline", "echo"],
  };
}

function spanned(document: Document, from: number, to: number): SpannedText {
  return { text: textOf(document, from, to), span: spanOf(document, from, to) };
}

/** Direct where whole clauses are quoted, mixed where quoted words complete the text's own sentence. */
function kindOf(document: Document, { context }: AttributedQuote): "direct" | "mixed" {
  const { scan } = document;
  let words = 0;
  for (let i = context.first; i < context.end && words < directWordsMin; i++) if (scan.isWord(i)) words++;
  const leadsIn = context.leadCue !== null || context.hasColon || context.leadFrom >= context.first - 1;
  const startsCapital = scan.isCapital(context.first + 1);
  if (context.leadFrom < context.first - 1 && !startsCapital) return "mixed";
  return leadsIn && (words >= directWordsMin || startsCapital) ? "direct" : "mixed";
}

/** How far behind “told” the listener's name may begin, in tokens. */
const listenerReach = 3;

/** “told The Associated Press”: through whom the words came. */
function viaOf({ document, naming, map }: Reading, { cue }: AttributedQuote): string | null {
  if (!cue || !toldVerb.has(document.scan.lower(cue.from))) return null;
  for (let token = cue.to; token <= cue.to + listenerReach; token++) {
    const referent = map.covering(token);
    if (referent?.kind !== "name") continue;
    const entity = naming.entities[referent.entity];
    return entity && entity.type !== "place" ? entity.canonical : null;
  }
  return null;
}

/** Longest statement recorded as an indirect quotation, in tokens. */
const indirectLengthMax = 120;

/** The words of a statement that are recorded, in tokens; null where they are too few or many, or mostly a quotation of their own. */
export function indirectExtent({ scan, quoteOf }: Document, frame: SpeechFrame): readonly [number, number] | null {
  let from = frame.contentFrom;
  let to = frame.contentTo;
  while (from < to && !(scan.isWord(from) || scan.isNumber(from))) from++;
  while (to > from && !(scan.isWord(to - 1) || scan.isNumber(to - 1))) to--;
  if (to - from < 3 || to - from > indirectLengthMax) return null;
  let quoted = 0;
  for (let i = from; i < to; i++) if ((quoteOf[i] as number) >= 0) quoted++;
  return quoted * 2 > to - from ? null : [from, to];
}

function indirectQuote(
  reading: Reading,
  frame: SpeechFrame,
  index: number,
  entityId: (index: number) => string | null,
): Quote | null {
  const { document, identities } = reading;
  const extent = indirectExtent(document, frame);
  if (extent === null) return null;
  const [from, to] = extent;
  const identity = frame.referent === null ? null : (identities[frame.referent.index] ?? null);
  return {
    id: `i${index + 1}`,
    kind: "indirect",
    span: spanOf(document, from, to),
    text: textOf(document, from, to),
    speaker: sourceName(document, frame, identities),
    speaker_entity: identity ? entityId(identity.entity) : null,
    speaker_mention: spanned(document, frame.sourceFrom, frame.sourceTo),
    cue: spanned(document, frame.cueFrom, frame.cueTo),
    via: frame.via,
    flags: [],
  };
}
