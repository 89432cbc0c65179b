import type { PageForms } from "../../page-forms.ts";

/** What pages in Danish say around an article. */
export const pageForms: PageForms = {
  leadIn: ["læs også"],
  plainLeadIn: ["læs også"],
  pick: ["flere"],
  publication: [
    "publiceret",
    "opdateret",
    "udgivet",
    "sidst",
    "den",
    "kl",
    "for",
    "timer",
    "minutter",
    "dage",
    "siden",
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
  ],
  changeLabel: ["opdateret"],
  relativeTime: ["\\d+ \\p{L}+ siden"],
  bylinePrefix: ["af"],
  by: ["af"],
  andNames: ["og"],
  nameJoiner: ["og"],
};
