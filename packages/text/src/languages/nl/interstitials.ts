import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Dutch say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["pagina niet gevonden.*"],
  },
  login: {
    headings: ["inloggen"],
  },
};
