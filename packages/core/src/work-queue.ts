import type { Priority } from "./ledger.ts";
import type { StageName } from "./pipeline.ts";

/**
 * Wakes workers. A job says "these subjects owe this stage"; the ledger holds everything else, so losing a job costs
 * time and never a document.
 */
export interface WorkQueue {
  send(
    stage: StageName,
    subjects: readonly string[],
    options: { readonly priority: Priority; readonly delayMs?: number },
  ): Promise<void>;
  /** Jobs waiting, prioritised, delayed or active. */
  backlog(stage: StageName): Promise<number>;
  /**
   * Every job sent before this moment is finished or gone: the moment the oldest job still held was sent, or the last
   * time the transport lost its contents, whichever is later.
   */
  lostBefore(stage: StageName): Promise<Date>;
  /** Bytes the transport uses, and its limit (0: none). */
  memory(): Promise<{ readonly usedBytes: number; readonly limitBytes: number }>;
  close(): Promise<void>;
}

/** A stage's side of the queue: takes jobs and hands their subjects to `handle`. */
export interface Consumer {
  pause(): Promise<void>;
  resume(): void;
  /** Stops taking jobs and waits for those in hand. */
  close(): Promise<void>;
}
