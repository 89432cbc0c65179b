/** Who made an estimate, a count or figures that are cited: “an estimate by the harbour ministry”, “figures from the Norland Institute”. */
import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { hasNoun } from "./may-speak.ts";
import { phraseAfter, type ReferentMap, type SourcePhrase } from "./phrases.ts";

const madeNoun = contextWords("madeNoun");
const makerLead = contextWords("makerLead");

/** A noun for figures that somebody has worked out. */
export const isMade = ({ scan }: Document, at: number): boolean => madeNoun.has(scan.lower(at));

/** Where the words that lead to the maker stand behind the noun at a token; -1 where none do. */
function leadBehind({ scan, language }: Document, noun: number): number {
  if (makerLead.has(scan.lower(noun + 1))) return noun + 2;
  // “Zahlen des Statistikamts”
  return language.verbSecond && scan.is(noun + 1, wordKinds.phraseLink) && scan.isCapital(noun + 2) ? noun + 1 : -1;
}

function makerBehind(document: Document, map: ReferentMap, noun: number): SourcePhrase | null {
  if (!isMade(document, noun)) return null;
  const lead = leadBehind(document, noun);
  const maker = lead < 0 ? null : phraseAfter(document, map, lead);
  if (maker === null || !hasNoun(document, maker.from, maker.to)) return null;
  const { scan } = document;
  const last = maker.to - 1;
  const isSpeaker =
    maker.referent?.isHuman ||
    scan.has(last, lists.organisationNouns | lists.personNouns) ||
    scan.is(last, wordKinds.speakingBody);
  return isSpeaker || scan.isCapital(last) ? maker : null;
}

function makerAmong(document: Document, map: ReferentMap, from: number, to: number): SourcePhrase | null {
  for (let noun = from; noun < to; noun++) {
    const maker = makerBehind(document, map, noun);
    if (maker !== null) return maker;
  }
  return null;
}

/** The maker in the place of what was made, where the phrase is of such a thing. */
export function makerOf(document: Document, map: ReferentMap, source: SourcePhrase): SourcePhrase {
  return makerAmong(document, map, source.from, source.to) ?? source;
}

/** The maker within the source of a statement; null where it names none. */
export function makerWithin(
  document: Document,
  map: ReferentMap,
  { sourceFrom, sourceTo }: { readonly sourceFrom: number; readonly sourceTo: number },
): SourcePhrase | null {
  return makerAmong(document, map, sourceFrom, sourceTo - 1);
}
