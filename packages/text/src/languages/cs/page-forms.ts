import type { PageForms } from "../../page-forms.ts";

/** What pages in Czech say around an article. */
export const pageForms: PageForms = {
  leadIn: ["čtěte (?:také|též|i)", "přečtěte si (?:také|i)"],
  publication: [
    "publikováno",
    "aktualizováno",
    "vydáno",
    "dne",
    "v",
    "hodin",
    "minut",
    "dny",
    "před",
    "včera",
    "dnes",
    "pondělí",
    "úterý",
    "středa",
    "čtvrtek",
    "pátek",
    "sobota",
    "neděle",
  ],
  changeLabel: ["aktualizováno"],
  writtenBy: ["napsal(?:a|i|y)?"],
};
