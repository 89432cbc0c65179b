import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const quotesOf = (text: string, language = "en") => extractFacts({ id: "t", text, language }).quotes;
const said = (text: string, language = "en"): [string, string | null][] =>
  quotesOf(text, language).map(({ text: words, speaker }) => [words, speaker]);

describe("quotations", () => {
  it("go to the subject of the verb of saying, before, after or inverted", () => {
    expect(said("“We will rebuild,” Ana Duarte said.")).toEqual([["“We will rebuild,”", "Ana Duarte"]]);
    expect(said("“We will rebuild,” said Ana Duarte, the mayor of Sorrel.")).toEqual([["“We will rebuild,”", "Ana Duarte"]]);
    expect(said("Ana Duarte told reporters: “We will rebuild, and soon.”")).toEqual([
      ["“We will rebuild, and soon.”", "Ana Duarte"],
    ]);
  });

  it("resolve pronouns, last names and short descriptions to the person", () => {
    const text =
      "Mayor Ana Duarte opened the bridge in Sorrel on Monday.\n\n“It will hold,” she said. Carl Oram, a 61-year-old fisherman, watched.\n\n“I doubt it,” the fisherman said. “Bridges fall,” Oram added.";
    expect(said(text)).toEqual([
      ["“It will hold,”", "Ana Duarte"],
      ["“I doubt it,”", "Carl Oram"],
      ["“Bridges fall,”", "Carl Oram"],
    ]);
  });

  it("carry the speaker over to the second part of a split quotation", () => {
    expect(
      said("“The water rose,” Rosa Venn said. “We climbed onto the roof and waited there.”").map(([, speaker]) => speaker),
    ).toEqual(["Rosa Venn", "Rosa Venn"]);
  });

  it("name a speaker the article does not name by its own words, never by a guess", () => {
    expect(said("“We were told nothing at all,” a resident of Harrowgate said on Tuesday.")).toEqual([
      ["“We were told nothing at all,”", "a resident of Harrowgate"],
    ]);
  });

  it("end where the verb of saying begins when the closing mark is lost", () => {
    const [first] = quotesOf("“There is no road left [in Sorrel]said Ana Duarte. “We walk.”");
    expect(first).toMatchObject({ text: "“There is no road left [in Sorrel]", speaker: "Ana Duarte" });
    expect(first?.flags).toContain("missing-close-mark");
  });

  it("begin with the paragraph when the opening mark is lost", () => {
    const [quote] = quotesOf("It rained.\n\nWe will not leave this town,” Ana Duarte told the council.");
    expect(quote).toMatchObject({ text: "We will not leave this town,”", speaker: "Ana Duarte" });
    expect(quote?.flags).toContain("missing-open-mark");
  });

  it("run over paragraphs, one record for each", () => {
    expect(
      said("Ana Duarte said: “The first thing is water.\n\n“The second thing is bread.”").map(([, speaker]) => speaker),
    ).toEqual(["Ana Duarte", "Ana Duarte"]);
  });

  it("do not include titles and words in scare quotes", () => {
    expect(said("The band played its hit “Long Way Down” and the film “Harbour Lights” ran twice.")).toEqual([]);
  });

  it("tell through whom the words came", () => {
    expect(quotesOf("“We fled at night,” Ana Duarte told The Associated Press.")[0]).toMatchObject({
      speaker: "Ana Duarte",
      via: "Associated Press",
    });
  });

  it("in a headline, belong to the speaker who says them in the body", () => {
    const text =
      "‘Utter ruin’: Sorrel after the flood\n\nThe river took half the town of Sorrel on Monday night, and hundreds of people lost their homes there.\n\n“It is utter ruin, nothing is left,” said Mayor Ana Duarte.";
    expect(said(text)[0]).toEqual(["‘Utter ruin’", "Ana Duarte"]);
  });

  it.each([
    [
      "between paragraphs",
      "Sorrel after the flood",
      "‘UTTER RUIN’",
      "“It is utter ruin, nothing is left,” said Mayor Ana Duarte.",
    ],
    [
      "with figures in digits",
      "Mayor: Sorrel has ‘1-in-5 chance’",
      "The river rose again.",
      "“I would say there is a one-in-five chance that the wall holds,” said Mayor Ana Duarte.",
    ],
  ])("in a heading %s, belong to that speaker too", (_, title, heading, quoted) => {
    const facts = extractFacts({
      id: "t",
      title,
      text: `${title}\n\nIt rained on Monday.\n\n${heading}\n\n${quoted}`,
      language: "en",
    });
    expect(facts.quotes.map(({ speaker }) => speaker)).toEqual(["Ana Duarte", "Ana Duarte"]);
    expect(facts.quotes[0]?.flags).toContain("echo");
  });

  it("told without marks are kept apart", () => {
    const facts = extractFacts({ id: "t", text: "Ana Duarte said that the bridge would open in May.", language: "en" });
    expect(facts.quotes).toEqual([]);
    expect(facts.indirect_quotes[0]).toMatchObject({
      kind: "indirect",
      speaker: "Ana Duarte",
      text: "the bridge would open in May",
    });
  });

  it("in a language without a folder are found, their speakers not guessed", () => {
    const facts = extractFacts({
      id: "t",
      text: "« Ricostruiremo il ponte entro maggio », ha detto Anna Duva. Oltre 98.000 persone e 3,5 % del « ponte ».",
      language: "it",
    });
    expect(facts.quotes.map(({ text, speaker }) => [text, speaker])).toEqual([["« Ricostruiremo il ponte entro maggio »", null]]);
    expect(facts.numeric_mentions.map(({ value, unit }) => [value, unit])).toEqual([
      [98000, null],
      [3.5, "percent"],
    ]);
  });

  it("in German are read with German marks and verbs", () => {
    expect(said("„Wir bauen die Brücke wieder auf“, sagte Bürgermeisterin Anna Brandt am Montag in Lindmark.", "de")).toEqual([
      ["„Wir bauen die Brücke wieder auf“", "Anna Brandt"],
    ]);
  });
});
