import type { Outcome, StageName } from "@wirefold/core";
import type { z } from "zod";

/** Structured log: fields first, then the event's name from the one list in `@wirefold/telemetry`. */
export interface Log {
  debug(fields: object, event: string): void;
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

export interface StageContext {
  /** Aborts on timeout and on shutdown; pass it to every fetch, every timer and every pool task. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly log: Log;
}

interface StagePolicy<In extends z.ZodType, Out extends z.ZodType> {
  readonly name: StageName;
  /** Raise it when the same input may give another output: results are keyed by it, and older ones count as stale. */
  readonly version: number;
  readonly input: In;
  readonly output: Out;
  /** Jobs one process works on at once. */
  readonly concurrency: number;
  /**
   * Documents of one job worked on side by side by `run`. Few where it computes, so that waiting for a core does not look
   * like a slow document; more where it waits for others.
   * @default 4
   */
  readonly lanes?: number;
  /** For one document; a batch of n has n times as long. */
  readonly timeoutMs: number;
  /** Attempts before a failing document is quarantined. */
  readonly maxAttempts: number;
}

type Run<In extends z.ZodType, Out extends z.ZodType, Ports> = (
  input: z.output<In>,
  ports: Ports,
  context: StageContext,
) => Promise<Outcome<z.output<Out>>>;

type RunMany<In extends z.ZodType, Out extends z.ZodType, Ports> = (
  inputs: readonly z.output<In>[],
  ports: Ports,
  context: StageContext,
) => Promise<readonly (Outcome<z.output<Out>> | Error)[]>;

/**
 * One step of the pipeline. Give `run` for one document; give `runMany` instead where deciding a batch together is
 * cheaper (one query, one trip to a worker thread). Answers stand in the order of the inputs; an error in place
 * of an outcome is that document's alone. When `runMany` throws, the
 * runner calls it again with one input at a time, so one bad document costs its fellows a second run and nothing else.
 */
export type Stage<In extends z.ZodType, Out extends z.ZodType, Ports> = StagePolicy<In, Out> &
  (
    | { readonly run: Run<In, Out, Ports>; readonly runMany?: undefined }
    | { readonly run?: undefined; readonly runMany: RunMany<In, Out, Ports> }
  );

/** Any stage, for code that only runs it. */
// biome-ignore lint/suspicious/noExplicitAny: a stage is invariant in its schemas, so no narrower type admits every stage.
export type AnyStage<Ports = any> = Stage<any, any, Ports>;

/** Ties a stage's name, schemas, policy and handler together, inferring their types. */
export const defineStage =
  <Ports>() =>
  <In extends z.ZodType, Out extends z.ZodType>(stage: Stage<In, Out, Ports>): Stage<In, Out, Ports> =>
    stage;
