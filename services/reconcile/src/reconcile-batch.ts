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
import { reconcileMembers, type StoryMemberInput } from "@wirefold/pipeline";
import { groupEdges } from "@wirefold/similarity";
import {
  type Component,
  type DocumentRow,
  type PostgresStories,
  type Reconciliation,
  readJson,
  type StoryRow,
} from "@wirefold/store";
import { storyEvents } from "@wirefold/stories";
import { type Answer, toFailure } from "@wirefold/worker";

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
    const components = (await stores.stories.components(ids)).filter((component) => !component.pending);
    const { reconciliations, failed } = await decide(components, stores);
    for (const { assignments } of reconciliations) for (const { id, story } of assignments) storyOf.set(id, story);
    for (const { component, error } of failed) for (const id of component.documents) failures.set(id, toFailure(error));
    const stale = await stores.stories.replace(reconciliations, storyEvents);
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

/** A story of a component whose members are not those its record was made from. */
interface DueStory {
  readonly story: string;
  readonly membersHash: string;
  readonly group: readonly GroupAssignment[];
}

/** Groups components into stories and makes the records that are due. What the store is asked is asked once for all of them. */
async function decide(
  components: readonly Component[],
  { stories, blobs }: ReconcileStores,
): Promise<{ reconciliations: Reconciliation[]; failed: { component: Component; error: unknown }[] }> {
  const reconciliations: Reconciliation[] = [];
  const failed: { component: Component; error: unknown }[] = [];
  const grouped = components.map((component) => {
    const assignments = [...groupEdges(component.documents, component.edges).values()].sort(byId);
    const groups = new Map<string, GroupAssignment[]>();
    for (const assignment of assignments) listed(groups, assignment.story).push(assignment);
    return { component, assignments, groups };
  });
  const rows = new Map((await stories.documents(components.flatMap((one) => one.documents))).map((row) => [row.id, row]));
  const current = await stories.membersHashes(grouped.flatMap(({ groups }) => [...groups.keys()]));
  const planned = grouped.map((item) => {
    const due: DueStory[] = [];
    for (const [story, group] of item.groups) {
      const membersHash = hashOf(group, rows, item.component);
      if (current.get(story) !== membersHash) due.push({ story, membersHash, group });
    }
    return { ...item, due };
  });
  const storyOf = new Map(
    planned.flatMap(({ due }) => due.flatMap(({ story, group }) => group.map(({ id }) => [id, story] as const))),
  );
  const edges = new Map<string, Edge[]>();
  for (const edge of await stories.edgesAmong([...storyOf.keys()])) {
    const story = storyOf.get(edge.a)!;
    if (storyOf.get(edge.b) === story) listed(edges, story).push(edge);
  }
  for (const { component, assignments, groups, due } of planned) {
    try {
      const changed: StoryRow[] = [];
      for (const { story, membersHash, group } of due) {
        const members = await Promise.all(group.map((one) => readMember(one, rows.get(one.id)!, blobs)));
        changed.push({ id: story, membersHash, record: reconcileMembers(members, edges.get(story) ?? []) });
      }
      reconciliations.push({ component, assignments, changed, stories: [...groups.keys()] });
    } catch (error) {
      failed.push({ component, error });
    }
  }
  return { reconciliations, failed };
}

/** Names all a record is made of. */
function hashOf(group: readonly GroupAssignment[], rows: ReadonlyMap<string, DocumentRow>, component: Component): string {
  const ids = new Set(group.map((one) => one.id));
  const edges = component.edges
    .filter((edge) => ids.has(edge.a) && ids.has(edge.b))
    .map((edge) => [edge.a, edge.b, edge.kind, edge.direction, edge.score]);
  return sha256(JSON.stringify([recordVersion, group.map((one) => [one, rows.get(one.id)]), edges]));
}

async function readMember(assignment: GroupAssignment, row: DocumentRow, blobs: Blobs): Promise<StoryMemberInput> {
  const cleaned = row.articleHash === null ? null : await readJson<CleanedDocument>(blobs, row.articleHash);
  const facts = row.factsHash === null ? null : await readJson<Facts>(blobs, row.factsHash);
  return { metadata: row, text: cleaned?.text ?? "", facts, assignment };
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

function byId(a: GroupAssignment, b: GroupAssignment): number {
  return a.id < b.id ? -1 : 1;
}
