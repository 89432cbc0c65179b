import { agencyByForm, agencyFormsPattern } from "@wirefold/text";

/** Where a line stands, for what counts as a credit there. */
export interface LinePlace {
  /** Near the text's beginning. */
  readonly isHead: boolean;
  /** Near the text's end. */
  readonly isTail: boolean;
  /** One of the last lines: the only ones whose end can be signed. */
  readonly isLast: boolean;
}

/** Case counts in an agency’s name: “Sid” is a person. */
const agency = `(?:${agencyFormsPattern})(?![\\w-])`;
const creditLineLengthMax = 2000;
/** A shorter line with an agency at its end is a caption. */
const signedLineLengthMin = 120;
const more = `(?:(?:, | ?/ ?| and | und | & )(?:${agency}))*`;
const published = "(?:published|produced|provided|supplied|written|distributed|syndicated|republished)";

/** On a line at either end of the text. The first group is the agency; without one it is the agency of “Reporting by”. */
const edgeLines = [
  // “Reuters”, “(AP)”, “Source: AFP, dpa”
  new RegExp(`^\\s*[([]?(?:(?:Source|Quelle|Via|From|Credit|Text)[ns]?:? )?(?:The )?(${agency})${more}[)\\]]?\\.?\\s*$`, "u"),
  // “— The Associated Press”; a caption's dash would have words before it
  new RegExp(`^\\s*[—–-]{1,2} ?(?:The |the )?(${agency})${more}\\s*$`, "u"),
  // “hs/cb (AFP, Reuters)”: the desk's initials
  new RegExp(`^\\s*\\p{Ll}{2,4}(?:[/,] ?\\p{Ll}{2,4}){0,4} \\((${agency})${more}\\)\\s*$`, "u"),
  new RegExp(
    `^\\s*[([]?[Ww]ith (?:reporting by|files from|material from|inputs? from|additional reporting by) (?:[Tt]he )?(${agency})`,
    "u",
  ),
  new RegExp(`^\\s*[([]?[Ww]ith (${agency}) inputs?\\b`, "u"),
  new RegExp(`^\\s*[([]?[Mm]it (?:(?:Agenturm|M)aterial(?: der| von)?|Informationen (?:der|von)) (${agency})`, "u"),
  new RegExp(`^\\s*[([]?\\(?(${agency})(?:/[\\p{L}]+)?\\)?\\s*[—–-]{1,2}\\s+\\p{Lu}`, "u"),
  // “… of next year. (Reporting by Ana Duarte; Editing by Carl Oram)”
  /[([](?:Reporting|Additional reporting) by [^\n()]{3,200}; ?(?:[Ww]riting|[Ee]diting) by [^\n()]{3,80}[)\]]\s*$/u,
  // “Dec 29 (AP) - …”
  new RegExp(`^\\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2} \\((${agency})\\) ?[—–-]`, "u"),
  // “SORREL, March 5. /TASS/. …”
  new RegExp(`^\\s*\\p{Lu}[\\p{L} .,'’\\d-]{2,60} ?/(${agency})/`, "u"),
  // “[AFP] The bridge fell”
  new RegExp(`^\\s*\\[(${agency})\\] ?\\p{Lu}`, "u"),
  /^\s*[([]?(?:Reporting|Additional reporting|Writing|Editing) by [^\n]{3,200}(?:[;,(] ?(?:[Ww]riting|[Ee]diting) by|Reuters)/u,
  // “This story was originally published by …”, “This report by … was first published March 5”
  new RegExp(
    `^\\s*[([]?This (?:article|story|report|content|item)\\b(?: (?:by|is by|from|is from) |[^.\\n]{0,60}\\b${published} (?:by|via|through) )(?:[Tt]he )?(${agency})`,
    "u",
  ),
  new RegExp(
    `^\\s*(?:Published|Provided|Supplied|Distributed|Syndicated|Produced) (?:by|via|through) (?:the )?(${agency})[^.\\n]{0,40}\\.?\\s*$`,
    "u",
  ),
  /^\s*Our Standards: The Thomson Reuters Trust Principles/,
];

const name = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";
/** On a line of its own at the head: a byline without “By”. A slash would make it a photographer. */
const headLines = [
  new RegExp(`^\\s*${name}(?:(?:,| and) ${name}){0,3} ?\\| ?(?:The )?(${agency})\\s*$`, "u"),
  new RegExp(`^\\s*${name}(?:(?:,| and) ${name}){0,3}, (?:The )?((?!\\p{Lu}{2,4}\\s*$)(?:${agency}))\\s*$`, "u"),
  new RegExp(`^\\s*(${agency}) in \\p{Lu}[\\p{L}.'’ -]{2,30}\\s*$`, "u"),
];

const headAndEdgeLines = [...headLines, ...edgeLines];

/** At the end of the last paragraph: “… next year. — Reuters”, “… next year. (ANI)”, “… next year. PTI” */
const signedEnd = new RegExp(
  `[.!?][”"’]? ?(?:[—–-]{1,2} ?(${agency})|\\((${agency})\\)|(?<= )((?=\\p{Lu}{3,5}$)(?:${agency})))$`,
  "u",
);

/** The agency that signs its stories “Reporting by …; Editing by …”. */
const reportingByAgency = "Reuters";

/** The agency a line credits, by the form of the line alone; null for a line that only mentions one. */
export function creditOfLine(line: string, { isHead, isTail, isLast }: LinePlace): string | null {
  if (line.length > creditLineLengthMax || !(isHead || isTail)) return null;
  for (const pattern of isHead ? headAndEdgeLines : edgeLines) {
    const match = pattern.exec(line);
    if (match) return agencyOf(match) ?? reportingByAgency;
  }
  if (!isLast || line.length < signedLineLengthMin) return null;
  const signed = signedEnd.exec(line.trimEnd());
  return signed ? agencyOf(signed) : null;
}

function agencyOf(match: RegExpExecArray): string | null {
  const words = match.slice(1).find((group) => group !== undefined);
  return words === undefined ? null : (agencyByForm.get(words) ?? null);
}

/** A row of underscores: how the agencies part a story from its notes, and its parts from each other. */
const wireBreak = /^[ \t]*_{3,}\.?[ \t]*$/mu;
const firstHand = new RegExp(`(?<!\\b(?:told|tells|to|with|by) (?:the |The )?)\\b(${agency})(?![\\w-])`, "u");

/**
 * A text cut by the agencies' own breaks that names one of them otherwise than as somebody's listener is that agency's: papers
 * that only mention an agency have no such breaks.
 */
export function creditOfBreaks(text: string): { readonly name: string; readonly from: number; readonly to: number } | null {
  if (!wireBreak.test(text)) return null;
  const match = firstHand.exec(text);
  const credited = match ? agencyByForm.get(match[1] as string) : undefined;
  return match && credited !== undefined ? { name: credited, from: match.index, to: match.index + match[0].length } : null;
}
