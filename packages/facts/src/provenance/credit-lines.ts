import { agencyByForm, agencyFormsPattern, findAgencies } from "@wirefold/text";
import { anyReadingWord } from "@wirefold/text/grammar";

/** Where a line stands, for what counts as a credit there. */
export interface LinePlace {
  /** Near the text's beginning. */
  readonly isHead: boolean;
  /** Near the text's end. */
  readonly isTail: boolean;
  /** One of the last lines: the only ones whose end can be signed. */
  readonly isLast: boolean;
}

/**
 * An agency's name as the patterns see it: one character of the private use area instead of hundreds of alternatives in each pattern,
 * which cost half a second to compile. The character says how the name is written, since a signature of bare capitals is read with
 * more care.
 */
const marks = { name: "\uE000", capitals2: "\uE001", capitals: "\uE002", capitals5: "\uE003" } as const;
const anyMark = /[\uE000-\uE003]/g;
const article = "(?:[Tt]he )?";
const agency = `${article}[\\uE000-\\uE003](?![\\w-])`;
const capitals2to4 = "[\\uE001\\uE002]";
const capitals3to5 = "[\\uE002\\uE003]";
const creditLineLengthMax = 2000;
/** A shorter line with an agency at its end is a caption. */
const signedLineLengthMin = 120;
const more = `(?:(?:, | ?/ ?| ${anyReadingWord("and")} | & )(?:${agency}))*`;
const published = "(?:published|produced|provided|supplied|written|distributed|syndicated|republished)";

