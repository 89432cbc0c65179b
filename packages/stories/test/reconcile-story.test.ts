import { type Claim, StoryRecord } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { reconcileStory } from "../src/index.ts";
import { ferryStory } from "./ferry-story.ts";
import { plantStory } from "./plant-story.ts";
import { memberOf } from "./story-builder.ts";

const ferry = reconcileStory(ferryStory);
const plant = reconcileStory(plantStory);

function claimWith(record: StoryRecord, mention: string): Claim {
  const claim = record.claims.find(({ mentions }) => mentions.includes(mention));
  if (!claim) throw new Error(`no claim holds ${mention}`);
  return claim;
}

describe("claims of a story", () => {
  test("a record validates and is the same whatever the order of its members", () => {
    expect(StoryRecord.parse(ferry)).toEqual(ferry);
    expect(JSON.stringify(reconcileStory([...ferryStory].reverse()))).toBe(JSON.stringify(ferry));
  });

  test("two reports with different death tolls are one claim in conflict", () => {
    const dead = claimWith(ferry, "wire:n1");
    expect(dead.mentions).toEqual(expect.arrayContaining(["wire:n0", "paste:n0", "tabloid:n1", "local:n0"]));
    expect(dead.relation).toBe("conflict");
    expect(ferry.conflicts.map(({ about }) => about)).toContainEqual([dead.id]);
  });

  test("a rounded headline joins the figure it rounds and keeps its own wording", () => {
    const saved = claimWith(ferry, "wire:n2");
    expect(saved.canonical.value).toBe(1460);
    expect(saved.variants.find(({ mention }) => mention === "tabloid:n0")).toMatchObject({ relation: "rounds" });
    expect(saved.relation).toBe("agree-with-precision-loss");
  });

  test("a lower bound that the figure meets is no conflict", () => {
    const bound = claimWith(ferry, "abroad:n1");
    const saved = claimWith(ferry, "wire:n2");
    expect(saved.relation).not.toContain("conflict");
    expect(
      bound === saved || bound.related.some(({ claim, relation }) => claim === saved.id && relation === "compatible-lower-bound"),
    ).toBe(true);
  });

  test("a conversion and the article that kept only the converted figure are one claim in the original's unit", () => {
    const distance = claimWith(ferry, "wire:n3");
    expect(distance.mentions).toEqual(expect.arrayContaining(["wire:n4", "tabloid:n2"]));
    expect(distance.canonical).toMatchObject({ value: 20, unit: "kilometer", from: "wire" });
    expect(distance.variants.every(({ relation }) => relation !== "contradicts")).toBe(true);
  });

  test("articles of one lineage count once, and shared agency copy is told apart", () => {
    expect(claimWith(ferry, "wire:n2").independent_sources).toBe(claimWith(ferry, "wire:n2").lineages.length);
    expect(claimWith(ferry, "wire:n1").lineages).toEqual(["local", "wire"]);
    const volunteers = claimWith(ferry, "local:n1");
    expect(volunteers.independent_sources).toBe(2);
    expect(volunteers.independent_if_shared_agency_copy_collapsed).toBe(1);
    expect(ferry.lineage.pairs.partial_shared_agency_copy).toContainEqual(["abroad", "local"]);
  });

  test("figures of two years are two claims without conflict", () => {
    expect(claimWith(plant, "agency:n1")).toBe(claimWith(plant, "daily:n2"));
    expect(claimWith(plant, "agency:n3")).toBe(claimWith(plant, "daily:n3"));
    expect(claimWith(plant, "agency:n1")).not.toBe(claimWith(plant, "agency:n3"));
    expect(plant.conflicts).toEqual([]);
  });

  test("a value within another report's range does not contradict it", () => {
    const costs = claimWith(plant, "agency:n4");
    expect(costs.relation).not.toContain("conflict");
  });

  test("the origin of a figure is named", () => {
    expect(claimWith(ferry, "wire:n2").origins).toEqual(["Maritime Ministry of Valdora"]);
  });
});

describe("quotations of a story", () => {
  const group = ferry.quote_groups.find(({ members }) => members.some(({ quote }) => quote === "wire:q0"))!;

  test("copy, rewording and translation of one statement are one group around the original", () => {
    expect(group.canonical).toBe("wire:q0");
    expect(Object.fromEntries(group.members.map(({ doc, kind }) => [doc, kind]))).toEqual({
      wire: "fullest",
      paste: "verbatim",
      tabloid: "distorted",
      abroad: "translation-variant",
    });
  });

  test("differences are marked word by word", () => {
    const { differences } = group.members.find(({ doc }) => doc === "tabloid")!;
    expect(differences).toContainEqual({ op: "removed", text: "never sounded the" });
    expect(
      differences
        .filter(({ op }) => op !== "removed")
        .map(({ text }) => text)
        .join(" "),
    ).toBe("“The captain gave no alarm and we had to find the boats,”");
  });

  test("a short sentence that names what a longer one names is no piece of it", () => {
    const long = "“I ask the harbour board to look at the Tarnmoor contract once more before the other firms are paid,”";
    const groupsOf = (short: string) =>
      reconcileStory(
        [long, short].map((quoted, i) =>
          memberOf({
            id: `m${i}`,
            text: `${quoted} Ida Holm said.`,
            quotes: [{ text: quoted, speaker: "Ida Holm" }],
            people: ["Ida Holm"],
          }),
        ),
      ).quote_groups.length;
    expect(groupsOf("“That other one is Tarnmoor.”")).toBe(2);
    expect(groupsOf("“look at the Tarnmoor contract”")).toBe(1);
  });

  test("a quotation told without its marks is found", () => {
    const told = plant.quote_groups[0]!.members.find(({ kind }) => kind === "demoted-to-indirect");
    expect(told).toMatchObject({ quote: null, doc: "daily" });
  });
});

