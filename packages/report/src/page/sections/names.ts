import { LIMITS } from "../../limits.ts";
import { excerpt } from "../format.ts";
import { bdi, html } from "../markup.ts";
import { leftOut, more, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

/** Names the articles spell differently, joined. */
export function renderNames(model: PageModel): Section | null {
  const names = model.record.names.filter((name) => name.variants.length > 1);
  if (names.length === 0) return null;
  const shown = names.slice(0, LIMITS.names);
  return foldedSection(
    "names",
    "Spelled differently",
    names.length,
    null,
    html`<div class="scroll" role="region" aria-label="Names with several spellings" tabindex="0"><table class="names"><caption class="vh">Names with several spellings</caption><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">As spelled</th></tr></thead><tbody>${shown.map(
      ({ canonical, type, variants }) =>
        html`<tr><th scope="row">${bdi(excerpt(canonical, 120))}</th><td>${type}</td><td><ul class="plain spellings">${variants
          .slice(0, 8)
          .map(
            ({ text, docs }) =>
              html`<li>${bdi(excerpt(text, 120))} ${docs.slice(0, 6).map((doc) => html`${model.code(doc)} `)}${more(docs.length - 6)}</li>`,
          )}</ul>${more(variants.length - 8)}</td></tr>`,
    )}</tbody></table></div>${leftOut(names.length - shown.length, "names")}`,
  );
}
