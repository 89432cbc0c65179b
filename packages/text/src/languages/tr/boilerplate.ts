import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Turkish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["reklam"],
  },
  comments: {
    starts: ["yorumlar"],
  },
  recirculation: {
    starts: ["ilgili haberler", "bunlar da ilginizi çekebilir", "son haberler", "daha fazla"],
  },
  share: {
    starts: ["paylaş"],
  },
  tags: {
    starts: ["etiketler"],
  },
};
