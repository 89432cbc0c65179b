import type { PageForms } from "../../page-forms.ts";

/** What pages in Hebrew say around an article. */
export const pageForms: PageForms = {
  writtenBy: ["מאת"],
  nameJoiner: ["ben"],
};
