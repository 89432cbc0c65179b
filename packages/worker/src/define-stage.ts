import type { Outcome, StageName } from "@wirefold/core";
import { type StoreLocation, type ThreadStores, threadStores } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import type { z } from "zod";
import { type Answer, toOutcomes } from "./batch-work.ts";
import type { Platform } from "./platform.ts";
import { threadCpuMs } from "./thread-cpu.ts";
import { type Board, type Watch, watchOn } from "./watch.ts";

export type { Log } from "@wirefold/telemetry";

/** What a stage is to others, readable in one screen. */
export interface StageContract<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly name: StageName;
  /** Raise it when the same input may give another output: results are keyed by it, and older ones count as stale. */
  readonly version: number;
  readonly input: In;
  readonly output: Out;
  /** Every reason a document is dropped for, and what it means. */
  readonly drops: Readonly<Record<string, string>>;
  /** Jobs one process works on at once. */
  readonly concurrency: number;
  /**
   * Documents of one job worked on side by side where each is decided by itself. Few where a stage computes, so that waiting for
   * a core does not look like a slow document; more where it waits for others.
   * @default 4
   */
  readonly documentConcurrency?: number;
  /** The longest one document may take, in milliseconds, from when it is begun: waiting for a thread does not count. */
  readonly timeoutMs: number;
  /** Attempts before a failing document is quarantined. */
  readonly maxAttempts: number;
  /**
   * Whether it takes documents straight from the stage before it where both work in one process. They are owed to the first stage
   * then, and what that one learned is with the document but not recorded yet: a stage that asks the ledger how far others are must
   * not.
   * @default false
   */
  readonly direct?: boolean;
}

export interface StageContext {
  /** Aborts on timeout and on shutdown; pass it to every fetch and every timer. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly log: Log;
  /** Told of CPU time spent elsewhere than in this thread, in milliseconds. */
  readonly spent?: (cpuMs: number) => void;
}

/** How a connected stage decides: one document, or a batch where that is cheaper. Inputs were parsed by the contract's schema. */
export type StageWork = {
  /** Whether it keeps each document's time itself; the runner's clock is then left out. */
  readonly keepsTime?: boolean;
} & (
  | { readonly one: (input: unknown, context: StageContext) => Promise<Outcome<unknown>>; readonly many?: undefined }
  | {
      readonly one?: undefined;
      /**
       * Answers in the order of the inputs; an error in place of an outcome is that document's alone. When it throws, the runner
       * calls it again with one input at a time, so one bad document costs the others a second run and nothing else.
       */
      readonly many: (inputs: readonly unknown[], context: StageContext) => Promise<readonly (Outcome<unknown> | Error)[]>;
    }
);

/** Starts what runs for as long as a stage's worker does. Threads load the stage too, so what only this needs is imported here. */
export type Alongside = (platform: Platform) => Closable | Promise<Closable>;

interface Closable {
  close(): Promise<void>;
}

export interface Stage extends StageContract {
  /** Connects the stage to what a process shares. */
  readonly connect: (platform: Platform) => StageWork;
  /** Decides a batch by given stores, here and now; absent where the stage waits for others. */
  readonly decideHere?: (inputs: readonly unknown[], opened: ThreadStores, watch: Watch) => Promise<readonly Answer<unknown>[]>;
  /** What a thread runs; absent where the stage works in the process itself. */
  readonly decideInThread?: (
    inputs: readonly unknown[],
    location: StoreLocation,
    watch: Watch,
  ) => Promise<readonly Answer<unknown>[]>;
  /** Closed after the last job, so it sees all of them. */
  readonly alongside?: Alongside;
}

/** A stage that waits for others more than it computes: it works in the process itself, one document at a time. */
export interface WaitingStage<In extends z.ZodType, Out extends z.ZodType, Ports> extends StageContract<In, Out> {
  readonly ports: (platform: Platform) => Ports;
  readonly decide: (input: z.output<In>, ports: Ports, context: StageContext) => Promise<Outcome<z.output<Out>>>;
  readonly alongside?: Alongside;
}

