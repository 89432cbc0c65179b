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
