import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Greek say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["η σελίδα δεν βρέθηκε.*"],
  },
};
