export { dedupeBatch } from "./dedupe-batch.ts";
export { type DedupePorts, dedupe } from "./stage.ts";
export { worker } from "./worker.ts";
