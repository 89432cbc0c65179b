import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const read = (text: string) => extractFacts({ id: "t", text, language: "en" });

describe("provenance", () => {
  it("reads the agency of a dateline", () => {
    expect(read("SORREL, Norway (AP) — The bridge fell on Monday.")).toMatchObject({
      dateline: "SORREL, Norway",
      wire_credit: "AP",
    });
    expect(read("OSLO, March 5 (Reuters) - The bridge fell.")).toMatchObject({ wire_credit: "Reuters" });
  });

  it("reads a dateline without an agency only in capitals", () => {
    expect(read("SORREL – It took four days.").dateline).toBe("SORREL");
    expect(read("Sorrel – a town in the north – was quiet.").dateline).toBeNull();
  });

  it("reads copyright, credit and reporting lines", () => {
    expect(read("The bridge fell.\n\nCopyright 2024 The Associated Press. All rights reserved.").wire_credit).toBe("AP");
    expect(read("The bridge fell.\n\n(AFP)").wire_credit).toBe("AFP");
    expect(read("The bridge fell. (Reporting by Ana Duarte; Editing by Carl Oram)").wire_credit).toBe("Reuters");
  });

  it("reads the credit of an agency it has never heard of", () => {
    expect(read("SORREL, Halden (Halden Press) – The bridge fell.").wire_credit).toBe("Halden Press");
    expect(read("The bridge fell.\n\nCopyright 2024 Halden News Agency. All rights reserved.").wire_credit).toBe(
      "Halden News Agency",
    );
    expect(read("By ANA DUARTE, Halden Press\n\nThe bridge fell on Monday.").wire_credit).toBe("Halden Press");
    expect(read("By Ana Duarte, Halden News Agency\n\nSORREL (HNA) — The bridge fell.").wire_credit).toBe("Halden News Agency");
  });

  const body =
    "The bridge over the Sorrel fell on Monday, killing three people, the police said. Mayor Ana Duarte said the council would rebuild it by the end of next year.";

  it.each([
    [`${body}\n\n— The Associated Press`, "AP"],
    [`${body} — Reuters`, "Reuters"],
    [`${body} (ANI)`, "ANI"],
    [`${body} PTI`, "PTI"],
    [`${body}\n\nhs/cb (AFP, Reuters)`, "AFP"],
    [`${body}\n\n(With PTI inputs)`, "PTI"],
    [`${body}\n\nMit Material der dpa`, "dpa"],
    [`${body}\n\nThis article was originally published by Reuters.`, "Reuters"],
    [`${body}\n\nThis report by The Canadian Press was first published March 5, 2024.`, "The Canadian Press"],
    [`Ana Duarte, Associated Press\n\n${body}`, "AP"],
    [`ANA DUARTE | AP\n\n${body}`, "AP"],
    [`Reuters in Oslo\n\n${body}`, "Reuters"],
    [`SORREL, March 5. /TASS/. ${body}`, "TASS"],
    [`Sorrel [Halden], March 5 (ANI): ${body}`, "ANI"],
    [`${body}\n\n(c) 2024 The Associated Press`, "AP"],
    [`${body}\n\nAP Sports Writer Carl Oram contributed to this report.`, "AP"],
    [`${body}\n\n___\n\nMore AP sports: https://news.example/sports`, "AP"],
    [`A look at the race, based on an Associated Press count.\n\n___\n\nTHE TOTAL\n\n${body}`, "AP"],
  ])("reads the credit in %j", (text, agency) => {
    const facts = read(text);
    expect(facts.wire_credit).toBe(agency);
    expect(text.slice(...facts.wire_credit_evidence!.span)).toBe(facts.wire_credit_evidence!.text);
  });

  it.each([
    `Ana Duarte / AP\n\n${body}`,
    `Cars queue at the bridge. AP\n\n${body}`,
    `${body} Ana Duarte told The Associated Press that it fell.`,
    `${body}\n\n___\n\nAna Duarte told The Associated Press that it fell.`,
    `${body}\n\nWith additional reporting by Sid Oram`,
    `${body}\n\nThis story was first reported by Reuters.`,
    `Bloomberg — the former mayor — said the bridge would be rebuilt.\n\n${body}`,
  ])("reads no credit in %j", (text) => {
    expect(read(text).wire_credit).toBeNull();
  });

  it("takes no mention, paper or publisher for an agency", () => {
    for (const text of [
      "The bridge fell, Ana Duarte told Halden Press on Monday.",
      "The bridge fell, the mayor said.\n\nCopyright 2024 Sorrel Free Press. All rights reserved.",
      "By Ana Duarte, Sorrel University Press\n\nThe bridge fell on Monday.",
      "Cars queue at the bridge. (Halden Press Photo/Ana Duarte)\n\nThe bridge fell on Monday.",
    ])
      expect(read(text).wire_credit, text).toBeNull();
  });

  it("takes a mention for a mention", () => {
    expect(read("Ana Duarte told The Associated Press that the bridge fell, and TASS reported the same.")).toMatchObject({
      wire_credit: null,
      wire_mentions: ["AP", "TASS"],
    });
  });

  it("takes a photo credit for a photo credit", () => {
    expect(read("Cars queue at the bridge. (AP Photo/Ana Duarte)\n\nThe bridge fell on Monday.")).toMatchObject({
      wire_credit: null,
      photo_credit: "AP",
    });
    expect(read("Image: via REUTERS\n\nThe bridge fell on Monday.")).toMatchObject({
      wire_credit: null,
      photo_credit: "Reuters",
    });
    for (const [line, agency] of [
      ["Crédit photo : AFP", "AFP"],
      ["Фото: ТАСС", "TASS"],
      ["(Fot. PAP/Ana Duarte)", "PAP"],
      ["Cars at the bridge. (Ana Duarte/dpa)", "dpa"],
    ])
      expect(read(`${line}\n\nThe bridge fell on Monday.`)).toMatchObject({ wire_credit: null, photo_credit: agency });
  });

  it("reads who contributed", () => {
    expect(read("The bridge fell.\n\nAssociated Press journalist Ana Duarte in Oslo contributed.").contributors).toEqual([
      "Ana Duarte",
    ]);
  });

  it("finds the headline among menu lines, and where it is repeated", () => {
    const text =
      "Skip to main content\n\nNews\n\nOver 300 cars wait at the bridge\n\nOver 300 cars wait at the bridge\n\nThe queue at the bridge had more than three hundred cars in it on Monday, the police said.";
    const facts = read(text);
    expect(facts.title).toBe("Over 300 cars wait at the bridge");
    expect(text.slice(...facts.title_span!)).toBe(facts.title);
  });
});
