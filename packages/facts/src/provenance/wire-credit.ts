import type { Span, SpannedText } from "@wirefold/core";
import { type AgencyMention, agencyByForm, agencyFormsPattern, agencyIn, findAgencies } from "@wirefold/text";
import { agencyDateline, bylineOf, contributorsOf, creditOfLine, pictureWordsPattern } from "@wirefold/text/credits";
import { agencyNameOf, isInitialsOf } from "../names/agency-form.ts";
import { readPhotoCredits } from "./photo-credits.ts";
import { creditOfBreaks } from "./wire-breaks.ts";

/** What a text says about where it comes from. */
export interface Provenance {
  readonly dateline: string | null;
  readonly byline: string | null;
  readonly contributors: readonly string[];
  readonly wireCredit: string | null;
  readonly wireCreditEvidence: SpannedText | null;
  readonly wireMentions: readonly string[];
  readonly photoCredit: string | null;
  /** Parts of the text that are credits and not prose. */
  readonly creditSpans: readonly Span[];
}

/** The agency as the one who was there: “AFP interviewed”, “Reuters journalists saw”. */
const narratorPattern = new RegExp(
  `\\b(${agencyFormsPattern}) (?:spoke (?:to|with)|interviewed|(?:journalists?|reporters?|correspondents?|photographers?) (?:saw|heard|witnessed|at the scene))`,
);

/** Only the text's head can hold a dateline, only its ends a credit line. */
const headLengthMax = 1500;
const tailLengthMax = 1500;
/** Credit lines stand nearer still. */
const edgeLengthMax = 1000;
/** A story is signed on one of its last lines. */
const signedLines = 3;
/** Longest line that is no paragraph yet, in UTF-16 units. */
const shortLineMax = 100;

