import { extractArticle } from "@wirefold/article";
import type { Article } from "@wirefold/core";
import { describe, expect, it } from "vitest";
import { creditsAgree } from "./scoring.ts";
import { bytesOf, charactersOf, expectedOf, foldSpace, isHtml, slugs } from "./seeds.ts";

/** How the cleaner does on the sample documents. Misses are listed in the failure, so a regression names its line. */
const articles = new Map<string, Article>(slugs.map((slug) => [slug, extractArticle(bytesOf(slug))]));
const articleOf = (slug: string): Article => articles.get(slug)!;

/** A cut string that is still in the article: as a block, as a part of one, or with one as its part, where that is long enough to tell. */
function stillThere(article: Article, text: string): boolean {
  const wanted = foldSpace(text);
  return article.blocks.some((block) => {
    const held = foldSpace(block.text);
    return held === wanted || (wanted.length > 25 && held.includes(wanted)) || (held.length > 12 && wanted.includes(held));
  });
}

describe("cleaning the sample documents", () => {
  it("keeps every paragraph of every body", () => {
    const lost = slugs.flatMap((slug) => {
      const text = foldSpace(articleOf(slug).text);
      return expectedOf(slug)
        .body.filter((paragraph) => !text.includes(foldSpace(paragraph)))
        .map((paragraph) => `${slug}: ${paragraph}`);
    });
    // One of 244, a sentence that stands between two boxes.
    expect(lost.length, lost.join("\n")).toBeLessThanOrEqual(1);
  });

  // Measured: all of it. The margin is for what a retrained classifier may move.
  it("cuts at least 97 hundredths of what is not the article", () => {
    const all = slugs.flatMap((slug) => expectedOf(slug).boilerplate.map(({ text, kind }) => ({ slug, text, kind })));
    const left = all.filter(({ slug, text }) => stillThere(articleOf(slug), text));
    const share = (all.length - left.length) / all.length;
    expect(share, left.map(({ slug, kind, text }) => `${slug} ${kind}: ${text}`).join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it("leaves nothing else in the text", () => {
    const extra = slugs.flatMap((slug) => {
      const wanted = expectedOf(slug);
      const known = [wanted.title, ...wanted.body, ...wanted.boilerplate.map(({ text }) => text)].map(foldSpace);
      return articleOf(slug)
        .blocks.map((block) => foldSpace(block.text))
        .filter((block) => block !== "" && !known.some((text) => text.includes(block) || block.includes(text)))
        .map((block) => `${slug}: ${block}`);
    });
    expect(extra).toEqual([]);
  });

  it("names the reason of everything it cut", () => {
    for (const slug of slugs) {
      expect(articleOf(slug).removed.length, slug).toBeGreaterThan(0);
      for (const removal of articleOf(slug).removed) expect(removal.reason, slug).toMatch(/^[a-z][a-z-]*$/);
    }
  });

  it("points each block of a plain text at its own characters", () => {
    for (const slug of slugs.filter((name) => !isHtml(name))) {
      const source = charactersOf(slug);
      for (const { text, span } of articleOf(slug).blocks) {
        if (span) expect(foldSpace(source.slice(...span)), slug).toBe(foldSpace(text));
      }
    }
  });

  it("reads the typographic marks of a windows-1252 page", () => {
    const slug = slugs.find((name) => expectedOf(name).charset === "windows-1252")!;
    expect(articleOf(slug).text).toContain("“This is not a question of politics. It is a question of blankets,”");
    expect(articleOf(slug).text).toContain("Sørmund");
  });
});

/** The documents of which a metadata value is expected and differs from what was found. */
function misses(field: "title" | "language" | "published_at" | "site", wanted: (slug: string) => string | null): string[] {
  return slugs.flatMap((slug) => {
    const [found, want] = [articleOf(slug)[field], wanted(slug)];
    const cut = (value: string | null): string | null =>
      value === null
        ? null
        : field === "published_at"
          ? value.slice(0, 10)
          : field === "language"
            ? value.slice(0, 2)
            : foldSpace(value);
    return cut(found) === cut(want) ? [] : [`${slug}: ${JSON.stringify(found)} instead of ${JSON.stringify(want)}`];
  });
}

describe("metadata of the sample documents", () => {
  it("has every title, without the outlet's name", () => {
    expect(misses("title", (slug) => expectedOf(slug).title)).toEqual([]);
  });

  it("has every language", () => {
    expect(misses("language", (slug) => expectedOf(slug).language)).toEqual([]);
  });

  it("has every publication day that a document states, and none that it does not", () => {
    expect(misses("published_at", (slug) => expectedOf(slug).published_at)).toEqual([]);
  });

  // The cleaner knows agencies by name; those invented here it cannot know. Extract reads their credits by form.
  it("takes no mention of an agency for a wire credit", () => {
    const wrong = slugs.flatMap((slug) => {
      const [found, want] = [articleOf(slug).wire_credit, expectedOf(slug).wire_credit];
      return creditsAgree(found, want) ? [] : [`${slug}: ${found} instead of ${want}`];
    });
    expect(wrong.filter((line) => !line.includes(": null instead of"))).toEqual([]);
  });

  it("has the outlet of every page that names it", () => {
    const wrong = misses("site", (slug) => (isHtml(slug) ? expectedOf(slug).outlet : articleOf(slug).site));
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(1);
  });
});
