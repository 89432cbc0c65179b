import type { Facts, StoryRecord } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { type ReconcileMember, reconcileStory } from "@wirefold/stories";
import { beforeAll, describe, expect, it } from "vitest";
import { boilerplateSpans, groupingRate, namesAgree, pairFigures, pairQuotes } from "./scoring.ts";
import { type ExpectedStory, expectedGroups, expectedOf, expectedStories, foldSpace, readingTextOf } from "./seeds.ts";

/** Reconciles stories from the facts of their documents, grouped as the expectations say. */
interface Reconciled {
  readonly record: StoryRecord;
  /** The expected figure or quote that a found one answers, by `document:mention` as records name mentions. */
  readonly figureOf: ReadonlyMap<string, string>;
  readonly quoteOf: ReadonlyMap<string, string>;
}

function reconcile(story: string, docs: readonly string[] = expectedGroups.stories[story]!): Reconciled {
  const figureOf = new Map<string, string>();
  const quoteOf = new Map<string, string>();
  const members = docs.map((slug): ReconcileMember => {
    const wanted = expectedOf(slug);
    const text = readingTextOf(slug);
    const { title, published_at, language, wire_credit, outlet } = wanted;
    const facts: Facts = extractFacts({ id: slug, title, text, published_at, language, excluded: boilerplateSpans(wanted) });
    for (const [figure, mention] of pairFigures(wanted, facts.numeric_mentions).pairs)
      figureOf.set(`${slug}:${mention.id}`, figure.id);
    for (const [quote, mention] of pairQuotes(wanted, facts.quotes).pairs) quoteOf.set(`${slug}:${mention.id}`, quote.id);
    const lineage = Object.values(expectedGroups.lineages).find((docs) => docs.includes(slug))!;
    const copy = expectedGroups.copies.find((docs) => docs.includes(slug)) ?? [slug];
    const parent = expectedGroups.parents[slug];
    return {
      id: slug,
      title,
      text,
      facts,
      outlet,
      url: null,
      published_at,
      language,
      wire_credit,
      copy: [...copy].sort()[0]!,
      lineage: [...lineage].sort()[0]!,
      role: parent ? (parent.relation === "copy" ? "copy" : "rewrite") : lineage.length > 1 ? "original" : "independent",
      parent: parent?.parent ?? null,
    };
  });
  return { record: reconcileStory(members), figureOf, quoteOf };
}

/** What is expected of a story when only some of its documents are at hand. */
function narrowed(story: string, docs: readonly string[]): ExpectedStory {
  const whole = expectedStories[story]!;
  const held = new Set(docs);
  const lineageOf = (doc: string): string =>
    Object.entries(expectedGroups.lineages).find(([, members]) => members.includes(doc))![0];
  const docOf = (quote: string): string => quote.split(":")[0]!;
  return {
    ...whole,
    claims: whole.claims.flatMap((claim) => {
      const variants = claim.variants.filter(({ doc }) => held.has(doc));
      const left = claim.docs.filter((doc) => held.has(doc));
      const lineages = [...new Set(left.map(lineageOf))];
      return variants.length > 0 ? [{ ...claim, variants, docs: left, lineages, independent_sources: lineages.length }] : [];
    }),
    quote_groups: whole.quote_groups
      .map((group) => ({ ...group, members: group.members.filter(({ quote, doc }) => held.has(quote ? docOf(quote) : doc!)) }))
      .filter(({ members }) => members.some(({ quote }) => quote !== null)),
    mutations: whole.mutations.filter(({ doc }) => held.has(doc)),
  };
}

