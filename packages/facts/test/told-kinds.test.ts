import { describe, expect, test } from "vitest";
import { extractFacts } from "../src/index.ts";

const read = (text: string, language: string) => extractFacts({ id: "t", text, language });
/** Who says the words that hold these, in marks or without; null where nothing found holds them. */
function speakerOf(text: string, language: string, words: string): string | null {
  const { quotes, indirect_quotes } = read(text, language);
  return [...quotes, ...indirect_quotes].find((quote) => quote.text.includes(words))?.speaker ?? null;
}

describe("an office or a description goes back to", () => {
  test.each([
    ["Rep. Dale Orton opposes the dam. The congressman said the valley would flood.", "the valley would flood", "Dale Orton"],
    ["Gov. Ruth Hale met Sen. Mark Otis. “We waited too long,” the governor said.", "waited too long", "Ruth Hale"],
    ["Gov. Ruth Hale met Sen. Mark Otis on Friday. The senator said the bill would fail.", "the bill would fail", "Mark Otis"],
    [
      "Dr. Paul Renner, the county's health commissioner, met Dale Orton. The commissioner said the clinic would close.",
      "the clinic would close",
      "Paul Renner",
    ],
  ])("%s", (text, words, speaker) => {
    expect(speakerOf(text, "en", words)).toBe(speaker);
  });
});

describe("what is told in English stands behind", () => {
  test.each([
    ["The report found that one in six bridges was unsafe.", "one in six bridges", "The report"],
    ["Neighbors described hearing two blasts.", "hearing two blasts", "Neighbors"],
    ["The storm killed at least 14 people, state media reported.", "at least 14 people", "state media"],
  ])("%s", (text, words, speaker) => {
    expect(speakerOf(text, "en", words)).toBe(speaker);
  });

  test.each([
    ["Insurance claims rose to 300,000 last week.", "300,000"],
    ["Shares fell on Monday, beating forecasts.", "Shares fell"],
  ])("and nobody tells: %s", (text, words) => {
    expect(speakerOf(text, "en", words)).toBe(null);
  });

  test("who is not the whole of what a bill has", () => {
    expect(speakerOf("The bill has supporters in both camps, saying it would save money.", "en", "it would save money")).toBe(
      "supporters",
    );
  });
});

describe("a figure is that of", () => {
  test.each([
    ["Police estimate the crowd at 6,000; organisers claimed 20,000.", "en", "20,000", "organisers"],
    ["In a survey of 1,200 adults by Delmar Polls, 61 percent backed the tax.", "en", "61 percent", "Delmar Polls"],
    ["An audit released Tuesday found $700,000 in unpaid bills.", "en", "$700,000", "An audit"],
  ])("%s", (text, language, number, source) => {
    const found = read(text, language).numeric_mentions.find((figure) => figure.number.text.includes(number.split(" ")[0] ?? ""));
    expect(found?.attributed_to).toBe(source);
  });
});
