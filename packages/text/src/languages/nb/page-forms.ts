import type { PageForms } from "../../page-forms.ts";

/** What pages in Norwegian say around an article. */
export const pageForms: PageForms = {
  leadIn: ["les også"],
  plainLeadIn: ["les også"],
  publication: ["publisert", "oppdatert", "sist"],
  changeLabel: ["oppdatert"],
  plainBy: ["av"],
  writtenBy: ["(?:skrevet|publisert|lagt ut) av"],
  headAuthorLabel: ["tekst"],
};
