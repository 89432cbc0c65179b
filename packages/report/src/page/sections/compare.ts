import type { Span, StoryMember } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import type { ReportDocument } from "../../types.ts";
import { count, formatShare } from "../format.ts";
import { escapeText, Html, html } from "../markup.ts";
import { hasText, type PageModel, type ReadSource } from "../model.ts";
import type { Passage } from "../shared-passages.ts";
import { cutMarkings, renderSpannedText } from "../spanned-text.ts";
import { foldedSection, type Section } from "./section.ts";

interface Pair {
  readonly rewrite: ReadSource;
  readonly original: ReadSource;
  readonly passages: readonly Passage[];
}

/** The rewrites worth a side-by-side view: those whose two texts are here and share passages, most taken first. */
export function pairsOf(model: PageModel): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const rewrite of model.sources.values()) {
    const { member } = rewrite;
    const original = member.parent === null ? undefined : model.sources.get(member.parent);
    if (!original || original === rewrite || !hasText(original) || !hasText(rewrite)) continue;
    const { passages } = model.shared(rewrite);
    if (passages.length > 0) pairs.push({ rewrite, original, passages });
  }
  return pairs
    .sort(
      (a, b) =>
        order(a.rewrite.member) - order(b.rewrite.member) ||
        (model.shared(b.rewrite).share ?? 0) - (model.shared(a.rewrite).share ?? 0),
    )
    .slice(0, LIMITS.comparisons);
}

/** A copy's two texts are the same: rewrites are the ones to read. */
const order = (member: StoryMember): number => (member.role === "copy" ? 1 : 0);

/** Characters of each text in a comparison. */
const SHOWN = 20_000;

export function renderComparisons(pairs: readonly Pair[], model: PageModel): Section | null {
  if (pairs.length === 0) return null;
  return foldedSection(
    "compare",
    "Side by side",
    pairs.length,
    "What a rewrite shares with its original is underlined and numbered in both; each number leads to the other text. Struck words were cut.",
    html`${pairs.map((pair, i) => renderPair(pair, model, i === 0))}`,
  );
}

function renderPair({ rewrite, original, passages }: Pair, model: PageModel, first: boolean): Html {
  const id = `c${rewrite.index}`;
  const { share } = model.shared(rewrite);
  const shared = passages.reduce((sum, p) => sum + p.rewrite[1] - p.rewrite[0], 0);
  const numbered = passages.map((p, i) => ({ ...p, n: i + 1 }));
  const column = (source: ReadSource, own: "rewrite" | "original") => {
    const mine = own === "rewrite" ? "r" : "o";
    const other = own === "rewrite" ? "o" : "r";
    const marks = numbered.map((p) => ({ span: p[own], n: p.n })).sort((a, b) => a.span[0] - b.span[0]);
    return html`<div class="side"><h3>${own === "rewrite" ? "Rewrite" : "Original"}: ${model.name(source.id)}</h3><div class="text box" tabindex="0" role="group" aria-label="${own === "rewrite" ? "Rewrite" : "Original"}, ${source.code}" dir="auto">${linked(source.document, marks, id, mine, other)}</div></div>`;
  };
  return html`<details class="fold pair" id="${id}" open${first ? html` data-keep="1"` : null}><summary>${model.name(rewrite.id)} against ${model.name(original.id)} <span class="fine">${
    share === null ? null : html`${formatShare(share)} taken, `
  }${count(passages.length, "shared passage")}, ${count(shared, "character")}</span></summary><div class="two">${column(original, "original")}${column(rewrite, "rewrite")}</div></details>`;
}

function linked(
  document: ReportDocument,
  marks: readonly { span: Span; n: number }[],
  id: string,
  mine: string,
  other: string,
): Html {
  const { text } = document;
  const end = Math.min(text.length, SHOWN);
  const cut = cutMarkings(document, end);
  const between = (from: number, to: number): string => {
    const moved = cut
      .filter(({ span }) => span[0] < to && span[1] > from)
      .map((marking) => ({
        ...marking,
        span: [Math.max(0, marking.span[0] - from), Math.min(to, marking.span[1]) - from] as const,
      }));
    return renderSpannedText(text.slice(from, to), moved).markup;
  };
  let at = 0;
  let out = "";
  for (const { span, n } of marks) {
    out += between(at, span[0]);
    out += `<a class="sh" id="${id}${mine}${n}" href="#${id}${other}${n}"><sup>${n}</sup>${paragraphs(text.slice(span[0], span[1]))}</a>`;
    at = span[1];
  }
  out += between(at, end);
  if (end < text.length) out += html` <span class="left-out">${count(text.length - end, "more character")}</span>`.markup;
  return new Html(out);
}

const paragraphs = (text: string): string => escapeText(text).replace(/\n\s*/g, '<span class="nl">\n</span>');
