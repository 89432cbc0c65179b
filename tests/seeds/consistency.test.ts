import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  bytesOf,
  charactersOf,
  documentNames,
  expectedGroups,
  expectedOf,
  expectedStories,
  foldSpace,
  isHtml,
  occurrencesOf,
  readingTextOf,
  seedsFolder,
  slugs,
  visibleTextOf,
} from "./seeds.ts";

describe("the sample documents", () => {
  it("are the only files of the folder that ingestion would take", () => {
    const files = readdirSync(seedsFolder, { recursive: true, encoding: "utf8" });
    const taken = files.filter((name) => /\.(x?html?|txt|jsonl|ndjson)$/i.test(name)).map((name) => path.basename(name));
    expect(taken.sort()).toEqual([...documentNames]);
  });

  it("are at least eighteen, about half of them HTML", () => {
    const pages = documentNames.filter((name) => name.endsWith(".html")).length;
    expect(documentNames.length).toBeGreaterThanOrEqual(18);
    expect(pages / documentNames.length).toBeGreaterThanOrEqual(0.4);
    expect(pages / documentNames.length).toBeLessThanOrEqual(0.6);
  });

  it.each(slugs)("%s has between 240 and 900 words of body", (slug) => {
    const words = expectedOf(slug).body.join(" ").split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(240);
    expect(words).toBeLessThanOrEqual(900);
  });

  it("include a page whose bytes are windows-1252 and not UTF-8", () => {
    const odd = slugs.filter((slug) => expectedOf(slug).charset === "windows-1252");
    expect(odd).toHaveLength(1);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(odd[0]!))).toThrow();
    expect(charactersOf(odd[0]!)).toMatch(/[“”’–€]/);
  });
});

describe.each(slugs)("%s and its expectation agree", (slug) => {
  const wanted = expectedOf(slug);
  const reading = readingTextOf(slug);
  const visible = isHtml(slug) ? visibleTextOf(charactersOf(slug)) : foldSpace(charactersOf(slug));

  it("on the title", () => expect(visible).toContain(foldSpace(wanted.title)));

  it("on every paragraph that must stay, in this order", () => {
    let from = 0;
    for (const paragraph of wanted.body) {
      const at = visible.indexOf(foldSpace(paragraph), from);
      expect(at, paragraph).toBeGreaterThanOrEqual(0);
      from = at;
    }
  });

  it("on every string that must be cut, none of which is part of the body", () => {
    const body = wanted.body.map(foldSpace);
    for (const { text } of wanted.boilerplate) {
      expect(visible, text).toContain(foldSpace(text));
      expect(body, text).not.toContain(foldSpace(text));
    }
  });

  it("on every line of a plain text: each is the title, body or boilerplate", () => {
    if (isHtml(slug)) return;
    const known = new Set([wanted.title, ...wanted.body, ...wanted.boilerplate.map(({ text }) => text)].map(foldSpace));
    const lines = charactersOf(slug).split("\n").map(foldSpace);
    expect(lines.filter((line) => line !== "" && !known.has(line))).toEqual([]);
  });

  it("on quotes, figures, dates and noise", () => {
    const parts = [
      ...wanted.quotes.map((quote) => ({ ...quote, inner: quote.text })),
      ...wanted.figures.map((figure) => ({ ...figure, inner: figure.number })),
      ...wanted.dates.map((date) => ({ ...date, inner: date.date })),
      ...wanted.noise.map((noise) => ({ ...noise, inner: noise.number })),
      ...wanted.indirect_quotes.map((quote) => ({ ...quote, inner: quote.text })),
    ];
    for (const part of parts) {
      const count = occurrencesOf(reading, part.text).length;
      const occurrence = (part as { occurrence?: number }).occurrence;
      expect(count, part.text).toBeGreaterThanOrEqual(occurrence ?? 1);
      if (occurrence === undefined) expect(count, `ambiguous: ${part.text}`).toBe(1);
      expect(part.text).toContain(part.inner);
    }
  });

  it("on figures: a value or a range, written with the number it names", () => {
    for (const figure of wanted.figures) {
      expect(figure.value === undefined, figure.id).toBe(figure.range !== undefined);
      if (figure.range) expect(figure.range[0], figure.id).toBeLessThan(figure.range[1]);
    }
  });
});

