import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Hindi. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["विज्ञापन"],
  },
  recirculation: {
    starts: ["यह भी पढ़ें", "ये भी पढ़ें", "संबंधित खबरें"],
  },
};
