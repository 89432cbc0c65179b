/** Names that German shows whole by their form: bodies of a town, streets, what is called after somebody, names in marks. */
import type { EntityType } from "@wirefold/core";
import { agencyByForm } from "@wirefold/text";
import {
  anyReadingWord,
  contextWords,
  isFirstName,
  isGermanHeadword,
  isGermanNoun,
  isPersonName,
  isPossiblePlace,
  isSurePlace,
  readingWordSet,
  readingWords,
} from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { describedBodyAt } from "./german-names.ts";
import type { ListedName } from "./listed-names.ts";

const localBody = contextWords("localBody");
const soleBody = contextWords("soleBody");
const streetNoun = contextWords("streetNoun");
const townSight = contextWords("townSight");
const tiedBody = contextWords("tiedBody");
const tiedPlace = contextWords("tiedPlace");
const markedBody = contextWords("markedBody");
const bodyFor = contextWords("bodyFor");
const forWord = contextWords("bodyForLink");
const genitive = contextWords("definiteGenitive");
const indefinite = contextWords("indefinite");
const and = readingWordSet("and");
const partyColour = contextWords("partyColour");
const clubInitials = contextWords("clubInitials");
const venue = contextWords("venue");
const federal = new RegExp(`^${anyReadingWord("federalOpening")}\\p{Ll}*${anyReadingWord("federalBody")}$`, "u");
const ministry = new RegExp(anyReadingWord("ministry"));
const district = new RegExp(`${anyReadingWord("districtEnding")}$`);
const wideStreet = new RegExp(`^(\\p{Ll}{3,})${anyReadingWord("wideStreet")}$`, "u");
const narrowStreet = new RegExp(`^(\\p{Ll}{3,})${anyReadingWord("narrowStreet")}$`, "u");
const region = new RegExp(`^${anyReadingWord("regionPrefix")}(\\p{Ll}{4,})$`, "u");
const ofTown = /^\p{Lu}\p{Ll}{3,}er$/u;

/** Longest name in marks, in tokens, and most parts that hyphens tie. */
const markedMax = 6;
const partsMax = 6;

const capitalised = (lower: string): string => lower.charAt(0).toUpperCase() + lower.slice(1);

/** “Sorreler”, “Münchner”, “Göttinger”: whether a town's or region's name is behind an adjective of that form. */
function isOfTown(raw: string): boolean {
  if (!ofTown.test(raw)) return false;
  const stem = raw.slice(0, -2);
  return isSurePlace(stem) || isSurePlace(`${stem}en`) || (stem.endsWith("n") && isSurePlace(`${stem.slice(0, -1)}en`));
}

/** “des Landgerichts”: a noun without its case's ending, where the list has it so. */
function without(lower: string, nouns: ReadonlySet<string>): string | null {
  if (nouns.has(lower)) return lower;
  const stem = lower.endsWith("es") && nouns.has(lower.slice(0, -2)) ? lower.slice(0, -2) : lower.slice(0, -1);
  return lower.endsWith("s") && nouns.has(stem) ? stem : null;
}

/** The name that begins at a token with a capital and shows whole what it is; null where none does. */
export function germanNameAt(document: Document, at: number, opensSentence: boolean): ListedName | null {
  return (
    tiedNameAt(document, at) ??
    markedNameAt(document, at) ??
    bodyOfTownAt(document, at) ??
    bodyForAt(document, at, opensSentence) ??
    placeInTownAt(document, at, opensSentence) ??
    singleNameAt(document, at)
  );
}

/** “Ida-Duarte-Stiftung”, “Rhein-Sorrel-Kreis”: the name of a person or place, and what is called after it. */
function tiedNameAt(document: Document, at: number): ListedName | null {
  const { scan } = document;
  if (scan.isGlued(at) && scan.mark(at - 1) === 0x2d) return null;
  let end = at + 1;
  let parts = 1;
  while (parts < partsMax && scan.mark(end) === 0x2d && scan.isGlued(end) && scan.isGlued(end + 1) && scan.isWord(end + 1)) {
    end += 2;
    parts++;
  }
  if (parts < 2 || scan.mark(end) === 0x2d) return null;
  const last = scan.lower(end - 1);
  const body = without(last, tiedBody);
  const place = body === null ? without(last, tiedPlace) : null;
  if (body === null && place === null) return null;
  let named = 0;
  for (let i = at; i < end - 1; i += 2) {
    const lower = scan.lower(i);
    if (!scan.isCapital(i) || /^\p{Lu}{2,}$/u.test(scan.raw(i))) return null;
    if ((isFirstName(lower) || isSurePlace(scan.raw(i)) || isPersonName(lower)) && !isGermanNoun(lower)) named++;
  }
  // “Haus-zu-Haus”, “Corona-Klinik”: two parts of which one is a name, or one that is.
  if (named === 0) return null;
  if (body === null) return name(document, at, end, "place", last !== place);
  const tail = tailEnd(document, end, false);
  return name(document, at, tail, "organisation", last !== body && tail === end);
}

