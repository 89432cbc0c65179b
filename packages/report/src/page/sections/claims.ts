import type { Claim } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { capitalised, count, excerpt } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, type PageModel } from "../model.ts";
import { renderMatrix } from "./claim-matrix.ts";
import { quantity, saidBy, statementOf, verdict } from "./claim-words.ts";
import { type Section, section } from "./section.ts";

/** How long ago, how long and how old: they set a scene, and are seldom what a story tells. */
const times = new Set(["minute", "hour", "day", "week", "month", "year", "decade", "year of age"]);

/** Characters of an article in which what matters most is told. */
const OPENING = 4000;

/** 1 for what some article begins with, 0 for what each tells behind its opening: news is told in the order of its weight. */
const earliness = ({ variants }: Claim): number =>
  Math.max(0, 1 - Math.min(...variants.map(({ evidence }) => evidence.span[0])) / OPENING);

/** “two different things”: a few of something, in words, are seldom what a story tells. */
const isFew = ({ canonical: { value }, variants }: Claim): boolean =>
  typeof value === "number" && value <= 3 && variants.every(({ evidence: { text } }) => !/\d/.test(text));

/**
 * What the headline and most lineages carry first; a claim in conflict before its equals, spans of time and a few of something behind
 * them; among equals what an article tells sooner.
 */
export function byImportance(model: PageModel): Claim[] {
  const { claims, conflicts, headline } = model.record;
  const inConflict = new Set(conflicts.flatMap((conflict) => conflict.about));
  const title = ` ${(headline ?? "").toLowerCase()} `;
  const inHeadline = (claim: Claim): boolean =>
    claim.variants.some(
      ({ evidence: { text } }) => title.includes(` ${text.toLowerCase()} `) || title.includes(` ${text.toLowerCase()},`),
    );
  const weights = new Map(
    claims.map((claim) => [
      claim,
      (inHeadline(claim) ? 1.5 : 0) +
        claim.independent_sources +
        0.1 * claim.docs.length +
        (inConflict.has(claim.id) ? 0.5 : 0) +
        0.5 * earliness(claim) -
        (isFew(claim) ? 0.75 : 0) -
        (times.has(claim.canonical.unit ?? "") ? 1.25 : 0),
    ]),
  );
  return [...claims].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

/** Every claim with a figure, a line or two each: the value, the claim, who says it, who carries it. */
export function renderClaims(model: PageModel): Section {
  const { claims } = model.record;
  const ordered = byImportance(model);
  const numbers = new Map(claims.map((claim, i) => [claim.id, i + 1]));
  const inConflict = new Set(model.record.conflicts.flatMap((conflict) => conflict.about));
  const shared = ordered.filter((claim) => claim.docs.length > 1);
  const single = ordered.filter((claim) => claim.docs.length <= 1);
  const shownSingle = single.slice(0, LIMITS.singleClaims);
  return section(
    "claims",
    "What the articles say",
    claims.length,
    claims.length === 0
      ? "No article of this story states a figure."
      : "What the headline and most sources carry comes first. Independent sources are lineages, never articles.",
    html`${
      shared.length > 0
        ? claimTable(
            "Claims in several articles",
            shared
              .slice(0, LIMITS.claims)
              .map((claim) => renderRow(model, claim, numbers.get(claim.id) ?? 0, inConflict.has(claim.id))),
          )
        : null
    }${leftOut(shared.length - Math.min(shared.length, LIMITS.claims), "claims")}${
      shownSingle.length > 0
        ? html`<details class="fold" open><summary>${count(single.length, "claim")} made by one article only</summary>${claimTable(
            "Claims made by one article only",
            shownSingle.map((claim) => renderRow(model, claim, numbers.get(claim.id) ?? 0, inConflict.has(claim.id))),
          )}${leftOut(single.length - shownSingle.length, "claims")}</details>`
        : null
    }${renderMatrix(model, shared, numbers)}`,
  );
}

function claimTable(caption: string, rows: readonly Html[]): Html {
  return html`<table role="table" class="facts"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="c-value">Value</th><th scope="col" role="columnheader">Claim</th><th scope="col" role="columnheader" class="c-who">Who says it</th><th scope="col" role="columnheader" class="c-src">Independent sources</th></tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

function renderRow(model: PageModel, claim: Claim, n: number, conflict: boolean): Html {
  const canonical = claim.variants.find((variant) => variant.doc === claim.canonical.from) ?? claim.variants[0];
  const value = quantity(claim);
  const who = saidBy(model, claim);
  const several = claim.docs.length > 1;
  return html`<tr role="row" id="f${n}"${conflict ? html` class="in-conflict"` : null}><td role="cell" class="value">${canonical ? model.cite(canonical.evidence, value) : value}</td><th scope="row" role="rowheader"><span dir="auto">${statementOf(claim, 200)}</span>${
    several ? html` ${verdict(claim, conflict)}` : null
  }</th><td role="cell" class="who" data-label="Who says it">${who ? bdi(capitalised(excerpt(who, 90))) : html`<span class="fine">told as the articles’ own</span>`}</td><td role="cell" class="srcs" data-label="Independent sources"><b>${claim.independent_sources}</b>${hidden(" independent: ")} ${codes(model, claim)}${
    several ? html` <a class="fine" href="#k${n}">compare${hidden(` claim ${n} source by source`)}</a>` : null
  }</td></tr>`;
}

/** The articles by their codes; the name of the only one. */
function codes(model: PageModel, { docs }: Claim): Html {
  const first = docs[0];
  if (docs.length === 1 && first !== undefined) return model.name(first);
  const shown = docs.slice(0, 8);
  return html`${shown.map((doc) => html`${model.code(doc)} `)}${docs.length > shown.length ? html`<span class="fine">+${docs.length - shown.length}</span>` : null}`;
}
