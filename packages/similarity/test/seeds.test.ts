import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { compare, featuresOf, groupDocuments } from "../src/index.ts";

// Five real reports of one day; they are not ours to ship, so the test runs where they lie next to the checkout.
const folder = path.resolve(import.meta.dirname, "../../../../shared/seeds");
const present = existsSync(folder);
if (!present) console.warn("skipped: ../shared/seeds is not there");

const docs = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => ({ id: name.slice(0, 3), text: readFileSync(path.join(folder, name), "utf8") }))
  : [];

test.skipIf(!present).each([null, "2022-09-27", "2022-09-27T18:00:00+02:00"])(
  "the five real reports: three lineages, one story (published %s)",
  (published_at) => {
    const { assignments } = groupDocuments(docs.map((doc) => ({ ...doc, published_at })));
    expect(Object.fromEntries([...assignments].map(([id, { lineage }]) => [id, lineage]))).toEqual({
      "000": "000",
      "001": "000",
      "002": "002",
      "003": "003",
      "004": "000",
    });
    expect(new Set([...assignments.values()].map(({ story }) => story)).size).toBe(1);
    expect(assignments.get("001")!.role).toBe("original");
  },
);

test.skipIf(!present)("each pair of the agency's lineage scores at least twice any other pair", () => {
  const score = (x: string, y: string) =>
    compare(featuresOf(docs.find((doc) => doc.id === x)!), featuresOf(docs.find((doc) => doc.id === y)!))?.score ?? 0;
  const agency = [score("000", "001"), score("001", "004"), score("000", "004")];
  const others = ["000", "001", "004"].flatMap((id) => [score(id, "002"), score(id, "003")]).concat(score("002", "003"));
  expect(Math.min(...agency)).toBeGreaterThan(2 * Math.max(...others));
});
