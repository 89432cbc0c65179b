import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { SourcePhrase } from "./phrases.ts";
import type { ReportingSense } from "./reporting-verbs.ts";
import type { Identity } from "./resolve-referents.ts";

const percentNoun = contextWords("percentNoun");

interface Input {
  readonly document: Document;
  readonly identities: readonly (Identity | null)[];
}

/** A word in it could be the name of someone: “-”, “The” and “His well-” could not. */
export function hasNoun({ scan }: Document, from: number, to: number): boolean {
  // Cut off before its last part, a hyphenated word is half of one.
  if (scan.mark(to - 1) === 0x2d) return false;
  for (let i = from; i < to; i++)
    if (scan.isWord(i) && /\p{L}{2}/u.test(scan.raw(i)) && !scan.has(i, lists.determiners | lists.prepositions | lists.pronouns))
      return true;
  return false;
}

export function hasCapital({ scan }: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scan.isCapital(i)) return true;
  return false;
}

/** One word with a capital that is no common word. */
const isLoneName = ({ scan }: Document, { from, to }: SourcePhrase): boolean =>
  to - from === 1 &&
  scan.isCapital(from) &&
  !scan.has(from, lists.notNames | lists.determiners | lists.prepositions | lists.personNouns | lists.organisationNouns);

/** The noun of a phrase that what stands behind a preposition belongs to. */
function headOf({ scan }: Document, { from, to }: SourcePhrase): number {
  for (let i = from + 1; i < to; i++) if (scan.has(i, lists.prepositions)) return i - 1;
  return to - 1;
}

/** Whether a phrase may be the subject of a verb that reports in this sense: things do not claim or add, documents show. */
export function maySpeak({ document, identities }: Input, source: SourcePhrase, sense: ReportingSense): boolean {
  const { scan, language } = document;
  const { referent } = source;
  // “'s shooting”, “35 per cent of the pupils said” name no one whose word it is.
  if (scan.isGenitive(source.from) || scan.isGenitive(source.to)) return false;
  for (let i = source.from; i < source.to; i++) if (percentNoun.has(scan.lower(i)) || scan.mark(i) === 0x25) return false;
  if (referent?.kind === "pronoun") {
    if (referent.isQuoted || referent.isPossessive)
      return referent.isPossessive && hasNoun(document, referent.to, source.to) && sense === "say";
    if (!referent.isHuman) return sense !== "act" && (identities[referent.index] ?? null) !== null;
    return true;
  }
  // “all agreed that”, “others said”
  if (source.to - source.from === 1 && language.reporting.people.has(scan.lower(source.from))) return true;
  if (!hasNoun(document, source.from, source.to)) return false;
  // “bezeichnet werden” is no phrase for anybody where nouns have capitals.
  if (language.capitalisesNouns && referent === null && !hasCapital(document, source.from, source.to)) return false;
  if (referent === null) {
    // “In einem offenen Brief erklärt …”: where it was said does not say it.
    if (scan.isNumber(source.from) || scan.has(source.from, lists.prepositions)) return false;
    // “…, beating forecasts”: a participle is no subject.
    const { participleEnding } = language.reporting;
    const isLone = source.to - source.from === 1 && !scan.isCapital(source.from);
    if (isLone && participleEnding !== null && scan.lower(source.from).endsWith(participleEnding)) return false;
    if (language.reporting.notSubjects.has(scan.lower(source.from))) return false;
    // « Ravel a répondu que … »: a name nothing is known of, where a verb of saying follows.
    if (language.subjectFollows && isLoneName(document, source)) return sense !== "act" && sense !== "show";
    // “the fund warned”, “the chamber of commerce warned”: a body, though no name.
    const head = headOf(document, source);
    if (scan.has(head, lists.organisationNouns)) return true;
    if (sense === "show") return language.reporting.documents.has(scan.lower(head));
    return sense === "say" && !language.reporting.things.has(scan.lower(head));
  }
  if (
    referent.kind === "name" &&
    referent.to < source.to &&
    !scan.has(referent.to, lists.prepositions) &&
    !scan.has(source.to - 1, lists.personNouns | lists.organisationNouns)
  )
    // “Halden prices said”: the noun behind the name is the subject.
    return sense === "say" || sense === "show";
  return referent.isHuman || sense === "say" || sense === "show";
}
