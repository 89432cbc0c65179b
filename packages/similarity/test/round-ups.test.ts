import type { Edge, GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { compare, featuresOf, groupDocuments, groupEdges } from "../src/index.ts";
import { recurring } from "./fixtures/recurring.ts";
import { traps } from "./fixtures/traps.ts";

/** Reports of several events of one day, two of each. */
const events = recurring.filter((_, at) => at % 4 === 0).map(({ reports }) => reports);
const published_at = "2031-10-13T09:00:00Z";
const singles: GroupInput[] = events.flatMap((reports, event) =>
  reports.map((text, hand) => ({ id: `${event}${"ab"[hand]}`, text, published_at })),
);

const firstSentence = (text: string): string => text.slice(0, text.search(/(?<=\.) /));
const lead = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .slice(0, 2)
    .join(" ");
const reportsOf = (hand: number): string[] => events.map((reports) => reports[hand] ?? "");

/** Documents made of parts of the others, as outlets print them. */
const roundUps: Readonly<Record<string, string>> = {
  "a digest of three whole reports": reportsOf(0).slice(2, 5).join("\n\n"),
  "a digest of leads with headlines": reportsOf(0)
    .map((text, at) => `${["First", "Then", "Also", "Next", "Sport", "Money", "Last"][at] ?? "More"}\n${lead(text)}`)
    .join("\n\n"),
  "a front page of first sentences": reportsOf(1).map(firstSentence).join("\n"),
  "a live blog with times": reportsOf(0)
    .map((text, at) => `${7 + at}.15 a.m.\n${lead(text)}`)
    .reverse()
    .join("\n"),
  "a newsletter with a greeting and a footer": `Good morning. Here is what you need to know today.\n\n${reportsOf(1).map(lead).join("\n\n")}\n\nThis letter comes to all who once asked for it. Leave it with one click below.`,
  "two reports on one page": reportsOf(0).slice(0, 2).join("\n"),
  "headlines of a week": reportsOf(0)
    .map((text) => `Read also: ${firstSentence(text)}`)
    .join(" "),
};

test.each(Object.entries(roundUps))("%s binds none of the stories it is made of", (_name, text) => {
  for (const date of [published_at, null]) {
    const { assignments } = groupDocuments([...singles, { id: "0-round-up", text, published_at: date }], { passages: false });
    const storiesOf = (pick: (event: string) => boolean) =>
      new Set(singles.filter(({ id }) => pick(id.slice(0, -1))).map(({ id }) => assignments.get(id)?.story));
    expect(storiesOf(() => true).size).toBe(events.length);
    for (const event of events.keys()) expect(storiesOf((one) => one === String(event)).size).toBe(1);
  }
});

/** Round-ups of whole reports of events that nobody else reports: each is all that ties the round-up to its story. */
const alone = events.map((reports, event): GroupInput => ({ id: `${event}a`, text: reports[0] ?? "", published_at }));
const wholes = [2, 3, events.length].flatMap((length) =>
  events.slice(0, events.length - length + 1).map((_, from) => alone.slice(from, from + length).map(({ text }) => text)),
);

test.each(wholes.map((texts, at) => [texts.length, at, texts] as const))(
  "a digest of %i whole reports (%i) binds none of them, though no other report is near",
  (_length, _at, texts) => {
    for (const date of [published_at, null]) {
      const { assignments } = groupDocuments([...alone, { id: "0-round-up", text: texts.join("\n\n"), published_at: date }], {
        passages: false,
      });
      expect(new Set(alone.map(({ id }) => assignments.get(id)?.story)).size).toBe(alone.length);
      expect(new Set(alone.map(({ id }) => assignments.get(id)?.copy)).size).toBe(alone.length);
    }
  },
);

/** A digest that tells two events in words of its own, one behind the other. */
test("a text that opens with one of two events vouches for neither", () => {
  const edge = (a: string, b: string, aside: boolean): Edge => ({
    a,
    b,
    kind: "same-event",
    direction: null,
    score: 0.2,
    evidence: { measures: { event: 0.7, derived: 0.01, ...(aside ? { aside: 1 } : {}) }, passages: [] },
  });
  const storiesOf = (aside: boolean) =>
    new Set(
      [
        ...groupEdges(["brief", "digest", "other"], [edge("brief", "digest", false), edge("digest", "other", aside)]).values(),
      ].map(({ story }) => story),
    ).size;
  expect(storiesOf(false)).toBe(1);
  expect(storiesOf(true)).toBe(2);
});

test("a report opens with what another of its event opens with, and a digest with something else", () => {
  const [rival, report] = traps[2]?.reports ?? [];
  const bridge = traps[0]?.reports[1];
  const opens = (a: GroupInput | undefined, text: string | undefined) =>
    compare(
      featuresOf({ ...a, title: null, id: "a", text: a?.text ?? "" }),
      featuresOf({ id: "b", text: text ?? "", published_at: a?.published_at ?? null }),
    );
  expect(opens(report, `${bridge?.text}\n\n${rival?.text}`)?.evidence.measures).toMatchObject({ aside: 1 });
  expect(opens(report, rival?.text)?.evidence.measures).not.toHaveProperty("aside");
});
