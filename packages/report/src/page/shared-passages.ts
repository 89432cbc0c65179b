import { mustAt, type SharedPassage, type Span } from "@wirefold/core";

export interface Passage {
  readonly rewrite: Span;
  readonly original: Span;
}

/** Shorter agreements are phrases of the language rather than words taken from a text. */
const WORDS_MIN = 5;
/** Occurrences of one five-word run that are tried; a text of one repeated phrase would otherwise cost its square. */
const TRIED = 4;

interface Words {
  readonly folded: readonly string[];
  readonly spans: readonly Span[];
}

function wordsOf(text: string): Words {
  const folded: string[] = [];
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)) {
    folded.push(word.toLowerCase());
    spans.push([index, index + word.length]);
  }
  return { folded, spans };
}

/** From the first of some words to the end of the last. */
const spanOf = ({ spans }: Words, first: number, count: number): Span => [
  mustAt(spans, first)[0],
  mustAt(spans, first + count - 1)[1],
];

/**
 * The runs of five words or more that a rewrite shares with its original, in the rewrite's order, none overlapping in
 * either text; and the share of the rewrite's words that stand in them. For records whose grouping kept no passages.
 * Greedy and longest first from left to right (as in winnowing's tiling step): linear but for `TRIED` extensions.
 */
export function sharedPassages(
  rewrite: string,
  original: string,
): { readonly passages: readonly Passage[]; readonly share: number } {
  const own = wordsOf(rewrite);
  const other = wordsOf(original);
  const runs = new Map<string, number[]>();
  for (let j = 0; j + WORDS_MIN <= other.folded.length; j++) {
    const key = other.folded.slice(j, j + WORDS_MIN).join(" ");
    const list = runs.get(key);
    if (list === undefined) runs.set(key, [j]);
    else if (list.length < TRIED) list.push(j);
  }
  const used = new Uint8Array(other.folded.length);
  const passages: Passage[] = [];
  let taken = 0;
  for (let i = 0; i + WORDS_MIN <= own.folded.length; ) {
    let best = -1;
    let length = 0;
    for (const j of runs.get(own.folded.slice(i, i + WORDS_MIN).join(" ")) ?? []) {
      let n = 0;
      while (
        i + n < own.folded.length &&
        j + n < other.folded.length &&
        used[j + n] === 0 &&
        own.folded[i + n] === other.folded[j + n]
      )
        n += 1;
      if (n > length) {
        best = j;
        length = n;
      }
    }
    if (length < WORDS_MIN) {
      i += 1;
      continue;
    }
    used.fill(1, best, best + length);
    passages.push({ rewrite: spanOf(own, i, length), original: spanOf(other, best, length) });
    taken += length;
    i += length;
  }
  return { passages, share: own.folded.length === 0 ? 0 : taken / own.folded.length };
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * A record's passages as the page can show them: inside both texts, in order, none overlapping. Which side is whose is
 * read off the texts, so that a record made from either direction is shown rightly.
 */
export function tidyPassages(given: readonly SharedPassage[], rewrite: string, original: string): readonly Passage[] {
  const passages = given.slice(0, 400);
  let forward = 0;
  let backward = 0;
  for (const { text, span_a, span_b } of passages.slice(0, 50)) {
    const said = letters(text).slice(0, 200);
    const fits = (source: string, span: Span) =>
      letters(source.slice(span[0], Math.min(span[1], span[0] + 2000))).startsWith(said) ? 1 : 0;
    forward += fits(rewrite, span_a) + fits(original, span_b);
    backward += fits(rewrite, span_b) + fits(original, span_a);
  }
  const turned = backward > forward;
  const all = passages
    .map(({ span_a, span_b }) => (turned ? { rewrite: span_b, original: span_a } : { rewrite: span_a, original: span_b }))
    .filter(
      (p) =>
        p.rewrite[0] < p.rewrite[1] &&
        p.original[0] < p.original[1] &&
        p.rewrite[1] <= rewrite.length &&
        p.original[1] <= original.length,
    )
    .sort((a, b) => a.rewrite[0] - b.rewrite[0] || b.rewrite[1] - a.rewrite[1]);
  // A passage found twice would nest a link in a link; the first (longest) stands.
  const taken: Span[] = [];
  let reached = 0;
  return all.filter((p) => {
    if (p.rewrite[0] < reached || taken.some((t) => p.original[0] < t[1] && t[0] < p.original[1])) return false;
    reached = p.rewrite[1];
    taken.push(p.original);
    return true;
  });
}
