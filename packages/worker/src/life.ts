import type { Fault } from "@wirefold/core";

/** Every way an attempt at a document can end. */
export type Ending = "emit" | "drop" | "snooze" | "shutdown" | "exhausted" | Fault;

export interface Rule {
  /** What the ledger records. The first three dispose of the document at this stage; the others leave it owed. */
  readonly disposition: "emitted" | "dropped" | "quarantined" | "snoozed" | "failed";
  /** Whether the attempt counts. */
  readonly spends: boolean;
  /** What becomes of the stage's worker. */
  readonly worker: "goes on" | "pauses" | "ends";
}

/**
 * The life of a document at one stage, as a table: what follows from each ending. docs/document-life.md draws it, and a test keeps
 * the two alike; the compiler keeps it complete.
 */
export const life = {
  emit: { disposition: "emitted", spends: true, worker: "goes on" },
  drop: { disposition: "dropped", spends: true, worker: "goes on" },
  snooze: { disposition: "snoozed", spends: false, worker: "goes on" },
  document: { disposition: "failed", spends: true, worker: "goes on" },
  exhausted: { disposition: "quarantined", spends: true, worker: "goes on" },
  hopeless: { disposition: "quarantined", spends: true, worker: "goes on" },
  throttled: { disposition: "snoozed", spends: false, worker: "goes on" },
  elsewhere: { disposition: "snoozed", spends: false, worker: "pauses" },
  process: { disposition: "snoozed", spends: false, worker: "ends" },
  shutdown: { disposition: "snoozed", spends: false, worker: "ends" },
} as const satisfies Record<Ending, Rule>;
