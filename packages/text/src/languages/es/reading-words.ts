import type { ReadingWords } from "../../reading-words.ts";

/** Words in Spanish that figures, dates and statements are read by, whatever the language of the text. */
export const readingWords: ReadingWords = {
  contest: ["ganó", "perdió", "victoria", "derrota"],
  call: ["teléfono"],
  street: ["calle", "avenida"],
  numbering: ["num", "núm", "página", "capítulo"],
  clauseVerb: ["eran", "fueron", "han"],
  change: ["subió", "subieron", "bajó", "bajaron", "creció", "cayó", "aumentó"],
  boundBeforeMinus: ["al", "lo", "y", "más"],
  doubled: ["doble", "cuádruple"],
  behindDoubled: ["del", "de"],
  levelLead: ["a"],
  shortMonth: ["mayo"],
  adjectiveBefore: ["nuevos", "nuevas", "grandes", "pequeños", "pequeñas", "jóvenes"],
  standsAt: ["a"],
  tollAt: ["a"],
  toll: ["balance", "muertos", "víctimas"],
  describes: ["de", "del"],
  asked: ["preguntad[oa]s?"],
  residueLabel: ["lea también"],
  nameJoiner: ["del", "el", "y"],
  rangeFrom: ["desde"],
  perPair: ["por"],
  points: ["básicos"],
};
