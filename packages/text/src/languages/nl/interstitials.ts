import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Dutch say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["pagina niet gevonden.*"],
  },
  consent: {
    headings: ["(?:wij|we) (?:respecteren|waarderen) (?:je|jouw|uw) privacy.*", "(?:je|jouw|uw) privacy(?: .*)?"],
    sentences: [
      "(?:wij|we) en onze (?:\\d+ )?partners",
      "informatie op (?:je|uw|een) apparaat",
      "alle cookies (?:accepteren|weigeren)",
    ],
  },
  login: {
    headings: ["inloggen"],
  },
};
