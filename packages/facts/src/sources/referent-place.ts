/** What the place of a referent in its sentence says of it. */
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { Referent } from "./referents.ts";

/** A verb of saying stands by it. */
export function speaks({ scan }: Document, referent: Referent): boolean {
  if (referent.isPossessive || referent.isQuoted) return false;
  if (scan.has(referent.from - 1, lists.speechVerbs) || scan.has(referent.to, lists.speechVerbs)) return true;
  const isParted = scan.mark(referent.to) === 0x2c || scan.has(referent.to, lists.betweenSubjectAndVerb);
  return (isParted && scan.has(referent.to + 1, lists.speechVerbs)) || speaksFor(scan, referent);
}

/** Longest “for the Harbour Trust” between a description and its verb, in tokens. */
const complementReach = 8;

/** “a spokesman for the Harbour Trust said”: the verb belongs to whom the words before “for” describe. */
function speaksFor(scan: Document["scan"], { kind, from, to }: Referent): boolean {
  if (kind !== "nominal" || !scan.has(to, lists.prepositions) || scan.has(from - 1, lists.prepositions)) return false;
  for (let i = to + 1; i <= to + complementReach && scan.isWord(i); i++) {
    if (scan.has(i, lists.speechVerbs)) return i > to + 1 && !scan.has(i - 1, lists.determiners | lists.prepositions);
    if (scan.has(i, lists.pronouns | lists.subordinators)) return false;
  }
  return false;
}

/** “Ana Duarte, a potter, came …” opens a paragraph: what follows is about her. */
export function isPresented({ scan }: Document, { kind, from, to }: Referent): boolean {
  return kind === "name" && (from === 0 || scan.isNewline(from - 1)) && scan.mark(to) === 0x2c;
}

/** Stands where subjects stand: early in its sentence or clause, with no preposition before it, not owning anything. */
export function isSubject(document: Document, referent: Referent): boolean {
  const { scan, language } = document;
  if (referent.isPossessive || referent.isQuoted) return false;
  // “According to Ana Duarte”: who is cited speaks.
  if (language.accordingTo.some((words) => scan.reads(words, referent.from - words.length))) return true;
  if (scan.has(referent.from - 1, lists.prepositions)) return false;
  // “The club’s president, Ana Duarte, said”, “Her first manager, Ana Duarte, 90, recalled”
  if (scan.mark(referent.from - 1) === 0x2c && scan.mark(referent.to) === 0x2c) {
    const isAged = scan.isNumber(referent.to + 1) && scan.mark(referent.to + 2) === 0x2c;
    if (scan.has(referent.to + (isAged ? 3 : 1), lists.speechVerbs)) return true;
  }
  if (scan.has(referent.from - 1, lists.speechVerbs) || scan.has(referent.to, lists.speechVerbs | lists.betweenSubjectAndVerb))
    return true;
  if (speaksFor(scan, referent)) return true;
  const first = (document.sentences[document.sentenceOf[referent.from] as number] as readonly [number, number])[0];
  return referent.from - first <= 3;
}
