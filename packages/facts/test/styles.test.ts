import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** An invented article and what it says. Quotations by how they begin, figures and dates by how they are written. */
interface Style {
  readonly text: string;
  readonly title: string;
  readonly published_at: string;
  readonly quotes: readonly (readonly [begins: string, speaker: string])[];
  readonly notQuotes: readonly string[];
  readonly figures: readonly (readonly [written: string, value: number, unit: string])[];
  readonly dates: readonly (readonly [written: string, iso: string])[];
  readonly wire_credit: string | null;
}

const folder = new URL("./fixtures/styles/", import.meta.url);
const styles = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Style] as const);

const read = ({ text, title, published_at }: Style) => extractFacts({ id: "s", text, title, published_at, language: "en" });

/** At most so many speakers, and one thing of each other kind, may be missed in an article. */
const speakersMissedMax = 2;
const missesMax = 1;

describe.each(styles)("an article of the style %s", (_, style) => {
  const facts = read(style);
  const begins = (text: string, words: string): boolean => text.replace(/^[“"']/, "").startsWith(words);

  it("gives its quotations and nothing else", () => {
    for (const [words] of style.quotes)
      expect(
        facts.quotes.filter(({ text }) => begins(text, words)),
        words,
      ).toHaveLength(1);
    expect(facts.quotes).toHaveLength(style.quotes.length);
    for (const words of style.notQuotes)
      expect(
        facts.quotes.some(({ text }) => begins(text, words)),
        words,
      ).toBe(false);
  });

  it("gives them to those who spoke", () => {
    const missed = style.quotes.filter(
      ([words, who]) =>
        !facts.quotes.some(({ text, speaker }) => begins(text, words) && speaker?.toLowerCase().includes(who.toLowerCase())),
    );
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(speakersMissedMax);
  });

  it("gives its figures with what they count", () => {
    const missed = style.figures.filter(
      ([, value, unit]) => !facts.numeric_mentions.some((mention) => mention.value === value && mention.unit === unit),
    );
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(missesMax);
  });

  it("gives its dates", () => {
    const missed = style.dates.filter(
      ([words, iso]) => !facts.dates.some((mention) => mention.text.includes(words) && mention.iso === iso),
    );
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(missesMax);
  });

  it("gives its credit", () => {
    expect(facts.wire_credit).toBe(style.wire_credit);
  });
});
