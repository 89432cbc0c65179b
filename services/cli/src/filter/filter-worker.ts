import { watchOn } from "@wirefold/worker/threads";
import { workerData } from "piscina";
import { type FilterSetup, loadFilter } from "./filter.ts";
import { type BatchResult, type BatchTask, runLines } from "./run-lines.ts";

/** A worker thread of a filter: gets lines as bytes and answers with bytes, so the main thread never parses a record. */
const decide = loadFilter(workerData as FilterSetup);
// Reported by the first task; without this a failed load would end the process before any task can say so.
decide.catch(() => {});

export default async function runBatch(task: BatchTask): Promise<BatchResult> {
  const ready = await decide;
  // From here on a line's time counts: neither what it waited for a thread, nor what the thread took to load.
  return runLines(ready, task, task.board && watchOn(task.board));
}
