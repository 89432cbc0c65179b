import type { PageForms } from "../../page-forms.ts";

/** What pages in Japanese say around an article. */
export const pageForms: PageForms = {
  sourceLabel: ["出典"],
  authorLabel: ["記者"],
};
