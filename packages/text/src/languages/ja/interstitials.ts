import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Japanese say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["ページが見つかりません.*"],
  },
  login: {
    headings: ["ログイン"],
  },
};
