import type { DocumentMetadata, Edge, Facts, GroupAssignment, StoryRecord } from "@wirefold/core";
import { compareStrings, sortedUnique } from "@wirefold/core";
import { evidenceText, readWords, takenFrom, withEvidence } from "@wirefold/similarity";
import { type ReconcileMember, type ReconcileOptions, reconcileStory } from "@wirefold/stories";
import { type ContentNames, contentNamesOf } from "./content-names.ts";
import { dateMembers } from "./date-members.ts";

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
  const members = dateMembers(inputs.map(memberOf));
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

/**
 * Adds what a document shares with the one it was made from, with spans in the very texts their facts refer to, and its edges to
 * those it shares text with. Reports of one event that share none say nothing to a record: their edges are left out.
 */
export function withPassages(members: readonly ReconcileMember[], edges: readonly Edge[]): ReconcileMember[] {
  const memberOf = new Map(members.map((member) => [member.id, member]));
  const isToParent = ({ a, b }: Edge) => memberOf.get(a)?.parent === b || memberOf.get(b)?.parent === a;
  const edgesOf = new Map<string, Edge[]>(members.map((member) => [member.id, []]));
  const inner = edges
    .filter((edge) => memberOf.has(edge.a) && memberOf.has(edge.b) && (edge.kind !== "same-event" || isToParent(edge)))
    .sort((x, y) => compareStrings(x.a, y.a) || compareStrings(x.b, y.b));
  for (const edge of inner) {
    edgesOf.get(edge.a)?.push(edge);
    edgesOf.get(edge.b)?.push(edge);
  }
  const wordsOf = memoizeById((id) => readWords(memberOf.get(id)?.text ?? ""));
  const evidenceOf = memoizeById((id) => evidenceText(memberOf.get(id)?.text ?? ""));
  return members.map((member) => {
    const { id, parent } = member;
    const own = edgesOf.get(id) ?? [];
    if (parent === null || !memberOf.has(parent)) return { ...member, edges: own };
    const { passages, leftOut, share } = takenFrom(wordsOf(id), wordsOf(parent));
    const taken = Math.round(share * 1e4) / 1e4;
    if (passages.length > 0)
      return { ...member, edges: own, passages, ...(leftOut > 0 ? { passagesLeftOut: leftOut } : {}), taken };
    // Nothing long enough stands in both: then what evidence finds.
    const shown = own.map((edge) =>
      edge.a === parent || edge.b === parent ? withEvidence(edge, evidenceOf(edge.a), evidenceOf(edge.b)) : edge,
    );
    return { ...member, edges: shown, passages, taken };
  });
}

function memoizeById<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}
