import type { Article } from "@wirefold/core";

/** An article with nothing in it. */
export const emptyArticle = (): Article => ({
  title: null,
  text: "",
  blocks: [],
  removed: [],
  byline: [],
  published_at: null,
  modified_at: null,
  language: null,
  site: null,
  description: null,
  canonical_url: null,
  section: null,
  tags: [],
  lead_image: null,
  wire_credit: null,
  photo_credit: null,
  evidence: [],
});
