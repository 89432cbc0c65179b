/** What the reader sees around the headline: lines, dates, times, microdata. */
import { attributeOf, INSIDE, isWithin, type PageAnalysis } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { collapseSpace } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parse-page.ts";
import { foldedText } from "../html/title-words.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";

export interface VisibleHead {
  readonly lines: { readonly text: string; readonly meanings: number }[];
  readonly dates: string[];
  readonly updates: string[];
}

const elsewhere = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar") | meaningBit("list");

/** How many blocks before the body and after its end may hold the byline and date. */
export const HEAD_BLOCKS = 14;
export const TAIL_BLOCKS = 6;

export function visibleHead({ analysis, kept, titles }: MetadataInput): VisibleHead {
  const { blocks } = analysis;
  const folded = new Set(titles.map(foldedText));
  const firstKept = kept.indexOf(true);
  const lastKept = kept.lastIndexOf(true);
  let from = blocks.findIndex(
    (block, i) => (firstKept < 0 || i <= firstKept) && block.text.length < 400 && folded.has(foldedText(block.text)),
  );
  // The last repetition of the headline before the body is the real one.
  for (let i = from + 1; from >= 0 && i < firstKept; i++)
    if (blocks[i]!.text.length < 400 && folded.has(foldedText(blocks[i]!.text))) from = i;
  if (from < 0) from = Math.max(0, firstKept - HEAD_BLOCKS);
  const lines: VisibleHead["lines"] = [];
  const take = (start: number, end: number): void => {
    for (let i = Math.max(0, start); i < Math.min(blocks.length, end); i++) {
      const block = blocks[i]!;
      if (kept[i] || block.text.length > 250) continue;
      if (analysis.inside[block.node]! & (INSIDE.nav | INSIDE.footer)) continue;
      // Below the article stand cards of others, with bylines and dates of their own.
      if (
        start > lastKept &&
        lastKept >= 0 &&
        (analysis.inherited[block.node]! & elsewhere || analysis.inside[block.node]! & (INSIDE.list | INSIDE.aside | INSIDE.link))
      )
        continue;
      lines.push({
        text: block.text,
        meanings: analysis.own[block.node]! | analysis.own[analysis.parsed.page.parent[block.node]!]!,
      });
    }
  };
  take(from, Math.max(from + 1, Math.min(firstKept < 0 ? from + HEAD_BLOCKS : firstKept + 3, from + HEAD_BLOCKS * 3)));
  take(from - 4, from);
  if (lastKept >= 0) take(lastKept + 1, lastKept + 1 + TAIL_BLOCKS);
  const updated =
    /\b(?:updated|modified|aktualisiert|actualizado|atualizado|aggiornato|mis à jour|обновлено|aktualizacja|ενημέρωση|更新)\b/iu;
  const dates: string[] = [];
  const updates: string[] = [];
  for (const { text } of lines) {
    if (text.length > 160 || !/\d/.test(text)) continue;
    const cut = updated.exec(text);
    if (cut === null) dates.push(text);
    else {
      updates.push(text.slice(cut.index));
      if (/\d/.test(text.slice(0, cut.index))) dates.push(text.slice(0, cut.index));
    }
  }
  if (dates.length === 0) dates.push(...updates);
  return { lines, dates, updates };
}

/** `<time>` elements that stand with the article: not in navigation, asides, links or cards of other articles. */
export function timeElements({ parsed, analysis, kept, titles }: MetadataInput): Candidate[] {
  const { page, times } = parsed;
  const { blocks } = analysis;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return [];
  const folded = new Set(titles.map(foldedText));
  const titleAt = blocks.findIndex((block, i) => i <= first && folded.has(foldedText(block.text)));
  const from = blocks[titleAt < 0 ? Math.max(0, first - HEAD_BLOCKS) : Math.max(0, titleAt - 4)]!.start;
  const until = blocks[Math.min(blocks.length - 1, first + 3)]!.end;
  const tailEnd = blocks[Math.min(blocks.length - 1, last + 3)]!.end;
  const near: Candidate[] = [];
  const after: Candidate[] = [];
  const commentOrRelated = meaningBit("comment") | meaningBit("related") | meaningBit("sidebar");
  for (const node of times.slice(0, 200)) {
    const inside = analysis.inside[node]!;
    if (inside & (INSIDE.nav | INSIDE.aside | INSIDE.link)) continue;
    const value =
      attributeOf(parsed, node, "datetime") ??
      collapseSpace(page.html.slice(page.attrEnd[node]! + 1, page.end[node]!).replace(/<[^<>]*>/g, " "));
    const start = page.start[node]!;
    if (start >= from && start <= until) near.push(["html:time", value]);
    else if (start > until && start <= tailEnd && !(analysis.inherited[node]! & commentOrRelated))
      after.push(["html:time", value]);
  }
  return [...near, ...after.slice(0, 1)];
}

export function itemprop({ parsed, analysis }: MetadataInput, name: string): string | undefined {
  const { page } = parsed;
  for (const node of parsed.itemprops.slice(0, 500)) {
    if (!(page.attribute(node, "itemprop") ?? "").split(/\s+/).includes(name)) continue;
    if (analysis.inside[node]! & (INSIDE.nav | INSIDE.aside) || analysis.inherited[node]! & meaningBit("comment")) continue;
    const value =
      attributeOf(parsed, node, "content") ?? attributeOf(parsed, node, "datetime") ?? textUnder(parsed, analysis, node);
    if (value !== undefined && value.trim() !== "") return value;
  }
  return undefined;
}

/** The visible characters of a small element. */
function textUnder(parsed: ParsedPage, analysis: PageAnalysis, node: number): string | undefined {
  const { page } = parsed;
  const from = page.attrEnd[node]! + 1;
  const to = page.end[node]!;
  if (to - from > 1000 || to <= from) return analysis.blocks.find((block) => isWithin(parsed, block.node, node))?.text;
  return collapseSpace(
    page.html
      .slice(from, to)
      .replace(/<[^<>]*>/g, " ")
      .replace(/&nbsp;|&#160;/g, " ")
      .replace(/&amp;/g, "&"),
  );
}