describe("names of a story", () => {
  test("transliterations of one name are joined, places that share a word are not", () => {
    const survivor = ferry.names.find(({ canonical }) => canonical.startsWith("Ilmar"))!;
    expect(survivor.variants.map(({ text }) => text).sort()).toEqual(["Ilmar Chodakov", "Ilmar Khodakov"]);
    const sarn = ferry.names.filter(({ variants }) => variants.some(({ text }) => text.endsWith("Sarn")));
    expect(sarn).toHaveLength(2);
  });

  test.each([
    ["places", "U.S.", "United States"],
    ["places", "UK", "United Kingdom"],
    ["organisations", "O.T.B.", "OTB"],
    ["organisations", "USBM", "U.S. Board of Mines"],
  ] as const)("%s: “%s” is “%s”", (kind, short, long) => {
    const members = [short, long].map((name, i) =>
      memberOf({ id: `m${i}`, text: `Talks on ${name} went on in Orvik on Monday.`, [kind]: [name] }),
    );
    const { names } = reconcileStory(members);
    expect(names.map(({ variants }) => variants.map(({ text }) => text).sort())).toContainEqual([short, long].sort());
  });

  test("a part of a country is not the country", () => {
    const members = ["England", "United Kingdom"].map((name, i) =>
      memberOf({ id: `m${i}`, text: `It rained in ${name}.`, places: [name] }),
    );
    expect(reconcileStory(members).names).toHaveLength(2);
  });

  test("a surname joins the one full name it fits", () => {
    expect(plant.names.find(({ canonical }) => canonical === "Petra Vass")?.variants.map(({ text }) => text)).toContain("Vass");
  });
});

describe("propositions and mutations of a story", () => {
  test("one predicate with two agents is a conflict on the agent", () => {
    const conflict = ferry.conflicts.find(({ kind }) => kind === "agent");
    expect(conflict?.sides.map(({ value }) => value).sort()).toEqual(["Port officials", "The navy"]);
  });

  test("two clauses that share a thing they mention, and no predicate, name no rival agents", () => {
    const fund = "the Harbour Workers Relief Fund of Lindhafen";
    const record = reconcileStory(
      [
        ["a", "The ministry will take the missing sum from"],
        ["b", "Dock officials refused to move a cent out of"],
      ].map(([id, head]) =>
        memberOf({
          id: id as string,
          text: `${head} ${fund}.`,
          assertions: [{ text: `${head} ${fund}`, subject: "", predicate: "" }],
          organisations: [],
        }),
      ),
    );
    expect(record.conflicts).toEqual([]);
  });

  test("a statement is the sentence that tells it, and one that holds a figure is left to that figure's claim", () => {
    const told = (id: string, sentence: string, clause: string, figures = false) =>
      memberOf({
        id,
        text: sentence,
        assertions: [{ text: clause, subject: "", predicate: "" }],
        figures: figures ? [{ clause, number: "640", value: 640, unit: "boat" }] : [],
      });
    const denied = "we have ever asked any firm in Lindhafen to plant stories about rival yards";
    const statements = (members: Parameters<typeof reconcileStory>[0]) =>
      reconcileStory(members).propositions.map(({ statement }) => statement);
    expect(
      statements([
        told("a", `Nor is it true that ${denied}, the yard said.`, denied),
        told("b", `The yard said it is false that ${denied}.`, denied),
      ]),
    ).toEqual([`Nor is it true that ${denied}, the yard said.`]);
    const counted = "the yard sold 640 boats to the islands of the southern coast";
    expect(
      statements([told("a", `On Monday ${counted}.`, counted, true), told("b", `It said ${counted}.`, counted, true)]),
    ).toEqual([]);
  });

  test("what a rewrite changed is listed, worst first, and a copy changed nothing", () => {
    const tabloid = ferry.mutations.filter(({ doc }) => doc === "tabloid");
    expect(tabloid.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["quote-reworded", "rounded-up", "modifier-dropped", "attribution-dropped", "subject-changed"]),
    );
    expect(tabloid.map(({ severity }) => severity)).toEqual(tabloid.map(({ severity }) => severity).sort((a, b) => b - a));
    expect(ferry.mutations.filter(({ doc }) => doc === "paste")).toEqual([]);
  });
});

test("headline and summary are the members' own words", () => {
  expect(ferryStory.map(({ title }) => title)).toContain(ferry.headline);
  expect(ferry.summary.length).toBeGreaterThan(0);
  for (const { text, evidence } of ferry.summary) {
    const member = ferryStory.find(({ id }) => id === evidence.doc)!;
    expect(member.text.slice(...evidence.span)).toBe(text);
  }
});
