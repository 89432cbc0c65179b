import { mustAt, type Span } from "@wirefold/core";

/**
 * Finds a cleaned text again in the untouched text it was cut from.
 *
 * Both are read line by line with their white space collapsed, so hard wraps and doubled blanks do not matter. Each
 * line of the text is searched after the one before it: the earliest place always leaves the most room for the rest,
 * so the lines that can be placed in order are.
 *
 *   raw    menu · headline · caption · first paragraph · advert · second paragraph · comments
 *   text                               first paragraph ·          second paragraph
 *   excluded ^^^^^^^^^^^^^^^^^^^^^^                      ^^^^^^                     ^^^^^^^^
 */
export interface Alignment {
  /** The parts of `raw` that are not in the text, white space left out. Spans in UTF-16 units of `raw`. */
  readonly excluded: readonly Span[];
  /** Share (0..1) of the text's characters that were found. */
  readonly found: number;
}

/** `keep` are other strings (the headline) whose first occurrence belongs to the document although the text lacks it. */
export function alignRaw(text: string, raw: string, keep: readonly string[] = []): Alignment {
  const page = collapse(raw);
  const spanOf = (at: number, length: number): Span => [mustAt(page.offsets, at), mustAt(page.offsets, at + length - 1) + 1];
  const kept: Span[] = [];
  let from = 0;
  let foundChars = 0;
  let allChars = 0;
  for (const line of text.split("\n")) {
    const wanted = collapse(line).text.trim();
    if (wanted === "") continue;
    allChars += wanted.length;
    const at = page.text.indexOf(wanted, from);
    if (at === -1) continue;
    foundChars += wanted.length;
    from = at + wanted.length;
    kept.push(spanOf(at, wanted.length));
  }
  for (const words of keep) {
    const wanted = collapse(words).text.trim();
    const at = wanted === "" ? -1 : page.text.indexOf(wanted);
    if (at !== -1) kept.push(spanOf(at, wanted.length));
  }
  return { excluded: complement(raw, kept), found: allChars === 0 ? 1 : foundChars / allChars };
}

/** The text with every run of white space as one blank, and where each of its units stands in the original. */
function collapse(original: string): { text: string; offsets: Uint32Array } {
  const offsets = new Uint32Array(original.length);
  let text = "";
  let from = 0;
  let length = 0;
  // Runs of other characters are copied whole: a character at a time is several times slower on long pages.
  for (const { 0: gap, index } of original.matchAll(/\s+/g)) {
    text += original.slice(from, index);
    for (let at = from; at < index; at++) offsets[length++] = at;
    text += " ";
    offsets[length++] = index;
    from = index + gap.length;
  }
  text += original.slice(from);
  for (let at = from; at < original.length; at++) offsets[length++] = at;
  return { text, offsets };
}

function complement(raw: string, kept: readonly Span[]): Span[] {
  const excluded: Span[] = [];
  let from = 0;
  for (const [start, end] of [...kept].sort((a, b) => a[0] - b[0])) {
    if (start > from) pushTrimmed(excluded, raw, from, start);
    from = Math.max(from, end);
  }
  pushTrimmed(excluded, raw, from, raw.length);
  return excluded;
}

function pushTrimmed(spans: Span[], raw: string, start: number, end: number): void {
  const part = raw.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  const to = end - (part.length - part.trimEnd().length);
  if (from < to) spans.push([from, to]);
}
