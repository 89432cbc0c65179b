import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Thai. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["โฆษณา"],
  },
  recirculation: {
    starts: ["อ่านเพิ่มเติม", "ข่าวที่เกี่ยวข้อง"],
  },
};
