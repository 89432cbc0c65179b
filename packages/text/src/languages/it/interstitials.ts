import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Italian say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["accesso negato"],
  },
  "not-found": {
    headings: ["pagina non trovata.*"],
    sentences: ["pagina (?:che (?:stai cercando|cerchi)|richiesta)"],
  },
  login: {
    headings: ["(?:accedi|accesso|effettua il login)"],
    sentences: ["password dimenticata"],
  },
  consent: {
    headings: ["(?:rispettiamo la|la) (?:tua|vostra) privacy.*", "(?:impostazioni|preferenze) (?:dei cookie|sulla privacy)"],
    sentences: [
      "noi e i nostri (?:\\d+ )?partner",
      "informazioni su(?:l tuo| un) dispositivo",
      "(?:revocare|ritirare) il (?:tuo )?consenso",
      "(?:accetta|rifiuta) tutti i cookie",
    ],
  },
};
