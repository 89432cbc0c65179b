import { type Conflict, type Evidence, groupBy, type NonEmpty, type PossibleConflict, type StoryUpdate } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { capitalised, conflictKind, count, excerpt, formatMoment, pluralUnit, unquoted } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, more, type PageModel } from "../model.ts";
import { type Section, section } from "./section.ts";

/** What cannot all be true: each side with who says it and the words they use. Below, what was updated and what may be at odds. */
export function renderConflicts(model: PageModel): Section {
  const { conflicts, possible_conflicts: possible = [], updates = [] } = model.record;
  const shown = conflicts.slice(0, LIMITS.conflicts);
  return section(
    "conflicts",
    "What is disputed",
    conflicts.length,
    conflicts.length > 0 ? "Values that cannot all be true. Roundings and coarser wordings are not conflicts." : null,
    html`${
      conflicts.length === 0
        ? html`<p class="none-found">No conflict found. Roundings, bounds and coarser wordings are compatible.</p>`
        : shown.map((conflict) => renderConflict(model, conflict))
    }${leftOut(conflicts.length - shown.length, "conflicts")}${renderUpdates(model, updates)}${renderPossible(model, possible)}`,
  );
}

function renderUpdates(model: PageModel, updates: readonly StoryUpdate[]): Html | null {
  if (updates.length === 0) return null;
  return html`<h3>Updated as the story went on</h3><ul class="plain spaced">${updates
    .slice(0, LIMITS.conflicts)
    .map(
      ({ statement, steps }) =>
        html`<li><p class="steps">${steps.map(
          ({ value, evidence, at }, i) =>
            html`${i > 0 ? html` <span aria-hidden="true">→</span>${hidden(" then ")} ` : null}<span class="step">${evidence[0] ? model.cite(evidence[0], bdi(pluralUnit(value))) : bdi(pluralUnit(value))}${at ? html` <span class="fine">${formatMoment(at)}</span>` : null}</span>`,
        )}</p><p class="fine" dir="auto">${capitalised(excerpt(statement, 200))}</p></li>`,
    )}</ul>`;
}

/** A tray of their own: alike enough to look at, not sure enough to say so. */
function renderPossible(model: PageModel, possible: readonly PossibleConflict[]): Html | null {
  if (possible.length === 0) return null;
  return html`<details class="fold" open><summary>${count(possible.length, "possible conflict")} to look at</summary><ul class="plain spaced">${possible.map(
    ({ sides }) =>
      html`<li class="maybe">${sides.map(
        (side) =>
          html`<p><b>${bdi(pluralUnit(unquoted(side.value)))}</b> ${side.evidence[0] ? html`<span dir="auto">${model.cite(side.evidence[0], bdi(excerpt(side.evidence[0].text, 200)))}</span>` : null} <span class="by">${model.names(side.docs, 4)}</span></p>`,
      )}</li>`,
  )}</ul></details>`;
}

type Side = Conflict["sides"][number];

function renderConflict(model: PageModel, { statement, kind, sides }: Conflict): Html {
  return html`<article class="conflict"><h3><span class="sign" aria-hidden="true">≠</span> <span dir="auto">${capitalised(excerpt(statement, 400))}</span></h3><p class="fine">${conflictKind(kind)}</p>
<div class="sides">${bestCarried(model, sides)
    .slice(0, 6)
    .map((side) => renderSide(model, kind, side))}</div>${more(sides.length - 6)}</article>`;
}

const lineagesOf = (model: PageModel, docs: readonly string[]): number =>
  new Set(docs.map((doc) => model.sources.get(doc)?.lineage.id ?? doc)).size;

/** The side with the most independent sources first, then the one with the most articles. */
const bestCarried = (model: PageModel, sides: readonly Side[]): Side[] =>
  [...sides].sort((a, b) => lineagesOf(model, b.docs) - lineagesOf(model, a.docs) || b.docs.length - a.docs.length);

function renderSide(model: PageModel, kind: string, side: Side): Html {
  // A denial differs from what it denies by its words, not by who acts in them.
  const value = kind === "polarity" ? (side.evidence[0]?.text ?? side.value) : side.value;
  const byLineage = [...groupBy(side.evidence, ({ doc }) => model.sources.get(doc)?.lineage.id ?? doc).values()];
  return html`<div class="side"><p class="big" dir="auto">${capitalised(excerpt(pluralUnit(unquoted(value)), LIMITS.value))}</p>
<p class="fine">${count(side.docs.length, "article")}, ${count(lineagesOf(model, side.docs), "independent source")}</p>
<ul class="plain">${byLineage.slice(0, 6).map((evidence) => renderLineageEvidence(model, evidence))}${
    side.evidence.length === 0 ? html`<li>${model.names(side.docs)}</li>` : null
  }</ul>${more(byLineage.length - 6)}</div>`;
}

/** The words of a lineage once, nearest its origin; who else of it carries them, in short. */
function renderLineageEvidence(model: PageModel, evidence: NonEmpty<Evidence>): Html {
  const index = (e: Evidence) => model.sources.get(e.doc)?.index ?? Number.POSITIVE_INFINITY;
  const [first, ...rest] = evidence.sort((a, b) => index(a) - index(b));
  const others = [...groupBy(rest, ({ doc }) => doc).values()].map(([e]) => e).filter(({ doc }) => doc !== first.doc);
  return html`<li>${model.name(first.doc)} ${model.quoteInContext(first)}${
    others.length > 0
      ? html` <span class="fine">Likewise ${others.slice(0, 12).map((e) => html`${model.cite(e, model.code(e.doc))} `)}${more(others.length - 12)}</span>`
      : null
  }</li>`;
}
