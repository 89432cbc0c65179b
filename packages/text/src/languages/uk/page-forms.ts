import type { PageForms } from "../../page-forms.ts";

/** What pages in Ukrainian say around an article. */
export const pageForms: PageForms = {
  leadIn: ["читайте також", "читати також", "дивіться також", "за темою", "більше по темі"],
  plainLeadIn: ["читайте також", "дивіться також"],
  publication: [
    "опубліковано",
    "оновлено",
    "дата",
    "о",
    "в",
    "годин",
    "хвилин",
    "днів",
    "тому",
    "сьогодні",
    "вчора",
    "р",
    "року",
    "понеділок",
    "вівторок",
    "середа",
    "четвер",
    "п'ятниця",
    "субота",
    "неділя",
  ],
  changeLabel: ["оновлено"],
  relativeTime: ["\\d+ \\p{L}+ тому"],
  authorLabel: ["автор(?:и)?"],
  headAuthorLabel: ["текст"],
};
