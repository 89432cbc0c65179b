import type { EntityType } from "@wirefold/core";
import { agencyByForm } from "@wirefold/text";
import type { Gender } from "@wirefold/text/grammar";
import {
  anyReadingWord,
  contextWords,
  englishBodyNouns,
  englishPlaceNouns,
  genderOfFirstName,
  isFirstName,
  isLargeTown,
  isPersonName,
  isPossiblePlace,
  isSurePlace,
  knownBodies,
  koreanSurnames,
  namedThings,
  readingWordSet,
} from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { describedBodyAt, isFirmNoun, isUnlistedPlace } from "./german-names.ts";
import { isMonthAsName } from "./month-names.ts";
import { hasBodyForm, isCommonNoun } from "./name-form.ts";
import { withoutGenitive } from "./noun-evidence.ts";

const of = readingWordSet("of");
const placeOf = contextWords("placeOf");
const who = contextWords("who");
const thingNoun = contextWords("thingNoun");
const firmNoun = contextWords("firmNoun");
const behindWork = contextWords("behindWork");
const stormOpener = contextWords("stormOpener");
const clubOpener = contextWords("clubOpener");
const followers = contextWords("followers");
const versus = contextWords("versus");
const clubName = contextWords("clubName");
const happening = contextWords("happening");
const compass = contextWords("compass");
const compassBehind = contextWords("compassBehind");
const organisationEnding = new RegExp(`.${anyReadingWord("organisationEnding")}$`);
const the = contextWords("the");
const firmLead = contextWords("firmLead");
const workplace = contextWords("workplace");

/** “Classified Information”, “Deferred Action”: hardly a first name ends so. */
const adjectiveEnding = /.{3}(?:ed|ing|al|ous|ive|ary|ical|less|ful)$/;

const groupAdjectives = contextWords("groupAdjective");
/** Ends that make such words from names of countries. */
const demonymEnding = /(?:ians?|ese)$/;

const isGroup = (lower: string): boolean =>
  groupAdjectives.has(lower) || (lower.endsWith("s") && groupAdjectives.has(lower.slice(0, -1)));

export const isDemonym = (lower: string): boolean =>
  groupAdjectives.has(lower) || groupAdjectives.has(lower.replace(/s$/, "")) || demonymEnding.test(lower);

/** How far before a name with a role a noun that tells the gender is looked for, in tokens. */
const roleReach = 6;

export interface NameType {
  readonly type: EntityType;
  /** Evidence beyond a guess. */
  readonly isSure: boolean;
  readonly gender: Gender | null;
}

/** A name as it stands, without role and honorific. */
export interface BareName {
  readonly from: number;
  readonly to: number;
  readonly surface: string;
  readonly role: string | null;
  /** What “Mr.” or “Mrs.” before it says. */
  readonly honorific: Gender | null;
}

export const isAcronym = (raw: string): boolean =>
  raw.length >= 2 && raw.length <= 6 && raw === raw.toUpperCase() && /^[\p{Lu}.]+$/u.test(raw);

/** “, a nurse” or “, the retired pilot” follows. */
function isApposedPerson(scan: Document["scan"], to: number): boolean {
  if (scan.mark(to) !== 0x2c || !scan.has(to + 1, lists.determiners)) return false;
  for (let i = to + 2; i <= to + 4; i++) if (scan.has(i, lists.personNouns | lists.titles)) return true;
  return false;
}

/** What the rest of a text tells about its names. */
export interface KnownNames {
  /** People called by a first name only. */
  readonly firstNames: ReadonlySet<string>;
  /** Words that stand alone with a capital where only names do. */
  readonly alone: () => ReadonlySet<string>;
  /** What was found of names seen before: whether their form shows a body. */
  readonly bodies: Map<string, boolean>;
}

