import type { ReadingWords } from "../../reading-words.ts";

/** Words in French that figures, dates and statements are read by, whatever the language of the text. */
export const readingWords: ReadingWords = {
  contest: ["victoire", "défaite", "battu"],
  call: ["téléphone"],
  street: ["rue"],
  numbering: ["chapitre"],
  clauseVerb: ["étaient", "ont"],
  change: ["passé(?:e|s)?", "augmenté", "baissé"],
  boundBeforeMinus: ["au", "du", "plus"],
  beforeNegative: ["de", "à"],
  behindDoubled: ["que"],
  levelLead: ["à"],
  shortMonth: ["mars", "juin", "août"],
  adjectiveBefore: ["nouveaux", "nouvelles", "grands", "grandes", "petits", "petites", "jeunes"],
  standsAt: ["à"],
  tollAt: ["à"],
  toll: ["bilan"],
  describes: ["de", "du"],
  asked: ["interrogée?s?"],
  residueLabel: ["à lire aussi", "lire aussi"],
  sizeOf: ["de"],
  nameJoiner: ["de", "du", "la", "le"],
  nameParticle: ["de"],
  perPair: ["pour"],
  sideAgainst: ["contre"],
};
