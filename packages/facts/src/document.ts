import type { Span } from "@wirefold/core";
import { findDashSpeech, findQuotedSpans, type QuotedSpan, splitSentences } from "@wirefold/text";
import type { Language } from "@wirefold/text/grammar";
import { lists, RoleScan } from "./word-roles.ts";

/**
 * A text prepared for reading: cut into tokens, sentences, paragraphs and quotations, each token knowing where it stands.
 * `text` has the input's length; what is not the document's own words is blanked, so no recognizer can see it and every
 * offset still is the input's.
 */
export interface Document {
  readonly text: string;
  /** The input itself: what a fact shows of it. */
  readonly source: string;
  readonly language: Language;
  readonly scan: RoleScan;
  readonly quotes: readonly QuotedSpan[];
  /** The quotation a token stands in, marks included, or -1. */
  readonly quoteOf: Int32Array;
  /** First and past-the-last token of each quotation, marks included. */
  readonly quoteTokens: readonly (readonly [number, number])[];
  /** Token ranges of the sentences. */
  readonly sentences: readonly (readonly [number, number])[];
  readonly sentenceOf: Int32Array;
  /** Paragraph number of each token. */
  readonly paragraphOf: Int32Array;
}

/** The text with `spans` blanked by line ends, so nothing runs across the gap. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    parts.push(text.slice(at, start), "\n".repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/**
 * Ends a quotation whose closing mark is lost: right before a verb of saying that follows on a bracket or comma, else before
 * the sentence that tells who spoke.
 */
function closed(scan: RoleScan, quote: QuotedSpan): QuotedSpan {
  const [start, stop] = quote.span;
  const first = scan.indexAt(start);
  let sentenceStart = -1;
  for (let i = first + 2; i < scan.count && (scan.starts[i] as number) < stop; i++) {
    const before = scan.mark(i - 1);
    if ((before === 0x2e || before === 0x21 || before === 0x3f) && scan.isCapital(i)) sentenceStart = i;
    if (!scan.has(i, lists.speechVerbs) || scan.has(i, lists.nounLikeVerbs)) continue;
    const end =
      before === 0x5d || before === 0x29 || before === 0x2c
        ? (scan.ends[i - 1] as number)
        : sentenceStart > first + 2
          ? (scan.ends[sentenceStart - 1] as number)
          : -1;
    if (end > start + 1) return { ...quote, span: [start, end], inner: [quote.inner[0], end] };
  }
  return quote;
}

/** Both kinds in order; speech behind dashes that holds marks of its own is left to those. */
function withDashes(marked: readonly QuotedSpan[], dashed: readonly QuotedSpan[]): readonly QuotedSpan[] {
  if (dashed.length === 0) return marked;
  const out = [...marked, ...dashed].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return out.filter((quote, index) => {
    const before = out[index - 1];
    const behind = out[index + 1];
    const isApart =
      (before === undefined || before.span[1] <= quote.span[0]) && (behind === undefined || behind.span[0] >= quote.span[1]);
    return quote.dash !== true || isApart;
  });
}

/** @param source `text` as it was given, of which parts may be blank here: what is quoted from it is quoted in full. */
export function readDocument(text: string, language: Language, source: string = text): Document {
  const scan = new RoleScan(text, language);
  const marked = findQuotedSpans(text).map((quote) => (quote.broken === "no-close" ? closed(scan, quote) : quote));
  const quotes = withDashes(marked, findDashSpeech(text));
  const quoteOf = new Int32Array(scan.count).fill(-1);
  const quoteTokens: [number, number][] = [];
  let token = 0;
  quotes.forEach((quote, index) => {
    while (token < scan.count && (scan.starts[token] as number) < quote.span[0]) token++;
    const first = token;
    while (token < scan.count && (scan.starts[token] as number) < quote.span[1]) {
      quoteOf[token] = index;
      token++;
    }
    quoteTokens.push([first, token]);
  });
  const sentenceOf = new Int32Array(scan.count);
  const sentences: [number, number][] = [];
  token = 0;
  splitSentences(text).forEach((span, index) => {
    while (token < scan.count && (scan.starts[token] as number) < span[0]) sentenceOf[token++] = Math.max(0, index - 1);
    const first = token;
    while (token < scan.count && (scan.starts[token] as number) < span[1]) sentenceOf[token++] = index;
    sentences.push([first, token]);
  });
  while (token < scan.count) sentenceOf[token++] = Math.max(0, sentences.length - 1);
  const paragraphOf = new Int32Array(scan.count);
  let paragraph = 0;
  for (let i = 0; i < scan.count; i++) {
    if (scan.isNewline(i)) paragraph++;
    paragraphOf[i] = paragraph;
  }
  return { text, source, language, scan, quotes, quoteOf, quoteTokens, sentences, sentenceOf, paragraphOf };
}

/** The text from one token up to another. */
export function textOf(document: Document, from: number, to: number): string {
  return document.source.slice(document.scan.starts[from], document.scan.ends[to - 1]);
}

export function spanOf(document: Document, from: number, to: number): Span {
  return [document.scan.starts[from] as number, document.scan.ends[to - 1] as number];
}
