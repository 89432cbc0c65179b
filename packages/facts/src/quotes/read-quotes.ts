import type { Quote, Span, SpannedText } from "@wirefold/core";
import { type Document, spanOf, textOf } from "../document.ts";
import type { Reading } from "../reading.ts";
import { type SpeechFrame, sourceName } from "../sources/speech-frames.ts";
import type { AttributedQuote } from "./attribute-quotes.ts";

/** Share of a sentence that must be quoted for the quotation to be direct and not mixed into the text's own words. */
const directWordsMin = 5;

/** Turns decisions into records: the quotations, and the statements told without quotation marks. */
export function readQuotes(
  reading: Reading,
  attributed: readonly AttributedQuote[],
  entityId: (index: number) => string | null,
): { quotes: Quote[]; indirect: Quote[] } {
  const { document } = reading;
  const quotes: Quote[] = [];
  const doubled: Quote[] = [];
  for (const each of attributed) {
    if (each.score <= 0) continue;
    const quoted = document.quotes[each.index] as Document["quotes"][number];
    const flags: string[] = [];
    let span: Span = quoted.span;
    if (quoted.broken === "no-open") flags.push("missing-open-mark");
    if (quoted.broken === "no-close") {
      flags.push("missing-close-mark");
      span = closedSpan(reading, each);
    }
    if (quoted.single) flags.push("single-marks");
    if (quoted.continues) flags.push("continues");
    if (reading.isHeadline(each.context.first)) flags.push("headline");
    const { candidate } = each;
    if (candidate?.isCarried) flags.push("continuation");
    if (candidate?.referent?.kind === "pronoun") flags.push("pronoun-speaker");
    // ''So'' may be a quotation or italics of a wiki, and feet and minutes too: kept, but among the statements told without marks.
    const list = quoted.doubled ? doubled : quotes;
    if (quoted.doubled) flags.push("apostrophe-marks");
    list.push({
      id: quoted.doubled ? `p${doubled.length + 1}` : `q${quotes.length + 1}`,
      kind: quoted.doubled ? "indirect" : kindOf(document, each),
      span,
      text: document.text.slice(span[0], span[1]),
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
  return {
    quotes,
    indirect: doubled.concat(
      reading.frames
        .map((frame, index) => indirectQuote(reading, frame, index, entityId))
        .filter((quote): quote is Quote => quote !== null),
    ),
  };
}

function spanned(document: Document, from: number, to: number): SpannedText {
  return { text: textOf(document, from, to), span: spanOf(document, from, to) };
}

/** Where a quotation without closing mark ends: before the verb of saying that follows it, or before the sentence that has one. */
function closedSpan({ document, frames }: Reading, { index, context }: AttributedQuote): Span {
  const { scan, language } = document;
  const [start] = (document.quotes[index] as Document["quotes"][number]).span;
  void frames;
  for (let i = context.first + 2; i < context.end; i++) {
    if (!language.speechVerbs.has(scan.lower(i))) continue;
    // “… in Omsk]said the driver”: the verb follows directly on a mark or a bracket.
    const before = scan.mark(i - 1);
    if (before === 0x5d || before === 0x2c || before === 0x29)
      return [start, scan.ends[before === 0x2c ? i - 1 : i - 1] as number];
    const sentence = document.sentences[document.sentenceOf[i] as number] as readonly [number, number];
    if (sentence[0] > context.first + 2) return [start, scan.ends[sentence[0] - 1] as number];
  }
  return (document.quotes[index] as Document["quotes"][number]).span;
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

/** “told The Associated Press”: through whom the words came. */
function viaOf({ document, naming }: Reading, { cue, context }: AttributedQuote): string | null {
  if (!cue || !/^(?:told|tells|telling)$/.test(document.scan.lower(cue.from))) return null;
  for (const mention of naming.mentions) {
    if (mention.from < cue.to) continue;
    if (mention.from > cue.to + 3 || mention.from >= Math.max(context.tailTo, context.first)) break;
    const entity = naming.entities.find((each) => each.mentions.includes(mention));
    return entity && entity.type !== "place" ? entity.canonical : null;
  }
  return null;
}

/** Longest statement recorded as an indirect quotation, in tokens. */
const indirectLengthMax = 120;

function indirectQuote(
  reading: Reading,
  frame: SpeechFrame,
  index: number,
  entityId: (index: number) => string | null,
): Quote | null {
  const { document, identities } = reading;
  const { scan } = document;
  let from = frame.contentFrom;
  let to = frame.contentTo;
  while (from < to && !(scan.isWord(from) || scan.isNumber(from))) from++;
  while (to > from && !(scan.isWord(to - 1) || scan.isNumber(to - 1))) to--;
  if (to - from < 3 || to - from > indirectLengthMax) return null;
  // Mostly quoted: that is a quotation of its own.
  let quoted = 0;
  for (let i = from; i < to; i++) if ((document.quoteOf[i] as number) >= 0) quoted++;
  if (quoted * 2 > to - from) return null;
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
