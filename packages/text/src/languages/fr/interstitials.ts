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
    headings: ["(?:nous respectons|le respect de) votre vie privée.*"],
    sentences: ["nous et nos (?:\\d+ )?partenaires"],
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
