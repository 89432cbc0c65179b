import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Portuguese say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["acesso negado"],
  },
  "not-found": {
    headings: ["página não encontrada.*"],
    sentences: ["página que você procura"],
  },
  login: {
    headings: ["(?:entrar|fazer login|faça login)"],
    sentences: ["esqueceu (?:a|sua) senha"],
  },
  consent: {
    headings: ["(?:valorizamos|respeitamos) a sua privacidade.*", "a sua privacidade(?: .*)?"],
    sentences: [
      "nós e (?:os )?nossos (?:\\d+ )?parceiros",
      "informações (?:no|num|em um) (?:seu )?dispositivo",
      "retirar (?:o )?seu consentimento",
      "(?:aceitar|rejeitar) todos os cookies",
    ],
  },
};
