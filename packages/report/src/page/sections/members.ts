import { LIMITS } from "../../limits.ts";
import { byDate, count, excerpt, formatMoment, formatShare, momentOf } from "../format.ts";
import { bdi, type Html, html, safeUrl } from "../markup.ts";
import { leftOut, lineageTitle, type PageModel, type Source } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

/** Who published what, when: a row for each lineage where there are dates, then the list that says it in words. */
export function renderMembers(model: PageModel): Section {
  const all = [...model.sources.values()];
  const shown = pick(all).sort(
    (a, b) =>
      (momentOf(a.member.published_at) ?? Number.POSITIVE_INFINITY) -
        (momentOf(b.member.published_at) ?? Number.POSITIVE_INFINITY) || a.index - b.index,
  );
  return foldedSection(
    "members",
    "Who published it, and when",
    all.length,
    null,
    html`${renderLanes(model, shown)}<ol class="timeline">${shown.map((source) => renderMember(model, source))}</ol>${leftOut(all.length - shown.length, "articles")}`,
  );
}

/** Roots first: with too many members, each lineage's original says more than the tenth copy of one. */
function pick(all: readonly Source[]): Source[] {
  if (all.length <= LIMITS.members) return [...all];
  const roots = all.filter((s) => s.code.endsWith("1") && s.lineage.members[0] === s.member);
  const rest = all.filter((s) => s.lineage.members[0] !== s.member);
  return [...roots, ...rest].slice(0, LIMITS.members);
}

function renderMember(model: PageModel, source: Source): Html {
  const { id, code, member, index, lineage, name } = source;
  const url = safeUrl(member.url);
  const title = bdi(excerpt(member.title ?? "Untitled", LIMITS.title));
  const lang = member.language && /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(member.language) ? member.language : null;
  const events = model.record.timeline.filter((event) => event.doc === id && !event.what.endsWith("published")).slice(0, 4);
  return html`<li id="m${index}" class="r-${member.role}"><p class="when">${
    member.published_at
      ? html`<time datetime="${member.published_at}">${formatMoment(member.published_at)}</time>`
      : "date unknown"
  }</p><div><p class="what"><span class="code h${lineage.hue}">${code}</span> <b>${bdi(name)}</b> <span class="role">${roleOf(model, source)}</span></p>
<p class="title"${lang ? html` lang="${lang}"` : null} dir="auto">${url ? html`<a href="${url}" rel="noopener noreferrer">${title}</a>` : title}</p>${
    events.length > 0
      ? html`<p class="fine">${events.map((e, i) => html`${i > 0 ? "; " : ""}${bdi(excerpt(e.what, 120))}${e.at ? html`, ${formatMoment(e.at)}` : null}`)}</p>`
      : null
  }<p class="fine">${model.include(id) ? html`<a href="#d${index}">Read the text</a>` : "Text not on this page"}${
    member.wire_credit ? html` · credits ${bdi(excerpt(member.wire_credit, 60))}` : null
  }${member.language ? html` · ${member.language}` : null}</p></div></li>`;
}

function roleOf(model: PageModel, source: Source): Html {
  const { member } = source;
  const of = member.parent !== null && model.sources.has(member.parent) ? html` of ${model.code(member.parent)}` : null;
  const { share } = model.shared(source);
  const taken = share === null ? null : html`, ${formatShare(share)} of its words taken from there`;
  switch (member.role) {
    case "original":
      return html`original of its lineage`;
    case "copy":
      return html`copy${of}${of && taken}`;
    case "rewrite":
      return html`rewrite${of}${of && taken}`;
    case "independent":
      return html`independent report`;
    case "related":
      return html`opinion or background, no report`;
    case "single":
      return html`stands alone`;
  }
}

const LANES = 8;
/** Width of a dot in hundredths of the row, on a phone: dots closer than this are stacked. */
const DOT = 9;

/** A picture of the list below it; hidden from screen readers, which get the list. */
function renderLanes(model: PageModel, shown: readonly Source[]): Html | null {
  const dated = byDate(shown.map((source) => ({ source, published_at: source.member.published_at })));
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const lanes = model.lineages
    .slice(0, LANES)
    .map((lineage) => ({ lineage, dots: dated.filter((d) => d.item.source.lineage === lineage) }))
    .filter((lane) => lane.dots.length > 0);
  const rendered = lanes.map(({ lineage, dots }) => {
    const ends: number[] = [];
    const placed = dots.map(({ item: { source }, at }) => {
      const position = Math.round(((at - first.at) / (last.at - first.at)) * 100);
      let row = ends.findIndex((end) => position - end >= DOT);
      if (row < 0) row = ends.length;
      if (row > 3) row = 3;
      ends[row] = position;
      return html`<span class="dot p${position} row${row} h${lineage.hue} r-${source.member.role}">${source.code}</span>`;
    });
    return html`<div class="lane rows${Math.min(4, ends.length)}"><span class="lane-name">${bdi(lineageTitle(lineage, model))}</span><span class="track">${placed}</span></div>`;
  });
  const undrawn = model.lineages.length - lanes.length;
  return html`<div class="lanes" aria-hidden="true">${rendered}<div class="lane axis"><span class="lane-name">${
    undrawn > 0 ? `+ ${count(undrawn, "lineage")}` : ""
  }</span><span class="track"><span>${formatMoment(first.published)}</span><span>${formatMoment(last.published)}</span></span></div></div>`;
}
