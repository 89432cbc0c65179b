import { agencyDateline, contributorsOf, creditOfLine, type LineCredit } from "@wirefold/text/credits";

/** Longest opening and end of a line that can hold a credit, in UTF-16 units. */
const openingLengthMax = 160;
const lineEndMax = 400;

const sourceOf: Readonly<Record<LineCredit["form"], string>> = {
  byline: "text:byline",
  copyright: "text:copyright",
  line: "text:credit-line",
  note: "text:contributor-credit",
  signature: "text:trailing-credit",
};

/** The agency a text credits in its dateline, or in one of the lines around it: bylines before it, credits and signatures behind. */
export function wireCreditIn(
  opening: string,
  lines: { readonly head: readonly string[]; readonly tail: readonly string[] },
): { agency: string; source: string } | undefined {
  const dateline = agencyDateline(opening.slice(0, openingLengthMax));
  if (dateline !== null && dateline.agency !== null) return { agency: dateline.agency, source: "text:dateline" };
  for (const isHead of [true, false])
    for (const line of isHead ? lines.head : lines.tail) {
      const contributing = contributorsOf(line)?.agency ?? null;
      if (contributing !== null) return { agency: contributing, source: "text:contributor-credit" };
      const credit = creditOfLine(line.slice(-lineEndMax), { isHead, isLast: !isHead });
      if (credit !== null) return { agency: credit.name, source: sourceOf[credit.form] };
    }
  return undefined;
}
