import type { StageName } from "@wirefold/core";
import { PostgresLedger, type ThreadStores } from "@wirefold/store";
import { toOutcomes } from "./batch-work.ts";
import type { Log, Stage } from "./define-stage.ts";
import { type RunnerPorts, runBatch } from "./run-batch.ts";
import { messageOf } from "./verdict.ts";
import { newBoard, watchOn } from "./watch.ts";

/** A document that a stage could not decide. */
export interface RehearsalFailure {
  readonly document: string;
  readonly stage: StageName;
  readonly message: string;
}

/**
 * Takes documents that owe the first of these stages through all of them, on the road that workers take, but here and now: no job is
 * sent, and no thread is asked. Meant for stores that take everything back (`rehearse`).
 */
export async function rehearseStages(
  stages: readonly Stage[],
  documents: readonly string[],
  opened: ThreadStores,
  log: Log,
): Promise<RehearsalFailure[]> {
  const failures: RehearsalFailure[] = [];
  const runner: RunnerPorts = {
    ledger: new PostgresLedger(opened.pool),
    queue: { send: async () => {} },
    next: { add: async () => {} },
    log,
    now: () => new Date(),
    worker: "rehearsal",
  };
  for (const stage of stages) {
    const { decideHere } = stage;
    if (decideHere === undefined) throw new Error(`${stage.name} cannot be rehearsed`);
    const many = async (inputs: readonly unknown[]) => {
      const answers = toOutcomes(await decideHere(inputs, opened, watchOn(newBoard(inputs.length))));
      for (const [index, answer] of answers.entries()) {
        if (!(answer instanceof Error)) continue;
        const { documentId } = inputs[index] as { readonly documentId: string };
        failures.push({ document: documentId, stage: stage.name, message: messageOf(answer) });
      }
      return answers;
    };
    await runBatch(stage, documents, { keepsTime: true, many }, runner, new AbortController().signal);
  }
  return failures;
}
