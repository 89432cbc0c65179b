import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Ukrainian say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["сторінку не знайдено.*"],
  },
};
