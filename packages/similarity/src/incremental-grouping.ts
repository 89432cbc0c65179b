import type { Edge, GroupAssignment, GroupInput, GroupingChange } from "@wirefold/core";
import { type Anchors, anchorsOf, GROUPING_HOPS, withinHops } from "./anchors.ts";
import { compareDocuments } from "./compare.ts";
import { featuresOf } from "./features.ts";
import { assignmentsFrom } from "./group-edges.ts";
import { groupingChanges } from "./grouping-changes.ts";
import { MemorySimilarityIndex } from "./memory-index.ts";
import { lookupsOf, postingsOf } from "./postings.ts";
import { type PreparedDocument, prepareDocument } from "./prepared-document.ts";

/**
 * A grouping that documents enter and leave one by one. After any sequence of additions and removals it is the grouping
 * of the documents it then holds, in whatever order they came: the edges are functions of pairs, and the anchors functions
 * of the edges nearby, so only documents at most {@link GROUPING_HOPS} steps from a change are decided again. (Exact while
 * no row key is hot; see `HOT_ROWS_MAX`.)
 */
export class IncrementalGrouping {
  private readonly index = new MemorySimilarityIndex();
  private readonly preparedDocuments = new Map<string, PreparedDocument>();
  private readonly edges = new Map<string, Map<string, Edge>>();
  private readonly anchors = new Map<string, Anchors>();
  private readonly storyMembers = new Map<string, Set<string>>();
  private readonly current = new Map<string, GroupAssignment>();

  /** Every document's clusters now. */
  get assignments(): ReadonlyMap<string, GroupAssignment> {
    return this.current;
  }

  /** Adds a document, or replaces the one of the same id. Answers what that changed. */
  add(doc: GroupInput): GroupingChange[] {
    const changed = this.preparedDocuments.has(doc.id) ? this.detach(doc.id) : new Set<string>();
    const prepared = prepareDocument(featuresOf(doc));
    this.preparedDocuments.set(doc.id, prepared);
    this.index.insertOne(doc.id, postingsOf(prepared));
    changed.add(doc.id);
    for (const candidate of this.index.candidatesOf(doc.id, lookupsOf(prepared))) {
      const other = this.preparedDocuments.get(candidate.id);
      const edge = other === undefined ? null : compareDocuments(prepared, other);
      if (edge === null) continue;
      this.edgesOf(edge.a).set(edge.b, edge);
      this.edgesOf(edge.b).set(edge.a, edge);
      changed.add(candidate.id);
    }
    return this.regroup(changed);
  }

  /** Takes a document out, as after a takedown. Its clusters heal; an unknown id changes nothing. */
  remove(id: string): GroupingChange[] {
    if (!this.preparedDocuments.has(id)) return [];
    const changed = this.detach(id);
    changed.delete(id);
    this.index.removeOne(id);
    this.preparedDocuments.delete(id);
    return this.regroup(changed, id);
  }

  private edgesOf(id: string): Map<string, Edge> {
    let own = this.edges.get(id);
    if (own === undefined) {
      own = new Map();
      this.edges.set(id, own);
    }
    return own;
  }

  /** Drops a document's edges; answers it and whom they led to. */
  private detach(id: string): Set<string> {
    const changed = new Set([id]);
    for (const other of this.edgesOf(id).keys()) {
      this.edgesOf(other).delete(id);
      changed.add(other);
    }
    this.edges.delete(id);
    return changed;
  }

  /** Decides again what depends on the edges of `changed`, and makes the assignments of every story that it touches. */
  private regroup(changed: ReadonlySet<string>, removed?: string): GroupingChange[] {
    const neighboursOf = (id: string): Iterable<string> => this.edges.get(id)?.keys() ?? [];
    const affected = withinHops(changed, GROUPING_HOPS, neighboursOf);
    const read = withinHops(affected, GROUPING_HOPS + 1, neighboursOf);
    const found = anchorsOf(affected, read, this.edgesAmong(read));

    const stories = new Set<string>();
    for (const id of removed === undefined ? affected : [...affected, removed]) {
      const earlier = this.anchors.get(id)?.story;
      const now = found.get(id);
      if (earlier !== undefined) {
        stories.add(earlier);
        this.storyMembers.get(earlier)?.delete(id);
      }
      if (now === undefined) {
        this.anchors.delete(id);
        continue;
      }
      stories.add(now.story);
      this.anchors.set(id, now);
      const members = this.storyMembers.get(now.story);
      if (members === undefined) this.storyMembers.set(now.story, new Set([id]));
      else members.add(id);
    }
    const members = new Map<string, Anchors>();
    for (const story of stories) {
      const ids = this.storyMembers.get(story);
      if (ids?.size === 0) this.storyMembers.delete(story);
      for (const id of ids ?? []) {
        const own = this.anchors.get(id);
        if (own !== undefined) members.set(id, own);
      }
    }
    const before = new Map<string, GroupAssignment>();
    for (const id of removed === undefined ? members.keys() : [...members.keys(), removed]) {
      const assignment = this.current.get(id);
      if (assignment !== undefined) before.set(id, assignment);
    }
    if (removed !== undefined) this.current.delete(removed);
    const after = assignmentsFrom(
      members,
      this.edgesAmong(members),
      (id) => this.preparedDocuments.get(id)?.features.commentary ?? false,
    );
    for (const [id, assignment] of after) this.current.set(id, assignment);
    return groupingChanges(before, after);
  }

  private edgesAmong(ids: { has(id: string): boolean; keys(): Iterable<string> }): Edge[] {
    const edges: Edge[] = [];
    for (const id of ids.keys())
      for (const [other, edge] of this.edges.get(id) ?? []) if (edge.a === id && ids.has(other)) edges.push(edge);
    return edges;
  }
}
