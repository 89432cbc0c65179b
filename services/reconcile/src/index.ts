export { reconcileBatch } from "./reconcile-batch.ts";
export { type ReconcilePorts, reconcile } from "./stage.ts";
export { worker } from "./worker.ts";
