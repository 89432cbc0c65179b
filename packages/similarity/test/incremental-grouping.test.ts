import { expect, test } from "vitest";
import { groupDocuments, IncrementalGrouping } from "../src/index.ts";
import { corpus, seeded, shuffled } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

const plain = (assignments: ReadonlyMap<string, unknown>) => [...assignments].sort(([x], [y]) => (x < y ? -1 : 1));

test("documents arriving one by one in any order end in the groups of all of them", () => {
  const docs = [...corpus(12), ...harbour];
  const whole = plain(groupDocuments(docs, { passages: false }).assignments);
  for (let seed = 1; seed <= 3; seed++) {
    const grouping = new IncrementalGrouping();
    for (const doc of shuffled(docs, seed)) grouping.add(doc);
    expect(plain(grouping.assignments)).toEqual(whole);
  }
});

test("after any additions, removals and returns, the groups are those of what is left", () => {
  const docs = [...corpus(15, 8), ...harbour];
  const random = seeded(3);
  const grouping = new IncrementalGrouping();
  const held = new Map<string, (typeof docs)[number]>();
  for (let step = 0; step < 120; step++) {
    const doc = docs[Math.floor(random() * docs.length)]!;
    if (held.has(doc.id) && random() < 0.5) {
      grouping.remove(doc.id);
      held.delete(doc.id);
    } else {
      grouping.add(doc);
      held.set(doc.id, doc);
    }
    if (step % 20 === 0)
      expect(plain(grouping.assignments)).toEqual(plain(groupDocuments(held.values(), { passages: false }).assignments));
  }
});

test("a late original merges its rewrites' lineages, and its takedown splits them again", () => {
  const [original, copy, rewrite] = harbour;
  const grouping = new IncrementalGrouping();
  grouping.add({ ...rewrite!, id: "r" });
  expect(grouping.add({ ...original!, id: "o" })).toContainEqual({
    level: "lineage",
    kind: "joined",
    cluster: "o",
    members: ["o", "r"],
    from: ["r"],
  });
  expect(grouping.remove("o")).toContainEqual({ level: "lineage", kind: "left", cluster: "r", members: ["r"], from: ["o"] });
  grouping.add({ ...copy!, id: "c" });
  expect(grouping.assignments.get("r")!.lineage).toBe("c");
});

test("a removed single ends, and an unknown id changes nothing", () => {
  const grouping = new IncrementalGrouping();
  expect(grouping.add({ id: "a", text: harbour[0]!.text }).map((change) => change.kind)).toEqual(["formed", "formed", "formed"]);
  expect(grouping.remove("nobody")).toEqual([]);
  expect(grouping.remove("a").map((change) => change.kind)).toEqual(["ended", "ended", "ended"]);
  expect(grouping.assignments.size).toBe(0);
});
