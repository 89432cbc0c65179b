import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Czech say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["stránka (?:nebyla nalezena|nenalezena).*"],
  },
};
