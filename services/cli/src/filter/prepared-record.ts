import type { DocumentMetadata, Facts } from "@wirefold/core";
import type { GroupLine, GroupRecord } from "./input-schemas.ts";

/** What reconciling knows of a document before it is grouped. */
export interface PreparedDocument {
  readonly kind: "document";
  readonly id: string;
  /** As grouping reads it: before the text was searched for a wire credit. */
  readonly group: GroupRecord;
  /** As the story's record gives it. */
  readonly metadata: DocumentMetadata;
  /** The text the spans of `facts` count in. */
  readonly text: string;
  readonly facts: Facts;
}
export interface PreparedFacts {
  readonly kind: "facts";
  readonly id: string;
  readonly facts: Facts;
}
export interface PreparedGroup {
  readonly kind: "group";
  readonly id: string;
  readonly group: GroupLine;
}
export type Prepared = PreparedDocument | PreparedFacts | PreparedGroup;

/** The code of a line that says a document holds no article. */
export const NO_ARTICLE = "WIREFOLD_NO_ARTICLE";
