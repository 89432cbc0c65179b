/** Kinds of page boilerplate that stock phrases give away. The order is the order of the bits that `article` keeps them in. */
export const BOILERPLATE_KINDS = [
  /** Pointers to other articles: related, most read, next up. */
  "recirculation",
  "newsletter",
  /** Share rows and follow-us lines. */
  "share",
  "comments",
  /** Credits of pictures. */
  "credit",
  "legal",
  "ad",
  "navigation",
  /** Bylines and author boxes. */
  "author",
  "date",
  /** Appeals for money, membership and subscription. */
  "callToAction",
  /** Players, gallery counters, labels of icons. */
  "widget",
  "tags",
  /** Who else worked on the story. */
  "contributor",
] as const;
export type BoilerplateKind = (typeof BOILERPLATE_KINDS)[number];

/** Phrases in any case, with straight quotes. A space at the end asks for a word behind it. */
export interface PhraseList {
  /** Count only at the start of a line. */
  readonly starts?: readonly string[];
  /** Count wherever they stand. */
  readonly anywhere?: readonly string[];
}

export type BoilerplatePhrases = Readonly<Partial<Record<BoilerplateKind, PhraseList>>>;
