import type { PageForms } from "../../page-forms.ts";

/** What pages in Persian say around an article. */
export const pageForms: PageForms = {
  leadIn: ["(?:بیشتر|همچنین) بخوانید"],
  writtenBy: ["نویسنده", "نوشته"],
};
