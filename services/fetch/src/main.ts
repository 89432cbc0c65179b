import { runWorkerProcess } from "@wirefold/runtime";
import { worker } from "./worker.ts";

await runWorkerProcess([worker]);
