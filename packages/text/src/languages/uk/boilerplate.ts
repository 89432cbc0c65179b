import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Ukrainian. */
export const boilerplate: BoilerplatePhrases = {
  recirculation: {
    starts: ["читайте також", "дивіться також", "новини за темою"],
  },
};
