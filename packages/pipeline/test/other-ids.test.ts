import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documentIdOf, type Edge, type Override, sha256 } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { reconcileMembers, runInMemory, type SourceDocument, type StoryMemberInput } from "../src/index.ts";

const folder = join(import.meta.dirname, "../../../seeds/documents");
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** The records of the files as if they lay in `place`, each id replaced by its file's name, in an order that is the names'. */
async function recordsAt(place: string): Promise<string[]> {
  const nameOf = new Map<string, string>();
  const sources = files.map(({ name, bytes }): SourceDocument => {
    const id = documentIdOf(`${place}/${name}`, sha256(bytes));
    nameOf.set(id, name);
    return { id, body: bytes, kind: name.endsWith(".txt") ? "text" : "html" };
  });
  const { stories } = await runInMemory(sources);
  return stories
    .map((story) => {
      // A cluster is named by its smallest id: which member that is, the ids alone say.
      const labels = new Map(story.lineage.clusters.map(({ id, root }) => [id, root]));
      const copies = new Map<string, string[]>();
      for (const { id, copy } of story.members) copies.set(copy, [...(copies.get(copy) ?? []), nameOf.get(id) ?? id]);
      const neutral = {
        ...story,
        story: "",
        members: story.members.map((member) => ({
          ...member,
          copy: [...(copies.get(member.copy) ?? [])].sort().join(" "),
          lineage: labels.get(member.lineage),
        })),
        claims: story.claims.map((claim) => ({
          ...claim,
          lineages: claim.lineages.map((id) => labels.get(id)),
          independent_because: claim.independent_because.map(({ lineage, docs, why }) => ({
            lineage: labels.get(lineage),
            docs,
            why: why.replace(/[0-9a-f]{20}$/, (id) => labels.get(id) ?? id),
          })),
        })),
        propositions: story.propositions.map((each) => ({ ...each, lineages: each.lineages.map((id) => labels.get(id)) })),
        lineage: { ...story.lineage, clusters: story.lineage.clusters.map((cluster) => ({ ...cluster, id: cluster.root })) },
      };
      return JSON.stringify(neutral).replace(/\b[0-9a-f]{20}\b/g, (id) => nameOf.get(id) ?? id);
    })
    .sort();
}

test("files in another place give the same records but for ids", async () => {
  const expected = await recordsAt("file:///here");
  expect(expected.length).toBeGreaterThan(2);
  for (const name of files.map((file) => file.name)) expect(expected.join()).toContain(`"doc":"${name}"`);
  for (const place of ["file:///there", "file:///mnt/archive/2031", "https://example.org/a"])
    expect(await recordsAt(place)).toEqual(expected);
}, 120_000);

describe("two articles under other ids", () => {
  const texts = {
    first: "The storm destroyed 240 houses in Velden, the mayor said on Monday. Some 1,300 people slept in the school.",
    second: "In Velden the storm destroyed 240 houses, said the mayor. Some 1,300 people slept in the school.",
  };
  type Which = keyof typeof texts;

  function recordOf(ids: Readonly<Record<Which, string>>, given: readonly Override[] = []) {
    const lineage = [ids.first, ids.second].sort()[0] ?? "";
    const member = (which: Which): StoryMemberInput => {
      const id = ids[which];
      const text = texts[which];
      const read = extractFacts({ id, text, language: "en" });
      // As a filter may give them: under the document's id.
      const facts = { ...read, numeric_mentions: read.numeric_mentions.map((each) => ({ ...each, id: `${id}:${each.id}` })) };
      const root = which === "first";
      return {
        metadata: { title: null, outlet: null, url: null, publishedAt: "2031-03-04", language: "en", wireCredit: null },
        text,
        facts,
        assignment: {
          id,
          copy: id,
          lineage,
          story: lineage,
          role: root ? "original" : "rewrite",
          parent: root ? null : ids.first,
        },
      };
    };
    const [a, b] = [ids.first, ids.second].sort() as [string, string];
    const direction = a === ids.first ? "b-from-a" : "a-from-b";
    const edge: Edge = { a, b, kind: "rewrite", direction, score: 0.9, evidence: { measures: {}, passages: [] } };
    return reconcileMembers([member("first"), member("second")], [edge], { overrides: given });
  }

  test("give one record, each with the ids it was given", () => {
    const one = recordOf({ first: "a:1", second: "b" });
    const other = recordOf({ first: "y:1", second: "x" });
    expect([one.story, other.story]).toEqual(["a:1", "x"]);
    expect(one.claims.flatMap(({ mentions }) => mentions).every((mention) => /^(a:1|b):n\d+$/.test(mention))).toBe(true);
    expect(one.members.find(({ id }) => id === "b")).toMatchObject({ parent: "a:1", lineage: "a:1" });
    expect(other.members.find(({ id }) => id === "x")).toMatchObject({ parent: "y:1", lineage: "x" });
    const bare = (record: typeof one) => record.claims.map(({ id, statement, docs }) => [id, statement, docs.length]);
    expect(bare(other)).toEqual(bare(one));
    const shared = (record: typeof one) => record.members.map(({ passages, taken }) => ({ passages, taken }));
    expect(shared(other)).toEqual(shared(one));
    expect(shared(one).some(({ passages }) => passages.length > 0)).toBe(true);
  });

  test("an editor's word on two figures holds, and is told as it was given", () => {
    const at = (doc: string, text: string) => ({
      doc,
      span: [text.indexOf("240"), text.indexOf("240") + 3] as [number, number],
      text: "240",
    });
    const override: Override = {
      kind: "not-same",
      a: at("y", texts.first),
      b: at("x", texts.second),
      who: "mira",
      why: "two storms",
      at: "2031-03-05T10:00:00Z",
    };
    const ids = { first: "y", second: "x" };
    const houses = (given: readonly Override[]) =>
      recordOf(ids, given)
        .claims.filter(({ canonical }) => canonical.value === 240)
        .map(({ docs }) => docs);
    expect(houses([])).toEqual([expect.arrayContaining(["x", "y"])]);
    expect(houses([override]).flat().sort()).toEqual(["x", "y"]);
    expect(houses([override])).toHaveLength(2);
    expect(recordOf(ids, [override]).overrides).toEqual([override]);
  });
});
