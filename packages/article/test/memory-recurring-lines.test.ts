import { recurringLinesSuite } from "@wirefold/testing";
import { createMemoryRecurringLines } from "../src/memory-recurring-lines.ts";

recurringLinesSuite(async (limits) => ({
  store: createMemoryRecurringLines(limits),
  second: null,
  async [Symbol.asyncDispose]() {},
}));
