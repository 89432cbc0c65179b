import type { Facts } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  boilerplateSpans,
  creditsAgree,
  modifierClass,
  namesAgree,
  pairDates,
  pairFigures,
  pairQuotes,
  rateOf,
  valueAgrees,
} from "./scoring.ts";
import { expectedOf, isHtml, readingTextOf, slugs } from "./seeds.ts";

/** Facts are read from the expected title and body, so that cleaning is not measured here. */
const found = new Map<string, Facts>();
beforeAll(() => {
  for (const slug of slugs) {
    const { title, published_at, language } = expectedOf(slug);
    const text = readingTextOf(slug);
    found.set(
      slug,
      extractFacts({ id: slug, title, text, published_at, language, excluded: boilerplateSpans(expectedOf(slug)) }),
    );
  }
});
const factsOf = (slug: string): Facts => found.get(slug)!;

describe("quotes of the sample documents", () => {
  const pairings = () => slugs.map((slug) => ({ slug, ...pairQuotes(expectedOf(slug), factsOf(slug).quotes) }));

  it("are found with F1 of .97 or better", () => {
    const all = pairings();
    const sum = (count: (p: (typeof all)[number]) => number): number => all.reduce((total, p) => total + count(p), 0);
    const { f1 } = rateOf(
      sum((p) => p.pairs.length),
      sum((p) => p.surplus.length),
      sum((p) => p.missed.length),
    );
    const errors = all.flatMap((p) => [
      ...p.missed.map((quote) => `missed ${quote.id} ${quote.text}`),
      ...p.surplus.map((quote) => `surplus ${p.slug} ${quote.text}`),
    ]);
    expect(f1, errors.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it("have the right speaker in nine of ten cases", () => {
    const pairs = pairings().flatMap((p) => p.pairs);
    const wrong = pairs.filter(([wanted, quote]) => !namesAgree(quote.speaker, wanted.speaker));
    const listed = wrong.map(([wanted, quote]) => `${wanted.id}: ${quote.speaker} instead of ${wanted.speaker}`).join("\n");
    expect(1 - wrong.length / pairs.length, listed).toBeGreaterThanOrEqual(0.9);
  });

  it("slice to their text", () => {
    for (const slug of slugs) {
      for (const quote of factsOf(slug).quotes) expect(readingTextOf(slug).slice(...quote.span)).toBe(quote.text);
    }
  });
});

describe("figures of the sample documents", () => {
  const pairings = () => slugs.map((slug) => ({ slug, ...pairFigures(expectedOf(slug), factsOf(slug).numeric_mentions) }));
  const pairs = () => pairings().flatMap((p) => p.pairs);

  it("are found with F1 of .93 or better", () => {
    const all = pairings();
    const sum = (count: (p: (typeof all)[number]) => number): number => all.reduce((total, p) => total + count(p), 0);
    const { f1 } = rateOf(
      sum((p) => p.pairs.length),
      sum((p) => p.surplus.length),
      sum((p) => p.missed.length),
    );
    const errors = all.flatMap((p) => [
      ...p.missed.map((figure) => `missed ${figure.id} ${figure.number} in «${figure.text}»`),
      ...p.surplus.map((figure) => `surplus ${p.slug} ${figure.number.text} in «${figure.text}»`),
    ]);
    expect(f1, errors.join("\n")).toBeGreaterThanOrEqual(0.93);
  });

  it.each([
    ["value or range", 0.97, (wanted, figure) => valueAgrees(figure, wanted)],
    ["unit", 0.85, (wanted, figure) => figure.unit === wanted.unit],
    ["modifier", 0.9, (wanted, figure) => modifierClass(figure.modifier) === modifierClass(wanted.modifier)],
    [
      "attribution",
      0.8,
      (wanted, figure) => wanted.attributed_to === null || namesAgree(figure.attributed_to, wanted.attributed_to),
    ],
  ] satisfies [string, number, (...pair: ReturnType<typeof pairs>[number]) => boolean][])(
    "have the right %s in %d of the cases",
    (_name, least, agrees) => {
      const all = pairs();
      const wrong = all.filter(([wanted, figure]) => !agrees(wanted, figure));
      const listed = wrong.map(([wanted, f]) =>
        [
          wanted.id,
          `«${wanted.text}»`,
          f.value ?? f.range,
          f.unit,
          f.modifier,
          f.attributed_to,
          "want",
          wanted.unit,
          wanted.modifier,
          wanted.attributed_to,
        ].join(" "),
      );
      expect(1 - wrong.length / all.length, listed.join("\n")).toBeGreaterThanOrEqual(least);
    },
  );

  it("hold nothing from weather widgets, gallery counters or appeals", () => {
    const noise = slugs.flatMap((slug) => {
      const excluded = boilerplateSpans(expectedOf(slug));
      return factsOf(slug).numeric_mentions.filter(({ number }) =>
        excluded.some(([a, b]) => number.span[0] < b && number.span[1] > a),
      );
    });
    expect(noise.map(({ text }) => text)).toEqual([]);
  });
});

describe("dates and provenance of the sample documents", () => {
  it("finds nine of ten dates", () => {
    const all = slugs.map((slug) => pairDates(expectedOf(slug), factsOf(slug).dates));
    const [hits, missed] = [all.flatMap((p) => p.pairs), all.flatMap((p) => p.missed)];
    expect(
      hits.length / (hits.length + missed.length),
      missed.map((d) => `${d.date} in ${d.text}`).join("\n"),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it("resolves them where the document says when it was published", () => {
    const pairs = slugs
      .filter((slug) => expectedOf(slug).published_at)
      .flatMap((slug) => pairDates(expectedOf(slug), factsOf(slug).dates).pairs);
    const wrong = pairs.filter(([wanted, date]) => date.iso !== wanted.iso);
    const listed = wrong
      .map(([wanted, date]) => `${wanted.date} in «${wanted.text}»: ${date.iso} instead of ${wanted.iso}`)
      .join("\n");
    expect(1 - wrong.length / pairs.length, listed).toBeGreaterThanOrEqual(0.9);
  });

  it("reads every dateline, and none where there is none", () => {
    const wrong = slugs.flatMap((slug) => {
      const [got, want] = [factsOf(slug).dateline, expectedOf(slug).dateline];
      // The town is enough: "STOLM" for "STOLM, Velmark".
      const town = (line: string | null): string | null => (line === null ? null : line.replace(/,.*/, "").trim());
      return town(got) === town(want) ? [] : [`${slug}: ${got} instead of ${want}`];
    });
    expect(wrong).toEqual([]);
  });

  it("reads the wire credit of the plain texts, and takes no mention for one", () => {
    const wrong = slugs
      .filter((slug) => !isHtml(slug))
      .flatMap((slug) => {
        const [got, want] = [factsOf(slug).wire_credit, expectedOf(slug).wire_credit];
        return creditsAgree(got, want) ? [] : [`${slug}: ${got} instead of ${want}`];
      });
    expect(wrong).toEqual([]);
  });
});

describe("the German report", () => {
  it("gives its German quotes to their speakers", () => {
    const { pairs, missed } = pairQuotes(expectedOf("lindhafen-brand"), factsOf("lindhafen-brand").quotes);
    expect(missed.map(({ text }) => text)).toEqual([]);
    expect(pairs.filter(([wanted, quote]) => !namesAgree(quote.speaker, wanted.speaker)).map(([wanted]) => wanted.id)).toEqual(
      [],
    );
  });

  it("reads 1.200 as twelve hundred and 60 bis 80 Millionen Euro as a range", () => {
    const figures = factsOf("lindhafen-brand").numeric_mentions;
    expect(figures.some(({ value }) => value === 1200)).toBe(true);
    expect(figures.some(({ range, unit }) => range?.[0] === 60_000_000 && range[1] === 80_000_000 && unit === "EUR")).toBe(true);
  });
});
