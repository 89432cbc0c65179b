import {
  type Blobs,
  type CleanedDocument,
  type Edge,
  emit,
  type Facts,
  type FactsExtracted,
  type GroupAssignment,
  type StoryReconciled,
  sha256,
} from "@wirefold/core";
import { type ReconcileMember, reconcileStory } from "@wirefold/fusion";
import { groupEdges } from "@wirefold/likeness";
import { type Answer, toFailure } from "@wirefold/stage";
import type { Component, DocumentRow, PostgresStories, Reconciliation, StoryRow } from "@wirefold/store";
import { describeChanges } from "./describe-changes.ts";

/** Raise it when the same members may give another record. */
const recordVersion = 1;

/** A component may change while its stories are written; it is then decided again, at most this often before the queue retries. */
const roundsMax = 5;

export interface ReconcileStores {
  readonly blobs: Blobs;
  readonly stories: Pick<PostgresStories, "components" | "documents" | "edgesAmong" | "membersHashes" | "replace">;
}

/**
 * Recomputes the stories these documents stand in, each once however many of its members the batch holds. A component
 * with a member still on its way is left to that member: it comes here last, and finds everything. So a burst of a
 * story's documents costs one recomputation, and nobody waits on a clock.
 */
export async function reconcileBatch(
  inputs: readonly FactsExtracted[],
  stores: ReconcileStores,
): Promise<Answer<StoryReconciled>[]> {
  const storyOf = new Map<string, string>();
  const failures = new Map<string, Answer<StoryReconciled>>();
  let ids: string[] = inputs.map((input) => input.documentId);
  for (let round = 0; ids.length > 0; round += 1) {
    if (round === roundsMax) throw new Error("stories keep changing while they are written; trying again later");
    const reconciliations: Reconciliation[] = [];
    for (const component of await stores.stories.components(ids)) {
      if (component.pending) continue;
      try {
        const reconciliation = await reconcileComponent(component, stores);
        reconciliations.push(reconciliation);
        for (const assignment of reconciliation.assignments) storyOf.set(assignment.id, assignment.story);
      } catch (error) {
        for (const id of component.documents) failures.set(id, toFailure(error));
      }
    }
    const stale = await stores.stories.replace(reconciliations, describeChanges);
    ids = stale.flatMap((component) => component.documents);
  }
  return inputs.map(({ documentId }) => {
    const failure = failures.get(documentId);
    if (failure !== undefined) return failure;
    const story = storyOf.get(documentId);
    return {
      ...emit({ documentId, storyId: story ?? documentId }),
      detail: story === undefined ? { left_to: "a member on its way" } : { story },
    };
  });
}

async function reconcileComponent(component: Component, stores: ReconcileStores): Promise<Reconciliation> {
  const assignments = [...groupEdges(component.documents, component.edges).values()].sort(byId);
  const groups = new Map<string, GroupAssignment[]>();
  for (const assignment of assignments) groups.set(assignment.story, [...(groups.get(assignment.story) ?? []), assignment]);
  const rows = new Map((await stores.stories.documents(component.documents)).map((row) => [row.id, row]));
  const current = await stores.stories.membersHashes([...groups.keys()]);
  const changed: StoryRow[] = [];
  for (const [story, group] of groups) {
    const membersHash = hashOf(group, rows, component);
    if (current.get(story) === membersHash) continue;
    const edges = await stores.stories.edgesAmong(group.map((one) => one.id));
    const members = await Promise.all(group.map((one) => readMember(one, rows.get(one.id)!, edges, stores.blobs)));
    const record = reconcileStory(members);
    changed.push({ id: story, membersHash, record });
  }
  return { component, assignments, changed, stories: [...groups.keys()] };
}

/** Names all a record is made of. */
function hashOf(group: readonly GroupAssignment[], rows: ReadonlyMap<string, DocumentRow>, component: Component): string {
  const ids = new Set(group.map((one) => one.id));
  const edges = component.edges
    .filter((edge) => ids.has(edge.a) && ids.has(edge.b))
    .map((edge) => [edge.a, edge.b, edge.kind, edge.direction, edge.score]);
  return sha256(JSON.stringify([recordVersion, group.map((one) => [one, rows.get(one.id)]), edges]));
}

async function readMember(assignment: GroupAssignment, row: DocumentRow, edges: readonly Edge[], blobs: Blobs): Promise<ReconcileMember> {
  const cleaned = row.articleHash === null ? null : await readJson<CleanedDocument>(blobs, row.articleHash);
  const facts = row.factsHash === null ? null : await readJson<Facts>(blobs, row.factsHash);
  const { copy, lineage, role, parent } = assignment;
  return {
    id: row.id,
    title: row.title,
    text: cleaned?.text ?? "",
    facts,
    outlet: row.outlet,
    url: row.url,
    published_at: row.publishedAt,
    language: row.language,
    wire_credit: row.wireCredit,
    copy,
    lineage,
    role,
    parent,
    edges: edges.filter((edge) => edge.a === row.id || edge.b === row.id),
  };
}

async function readJson<T>(blobs: Blobs, hash: string): Promise<T> {
  return JSON.parse(Buffer.from(await blobs.get(hash)).toString("utf8")) as T;
}

function byId(a: GroupAssignment, b: GroupAssignment): number {
  return a.id < b.id ? -1 : 1;
}
