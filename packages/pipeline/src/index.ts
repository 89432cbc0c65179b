export {
  type Cleaned,
  cleaningSummary,
  finishCleaning,
  metadataOf,
  type ReadDocument,
  readDocument,
  recurringLinesOf,
  type SourceDocument,
  whyNoArticle,
} from "./clean-document.ts";
export { groupInputOf } from "./compare-documents.ts";
export { type ExtractableDocument, extractDocument } from "./extract-document.ts";
export { memberOf, reconcileMembers, reconcileWithoutTexts, type StoryMemberInput, withPassages } from "./reconcile-members.ts";
export { type FinishedDocument, type InMemoryResult, type LeftOut, runInMemory } from "./run-in-memory.ts";
export { toStorable } from "./to-storable.ts";
