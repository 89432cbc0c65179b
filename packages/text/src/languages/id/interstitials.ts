import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Indonesian say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["halaman tidak ditemukan.*"],
  },
};
