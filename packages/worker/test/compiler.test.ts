import { expect, test } from "vitest";
import { flagsFor } from "../src/compiler.ts";

test("the compiler is told to spare CPU with the V8 that was measured, and what somebody says of a flag stands", () => {
  const flags = flagsFor("11.3.244.8-node.30", "");
  expect(flags.map((flag) => flag.split("=")[0])).toEqual(["--max-inlined-bytecode-size-cumulative", "--interrupt-budget"]);
  expect(flagsFor("11.3.244.8-node.30", "--interrupt_budget=66000 --enable-source-maps")).toEqual([flags[0]]);
  expect(flagsFor("12.4.254.21-node.33", "")).toEqual([]);
});
