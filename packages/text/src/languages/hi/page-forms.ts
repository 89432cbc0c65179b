import type { PageForms } from "../../page-forms.ts";

/** What pages in Hindi say around an article. */
export const pageForms: PageForms = {
  leadIn: ["(?:ये|यह|इसे) भी पढ़ें", "और पढ़ें"],
  plainLeadIn: ["(?:ये|यह|इसे) भी पढ़ें"],
  authorLabel: ["लेखक", "रिपोर्टर"],
};
