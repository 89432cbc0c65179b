import { defineWorker } from "@wirefold/worker";
import { closeWithWorker, fetchPorts } from "./ports.ts";
import { fetch } from "./stage.ts";

export const worker = defineWorker({ stage: fetch, ports: fetchPorts, beside: closeWithWorker });
