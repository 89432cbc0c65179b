import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Polish say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["dostęp zabroniony"],
  },
  "not-found": {
    headings: ["(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje)).*"],
  },
  login: {
    headings: ["(?:zaloguj się|logowanie)"],
  },
  consent: {
    headings: ["(?:szanujemy|dbamy o) (?:twoją|twoja) prywatność.*", "twoja prywatność.*"],
    sentences: ["my i nasi (?:\\d+ )?partnerzy", "informacj\\p{L} na (?:twoim )?urządzeniu", "wycofać (?:swoją )?zgodę"],
  },
};
