import type { Mutation } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { count, excerpt, label, unquoted } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, type PageModel } from "../model.ts";
import { type Section, section } from "./section.ts";

const SEVERITY = ["", "cosmetic", "slight", "noticeable", "serious", "changes the meaning"];

/** What each rewrite changed against its original, the most serious first. */
export function renderMutations(model: PageModel, compared: ReadonlySet<string>): Section {
  const byDoc = new Map<string, Mutation[]>();
  for (const mutation of model.record.mutations) {
    const list = byDoc.get(mutation.doc);
    if (list) list.push(mutation);
    else byDoc.set(mutation.doc, [mutation]);
  }
  const docs = [...byDoc]
    .map(([doc, list]) => ({ doc, list: list.sort((a, b) => b.severity - a.severity) }))
    .sort((a, b) => b.list[0]!.severity - a.list[0]!.severity || b.list.length - a.list.length);
  const shown = docs.slice(0, LIMITS.mutatedDocuments);
  return section(
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
  const shown = list.slice(0, LIMITS.mutationsPerDocument);
  const against = [...new Set(list.map((m) => m.against))];
  const source = model.sources.get(doc);
  return html`<article class="mutated"><h3>${model.name(doc)} <span class="fine">${count(list.length, "change")} against ${model.names(against, 3)}</span></h3>${
    source && compared.has(doc)
      ? html`<p class="fine"><a href="#c${source.index}">Compare the two texts side by side</a></p>`
      : null
  }<ol class="changes">${shown.map((mutation) => renderMutation(model, mutation))}</ol>${leftOut(list.length - shown.length, "changes")}</article>`;
}

/** A note that only quotes the words shown below it says nothing new. */
const repeats = (note: string, before: Mutation["before"]): boolean =>
  before !== null && before.text.length >= 12 && note.startsWith(before.text.slice(0, 40));

function renderMutation(model: PageModel, { kind, severity, before, after, note }: Mutation): Html {
  return html`<li><p class="kind"><span class="pips s${severity}" aria-hidden="true">${"●".repeat(severity)}${"○".repeat(5 - severity)}</span>${hidden(`Severity ${severity} of 5, ${SEVERITY[severity]}: `)} <b>${label(kind)}</b>${repeats(note, before) ? null : html` <span class="fine">${bdi(excerpt(note, 400))}</span>`}</p>${
    before || after
      ? html`<div class="change"><p>${before ? html`<span class="tag">Original</span> <q dir="auto">${model.cite(before, bdi(excerpt(unquoted(before.text), 300)))}</q>` : html`<span class="tag">Original</span> <span class="fine">does not say this</span>`}</p><p>${
          after
            ? html`<span class="tag">Rewrite</span> <q dir="auto">${model.cite(after, bdi(excerpt(unquoted(after.text), 300)))}</q>`
            : html`<span class="tag">Rewrite</span> <span class="fine">leaves it out</span>`
        }</p></div>`
      : null
  }</li>`;
}
