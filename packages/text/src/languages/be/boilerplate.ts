import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Belarusian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["рэклама"],
  },
  recirculation: {
    starts: ["чытайце таксама"],
  },
};
