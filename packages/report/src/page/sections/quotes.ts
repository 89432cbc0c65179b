import type { QuoteGroup } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { count, excerpt, label, unquoted } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, more, type PageModel } from "../model.ts";
import { foldedSection, type Section } from "./section.ts";

type Member = QuoteGroup["members"][number];

/** Worst first; the original leads its group. */
const KINDS: Record<Member["kind"], { rank: number; tone: "good" | "soft" | "bad"; note: string }> = {
  original: { rank: 0, tone: "good", note: "nearest the speaker" },
  distorted: { rank: 1, tone: "bad", note: "words changed inside the quotation marks" },
  "demoted-to-indirect": { rank: 2, tone: "soft", note: "the quotation marks are gone" },
  "translation-variant": { rank: 3, tone: "soft", note: "another translation" },
  fragment: { rank: 4, tone: "good", note: "a part of it" },
  fullest: { rank: 5, tone: "good", note: "the longest version" },
  verbatim: { rank: 6, tone: "good", note: "word for word" },
};

const worst = (group: QuoteGroup): number =>
  Math.min(...group.members.filter((m) => m.kind !== "original").map((m) => KINDS[m.kind].rank), 9);

export function renderQuotes(model: PageModel): Section {
  const groups = model.record.quote_groups;
  const several = groups
    .filter((group) => group.members.length > 1)
    .sort((a, b) => worst(a) - worst(b) || b.members.length - a.members.length);
  const alone = groups.filter((group) => group.members.length === 1);
  const shown = several.slice(0, LIMITS.quoteGroups);
  const shownAlone = alone.slice(0, LIMITS.quoteGroups);
  return foldedSection(
    "quotes",
    "Quotations, word by word",
    groups.length,
    groups.length === 0
      ? "No article of this story quotes anyone directly."
      : html`Against the version nearest the speaker: <del>words left out</del> and <ins>words put in</ins>.`,
    html`${shown.map((group) => renderGroup(model, group))}${leftOut(several.length - shown.length, "quotations")}${
      shownAlone.length > 0
        ? html`<details class="fold" open><summary>${count(alone.length, "quotation")} in one article only</summary><ul class="plain spaced">${shownAlone.map(
            (group) =>
              group.members.map(
                (member) =>
                  html`<li><q dir="auto">${model.cite(member.evidence, bdi(excerpt(unquoted(member.surface), 400)))}</q> <span class="by">${speaker(group)} · ${model.name(member.doc)}</span></li>`,
              ),
          )}</ul>${leftOut(alone.length - shownAlone.length, "quotations")}</details>`
        : null
    }`,
  );
}

function renderGroup(model: PageModel, group: QuoteGroup): Html | null {
  const members = [...group.members].sort((a, b) => KINDS[a.kind].rank - KINDS[b.kind].rank);
  const lead = members.find((m) => m.quote !== null && m.quote === group.canonical) ?? members[0];
  if (!lead) return null;
  const rest = members.filter((m) => m !== lead);
  return html`<article class="quote"><h3 class="speaker">${speaker(group)}</h3><blockquote dir="auto"><p>${model.cite(lead.evidence, bdi(excerpt(unquoted(lead.surface), LIMITS.quote)))}</p></blockquote><p class="by">${model.name(lead.doc)} · ${label(lead.kind)}, ${KINDS[lead.kind].note}</p>
<ul class="versions">${rest.slice(0, LIMITS.quoteMembers).map((member) => renderVersion(model, member, lead))}</ul>${more(rest.length - LIMITS.quoteMembers)}</article>`;
}

/** Two articles of one language do not translate each other: their wordings differ, whatever the speaker's language was. */
function kindOf(model: PageModel, member: Member, lead: Member): { tone: string; note: string; name: string } {
  const { tone, note } = KINDS[member.kind];
  const language = (doc: string) => model.sources.get(doc)?.member.language?.slice(0, 2).toLowerCase() ?? null;
  if (member.kind === "translation-variant" && language(member.doc) === language(lead.doc))
    return { tone, note: "the words differ", name: "Other wording" };
  return { tone, note, name: member.kind === "demoted-to-indirect" ? "Paraphrased" : label(member.kind) };
}

function renderVersion(model: PageModel, member: Member, lead: Member): Html {
  const { tone, note, name } = kindOf(model, member, lead);
  const same = member.differences.every((d) => d.op === "same");
  const words =
    member.kind === "verbatim" && same
      ? model.cite(member.evidence, bdi(excerpt(unquoted(member.surface), 160)))
      : html`${differences(member)} ${model.cite(member.evidence, html`<span class="fine">in the text</span>`)}`;
  return html`<li><p>${model.name(member.doc)} <span class="verdict t-${tone}">${name}</span> <span class="fine">${note}</span></p><p class="words" dir="auto">${words}</p></li>`;
}

/** Word differences; long agreeing stretches are shortened in the middle, since the change is the news. */
function differences(member: Member): Html {
  if (member.differences.length === 0) return html`<bdi>${excerpt(unquoted(member.surface), LIMITS.quote)}</bdi>`;
  let budget: number = LIMITS.quote;
  const parts: Html[] = [];
  const last = member.differences.length - 1;
  for (const [i, { op, text }] of member.differences.entries()) {
    // What a fragment leaves out at its ends makes it a fragment; only what it changes inside is worth reading.
    if (member.kind === "fragment" && op === "removed" && (i === 0 || i === last)) {
      parts.push(html`<span class="fine">[…]${hidden("left out")}</span> `);
      continue;
    }
    if (budget <= 0 || parts.length >= 200) {
      parts.push(html`…`);
      break;
    }
    const shown = op === "same" ? middle(text, 240) : excerpt(text, 400);
    budget -= shown.length;
    if (op === "same") parts.push(html`<span>${shown}</span> `);
    else if (op === "removed") parts.push(html`<del>${hidden("[left out: ")}${shown}${hidden("]")}</del> `);
    else parts.push(html`<ins>${hidden("[put in: ")}${shown}${hidden("]")}</ins> `);
  }
  return html`<bdi>${parts}</bdi>`;
}

const middle = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length / 2).trimEnd()} … ${text.slice(-length / 2).trimStart()}`;

const speaker = (group: QuoteGroup): Html => (group.speaker ? bdi(excerpt(group.speaker, 120)) : html`Speaker not named`);
