import type { PageForms } from "../../page-forms.ts";

/** What pages in Chinese say around an article. */
export const pageForms: PageForms = {
  rightsReserved: ["版权所有"],
  reserved: ["版权所有"],
  sourceLabel: ["来源"],
  changeLabel: ["更新"],
  bylinePrefix: ["记者", "作者", "文"],
  authorLabel: ["记者", "作者", "文"],
};
