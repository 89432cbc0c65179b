import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Turkish say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["sayfa bulunamadı.*"],
  },
};
