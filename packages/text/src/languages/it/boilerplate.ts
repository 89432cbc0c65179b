import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Italian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["pubblicità"],
  },
  callToAction: {
    starts: ["sostieni"],
  },
  author: {
    starts: ["di ", "redazione"],
  },
  comments: {
    starts: ["commenti", "lascia un commento"],
  },
  credit: {
    starts: ["crediti"],
  },
  date: {
    starts: ["pubblicato", "aggiornato"],
  },
  legal: {
    starts: ["tutti i diritti", "riproduzione riservata"],
    anywhere: ["diritti riservati"],
  },
  navigation: {
    starts: ["cerca", "accedi"],
  },
  newsletter: {
    starts: ["iscriviti"],
    anywhere: ["nella tua casella", "nostra newsletter"],
  },
  recirculation: {
    starts: [
      "leggi anche",
      "leggi tutto",
      "potrebbe interessarti",
      "ti potrebbe interessare",
      "articoli correlati",
      "articoli simili",
      "più letti",
      "i più letti",
      "guarda anche",
      "vedi anche",
      "ultime notizie",
      "altri articoli",
      "notizie correlate",
      "continua a leggere",
      "approfondimenti",
    ],
  },
  share: {
    starts: ["condividi", "stampa", "seguici"],
    anywhere: ["su facebook"],
  },
  tags: {
    starts: ["argomenti"],
  },
};
