export { type CleanStores, cleanBatch } from "./clean-batch.ts";
export { type CleanPorts, clean } from "./stage.ts";
export { worker } from "./worker.ts";
