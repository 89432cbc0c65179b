import { testEngines, workQueueSuite } from "@wirefold/testing";
import { BullWorkQueue } from "../src/index.ts";

workQueueSuite(async () => {
  const engines = await testEngines();
  const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: engines.prefix });
  return {
    queue,
    [Symbol.asyncDispose]: async () => {
      await queue.close();
      await engines.close();
    },
  };
});
