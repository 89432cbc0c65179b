import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Chinese say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["安全验证", "访问被拒绝"],
  },
  "not-found": {
    headings: ["页面(?:不存在|未找到|找不到).*", "找不到(?:页面|頁面).*"],
  },
  login: {
    headings: ["登录", "登入"],
  },
};
