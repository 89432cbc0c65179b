/**
 * Compares the assertions of a story's articles: who did what. Only what two documents at least assert
 * becomes a proposition. Where lineages agree on the predicate and name different agents, or one denies what the other says,
 * that is a conflict; a agent changed within a lineage is a mutation of the rewrite.
 */

import { type Assertion, compareStrings, mustGet, type NonEmpty, type Proposition, sha256, sortedUnique } from "@wirefold/core";
import { fold } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import { mentionId } from "../claims/figures.ts";
import type { Lineages } from "../lineage/lineages.ts";
import type { JoinedNames } from "../names/join-names.ts";
import type { ReconcileMember } from "../reconcile-member.ts";
import { evidenceIn } from "../record/evidence.ts";
import { lineAround } from "../words/line.ts";
import type { StoryText } from "../words/story-text.ts";
import { Rarity } from "../words/vocabulary.ts";
import { agentOf, type Clause, clauseOf, sharedPredicate } from "./shared-predicate.ts";

export interface Asserted {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly lineage: string;
  readonly assertion: Assertion;
  readonly clause: Clause;
  readonly keys: readonly number[];
  /** Names of people and bodies in the document. */
  readonly agentNames: readonly string[];
}

/** One predicate told by two documents with different agents. */
export interface RivalAgents {
  readonly a: Asserted;
  readonly b: Asserted;
  readonly agentA: string;
  readonly agentB: string;
}

export interface BuiltProposition {
  readonly proposition: Proposition;
  readonly asserted: readonly Asserted[];
  readonly rivals: readonly RivalAgents[];
  /** A figure stands in it, so what articles agree on is told by that figure's claim. */
  readonly holdsFigure: boolean;
}

const POSTINGS_MAX = 64;
/** Assertions are clauses; of longer ones the beginning is read. */
const TEXT_MAX = 600;
/** Share of both assertions' weight in common for one proposition told in other words. */
const SAME_WORDS = 0.6;
/** Assertions of a group compared with its lead for rival agents. */
const COMPARED_MAX = 40;
/** Two may do what is told of one more: "Duarte also spent as much". */
const ADDITIVE = new RegExp(`(?<!\\p{L})${anyStoryForm("additive")}(?!\\p{L})`, "iu");
const NEGATION = new RegExp(`\\b${anyStoryForm("denial")}\\b|n['’]t\\b`, "i");
/** What people say is quoted and attributed elsewhere; that two persons "said" is no rivalry. */
const SAYING = new RegExp(`^${anyStoryForm("saying")}$`, "i");

/** `ranked` are the members, originals first. */
export function alignPropositions(
  ranked: readonly ReconcileMember[],
  lineages: Lineages,
  names: JoinedNames,
  story: StoryText,
): BuiltProposition[] {
  // What one document asserts alone is no proposition of the story.
  if (ranked.length < 2) return [];
  const { all, rarity } = assertionsOf(ranked, lineages, story);
  return groupAlike(all, rarity)
    .filter(([lead, ...others]) => others.some(({ member }) => member !== lead.member))
    .map((group) => build(group, lineages, names, rarity, story))
    .sort((a, b) => b.proposition.docs.length - a.proposition.docs.length || compareStrings(a.proposition.id, b.proposition.id));
}

function assertionsOf(
  ranked: readonly ReconcileMember[],
  lineages: Lineages,
  story: StoryText,
): { all: Asserted[]; rarity: Rarity } {
  const rarity = new Rarity(story.vocabulary);
  const all: Asserted[] = [];
  const read = new Map<string, Pick<Asserted, "clause" | "keys">>();
  for (const member of ranked) {
    const seen = new Set<string>();
    const agentNames = agentNamesOf(member);
    const own: Asserted[] = [];
    for (const assertion of member.facts?.assertions ?? []) {
      const id = mentionId(member.id, assertion.id);
      if (seen.has(id)) continue;
      seen.add(id);
      const text = assertion.text.slice(0, TEXT_MAX);
      let words = read.get(text);
      if (words === undefined) {
        const { run, offset } = story.of(member).wordsOf(text, assertion.span[0]);
        words = { clause: clauseOf(text, run, offset), keys: story.vocabulary.contentKeysOf(run) };
        read.set(text, words);
      }
      rarity.add(words.keys);
      own.push({
        id,
        member,
        lineage: mustGet(lineages.of, member.id),
        assertion,
        clause: words.clause,
        keys: words.keys,
        agentNames,
      });
    }
    own.sort((a, b) => a.assertion.span[0] - b.assertion.span[0] || compareStrings(a.id, b.id));
    for (const asserted of own) all.push(asserted);
  }
  return { all, rarity };
}

