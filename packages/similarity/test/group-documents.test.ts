import { expect, test } from "vitest";
import { templateSet } from "../scripts/template-set.mjs";
import { groupDocuments } from "../src/index.ts";
import { corpus, shuffled } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

const cluster = (grouping: ReturnType<typeof groupDocuments>, level: "copy" | "lineage" | "story") =>
  Object.fromEntries([...grouping.assignments.values()].map((assignment) => [assignment.id, assignment[level]]));

test("copies, rewrites and independent reports of one event are told apart", () => {
  const grouping = groupDocuments(harbour);
  expect(cluster(grouping, "copy")).toMatchObject({ "a-copy": "a-copy", "b-original": "a-copy", "c-rewrite": "c-rewrite" });
  expect(cluster(grouping, "lineage")).toMatchObject({
    "b-original": "a-copy",
    "c-rewrite": "a-copy",
    "d-independent": "d-independent",
  });
  expect(cluster(grouping, "story")).toMatchObject({ "b-original": "a-copy", "c-rewrite": "a-copy", "d-independent": "a-copy" });
});

test("another event with the same people, places and phrases stays apart", () => {
  for (const docs of [harbour, harbour.map((doc) => ({ ...doc, title: null, published_at: null }))])
    expect(groupDocuments(docs).assignments.get("e-trap")).toMatchObject({ story: "e-trap", role: "single" });
});

test("the original is the credited, earliest and fullest text, and its descendants point to it", () => {
  const { assignments } = groupDocuments(harbour);
  expect(assignments.get("b-original")).toMatchObject({ role: "original", parent: null });
  expect(assignments.get("a-copy")).toMatchObject({ role: "copy", parent: "b-original" });
  expect(assignments.get("c-rewrite")).toMatchObject({ role: "rewrite", parent: "b-original" });
  expect(assignments.get("d-independent")).toMatchObject({ role: "independent", parent: null });
});

test("an edge shows passages that stand in both texts where it says", () => {
  const texts = new Map(harbour.map((doc) => [doc.id, doc.text]));
  const { edges } = groupDocuments(harbour);
  const rewrite = edges.find((edge) => edge.a === "b-original" && edge.b === "c-rewrite")!;
  expect(rewrite.evidence.passages.length).toBeGreaterThan(2);
  for (const { text, span_a, span_b } of rewrite.evidence.passages) {
    expect(texts.get(rewrite.a)!.slice(...span_a)).toBe(text);
    expect(
      texts
        .get(rewrite.b)!
        .slice(...span_b)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean).length,
    ).toBeGreaterThanOrEqual(5);
  }
  expect(rewrite.evidence.shared?.names).toContain("Gannet Bank");
  expect(rewrite.evidence.shared?.figures).toContain("312");
});

/** WIREFOLD_ORDERS=100 tries that many. */
const orders = Number(process.env.WIREFOLD_ORDERS ?? 4);

test("the same documents give the same edges and groups in any order", { timeout: 120_000 + 6_000 * orders }, () => {
  const docs = [...corpus(16), ...harbour];
  const shown = groupDocuments(docs);
  expect(groupDocuments(shuffled(docs, orders + 1)).edges).toEqual(shown.edges);
  // Passages are read off two texts once their edge is known: one order is enough for them.
  const plain = groupDocuments(docs, { passages: false });
  for (let seed = 1; seed <= orders; seed++) {
    const again = groupDocuments(shuffled(docs, seed), { passages: false });
    expect(again.edges).toEqual(plain.edges);
    expect([...again.assignments].sort()).toEqual([...plain.assignments].sort());
  }
});

test("versions of one invented report form its lineage, and no two reports share one", () => {
  const docs = corpus(50);
  const { assignments } = groupDocuments(docs);
  let together = 0;
  let pairs = 0;
  for (const { id, lineage } of assignments.values()) {
    expect(lineage.split("-")[0]).toBe(id.split("-")[0]);
    const original = `${id.split("-")[0]}-a`;
    if (id === original) continue;
    pairs++;
    if (lineage === assignments.get(original)!.lineage) together++;
  }
  expect(together / pairs).toBeGreaterThan(0.95);
});

test("recurring reports with other names and figures are no copies of each other", () => {
  const docs = templateSet(60, 31);
  const group = new Map(docs.map((doc) => [doc.id, doc.group]));
  const { edges, assignments } = groupDocuments(docs, { passages: false });
  const wrong = edges.filter((edge) => group.get(edge.a) !== group.get(edge.b));
  expect(wrong.length / edges.length).toBeLessThan(0.15);
  for (let event = 0; event < 60; event++)
    expect(assignments.get(`tpl:${event}_0`)!.lineage).toBe(assignments.get(`tpl:${event}_1`)!.lineage);
});

