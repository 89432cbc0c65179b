import { expect, test } from "vitest";
import { formatOf } from "../src/export/format-of.ts";

test.each([
  [{ out: "stories.jsonl" }, "jsonl"],
  [{ out: "lake/CLAIMS.CSV" }, "csv"],
  [{ out: "claims.2031.parquet" }, "parquet"],
  [{ out: "stories.jsonl", format: "ninjs" }, "ninjs"],
  [{ out: "lake/articles", byDay: true }, "parquet"],
])("%j is written as %s", (options, format) => {
  expect(formatOf(options)).toBe(format);
});

test.each([[{}], [{ out: "stories" }], [{ out: "stories.json" }], [{ out: "lake.csv/stories" }]])(
  "%j does not say how",
  (options) => {
    expect(() => formatOf(options)).toThrow(/no format is given/);
  },
);

test("an unknown format is refused, whatever the file is called", () => {
  expect(() => formatOf({ format: "parket", out: "stories.jsonl" })).toThrow(/parquet/);
});