const german = "lindhafen-brand";
describe.each(Object.keys(expectedStories))("the record of %s, from its English documents", (story) => {
  const docs = expectedGroups.stories[story]!.filter((slug) => expectedOf(slug).language === "en");
  const wanted = narrowed(story, docs);
  let got: Reconciled;
  beforeAll(() => {
    got = reconcile(story, docs);
  });

  /** The found claim that carries most of an expected claim's figures. */
  function answerTo(claim: (typeof wanted.claims)[number]): StoryRecord["claims"][number] | undefined {
    const ids = new Set(claim.variants.map(({ mention }) => mention));
    const counted = got.record.claims.map((one) => ({
      one,
      n: one.mentions.filter((m) => ids.has(got.figureOf.get(m) ?? "")).length,
    }));
    return counted.sort((a, b) => b.n - a.n).find(({ n }) => n > 0)?.one;
  }
  const shared = wanted.claims.filter(({ docs }) => docs.length > 1);

  it("puts the figures of one claim together with F1 of .9 or better", () => {
    const figures = new Set(got.figureOf.values());
    const expected = new Map(
      wanted.claims.flatMap((claim) =>
        claim.variants.filter((v) => figures.has(v.mention)).map((v) => [v.mention, claim.id] as const),
      ),
    );
    const found = new Map(
      got.record.claims.flatMap((claim) => claim.mentions.map((m) => [got.figureOf.get(m) ?? m, claim.id] as const)),
    );
    const wrong = wanted.claims.flatMap((claim) => {
      const parts = new Set(claim.variants.filter((v) => figures.has(v.mention)).map((v) => found.get(v.mention)));
      return parts.size > 1 ? [`${claim.id} is in ${parts.size} claims`] : [];
    });
    expect(groupingRate(expected, found).f1, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  it("chooses the canonical value", () => {
    const wrong = shared.flatMap((claim) => {
      const value = answerTo(claim)?.canonical.value ?? null;
      return JSON.stringify(value) === JSON.stringify(claim.canonical.value)
        ? []
        : [`${claim.id}: ${JSON.stringify(value)} instead of ${JSON.stringify(claim.canonical.value)}`];
    });
    expect(1 - wrong.length / shared.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  it("counts independent sources by lineage", () => {
    const wrong = shared.flatMap((claim) => {
      const answer = answerTo(claim);
      const counts = [answer?.independent_sources, answer?.independent_if_shared_agency_copy_collapsed];
      const right = [claim.independent_sources, claim.independent_if_shared_agency_copy_collapsed];
      return counts.some((n) => n !== undefined && right.includes(n))
        ? []
        : [`${claim.id}: ${answer?.independent_sources} instead of ${claim.independent_sources}`];
    });
    expect(1 - wrong.length / shared.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.85);
  });

  it("reports the true conflict and no more than one false one among the figures", () => {
    const conflicting = got.record.claims.filter(({ relation }) => relation.startsWith("conflict")).map(({ id }) => id);
    const real = wanted.conflicts.map((id) => answerTo(wanted.claims.find((claim) => claim.id === id)!)?.id);
    expect(conflicting).toEqual(expect.arrayContaining(real));
    const others = got.record.claims.filter(({ id }) => conflicting.includes(id) && !real.includes(id));
    expect(
      others.length,
      others.map(({ statement, variants }) => `${statement}: ${variants.map((v) => v.surface).join(" | ")}`).join("\n"),
    ).toBeLessThanOrEqual(1);
  });

  it("puts the forms of one utterance together with F1 of .85 or better", () => {
    const expected = new Map(
      wanted.quote_groups.flatMap((group) =>
        group.members.flatMap(({ quote }) =>
          quote && [...got.quoteOf.values()].includes(quote) ? [[quote, group.id] as const] : [],
        ),
      ),
    );
    const found = new Map(
      got.record.quote_groups.flatMap((group) =>
        group.members.map((m) => [got.quoteOf.get(m.quote ?? "") ?? m.quote ?? "", group.id] as const),
      ),
    );
    const wrong = wanted.quote_groups.flatMap((group) => {
      const parts = new Set(group.members.flatMap(({ quote }) => (quote && expected.has(quote) ? [found.get(quote)] : [])));
      return parts.size > 1 ? [`${group.id} is in ${parts.size} groups`] : [];
    });
    expect(groupingRate(expected, found).f1, wrong.join("\n")).toBeGreaterThanOrEqual(0.85);
  });

  it("finds two of three changes the rewrites made", () => {
    const missed = wanted.mutations.filter(({ doc, before, after }) => {
      const touches = (evidence: { readonly text: string } | null, words: string): boolean =>
        evidence !== null &&
        (foldSpace(words).includes(foldSpace(evidence.text)) || foldSpace(evidence.text).includes(foldSpace(words)));
      return !got.record.mutations.some((m) => m.doc === doc && (touches(m.before, before) || touches(m.after, after)));
    });
    const listed = missed.map(({ doc, kind, after }) => `${doc} ${kind}: ${after}`).join("\n");
    expect(1 - missed.length / wanted.mutations.length, listed).toBeGreaterThanOrEqual(2 / 3);
  });

  it("knows when it happened", () => expect(got.record.event_date).toBe(wanted.event_date));

  it("gives evidence that slices to its words", () => {
    for (const claim of got.record.claims) {
      for (const { evidence } of claim.variants) expect(readingTextOf(evidence.doc).slice(...evidence.span)).toBe(evidence.text);
    }
  });
});

describe("the volcano's record", () => {
  it("says once how many fled, whatever the number of articles", () => {
    const { record, figureOf } = reconcile("sarnek");
    const total = record.claims.find((claim) =>
      claim.mentions.some((m) => figureOf.get(m)?.startsWith("sarnek-original:total-38k")),
    )!;
    expect(total.docs.length).toBeGreaterThanOrEqual(6);
    expect(total.independent_sources).toBe(1);
  });

  it("takes the AFP and the broadcaster's report as partly shared agency copy", () => {
    const { record } = reconcile("sarnek");
    expect(record.lineage.pairs.partial_shared_agency_copy).toContainEqual(["sarnek-afp", "sarnek-broadcaster"]);
  });

  it("gives the minister's words to the minister although a rewrite gives them to another", () => {
    const { record } = reconcile("sarnek");
    const gate = record.quote_groups.find(({ members }) =>
      members.some(({ surface }) => surface.includes("stamps in their passports")),
    )!;
    expect(namesAgree(gate.speaker, "Ilka Sørmund")).toBe(true);
  });
});

describe("the German report in the fire's record", () => {
  it("shares most claims and utterances with the English reports", () => {
    const { record, figureOf, quoteOf } = reconcile("lindhafen");
    const wanted = expectedStories.lindhafen!;
    const together = (name: string, groups: readonly (readonly string[])[], expected: readonly string[]): string[] => {
      const own = expected.filter((id) => id.startsWith(`${german}:`));
      const others = expected.filter((id) => !id.startsWith(`${german}:`));
      if (own.length === 0 || others.length === 0) return [];
      return groups.some((group) => own.some((id) => group.includes(id)) && others.some((id) => group.includes(id)))
        ? []
        : [name];
    };
    const claims = record.claims.map(({ mentions }) => mentions.map((mention) => figureOf.get(mention) ?? mention));
    const quotes = record.quote_groups.map(({ members }) => members.map(({ quote }) => quoteOf.get(quote ?? "") ?? ""));
    const apart = [
      ...wanted.claims.flatMap(({ id, variants }) =>
        together(
          id,
          claims,
          variants.map(({ mention }) => mention),
        ),
      ),
      ...wanted.quote_groups.flatMap(({ id, members }) =>
        together(
          id,
          quotes,
          members.flatMap(({ quote }) => quote ?? []),
        ),
      ),
    ];
    // Of eleven claims and utterances that stand in both languages, four to five stay apart: across languages only figures,
    // names and tallies join.
    expect(apart.length, apart.join("\n")).toBeLessThanOrEqual(5);
  });
});
