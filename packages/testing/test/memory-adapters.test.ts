import { describe } from "vitest";
import { ledgerSuite, MemoryLedger, MemoryWorkQueue, workQueueSuite } from "../src/index.ts";

const dispose = { [Symbol.asyncDispose]: async () => {} };
describe("the ledger in memory", () => ledgerSuite(async () => ({ ledger: new MemoryLedger(), ...dispose })));
describe("the queue in memory", () => workQueueSuite(async () => ({ queue: new MemoryWorkQueue(), ...dispose })));
