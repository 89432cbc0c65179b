import { readSiteRules } from "@wirefold/sources";
import { expect, test } from "vitest";
import { LiveSiteRules } from "../../src/http/live-site-rules.ts";

const set = (site: string, places: number | null, delayMs: number | null) => ({
  site,
  places,
  delayMs,
  setBy: "dana",
  setAt: new Date(0),
});

test("what is set while the pipeline runs goes before the settings, number by number", async () => {
  const given = readSiteRules("tide.example=3@2s, harbour.example=@1s");
  const rules = new LiveSiteRules(given, {
    list: async () => [set("tide.example", null, 9000), set("quay.example:8080", 2, null)],
  });
  expect(await rules.get("tide.example")).toEqual({ places: 3, delayMs: 9000 });
  expect(await rules.get("quay.example:8080")).toEqual({ places: 2, delayMs: null });
  expect(await rules.get("harbour.example")).toEqual({ places: null, delayMs: 1000 });
  expect(await rules.get("other.example")).toBeUndefined();
});

test("where the database does not answer, the settings hold", async () => {
  const rules = new LiveSiteRules(readSiteRules("tide.example=3"), { list: () => Promise.reject(new Error("away")) });
  expect(await rules.get("tide.example")).toEqual({ places: 3, delayMs: null });
});