/** On a line at either end of the text. The first group is the agency; without one it is the agency of “Reporting by”. */
const edgeLines = [
  // “Reuters”, “(AP)”, “Source: AFP, dpa”
  new RegExp(`^\\s*[([]?(?:(?:Source|Quelle|Via|From|Credit|Text)[ns]?:? )?(?:The )?(${agency})${more}[)\\]]?\\.?\\s*$`, "du"),
  // “— The Associated Press”; a caption's dash would have words before it
  new RegExp(`^\\s*[—–-]{1,2} ?(?:The |the )?(${agency})${more}\\s*$`, "du"),
  // “hs/cb (AFP, Reuters)”: the desk's initials
  new RegExp(`^\\s*\\p{Ll}{2,4}(?:[/,] ?\\p{Ll}{2,4}){0,4} \\((${agency})${more}\\)\\s*$`, "du"),
  new RegExp(
    `^\\s*[([]?[Ww]ith (?:reporting by|files from|material from|inputs? from|additional reporting by) (?:[Tt]he )?(${agency})`,
    "du",
  ),
  new RegExp(`^\\s*[([]?[Ww]ith (${agency}) inputs?\\b`, "du"),
  new RegExp(`^\\s*[([]?${anyReadingWord("withMaterial")} (${agency})`, "du"),
  new RegExp(`^\\s*[([]?\\(?(${agency})(?:/[\\p{L}]+)?\\)?\\s*[—–-]{1,2}\\s+\\p{Lu}`, "du"),
  // “… of next year. (Reporting by Ana Duarte; Editing by Carl Oram)”
  /[([](?:Reporting|Additional reporting) by [^\n()]{3,200}; ?(?:[Ww]riting|[Ee]diting) by [^\n()]{3,80}[)\]]\s*$/du,
  // “Dec 29 (AP) - …”
  new RegExp(`^\\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2} \\((${agency})\\) ?[—–-]`, "du"),
  // “SORREL, March 5. /TASS/. …”
  new RegExp(`^\\s*\\p{Lu}[\\p{L} .,'’\\d-]{2,60} ?/(${agency})/`, "du"),
  // “[AFP] The bridge fell”
  new RegExp(`^\\s*\\[(${agency})\\] ?\\p{Lu}`, "du"),
  /^\s*[([]?(?:Reporting|Additional reporting|Writing|Editing) by [^\n]{3,200}(?:[;,(] ?(?:[Ww]riting|[Ee]diting) by|Reuters)/du,
  // “This story was originally published by …”, “This report by … was first published March 5”
  new RegExp(
    `^\\s*[([]?This (?:article|story|report|content|item)\\b(?: (?:by|is by|from|is from) |[^.\\n]{0,60}\\b${published} (?:by|via|through) )(?:[Tt]he )?(${agency})`,
    "du",
  ),
  new RegExp(
    `^\\s*(?:Published|Provided|Supplied|Distributed|Syndicated|Produced) (?:by|via|through) (?:the )?(${agency})[^.\\n]{0,40}\\.?\\s*$`,
    "du",
  ),
  /^\s*Our Standards: The Thomson Reuters Trust Principles/d,
];

const name = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";
/** On a line of its own at the head: a byline without “By”. A slash would make it a photographer. */
const headLines = [
  new RegExp(`^\\s*${name}(?:(?:,| and) ${name}){0,3} ?\\| ?(?:The )?(${agency})\\s*$`, "du"),
  new RegExp(`^\\s*${name}(?:(?:,| and) ${name}){0,3}, (?:The )?((?!${capitals2to4}\\s*$)${agency})\\s*$`, "du"),
  new RegExp(`^\\s*(${agency}) in \\p{Lu}[\\p{L}.'’ -]{2,30}\\s*$`, "du"),
];

const headAndEdgeLines = [...headLines, ...edgeLines];

/** At the end of the last paragraph: “… next year. — Reuters”, “… next year. (ANI)”, “… next year. PTI” */
const signedEnd = new RegExp(`[.!?][”"’]? ?(?:[—–-]{1,2} ?(${agency})|\\((${agency})\\)|(?<= )(${capitals3to5}))$`, "du");

/** The agency that signs its stories “Reporting by …; Editing by …”. */
const reportingByAgency = "Reuters";

/** A line with its agencies marked, and their short names in order. */
interface MarkedLine {
  readonly text: string;
  readonly agencies: readonly string[];
}

function markAgencies(line: string): MarkedLine {
  const plain = line.replace(anyMark, " ");
  const found = findAgencies(plain);
  if (found.length === 0) return { text: plain, agencies: [] };
  let text = "";
  let at = 0;
  for (const { at: from, length } of found) {
    text += plain.slice(at, from) + markOf(plain.slice(from, from + length));
    at = from + length;
  }
  return { text: text + plain.slice(at), agencies: found.map(({ name }) => name) };
}

function markOf(form: string): string {
  if (!/^\p{Lu}{2,5}$/u.test(form)) return marks.name;
  return form.length === 2 ? marks.capitals2 : form.length === 5 ? marks.capitals5 : marks.capitals;
}

/** The agency a line credits, by the form of the line alone; null for a line that only mentions one. */
export function creditOfLine(line: string, { isHead, isTail, isLast }: LinePlace): string | null {
  if (line.length > creditLineLengthMax || !(isHead || isTail)) return null;
  const marked = markAgencies(line);
  for (const pattern of isHead ? headAndEdgeLines : edgeLines) {
    const match = pattern.exec(marked.text);
    if (match) return agencyOf(match, marked) ?? reportingByAgency;
  }
  if (!isLast || line.length < signedLineLengthMin) return null;
  const end = { ...marked, text: marked.text.trimEnd() };
  const signed = signedEnd.exec(end.text);
  return signed ? agencyOf(signed, end) : null;
}

/** The agency a pattern's group holds: as many marks stand before it as agencies. */
function agencyOf(match: RegExpExecArray, { text, agencies }: MarkedLine): string | null {
  const [from] = match.indices?.slice(1).find((place) => place !== undefined) ?? [];
  return from === undefined ? null : (agencies[text.slice(0, from).match(anyMark)?.length ?? 0] ?? null);
}

/** A row of underscores: how the agencies part a story from its notes, and its parts from each other. */
const wireBreak = /^[ \t]*_{3,}\.?[ \t]*$/mu;
const firstHand = new RegExp(`(?<!\\b(?:told|tells|to|with|by) (?:the |The )?)\\b(${agencyFormsPattern})(?![\\w-])`, "u");

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
