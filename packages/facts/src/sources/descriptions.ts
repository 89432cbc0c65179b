/** People the text describes: whose they are, how they are brought in, and by what words they are known. */
import { onlyReadingWord } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { Referent } from "./referents.ts";

const link = onlyReadingWord("descriptionLink");

/** “his father”, “the baker’s father”: whose the person is stands before the noun. */
export const isOwned = ({ scan }: Document, { from }: Referent): boolean =>
  scan.has(from, lists.pronouns) || scan.has(from - 1, lists.pronouns) || scan.isGenitive(from - 1);

/** Who is brought in as somebody’s: “father” for “His father, Otto Brack, …”. A noun that brings in two people tells of none. */
export function introductions(document: Document, referents: readonly Referent[]): ReadonlyMap<string, Referent> {
  const { scan } = document;
  const found = new Map<string, Referent | null>();
  referents.forEach((referent, index) => {
    const next = referents[index + 1];
    if (referent.kind !== "nominal" || referent.isPlural || referent.isBody || !next?.isNamedPerson) return;
    if (scan.mark(referent.to) !== 0x2c || next.from !== referent.to + 1 || scan.mark(next.to) !== 0x2c) return;
    if (!isOwned(document, referent)) return;
    const noun = scan.lower(referent.head);
    const known = found.get(noun);
    found.set(noun, known === undefined || known?.entity === next.entity ? next : null);
  });
  return new Map([...found].flatMap(([noun, next]) => (next === null ? [] : [[noun, next] as const])));
}

/** Longest “of the observatory” between a description and its name, in tokens. */
export const descriptionTailMax = 7;

/** The description with what follows it over “of”, “from”, “for”: “a resident of Omsk”. */
export function describe(document: Document, referent: Referent): string {
  const { scan } = document;
  let to = referent.to;
  for (let turn = 0; turn < 2; turn++) {
    if (!link.test(scan.lower(to))) break;
    let end = to + 1;
    while (
      end < scan.count &&
      end - to < 7 &&
      (scan.isCapital(end) ||
        scan.has(end, lists.determiners) ||
        (document.language.subjectFollows && scan.has(end, lists.organisationNouns)) ||
        (scan.mark(end) === 0x2e && scan.isGlued(end) && scan.isCapital(end + 1)))
    )
      end++;
    const isBody = document.language.subjectFollows && scan.has(end - 1, lists.organisationNouns);
    if (end === to + 1 || !(scan.isCapital(end - 1) || isBody)) break;
    to = end;
  }
  let { from } = referent;
  if (scan.has(from - 1, lists.pronouns) && scan.has(from - 1, lists.determiners)) from--;
  // “The foundation’s director”: with whose it is.
  if (scan.isGenitive(from))
    for (let i = from - 1; i >= from - descriptionTailMax && scan.isWord(i); i--) {
      if (!scan.has(i, lists.determiners) && !scan.isCapital(i)) continue;
      from = i;
      if (scan.has(i, lists.determiners)) break;
    }
  return textOf(document, from, to);
}
