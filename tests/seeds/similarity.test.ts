import { extractArticle } from "@wirefold/article";
import type { GroupInput } from "@wirefold/core";
import { type Grouping, groupDocuments } from "@wirefold/similarity";
import { describe, expect, it } from "vitest";
import { bytesOf, expectedGroups, expectedOf, slugs } from "./seeds.ts";

/** What grouping is given: the bodies the expectations name, so that cleaning is not measured here. */
const clean: readonly GroupInput[] = slugs.map((slug) => {
  const { title, body, published_at, outlet, language, wire_credit } = expectedOf(slug);
  return { id: slug, title, text: body.join("\n"), published_at, outlet, language, wire_credit };
});
/** And what it is given in the pipeline. */
const cleaned: readonly GroupInput[] = slugs.map((slug) => {
  const { title, text, published_at, site, language, wire_credit } = extractArticle(bytesOf(slug));
  return { id: slug, title, text, published_at, outlet: site, language, wire_credit };
});

const groupOf = (groups: Readonly<Record<string, readonly string[]>>, slug: string): string =>
  Object.entries(groups).find(([, docs]) => docs.includes(slug))?.[0] ?? slug;

/** Pairs the grouping joins and should not, and pairs it should join and does not. */
function pairErrors(grouping: Grouping, level: "copy" | "lineage" | "story", wanted: (slug: string) => string): string[] {
  const errors: string[] = [];
  for (const [at, a] of slugs.entries()) {
    for (const b of slugs.slice(at + 1)) {
      const joined = grouping.assignments.get(a)![level] === grouping.assignments.get(b)![level];
      if (joined !== (wanted(a) === wanted(b))) errors.push(`${level}: ${a} and ${b} are ${joined ? "joined" : "apart"}`);
    }
  }
  return errors;
}

const copyOf = (slug: string): string => expectedGroups.copies.find((docs) => docs.includes(slug))?.[0] ?? slug;

describe.each([
  ["the expected bodies", clean],
  ["what cleaning gives", cleaned],
])("grouping %s", (_name, docs) => {
  const grouping = groupDocuments(docs);

  it("joins copies and nothing else, but for a version cut by half that kept the wording", () => {
    expect(pairErrors(grouping, "copy", copyOf).filter((error) => !error.includes("sarnek-cut"))).toEqual([]);
  });

  it("puts every rewrite into the lineage of its original, and no independent report", () => {
    expect(pairErrors(grouping, "lineage", (slug) => groupOf(expectedGroups.lineages, slug))).toEqual([]);
  });

  it("makes one story of the reports of one event in one language", () => {
    const sameLanguage = pairErrors(grouping, "story", (slug) => groupOf(expectedGroups.stories, slug)).filter(
      (error) => !error.includes("lindhafen-brand"),
    );
    expect(sameLanguage).toEqual([]);
  });

  it("joins the German report to the English ones", () => {
    const story = (slug: string): string => grouping.assignments.get(slug)!.story;
    expect(story("lindhafen-brand")).toBe(story("lindhafen-original"));
  });

  it.each(expectedGroups.not_the_same_story)("keeps $pair apart: $why", ({ pair }) => {
    const [a, b] = pair.map((slug) => grouping.assignments.get(slug)!.story);
    expect(a).not.toBe(b);
  });

  it("takes no trap for a rewrite", () => {
    for (const { pair } of expectedGroups.not_the_same_story) {
      const [a, b] = pair.map((slug) => grouping.assignments.get(slug)!.lineage);
      expect(a, pair.join(" and ")).not.toBe(b);
    }
  });

  it("links every rewrite to its original, not to another rewrite", () => {
    const wrong = Object.entries(expectedGroups.parents).flatMap(([slug, { parent }]) => {
      const found = grouping.assignments.get(slug)!.parent;
      // Of two copies either may count as the other's original.
      return found !== null && copyOf(found) === copyOf(parent)
        ? []
        : copyOf(slug) === copyOf(parent)
          ? []
          : [`${slug} from ${found} instead of ${parent}`];
    });
    expect(wrong).toEqual([]);
  });

  it("gives the same groups for any order of the documents", () => {
    const backwards = groupDocuments([...docs].reverse());
    for (const slug of slugs) expect(backwards.assignments.get(slug)).toEqual(grouping.assignments.get(slug));
  });
});
