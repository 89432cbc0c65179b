import { agencyByForm, findCreditedAgencies } from "../agencies.ts";
import { CREDIT_WORDS } from "../languages/credit-words.ts";

/** Longest line that names who worked on a story, in UTF-16 units. */
const lineLengthMax = 400;
/** The agency whose staff contributed opens the line, in UTF-16 units from its beginning. */
const openingLengthMax = 6;

const anyOf = (name: "contribution" | "staff" | "contributedItself"): string =>
  `(?:${Object.values(CREDIT_WORDS)
    .flatMap((words) => words[name] ?? [])
    .join("|")})`;
const contribution = new RegExp(`(?<!\\p{L})${anyOf("contribution")}(?!\\p{L})`, "iu");
const contributor = /(?<![\p{L}])((?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+)(?= (?:in|from|at)\b|,| and\b| contributed)/gu;
const leadingStaff = new RegExp(`^(?:Associated Press|AP|Reuters|AFP|The) ${anyOf("staff")} `, "iu");
const organisation = /\b(?:Press|Times|Post|News|Staff|Report)\b/;
const staffBehind = new RegExp(`^(?:'s|’s)?(?: \\p{L}+){0,2} ${anyOf("staff")}(?!\\p{L})`, "iu");
const itself = new RegExp(`^(?: [^.]{3,60})? ${anyOf("contributedItself")}`, "iu");

/** The people a line names as contributors, and the agency whose staff they are or that contributed itself. */
export interface Contributors {
  readonly people: readonly string[];
  /** The agency's short name; null where none is named so. */
  readonly agency: string | null;
}

/** Who else worked on a story, from a line that says nothing else; null for any other line. */
export function contributorsOf(line: string): Contributors | null {
  if (line.length > lineLengthMax || !contribution.test(line)) return null;
  const people: string[] = [];
  for (const [, words = ""] of line.matchAll(contributor)) {
    const name = words.replace(leadingStaff, "");
    if (!agencyByForm.has(name) && !organisation.test(name)) people.push(name);
  }
  const [first] = findCreditedAgencies(line);
  if (first === undefined || first.at > openingLengthMax) return { people, agency: null };
  const behind = line.slice(first.at + first.length);
  return { people, agency: staffBehind.test(behind) || itself.test(behind) ? first.name : null };
}
