import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in French say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["un instant", "accès refusé"],
    sentences: ["vérif\\p{L}* que vous (?:êtes|n'êtes)"],
  },
  "not-found": {
    headings: ["(?:la )?page (?:introuvable|non trouvée|demandée n'existe pas).*", "erreur 404"],
    sentences: ["page (?:que vous (?:recherchez|cherchez|demandez)|demandée)"],
  },
  login: {
    headings: ["(?:se connecter|connexion|identifiez-vous|connectez-vous)(?: .*)?"],
    sentences: ["mot de passe oublié"],
  },
  consent: {
    headings: [
      "(?:nous respectons|le respect de) votre vie privée.*",
      "votre vie privée(?: (?:nous importe|est importante).*)?",
      "(?:gestion|paramètres|préférences) (?:des|de vos|en matière de|de) (?:cookies|confidentialité|consentement)",
      "continuer sans accepter",
    ],
    sentences: [
      "nous et nos (?:\\d+ )?partenaires",
      "nos (?:\\d+ )?partenaires et nous",
      "(?:stocker|accéder|consulter|déposer)[^.]{0,60} (?:informations|cookies)[^.]{0,40} (?:appareil|terminal|site)",
      "retirer votre consentement",
      "(?:accepter|refuser) (?:tous les|les) cookies",
    ],
  },
  "region-block": {
    headings: ["(?:non disponible|indisponible) dans votre pays"],
    sentences: ["pas disponible dans votre (?:pays|région)"],
  },
  javascript: {
    headings: ["javascript (?:is )?désactivé.*"],
    sentences: ["activer javascript"],
  },
  error: {
    headings: ["erreur (?:interne )?(?:du serveur|500)"],
  },
};
