import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Korean say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "not-found": {
    headings: ["페이지를 찾을 수 없습니다.*"],
  },
  login: {
    headings: ["로그인"],
  },
};
