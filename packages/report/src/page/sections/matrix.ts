import type { Claim } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { count, excerpt } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { type Lineage, lineageTitle, more, type PageModel, type Source } from "../model.ts";

export interface Columns {
  /** In order of lineage, each lineage's columns side by side. */
  readonly own: readonly Source[];
  readonly groups: readonly { readonly lineage: Lineage; readonly span: number }[];
  readonly others: readonly Source[];
}

/** Roots get a column first, then the rest in order, until the page is full. */
export function columnsOf(model: PageModel): Columns {
  const all = [...model.sources.values()];
  const isRoot = (s: Source) => s.lineage.members[0] === s.member;
  // A shared column for a single article would save nothing.
  const room = all.length === LIMITS.columns + 1 ? all.length : LIMITS.columns;
  const chosen = new Set([...all.filter(isRoot), ...all.filter((s) => !isRoot(s))].slice(0, room));
  const own = all.filter((source) => chosen.has(source));
  const groups: { lineage: Lineage; span: number }[] = [];
  for (const { lineage } of own) {
    const last = groups.at(-1);
    if (last?.lineage === lineage) last.span += 1;
    else groups.push({ lineage, span: 1 });
  }
  return { own, groups, others: all.filter((source) => !chosen.has(source)) };
}

export function matrixHead(model: PageModel, { own, groups, others }: Columns, caption: string, first: string): Html {
  return html`<caption class="vh">${caption}</caption><colgroup><col class="c-claim"><col class="c-indep"></colgroup>${groups.map(
    ({ span }) => html`<colgroup span="${span}"></colgroup>`,
  )}${others.length > 0 ? html`<colgroup></colgroup>` : null}<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" rowspan="2">${first}</th><th scope="col" role="columnheader" rowspan="2" class="indep">Independent sources</th>${groups.map(
    ({ lineage, span }) =>
      html`<th scope="colgroup" role="columnheader" colspan="${span}" class="lin b${lineage.hue}">${hidden("Lineage ")}${lineage.letter} <span class="fine">${bdi(excerpt(lineageTitle(lineage, model), span === 1 ? 24 : 60))}</span></th>`,
  )}${others.length > 0 ? html`<th scope="col" role="columnheader" rowspan="2">${count(others.length, "other article")}</th>` : null}</tr><tr role="row">${own.map(
    (source) =>
      html`<th scope="col" role="columnheader"><a href="#m${source.index}"><span class="code h${source.lineage.hue}">${source.code}</span> ${bdi(excerpt(source.name, 40))}</a></th>`,
  )}</tr></thead>`;
}

/** "2 ●● of 3 articles": the number in words, dots for the eye. */
export function dots(independent: number, articles: number, strict: number | undefined): Html {
  const drawn = Math.min(independent, 5);
  return html`<span class="n">${independent}</span> <span class="dots" aria-hidden="true">${"●".repeat(drawn)}${independent > drawn ? "+" : ""}</span> <span class="fine">in ${count(articles, "article")}</span>${
    strict !== undefined && strict !== independent
      ? html` <span class="fine strict">${strict} if shared agency copy counts once</span>`
      : null
  }`;
}

/** The list that makes up the number. */
export function independence(model: PageModel, claim: Pick<Claim, "independent_because" | "independent_sources">): Html | null {
  const list = claim.independent_because;
  if (list.length === 0) return null;
  return html`<p>${count(claim.independent_sources, "independent source")}:</p><ol>${list
    .slice(0, 12)
    .map(
      ({ lineage, docs, why }) =>
        html`<li>${model.lineageName(lineage)}: ${model.names(docs, 6)}${why ? html`. <span>${bdi(excerpt(why, 300))}</span>` : null}</li>`,
    )}</ol>${more(list.length - 12)}`;
}
