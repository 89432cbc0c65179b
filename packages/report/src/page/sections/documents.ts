import type { Removal } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import type { ReportDocument } from "../../types.ts";
import { count, excerpt, formatDuration, formatMoment, label } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import { hasText, leftOut, type PageModel, type ReadSource } from "../model.ts";
import { cutMarkings, type Marking, renderSpannedText } from "../spanned-text.ts";
import { foldedSection, type Section } from "./section.ts";

/** The documents themselves, with every cited span marked and everything the cleaner cut. Rendered last: see `PageModel`. */
export function renderDocuments(model: PageModel): Section {
  const sources = [...model.sources.values()];
  const shown = sources.filter(hasText).filter((source) => model.include(source.id));
  return foldedSection(
    "documents",
    "The articles, and what was cut from them",
    sources.length,
    "Every value above leads here. Marked words are evidence; struck words were cut as not part of the article.",
    html`${shown.map((source) => renderDocument(model, source))}${leftOut(sources.length - shown.length, "articles")}`,
  );
}

function renderDocument(model: PageModel, source: ReadSource): Html {
  const { document } = source;
  const { text } = document;
  const shown = text.length > LIMITS.documentCharacters ? text.slice(0, LIMITS.documentCharacters) : text;
  const markings: Marking[] = model.spansOf(source.id).map((span) => ({ span, id: `t${source.index}-${span[0]}-${span[1]}` }));
  const cut = cutMarkings(document, shown.length);
  return html`<details class="fold doc" id="d${source.index}" data-title="${source.code} ${source.name}: ${excerpt(document.title ?? source.member.title ?? "Untitled", 160)}" open><summary>${model.name(source.id)} <span class="fine">${bdi(excerpt(document.title ?? source.member.title ?? "Untitled", 160))} · ${
    document.removed.length > 0 ? html`${count(document.removed.length, "piece")} cut` : "nothing cut"
  }</span></summary><div class="text full" dir="auto">${renderSpannedText(shown, [...markings, ...cut])}${
    shown.length < text.length
      ? html`<p class="left-out">${count(text.length - shown.length, "more character")} not shown.</p>`
      : null
  }</div>${renderRemovals(document.removed)}${renderPassages(document)}</details>`;
}

function renderRemovals(removed: readonly Removal[]): Html | null {
  if (removed.length === 0) return null;
  const groups = new Map<string, { n: number; characters: number; texts: string[] }>();
  for (const { reason, text } of removed) {
    const group = groups.get(reason) ?? { n: 0, characters: 0, texts: [] };
    group.n += 1;
    group.characters += text.length;
    group.texts.push(text);
    groups.set(reason, group);
  }
  let budget: number = LIMITS.removalsPerDocument;
  const rows = [...groups]
    .sort((a, b) => b[1].characters - a[1].characters)
    .slice(0, 30)
    .map(([reason, { n, characters, texts }]) => {
      const shown = texts.slice(0, Math.max(0, Math.min(10, budget)));
      budget -= shown.length;
      return html`<tr><th scope="row">${label(reason)}</th><td class="num">${n}</td><td class="num">${characters}</td><td><ul class="plain cuts">${shown.map((text) => html`<li dir="auto">${excerpt(text.trim(), LIMITS.removal)}</li>`)}</ul>${n > shown.length ? html`<span class="more">and ${n - shown.length} more</span>` : null}</td></tr>`;
    });
  return html`<h3>What was cut, and why</h3><div class="scroll" role="group" aria-label="What was cut" tabindex="0"><table class="cut-table"><caption class="vh">What was cut, by reason</caption><thead><tr><th scope="col">Reason</th><th scope="col" class="num">Pieces</th><th scope="col" class="num">Characters</th><th scope="col">The words</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function renderPassages({ timeline }: ReportDocument): Html | null {
  if (!timeline || timeline.length === 0) return null;
  return html`<h3>Its way through the pipeline</h3><ol class="passages">${timeline
    .slice(0, 40)
    .map(
      ({ stage, disposition, reason, at, attempt, duration_ms, worker }) =>
        html`<li><b>${stage}</b> ${disposition}${reason ? html` (${bdi(excerpt(reason, 200))})` : null}<span class="fine">${at ? html` ${formatMoment(at)}` : null}${duration_ms === undefined ? null : html` · ${formatDuration(duration_ms)}`}${attempt !== undefined && attempt > 1 ? html` · attempt ${attempt}` : null}${worker ? html` · ${bdi(excerpt(worker, 60))}` : null}</span></li>`,
    )}</ol>`;
}
