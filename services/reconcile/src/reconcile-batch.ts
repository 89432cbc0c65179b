import type { Blobs, FactsExtracted, StoryReconciled } from "@wirefold/core";
import type { PostgresDocumentGroups, PostgresStories, StoryGroup } from "@wirefold/store";
import { storyEvents } from "@wirefold/stories";
import { type Answer, toFailure, type Watch } from "@wirefold/worker/stage";
import { type DecisionStores, decideGroups, type RecordSigns } from "./decide-groups.ts";
import { regroup } from "./regroup.ts";

/** A group may change while its record is made; it is then decided again, at most this often before the queue retries. */
const roundsMax = 5;

/**
 * A story whose record took long to make is made again after so many times that long at the earliest: its members then take a
 * tenth of a thread at most, however fast they come.
 */
const restFactor = 10;
/** Quicker records, and those of fewer members, are made at once. In milliseconds. */
const quickMs = 200;
const restingMembersMin = 30;
const restMsMax = 60_000;

export interface ReconcileStores extends DecisionStores {
  readonly blobs: Blobs;
  readonly groups: Pick<PostgresDocumentGroups, "regroup">;
  readonly stories: DecisionStores["stories"] & Pick<PostgresStories, "groups" | "replace" | "standings">;
}

/**
 * Places these documents in their groups, and makes the records of the stories that this changes, each once however many
 * of its members the batch holds. A story that waits for a document on its way is left to that document: it comes here last,
 * and finds everything. So a burst of a story's documents costs one record, and nobody waits on a clock.
 */
export async function reconcileBatch(
  inputs: readonly FactsExtracted[],
  stores: ReconcileStores,
  watch?: Watch,
): Promise<Answer<StoryReconciled>[]> {
  const { groups, stories } = stores;
  let anchorOf: ReadonlyMap<string, string> = new Map();
  const documentIds = inputs.map((input) => input.documentId);
  const { touched } = await groups.regroup(documentIds, async (ids, session) => {
    const found = await regroup(ids, session);
    anchorOf = found.anchorOf;
    return found;
  });
  const signs = watch && signsOf(inputs, anchorOf, watch);
  const resting = await restingGroups(new Set(anchorOf.values()), stories);

  const storyOf = new Map<string, string>();
  const failures = new Map<string, unknown>();
  let due = touched.filter((anchor) => !resting.has(anchor));
  for (let round = 0; due.length > 0; round += 1) {
    if (round === roundsMax) throw new Error("stories keep changing while they are written; trying again later");
    const read = await stories.groups(due);
    const { reconciliations, failed } = await decideGroups(
      read.filter((group) => !group.pending),
      stores,
      signs,
    );
    for (const { group, error } of failed) failures.set(group.anchor, error);
    const stale = await stories.replace(reconciliations, emptyAmong(due, read), storyEvents);
    for (const { assignments } of reconciliations) for (const { id, story } of assignments) storyOf.set(id, story);
    due = stale.map((group) => group.anchor);
  }
  return inputs.map(({ documentId }): Answer<StoryReconciled> => {
    const anchor = anchorOf.get(documentId) ?? documentId;
    if (failures.has(anchor)) return toFailure(failures.get(anchor));
    const delayMs = resting.get(anchor);
    if (delayMs !== undefined) return { kind: "snooze", delayMs, reason: "story-resting" };
    const story = storyOf.get(documentId);
    const detail = story === undefined ? { left_to: "a document on its way" } : { story };
    return { kind: "emit", outputs: [{ documentId, storyId: story ?? documentId }], detail };
  });
}

/**
 * Tells that a group's record is being made, or was, as a sign of a document of this batch that stands in it: one that hangs is then
 * that document's. A group that only lost or moved members has none here; its sign names nobody.
 */
function signsOf(inputs: readonly FactsExtracted[], anchorOf: ReadonlyMap<string, string>, watch: Watch): RecordSigns {
  const placeOf = new Map<string, number>();
  inputs.forEach(({ documentId }, index) => {
    const anchor = anchorOf.get(documentId);
    if (anchor !== undefined && !placeOf.has(anchor)) placeOf.set(anchor, index);
  });
  return {
    begins: ({ anchor }) => {
      const place = placeOf.get(anchor);
      if (place === undefined) watch.ends(0);
      else watch.works(place);
    },
    ends: ({ anchor }) => watch.ends(placeOf.get(anchor) ?? 0),
  };
}

/** The anchors among these whose story was made a moment ago, at a price, and how long it still rests, in milliseconds. */
async function restingGroups(
  anchors: ReadonlySet<string>,
  stories: Pick<PostgresStories, "standings">,
): Promise<Map<string, number>> {
  const resting = new Map<string, number>();
  for (const [anchor, { members, madeMs, ageMs }] of await stories.standings([...anchors])) {
    const restMs = Math.min(restMsMax, restFactor * madeMs) - ageMs;
    if (members >= restingMembersMin && madeMs > quickMs && restMs > 0) resting.set(anchor, Math.ceil(restMs));
  }
  return resting;
}

/** Groups nobody stands in any more: who left them was placed elsewhere, and that group's record tells of it. */
function emptyAmong(anchors: readonly string[], read: readonly StoryGroup[]): string[] {
  const there = new Set(read.map((group) => group.anchor));
  return anchors.filter((anchor) => !there.has(anchor));
}
