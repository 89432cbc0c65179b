import { runWorkerProcess } from "@wirefold/worker";
import { worker } from "./worker.ts";

await runWorkerProcess([worker]);
