import type { Edge, GroupAssignment, GroupInput, GroupingChange } from "@wirefold/core";
import { compareViews } from "./compare.ts";
import { type DocumentView, viewOf } from "./document-view.ts";
import { featuresOf } from "./features.ts";
import { groupEdges } from "./group-edges.ts";
import { groupingChanges } from "./grouping-changes.ts";
import { MemorySimilarityIndex } from "./memory-index.ts";
import { lookupsOf, postingsOf } from "./postings.ts";

/**
 * A grouping that documents enter and leave one by one. After any sequence of additions and removals it is the grouping
 * of the documents it then holds, in whatever order they came: the edges are functions of pairs, and only the component
 * a document touches is grouped anew. (Exact while no row key is hot; see `HOT_ROWS_MAX`.)
 */
export class IncrementalGrouping {
  private readonly index = new MemorySimilarityIndex();
  private readonly views = new Map<string, DocumentView>();
  private readonly edges = new Map<string, Map<string, Edge>>();
  private readonly current = new Map<string, GroupAssignment>();

  /** Every document's clusters now. */
  get assignments(): ReadonlyMap<string, GroupAssignment> {
    return this.current;
  }

  /** Adds a document, or replaces the one of the same id. Answers what that changed. */
  add(doc: GroupInput): GroupingChange[] {
    const affected = this.views.has(doc.id) ? this.detach(doc.id) : new Set<string>();
    const view = viewOf(featuresOf(doc));
    this.views.set(doc.id, view);
    this.index.insertOne(doc.id, postingsOf(view));
    affected.add(doc.id);
    for (const candidate of this.index.candidatesOf(doc.id, lookupsOf(view))) {
      const edge = compareViews(view, this.views.get(candidate.id)!);
      if (edge === null) continue;
      this.edgesOf(edge.a).set(edge.b, edge);
      this.edgesOf(edge.b).set(edge.a, edge);
    }
    return this.regroup(affected);
  }

  /** Takes a document out, as after a takedown. Its clusters heal; an unknown id changes nothing. */
  remove(id: string): GroupingChange[] {
    if (!this.views.has(id)) return [];
    const affected = this.detach(id);
    affected.delete(id);
    this.index.removeOne(id);
    this.views.delete(id);
    return this.regroup(affected, id);
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
    const affected = new Set([id]);
    for (const other of this.edgesOf(id).keys()) {
      this.edgesOf(other).delete(id);
      affected.add(other);
    }
    this.edges.delete(id);
    return affected;
  }

  private regroup(seeds: ReadonlySet<string>, removed?: string): GroupingChange[] {
    const component = new Set(seeds);
    const edges = new Map<string, Edge>();
    for (const id of component) {
      for (const [other, edge] of this.edges.get(id) ?? []) {
        component.add(other);
        edges.set(`${edge.a}\u0000${edge.b}`, edge);
      }
    }
    const before = new Map<string, GroupAssignment>();
    for (const id of removed === undefined ? component : [...component, removed]) {
      const assignment = this.current.get(id);
      if (assignment !== undefined) before.set(id, assignment);
    }
    if (removed !== undefined) this.current.delete(removed);
    const after = groupEdges(component, edges.values());
    for (const [id, assignment] of after) this.current.set(id, assignment);
    return groupingChanges(before, after);
  }
}
