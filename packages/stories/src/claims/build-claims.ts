import { type Claim, type ClaimVariant, compareStrings, groupBy, mustGet, sha256, sortedUnique } from "@wirefold/core";
import { fold } from "@wirefold/text";
import type { Lineages } from "../lineage/lineages.ts";
import { evidenceIn } from "../record/evidence.ts";
import type { FigureGroup } from "./align-claims.ts";
import { isConversion } from "./conversions.ts";
import { type FigureMutation, figureMutations } from "./figure-mutations.ts";
import type { Figure } from "./figures.ts";
import { byLineage, type SharedCopy } from "./independence.ts";
import { agreementOf, type Quantity } from "./quantity.ts";
import { isAwaited, sourceNamed, statementOf, tellingOf } from "./statement.ts";
import { supersededIn } from "./superseded.ts";
import { YEAR_OF_AGE } from "./units.ts";

/** A claim with the figures it was made from, for the steps that follow. */
export interface BuiltClaim {
  readonly claim: Claim;
  readonly canonical: Figure;
  /** Whose sentence tells the claim: see `tellingOf`. */
  readonly telling: Figure;
  readonly figures: readonly Figure[];
  /** What each figure does to the canonical one. */
  readonly changes: ReadonlyMap<Figure, readonly FigureMutation[]>;
}

export function buildClaims(groups: readonly FigureGroup[], lineages: Lineages, shared: SharedCopy): BuiltClaim[] {
  const claims = groups.map((group) => buildClaim(group, lineages, shared));
  claims.sort((a, b) => b.claim.docs.length - a.claim.docs.length || compareStrings(a.claim.id, b.claim.id));
  return claims;
}

function buildClaim(group: FigureGroup, lineages: Lineages, shared: SharedCopy): BuiltClaim {
  const superseded = supersededIn(group.figures);
  const { figure: canonical, why } = canonicalOf(group, lineages, superseded);
  const figures = [...group.figures].sort(
    (a, b) =>
      compareStrings(a.member.id, b.member.id) ||
      a.mention.number.span[0] - b.mention.number.span[0] ||
      compareStrings(a.id, b.id),
  );
  const changes = new Map(figures.map((figure) => [figure, figure === canonical ? [] : figureMutations(figure, canonical)]));
  const variants = figures.map((figure) => ({
    ...variantOf(figure, canonical, changes.get(figure) ?? []),
    ...(superseded.has(figure) ? { superseded: true } : {}),
  }));
  const docs = sortedUnique(figures.map((figure) => figure.member.id));
  const perLineage = byLineage(figures);
  const lineageIds = sortedUnique(perLineage.keys());
  const collapsed = shared.collapse(perLineage);
  const { mention } = canonical;
  const telling = tellingOf(figures, canonical, superseded);
  const claim: Claim = {
    id: `claim-${sha256(canonical.id).slice(0, 12)}`,
    statement: statementOf(telling),
    canonical: {
      value: mention.range ?? mention.value ?? null,
      unit: canonical.isAge ? YEAR_OF_AGE : mention.unit,
      modifier: mention.modifier,
      attributed_to: sourceNamed(mention.attributed_to),
      subject: mention.subject,
      place: mention.place,
      period: mention.period,
      from: canonical.member.id,
      why,
    },
    relation: relationOf(group, variants, docs.length),
    docs,
    raw_article_count: docs.length,
    lineages: lineageIds,
    independent_sources: lineageIds.length,
    ...(collapsed.count < lineageIds.length ? { independent_if_shared_agency_copy_collapsed: collapsed.count } : {}),
    independent_because: lineageIds.map((lineage) => {
      const own = sortedUnique(mustGet(perLineage, lineage).map((figure) => figure.member.id));
      const why =
        own.length > 1 ? `${own.length} articles of one lineage count once` : "the only article of its lineage with this claim";
      const twin = collapsed.twins.get(lineage);
      return { lineage, docs: own, why: twin ? `${why}; shares agency copy with ${twin}` : why };
    }),
    origins: originsOf(figures, canonical),
    ...(figures.every(isAwaited) ? { awaited: true } : {}),
    related: [],
    variants,
    mentions: figures.map((figure) => figure.id),
  };
  return { claim, canonical, telling, figures, changes };
}