const placeWord = "\\p{Lu}[\\p{L}.'’-]*";
/** A dateline without an agency we know: “LOS ANGELES, Sept. 28 (Halden Press) —”, “WASHINGTON –”, “BERLIN, 3. März -” */
const datelinePattern = new RegExp(
  `^[ \\t]*((?:${placeWord}(?:[ ,/]+|$)){1,6}?)(?:\\[[\\p{L} ]{3,30}\\])?(?:,? ?(?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,10}\\.?)(?:,? \\d{4})?,? ?)?(?:[([] ?((?:The )?[\\p{L} .&/-]{2,40}?) ?[)\\]])? ?(?:[—–―-]{1,2}|(?<=[)\\]]):) ?(?=\\S)`,
  "u",
);
const upperWord = /^(?:\p{Lu}{2,}[.’'-]?)+/u;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A line that says who holds the rights: “Copyright 2024 Halden Press. All rights reserved.” */
const rightsHolderPattern =
  /(?:copyright|©|\(c\))(?: ?©| ?\(c\))? ?(?:\d{4}(?:[-–]\d{2,4})?,? )?(?:by )?([^\n.,|;]{3,60}?)(?= ?[.,|;\n]|$)/iu;

/** An agency outside the list that signs at the byline's end: “By Ana Duarte, Halden Press”, “Ana Duarte | Halden Press”. */
const signedAgency = (byline: string): string | null => {
  const cut = /(?:,| [|/–—-]) ?([^,|/–—]{3,60})$/u.exec(byline);
  const signed = agencyNameOf(cut?.[1] ?? byline);
  return signed === null ? null : (agencyIn(signed) ?? signed);
};

/** The first credit found, with the words that give it. */
class FirstCredit {
  name: string | null = null;
  evidence: SpannedText | null = null;

  give(name: string | null, line: Line, from = 0, to = line.text.length): void {
    if (name === null || this.name !== null) return;
    this.name = name;
    this.evidence = { text: line.text.slice(from, to), span: [line.start + from, line.start + to] };
  }
}

/** Reads datelines, credit lines, contributor lines and photo credits. A mention of an agency is no credit. */
export function readProvenance(text: string): Provenance {
  const head = linesOf(text, 0, Math.min(text.length, headLengthMax * 2));
  const tail = linesOf(text, Math.max(0, text.length - tailLengthMax), text.length);
  const credit = new FirstCredit();

  const dateline = creditDateline(head, tail, credit);
  const mentions = findAgencies(text);
  const byline = creditEdges(text, [...head, ...tail], mentions, credit);
  const { contributors, spans: contributorSpans } = creditContributors(tail, credit);
  if (credit.name === null) {
    const told = creditOfBreaks(text);
    if (told !== null) credit.give(told.name, { start: 0, text }, told.from, told.to);
  }
  const { photoCredit, spans: photoSpans } = readPhotoCredits(text);
  // “residents AFP interviewed” under AFP's own pictures: the agency tells the story itself.
  const told = credit.name === null && photoCredit !== null ? narratorPattern.exec(text) : null;
  if (told && agencyByForm.get(told[1] as string) === photoCredit)
    credit.give(photoCredit, { start: 0, text }, told.index, told.index + told[0].length);
  return {
    dateline,
    byline,
    contributors,
    wireCredit: credit.name,
    wireCreditEvidence: credit.evidence,
    wireMentions: [...new Set(mentions.map(({ name }) => name))],
    photoCredit,
    creditSpans: [...contributorSpans, ...photoSpans],
  };
}

function linesOf(text: string, from: number, to: number): Line[] {
  const out: Line[] = [];
  let at = from;
  while (at < to) {
    let end = text.indexOf("\n", at);
    if (end < 0 || end > to) end = to;
    if (end > at) out.push({ start: at, text: text.slice(at, end) });
    at = end + 1;
  }
  return out;
}

/** The place of the first dateline; its agency is credited. */
function creditDateline(head: readonly Line[], tail: readonly Line[], credit: FirstCredit): string | null {
  for (const line of head) {
    const known = agencyDateline(line.text);
    if (known !== null) {
      credit.give(known.agency, line, 0, known.length);
      if (known.place !== null) return known.place;
      continue;
    }
    const found = readDateline(line.text);
    if (found === null) continue;
    if (found.agency !== null)
      credit.give(
        agencyIn(found.agency) ?? agencyNameOf(found.agency) ?? spelledOut(found.agency.trim(), [...head, ...tail]),
        line,
        0,
        found.length,
      );
    return found.place;
  }
  return null;
}

function readDateline(line: string): { place: string; agency: string | null; length: number } | null {
  const match = datelinePattern.exec(line.slice(0, 200));
  if (!match) return null;
  const place = (match[1] as string).replace(/[ ,]+$/, "");
  const agency = match[2] ?? null;
  if (place.length < 3 || match[0].length >= line.length) return null;
  // Without an agency in brackets only capitals throughout tell a dateline from a sentence that begins with a name.
  if (agency === null && !upperWord.test(place.split(/[ ,]/)[0] as string)) return null;
  if (agency === null && place.split(" ").some((word) => word.length > 3 && word === word.toLowerCase())) return null;
  return { place, agency, length: match[0].length };
}

/** An agency given by initials alone, “(HNA)”, where the text writes the name out in one of its credits. */
function spelledOut(letters: string, lines: readonly Line[]): string | null {
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return null;
  for (const { text } of lines) {
    const name = agencyNameOf(rightsHolderPattern.exec(text)?.[1] ?? "") ?? signedAgency(text.trim());
    if (name !== null && isInitialsOf(letters, name)) return name;
  }
  return null;
}

/** Credits what the lines at both ends say, and gives the byline. */
function creditEdges(
  text: string,
  lines: readonly Line[],
  mentions: readonly AgencyMention[],
  credit: FirstCredit,
): string | null {
  let byline: string | null = null;
  const mayHaveRights = /copyright|©|\(c\)/i.test(text);
  const signedFrom = lines.filter(({ text: words }) => words.trim() !== "").at(-signedLines)?.start ?? 0;
  for (const line of lines) {
    const isHead = line.start < edgeLengthMax;
    const isLast = line.start >= signedFrom;
    const end = line.start + line.text.length;
    const by: string | null = byline === null && line.start < headLengthMax ? bylineOf(line.text) : null;
    if (by !== null) {
      byline = by;
      credit.give(signedAgency(by), line);
    }
    if (mayHaveRights) creditRights(line, credit);
    if (credit.name !== null || !(isHead || isLast || end > text.length - edgeLengthMax)) continue;
    // A paragraph credits nobody whom running text would not name; only short lines and signatures use shorter forms.
    if (!isLast && line.text.length > shortLineMax && !mentions.some(({ at }) => at >= line.start && at < end)) continue;
    const told = creditOfLine(line.text, { isHead, isLast });
    if (told !== null) credit.give(told.name, line, told.from, told.to);
  }
  return byline;
}

/** A picture's rights: by its word, or its agency and photographer on both sides of a slash. */
const ofPicture = new RegExp(`getty|(?<!\\p{L})(?:${pictureWordsPattern})|\\p{L} ?/ ?\\p{Lu}|\\p{Ll}/\\p{L}`, "iu");

function creditRights(line: Line, credit: FirstCredit): void {
  const rights = /(?:copyright|©|\(c\))[^\n]{0,60}/i.exec(line.text);
  if (rights === null || ofPicture.test(line.text.slice(Math.max(0, rights.index - 40), rights.index + 60))) return;
  const agency = agencyIn(rights[0]) ?? agencyNameOf(rightsHolderPattern.exec(rights[0])?.[1] ?? "");
  credit.give(agency, line, rights.index, line.text.length);
}

/** Who else worked on the story, and the agency whose staff they are. */
function creditContributors(tail: readonly Line[], credit: FirstCredit): { contributors: string[]; spans: Span[] } {
  const contributors: string[] = [];
  const spans: Span[] = [];
  for (const line of tail) {
    const told = contributorsOf(line.text);
    if (told === null) continue;
    spans.push([line.start, line.start + line.text.length]);
    contributors.push(...told.people);
    credit.give(told.agency, line);
  }
  return { contributors, spans };
}
