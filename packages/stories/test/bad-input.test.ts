import { StoryRecord } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { inventStory } from "../src/bench.ts";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";
import { memberOf } from "./story-builder.ts";

/** Far above what the work takes, so a slow machine passes and a quadratic step does not. */
const BOUND_MS = 120_000;

function timed<T>(work: () => T): { result: T; ms: number } {
  // Processor time: a busy machine is not a slow algorithm.
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { result, ms: (user + system) / 1000 };
}

describe("bad input", () => {
  test("a story of 5,000 members is reconciled in bounded time and validates", () => {
    const { result, ms } = timed(() => reconcileStory(inventStory(5000)));
    expect(StoryRecord.safeParse(result).success).toBe(true);
    expect(result.members).toHaveLength(5000);
    expect(ms).toBeLessThan(BOUND_MS);
  });

  test("members without facts or text are listed and support nothing", () => {
    const empty: ReconcileMember = { ...memberOf({ id: "empty", text: "" }), facts: null };
    const record = reconcileStory([empty, { ...empty, id: "other" }]);
    expect(StoryRecord.safeParse(record).success).toBe(true);
    expect(record).toMatchObject({ story: "empty", headline: null, summary: [], claims: [], quote_groups: [] });
    expect(StoryRecord.safeParse(reconcileStory([])).success).toBe(true);
  });

  test("contradictory lineage is put in order: rings, unknown documents and other lineages are no parents", () => {
    const ring = [
      memberOf({ id: "a", text: "A.", lineage: "l", parent: "b" }),
      memberOf({ id: "b", text: "B.", lineage: "l", parent: "c" }),
      memberOf({ id: "c", text: "C.", lineage: "l", parent: "a" }),
      memberOf({ id: "d", text: "D.", lineage: "other", parent: "a" }),
      memberOf({ id: "e", text: "E.", lineage: "l", parent: "nobody" }),
      memberOf({ id: "f", text: "F.", lineage: "l", parent: "f" }),
    ];
    const { lineage, members } = reconcileStory(ring);
    expect(lineage.clusters.map(({ docs }) => docs)).toEqual([["a", "b", "c", "e", "f"], ["d"]]);
    const root = lineage.clusters[0]!.root;
    for (const { id } of members.filter((member) => member.lineage === "l")) {
      let at: string | null = id;
      for (let steps = 0; at !== root && steps <= members.length; steps++)
        at = members.find((member) => member.id === at)?.parent ?? null;
      expect(at).toBe(root);
    }
    expect(members.find(({ id }) => id === "d")?.parent).toBeNull();
  });

  test("markup and direction controls in names and quotations stay data, character by character", () => {
    const name = "<img src=x onerror=alert(1)> \u202eAda\u202c";
    const said = "“</script><b>We saw it all\u2066 from the pier\u2069 that night</b>”";
    const text = `${name} spoke. ${said} she said.`;
    const record = reconcileStory([
      memberOf({ id: "h", title: name, text, quotes: [{ text: said, speaker: name }], people: [name] }),
    ]);
    expect(StoryRecord.safeParse(record).success).toBe(true);
    expect(record.headline).toBe(name);
    expect(record.quote_groups[0]).toMatchObject({ speaker: name, members: [{ surface: said }] });
    expect(record.names[0]?.canonical).toBe(name);
  });

  test("spans outside the text, one id twice and duplicate claims do no harm", () => {
    const member = memberOf({
      id: "m",
      text: "Some 40 boats sank.",
      figures: [{ clause: "Some 40 boats sank", number: "40", value: 40, unit: "boat" }],
    });
    const mention = member.facts!.numeric_mentions[0]!;
    const outside = { ...mention, id: "m:far", span: [900, 950] as const, number: { text: "40", span: [900, 902] as const } };
    const facts = {
      ...member.facts!,
      numeric_mentions: [mention, mention, { ...mention, id: "m:nan", value: Number.NaN }, outside],
    };
    const record = reconcileStory([
      { ...member, facts },
      { ...member, facts },
    ]);
    expect(StoryRecord.safeParse(record).success).toBe(true);
    expect(record.members).toHaveLength(1);
    expect(record.claims.flatMap(({ mentions }) => mentions).filter((id) => id === "m:n0")).toHaveLength(1);
  });

  test("a text without end marks and a quotation of a million characters are cheap", () => {
    const endless = "word ".repeat(200_000);
    const member = memberOf({ id: "long", text: `${endless}“${endless}”`, quotes: [{ text: `“${endless}”` }] });
    const { result, ms } = timed(() => reconcileStory([member, { ...member, id: "twin" }]));
    expect(StoryRecord.safeParse(result).success).toBe(true);
    expect(ms).toBeLessThan(BOUND_MS);
  });

  test("a text that is mostly blank, as one known by its facts alone, is cheap and keeps its evidence", () => {
    const clause = "40 boats sank";
    const text = `${" ".repeat(500_000)}${clause}${" ".repeat(500_000)}.`;
    const member = memberOf({ id: "sparse", text, figures: [{ clause, number: "40", value: 40, unit: "boat" }] });
    const { result, ms } = timed(() => reconcileStory([member, { ...member, id: "twin" }]));
    expect(result.claims[0]?.variants[0]?.evidence.text).toBe("40");
    expect(ms).toBeLessThan(BOUND_MS / 10);
  });
});
