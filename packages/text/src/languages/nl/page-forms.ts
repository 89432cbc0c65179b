import type { PageForms } from "../../page-forms.ts";

/** What pages in Dutch say around an article. */
export const pageForms: PageForms = {
  leadIn: ["lees (?:ook|meer)"],
  plainLeadIn: ["lees ook"],
  pick: ["meer", "andere"],
  piece: ["artikelen", "nieuws"],
  pressContact: ["perscontact"],
  thirdPerson: ["hij", "zij"],
  publication: ["gepubliceerd", "geplaatst", "bijgewerkt", "gewijzigd", "laatst", "op", "om", "uur", "uren", "minuten", "dagen", "geleden", "leestijd", "vandaag", "gisteren", "datum", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  changeLabel: ["bijgewerkt", "gewijzigd"],
  relativeTime: ["\\d+ \\p{L}+ geleden"],
  bylinePrefix: ["door"],
  by: ["door"],
  andNames: ["en"],
  place: ["voor"],
  nameJoiner: ["en", "van", "ter", "ten"],
};
