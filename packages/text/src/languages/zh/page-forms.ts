import type { PageForms } from "../../page-forms.ts";

/** What pages in Chinese say around an article. */
export const pageForms: PageForms = {
  leadIn: ["(?:延伸|相关|相關|推荐|推薦)(?:阅读|閱讀)"],
  rightsReserved: ["版权所有"],
  reserved: ["版权所有"],
  sourceLabel: ["来源"],
  changeLabel: ["更新"],
  bylinePrefix: ["记者", "作者", "文"],
  authorLabel: ["记者", "作者", "文"],
};
