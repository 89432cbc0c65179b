import { countedNounsOf, plainCountedNouns, readingWords } from "@wirefold/text/grammar";

/** Plurals that -s does not make, and nouns for people that stand without a plural's ending. */
export const irregularPlurals: ReadonlyMap<string, string> = plainCountedNouns();

/** German nouns and the English words units are given in; compounds go by their last part: “Sporthallen”, “Dienstjahre”. */
const germanUnits = countedNounsOf("de");
/** Longest word whose parts are tried. */
const compoundLengthMax = 40;
const partLengthMin = 3;

/** The English unit for a German noun, by the longest known end of it; null for a noun nobody listed. */
export function germanUnit(noun: string): string | null {
  if (noun.length > compoundLengthMax) return null;
  for (let at = 0; noun.length - at >= partLengthMin; at++) {
    const part = noun.slice(at);
    const unit = irregularPlurals.get(part) ?? germanUnits.get(part);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** French and Spanish nouns that are counted most, by the English name of the unit. */
const romanceUnits = countedNounsOf("fr", "es");

/** The unit a French or Spanish noun names; the noun itself where it is none of the common ones. */
export const romanceUnit = (noun: string): string => romanceUnits.get(noun) ?? noun;

const peopleNouns =
  /^(?:daughters|sons|brothers|sisters|wives|husbands|parents|siblings|relatives|cousins|grandchildren|friends|felons|ex-felons|convicts|folks|officers|officials|voters|residents|reservists|nationals|citizens|pedestrians|arrivals|inhabitants|casualties|fatalities|deaths|civilians|militants|fighters|conscripts|recruits|draftees|servicemen|tourists|travelers|travellers|immigrants|asylum-seekers|seekers|pupils|employees|spectators|fans|visitors|guests|viewers|users|subscribers|followers|hostages|prisoners|detainees|inmates|suspects|orphans|newcomers|exiles|evacuees|homeless|marchers|strikers|mourners|worshippers|pilgrims|taxpayers|consumers|applicants|graduates|athletes|runners|adults|youths|teens|babies|infants|boys|girls|others|miners|welders|farmers|drivers|nurses|sailors|divers|rescuers|builders|dockers|bakers|passengers|commuters|students|neighbors|neighbours|survivors|victims|members|colleagues|crewmen|villagers|islanders)$/;
/** Ends that make nouns for people: firefighters, dockworkers, shopkeepers, geologists. */
const peopleEnds = /.(?:fighters|workers|keepers|owners|goers|holders|dwellers|ologists|icians|niks|nauts|women|men)$/;

/** A plural noun for people beyond those that speak. */
export const isPeopleNoun = (word: string): boolean => peopleNouns.test(word) || peopleEnds.test(word);

/** Nouns for numbers of people, whatever else they say. */
export const tollWords: ReadonlySet<string> = new Set(readingWords("toll"));
