import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Indonesian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["iklan"],
  },
  comments: {
    starts: ["komentar"],
  },
  recirculation: {
    starts: ["baca juga", "berita terkait"],
  },
  share: {
    starts: ["bagikan"],
  },
};
