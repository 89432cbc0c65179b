import { describe, expect, it, test } from "vitest";
import { dateByStory, extractFacts } from "../src/index.ts";

/** A Wednesday and the Thursday behind it. */
const [first, last] = ["2031-05-14", "2031-05-15"];

const isos = (text: string, isOwn: boolean, language = "en"): string =>
  dateByStory(extractFacts({ id: "t", text, language }), text, { first, last: isOwn ? first : last, isOwn })
    .dates.map(({ iso }) => iso ?? "open")
    .join(", ");

describe("the dates of an undated report, by the days of its story", () => {
  it.each([
    ["The ferry sank on Tuesday and had been built in March.", "2031-05-13, 2031-03"],
    ["The inquiry opens on June 3 and ends in October.", "2031-06-03, 2031-10"],
    // The two days mean another one each.
    ["Divers came on Thursday.", "open"],
    ["It sank yesterday; two days ago it had left, and last month it was painted.", "open, open, 2031-04"],
    ["It was built in 1994 and sold on 3 May 2022.", "1994, 2022-05-03"],
  ])("%s", (text, expected) => {
    expect(isos(text, false)).toBe(expected);
  });

  it("are counted from the day of a dated copy, if there is one", () => {
    expect(isos("It sank yesterday; two days ago it had left.", true)).toBe("2031-05-13, 2031-05-12");
  });

  it("in German too", () => {
    expect(isos("Die Fähre sank am Dienstag, heute suchen Taucher.", false, "de")).toBe("2031-05-13, open");
  });
});

test("the day a report is about follows, and a report with a date of its own stays as it is", () => {
  const text = "The ferry sank on Tuesday, the coast guard said.";
  expect(dateByStory(extractFacts({ id: "t", text }), text, { first, last, isOwn: false })).toMatchObject({
    publication_date: null,
    event_date: "2031-05-13",
    event_date_evidence: { text: "Tuesday" },
  });
  const dated = extractFacts({ id: "t", text, published_at: "2031-06-04" });
  expect(dateByStory(dated, text, { first, last, isOwn: false })).toBe(dated);
});

it.each(["were taken to hospital", "were flown to safety", "had gone to court", "were driven to town"])(
  "“%s on Tuesday” lies behind",
  (words) => {
    const { dates } = extractFacts({
      id: "t",
      text: `Nine passengers ${words} on Tuesday.`,
      language: "en",
      published_at: first,
    });
    expect(dates[0]?.iso).toBe("2031-05-13");
  },
);
