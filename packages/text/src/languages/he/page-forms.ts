import type { PageForms } from "../../page-forms.ts";

/** What pages in Hebrew say around an article. */
export const pageForms: PageForms = {
  leadIn: ["קראו (?:גם|עוד)"],
  writtenBy: ["מאת"],
  nameJoiner: ["ben"],
};
