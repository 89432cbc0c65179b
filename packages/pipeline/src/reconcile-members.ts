import type { DocumentMetadata, Edge, Facts, GroupAssignment, StoryRecord } from "@wirefold/core";
import { compareStrings, sortedUnique } from "@wirefold/core";
import { type EvidenceText, evidenceText, takenFrom, withEvidence } from "@wirefold/similarity";
import { type ReconcileMember, type ReconcileOptions, reconcileStory } from "@wirefold/stories";
import { type ContentNames, contentNamesOf } from "./content-names.ts";

/** All that is known of one member of a story. */
export interface StoryMemberInput {
  readonly metadata: DocumentMetadata;
  /** The text that the spans of `facts` refer to. */
  readonly text: string;
  /** Null when extraction gave nothing. */
  readonly facts: Facts | null;
  readonly assignment: GroupAssignment;
}

/**
 * The record of a story: a function of its members and of the edges among them, in any order. Edges to others are left out.
 * Order and ties go by content, so that other ids give the same record but for the ids.
 */
export function reconcileMembers(
  inputs: readonly StoryMemberInput[],
  edges: readonly Edge[],
  options: ReconcileOptions = {},
): StoryRecord {
  const members = inputs.map(memberOf);
  const names = contentNamesOf(members);
  return recordUnder(names, withPassages(members.map(names.rename), names.renameEdges(edges)), members, options);
}

/** The same of members whose texts are not at hand, with the passages and edges they bring. */
export function reconcileWithoutTexts(members: readonly ReconcileMember[], options: ReconcileOptions = {}): StoryRecord {
  const names = contentNamesOf(members);
  return recordUnder(names, members.map(names.rename), members, options);
}

/** The story keeps its own name: the smallest id of its members. */
function recordUnder(
  names: ContentNames,
  renamed: readonly ReconcileMember[],
  members: readonly ReconcileMember[],
  { story, overrides = [] }: ReconcileOptions,
): StoryRecord {
  const id = story ?? sortedUnique(members.map((member) => member.id))[0] ?? "";
  const record = names.record(overrides, (under) => reconcileStory(renamed, { overrides: under }));
  return { ...record, story: id };
}

export function memberOf({ metadata, text, facts, assignment }: StoryMemberInput): ReconcileMember {
  const { id, copy, lineage, role, parent } = assignment;
  const { title, outlet, url, publishedAt, language, wireCredit } = metadata;
  return {
    id,
    title,
    text,
    facts,
    outlet,
    url,
    published_at: publishedAt,
    language,
    wire_credit: wireCredit,
    copy,
    lineage,
    role,
    parent,
  };
}

/** Beyond this many edges of a story its passages are shown for derivations alone: they are what a reader compares. */
const evidenceEdgesMax = 300;

/** Adds what members share, with spans in the very texts their facts refer to. */
export function withPassages(members: readonly ReconcileMember[], edges: readonly Edge[]): ReconcileMember[] {
  const textOf = new Map(members.map((member) => [member.id, member.text]));
  const read = new Map<string, EvidenceText>();
  const evidenceOf = (id: string) => {
    const found = read.get(id) ?? evidenceText(textOf.get(id) ?? "");
    read.set(id, found);
    return found;
  };
  const inner = edges
    .filter((edge) => textOf.has(edge.a) && textOf.has(edge.b))
    .sort((x, y) => compareStrings(x.a, y.a) || compareStrings(x.b, y.b));
  const shown =
    inner.length > evidenceEdgesMax ? [] : inner.map((edge) => withEvidence(edge, evidenceOf(edge.a), evidenceOf(edge.b)));
  const edgesOf = new Map<string, Edge[]>(members.map((member) => [member.id, []]));
  for (const edge of shown) {
    edgesOf.get(edge.a)?.push(edge);
    edgesOf.get(edge.b)?.push(edge);
  }
  return members.map((member) => {
    const own = { ...member, edges: edgesOf.get(member.id) ?? [] };
    if (member.parent === null || !textOf.has(member.parent)) return own;
    const { passages, share } = takenFrom(evidenceOf(member.id), evidenceOf(member.parent));
    return { ...own, passages, taken: Math.round(share * 1e4) / 1e4 };
  });
}
