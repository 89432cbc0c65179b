export { type ClaimChange, diffStory, type FieldChange, type StoryDifference } from "./diff-story.ts";
export type { ReconcileMember, ReconcileOptions } from "./reconcile-member.ts";
export { reconcileStory } from "./reconcile-story.ts";
export { storyEvents } from "./story-events.ts";
