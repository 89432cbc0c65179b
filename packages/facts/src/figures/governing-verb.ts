import { onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

/** Bases of verbs that say nothing of what happens: be, have. */
const helping = onlyReadingWord("helpingVerb");
/** Before a verb in its plain form: will, to. */
const leadsToVerb = onlyReadingWord("beforePlainVerb");
const joins = onlyReadingWord("andOr");
const opensClause = onlyReadingWord("clauseOpener");

/** How far from the figure its verb is looked for, in tokens. */
const verbReach = 12;
const comma = 0x2c;

/**
 * The verb that governs a figure, by its base where the language's list has it. A verb before the figure in its clause has it as
 * its object (“sinking two boats and damaging 40 more”); else the figure is the subject of the verb behind it. A verb of
 * saying beyond a comma tells the statement and governs nothing in it. `lead` is the token its modifiers begin at, `phraseEnd`
 * the one behind the counted noun.
 */
export function governingVerb(
  document: Document,
  [lead, to]: readonly [number, number],
  clause: readonly [number, number],
  phraseEnd: number,
): string | null {
  const counted = participleCounted(document, [lead, to], phraseEnd);
  if (counted !== null) return counted;
  const own = verbRightBehind(document, phraseEnd, clause[1]);
  if (document.language.verbCloses) return own ?? verbBehind(document, to, clause[1]) ?? lastBefore(document, lead, clause[0]);
  // “… and two men drowned”: what is joined on may have a verb of its own.
  if (own !== null && joins.test(document.scan.lower(lead - 1))) return own;
  const before = verbBefore(document, lead, clause[0]);
  if (before === isThere) return own;
  return before ?? own ?? verbBehind(document, to, clause[1]) ?? lastBefore(document, lead, clause[0]);
}

/** What `verbBefore` gives where the clause only says that there is so much: “has nine ferries”. */
const isThere = "";

const fullVerb = ({ scan, language }: Document, at: number): string | null => {
  const base = language.verbs.get(scan.lower(at));
  return base === undefined || helping.test(base) || scan.isCapital(at) ? null : base;
};

/** A verb that no list holds, by its place: “can bake 80,000”, “had blackened 23,000”. */
function unlistedVerb({ scan, language }: Document, at: number, lead: number): string | null {
  if (!language.verbsShow || at !== lead - 1 || !scan.isWord(at) || scan.isCapital(at)) return null;
  const lower = scan.lower(at);
  if (leadsToVerb.test(scan.lower(at - 1)) && !scan.has(at, lists.prepositions)) return lower;
  return /[a-z]{3}ed$/.test(lower) ? lower : null;
}

function verbBefore(document: Document, lead: number, start: number): string | null {
  const { scan, language } = document;
  for (let i = lead - 1; i >= Math.max(start, lead - verbReach); i--) {
    const lower = scan.lower(i);
    const base = language.verbs.get(lower);
    if (base !== undefined && helping.test(base)) return i === lead - 1 ? isThere : null;
    if (language.subordinators.has(lower) || (opensClause.test(lower) && !joins.test(lower))) return null;
    const verb = fullVerb(document, i) ?? unlistedVerb(document, i, lead);
    if (verb === null) continue;
    // “added 21,000” gives the figure; “said that 21,000” tells it.
    return scan.has(i, lists.speechVerbs) && i < lead - 1 ? null : verb;
  }
  return null;
}

/**
 * “Three were killed and 31 injured”: the counted are named by what happened to them, which no other verb tells of them. Where the
 * figure is joined on, a verb that shows no ending is one as well (“and 14 hurt”): a noun would stand in the plural.
 */
function participleCounted(document: Document, [lead, to]: readonly [number, number], phraseEnd: number): string | null {
  if (!document.language.verbsShow || phraseEnd !== to + 1) return null;
  const lower = document.scan.lower(to);
  const isJoined = joins.test(document.scan.lower(lead - 1)) && !lower.endsWith("s");
  return isJoined || /[a-z]{3}ed$/.test(lower) ? fullVerb(document, to) : null;
}

/** The verb whose subject the counted is: only what helps a verb, or says how, stands between. */
function verbRightBehind(document: Document, from: number, end: number): string | null {
  const { scan, language } = document;
  for (let i = from; i < Math.min(end, from + 4); i++) {
    const verb = fullVerb(document, i);
    if (verb !== null) return verb;
    const lower = scan.lower(i);
    if (!language.betweenSubjectAndVerb.has(lower) && !language.verbs.has(lower)) return null;
  }
  return null;
}

function verbBehind(document: Document, to: number, end: number): string | null {
  const { scan } = document;
  let isBeyond = false;
  for (let i = to; i < Math.min(end, to + verbReach); i++) {
    if (scan.mark(i) === comma) isBeyond = true;
    // “Three dead, 26 injured”: the verb behind the next figure is that one's.
    if (/^\d/.test(scan.lower(i))) return null;
    const verb = fullVerb(document, i);
    if (verb !== null && !(isBeyond && scan.has(i, lists.speechVerbs))) return verb;
  }
  return null;
}

/** The last full verb before the figure that tells no statement. */
function lastBefore(document: Document, lead: number, start: number): string | null {
  for (let i = lead - 1; i >= Math.max(start, lead - verbReach); i--) {
    const verb = fullVerb(document, i);
    if (verb !== null && !document.scan.has(i, lists.speechVerbs)) return verb;
  }
  return null;
}
