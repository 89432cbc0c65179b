export { type ClaimChange, diffStory, type FieldChange, type StoryDifference } from "./changes/diff-story.ts";
export { storyEvents } from "./changes/story-events.ts";
export type { ReconcileMember, ReconcileOptions } from "./reconcile-member.ts";
export { reconcileStory } from "./reconcile-story.ts";
