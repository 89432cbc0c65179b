import { expect, test } from "vitest";
import { flagsFor } from "../src/compiler.ts";

test("code is compiled later with the V8 that was measured, unless somebody says otherwise", () => {
  expect(flagsFor("11.3.244.8-node.30", "--enable-source-maps")).toEqual(["--interrupt-budget=270336"]);
  expect(flagsFor("11.3.244.8-node.30", "--interrupt_budget=66000")).toEqual([]);
  expect(flagsFor("12.4.254.21-node.33", "")).toEqual([]);
});
