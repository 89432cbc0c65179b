import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Portuguese. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["publicidade"],
  },
  callToAction: {
    starts: ["apoie"],
  },
  author: {
    starts: ["sobre o autor"],
  },
  comments: {
    starts: ["comentários", "deixe um comentário", "deixe uma resposta"],
  },
  contributor: {
    starts: ["com informações"],
  },
  credit: {
    starts: ["imagem:", "fonte:"],
  },
  date: {
    starts: ["atualizado"],
  },
  legal: {
    starts: ["todos os direitos"],
    anywhere: ["direitos reservados"],
  },
  navigation: {
    starts: ["início"],
  },
  newsletter: {
    starts: ["inscreva-se", "assine"],
    anywhere: ["no seu e-mail"],
  },
  recirculation: {
    starts: [
      "leia também",
      "leia mais",
      "veja também",
      "saiba mais",
      "notícias relacionadas",
      "artigos relacionados",
      "mais lidas",
      "últimas notícias",
      "ver mais",
      "confira também",
      "você pode gostar",
    ],
  },
  share: {
    starts: ["compartilhe", "compartilhar"],
  },
  tags: {
    starts: ["tópicos"],
  },
};
