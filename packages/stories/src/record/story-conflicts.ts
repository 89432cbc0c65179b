import type { Conflict, Evidence, PossibleConflict, StoryUpdate } from "@wirefold/core";
import { compareStrings, sha256, sortedUnique } from "@wirefold/core";
import type { BuiltClaim } from "../claims/build-claims.ts";
import type { Figure } from "../claims/figures.ts";
import type { FigurePair } from "../claims/find-conflicts.ts";
import { YEAR_OF_AGE } from "../claims/units.ts";
import type { BuiltProposition } from "../propositions/align-propositions.ts";
import { evidenceIn } from "./evidence.ts";

/** What the articles contradict each other in: values, directions, agents. */
export function conflictsOf(claims: readonly BuiltClaim[], propositions: readonly BuiltProposition[]): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const { claim } of claims) {
    if (!claim.relation.startsWith("conflict")) continue;
    const sides = new Map<string, ValueSide>();
    // What names a number stands first: "dozens" is on the side of 26, on both sides of 26 and 31, or on one of its own.
    const held = claim.variants.filter(holds);
    for (const variant of [
      ...held.filter(({ range }) => range === undefined),
      ...held.filter(({ range }) => range !== undefined),
    ]) {
      const covered = [...sides.values()].filter(({ number }) => isWithin(number, variant.range));
      if (covered.length > 1) continue;
      // "3", "three" and "3 people" are one side.
      const key = covered[0]?.key ?? JSON.stringify(variant.range ?? variant.value ?? variant.evidence.text.toLowerCase());
      const side = sides.get(key);
      sides.set(key, {
        key,
        number: side?.number ?? variant.value,
        value: side?.value ?? valueText(variant.evidence.text, claim.canonical.unit),
        docs: sortedUnique([...(side?.docs ?? []), variant.doc]),
        evidence: [...(side?.evidence ?? []), variant.evidence],
      });
    }
    conflicts.push({
      id: `conflict-${claim.id}`,
      kind: "value",
      statement: claim.statement,
      about: [claim.id],
      sides: [...sides.values()].map(({ value, docs, evidence }) => ({ value, docs, evidence })),
    });
  }
  for (const { proposition } of propositions) {
    if (!proposition.relation.startsWith("conflict")) continue;
    const sides = new Map<string, Conflict["sides"][number]>();
    for (const mention of proposition.mentions) {
      const value = mention.agent ?? mention.evidence.text;
      const side = sides.get(value) ?? { value, docs: [], evidence: [] };
      sides.set(value, {
        value,
        docs: sortedUnique([...side.docs, mention.doc]),
        evidence: [...side.evidence, mention.evidence],
      });
    }
    conflicts.push({
      id: `conflict-${proposition.id}`,
      kind: proposition.relation.replace("conflict-on-", ""),
      statement: proposition.statement,
      about: [proposition.id],
      sides: [...sides.values()],
    });
  }
  return conflicts;
}

/** A side of a conflict, with its key and its number, which a vague word has none of. */
type ValueSide = Conflict["sides"][number] & { readonly key: string; readonly number: number | undefined };

const isWithin = (number: number | undefined, range: readonly [number, number] | undefined): boolean =>
  number !== undefined && range !== undefined && number >= range[0] && number <= range[1];

const holds = ({ superseded }: { readonly superseded?: boolean | undefined }): boolean => superseded !== true;

/** Equal numbers with opposite directions, in articles of two lineages: "a loss of 3.5 million" and "a profit of 3.5 million". */
export function directionConflicts(pairs: readonly FigurePair[], claims: readonly BuiltClaim[]): Conflict[] {
  const homes = homesOf(claims);
  return pairs.flatMap(({ a, b }) => {
    const [first, second] = [homes.get(a), homes.get(b)];
    if (!first || !second || first === second || a.lineage === b.lineage) return [];
    const about = [first.claim.id, second.claim.id];
    return [
      {
        id: idOf("conflict", about),
        kind: "direction",
        statement: first.claim.statement,
        about,
        sides: [sideOf(first), sideOf(second)],
      },
    ];
  });
}

