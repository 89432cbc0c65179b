import type { PageForms } from "../../page-forms.ts";

/** What pages in Hindi say around an article. */
export const pageForms: PageForms = {
  authorLabel: ["लेखक", "रिपोर्टर"],
};
