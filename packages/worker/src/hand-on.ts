import { type Outcome, type OwedWork, type StageName, stageAfter } from "@wirefold/core";
import { inputHashOf } from "@wirefold/store";
import { decide } from "./decide-batch.ts";
import type { StageContract, StageWork } from "./define-stage.ts";
import type { Job, RunnerPorts } from "./run-batch.ts";
import type { Decision } from "./verdict.ts";

/** The way into a stage that works in the same process and takes documents now. */
export interface Entrance {
  readonly stage: StageContract;
  readonly work: StageWork;
  readonly runner: RunnerPorts;
}

/** Finds the way into a stage; null where it works in another process, is paused or is limited: its queue is then the way. */
export type FindEntrance = (stage: StageName) => Promise<Entrance | null>;

type Emit = Extract<Outcome<unknown>, { kind: "emit" }>;

/** A document's way through one more stage. */
export interface Passage {
  readonly job: Job;
  readonly decision: Decision;
  readonly outcome: Emit;
  /** What the stage made of it. */
  readonly event: unknown;
}

interface Entered {
  readonly job: Job;
  readonly decisions: readonly Decision[];
}

/** What became of documents behind the stage their work was owed to. */
export interface Onward {
  /** The further stages that a document went through, in order. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** Decisions to go on, by stage. */
  readonly entered: readonly Entered[];
  /** Decisions that lead elsewhere than on: each is settled in its stage, once its document is owed there. */
  readonly halted: readonly Entered[];
}

/**
 * Takes what a stage let through straight into the next one, and on, as long as that works here too: without a row of owed work, a
 * job and a transaction in between. Nothing of it is recorded yet: a process that ends here has these documents begin at the first
 * stage again, which answers the same.
 */
export async function handOn(first: Job, decisions: readonly Decision[]): Promise<Onward> {
  const passages = new Map<string, Passage[]>();
  const entered: Entered[] = [];
  const halted: Entered[] = [];
  let going = decisions.flatMap((decision) => passageOf(first, decision) ?? []);
  for (let job = first; going.length > 0; ) {
    const next = stageAfter(job.stage.name);
    const entrance = next === null || first.signal.aborted ? null : await first.runner.entrance?.(next);
    if (entrance === null || entrance === undefined) break;
    const works = (job === first ? await stillHeld(first, going) : going).map(owedNext);
    if (works.length === 0) break;
    job = { stage: entrance.stage, stageWork: entrance.work, runner: entrance.runner, signal: first.signal };
    const here = job;
    const answers = await decide(here, works);
    going = answers.flatMap((decision) => passageOf(here, decision) ?? []);
    for (const passage of going) {
      const { subject } = passage.decision.work;
      passages.set(subject, [...(passages.get(subject) ?? []), passage]);
    }
    const on = new Set(going.map(({ decision }) => decision));
    entered.push({ job: here, decisions: answers.filter((decision) => on.has(decision)) });
    const others = answers.filter((decision) => !on.has(decision));
    if (others.length > 0) halted.push({ job: here, decisions: others });
  }
  return { passages, entered, halted };
}

/** A decision that lets its document go on as one document. */
function passageOf(job: Job, decision: Decision): Passage | null {
  if (!("outcome" in decision) || decision.outcome.kind !== "emit") return null;
  const { outcome, work } = decision;
  const [event, ...others] = outcome.outputs;
  if (event === undefined || others.length > 0 || event.documentId !== work.subject) return null;
  return { job, decision, outcome, event };
}

/** Those whose work is still owed as it was, once the store knows what the first stage learned of them. */
async function stillHeld({ stage, runner }: Job, going: readonly Passage[]): Promise<Passage[]> {
  const held = await runner.ledger.handOn(
    stage.name,
    going.map(({ decision, event }) => ({ work: decision.work, event })),
  );
  return going.filter(({ decision }) => held.has(decision.work.subject));
}

/** What the next stage would find owed. */
function owedNext({ decision: { work }, event }: Passage): OwedWork {
  return { ...work, input: event, inputHash: inputHashOf(event), attempts: 0 };
}
