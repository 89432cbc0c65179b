import { worker as clean } from "@wirefold/clean";
import type { StageName } from "@wirefold/core";
import { worker as dedupe } from "@wirefold/dedupe";
import { worker as extract } from "@wirefold/extract";
import { worker as fetch } from "@wirefold/fetch";
import { worker as reconcile } from "@wirefold/reconcile";
import type { WorkerDefinition } from "@wirefold/worker";

/** The worker of every stage. The command puts the services together; the services know nothing of each other. */
// biome-ignore lint/suspicious/noExplicitAny: each worker has ports of its own.
export const workers: Readonly<Record<StageName, WorkerDefinition<any>>> = { fetch, clean, dedupe, extract, reconcile };
