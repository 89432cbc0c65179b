import type { StoryPageInput } from "../types.ts";
import { renderPage } from "./document.ts";
import { excerpt } from "./format.ts";
import { type Html, html, plain } from "./markup.ts";
import { PageModel } from "./model.ts";
import { renderClaims } from "./sections/claims.ts";
import { pairsOf, renderComparisons } from "./sections/compare.ts";
import { renderConflicts } from "./sections/conflicts.ts";
import { renderDocuments } from "./sections/documents.ts";
import { renderLineage } from "./sections/lineage.ts";
import { renderMembers } from "./sections/members.ts";
import { renderMutations } from "./sections/mutations.ts";
import { renderNames } from "./sections/names.ts";
import { renderOpening } from "./sections/opening.ts";
import { renderQuotes } from "./sections/quotes.ts";
import { renderRevisions } from "./sections/revisions.ts";
import type { Section } from "./sections/section.ts";
import { renderStatements } from "./sections/statements.ts";

/**
 * One story as one self-contained HTML page: no network, no framework, readable without script. The same record and
 * documents give the same bytes.
 */
export function renderStoryPage(input: StoryPageInput): string {
  const model = new PageModel(input);
  const pairs = pairsOf(model);
  const compared = new Set(pairs.map((pair) => pair.rewrite.id));
  // Order matters twice: it is the reading order, and evidence is granted room on the page first come, first served.
  const opening = renderOpening(model);
  const sections = [
    renderConflicts(model),
    renderClaims(model),
    renderStatements(model),
    renderQuotes(model),
    renderMutations(model, compared),
    renderRevisions(model),
    renderMembers(model),
    renderLineage(model, compared),
    renderComparisons(pairs, model),
    renderNames(model),
    renderDocuments(model),
  ].filter((s): s is Section => s !== null);
  return renderPage({
    title: `${plain(excerpt(input.record.headline ?? "Story", 120))} – Wirefold`,
    body: html`<header class="mast"><p class="brand">${input.indexHref ? html`<a href="${input.indexHref}">Wirefold</a>` : "Wirefold"}</p><p class="tagline">One story, every version of it</p>${input.indexHref ? html`<p class="back"><a href="${input.indexHref}">All stories</a></p>` : ""}</header>
<div class="layout">${contents(sections)}<main id="main" tabindex="-1">${opening}${sections.map((s) => s.body)}</main></div>
<footer class="foot"><p>Story <code>${excerpt(plain(input.record.story), 80)}</code>. Every value on this page was read from the articles by software and is linked to its words; check before you publish.</p></footer>
${dialog()}`,
  });
}

function contents(sections: readonly Section[]): Html {
  return html`<nav class="contents" aria-label="On this page"><ul>${sections.map(
    ({ id, title, amount }) =>
      html`<li><a href="#${id}">${title}</a>${amount === null ? null : html`&nbsp;<span class="fine">${amount}</span>`}</li>`,
  )}</ul></nav>`;
}

/** Filled by the script; without it, evidence links lead to the marked words in the article. */
const dialog = (): Html =>
  html`<dialog id="evidence" aria-labelledby="evidence-h"><h2 id="evidence-h" class="small">Evidence</h2><blockquote dir="auto"></blockquote><p class="actions"><a href="#documents">Read it in the article</a> <button type="button">Close</button></p></dialog>`;
