import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Swedish say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["sidan (?:kunde inte hittas|hittades inte).*"],
  },
};