describe("the expected groups", () => {
  const members = (groups: Readonly<Record<string, readonly string[]>>): string[] => Object.values(groups).flat().sort();

  it("place every document in one story and one lineage", () => {
    expect(members(expectedGroups.stories)).toEqual([...slugs].sort());
    expect(members(expectedGroups.lineages)).toEqual([...slugs].sort());
  });

  it("keep each lineage within one story, and parents within one lineage", () => {
    for (const docs of Object.values(expectedGroups.lineages)) {
      expect(Object.values(expectedGroups.stories).some((story) => docs.every((doc) => story.includes(doc)))).toBe(true);
    }
    for (const [doc, { parent }] of Object.entries(expectedGroups.parents)) {
      expect(Object.values(expectedGroups.lineages).some((docs) => docs.includes(doc) && docs.includes(parent))).toBe(true);
    }
  });

  it("never ask for a story that joins a trap", () => {
    for (const { pair } of expectedGroups.not_the_same_story) {
      expect(Object.values(expectedGroups.stories).some((docs) => pair.every((doc) => docs.includes(doc)))).toBe(false);
    }
  });
});

describe.each(Object.keys(expectedStories))("the expected record of %s", (story) => {
  const record = expectedStories[story]!;
  const lineageOf = (doc: string): string =>
    Object.entries(expectedGroups.lineages).find(([, docs]) => docs.includes(doc))?.[0] ?? "";

  it("counts lineages, never articles", () => {
    for (const claim of record.claims) {
      const lineages = [...new Set(claim.docs.map(lineageOf))].sort();
      expect(claim.lineages, claim.id).toEqual(lineages);
      expect(claim.independent_sources, claim.id).toBe(lineages.length);
    }
  });

  it("holds every figure of its documents in exactly one claim", () => {
    const mentions = record.claims.flatMap((claim) => claim.variants.map((variant) => variant.mention)).sort();
    const figures = expectedGroups.stories[story]!.flatMap((slug) => expectedOf(slug).figures.map((figure) => figure.id)).sort();
    expect(mentions).toEqual(figures);
  });

  it("takes the canonical value from a document that says it", () => {
    for (const claim of record.claims) {
      const said = expectedOf(claim.canonical.from)
        .figures.filter((figure) => figure.claim === claim.id && figure.unit === claim.canonical.unit)
        .map((figure) => figure.range ?? figure.value);
      expect(said, claim.id).toContainEqual(claim.canonical.value);
    }
  });

  it("puts every quote in exactly one group", () => {
    const grouped = record.quote_groups.flatMap((group) => group.members.flatMap(({ quote }) => quote ?? [])).sort();
    const quotes = expectedGroups.stories[story]!.flatMap((slug) => expectedOf(slug).quotes.map((quote) => quote.id)).sort();
    expect(grouped).toEqual(quotes);
  });

  it("names mutations whose before and after stand in their documents", () => {
    for (const { doc, against, before, after, kind } of record.mutations) {
      const original = foldSpace(readingTextOf(against));
      expect(original, `${doc} ${kind}`).toContain(before);
      expect(foldSpace(readingTextOf(doc)), `${doc} ${kind}`).toContain(after);
      expect(foldSpace(readingTextOf(doc)), `${doc} ${kind}: not changed`).not.toBe(original);
    }
  });

  it("has one true conflict of values", () => {
    expect(record.conflicts).toHaveLength(1);
    const claim = record.claims.find(({ id }) => id === record.conflicts[0])!;
    const said = claim.docs.flatMap((doc) => expectedOf(doc).figures.filter((figure) => figure.claim === claim.id));
    // "Dozens" contradicts neither.
    const values = new Set(said.flatMap(({ value }) => value ?? []));
    expect(values.size).toBe(2);
  });
});

describe("the gold with spans", () => {
  it("is what the script builds from the expectations", () => {
    expect(existsSync(path.join(seedsFolder, "expected/gold.json"))).toBe(true);
    const printed = execFileSync(process.execPath, [path.join(seedsFolder, "scripts/build-gold.mjs"), "--check"], {
      encoding: "utf8",
    });
    expect(printed).toContain("up to date");
  });
});
