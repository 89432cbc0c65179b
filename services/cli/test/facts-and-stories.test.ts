import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts, StoryRecord } from "@wirefold/core";
import { describe, expect, it } from "vitest";
import { inventedText, jsonLines, scratch, shell, wirefold } from "./run-wirefold.ts";

const lines = (...records: unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const extract = async (...records: unknown[]) => {
  const { stdout } = await wirefold(["extract"], { stdin: lines(...records) });
  return jsonLines<Facts & { error?: { code: string } }>(stdout);
};

const BODY = inventedText(1);
const RAW = `Skip to main content

Bridge 1 open again

${BODY.replaceAll("\n", "\n\n")}

See also

Become a member for 6 crowns a month`;

describe("wirefold extract", () => {
  it("counts spans in the given text", async () => {
    const [facts] = await extract({ id: "d", text: BODY, title: "Bridge 1 open again" });
    expect(facts!.quotes).toHaveLength(1);
    expect(facts!.quotes[0]).toMatchObject({ id: "d:q1", speaker: "Tomas Vell" });
    for (const { number } of facts!.numeric_mentions) expect(BODY.slice(...number.span)).toBe(number.text);
  });

  it("counts spans in raw, and takes nothing from what text leaves out", async () => {
    const [facts] = await extract({ id: "d", text: BODY, raw: RAW, title: "Bridge 1 open again" });
    const [plain] = await extract({ id: "d", text: BODY });
    expect(facts!.quotes[0]).toMatchObject({ speaker: "Tomas Vell" });
    expect(RAW.slice(...facts!.quotes[0]!.span)).toContain("We counted every bolt twice");
    const numbers = (found: Facts) => found.numeric_mentions.map(({ number }) => number.text);
    expect(numbers(facts!)).toEqual(expect.arrayContaining(numbers(plain!)));
    expect(numbers(facts!)).not.toContain("6");
    for (const { number } of facts!.numeric_mentions) expect(RAW.slice(...number.span)).toBe(number.text);
    // The headline is the document's own, although the cleaned text lacks it.
    expect(RAW.slice(...facts!.title_span!)).toBe("Bridge 1 open again");
  });

  it("cleans raw itself where it comes alone", async () => {
    const [facts] = await extract({ id: "d", raw: RAW });
    expect(facts!.title).toBe("Bridge 1 open again");
    expect(RAW.slice(...facts!.quotes[0]!.span)).toContain("We counted every bolt twice");
  });

  it("refuses a raw the text was not cut from, and a record with neither", async () => {
    const answers = await extract({ id: "a", text: BODY, raw: `<p>${BODY.replaceAll(" ", "&nbsp;")}</p>` }, { id: "b" });
    expect(answers.map(({ error }) => error?.code)).toEqual(["WIREFOLD_RAW_MISMATCH", "WIREFOLD_BAD_RECORD"]);
  });
});

describe("wirefold reconcile", () => {
  /** An original, a rewrite that rounds a figure, and a story about something else. */
  const documents = [
    { id: "wire", text: `Bridge 1 open again\n\n${BODY.replaceAll("\n", "\n\n")}` },
    {
      id: "post",
      text: `Bridge opens at last\n\n${BODY.replaceAll("\n", "\n\n").replace("About 37 people", "Nearly 40 people")}`,
    },
    {
      id: "chess",
      text: "Chess in Kirn\n\nChess players from forty towns met in Kirn, where Petra Lund won all nine of her games.\n\nShe had won 12 the year before.",
    },
  ];
  const stories = (text: string) => jsonLines<StoryRecord>(text);

  it("takes raw documents and gives one story a line, ordered by story", async () => {
    const { code, stdout, stderr } = await wirefold(["reconcile"], { stdin: lines(...documents) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stories(stdout).map(({ story, members }) => [story, members.map(({ id }) => id)])).toEqual([
      ["chess", ["chess"]],
      ["post", ["post", "wire"]],
    ]);
    expect(stories(stdout)[1]!.claims.every((claim) => claim.independent_sources === 1)).toBe(true);
  });

  it("says the same in steps as in one, and in any order of lines", async () => {
    using folder = scratch();
    const steps = await shell(
      `printf '%s' "$DOCUMENTS" | wirefold clean > articles.jsonl &&
       wirefold group articles.jsonl > groups.jsonl && wirefold extract articles.jsonl > facts.jsonl &&
       wirefold reconcile articles.jsonl > one.jsonl &&
       wirefold reconcile articles.jsonl facts.jsonl groups.jsonl > steps.jsonl &&
       cat groups.jsonl facts.jsonl articles.jsonl | tac | wirefold reconcile --facts-out used.jsonl > shuffled.jsonl`,
      { cwd: folder.path, env: { DOCUMENTS: lines(...documents) } },
    );
    expect(steps).toEqual({ code: 0, stdout: "", stderr: "" });
    const read = (name: string) => readFileSync(join(folder.path, name), "utf8");
    expect(read("steps.jsonl")).toBe(read("one.jsonl"));
    expect(read("shuffled.jsonl")).toBe(read("one.jsonl"));
    expect(read("used.jsonl").split("\n").sort()).toEqual(read("facts.jsonl").split("\n").sort());
  });

  it("needs only facts and groups, and its claims name the facts' figures", async () => {
    using folder = scratch();
    const { stdout } = await shell(
      `printf '%s' "$DOCUMENTS" | wirefold clean > articles.jsonl; wirefold extract articles.jsonl | tee facts.jsonl > both.jsonl
       wirefold group articles.jsonl >> both.jsonl; wirefold reconcile both.jsonl`,
      { cwd: folder.path, env: { DOCUMENTS: lines(...documents) } },
    );
    const facts = jsonLines<Facts>(readFileSync(join(folder.path, "facts.jsonl"), "utf8"));
    const known = new Map(facts.flatMap(({ numeric_mentions }) => numeric_mentions.map((mention) => [mention.id, mention])));
    const claims = stories(stdout).flatMap((story) => story.claims);
    expect(claims.length).toBeGreaterThan(2);
    for (const claim of claims) {
      for (const { evidence } of claim.variants) expect(evidence.text.trim()).not.toBe("");
      for (const mention of claim.mentions) expect(known.has(mention)).toBe(true);
    }
  });

  it("names what cannot be reconciled and goes on", async () => {
    const [facts] = await extract({ id: "alone", text: BODY });
    const stdin = lines(documents[0], { id: "empty", html: "<nav>Home</nav>" }, facts, documents[0], documents[2]);
    const { code, stdout } = await wirefold(["reconcile"], { stdin });
    expect(code).toBe(1);
    const answers = jsonLines<{ id?: string; story?: string; error?: { code: string } }>(stdout);
    expect(answers.map(({ id, story, error }) => [story ?? id, error?.code])).toEqual([
      ["empty", "WIREFOLD_NO_ARTICLE"],
      ["wire", "WIREFOLD_DUPLICATE_ID"],
      ["alone", "WIREFOLD_UNGROUPED"],
      ["chess", undefined],
      ["wire", undefined],
    ]);
  });
});
