import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Serbian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["реклама", "oglas"],
  },
  recirculation: {
    starts: ["pročitajte još", "najčitanije"],
  },
};