/** “Ana Duarte, mayor of Sorrel”, “Mayor Ana Duarte of Sorrel”, “Sorrel, Colorado”: where an office or another place is. */
function isPlaceByOffice({ scan }: Document, from: number, to: number): boolean {
  if (scan.mark(to) === 0x2c && !scan.isNewline(to) && isSurePlace(scan.raw(to + 1)) && !scan.isCapital(to + 2))
    return scan.mark(to + 2) !== 0x2c || !isSurePlace(scan.raw(to + 3));
  if (!of.has(scan.lower(from - 1)) || !scan.isCapital(from - 2)) return false;
  let at = from - 2;
  while (at > from - 6 && scan.isCapital(at) && !scan.has(at, lists.titles)) at--;
  return at < from - 2 && scan.has(scan.mark(at) === 0x2e ? at - 1 : at, lists.titles);
}

/** Whether a name is a body's by its form; the same name is looked at once. */
function isBody(document: Document, from: number, to: number, surface: string, bodies: Map<string, boolean>): boolean {
  const known = bodies.get(surface);
  if (known !== undefined) return known;
  const found = hasBodyForm(document, from, to, surface) && (knownBodies.has(surface) || !isSurePlace(surface));
  bodies.set(surface, found);
  return found;
}

/** Ends that surnames hardly have: “Populism”, “Trumpers”. */
const noSurname = /(?:ism|ists?|ers|ans|ity|tion|ness|ics|ville|burg|land|stan|care)$|^\p{Lu}+$|.\p{Lu}/u;

const wordLists = lists.organisationNouns | lists.personNouns | lists.notNames | lists.verbs;

/** A word with a capital that is a common noun, an adjective or a word of those lists as well: “Presidential”, “Order”. */
const isPlainWord = ({ scan }: Pick<Document, "scan">, at: number, also = wordLists): boolean =>
  isCommonNoun(scan.lower(at)) || isDemonym(scan.lower(at)) || adjectiveEnding.test(scan.lower(at)) || scan.has(at, also);

/** Whether a single word may be somebody's last name: no common word, no “a Sorrel baker”, no “Sorrelism”. */
function mayBeSurname({ scan, language }: Document, at: number): boolean {
  if (!language.knowsNouns || (scan.ends[at] ?? 0) - (scan.starts[at] ?? 0) < 4) return false;
  const goesOn = lists.verbs | lists.speechVerbs | lists.passiveAuxiliaries | lists.prepositions | lists.betweenSubjectAndVerb;
  const isAttribute =
    scan.isWord(at + 1) && !scan.has(at + 1, goesOn | lists.subordinators) && !language.words.and.has(scan.lower(at + 1));
  if (isAttribute || scan.has(at - 1, lists.determiners) || scan.mark(at + 1) === 0x2d) return false;
  return !isPlainWord({ scan }, at) && !noSurname.test(scan.raw(at));
}

