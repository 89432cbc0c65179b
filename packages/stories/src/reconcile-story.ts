import type { StoryRecord } from "@wirefold/core";
import { compareStrings, mustGet } from "@wirefold/core";
import { storyMutations } from "./changes/story-mutations.ts";
import { alignClaims } from "./claims/align-claims.ts";
import { buildClaims } from "./claims/build-claims.ts";
import { figuresOf } from "./claims/figures.ts";
import { sharedCopyOf } from "./claims/independence.ts";
import { keptApart } from "./claims/overrides.ts";
import { relateClaims } from "./claims/relate-claims.ts";
import { type Lineages, lineagesOf, memberRecord } from "./lineage/lineages.ts";
import { joinNames } from "./names/join-names.ts";
import { alignPropositions } from "./propositions/align-propositions.ts";
import { alignQuotes } from "./quotes/align-quotes.ts";
import type { ReconcileMember, ReconcileOptions } from "./reconcile-member.ts";
import { conflictsOf, directionConflicts, possibleConflictsOf, updatesOf } from "./record/story-conflicts.ts";
import { headlineOf, summaryOf } from "./record/story-headline.ts";
import { StoryText } from "./words/story-text.ts";
import { Vocabulary } from "./words/vocabulary.ts";

const POLICY =
  "independent_sources counts lineages, never articles. independent_if_shared_agency_copy_collapsed takes lineages " +
  "as one where the sentences that carry the claim are shared agency copy.";

/**
 * Reconciles the articles of one story into one record: a pure function of its members, whatever their order, so the
 * same members give the same bytes. Never throws on odd members: a document without facts is listed and supports nothing.
 *
 * @example reconcileStory([{ id: "a", text, facts: extractFacts(...), lineage: "a", ... }]).claims[0].independent_sources
 */
export function reconcileStory(given: readonly ReconcileMember[], options: ReconcileOptions = {}): StoryRecord {
  const members = inOrder(given);
  const lineages = lineagesOf(members);
  const depthOf = depthsIn(members, lineages);
  const names = joinNames(members);
  const story = new StoryText(new Vocabulary());
  const ranked = [...members].sort((a, b) => depthOf(a.id) - depthOf(b.id) || compareStrings(a.id, b.id));
  const figures = figuresOf(ranked, lineages.of, story);
  const kept = keptApart(figures.figures, options.overrides ?? []);
  const { groups, possible, opposite } = alignClaims(figures, lineages.parents, kept);
  const shared = sharedCopyOf(members, lineages.of, groups, story);
  const claims = buildClaims(groups, lineages, shared);
  relateClaims(claims);
  const quoteGroups = alignQuotes(members, lineages, names, depthOf, story);
  const propositions = alignPropositions(ranked, lineages, names, story);
  return {
    schema: "wirefold.story/1",
    story: options.story ?? members[0]?.id ?? "",
    headline: headlineOf(members, lineages, story),
    summary: summaryOf(claims, members, story),
    event_date: eventDateOf(members, lineages),
    members: members.map((member) => memberRecord(member, lineages)),
    timeline: timelineOf(members, lineages),
    claims: claims.map(({ claim }) => claim),
    quote_groups: quoteGroups,
    propositions: propositions
      .filter(({ proposition, holdsFigure }) => !holdsFigure || proposition.conflict_kind !== undefined)
      .map(({ proposition }) => proposition),
    conflicts: [...conflictsOf(claims, propositions), ...directionConflicts(opposite, claims)],
    possible_conflicts: possibleConflictsOf(possible, claims),
    updates: updatesOf(claims),
    ...(kept.applied.length > 0 ? { overrides: [...kept.applied] } : {}),
    mutations: storyMutations(members, names, claims, quoteGroups, propositions, lineages),
    names: names.names.map((name) => ({
      ...name,
      variants: name.variants.map((variant) => ({ ...variant, docs: [...variant.docs] })),
    })),
    lineage: {
      clusters: lineages.clusters.map((cluster) => ({ ...cluster, docs: [...cluster.docs] })),
      pairs: {
        derived: lineages.derived.map(([a, b]) => [a, b]),
        partial_shared_agency_copy: shared.pairs.map(([a, b]) => [a, b]),
      },
      policy: POLICY,
    },
  };
}

/** By id, each id once. Of two members with one id the one that sorts first by content stands, so order cannot matter. */
function inOrder(given: readonly ReconcileMember[]): ReconcileMember[] {
  const byId = new Map<string, ReconcileMember>();
  for (const member of given) {
    const known = byId.get(member.id);
    if (!known || compareStrings(JSON.stringify(member), JSON.stringify(known)) < 0) byId.set(member.id, member);
  }
  return [...byId.values()].sort((a, b) => compareStrings(a.id, b.id));
}

/** Steps from each document to the root of its lineage. */
function depthsIn(members: readonly ReconcileMember[], lineages: Lineages): (id: string) => number {
  const depths = new Map<string, number>();
  for (const { id } of members) {
    const path: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !depths.has(at)) {
      path.push(at);
      at = lineages.parents.get(at);
    }
    let depth = at === undefined ? -1 : mustGet(depths, at);
    for (const step of path.reverse()) depths.set(step, ++depth);
  }
  return (id) => depths.get(id) ?? 0;
}

/** The date most lineages give; the smallest on a tie. */
function eventDateOf(members: readonly ReconcileMember[], lineages: Lineages): string | null {
  const votes = new Map<string, Set<string>>();
  for (const member of members) {
    const date = member.facts?.event_date;
    if (!date) continue;
    const voters = votes.get(date) ?? new Set<string>();
    voters.add(mustGet(lineages.of, member.id));
    votes.set(date, voters);
  }
  return [...votes].sort((a, b) => b[1].size - a[1].size || compareStrings(a[0], b[0]))[0]?.[0] ?? null;
}

function timelineOf(members: readonly ReconcileMember[], lineages: Lineages): StoryRecord["timeline"] {
  const { roots } = lineages;
  return members
    .map((member) => ({
      at: member.published_at ?? member.facts?.publication_date ?? null,
      doc: member.id,
      what: roots.has(member.id) ? "original published" : member.role === "copy" ? "copy published" : "rewrite published",
    }))
    .sort((a, b) => compareStrings(a.at ?? "~", b.at ?? "~") || compareStrings(a.doc, b.doc));
}