/** Pairs of claims for a reader to look at, surest first. */
export function possibleConflictsOf(pairs: readonly FigurePair[], claims: readonly BuiltClaim[]): PossibleConflict[] {
  const homes = homesOf(claims);
  const seen = new Set<string>();
  return pairs.flatMap(({ a, b }) => {
    const [first, second] = [homes.get(a), homes.get(b)];
    if (!first || !second || first === second) return [];
    const about = [first.claim.id, second.claim.id];
    const id = idOf("possible", about);
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, statement: first.claim.statement, about, sides: [sideOf(first), sideOf(second)] }];
  });
}

const idOf = (kind: string, about: readonly string[]): string =>
  `${kind}-${sha256([...about].sort(compareStrings).join(" ")).slice(0, 12)}`;

function homesOf(claims: readonly BuiltClaim[]): Map<Figure, BuiltClaim> {
  const homes = new Map<Figure, BuiltClaim>();
  for (const claim of claims) for (const figure of claim.figures) homes.set(figure, claim);
  return homes;
}

/** A claim as one side: its canonical words. */
function sideOf({ claim, canonical, figures }: BuiltClaim): Conflict["sides"][number] {
  const evidence = evidenceIn(canonical.member, canonical.mention.span);
  const more = figures.filter((figure) => figure !== canonical && figure.member !== canonical.member).slice(0, 5);
  return {
    value: valueText(canonical.mention.number.text, claim.canonical.unit),
    docs: [...claim.docs],
    evidence: [evidence, ...more.map((figure) => evidenceIn(figure.member, figure.mention.span))],
  };
}

function valueText(text: string, unit: string | null): string {
  if (unit === YEAR_OF_AGE) return text;
  return unit && !/[\p{L}%$€£¥]/u.test(text) ? `${text} ${unit}` : text;
}

interface Step {
  readonly value: string;
  at: string | null;
  readonly docs: Set<string>;
  readonly evidence: Evidence[];
  readonly old: boolean;
  readonly size: number;
}

/** Places shown for one step of an update. */
const EVIDENCE_MAX = 20;

/** Claims whose value grew or was corrected, each step with the articles that give it, in order of time. */
export function updatesOf(claims: readonly BuiltClaim[]): StoryUpdate[] {
  return claims.flatMap(({ claim, figures }) => {
    if (!claim.variants.some(({ superseded }) => superseded)) return [];
    const steps = new Map<string, Step>();
    for (const [i, variant] of claim.variants.entries()) {
      const figure = figures[i];
      if (!figure || (variant.relation !== "contradicts" && variant.relation !== "agrees")) continue;
      const key = `${figure.numberKey}|${variant.superseded === true}`;
      const at = figure.member.published_at;
      const step = steps.get(key) ?? {
        value: valueText(variant.evidence.text, claim.canonical.unit),
        at,
        docs: new Set(),
        evidence: [],
        old: variant.superseded === true,
        size: figure.quantity.value,
      };
      steps.set(key, step);
      if (at !== null && (step.at === null || at < step.at)) step.at = at;
      step.docs.add(variant.doc);
      if (step.evidence.length < EVIDENCE_MAX) step.evidence.push(variant.evidence);
    }
    const ordered = [...steps.values()].sort(
      (a, b) => Number(b.old) - Number(a.old) || compareStrings(a.at ?? "", b.at ?? "") || a.size - b.size,
    );
    if (new Set(ordered.map(({ size }) => size)).size < 2) return [];
    return [
      {
        claim: claim.id,
        statement: claim.statement,
        steps: ordered.map(({ value, at, docs, evidence }) => ({ value, at, docs: sortedUnique(docs), evidence })),
      },
    ];
  });
}
