import { isStageName } from "@wirefold/core";
import { runWorkerProcess } from "./worker-process.ts";

/** A worker process of one or more stages: `node packages/worker/dist/main.js clean`. Its settings are in the environment. */
const names = process.argv.slice(2);
const stages = names.filter(isStageName);
if (stages.length === 0 || stages.length < names.length) {
  process.stderr.write(
    `usage: main.js <stage>…; no stage: ${names.filter((name) => !isStageName(name)).join(", ") || "(none given)"}\n`,
  );
  process.exit(2);
}
await runWorkerProcess(stages);
