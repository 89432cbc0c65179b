import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Persian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["تبلیغات", "آگهی"],
  },
  recirculation: {
    starts: ["مطالب مرتبط", "اخبار مرتبط", "بیشتر بخوانید"],
  },
};
