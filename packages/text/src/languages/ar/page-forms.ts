import type { PageForms } from "../../page-forms.ts";

/** What pages in Arabic say around an article. */
export const pageForms: PageForms = {
  leadIn: ["اقرأ أيضا", "اقرأ أيضاً"],
  plainLeadIn: ["اقرأ أيضا"],
  writtenBy: ["بقلم", "كتبت?"],
  nameJoiner: ["al", "bin", "ibn"],
};
