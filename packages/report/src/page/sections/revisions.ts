import { LIMITS } from "../../limits.ts";
import type { RevisedPassage, Revision } from "../../revision.ts";
import { count, excerpt } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import { leftOut, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

/** What outlets changed in their own articles after they were first stored: corrections that nobody announced are news. */
export function renderRevisions(model: PageModel): Section | null {
  const revised = [...model.sources.values()].flatMap((source) => {
    const revisions = source.document?.revisions ?? [];
    return revisions.length === 0 ? [] : [{ id: source.id, revisions }];
  });
  if (revised.length === 0) return null;
  const shown = revised.slice(0, LIMITS.mutatedDocuments);
  return foldedSection(
    "revisions",
    "Changed after publication",
    revised.reduce((sum, { revisions }) => sum + revisions.length, 0),
    "What an outlet changed in its own article between two versions that were read, oldest first. Struck words went, underlined words came.",
    html`${shown.map(
      ({ id, revisions }) =>
        html`<article class="mutated"><h3>${model.name(id)} <span class="fine">${count(revisions.length, "change")}</span></h3>${revisions.map(renderRevision)}</article>`,
    )}${leftOut(revised.length - shown.length, "articles that changed")}`,
  );
}

function renderRevision({ at, title, passages, more }: Revision): Html {
  return html`<p class="fine">Read <time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time></p>${
    title === null
      ? null
      : html`<p>Title: <del>${bdi(excerpt(title.before, LIMITS.title))}</del> <ins>${bdi(excerpt(title.after, LIMITS.title))}</ins></p>`
  }<ul class="changes">${passages.map((passage) => html`<li dir="auto">${renderPassage(passage)}</li>`)}</ul>${leftOut(more, "changed paragraphs")}`;
}

/** Long stretches that stayed are shown by their ends. */
function renderPassage(passage: RevisedPassage): Html {
  return html`${passage.map(({ is, text }) => {
    if (is === "removed") return html`<del>${excerpt(text, LIMITS.quote)}</del> `;
    if (is === "added") return html`<ins>${excerpt(text, LIMITS.quote)}</ins> `;
    return html`${text.length <= sameMax * 2 ? text : `${text.slice(0, sameMax)} … ${text.slice(-sameMax)}`}`;
  })}`;
}

/** Characters that stayed, shown on each side of a change. */
const sameMax = 120;