/** What a name names, by its own words, its role and the words around it. */
export function typeOfName(document: Document, { from, to, surface, role, honorific }: BareName, known: KnownNames): NameType {
  const { scan, language } = document;
  const first = scan.lower(from);
  const last = scan.lower(to - 1);
  const words = to - from;
  let gender = honorific;
  if (agencyByForm.has(surface)) return { type: "organisation", isSure: true, gender: null };
  if (words === 1 && role === null && honorific === null) {
    if (namedThings.has(surface)) return { type: "other", isSure: true, gender: null };
    // “Democrats say”: a people or a party's members, who are nobody by name.
    if (isGroup(first) || (language.demonyms.has(first) && !isFirstName(first)))
      return { type: "other", isSure: true, gender: null };
  }
  if (role === null && honorific === null && isBody(document, from, to, surface, known.bodies))
    return { type: "organisation", isSure: true, gender: null };
  if (words > 1 && isMonthAsName(document, from)) return { type: "person", isSure: true, gender: genderOfFirstName(first) };
  // “Harbour Safety Act”, “Sorrel Games”: the last word says what it is, unless a title or “Mr.” says that it is a surname.
  const isNumbered = words > 2 && /^[IVX]+$/.test(scan.raw(to - 1)) && thingNoun.has(scan.lower(to - 2));
  const isThing =
    thingNoun.has(last) ||
    isNumbered ||
    (words === 2 && /^[IVX]+$/.test(scan.raw(to - 1)) && language.words.designators.has(first));
  if (role === null && honorific === null && !isFirstName(first) && isThing && (words > 1 || the.has(scan.lower(from - 1))))
    return { type: "other", isSure: true, gender: null };
  if (language.capitalisesNouns && role === null && honorific === null) {
    if (words === 2 && describedBodyAt(document, from, to) !== null) return { type: "organisation", isSure: true, gender: null };
    if (words <= 2 && scan.isCapital(from - 1) && isFirmNoun(scan.lower(from - 1)) && !isSurePlace(withoutGenitive(surface)))
      return { type: "organisation", isSure: true, gender: null };
    if (words > 1 && englishPlaceNouns.has(last) && !isFirstName(first)) return { type: "place", isSure: true, gender: null };
    if (words === 1 && !isFirstName(first) && isUnlistedPlace(document, from))
      return { type: "place", isSure: true, gender: null };
  }
  if (words > 1 && role === null && isSurePlace(surface)) return { type: "place", isSure: true, gender: null };
  let hasOrganisationNoun = false;
  for (let i = from; i < to; i++)
    if (scan.has(i, lists.organisationNouns) && !(i === from && isFirstName(first))) hasOrganisationNoun = true;
  if (hasOrganisationNoun && (words > 1 || role === null) && !(role !== null && !language.organisationNouns.has(last)))
    return { type: "organisation", isSure: words > 1, gender: null };
  // “die Stadt”, “das Land”: a common noun; as a source it is the body that runs the place.
  if (language.capitalisesNouns && words === 1 && role === null && language.populated.has(first))
    return { type: "organisation", isSure: true, gender: null };
  if (isSurePlace(surface) && role === null) return { type: "place", isSure: true, gender: null };
  if (honorific !== null) return { type: "person", isSure: true, gender };
  if (role !== null) {
    for (let i = Math.max(0, from - roleReach); i < from; i++) {
      if (language.femaleNouns.has(scan.lower(i))) gender = "f";
      else if (language.maleNouns.has(scan.lower(i))) gender = "m";
    }
    return { type: "person", isSure: true, gender: gender ?? genderOfFirstName(first) };
  }
  if (words === 1 && language.demonyms.has(surface.toLowerCase().replace(/s$/, "")))
    return { type: "other", isSure: true, gender: null };
  // “Park Sun-mi”
  if (koreanSurnames.has(scan.raw(from)) && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+-\p{Ll}+$/u.test(surface))
    return { type: "person", isSure: true, gender: null };
  // “June Park, a nurse”: what follows says that it is no park.
  if (words === 2 && isFirstName(first) && isApposedPerson(scan, to))
    return { type: "person", isSure: true, gender: genderOfFirstName(first) };
  if (language.placeNouns.has(last) && words > 1) return { type: "place", isSure: true, gender: null };
  if (scan.has(to, lists.placeNouns) && !scan.isCapital(to) && language.nounsQualify)
    return { type: "place", isSure: true, gender: null };
  // “Harbour Owners of Sorrel”
  let head = to - 1;
  for (let i = from + 1; i < to - 1; i++) if (of.has(scan.lower(i))) head = Math.min(head, i - 1);
  const isOfBody =
    (firmNoun.has(scan.lower(head)) && words > 1) || scan.mark(from + 1) === 0x26 || (words > 3 && scan.mark(to - 2) === 0x26);
  if (words > 1 && stormOpener.has(first)) return { type: "other", isSure: true, gender: null };
  // “FC Sorrel”, “BOLT Action”; “JD Duarte” is somebody.
  const opensBody = words > 1 && isAcronym(scan.raw(from)) && (scan.raw(from).length > 2 || clubOpener.has(first));
  if (opensBody && !scan.isCapital(to)) return { type: "organisation", isSure: true, gender: null };
  // “Duarte v. Quill”
  if (words > 2)
    for (let i = from + 1; i < to - 1; i++) if (versus.has(scan.lower(i))) return { type: "other", isSure: true, gender: null };
  if (words > 1 && clubName.has(first)) return { type: "organisation", isSure: true, gender: null };
  // “VfL Sorrel”
  if (words > 1 && scan.raw(from).length === 3 && /^\p{Lu}\p{Ll}\p{Lu}$/u.test(scan.raw(from)))
    return { type: "organisation", isSure: true, gender: null };
  if (isOfBody && !isFirstName(first)) return { type: "organisation", isSure: true, gender: null };
  if (language.capitalisesNouns && (organisationEnding.test(last) || (words > 1 && englishBodyNouns.has(last))))
    return { type: "organisation", isSure: true, gender: null };
  // “the North”, “East Sorrel”; “the Sorrel shooting”
  if (compass.has(first) && (words === 1 || (words === 2 && !isDemonym(last) && !language.demonyms.has(last))))
    return { type: "place", isSure: true, gender: null };
  const isEvent = happening.has(scan.lower(to)) || (happening.has(scan.lower(to + 1)) && !scan.isCapital(to));
  if (isEvent && the.has(scan.lower(from - 1)) && words <= 2 && !isAcronym(surface))
    return { type: "place", isSure: false, gender: null };
  if (behindWork.has(scan.lower(to)) && the.has(scan.lower(from - 1)) && !scan.isCapital(to))
    return { type: "other", isSure: false, gender: null };
  // “Mount Sorrel”, “Upper Sorrel”, “Lake Sorrel”
  if (words > 1 && words <= 3 && language.placeOpeners.has(first) && !language.organisationNouns.has(last))
    return { type: "place", isSure: true, gender: null };
  // “Caroline du Sud”, “Corea del Norte”
  if (words > 2 && compassBehind.has(last) && scan.has(to - 2, lists.prepositions | lists.determiners))
    return { type: "place", isSure: true, gender: null };
  const given = genderOfFirstName(first);
  if (given !== null && words > 1 && words <= 5) return { type: "person", isSure: true, gender: given };
  // “R. Quill Duarte”
  if (words > 2 && words <= 5 && scan.mark(from + 1) === 0x2e && scan.raw(from).length === 1)
    return { type: "person", isSure: true, gender: null };
  if (isAcronym(surface)) return { type: "organisation", isSure: false, gender: null };
  // “the law firm Duarte Quill”, “an analyst at Sorrel Macro”
  const lead = scan.lower(from - 1);
  // “Openfile publisher Ana Duarte”: a publisher of a firm is somebody.
  const isOwned = scan.isCapital(from - 2) && !scan.has(from - 2, lists.determiners);
  const isTheirs = scan.has(from - 1, lists.personNouns) && isOwned && words === 2 && !isCommonNoun(last);
  if (
    (firmLead.has(lead) && !isTheirs) ||
    (workplace.has(lead) && scan.has(from - 2, lists.personNouns | lists.titles) && words > 1)
  )
    return { type: "organisation", isSure: true, gender: null };
  if (given === null && words <= 2 && isPlaceByOffice(document, from, to)) return { type: "place", isSure: true, gender: null };
  if (words <= 3 && surface.split(/[ -]/).every((word) => isDemonym(word.toLowerCase())))
    return { type: "other", isSure: true, gender: null };
  const before = scan.lower(from - 1);
  const after = scan.lower(to);
  if (
    scan.mark(to) === 0x2c &&
    scan.isNumber(to + 1) &&
    (scan.mark(to + 2) === 0x2c || scan.mark(to + 2) === 0x2e) &&
    /^[1-9]\d$/.test(scan.raw(to + 1))
  )
    return { type: "person", isSure: true, gender: given };
  // “spokeswoman Ana Duarte”, “waiter Vlad”
  if (language.personNouns.has(before) && !scan.isNewline(from - 1)) {
    const noun: Gender | null = language.femaleNouns.has(before) ? "f" : language.maleNouns.has(before) ? "m" : null;
    return { type: "person", isSure: words > 1, gender: noun ?? given };
  }
  // “Her mother, Ana, said”
  if (words === 1 && scan.mark(from - 1) === 0x2c && scan.mark(to) === 0x2c && scan.has(from - 2, lists.personNouns)) {
    const noun = scan.lower(from - 2);
    const isOwned = scan.has(from - 3, lists.pronouns) || scan.isGenitive(from - 3);
    const fits = language.femaleNouns.has(noun) ? "f" : language.maleNouns.has(noun) ? "m" : null;
    if (isOwned) return { type: "person", isSure: true, gender: fits ?? given };
  }
  if (language.demonyms.has(surface.toLowerCase().replace(/s$/, ""))) return { type: "other", isSure: true, gender: null };
  // “south of Sorrel”, “crossing at Sorrel”
  if (of.has(before) && placeOf.has(scan.lower(from - 2))) return { type: "place", isSure: true, gender: null };
  if (language.placePrepositions.has(before)) return { type: "place", isSure: false, gender: null };
  // “Harrow manager Ana Duarte”: who has a manager is a club or a firm.
  if (given === null && scan.has(to, lists.personNouns) && !scan.isCapital(to) && scan.isCapital(to + 1))
    return { type: "organisation", isSure: false, gender: null };
  // “Sorrel Systems”, “Circle Optics”: ends in a noun, and nobody is called by it alone. “Breck Stone” may be somebody; names of common
  // words alone are of products, plans and shows more often than of firms.
  if (language.knowsNouns && words > 1 && isCommonNoun(last) && given === null && !known.alone().has(scan.raw(to - 1))) {
    const isPlain = isCommonNoun(first) || adjectiveEnding.test(first);
    if (isPlain && !last.endsWith("ics") && words <= 3) return { type: "other", isSure: false, gender: null };
    if (last.endsWith("s") || isPlain || words > 2) return { type: "organisation", isSure: false, gender: null };
  }
  if (
    language.speechVerbs.has(after) ||
    language.speechVerbs.has(before) ||
    (scan.mark(to) === 0x2c && after === "," && who.has(scan.lower(to + 1)))
  )
    return { type: "person", isSure: false, gender: given };
  if (given !== null) return { type: "person", isSure: false, gender: given };
  if (words === 1 && known.firstNames.has(surface)) return { type: "person", isSure: false, gender: null };
  // “Texas Lyceum”, “Sorrelian Harbourers”: called after a place or a people, so nobody.
  if (words > 1 && isDemonym(first) && !isSurePlace(scan.raw(from))) return { type: "other", isSure: false, gender: null };
  // “Matis Orel” is somebody, though a town is called Orel.
  if (words === 2 && isPersonName(first) && isPersonName(last) && !isSurePlace(scan.raw(from)) && !isPlainWord(document, from))
    return { type: "person", isSure: false, gender: null };
  // “Unity Sorrel”: a club or the branch of a firm.
  if (words === 2 && isSurePlace(scan.raw(to - 1))) return { type: "organisation", isSure: false, gender: null };
  if (words > 1 && isSurePlace(scan.raw(from)) && isApposedPerson(scan, to))
    return { type: "person", isSure: false, gender: null };
  if (words > 1 && isSurePlace(scan.raw(from))) return { type: "organisation", isSure: false, gender: null };
  // “the Duarte administration”, “the Duarte campaign”: what somebody leads.
  if (the.has(before) && words === 1 && followers.has(after)) return { type: "person", isSure: false, gender: null };
  // German sets an article before any noun, so there it tells nothing.
  if (the.has(before)) return { type: "organisation", isSure: false, gender: null };
  // “Fredric March” is somebody though a march is a noun.
  const endsPlain =
    !language.words.months.has(last) && isPlainWord(document, to - 1, lists.organisationNouns | lists.personNouns);
  const isOfWords = language.knowsNouns && words > 1 && (endsPlain || isPlainWord(document, from));
  if (isOfWords) return { type: "other", isSure: false, gender: null };
  if (words >= 2 && words <= 3 && !(language.capitalisesNouns && scan.has(from, lists.titles | lists.personNouns)))
    return { type: "person", isSure: false, gender: null };
  // A large town, or one of which nobody is called: a town in the world has the name of many a word and family.
  const isTown = words === 1 && !language.capitalisesNouns && isPossiblePlace(surface) && !isCommonNoun(first);
  if (isTown && (isLargeTown(surface) || !isPersonName(first))) return { type: "place", isSure: false, gender: null };
  // “could replace Duarte”: a single name that nothing tells more of is somebody's last name more often than anything else.
  if (words === 1 && mayBeSurname(document, from)) return { type: "person", isSure: false, gender: null };
  return { type: "other", isSure: false, gender: null };
}
