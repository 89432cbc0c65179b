import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in French. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["publicité"],
  },
  callToAction: {
    starts: ["soutenez", "faites un don"],
  },
  author: {
    starts: ["par ", "à propos de l'auteur", "la rédaction"],
  },
  comments: {
    starts: ["commentaires", "réactions", "laisser un commentaire", "réagir", "votre adresse"],
  },
  contributor: {
    starts: ["avec afp"],
  },
  credit: {
    starts: ["photo d'illustration", "crédit photo", "crédit", "crédits"],
  },
  date: {
    starts: ["publié", "mis à jour", "modifié", "temps de lecture"],
  },
  legal: {
    starts: ["tous droits réservés"],
    anywhere: ["tous droits réservés"],
  },
  navigation: {
    starts: ["accueil", "rechercher", "connexion"],
  },
  newsletter: {
    starts: ["inscrivez-vous", "abonnez-vous", "recevez"],
    anywhere: ["par e-mail", "dans votre boîte", "notre newsletter"],
  },
  recirculation: {
    starts: [
      "lire aussi",
      "à lire aussi",
      "a lire aussi",
      "à lire également",
      "lire la suite",
      "lire également",
      "voir aussi",
      "sur le même sujet",
      "articles liés",
      "articles similaires",
      "les plus lus",
      "plus lus",
      "à voir aussi",
      "à découvrir",
      "dans la même rubrique",
      "dernières actualités",
      "derniers articles",
      "article suivant",
      "article précédent",
      "en savoir plus",
      "nos derniers articles",
    ],
  },
  share: {
    starts: ["partager", "partagez", "imprimer", "suivez"],
    anywhere: ["sur facebook", "sur twitter"],
  },
  tags: {
    starts: ["mots-clés", "mots clés", "thèmes"],
  },
  widget: {
    starts: ["chargement"],
  },
};
