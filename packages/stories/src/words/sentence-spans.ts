import type { Span } from "@wirefold/core";
import { mustAt } from "@wirefold/core";
import { isAbbreviationStop } from "@wirefold/text";

const CLOSING = new Set([...'"”’»)]'].map((mark) => mark.charCodeAt(0)));
const OPENING = new Set([...'"“‘«(['].map((mark) => mark.charCodeAt(0)));
const CAPITAL_OR_NUMBER = /^[\p{Lu}\p{N}]/u;

function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || (unit >= 0x1680 && /^\s$/.test(String.fromCharCode(unit)))
  );
}

/** Whether a capital letter or a number stands at `at`, behind `marksMax` opening marks at most. */
function beginsSentence(text: string, at: number, marksMax: number): boolean {
  let start = at;
  while (start - at < marksMax && OPENING.has(text.charCodeAt(start))) start++;
  const unit = text.charCodeAt(start);
  if (unit < 128) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  return CAPITAL_OR_NUMBER.test(text.slice(start, start + 2));
}

/** Where the mark, gap or line end at `at` that closes a sentence ends; `at` where none stands. */
function breakEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let end = at + 1;
  switch (unit) {
    case 0x2e: // . ! ? …
    case 0x21:
    case 0x3f:
    case 0x2026: {
      while (CLOSING.has(text.charCodeAt(end))) end++;
      const gap = end;
      while (isBlank(text.charCodeAt(end))) end++;
      if (end === gap || !beginsSentence(text, end, Number.POSITIVE_INFINITY)) return at;
      return unit === 0x2e && gap === at + 1 && isAbbreviationStop(text, at, end) ? at : end;
    }
    case 0x0a:
      while (text.charCodeAt(end) === 0x0a) end++;
      return end;
    case 0x3002: // 。！？
    case 0xff01:
    case 0xff1f:
      return end;
    case 0x20:
      // A gap where the text of a document is not at hand, only the words of its facts.
      while (text.charCodeAt(end) === 0x20) end++;
      return end - at >= 6 || (end - at >= 2 && beginsSentence(text, end, 3)) ? end : at;
    default:
      return at;
  }
}

/**
 * Sentence spans of a text, ends exclusive, in order and without gaps.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    // Letters end nothing: all marks stand before "@" or far behind. Nor does the space between two words.
    const unit = text.charCodeAt(at);
    const isInside = unit === 0x20 ? text.charCodeAt(at + 1) !== 0x20 : unit > 0x3f && unit < 0x2026;
    const end = isInside ? at : breakEnd(text, at);
    if (end === at) at++;
    else {
      spans.push([start, end]);
      start = end;
      at = end;
    }
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

/** The sentence holding `position`. */
export const sentenceAt = (spans: readonly Span[], position: number): Span => spans[sentenceIndexAt(spans, position)] ?? [0, 0];

/** Which sentence holds `position`, by bisection. */
export function sentenceIndexAt(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (mustAt(spans, middle)[0] <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