/**
 * Picks the mention nearest the origin: a count before an order of magnitude, body before headline, the original before
 * rewrites, the first figure before its conversion, an attributed one before a bare one; and before all that, a value
 * that other lineages carry too.
 */
function canonicalOf(group: FigureGroup, lineages: Lineages, superseded: ReadonlySet<Figure>): { figure: Figure; why: string } {
  const supportOf = supportIn(group.figures);
  const { roots } = lineages;
  const conversions = conversionsIn(group.figures);
  const rank = (figure: Figure): number => {
    const { quantity, mention } = figure;
    const precision = quantity.magnitudeOnly
      ? 0
      : Math.min(6, Math.log10(Math.max(1, Math.abs(quantity.value)) / Math.max(1e-9, quantity.slack)));
    const conversion = conversions.has(figure) ? -6 : 0;
    const support = supportOf(figure);
    return (
      (support.lineages - 1) * 3 +
      // Between lineages of equal standing, the value more articles let stand.
      0.4 * Math.min(5, support.articles) +
      (quantity.magnitudeOnly ? -20 : 0) +
      (superseded.has(figure) ? -12 : 0) +
      precision +
      conversion +
      (roots.has(figure.member.id) ? 3 : 0) +
      (mention.in_headline ? -2.5 : 0) +
      (mention.attributed_to ? 1 : 0) +
      (mention.attributed_to_entity ? 0.5 : 0) +
      (mention.period ? 0.5 : 0) +
      // Of two orders of magnitude, the larger says more of the event; equal numbers are untouched by this.
      (quantity.magnitudeOnly ? Math.log10(Math.max(1, quantity.low)) : 0)
    );
  };
  let best = group.figures[0];
  let bestRank = group.figures.length > 1 ? rank(best) : 0;
  for (const figure of group.figures.length > 1 ? group.figures : []) {
    const value = rank(figure);
    if (value > bestRank || (value === bestRank && compareStrings(figure.id, best.id) < 0)) {
      best = figure;
      bestRank = value;
    }
  }
  const support = supportOf(best);
  const reasons = [
    roots.has(best.member.id) ? "stands in the original of its lineage" : "",
    support.lineages > 1 ? `carried by ${support.lineages} lineages` : "",
    best.quantity.magnitudeOnly ? "" : "the most precise value given",
    best.mention.attributed_to ? "attributed" : "",
  ].filter(Boolean);
  return { figure: best, why: reasons.join("; ") || "the only value given" };
}

/** How many lineages, and how many articles, carry the value of a figure. */
function supportIn(figures: readonly Figure[]): (figure: Figure) => { readonly lineages: number; readonly articles: number } {
  if (figures.length === 1) return () => ({ lineages: 1, articles: 1 });
  const valueKeyOf = ({ quantity: { dimension, low, high } }: Figure): string =>
    `${dimension}|${low.toPrecision(6)}|${high.toPrecision(6)}`;
  const support = [...groupBy(figures, valueKeyOf).values()].flatMap((alike) => {
    const lineages = new Set(alike.map(({ lineage }) => lineage)).size;
    const articles = new Set(alike.map(({ member }) => member.id)).size;
    return alike.map((figure) => [figure, { lineages, articles }] as const);
  });
  const byFigure = new Map(support);
  return (figure) => mustGet(byFigure, figure);
}

/** Figures that repeat the one before in another unit: the writer's conversions. */
function conversionsIn(figures: readonly Figure[]): ReadonlySet<Figure> {
  if (figures.length < 2) return new Set();
  const byPlace = [...figures].sort(
    (a, b) => compareStrings(a.member.id, b.member.id) || a.mention.number.span[0] - b.mention.number.span[0],
  );
  const found = new Set<Figure>();
  byPlace.forEach((figure, i) => {
    const before = byPlace[i - 1];
    if (before !== undefined && isConversion(before, figure)) found.add(figure);
  });
  return found;
}

