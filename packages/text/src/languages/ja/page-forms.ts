import type { PageForms } from "../../page-forms.ts";

/** What pages in Japanese say around an article. */
export const pageForms: PageForms = {
  leadIn: ["関連記事", "あわせて読みたい"],
  sourceLabel: ["出典"],
  authorLabel: ["記者"],
};