function agentNamesOf(member: ReconcileMember): string[] {
  const names = new Set<string>();
  for (const { type, canonical, mentions } of member.facts?.entities ?? []) {
    if (type !== "person" && type !== "organisation") continue;
    if (canonical.length > 2) names.add(canonical);
    for (const { text } of mentions) if (text.length > 2) names.add(text);
  }
  return [...names].slice(0, 400);
}

type AssertedGroup = Readonly<NonEmpty<Asserted>>;

/** Assertions told alike: the first leads, and the others are compared with it. */
interface Alike {
  readonly lead: Asserted;
  readonly group: NonEmpty<Asserted>;
  /** Of the lead's keys. */
  readonly weight: number;
  /** The assertion that met this group last, and how many of its rare words did. */
  met: Asserted | null;
  shared: number;
}

function groupAlike(all: readonly Asserted[], rarity: Rarity): NonEmpty<Asserted>[] {
  const { vocabulary } = rarity;
  const postings: (Alike[] | undefined)[] = new Array(vocabulary.size);
  const groups: NonEmpty<Asserted>[] = [];
  const candidates: Alike[] = [];
  for (const asserted of all) {
    if (asserted.keys.length < 3) continue;
    candidates.length = 0;
    for (const key of rarity.rarest(asserted.keys, 8))
      for (const alike of postings[key] ?? []) {
        if (alike.met === asserted) alike.shared++;
        else {
          alike.met = asserted;
          alike.shared = 1;
          candidates.push(alike);
        }
      }
    let best: Alike | null = null;
    let bestScore = 0;
    const weight = rarity.weightOf(asserted.keys);
    vocabulary.mark(asserted.keys);
    for (const alike of candidates) {
      if (alike.shared < 2 && candidates.length > 8) continue;
      const score = similarityOf(alike, asserted, weight, rarity);
      if (score > bestScore) {
        best = alike;
        bestScore = score;
        if (score === 1) break;
      }
    }
    if (best) best.group.push(asserted);
    else {
      const alike: Alike = { lead: asserted, group: [asserted], weight, met: null, shared: 0 };
      groups.push(alike.group);
      for (const key of asserted.keys) {
        const list = postings[key];
        if (!list) postings[key] = [alike];
        else if (list.length < POSTINGS_MAX) list.push(alike);
      }
    }
  }
  return groups;
}

/** 0 where the two do not assert one thing. The keys of `asserted` are the ones marked; `weight` is theirs. */
function similarityOf({ lead, weight: leadWeight }: Alike, asserted: Asserted, weight: number, rarity: Rarity): number {
  let shared = 0;
  for (const key of lead.keys) if (rarity.vocabulary.isMarked(key)) shared += rarity.of(key);
  const held = shared / leadWeight;
  // Both ways, and the share that is smaller counts; the other is read where it may matter.
  if (held >= SAME_WORDS && shared >= SAME_WORDS * weight * NEARLY_SUMMED) {
    let answered = 0;
    for (const key of asserted.keys) if (lead.keys.includes(key)) answered += rarity.of(key);
    const words = Math.min(held, answered / weight);
    if (words >= SAME_WORDS) return words;
  }
  const predicate = sharedPredicate(lead.clause, asserted.clause);
  return predicate ? Math.min(predicate.coverA, predicate.coverB) * 0.8 : 0;
}

/** One sum in two orders differs in its last digits. */
const NEARLY_SUMMED = 1 - 1e-9;

