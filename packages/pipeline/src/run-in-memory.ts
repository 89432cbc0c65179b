import { createMemoryRecurringLines, whyNoArticle } from "@wirefold/article";
import type {
  CleanedDocument,
  DocumentLines,
  DocumentMetadata,
  Edge,
  Facts,
  GroupAssignment,
  RecurringCounts,
  StoryRecord,
} from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import { groupDocuments } from "@wirefold/similarity";
import { finishCleaning, type ReadDocument, readDocument, recurringLinesOf, type SourceDocument } from "./clean-document.ts";
import { groupInputOf } from "./compare-documents.ts";
import { extractDocument } from "./extract-document.ts";
import { reconcileMembers, type StoryMemberInput } from "./reconcile-members.ts";

/** What became of a document that reached a story. */
export interface FinishedDocument {
  readonly cleaned: CleanedDocument;
  readonly metadata: DocumentMetadata;
  readonly facts: Facts;
  readonly assignment: GroupAssignment;
}

/** A document that reached no story, and why: `no-text`, `no-article`, or the code of the error it raised. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
}

export interface InMemoryResult {
  /** One record a story, ordered by the story's id. */
  readonly stories: readonly StoryRecord[];
  readonly documents: ReadonlyMap<string, FinishedDocument>;
  /** Relations between documents, without the passages they share; records carry those. */
  readonly edges: readonly Edge[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * All five decisions over documents held in memory: what `wirefold run` decides of them, without queue and store. The same
 * documents give the same records in any order. Of two documents with one id the later counts.
 */
export async function runInMemory(sources: Iterable<SourceDocument>): Promise<InMemoryResult> {
  const leftOut: LeftOut[] = [];
  const read: ReadDocument[] = [];
  for (const source of new Map([...sources].map((source) => [source.id, source])).values()) {
    const document = readOrReason(source);
    const why = typeof document === "string" ? document : whyNoArticle(document.article);
    if (typeof document !== "string" && why === null) read.push(document);
    else leftOut.push({ id: source.id, reason: why ?? "no-text" });
  }
  const recurring = await learnRecurring(read);
  const cleaned = new Map(read.map((document) => [document.id, finishCleaning(document, recurring.get(document.id))]));
  const { assignments, edges } = groupDocuments(
    [...cleaned].map(([id, { metadata, document }]) => groupInputOf(id, metadata, document)),
    { passages: false },
  );
  const documents = new Map<string, FinishedDocument>();
  const membersOf = new Map<string, StoryMemberInput[]>();
  for (const [id, { document, metadata: before }] of cleaned) {
    const { facts, metadata } = extractDocument(id, before, document);
    const assignment = assignments.get(id);
    if (assignment === undefined) throw new Error(`grouping gave no answer for ${id}`);
    documents.set(id, { cleaned: document, metadata, facts, assignment });
    const members = membersOf.get(assignment.story) ?? [];
    membersOf.set(assignment.story, members);
    members.push({ metadata, text: document.text, facts, assignment });
  }
  const edgesOf = new Map<string, Edge[]>();
  for (const edge of edges) {
    const story = assignments.get(edge.a)?.story;
    if (story === undefined || assignments.get(edge.b)?.story !== story) continue;
    const inner = edgesOf.get(story) ?? [];
    edgesOf.set(story, inner);
    inner.push(edge);
  }
  const stories = [...membersOf.keys()]
    .sort(compareStrings)
    .map((story) => reconcileMembers(membersOf.get(story) ?? [], edgesOf.get(story) ?? []));
  return { stories, documents, edges, leftOut };
}

/** The document, or the code of the error that keeps it from being read. An error without a code is a fault of ours. */
function readOrReason(source: SourceDocument): ReadDocument | string {
  try {
    return readDocument(source);
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    if (typeof code === "string") return code;
    throw error;
  }
}

/** All documents are filed before any is asked about, so that the answers do not depend on their order. */
async function learnRecurring(read: readonly ReadDocument[]): Promise<ReadonlyMap<string, RecurringCounts>> {
  const entries = read.map(recurringLinesOf).filter((entry): entry is DocumentLines => entry !== null);
  const { recurring } = await createMemoryRecurringLines().learn(entries);
  return new Map(entries.map(({ id }, index) => [id, recurring[index] ?? new Map()]));
}
