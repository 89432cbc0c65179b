import type { PageForms } from "../../page-forms.ts";

/** What pages in Vietnamese say around an article. */
export const pageForms: PageForms = {
  leadIn: ["xem thêm"],
  plainLeadIn: ["xem thêm"],
  headAuthorLabel: ["tác giả"],
};
