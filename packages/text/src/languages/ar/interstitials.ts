import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Arabic say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["الصفحة غير موجودة.*"],
  },
};
