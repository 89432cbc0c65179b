import type { PageForms } from "../../page-forms.ts";

/** What pages in Indonesian say around an article. */
export const pageForms: PageForms = {
  leadIn: ["baca juga"],
  plainLeadIn: ["baca juga"],
  publication: [
    "diterbitkan",
    "diperbarui",
    "dipublikasikan",
    "terbit",
    "pada",
    "pukul",
    "wib",
    "jam",
    "menit",
    "hari",
    "lalu",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
  ],
  changeLabel: ["diperbarui"],
  relativeTime: ["\\d+ \\p{L}+ lalu"],
  writtenBy: ["(?:ditulis )?oleh"],
  headAuthorLabel: ["penulis"],
};
