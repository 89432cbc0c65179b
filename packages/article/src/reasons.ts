/**
 * Why something was cut. The words are stable: dashboards count them and `docs/removal-reasons.md` explains each one.
 */
export const REMOVAL_REASONS = [
  "headline",
  "kicker",
  "byline",
  "date",
  "share",
  "navigation",
  "header",
  "footer",
  "sidebar",
  "related",
  "newsletter",
  "appeal",
  "comments",
  "author-box",
  "tags",
  "caption",
  "photo-credit",
  "advertisement",
  "legal",
  "widget",
  "form",
  "contributor-credit",
  "source-link",
  "separator",
  "duplicate",
  "recurring-line",
  "hidden",
  "note-mark",
  "before-article",
  "in-article",
  "after-article",
  "outside-article",
] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/**
 * Reasons for which a cleaner cuts what is still the document's own words: it repeats them, or they stand around the body.
 * Figures in a caption and the date under a headline are facts of the document; those of a promo are not. A reader of facts
 * from an untouched plain text leaves out every removal but these.
 */
export const OWN_WORDS: ReadonlySet<string> = new Set<RemovalReason>([
  "headline",
  "duplicate",
  "kicker",
  "byline",
  "date",
  "caption",
  "photo-credit",
  "contributor-credit",
  "source-link",
]);