function variantOf(figure: Figure, canonical: Figure, changes: readonly FigureMutation[]): ClaimVariant {
  const { mention } = figure;
  return {
    mention: figure.id,
    doc: figure.member.id,
    surface: mention.text,
    evidence: evidenceIn(figure.member, mention.number.span),
    ...(mention.value === undefined ? {} : { value: mention.value }),
    ...(mention.range === undefined ? {} : { range: mention.range }),
    modifier: mention.modifier,
    attributed_to: mention.attributed_to,
    relation: relationToCanonical(figure.quantity, canonical.quantity),
    mutations: changes.map(({ kind }) => kind),
  };
}

function relationToCanonical(quantity: Quantity, canonical: Quantity): ClaimVariant["relation"] {
  switch (agreementOf(quantity, canonical)) {
    case "equal":
    case "converted":
      return "agrees";
    case "rounded":
      return "rounds";
    case "bounded":
      return "bounds";
    case "contained":
      return quantity.magnitudeOnly || quantity.isRange ? "loses-precision" : "agrees";
    case "disjoint":
      // Sums in two currencies are of one claim only where a report gives both for one amount.
      if (isMoney(quantity) && isMoney(canonical) && quantity.dimension !== canonical.dimension) return "agrees";
      // A second unit in the original's own brackets ("40 kilometers (nearly 25 miles)") is the author's conversion, not a contradiction.
      return quantity.dimension !== "count" &&
        quantity.unit !== canonical.unit &&
        Math.abs(quantity.value - canonical.value) <= 0.2 * Math.abs(canonical.value)
        ? "agrees"
        : "contradicts";
  }
}

const isMoney = ({ dimension }: Quantity): boolean => dimension.startsWith("money:");

function relationOf(group: FigureGroup, variants: readonly ClaimVariant[], docs: number): string {
  if (hasConflict(group, variants)) return "conflict";
  if (docs === 1) return "single";
  if (variants.some(({ superseded, relation }) => superseded && relation === "contradicts")) return "update";
  if (variants.some(({ relation }) => relation === "rounds" || relation === "loses-precision" || relation === "bounds"))
    return "agree-with-precision-loss";
  return variants.some(({ mutations }) => mutations.length > 0) ? "agree-with-mutation" : "agree";
}

/**
 * A conflict takes two lineages, or two sources within one article. Where the lineage of the odd value tells the canonical one too, a rewrite has got it
 * wrong: that is a mutation, listed with the rewrite.
 */
function hasConflict(group: FigureGroup, variants: readonly ClaimVariant[]): boolean {
  const lineageOf = new Map(group.figures.map((figure) => [figure.id, figure.lineage]));
  // "140,000 homes, not the 90,000 that the grid admits": whoever names another's value does not agree with it.
  const opposed = new Set(group.figures.flatMap(({ id, against }) => (against === null ? [] : [id])));
  const tells = ({ relation, superseded, mention }: ClaimVariant): boolean =>
    !superseded && (relation === "agrees" || relation === "rounds") && !opposed.has(mention);
  const agreeing = variants.filter(tells);
  const lineages = new Set(agreeing.map(({ mention }) => lineageOf.get(mention)));
  return variants.some(
    (variant) =>
      variant.relation === "contradicts" &&
      !variant.superseded &&
      (!lineages.has(lineageOf.get(variant.mention)) ||
        agreeing.slice(0, ASKED_MAX).some((other) => areOfTwoSources(variant, other))),
  );
}

/** Figures that agree, asked whether a figure that contradicts stands with them in one article. */
const ASKED_MAX = 50;

/** One article gives the figures of two sources: "the union counted 1,800, the company 1,200". */
function areOfTwoSources(a: ClaimVariant, b: ClaimVariant): boolean {
  return a.doc === b.doc && a.attributed_to !== null && b.attributed_to !== null && a.attributed_to !== b.attributed_to;
}

/** Whom the articles name as the origin of the figure: one form a name, whatever its accents, and the canonical figure's where it has one. */
function originsOf(figures: readonly Figure[], canonical: Figure): string[] {
  const forms = new Map<string, string>();
  const names = figures.flatMap(({ mention }) => sourceNamed(mention.attributed_to) ?? []).sort(compareStrings);
  for (const name of [sourceNamed(canonical.mention.attributed_to) ?? "", ...names]) {
    const key = fold(name);
    if (name !== "" && !forms.has(key)) forms.set(key, name);
  }
  return sortedUnique(forms.values());
}
