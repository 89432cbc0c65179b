import { expect, test } from "vitest";
import { type ArticleVersion, revisionOf, revisionsOf } from "../src/index.ts";

const version = (id: string, text: string, title = "Council votes"): ArticleVersion => ({
  id,
  at: "2031-03-04T10:00:00.000Z",
  title,
  text,
});
const first =
  "The council of Ostrand voted on Tuesday.\nThe work will cost 3.2 million crowns, Ines Harrow said.\nStorms are expected.";

test("a figure that was corrected without a word is shown in its sentence", () => {
  const revision = revisionOf(version("a", first), version("b", first.replace("3.2", "4.1")));
  expect(revision?.passages).toEqual([
    [
      { is: "same", text: "The work will cost " },
      { is: "removed", text: "3.2" },
      { is: "added", text: "4.1" },
      { is: "same", text: "million crowns, Ines Harrow said." },
    ],
  ]);
});

test("paragraphs that were added or removed are kept apart from those that were rewritten", () => {
  const after =
    "The council of Ostrand voted on Tuesday.\nA spokesman declined to comment.\nThe work will cost 3.2 million crowns, Ines Harrow said.";
  const revision = revisionOf(version("a", first), version("b", after));
  expect(revision?.passages).toEqual([
    [{ is: "added", text: "A spokesman declined to comment." }],
    [{ is: "removed", text: "Storms are expected." }],
  ]);
});

test("another title is a change; other spaces are none", () => {
  expect(revisionOf(version("a", first), version("b", first.replaceAll(" ", "  ")))).toBeNull();
  expect(revisionOf(version("a", first), version("b", first, "Council splits"))?.title).toEqual({
    before: "Council votes",
    after: "Council splits",
  });
});

test("versions that say the same are passed over", () => {
  const versions = [version("a", first), version("b", first), version("c", `${first}\nUpdated.`)];
  expect(revisionsOf(versions).map(({ from, to }) => [from, to])).toEqual([["b", "c"]]);
});

test("two long texts without a common line cost no square of their length", () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word} ${n}`).join("\n");
  const started = process.cpuUsage();
  const revision = revisionOf(version("a", text("old")), version("b", text("new")));
  expect(revision?.passages).toHaveLength(40);
  expect(revision?.more).toBeGreaterThan(19_000);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(30_000);
});
