export { extractBatch } from "./extract-batch.ts";
export { type ExtractPorts, extract } from "./stage.ts";
export { worker } from "./worker.ts";