/**
 * Past what a body's name goes on with: “für Hafenforschung und Seerecht”, “Sorrel”, “Nordmark II”.
 *
 * @param isMinistry goes on with a genitive as well: “der Finanzen”, “des Innern”
 */
function tailEnd({ scan, text }: Document, at: number, isMinistry: boolean): number {
  if (scan.isNewline(at)) return at;
  const isLink = forWord.has(scan.lower(at)) || (isMinistry && genitive.has(scan.lower(at)));
  if (isLink && scan.isCapital(at + 1)) {
    let end = at + 2;
    // “Angewandte Seekunde”
    if (/e[nrs]?$/.test(scan.lower(at + 1)) && !isGermanNoun(scan.lower(at + 1)) && scan.isCapital(end)) end++;
    // “Meeres- und Polarforschung”
    if (scan.mark(end) === 0x2d && scan.isGlued(end) && !scan.isGlued(end + 1)) end++;
    while (and.has(scan.lower(end)) && scan.isCapital(end + 1) && scan.isWord(end + 1)) end += 2;
    return end;
  }
  if (isMinistry || !scan.isCapital(at)) return at;
  const isTied = scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1) && scan.isCapital(at + 2);
  const end = isTied ? at + 3 : at + 1;
  const isPlace = isSurePlace(text.slice(scan.starts[at], scan.ends[end - 1])) || (isTied && isSurePlace(scan.raw(at)));
  if (!isPlace) return at;
  return /^[IVX]{1,3}$/.test(scan.raw(end)) ? end + 1 : end;
}

/** “Institut für Seerecht”, “Deutsche Gesellschaft für Hafenkunde”, “Bundesministerium der Finanzen” */
function bodyForAt(document: Document, at: number, opensSentence: boolean): ListedName | null {
  const { scan } = document;
  const described = opensSentence ? null : describedBodyAt(document, at, at + 2);
  const head = described === null ? at : at + 1;
  const lower = scan.lower(head);
  // “Technische Universität Sorrel”
  if (described !== null && without(lower, localBody) !== null) {
    const end = tailEnd(document, head + 1, false);
    if (end > head + 1) return name(document, at, end, "organisation", false);
  }
  const isFederal = isFederalBody(lower);
  if (!isFederal && without(lower, bodyFor) === null) return null;
  if (described === null && !isFederal && indefinite.has(scan.lower(at - 1))) return null;
  const link = scan.lower(head + 1);
  if (!forWord.has(link) && !(isFederal && genitive.has(link))) return null;
  const end = tailEnd(document, head + 1, isFederal && ministry.test(lower));
  return end > head + 1 ? name(document, at, end, "organisation", false) : null;
}

function isFederalBody(lower: string): boolean {
  return federal.test(lower) || federal.test(lower.replace(/s$/, "")) || federal.test(lower.replace(/es$/, ""));
}

/** “die Zeitung „Sorrel““, „Café Sorrel“: a body's name in marks behind what it is, or one that ends or begins so. */
function markedNameAt(document: Document, at: number): ListedName | null {
  const { scan } = document;
  if (!opens(scan.raw(at - 1)) || !scan.isGlued(at)) return null;
  let end = at;
  while (end < at + markedMax && (scan.isCapital(end) || scan.isNumber(end) || (end > at && scan.mark(end) === 0x2d))) end++;
  if (!closes(scan.raw(end)) || !scan.isGlued(end)) return null;
  const isVenue =
    end - at > 1 &&
    ((venue.has(scan.lower(end - 1)) && !scan.isGlued(end - 1)) || venue.has(scan.lower(at)) || venue.has(scan.lower(at - 2)));
  const before = scan.lower(at - 2);
  const isBody = markedBody.has(before) || without(before, markedBody) !== null;
  if (!isVenue && !isBody) return null;
  return name(document, at, end, "organisation", false);
}

const opens = (raw: string): boolean => raw.length === 1 && "„“«»\"‚‘'".includes(raw);
const closes = (raw: string): boolean => raw.length === 1 && "“”»«\"‘’'".includes(raw);

/** “Landgericht Sorrel”, “Sorreler Staatsanwaltschaft” */
function bodyOfTownAt(document: Document, at: number): ListedName | null {
  const { scan } = document;
  const next = at + 1;
  if (!scan.isCapital(next) || scan.isNewline(next)) return null;
  const isTied = scan.mark(next + 1) === 0x2d && scan.isGlued(next + 1);
  if (isOfTown(scan.raw(at)) && !isTied) {
    const body = without(scan.lower(next), localBody) ?? without(scan.lower(next), soleBody);
    if (body !== null) return name(document, at, next + 1, "organisation", scan.lower(next) !== body);
    // “Kasseler SC”
    if (clubInitials.has(scan.lower(next)) && !/\p{Ll}/u.test(scan.raw(next)))
      return name(document, at, next + 1, "organisation", false);
  }
  if (without(scan.lower(at), localBody) === null) return null;
  const end = isTied && scan.isCapital(next + 2) ? next + 3 : next + 1;
  const town = document.text.slice(scan.starts[next], scan.ends[end - 1]);
  const isTown =
    isSurePlace(town) || (isPossiblePlace(town) && !isGermanNoun(scan.lower(next)) && !isFirstName(scan.lower(next)));
  const isNumbered = /^[IVX]{1,3}$/.test(scan.raw(end));
  return isTown ? name(document, at, isNumbered ? end + 1 : end, "organisation", false) : null;
}