function build(group: AssertedGroup, lineages: Lineages, names: JoinedNames, rarity: Rarity, story: StoryText): BuiltProposition {
  const lead = group[0];
  const docs = sortedUnique(group.map(({ member }) => member.id));
  const lineageIds = sortedUnique(docs.map((doc) => mustGet(lineages.of, doc)));
  const rivals = rivalsIn(group, names, rarity, story);
  const agents = new Map<Asserted, string>();
  for (const { a, b, agentA, agentB } of rivals) agents.set(a, agentA).set(b, agentB);
  const conflict = conflictOf(group, rivals);
  const clause = lead.assertion.text;
  const verbatim = group.map(({ assertion: { text } }) => text === clause || fold(text) === fold(clause));
  const different = new Set(rivals.map(({ b }) => b));
  const proposition: Proposition = {
    id: `proposition-${sha256(lead.id).slice(0, 12)}`,
    statement: lineAround(lead.member, lead.assertion.span, story.of(lead.member).sentences),
    relation: conflict ? conflict.relation : verbatim.every(Boolean) ? "agree" : "agree-with-mutation",
    attributed_to: lead.assertion.attributed_to,
    docs,
    lineages: lineageIds,
    independent_sources: lineageIds.length,
    ...(conflict ? { conflict_kind: conflict.kind } : {}),
    mentions: group.map((one, i) => ({
      doc: one.member.id,
      kind: i === 0 ? "original" : different.has(one) ? "different-agent" : verbatim[i] ? "verbatim" : "paraphrase",
      evidence: evidenceIn(one.member, one.assertion.span),
      agent: agents.get(one) ?? agents.get(lead) ?? one.assertion.subject,
    })),
  };
  return { proposition, asserted: group, rivals, holdsFigure: holdsFigure(lead) };
}

const holdsFigure = ({ member, assertion: { span } }: Asserted): boolean =>
  (member.facts?.numeric_mentions ?? []).some(({ number }) => number.span[0] >= span[0] && number.span[1] <= span[1]);

function rivalsIn(group: AssertedGroup, names: JoinedNames, rarity: Rarity, story: StoryText): RivalAgents[] {
  const lead = group[0];
  const rivals: RivalAgents[] = [];
  for (const other of group.slice(1, COMPARED_MAX)) {
    // The same words name the same agent.
    if (other.member === lead.member || other.clause.text === lead.clause.text) continue;
    if (ADDITIVE.test(lead.clause.text) || ADDITIVE.test(other.clause.text)) continue;
    const predicate = sharedPredicate(lead.clause, other.clause);
    // Nobody, or the same one.
    if (!predicate || predicate.headA === predicate.headB) continue;
    const agentA = agentOf(predicate.headA, lead.agentNames, lead.member.language);
    const agentB = agentA && agentOf(predicate.headB, other.agentNames, other.member.language);
    if (!agentA || !agentB || SAYING.test(firstWordAfter(lead.clause.text, predicate.headA))) continue;
    if (sameAgent(agentA, agentB, names, rarity, story)) continue;
    rivals.push({ a: lead, b: other, agentA, agentB });
  }
  return rivals;
}

const firstWordAfter = (text: string, head: string): string => /[\p{L}']+/u.exec(text.slice(head.length))?.[0] ?? "";

/** One name, or half the weight of the shorter in common: "harbour pilots" and "Sorrel harbour pilots". */
function sameAgent(a: string, b: string, names: JoinedNames, rarity: Rarity, story: StoryText): boolean {
  if (names.keyOf(a) === names.keyOf(b)) return true;
  const left = story.contentKeys(a);
  const right = story.contentKeys(b);
  if (left.length === 0 || right.length === 0) return true;
  return Math.max(rarity.containment(left, new Set(right)), rarity.containment(right, new Set(left))) >= 0.5;
}

function conflictOf(group: AssertedGroup, rivals: readonly RivalAgents[]): { relation: string; kind: string } | null {
  const rival = rivals.find(({ a, b }) => a.lineage !== b.lineage);
  if (rival)
    return {
      relation: "conflict-on-agent",
      kind: `who: ${rival.agentA} (${rival.a.member.id}) or ${rival.agentB} (${rival.b.member.id})`,
    };
  const lead = group[0];
  const denied = ({ assertion }: Asserted): boolean => assertion.negated && NEGATION.test(assertion.text);
  const opposite = group.find(
    (other) => other.lineage !== lead.lineage && denied(other) !== denied(lead) && nearlySame(lead, other),
  );
  if (!opposite) return null;
  const [no, yes] = denied(lead) ? [lead, opposite] : [opposite, lead];
  return { relation: "conflict-on-polarity", kind: `denied in ${no.member.id}, asserted in ${yes.member.id}` };
}

/** But for the denial, the same words. */
function nearlySame(a: Asserted, b: Asserted): boolean {
  const predicate = sharedPredicate(a.clause, b.clause);
  return (
    predicate !== null &&
    predicate.matched >= 4 &&
    Math.min(predicate.coverA, predicate.coverB) >= 0.85 &&
    Math.abs(a.keys.length - b.keys.length) <= 2
  );
}
