import type { PageForms } from "../../page-forms.ts";

/** What pages in Swedish say around an article. */
export const pageForms: PageForms = {
  leadIn: ["läs (?:också|även|mer)"],
  plainLeadIn: ["läs också", "läs även"],
  pick: ["fler"],
  piece: ["artiklar"],
  pressContact: ["presskontakt"],
  publication: ["publicerad", "uppdaterad", "senast", "den", "kl", "för", "timmar", "minuter", "dagar", "sedan", "lästid", "idag", "igår", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
  changeLabel: ["uppdaterad"],
  relativeTime: ["\\d+ \\p{L}+ sedan"],
  bylinePrefix: ["av"],
  by: ["av"],
  andNames: ["och"],
  nameJoiner: ["och"],
};
