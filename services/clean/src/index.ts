export { type CleanStores, cleanBatch, toCleanedDocument } from "./clean-batch.ts";
export { type CleanPorts, clean } from "./stage.ts";
export { worker } from "./worker.ts";
