import type { PageForms } from "../../page-forms.ts";

/** What pages in Thai say around an article. */
export const pageForms: PageForms = {
  authorLabel: ["ผู้เขียน"],
  writtenBy: ["โดย"],
};
