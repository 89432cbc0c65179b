import { agencyOf } from "@wirefold/text";
import { anyPageForm } from "@wirefold/text/boilerplate";

const dateline = /^.{0,90}?\(([^()]{2,40})\)\s*(?:[-\u2013\u2014:\u2015]|\s[A-Z])/;
const datelineEnd = /^[\p{Lu}][\p{L}\s.,'-]{1,50}[,/]\s*([\p{L}. -]{2,30})\s*[-\u2013\u2014]\s/u;
const leadingCredit = /^\(([^()]{2,30})\)\s/;
const copyright = /(?:copyright|\u00A9)\s*(?:\d{4}\s*)?(?:by\s+)?([\p{L}][\p{L}.\s-]{1,40}?)(?:[.,]|\s+(?:all|\d{4})|$)/iu;
const contributor =
  /\b(Associated Press|AP|Reuters|AFP|dpa)\b(?: (?:writer|journalist|reporter|correspondent)s?)\b.{0,200}\bcontributed\b/;
const trailing = new RegExp(
  `[(\\u2014\\u2013-]\\s*(?:${anyPageForm("withAgency")} )?([\\p{L}][\\p{L} .-]{1,30}?)\\s*\\)?\\.?$`,
  "u",
);
const bracketed = /^[([]([\p{L}][\p{L} .,/-]{1,40}?)[)\]]$/u;

/** The agencies a text names in one of the ways credits are written. */
export function wireCreditIn(opening: string, tail: readonly string[]): { agency: string; source: string } | undefined {
  for (const [pattern, source] of [
    [leadingCredit, "text:leading-credit"],
    [dateline, "text:dateline"],
    [datelineEnd, "text:dateline"],
  ] as const) {
    const found = pattern.exec(opening.slice(0, 160))?.[1];
    const agency = found === undefined ? undefined : firstAgency(found);
    if (agency !== undefined) return { agency, source };
  }
  for (const line of tail) {
    const short = line.length > 400 ? line.slice(-400) : line;
    for (const [pattern, source] of [
      [contributor, "text:contributor-credit"],
      [copyright, "text:copyright"],
      [bracketed, "text:credit-line"],
      [trailing, "text:trailing-credit"],
    ] as const) {
      const found = pattern.exec(short)?.[1];
      const agency = found === undefined ? undefined : firstAgency(found);
      if (agency !== undefined) return { agency, source };
    }
    const whole = line.length < 40 ? firstAgency(line) : undefined;
    if (whole !== undefined) return { agency: whole, source: "text:credit-line" };
  }
  return undefined;
}

const parts = new RegExp(`[/,;]|\\s+${anyPageForm("andAgencies")}\\s+`);
const firstAgency = (text: string): string | undefined => {
  for (const part of text.split(parts)) {
    const agency = agencyOf(part);
    if (agency !== undefined) return agency;
  }
  return undefined;
};
