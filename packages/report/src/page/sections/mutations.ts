import { groupBy, type Mutation, type NonEmpty } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { count, excerpt, label, unquoted } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

const SEVERITY = ["", "cosmetic", "slight", "noticeable", "serious", "changes the meaning"];

/** What each rewrite changed against its original, the most serious first. */
export function renderMutations(model: PageModel, compared: ReadonlySet<string>): Section {
  const docs = [...groupBy(model.record.mutations, ({ doc }) => doc)]
    .map(([doc, list]) => ({ doc, list: list.sort((a, b) => b.severity - a.severity) }))
    .sort((a, b) => b.list[0].severity - a.list[0].severity || b.list.length - a.list.length);
  const shown = docs.slice(0, LIMITS.mutatedDocuments);
  return foldedSection(
    "mutations",
    "What the rewrites changed",
    model.record.mutations.length,
    docs.length === 0
      ? "No rewrite changed a figure, a name, an attribution or a quotation."
      : "Worst first in each article. The scale runs from 1, cosmetic, to 5, changes the meaning.",
    html`${shown.map(({ doc, list }) => renderDocument(model, doc, list, compared))}${leftOut(docs.length - shown.length, "articles with changes")}`,
  );
}

function renderDocument(model: PageModel, doc: string, list: readonly Mutation[], compared: ReadonlySet<string>): Html {
  const places = byPlace(list);
  const shown = places.slice(0, LIMITS.mutationsPerDocument);
  const against = [...new Set(list.map((m) => m.against))];
  const source = model.sources.get(doc);
  return html`<article class="mutated"><h3>${model.name(doc)} <span class="fine">${count(list.length, "change")} against ${model.names(against, 3)}</span></h3>${
    source && compared.has(doc)
      ? html`<p class="fine"><a href="#c${source.index}">Compare the two texts side by side</a></p>`
      : null
  }<ol class="changes">${shown.map((place) => renderPlace(model, place))}</ol>${leftOut(places.length - shown.length, "changes")}</article>`;
}

/** Several changes of the same words are one entry: the words are shown once, the worst change leads. */
function byPlace(list: readonly Mutation[]): NonEmpty<Mutation>[] {
  const placeOf = (mutation: Mutation): Mutation | string => {
    const { before, after } = mutation;
    return before || after ? [before, after].map((e) => (e ? `${e.doc} ${e.span.join("-")}` : "")).join("|") : mutation;
  };
  return [...groupBy(list, placeOf).values()];
}

/** A note that only quotes the words shown below it says nothing new. */
const repeats = ({ note, before, after }: Mutation): boolean =>
  [before, after].some((e) => e !== null && e.text.length >= 12 && note.startsWith(e.text.slice(0, 40)));

function renderPlace(model: PageModel, place: Readonly<NonEmpty<Mutation>>): Html {
  const { before, after } = place[0];
  return html`<li>${place.map(
    (mutation) =>
      html`<p class="kind"><span class="pips s${mutation.severity}" aria-hidden="true">${"●".repeat(mutation.severity)}${"○".repeat(5 - mutation.severity)}</span>${hidden(`Severity ${mutation.severity} of 5, ${SEVERITY[mutation.severity]}: `)} <b>${label(mutation.kind)}</b>${
        repeats(mutation) ? null : html` <span class="fine">${bdi(excerpt(mutation.note, 400))}</span>`
      }</p>`,
  )}${
    before || after
      ? html`<div class="change">${side(model, "Original", before, "does not say this")}${side(model, "Rewrite", after, "leaves it out")}</div>`
      : null
  }</li>`;
}

const side = (model: PageModel, tag: string, evidence: Mutation["before"], absent: string): Html =>
  html`<p><span class="tag">${tag}</span> ${
    evidence
      ? html`<q dir="auto">${model.cite(evidence, bdi(excerpt(unquoted(evidence.text), 300)))}</q>`
      : html`<span class="fine">${absent}</span>`
  }</p>`;
