import type { Span, SpannedText } from "@wirefold/core";
import { agencyByForm, agencyFormsPattern, agencyIn, findAgencies } from "@wirefold/text";
import { agencyNameOf, isInitialsOf } from "../names/agency-form.ts";
import { creditOfBreaks, creditOfLine } from "./credit-lines.ts";
import { readPhotoCredits } from "./photo-credits.ts";

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

const placeWord = "\\p{Lu}[\\p{L}.'’-]*";
/** “OSLO (AP) —”, “LOS ANGELES, Sept. 28 (UPI) —”, “WASHINGTON –”, “BERLIN, March 3 (Reuters) -” */
const datelinePattern = new RegExp(
  `^[ \\t]*(?:By [^\\n]{3,80}\\n+)?((?:${placeWord}(?:[ ,/]+|$)){1,6}?)(?:\\[[\\p{L} ]{3,30}\\])?(?:,? ?(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?|March|April|May|June|July) \\d{1,2}(?:, \\d{4})?,? ?)?(?:[([] ?((?:The )?[\\p{L} .&/-]{2,40}?) ?[)\\]])? ?(?:[—–―-]{1,2}|(?<=[)\\]]):) ?(?=\\S)`,
  "u",
);
const upperWord = /^(?:\p{Lu}{2,}[.’'-]?)+/u;

interface Line {
  readonly start: number;
  readonly text: string;
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

/** A line that says who holds the rights: “Copyright 2024 Halden Press. All rights reserved.” */
const rightsHolderPattern =
  /(?:copyright|©|\(c\))(?: ?©| ?\(c\))? ?(?:\d{4}(?:[-–]\d{2,4})?,? )?(?:by )?([^\n.,|;]{3,60}?)(?= ?[.,|;\n]|$)/iu;

/** An agency outside the list that signs at the byline's end: “By Ana Duarte, Halden Press”, “Ana Duarte | Halden Press”. */
const signedAgency = (byline: string): string | null => {
  const cut = /(?:,| [|/–—-]) ?([^,|/–—]{3,60})$/u.exec(byline);
  return agencyNameOf(cut?.[1] ?? byline);
};

/** An agency given by initials alone, “(HNA)”, where the text writes the name out in one of its credits. */
function spelledOut(letters: string, lines: readonly Line[]): string | null {
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return null;
  for (const { text } of lines) {
    const name = agencyNameOf(rightsHolderPattern.exec(text)?.[1] ?? "") ?? signedAgency(text.trim());
    if (name !== null && isInitialsOf(letters, name)) return name;
  }
  return null;
}

/** Reads datelines, credit lines, contributor lines and photo credits. A mention of an agency is no credit. */
export function readProvenance(text: string): Provenance {
  const head = linesOf(text, 0, Math.min(text.length, headLengthMax * 2));
  const tail = linesOf(text, Math.max(0, text.length - tailLengthMax), text.length);
  const creditSpans: Span[] = [];
  let dateline: string | null = null;
  let wireCredit: string | null = null;
  let evidence: SpannedText | null = null;
  const credit = (name: string | null, line: Line, from = 0, to = line.text.length): void => {
    if (name === null || wireCredit !== null) return;
    wireCredit = name;
    evidence = { text: line.text.slice(from, to), span: [line.start + from, line.start + to] };
  };

  const named: number[] = [];
  const mentions = new Set<string>();
  for (const { at, name } of findAgencies(text)) {
    named.push(at);
    mentions.add(name);
  }
  let next = 0;
  const mayCredit = ({ start, text: words }: Line): boolean => {
    if (next > 0 && (named[next - 1] as number) >= start) next = 0;
    while (next < named.length && (named[next] as number) < start) next++;
    return (next < named.length && (named[next] as number) < start + words.length) || words.includes("ing by ");
  };

  for (const line of head) {
    const found = readDateline(line.text);
    if (!found) continue;
    dateline ??= found.place;
    if (found.agency !== null)
      credit(
        agencyIn(found.agency) ?? agencyNameOf(found.agency) ?? spelledOut(found.agency.trim(), [...head, ...tail]),
        line,
        0,
        found.length,
      );
    break;
  }
  let byline: string | null = null;
  const mayHaveRights = /copyright|©|\(c\)/i.test(text);
  const written = tail.filter(({ text: words }) => words.trim() !== "");
  const signedFrom = written.at(-signedLines)?.start ?? written[0]?.start ?? 0;
  for (const line of [...head, ...tail]) {
    const by = /^\s*(?:By|by|BY|Von)[: ]\s*(\p{Lu}[^\n]{2,90})$/u.exec(line.text);
    if (by && byline === null && line.start < headLengthMax && !/[.!?]\s+\p{Lu}[^.]*\s/u.test(by[1] as string)) {
      byline = (by[1] as string).trim();
      const agency = agencyIn(byline) ?? signedAgency(byline);
      if (agency !== null) credit(agency, line);
    }
    const rights = mayHaveRights ? /(?:copyright|©|\(c\))[^\n]{0,60}/i.exec(line.text) : null;
    if (
      rights &&
      /rights reserved|may not be published|copyright|©|\(c\) ?(?:by |\d{4})/i.test(line.text) &&
      line.text.length < 300
    ) {
      const agency = agencyIn(rights[0]) ?? agencyNameOf(rightsHolderPattern.exec(rights[0])?.[1] ?? "");
      if (agency !== null && !/getty|photo/i.test(rights[0])) credit(agency, line, rights.index, line.text.length);
    }
    // Most lines name no agency, and every credit line does, but for the one form that names people instead.
    const told = !mayCredit(line)
      ? null
      : creditOfLine(line.text, {
          isHead: line.start < edgeLengthMax,
          isTail: line.start + line.text.length > text.length - edgeLengthMax,
          isLast: line.start >= signedFrom,
        });
    if (told !== null) credit(told, line);
  }

  const contributors: string[] = [];
  for (const line of tail) {
    if (line.text.length > 400 || !/\b(?:contributed|contributing|reported from|mitarbeit)\b/i.test(line.text)) continue;
    creditSpans.push([line.start, line.start + line.text.length]);
    for (const match of line.text.matchAll(
      /(?<![\p{L}])((?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+)(?= (?:in|from|at)\b|,| and\b| contributed)/gu,
    )) {
      const name = (match[1] as string).replace(
        /^(?:Associated Press|AP|Reuters|AFP|The) (?:journalists?|writers?|reporters?|correspondents?) /i,
        "",
      );
      if (!agencyByForm.has(name) && !/\b(?:Press|Times|Post|News|Staff|Report)\b/.test(name)) contributors.push(name);
    }
    const agency =
      /^\s*[([]?(?:The )?(Associated Press|AP|Reuters|AFP|UPI)\b(?:'s|’s)?(?: \p{L}+){0,2}(?: (?:journalists?|writers?|reporters?|correspondents?|staff|producers?|video|news))/iu.exec(
        line.text,
      );
    if (agency) credit(agencyIn(agency[1] as string), line);
    else if (
      /^\s*[([]?(?:The )?(?:Associated Press|AP|Reuters|AFP|UPI)(?: and [^.]{3,60})? (?:also )?contributed to this (?:report|story|article)/.test(
        line.text,
      )
    )
      credit(agencyIn(line.text), line);
  }

  if (wireCredit === null) {
    const told = creditOfBreaks(text);
    if (told !== null) {
      wireCredit = told.name;
      evidence = { text: text.slice(told.from, told.to), span: [told.from, told.to] };
    }
  }
  const { photoCredit, spans } = readPhotoCredits(text);
  creditSpans.push(...spans);
  // “residents AFP interviewed” under AFP's own pictures: the agency tells the story itself.
  if (wireCredit === null && photoCredit !== null) {
    const told = narratorPattern.exec(text);
    if (told && agencyByForm.get(told[1] as string) === photoCredit) {
      wireCredit = photoCredit;
      evidence = { text: told[0], span: [told.index, told.index + told[0].length] };
    }
  }
  return {
    dateline,
    byline,
    contributors,
    wireCredit,
    wireCreditEvidence: evidence,
    wireMentions: [...mentions],
    photoCredit,
    creditSpans,
  };
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
