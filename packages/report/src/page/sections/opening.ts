import type { Claim, Conflict } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { byDate, capitalised, count, excerpt, formatMoment, pluralUnit, unquoted } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { more, type PageModel } from "../model.ts";
import { quantity, saidBy, statementOf } from "./claim-words.ts";
import { byImportance } from "./claims.ts";

/** Headline, one sentence that says what was folded, the four figures, and the summary with its references. */
export function renderOpening(model: PageModel): Html {
  const { record, lineages, sources } = model;
  const shared = record.lineage.pairs.partial_shared_agency_copy.length;
  const dated = byDate(record.members);
  const [first, last] = [dated[0], dated.at(-1)];
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
    first && last && first !== last ? html`, published ${span(first.published.slice(0, 10), last.published.slice(0, 10))}` : null
  }. ${several > 0 ? html`${count(several, "claim")} can be compared across articles${record.conflicts.length > 0 ? html`, and ${count(record.conflicts.length, "point")} ${record.conflicts.length === 1 ? "is" : "are"} in conflict` : ", no conflict found"}.` : null}${
    shared > 0
      ? html` ${count(shared, "pair")} of articles from different lineages ${shared === 1 ? "shares" : "share"} agency copy; where that matters, the stricter count is given with the count.`
      : null
  }</p>
${renderGlance(model)}
<ul class="figures">${figures.map(([n, what, href]) => html`<li><a href="${href}"><b>${n}</b> <span>${what}</span></a></li>`)}</ul>
${renderSummary(model)}
</header>`;
}

/** "41 person" -> "41": the last step names the unit for all. */
const withoutUnit = (value: string): string => /^[\d.,]+/.exec(value)?.[0] ?? value;

/** Claims and points of dispute that fit a first screen. */
const GLANCE_MAX = 5;

/** What independent sources agree on and what one alone tells, by whom, and what is disputed. */
function renderGlance(model: PageModel): Html | null {
  const { conflicts, possible_conflicts: possible = [], updates = [], claims } = model.record;
  if (claims.length === 0) return null;
  const disputed = new Set(conflicts.flatMap(({ about }) => about));
  // What may yet be is not known.
  const told = byImportance(model)
    .filter(({ id, awaited }) => !disputed.has(id) && !awaited)
    .slice(0, GLANCE_MAX);
  const known = told.filter(({ independent_sources: n }) => n > 1);
  const alone = told.filter(({ independent_sources: n }) => n === 1);
  const numbers = new Map(claims.map((claim, i) => [claim.id, i + 1]));
  const list = (shown: readonly Claim[]): Html =>
    html`<ul class="plain">${shown.map((claim) => {
      const who = saidBy(model, claim);
      return html`<li><a class="value" href="#f${numbers.get(claim.id) ?? 0}">${quantity(claim)}</a> <span dir="auto">${statementOf(claim, 120)}</span> <span class="by">${who ? html`${bdi(capitalised(excerpt(who, 60)))} · ` : null}${count(claim.independent_sources, "independent source")}</span></li>`;
    })}</ul>`;
  return html`<div class="glance"><section aria-labelledby="known-h"><h2 id="known-h" class="small">Known</h2>${
    known.length > 0 ? list(known) : html`<p>No figure here is told by two independent sources.</p>`
  }${
    alone.length > 0
      ? html`<section aria-labelledby="alone-h"><h2 id="alone-h" class="small">Told by one source</h2>${list(alone)}</section>`
      : null
  }</section><section aria-labelledby="disputed-h"><h2 id="disputed-h" class="small">In dispute</h2>${
    conflicts.length === 0
      ? html`<p>No conflict found.</p>`
      : html`<ul class="plain">${conflicts
          .slice(0, GLANCE_MAX)
          .map(
            ({ sides, statement, about }) =>
              html`<li><a class="value" href="#conflicts">${sides.slice(0, 3).map((side, i) => html`${i > 0 ? html` <span aria-hidden="true">≠</span>${hidden(" against ")} ` : null}${bdi(excerpt(pluralUnit(unquoted(side.value)), 60))}`)}</a> <span dir="auto">${capitalised(excerpt(statement, 130))}</span> <span class="by">${sides
                .slice(0, 3)
                .map((side, i) => html`${i > 0 ? " · " : null}${saysWhich(model, side, about)}`)}</span></li>`,
          )}</ul>`
  }${
    updates.length > 0
      ? html`<section aria-labelledby="updated-h"><h2 id="updated-h" class="small">Updated</h2><ul class="plain">${updates.slice(0, 3).map(({ steps }) => html`<li><a class="value" href="#conflicts">${steps.map(({ value }, i) => html`${i > 0 ? html` <span aria-hidden="true">→</span>${hidden(" then ")} ` : null}${bdi(i === steps.length - 1 ? pluralUnit(value) : withoutUnit(value))}`)}</a></li>`)}</ul></section>`
      : null
  }${possible.length > 0 ? html`<p class="fine"><a href="#conflicts">${count(possible.length, "possible conflict")} to look at</a></p>` : null}</section></div>`;
}

/** "17 people: police, in Harbour Post and 1 more": who gives a side's value, and where. */
function saysWhich(model: PageModel, { value, docs }: Conflict["sides"][number], about: readonly string[]): Html {
  const claims = model.record.claims.filter(({ id }) => about.includes(id));
  const named = claims
    .flatMap(({ variants }) => variants)
    .filter(({ doc, attributed_to }) => attributed_to !== null && docs.includes(doc));
  const source = named.find(({ surface }) => value.startsWith(surface))?.attributed_to ?? null;
  const [first] = docs;
  const outlet = first === undefined ? null : (model.sources.get(first)?.name ?? null);
  return html`${bdi(excerpt(pluralUnit(unquoted(value)), 30))}: ${source === null ? null : html`${bdi(excerpt(source, 40))}, in `}${outlet === null ? null : bdi(excerpt(outlet, 40))}${more(docs.length - 1)}`;
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
