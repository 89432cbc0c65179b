import { type Blobs, compareStrings, type Edge, type GroupAssignment, type Override, sha256 } from "@wirefold/core";
import { reconcileMembers, type StoryMemberInput } from "@wirefold/pipeline/reconcile-members";
import { assignmentsFrom, featuresOf, nestedAnchors } from "@wirefold/similarity";
import {
  type DocumentRow,
  type PostgresOverrides,
  type PostgresStories,
  type Reconciliation,
  readCleaned,
  readFacts,
  type StoryGroup,
} from "@wirefold/store";

/** Raise it when the same members may give another record. */
const recordVersion = 5;

export interface DecisionStores {
  readonly blobs: Blobs;
  readonly stories: Pick<PostgresStories, "derivationsAmong" | "membersHashes">;
  readonly overrides: Pick<PostgresOverrides, "among">;
}

export interface Decided {
  readonly reconciliations: Reconciliation[];
  readonly failed: { readonly group: StoryGroup; readonly error: unknown }[];
}

/** Told before and after a group's record is made. */
export interface RecordSigns {
  readonly begins: (group: StoryGroup) => void;
  readonly ends: (group: StoryGroup) => void;
}

/** Names the stories of groups and makes the records that are due. What the store is asked is asked once for all of them. */
export async function decideGroups(
  groups: readonly StoryGroup[],
  { stories, overrides, blobs }: DecisionStores,
  signs?: RecordSigns,
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
      const read = membersRead(group, assignments);
      const members = await readMembers(group, read, blobs);
      signs?.begins(group);
      const whole = reconcileMembers(members, edges.get(group.anchor) ?? [], { overrides: own });
      const leftOut = assignments.length - read.length;
      const record = leftOut === 0 ? whole : { ...whole, story, members_left_out: leftOut };
      const changed = { id: story, membersHash, record, madeMs: performance.now() - startedAt };
      decided.reconciliations.push({ group, assignments: withRolesRead(assignments, members), changed });
    } catch (error) {
      decided.failed.push({ group, error });
    } finally {
      signs?.ends(group);
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

/** The derivations within each group, by its anchor. */
async function edgesWithin(
  groups: readonly StoryGroup[],
  stories: Pick<PostgresStories, "derivationsAmong">,
): Promise<Map<string, Edge[]>> {
  const anchorOf = new Map(groups.flatMap(({ anchor, members }) => members.map(({ row }) => [row.id, anchor] as const)));
  const joined = groups.filter(({ members }) => members.length > 1);
  const within = new Map<string, Edge[]>(joined.map(({ anchor }) => [anchor, []]));
  for (const edge of await stories.derivationsAmong(joined.flatMap(({ members }) => members.map(({ row }) => row.id)))) {
    const anchor = anchorOf.get(edge.a);
    if (anchor !== undefined && anchorOf.get(edge.b) === anchor) within.get(anchor)?.push(edge);
  }
  return within;
}

/** Members a record is made of at most: so many are read and compared, however large a story grows. */
const recordMembersMax = 1000;

/**
 * The members a record is made of: originals before what was derived from them, copies last; of these the earliest. By id, as the
 * assignments are.
 */
export function membersRead(
  { members }: Pick<StoryGroup, "members">,
  assignments: readonly GroupAssignment[],
  max: number = recordMembersMax,
): readonly GroupAssignment[] {
  if (assignments.length <= max) return assignments;
  const publishedAt = new Map(members.map(({ row }) => [row.id, row.publishedAt ?? "~"]));
  const rankOf = ({ role }: GroupAssignment) => (role === "copy" ? 2 : role === "rewrite" ? 1 : 0);
  const chosen = [...assignments].sort(
    (x, y) =>
      rankOf(x) - rankOf(y) ||
      compareStrings(publishedAt.get(x.id) ?? "~", publishedAt.get(y.id) ?? "~") ||
      compareStrings(x.id, y.id),
  );
  return chosen.slice(0, max).sort((x, y) => compareStrings(x.id, y.id));
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
  const text = row.articleHash === null ? "" : (await readCleaned(blobs, row.articleHash)).text;
  const facts = row.factsHash === null ? null : await readFacts(blobs, row.factsHash, text);
  return { metadata: row, text, facts, assignment: { ...assignment, role: roleOf(assignment, row, text) } };
}

/** The assignments with the roles that only the texts tell (`roleOf`). */
function withRolesRead(assignments: readonly GroupAssignment[], members: readonly StoryMemberInput[]): GroupAssignment[] {
  const roles = new Map(members.map(({ assignment: { id, role } }) => [id, role]));
  return assignments.map((assignment) => ({ ...assignment, role: roles.get(assignment.id) ?? assignment.role }));
}

/** Groups are named without their texts, so that an independent document is an opinion or an explainer shows here. */
function roleOf({ role }: GroupAssignment, { id, title, language }: DocumentRow, text: string): GroupAssignment["role"] {
  return role === "independent" && featuresOf({ id, title, text, language }).commentary ? "related" : role;
}