/** “Altenhofer Straße”, “Sorreler Rathaus” */
function placeInTownAt(document: Document, at: number, opensSentence: boolean): ListedName | null {
  const { scan } = document;
  const next = at + 1;
  if (!ofTown.test(scan.raw(at)) || !scan.isCapital(next) || scan.isNewline(next)) return null;
  if (scan.mark(next + 1) === 0x2d && scan.isGlued(next + 1)) return null;
  const lower = scan.lower(next);
  const isStreet = streetNoun.has(lower) && !isGermanNoun(scan.lower(at)) && !opensSentence;
  const sight = without(lower, townSight);
  if (!isStreet && !(sight !== null && isOfTown(scan.raw(at)))) return null;
  return name(document, at, next + 1, "place", sight !== null && sight !== lower);
}

/** “Bundesgerichtshof”, “Westnordmark”, “Idastraße” */
function singleNameAt(document: Document, at: number): ListedName | null {
  const { scan } = document;
  if (scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1))
    return isPartyOfCompound(document, at) ? name(document, at, at + 1, "organisation", false) : null;
  if (scan.isGlued(at) && scan.mark(at - 1) === 0x2d) return null;
  const lower = scan.lower(at);
  if (lower.length < 6) return null;
  const sole = without(lower, soleBody);
  if (sole !== null) return name(document, at, at + 1, "organisation", sole !== lower);
  if (isFederalBody(lower)) return name(document, at, at + 1, "organisation", !federal.test(lower));
  const land = region.exec(lower)?.[1];
  if (land !== undefined && !isGermanNoun(lower)) {
    const stem = isSurePlace(capitalised(land)) ? land : land.replace(/s$/, "");
    if (isSurePlace(capitalised(stem)) && !isFirstName(lower)) return name(document, at, at + 1, "place", stem !== land);
  }
  if (isParty(document, at)) return name(document, at, at + 1, "organisation", false);
  if (isDistrict(lower)) return name(document, at, at + 1, "place", false);
  return isStreet(lower) ? name(document, at, at + 1, "place", false) : null;
}

/** “die Grünen”, but not “im Grünen” */
const isParty = ({ scan }: Document, at: number): boolean =>
  partyColour.has(scan.lower(at)) && scan.has(at - 1, lists.determiners) && !scan.isCapital(at + 1);

/** “Grünen-Politikerin” */
const isPartyOfCompound = ({ scan }: Document, at: number): boolean =>
  partyColour.has(scan.lower(at)) && scan.isCapital(at + 2) && scan.has(at + 2, lists.personNouns | lists.titles);

/** “Enzkreis”: a district called after what is no noun. */
function isDistrict(lower: string): boolean {
  const stem = lower.replace(district, "");
  return (
    stem !== lower && stem.length > 2 && !isGermanNoun(stem) && !isGermanNoun(stem.replace(/s$/, "")) && !isGermanHeadword(lower)
  );
}

/** “Idastraße”, “Duarteplatz”: a street called after somebody or something, and no noun of the table (“Schnellstraße”). */
function isStreet(lower: string): boolean {
  const wide = wideStreet.exec(lower);
  const stem = wide?.[1] ?? narrowStreet.exec(lower)?.[1];
  if (stem === undefined || isGermanHeadword(lower)) return false;
  if (isFirstName(stem)) return true;
  if (isGermanNoun(stem) || isGermanNoun(stem.replace(/s$/, ""))) return false;
  return wide !== null || isSurePlace(capitalised(stem));
}

function name({ scan, text }: Document, at: number, end: number, type: EntityType, isInCase: boolean): ListedName {
  const written = text.slice(scan.starts[at], scan.ends[end - 1]);
  return { to: end, name: isInCase ? written.replace(/e?s$/, "") : written, type };
}

const smallBodies = readingWords("smallBody");

/** “dpa”, “ver.di”, “n-tv”: a body whose name is written small, at a token of {@link wordKinds.opensSmallBody}. */
export function smallNameAt({ scan, text }: Document, at: number): ListedName | null {
  if (scan.isGlued(at) && scan.mark(at - 1) !== 0x28 && scan.mark(at - 1) !== 0x2f) return null;
  for (const body of smallBodies) {
    const from = scan.starts[at] as number;
    if (!text.startsWith(body, from)) continue;
    let to = at + 1;
    while (to < scan.count && (scan.starts[to] as number) < from + body.length) to++;
    if (scan.ends[to - 1] !== from + body.length || (scan.isWord(to) && scan.isGlued(to))) continue;
    return { to, name: agencyByForm.get(body) ?? body, type: "organisation" };
  }
  return null;
}