/** A stage that computes: its batches are decided in a thread, so work on the CPU never holds up the renewal of job locks. */
export interface ComputingStage<In extends z.ZodType, Out extends z.ZodType, Stores> extends StageContract<In, Out> {
  /** `import.meta.url` of the module whose default export this stage is: a thread loads it by that. */
  readonly module: string;
  /** Made once a thread. */
  readonly stores: (opened: ThreadStores) => Stores | Promise<Stores>;
  /** Loads the steps; only a thread does, so the process itself stays small. Answers stand in the order of the inputs. */
  readonly decideBatch: () => Promise<
    (inputs: readonly z.output<In>[], stores: Stores, watch: Watch) => Promise<readonly Answer<z.output<Out>>[]>
  >;
  readonly alongside?: Alongside;
}

/** What a thread is asked: the stage by its module, and a batch for it. */
export interface ThreadTask {
  /** A `file:` URL whose default export is a stage. */
  readonly module: string;
  readonly inputs: readonly unknown[];
  readonly stores: StoreLocation;
  /** Where the thread gives signs of life. */
  readonly board: Board;
  /** Where it puts the CPU time it took, in milliseconds. */
  readonly cpu: Float64Array;
}

/** The one task of every thread. */
export async function decide({ module, inputs, stores, board, cpu }: ThreadTask): Promise<readonly Answer<unknown>[]> {
  const { default: stage } = (await import(module)) as { readonly default: Stage };
  if (stage.decideInThread === undefined) throw new Error(`${stage.name} is not decided in threads`);
  const before = threadCpuMs();
  try {
    return await stage.decideInThread(inputs, stores, watchOn(board));
  } finally {
    cpu[0] = threadCpuMs() - before;
  }
}

/**
 * Defines one step of the pipeline. Its folder is this contract in `stage.ts` (as the default export), its steps and its README;
 * how it becomes a process, takes jobs and uses threads is the same for all.
 */
export function defineStage<In extends z.ZodType, Out extends z.ZodType, Stores>(stage: ComputingStage<In, Out, Stores>): Stage;
export function defineStage<In extends z.ZodType, Out extends z.ZodType, Ports>(stage: WaitingStage<In, Out, Ports>): Stage;
export function defineStage<In extends z.ZodType, Out extends z.ZodType, Means>(
  stage: ComputingStage<In, Out, Means> | WaitingStage<In, Out, Means>,
): Stage {
  const { name, version, input, output, drops, concurrency, documentConcurrency, timeoutMs, maxAttempts, direct, alongside } =
    stage;
  const contract = { name, version, input, output, drops, concurrency, timeoutMs, maxAttempts };
  const rest = {
    ...(documentConcurrency === undefined ? {} : { documentConcurrency }),
    ...(direct === undefined ? {} : { direct }),
    ...(alongside === undefined ? {} : { alongside }),
  };
  // The runner parses every input by the contract's schema before it hands it on: that is what the two casts rest on.
  if ("decide" in stage) {
    const connect = (platform: Platform): StageWork => {
      const ports = stage.ports(platform);
      return { one: (given, context) => stage.decide(given as z.output<In>, ports, context) };
    };
    return { ...contract, ...rest, connect };
  }
  const storesAt = new Map<string, Means | Promise<Means>>();
  const decideBy = async (inputs: readonly unknown[], stores: Means, watch: Watch) =>
    (await stage.decideBatch())(inputs as readonly z.output<In>[], stores, watch);
  return {
    ...contract,
    ...rest,
    connect: (platform) => ({
      keepsTime: true,
      many: async (inputs, { signal, spent }) => {
        const task = { module: stage.module, inputs, stores: platform.stores };
        return toOutcomes(await platform.threads.decide(task, stage.timeoutMs, signal, spent));
      },
    }),
    decideHere: async (inputs, opened, watch) => decideBy(inputs, await stage.stores(opened), watch),
    decideInThread: async (inputs, location, watch) => {
      const key = JSON.stringify(location);
      const stores = storesAt.get(key) ?? stage.stores(threadStores(location));
      storesAt.set(key, stores);
      return decideBy(inputs, await stores, watch);
    },
  };
}
