import { expect, test } from "vitest";
import { readSiteRules, SiteRulesError } from "../src/index.ts";

test("rules name visits at one time, the time between two, or both", () => {
  expect([...readSiteRules("News.example=4@250ms, slow.example=@10s 127.0.0.1:8080=8 wiki=2@0")]).toEqual([
    ["news.example", { places: 4, delayMs: 250 }],
    ["slow.example", { places: null, delayMs: 10_000 }],
    ["127.0.0.1:8080", { places: 8, delayMs: null }],
    ["wiki", { places: 2, delayMs: 0 }],
  ]);
  expect(readSiteRules("").size).toBe(0);
});

test.each(["news.example", "news.example=", "news.example=0", "news.example=fast", "=3", "news.example=2@x"])(
  "%s is no rule",
  (entry) => {
    expect(() => readSiteRules(entry)).toThrow(SiteRulesError);
  },
);
