import type { PageForms } from "../../page-forms.ts";

/** What pages in Korean say around an article. */
export const pageForms: PageForms = {
  sourceLabel: ["출처"],
  authorLabel: ["글"],
};
