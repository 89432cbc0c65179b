import { mustGet, type StoryMember } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { count, formatShare } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import { type Lineage, leftOut, lineageTitle, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

/** Deeper descendants are listed at this depth: on a phone there is no room to indent further. */
const DEPTH = 5;

/** Who was derived from whom, and how much of each was taken. */
export function renderLineage(model: PageModel, compared: ReadonlySet<string>): Section {
  let budget: number = LIMITS.members;
  let left = 0;
  const trees: Html[] = [];
  for (const lineage of model.lineages) {
    if (budget <= 0) {
      left += lineage.members.length;
      continue;
    }
    const shown = lineage.members.slice(0, budget);
    left += lineage.members.length - shown.length;
    budget -= shown.length;
    trees.push(renderTree(model, lineage, shown, compared));
  }
  const shared = model.record.lineage.pairs.partial_shared_agency_copy.filter(
    ([a, b]) => model.sources.has(a) && model.sources.has(b),
  );
  return foldedSection(
    "lineage",
    "Who took it from whom",
    model.lineages.length,
    "Articles derived from one original form a lineage, and a lineage counts as one source however many articles it has.",
    html`<div class="trees">${trees}</div>${
      shared.length > 0
        ? html`<h3>Agency copy shared between lineages</h3><ul class="plain">${shared
            .slice(0, 20)
            .map(([a, b]) => html`<li>${model.name(a)} and ${model.name(b)}</li>`)}</ul>${leftOut(shared.length - 20, "pairs")}`
        : null
    }${leftOut(left, "articles")}`,
  );
}

function renderTree(model: PageModel, lineage: Lineage, shown: readonly StoryMember[], compared: ReadonlySet<string>): Html {
  const here = new Set(shown.map((m) => m.id));
  const children = new Map<string, StoryMember[]>();
  const roots: StoryMember[] = [];
  for (const member of shown) {
    if (member.parent !== null && member.parent !== member.id && here.has(member.parent)) {
      const siblings = children.get(member.parent);
      if (siblings) siblings.push(member);
      else children.set(member.parent, [member]);
    } else roots.push(member);
  }
  const seen = new Set<string>();
  const branch = (member: StoryMember, depth: number): Html => {
    seen.add(member.id);
    const own = (children.get(member.id) ?? []).filter((child) => !seen.has(child.id));
    const below = own.length > 0 && depth < DEPTH ? html`<ul>${own.map((child) => branch(child, depth + 1))}</ul>` : null;
    const flat = own.length > 0 && depth >= DEPTH ? own.map((child) => branch(child, depth)) : null;
    return html`<li>${node(model, member, compared)}${below}</li>${flat}`;
  };
  const drawn = roots.map((root) => branch(root, 0));
  // A circle of parents has no root: contradictory lineage is shown flat rather than lost.
  const circular = shown.filter((member) => !seen.has(member.id));
  for (const member of circular) if (!seen.has(member.id)) drawn.push(branch(member, 0));
  return html`<div class="tree"><h3><span class="code h${lineage.hue}">${lineage.letter}</span> ${bdi(lineageTitle(lineage, model))} <span class="fine">${count(lineage.members.length, "article")}</span></h3><ul>${drawn}</ul>${
    circular.length > 0
      ? html`<p class="fine">The articles of this lineage name each other as originals, so their order is uncertain.</p>`
      : null
  }</div>`;
}

function node(model: PageModel, member: StoryMember, compared: ReadonlySet<string>): Html {
  const source = mustGet(model.sources, member.id);
  const { index } = source;
  const { share } = model.shared(source);
  return html`<div class="node">${model.name(member.id)}${
    share === null
      ? html` <span class="fine">${member.role === "original" ? "original" : member.role === "single" ? "stands alone" : member.role}</span>`
      : html` <span class="taken"><span class="bar w${Math.round(Math.min(1, Math.max(0, share)) * 20) * 5}" aria-hidden="true"></span> ${formatShare(share)} taken${
          member.parent !== null && model.sources.has(member.parent) ? html` from ${model.code(member.parent)}` : null
        }</span>`
  }${compared.has(member.id) ? html` <a class="fine" href="#c${index}">compare side by side</a>` : null}</div>`;
}
