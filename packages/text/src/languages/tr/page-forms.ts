import type { PageForms } from "../../page-forms.ts";

/** What pages in Turkish say around an article. */
export const pageForms: PageForms = {
  leadIn: ["ilgili haber(?:ler)?", "haberle ilgili daha fazlası", "(?:ayrıca|bunu da) oku(?:yun)?"],
  sourceLabel: ["kaynak"],
  publication: [
    "yayınlanma",
    "yayınlandı",
    "güncelleme",
    "güncellendi",
    "tarihi",
    "saat",
    "önce",
    "dakika",
    "gün",
    "bugün",
    "dün",
    "pazartesi",
    "salı",
    "çarşamba",
    "perşembe",
    "cuma",
    "cumartesi",
    "pazar",
  ],
  changeLabel: ["güncelleme", "güncellendi"],
  relativeTime: ["\\d+ \\p{L}+ önce"],
  authorLabel: ["yazar(?:lar)?"],
  headAuthorLabel: ["yazan"],
};
