import type { Conflict } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { capitalised, conflictKind, count, excerpt, pluralUnit, unquoted } from "../format.ts";
import { type Html, html } from "../markup.ts";
import { leftOut, more, type PageModel } from "../model.ts";
import { type Section, section } from "./section.ts";

/** What cannot all be true, first on the page: each side with who says it and the words they use. */
export function renderConflicts(model: PageModel): Section {
  const { conflicts } = model.record;
  if (conflicts.length === 0) {
    return section(
      "conflicts",
      "Conflicts",
      0,
      null,
      html`<p class="none-found">No article contradicts another. Roundings, bounds and coarser wordings are compatible and stand in the table of claims.</p>`,
    );
  }
  const shown = conflicts.slice(0, LIMITS.conflicts);
  return section(
    "conflicts",
    "Conflicts",
    conflicts.length,
    "Values that cannot all be true. Roundings and coarser wordings are not conflicts; they stand in the table of claims.",
    html`${shown.map((conflict) => renderConflict(model, conflict))}${leftOut(conflicts.length - shown.length, "conflicts")}`,
  );
}

function renderConflict(model: PageModel, { statement, kind, sides }: Conflict): Html {
  return html`<article class="conflict"><h3><span class="sign" aria-hidden="true">≠</span> <span dir="auto">${capitalised(excerpt(statement, 400))}</span></h3><p class="fine">${conflictKind(kind)}</p>
<div class="sides">${sides.slice(0, 6).map((side) => {
    const lineages = new Set(side.docs.map((doc) => model.sources.get(doc)?.lineage.id ?? doc)).size;
    return html`<div class="side"><p class="big" dir="auto">${excerpt(pluralUnit(unquoted(side.value)), LIMITS.value)}</p>
<p class="fine">${count(side.docs.length, "article")}, ${count(lineages, "independent source")}</p>
<ul class="plain">${side.evidence.slice(0, 6).map((e) => html`<li>${model.name(e.doc)} ${model.quoteInContext(e)}</li>`)}${
      side.evidence.length === 0 ? html`<li>${model.names(side.docs)}</li>` : null
    }</ul>${more(side.evidence.length - 6)}</div>`;
  })}</div>${more(sides.length - 6)}</article>`;
}
