import type { StoryChange, StoryMembership } from "@wirefold/store";

/**
 * What became of the stories of a component: created, updated, merged into another, split over several, removed. A pure
 * function of the memberships before and after and of the records that changed.
 */
export function describeChanges(
  before: readonly StoryMembership[],
  after: readonly StoryMembership[],
  changed: ReadonlySet<string>,
): StoryChange[] {
  const changes: StoryChange[] = [];
  const storyNow = new Map(after.flatMap(({ story, members }) => members.map((member) => [member, story] as const)));
  const storyThen = new Map(before.flatMap(({ story, members }) => members.map((member) => [member, story] as const)));
  const lasting = new Set(after.map(({ story }) => story));
  for (const { story, members } of before) {
    const into = [...new Set(members.flatMap((member) => storyNow.get(member) ?? []))].sort();
    if (into.length > 1) changes.push({ story, kind: "split", detail: { into } });
    else if (!lasting.has(story) && into.length === 1) changes.push({ story, kind: "merged", detail: { into: into[0] } });
    else if (!lasting.has(story)) changes.push({ story, kind: "removed", detail: {} });
  }
  for (const { story, members } of after) {
    const from = [...new Set(members.flatMap((member) => storyThen.get(member) ?? []))].sort();
    if (from.length === 0) changes.push({ story, kind: "created", detail: { members } });
    else if (changed.has(story)) changes.push({ story, kind: "updated", detail: { members, from } });
  }
  return changes;
}