test("a firm's next quarter is no copy of its last", () => {
  const report = (quarter: string, month: string, day: number, [income, cents, revenue, low, high]: readonly string[]) =>
    `Brantholm Kettles on ${month} ${day}, 2031, reported ${quarter}-quarter net income of $${income} million, or ${cents} cents per share.
Revenue for the three months came to $${revenue} million. Analysts had on average expected earnings of ${Number(cents) - 4} cents per share.
"We are pleased with our performance and remain confident in our strategy," chief executive Oda Lindqvist said in a statement.
The company said it expects full-year earnings of $${low} to $${high} per share. Brantholm Kettles, based in Port Eldrin, makes kettles and lamps and was founded by two brothers.`;
  const { assignments } = groupDocuments([
    {
      id: "q2",
      title: "Brantholm Kettles reports second-quarter results",
      text: report("second", "July", 17, ["12.4", "41", "310", "1.60", "1.75"]),
    },
    {
      id: "q3",
      title: "Brantholm Kettles reports third-quarter results",
      text: report("third", "October", 23, ["15.9", "58", "355", "1.82", "1.94"]),
    },
  ]);
  expect(assignments.get("q3")).toMatchObject({ lineage: "q3", story: "q3" });
});

test("a report and its translation are found by figures and names", () => {
  const english = `Fire crews from Lindmark and Osterby fought a blaze at the Karsten paper mill for 19 hours. Mayor Ruta Velikova told reporters in Osterby that 2,340 tons of pulp burned and 418 workers were sent home. The mill, owned by Nordvik Timber since 1987, exports to Tallmark. Police inspector Anton Berezin of Lindmark said 3 boilers had failed on 12 May. Damage is put at 56.5 million crowns, the insurer Halvard said.`;
  const german = `Feuerwehren aus Lindmark und Osterby haben 19 Stunden lang gegen einen Brand in der Papierfabrik Karsten gekämpft. Bürgermeisterin Ruta Welikowa sagte vor Journalisten in Osterby, dass 2.340 Tonnen Zellstoff verbrannt seien und 418 Arbeiter nach Hause geschickt wurden. Die Fabrik, die seit 1987 der Firma Nordvik Timber gehört, liefert nach Tallmark. Polizeiinspektor Anton Beresin aus Lindmark sagte, am 12. Mai seien 3 Kessel ausgefallen. Der Schaden wird auf 56,5 Millionen Kronen beziffert, wie der Versicherer Halvard mitteilte.`;
  const { assignments, edges } = groupDocuments([{ id: "de", text: german }, { id: "en", text: english }, ...harbour]);
  expect(assignments.get("en")!.story).toBe("de");
  expect(edges.find((edge) => edge.a === "de")!.evidence.measures.acrossLanguages).toBe(1);
  expect(assignments.get("b-original")!.story).not.toBe("de");
});

test("a digest of two stories does not make one story of them", () => {
  const docs = corpus(30);
  const first = docs.filter((doc) => doc.id.startsWith("s3-"));
  const second = docs.filter((doc) => doc.id.startsWith("s7-"));
  const half = (text: string) => text.split("\n").slice(0, 4).join("\n");
  const digest = { id: "z-digest", text: `${half(first[0]!.text)}\n${half(second[0]!.text)}` };
  const { assignments } = groupDocuments([...docs, digest]);
  expect(assignments.get("s3-a")!.lineage).not.toBe(assignments.get("s7-a")!.lineage);
  expect(assignments.get("s3-a")!.story).not.toBe(assignments.get("s7-a")!.story);
});

test("reports more than three days apart are not one event; a copy printed months later is joined by an edge alone", () => {
  const [original, copy, , independent] = harbour;
  const { assignments: late, edges } = groupDocuments([
    original!,
    { ...copy!, published_at: "2031-12-24" },
    { ...independent!, published_at: "2031-10-20" },
  ]);
  expect(edges.filter(({ a, b }) => a === "a-copy" && b === "b-original").map(({ kind }) => kind)).toEqual(["copy"]);
  expect(new Set([...late.values()].map(({ story }) => story)).size).toBe(3);
  expect(late.get("d-independent")!.story).toBe("d-independent");
});
