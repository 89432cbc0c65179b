import {
  type Blobs,
  type CleanedDocument,
  type Edge,
  type Facts,
  type GroupAssignment,
  type Override,
  sha256,
} from "@wirefold/core";
import { reconcileMembers, type StoryMemberInput } from "@wirefold/pipeline";
import { assignmentsFrom, nestedAnchors } from "@wirefold/similarity";
import {
  type DocumentRow,
  type PostgresOverrides,
  type PostgresStories,
  type Reconciliation,
  readJson,
  type StoryGroup,
} from "@wirefold/store";

/** Raise it when the same members may give another record. */
const recordVersion = 3;

export interface DecisionStores {
  readonly blobs: Blobs;
  readonly stories: Pick<PostgresStories, "edgesAmong" | "membersHashes">;
  readonly overrides: Pick<PostgresOverrides, "among">;
}

export interface Decided {
  readonly reconciliations: Reconciliation[];
  readonly failed: { readonly group: StoryGroup; readonly error: unknown }[];
}

/** Names the stories of groups and makes the records that are due. What the store is asked is asked once for all of them. */
export async function decideGroups(
  groups: readonly StoryGroup[],
  { stories, overrides, blobs }: DecisionStores,
): Promise<Decided> {
  const edges = await edgesWithin(groups, stories);
  const said = await overridesWithin(groups, overrides);
  const assigned = groups.map((group) => {
    const own = said.get(group.anchor) ?? [];
    return { group, overrides: own, ...assign(group, edges.get(group.anchor) ?? [], own) };
  });
  const current = await stories.membersHashes(assigned.map(({ story }) => story));
  const decided: Decided = { reconciliations: [], failed: [] };
  for (const { group, overrides: own, story, assignments, membersHash } of assigned) {
    if (current.get(story) === membersHash) {
      decided.reconciliations.push({ group, assignments, changed: null });
      continue;
    }
    try {
      const startedAt = performance.now();
      const members = await readMembers(group, assignments, blobs);
      const record = reconcileMembers(members, edges.get(group.anchor) ?? [], { overrides: own });
      const changed = { id: story, membersHash, record, madeMs: performance.now() - startedAt };
      decided.reconciliations.push({ group, assignments, changed });
    } catch (error) {
      decided.failed.push({ group, error });
    }
  }
  return decided;
}

interface Assigned {
  readonly story: string;
  readonly assignments: readonly GroupAssignment[];
  /** Names all a record is made of. */
  readonly membersHash: string;
}

function assign({ members }: StoryGroup, edges: readonly Edge[], overrides: readonly Override[]): Assigned {
  const anchors = new Map(
    members.map(({ row, anchors: [copy = row.id, lineage = row.id, story = row.id] }) => [
      row.id,
      nestedAnchors(copy, lineage, story),
    ]),
  );
  const assignments = [...assignmentsFrom(anchors, edges).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const joined = edges.map((edge) => [edge.a, edge.b, edge.kind, edge.direction, edge.score]);
  const rows = members.map(({ row }) => row);
  const membersHash = sha256(JSON.stringify([recordVersion, assignments, rows, joined, ...overrides]));
  return { story: assignments[0]?.story ?? "", assignments, membersHash };
}

/** What editors said of the figures within each group, by its anchor. Groups of one have nothing to keep apart. */
async function overridesWithin(
  groups: readonly StoryGroup[],
  overrides: Pick<PostgresOverrides, "among">,
): Promise<Map<string, Override[]>> {
  const anchorOf = new Map(
    groups
      .filter(({ members }) => members.length > 1)
      .flatMap(({ anchor, members }) => members.map(({ row }) => [row.id, anchor] as const)),
  );
  const within = new Map<string, Override[]>();
  if (anchorOf.size === 0) return within;
  for (const override of await overrides.among([...anchorOf.keys()])) {
    const anchor = anchorOf.get(override.a.doc);
    if (anchor === undefined || anchorOf.get(override.b.doc) !== anchor) continue;
    const own = within.get(anchor);
    if (own) own.push(override);
    else within.set(anchor, [override]);
  }
  return within;
}

/** The edges within each group, by its anchor. */
async function edgesWithin(
  groups: readonly StoryGroup[],
  stories: Pick<PostgresStories, "edgesAmong">,
): Promise<Map<string, Edge[]>> {
  const anchorOf = new Map(groups.flatMap(({ anchor, members }) => members.map(({ row }) => [row.id, anchor] as const)));
  const joined = groups.filter(({ members }) => members.length > 1);
  const within = new Map<string, Edge[]>(joined.map(({ anchor }) => [anchor, []]));
  for (const edge of await stories.edgesAmong(joined.flatMap(({ members }) => members.map(({ row }) => row.id)))) {
    const anchor = anchorOf.get(edge.a);
    if (anchor !== undefined && anchorOf.get(edge.b) === anchor) within.get(anchor)?.push(edge);
  }
  return within;
}

async function readMembers(
  { members }: StoryGroup,
  assignments: readonly GroupAssignment[],
  blobs: Blobs,
): Promise<StoryMemberInput[]> {
  const rowOf = new Map(members.map(({ row }) => [row.id, row]));
  const inputs: StoryMemberInput[] = [];
  for (const assignment of assignments) {
    const row = rowOf.get(assignment.id);
    if (row !== undefined) inputs.push(await readMember(assignment, row, blobs));
  }
  return inputs;
}

async function readMember(assignment: GroupAssignment, row: DocumentRow, blobs: Blobs): Promise<StoryMemberInput> {
  const [cleaned, facts] = await Promise.all([
    row.articleHash === null ? null : readJson<CleanedDocument>(blobs, row.articleHash),
    row.factsHash === null ? null : readJson<Facts>(blobs, row.factsHash),
  ]);
  return { metadata: row, text: cleaned?.text ?? "", facts, assignment };
}
