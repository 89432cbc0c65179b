import type { PageForms } from "../../page-forms.ts";

/** What pages in Korean say around an article. */
export const pageForms: PageForms = {
  leadIn: ["관련\\s?기사"],
  sourceLabel: ["출처"],
  authorLabel: ["글"],
};
