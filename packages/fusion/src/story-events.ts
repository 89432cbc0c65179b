import type { StoryRecord } from "@wirefold/core";
import { diffStory, type StoryDifference } from "./diff-story.ts";
import { compareStrings, sortedUnique } from "./evidence.ts";

/** Something that happened to stories when their members changed. Values only: who publishes them adds the time. */
export type StoryEvent =
  | { readonly kind: "story.created"; readonly story: string; readonly members: readonly string[] }
  | { readonly kind: "story.updated"; readonly story: string; readonly was: string; readonly difference: StoryDifference }
  | { readonly kind: "story.merged"; readonly story: string; readonly from: readonly string[] }
  | { readonly kind: "story.split"; readonly story: string; readonly into: readonly string[] }
  | { readonly kind: "story.dissolved"; readonly story: string };

/**
 * Tells what became of the stories. Stories are followed by their members: an id is only the smallest member's and may
 * change when one joins. A story continues in the one that took most of its members.
 */
export function storyEvents(before: readonly StoryRecord[], after: readonly StoryRecord[]): StoryEvent[] {
  const old = new Map<string, StoryRecord>();
  for (const record of before) for (const { id } of record.members) old.set(id, record);
  const now = new Map<string, StoryRecord>();
  for (const record of after) for (const { id } of record.members) now.set(id, record);
  const events: StoryEvent[] = [];
  for (const record of [...before].sort((a, b) => compareStrings(a.story, b.story))) {
    const heirs = successors(record, now);
    if (heirs.length === 0) events.push({ kind: "story.dissolved", story: record.story });
    else if (heirs.length > 1)
      events.push({ kind: "story.split", story: record.story, into: sortedUnique(heirs.map(({ story }) => story)) });
  }
  for (const record of [...after].sort((a, b) => compareStrings(a.story, b.story))) {
    const ancestors = successors(record, old);
    if (ancestors.length === 0) {
      events.push({ kind: "story.created", story: record.story, members: record.members.map(({ id }) => id) });
      continue;
    }
    if (ancestors.length > 1)
      events.push({ kind: "story.merged", story: record.story, from: sortedUnique(ancestors.map(({ story }) => story)) });
    const main = ancestors[0]!;
    // After a split only the heir of most members goes on as the story; the others are announced by the split.
    if (successors(main, now)[0] !== record) continue;
    const difference = diffStory(main, record);
    if (difference.changed) events.push({ kind: "story.updated", story: record.story, was: main.story, difference });
  }
  return events;
}

/** Stories that hold members of `record`, most members first, then by id. */
function successors(record: StoryRecord, index: ReadonlyMap<string, StoryRecord>): StoryRecord[] {
  const counts = new Map<StoryRecord, number>();
  for (const { id } of record.members) {
    const other = index.get(id);
    if (other) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareStrings(a[0].story, b[0].story)).map(([story]) => story);
}
