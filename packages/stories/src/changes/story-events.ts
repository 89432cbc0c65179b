import type { RecordChange, StoryChange, StoryMembership, StoryRecord } from "@wirefold/core";
import { diffStory } from "./diff-story.ts";

/**
 * What became of the stories of a component, as subscribers are told. A pure function of who stood in them before and
 * stands in them after, and of the records that changed.
 *
 * A story's id is its smallest member's, so a new member may rename it: that is a story merged into another. A takedown
 * may leave members of one story in several components, which are written one by one: `before` then also names members
 * that stand in none of `after`'s stories, and the story is split between them and those here.
 *
 * @example storyEvents([{ story: "b", members: ["b"] }], [{ story: "a", members: ["a", "b"] }], new Map([["a", { before: null, after: record }]]))[0].kind // "merged"
 */
export function storyEvents(
  before: readonly StoryMembership[],
  after: readonly StoryMembership[],
  changed: ReadonlyMap<string, RecordChange>,
): StoryChange[] {
  const events: StoryChange[] = [];
  const storyNow = storiesOf(after);
  const storyThen = storiesOf(before);
  const lasting = new Set(after.map(({ story }) => story));
  const known = new Map(before.map(({ story, members }) => [story, members]));
  for (const { story, members } of before) {
    const into = new Set(members.flatMap((member) => storyNow.get(member) ?? []));
    // What stands in another component keeps the story for now.
    if (members.some((member) => !storyNow.has(member))) into.add(story);
    const others = [...into].sort();
    if (others.length > 1) events.push({ story, kind: "split", detail: { into: others } });
    else if (others.length === 0) events.push({ story, kind: "removed", detail: {} });
    else if (!lasting.has(story) && others[0] !== story) events.push({ story, kind: "merged", detail: { into: others[0] } });
  }
  for (const { story, members } of after) {
    const from = [...new Set(members.flatMap((member) => storyThen.get(member) ?? []))].sort();
    const earlier = known.get(story);
    const record = changed.get(story);
    if (earlier === undefined) events.push({ story, kind: "created", detail: { members, from } });
    else if (record !== undefined) {
      const changes = record.before === null ? {} : { changes: changesOf(record.before, record.after) };
      const [then, now] = [new Set(earlier), new Set(members)];
      const joined = members.filter((member) => !then.has(member));
      const left = earlier.filter((member) => !now.has(member));
      // Who came and who went, not who is there: a story of n members would otherwise be told in n² names.
      events.push({ story, kind: "updated", detail: { members: members.length, joined, left, from, ...changes } });
    }
  }
  return events;
}

function storiesOf(stories: readonly StoryMembership[]): Map<string, string> {
  return new Map(stories.flatMap(({ story, members }) => members.map((member) => [member, story] as const)));
}

/** An event is a notice, not the record: of each kind of change it names this many, and counts them all. */
const CHANGES_NAMED_MAX = 20;

/** What a record says now that it did not say before (see {@link diffStory}), short enough for a message. */
function changesOf(before: StoryRecord, after: StoryRecord): Record<string, unknown> {
  const { fields, claims, quote_groups, conflicts } = diffStory(before, after);
  const some = <T>(list: readonly T[]) => list.slice(0, CHANGES_NAMED_MAX);
  return {
    fields,
    claims: {
      added: claims.added.length,
      removed: claims.removed.length,
      changed: claims.changed.length,
      of: some(claims.changed),
    },
    quote_groups: { added: quote_groups.added.length, removed: quote_groups.removed.length },
    conflicts: { opened: some(conflicts.opened), settled: some(conflicts.settled) },
  };
}
