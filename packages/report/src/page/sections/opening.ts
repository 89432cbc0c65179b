import { LIMITS } from "../../limits.ts";
import { count, excerpt, formatMoment, momentOf } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import type { PageModel } from "../model.ts";

/** Headline, one sentence that says what was folded, the four figures, and the summary with its references. */
export function renderOpening(model: PageModel): Html {
  const { record, lineages, sources } = model;
  const shared = record.lineage.pairs.partial_shared_agency_copy.length;
  const times = record.members.map((m) => m.published_at).filter((at): at is string => momentOf(at) !== null);
  times.sort((a, b) => momentOf(a)! - momentOf(b)!);
  const several = record.claims.filter((claim) => claim.docs.length > 1).length;
  const figures: [number, string, string][] = [
    [sources.size, sources.size === 1 ? "article" : "articles", "#members"],
    [lineages.length, lineages.length === 1 ? "independent lineage" : "independent lineages", "#lineage"],
    [record.claims.length, record.claims.length === 1 ? "claim with a figure" : "claims with figures", "#claims"],
    [record.conflicts.length, record.conflicts.length === 1 ? "conflict" : "conflicts", "#conflicts"],
    [record.mutations.length, record.mutations.length === 1 ? "change by a rewrite" : "changes by rewrites", "#mutations"],
  ];
  return html`<header class="opening">
<p class="kicker">${record.event_date ? html`Event of <time datetime="${record.event_date}">${formatMoment(record.event_date)}</time>` : "Story"}</p>
<h1 dir="auto">${excerpt(record.headline ?? "A story without a headline", LIMITS.title)}</h1>
<p class="deck">${count(sources.size, "article")} ${sources.size === 1 ? "comes" : "fold into"} ${
    sources.size === 1 ? "from" : ""
  } ${count(lineages.length, "independent lineage")}${
    times.length > 1 ? html`, published ${span(times[0]!.slice(0, 10), times.at(-1)!.slice(0, 10))}` : null
  }. ${several > 0 ? html`${count(several, "claim")} can be compared across articles${record.conflicts.length > 0 ? html`, and ${count(record.conflicts.length, "point")} ${record.conflicts.length === 1 ? "is" : "are"} in conflict` : ", none in conflict"}.` : null}${
    shared > 0
      ? html` ${count(shared, "pair")} of articles from different lineages ${shared === 1 ? "shares" : "share"} agency copy; where that matters, the stricter count stands beside the count.`
      : null
  }</p>
<ul class="figures">${figures.map(
    ([n, what, href]) => html`<li><a href="${href}"><b>${n}</b> <span>${what}</span></a></li>`,
  )}</ul>
${renderSummary(model)}
</header>`;
}

function renderSummary(model: PageModel): Html | null {
  const sentences = model.record.summary.slice(0, 12);
  if (sentences.length === 0) return null;
  return html`<section class="summary" aria-labelledby="summary-h"><h2 id="summary-h" class="small">In the articles’ own words</h2>
<ul>${sentences.map(
    ({ text, evidence, independent_sources: n }) =>
      html`<li><q dir="auto">${model.cite(evidence, bdi(excerpt(text, 600)))}</q> <span class="by">${model.name(evidence.doc)} · ${count(n, "independent source")}</span></li>`,
  )}</ul></section>`;
}

const span = (first: string, last: string): Html =>
  first === last ? html`on ${formatMoment(first)}` : html`between ${formatMoment(first)} and ${formatMoment(last)}`;
