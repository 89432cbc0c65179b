export const PHRASE_KINDS = [
  "recirculation",
  "newsletter",
  "share",
  "comments",
  "credit",
  "legal",
  "ad",
  "navigation",
  "author",
  "date",
  "appeal",
  "widget",
  "tags",
  "contributor",
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export interface PhraseList {
  /** Count only at the start of a line. */
  readonly starts: readonly string[];
  /** Count wherever they stand. */
  readonly anywhere: readonly string[];
}
