import type { Article, Span } from "@wirefold/core";

/** A piece of a page as the reader sees it: kept, or cut with the reason. */
export interface PagePart {
  readonly text: string;
  readonly span: Span | null;
  /** Null for what was kept. */
  readonly reason: string | null;
  readonly isHeading: boolean;
}

/**
 * What an article was made of, in the order of the page: its blocks and everything cut around them. What was cut without
 * a place of its own (a piece of a block, such as a trailing agency mark) follows at the end.
 */
export function pageParts(article: Article): PagePart[] {
  const kept = article.blocks.map(({ text, span, kind }) => ({ text, span, reason: null, isHeading: kind === "heading" }));
  const cut = article.removed.map(({ text, span, reason }) => ({ text, span: span ?? null, reason, isHeading: false }));
  const placed = [...kept, ...cut].filter((part) => part.span !== null);
  // Stable, so blocks without places keep their order among themselves below.
  placed.sort((a, b) => a.span![0] - b.span![0] || b.span![1] - a.span![1]);
  return [...placed, ...kept.filter((part) => part.span === null), ...cut.filter((part) => part.span === null)];
}

/** How many characters were cut for each reason, most first. */
export function cutByReason(article: Article): (readonly [reason: string, pieces: number, characters: number])[] {
  const sums = new Map<string, [number, number]>();
  for (const { reason, text } of article.removed) {
    const sum = sums.get(reason) ?? [0, 0];
    sums.set(reason, [sum[0] + 1, sum[1] + text.length]);
  }
  return [...sums]
    .map(([reason, [pieces, characters]]) => [reason, pieces, characters] as const)
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
}

/** Title, byline and the rest, where the page gave them. */
export function headOf(article: Article): (readonly [name: string, value: string])[] {
  const rows: (readonly [string, string | null])[] = [
    ["title", article.title],
    ["byline", article.byline.length > 0 ? article.byline.join(", ") : null],
    ["published", article.published_at],
    ["modified", article.modified_at],
    ["site", article.site],
    ["language", article.language],
    ["wire credit", article.wire_credit],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] !== null);
}
