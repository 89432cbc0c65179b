import type { Facts, Span } from "@wirefold/core";

/** Longer than any document that is read; a span past it is a mistake in the input, not a place. */
const TEXT_MAX = 64 * 1024 * 1024;

/**
 * A text in which every span of the facts slices the words it was taken from, and blanks are everywhere else. It stands
 * in for the document where only its facts are known, so that evidence can be checked and hashed all the same.
 */
export function sparseText(facts: Facts): string {
  const pieces: { readonly span: Span; readonly text: string }[] = [];
  const add = (piece: { readonly span: Span; readonly text: string } | null): void => {
    if (piece !== null && piece.span[1] <= TEXT_MAX && piece.span[0] <= piece.span[1]) pieces.push(piece);
  };
  if (facts.title !== null && facts.title_span !== null) add({ span: facts.title_span, text: facts.title });
  add(facts.event_date_evidence);
  add(facts.wire_credit_evidence);
  for (const quote of [...facts.quotes, ...facts.indirect_quotes]) {
    add(quote);
    add(quote.speaker_mention);
    add(quote.cue);
  }
  for (const mention of facts.numeric_mentions) {
    add(mention);
    add(mention.number);
  }
  for (const mention of [...facts.dates, ...facts.assertions]) add(mention);
  for (const entity of facts.entities) for (const mention of entity.mentions) add(mention);

  const length = pieces.reduce((longest, { span }) => Math.max(longest, span[1]), 0);
  const units = new Uint16Array(length).fill(0x20);
  for (const { span, text } of pieces) write(units, span, text);
  return decode(units);
}

/** A quote's span includes its marks and its text may not: the words go to the middle, the marks around them. */
function write(units: Uint16Array, [start, end]: Span, text: string): void {
  const spare = end - start - text.length;
  if (spare < 0 || spare > 2) {
    for (let i = 0; i < Math.min(text.length, end - start); i++) units[start + i] = text.charCodeAt(i);
    return;
  }
  const before = spare === 2 ? 1 : 0;
  if (spare > 0) units[spare === 2 ? start : end - 1] = 0x22;
  if (spare === 2) units[end - 1] = 0x22;
  for (let i = 0; i < text.length; i++) units[start + before + i] = text.charCodeAt(i);
}

function decode(units: Uint16Array): string {
  let text = "";
  // In pieces: a call takes a bounded number of arguments.
  for (let from = 0; from < units.length; from += 8192) text += String.fromCharCode(...units.subarray(from, from + 8192));
  return text;
}
