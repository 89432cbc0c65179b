import type { Proposition } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { capitalised, count, excerpt, label, relationWord, unquoted } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import { leftOut, more, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

/** Assertions without a figure: who did what, as each article puts it. */
export function renderStatements(model: PageModel): Section | null {
  const all = [...model.record.propositions].sort(
    (a, b) => Number(isConflict(b)) - Number(isConflict(a)) || b.independent_sources - a.independent_sources,
  );
  if (all.length === 0) return null;
  const shown = all.slice(0, LIMITS.propositions);
  return foldedSection(
    "statements",
    "Statements without a figure",
    all.length,
    null,
    html`<ul class="statements">${shown.map((p) => renderStatement(model, p))}</ul>${leftOut(all.length - shown.length, "statements")}`,
  );
}

const isConflict = (p: Proposition): boolean => p.relation.startsWith("conflict") || p.conflict_kind !== undefined;

function renderStatement(model: PageModel, p: Proposition): Html {
  return html`<li><p class="statement" dir="auto">${capitalised(excerpt(p.statement, 300))}</p><p class="fine"><span class="verdict ${
    isConflict(p) ? "t-bad" : p.relation === "agree" ? "t-good" : "t-soft"
  }">${isConflict(p) ? "≠ " : p.relation === "agree" ? "= " : "≈ "}${isConflict(p) ? "In conflict" : relationWord(p.relation)}</span> ${count(p.independent_sources, "independent source")} in ${count(p.docs.length, "article")}${
    p.attributed_to ? html` · attributed to ${bdi(excerpt(p.attributed_to, 80))}` : null
  }</p><ul class="plain">${p.mentions
    .slice(0, 8)
    .map(
      (m) =>
        html`<li>${model.name(m.doc)} <q dir="auto">${model.cite(m.evidence, bdi(excerpt(unquoted(m.evidence.text), 300)))}</q> <span class="fine">${label(m.kind)}${isConflict(p) && m.agent ? html`, by ${bdi(excerpt(m.agent, 80))}` : null}</span></li>`,
    )}</ul>${more(p.mentions.length - 8)}</li>`;
}
