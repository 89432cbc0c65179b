import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in French that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  ofAmount: words("de d'"),
  indefinite: words("un une"),
  putOff: words(`
    décalé décalée différé différée prolongé prolongée prolongés prolongées reporte reporter reporté reportée reportés reportées repousser
    repoussé repoussée suspendu suspendue
  `),
  since: words("depuis"),
  compassBehind: words("nord sud est ouest"),
  insetVerb: words(`
    explique expliquait dit affirme affirmait assure ajoute ajoutait raconte racontait confie précise souligne estime estimait résume
    poursuit martèle soupire rappelle regrette déclare plaide insiste commente prévient reconnaît observe
  `),
  definiteOpener: words("le la l ce cette"),
  speakingBody: words(`
    ministère gouvernement préfecture mairie gendarmerie parquet tribunal syndicat entreprise société groupe compagnie fédération agence
    conseil commission association parti université hôpital direction autorité banque procureure
  `),
  certainBody: words(`
    ministère gouvernement préfecture mairie gendarmerie parquet tribunal syndicat entreprise société compagnie fédération association
    parti université hôpital direction banque
  `),
  opinionLead: words("pour"),
  invertedAuxiliary: words("a ont avait avaient"),
  tiedConjunction: words("qu' qu’"),
  elidedArticle: words("l' l’"),
  surveyLead: words("dans"),
  surveyNoun: words("sondage enquête étude"),
  who: words("qui"),
  released: words("publié publiée publiés diffusé diffusée présenté présentée rendu"),
  convinced: words("convaincu convaincue convaincus persuadé persuadée persuadés certain certaine sûr sûre confiant confiante"),
  madeNoun: words("chiffres données estimation estimations calculs calcul statistiques comptage prévisions"),
  makerLead: words("de du"),
  closeTo: words("proche proches"),
  countedParticiple: words(`
    estimé estimée estimés estimées évalué évaluée évalués évaluées chiffré chiffrée chiffrés chiffrées recensé recensés recensées
    dénombré dénombrés comptabilisé comptabilisés
  `),
  countAgent: words("par"),
  more: words("autres"),
  squareBehind: words("carré carrés"),
  perHead: words("personne tête habitant"),
  others: words("autres"),
  wornInPairs: words("chaussures baskets bottes gants chaussettes lunettes ciseaux jumelles skis béquilles boucles yeux"),
  belowWord: words("sous"),
  tiedConsonant: words("t"),
  ordinalSuffix: words("er"),
  reflexiveAuxiliary: words("s'est s’est s'était s’était s'étaient s’étaient"),
  dayLead: words("le"),
  basisOpener: words("points"),
  ofBasis: words("de"),
  basisNoun: words("base"),
  abbreviation: words("mme mlle mgr"),
};
