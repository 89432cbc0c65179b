import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Hebrew. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["פרסומת"],
  },
  recirculation: {
    starts: ["קרא עוד", "קראו גם", "כתבות נוספות"],
  },
  share: {
    starts: ["שתף"],
  },
};
