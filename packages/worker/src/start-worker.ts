import { setMaxListeners } from "node:events";
import { hostname } from "node:os";
import { faultOf, type StageName } from "@wirefold/core";
import { consume } from "@wirefold/queue";
import { pressureOn } from "./backpressure.ts";
import { Batcher } from "./batcher.ts";
import { entrancesOf } from "./entrances.ts";
import { Excuses } from "./excuses.ts";
import { Hold } from "./hold.ts";
import { loadStage } from "./load-stage.ts";
import type { Platform } from "./platform.ts";
import { batchLimit, type Observation, type RunnerPorts, runBatch } from "./run-batch.ts";
import { sweep } from "./sweeper.ts";
import { codeOf, messageOf } from "./verdict.ts";

export interface RunningWorker {
  readonly stage: StageName;
  /** Jobs in hand. */
  readonly active: () => number;
  /** Resolves when the process cannot go on, to the error that says why. What was in hand is given back. */
  readonly failure: Promise<Error>;
  /** Why the worker is not taking jobs; null while it does. */
  readonly paused: () => string | null;
  /**
   * Takes no more jobs, lets those in hand finish for `WIREFOLD_SHUTDOWN_MS`, then gives their documents back without
   * spending an attempt. Calling it twice is calling it once.
   */
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  readonly observe?: (observation: Observation) => void;
  /** @default 1000 */
  readonly sweepEveryMs?: number;
}

/** Starts one stage's worker: it takes jobs, sweeps up what was lost, and pauses while what is downstream is full. */
export async function startWorker(name: StageName, platform: Platform, options: StartOptions = {}): Promise<RunningWorker> {
  const stage = await loadStage(name);
  const { ledger, queue, log, env } = platform;
  const work = stage.connect(platform);
  const alongside = await stage.alongside?.(platform);
  const shutdown = new AbortController();
  // Every document in hand listens; there may be hundreds, and each leaves when it is done.
  setMaxListeners(0, shutdown.signal);
  const batcher = new Batcher(queue, (error) => log.warn({ stage: stage.name, error: error.message }, "queue-error"));
  const entrances = entrancesOf(platform);
  const runner: RunnerPorts = {
    ledger,
    queue,
    next: batcher,
    log,
    now: () => new Date(),
    worker: `${hostname()}/${process.pid}/${stage.name}`,
    excuses: new Excuses(),
    onFault: (fault: "elsewhere" | "process", error: unknown) => {
      if (fault === "process") fail(error instanceof Error ? error : new Error(String(error)));
      else holdBack(error);
    },
    onWell: () => hold.wentWell(Date.now()),
    entrance: (next) => entrances.find(next),
    ...(options.observe ? { observe: options.observe } : {}),
    ...(platform.tracing === null ? {} : { tracing: platform.tracing }),
  };
  let active = 0;
  const hold = new Hold();
  const holdBack = (error: unknown) => {
    hold.begin(codeOf(error), Date.now());
    void look(codeOf(error), messageOf(error));
  };
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  const consumer = consume(stage.name, {
    redisUrl: env.REDIS_URL,
    prefix: env.WIREFOLD_PREFIX,
    concurrency: stage.concurrency,
    // Where each document waits for others, one that is slow must not hold up those taken with it.
    subjectsMax: work.many === undefined ? 0 : batchLimit,
    onError: (error) => log.warn({ stage: stage.name, error: error.message }, "queue-error"),
    onNewer: (version) => log.warn({ stage: stage.name, version }, "job-of-newer-release"),
    handle: async (subjects, restarts) => {
      active += 1;
      try {
        await runBatch(stage, subjects, work, runner, shutdown.signal, restarts);
      } catch (error) {
        // The ledger itself could not be reached: the queue keeps the job, and the worker need not ask for more.
        if (faultOf(error) === "elsewhere") holdBack(error);
        throw error;
      } finally {
        active -= 1;
      }
    },
  });

  let paused: string | null = null;
  let tending: Promise<void> = Promise.resolve();
  let tickAt = 0;
  const look = async (pressure: string | null, error?: string) => {
    const reason = hold.reason(Date.now()) ?? pressure;
    const before = paused;
    paused = reason;
    if (reason !== null && before === null) {
      log.warn({ stage: stage.name, reason, ...(error === undefined ? {} : { error }) }, "worker-paused");
      await consumer.pause();
    } else if (reason === null && before !== null) {
      consumer.resume();
      log.info({ stage: stage.name }, "worker-resumed");
    }
  };
  const tend = async () => {
    try {
      await sweep(stage.name, ledger, queue, log);
      await look(await pressureOn(stage.name, { queue, diskFreeShare: platform.diskFreeShare }));
    } catch (error) {
      log.warn({ stage: stage.name, error: messageOf(error) }, "tending-failed");
      // Whether to look again does not depend on what could not be asked.
      await look(paused).catch(() => {});
    }
    tickAt = Date.now();
  };
  const timer = setInterval(() => {
    // One at a time: a slow database must not pile up sweeps.
    if (tickAt !== -1) {
      tickAt = -1;
      tending = tend();
    }
  }, options.sweepEveryMs ?? 1000);

  const isOpen = () => paused === null && hold.reason(Date.now()) === null;
  const closeEntrance = stage.direct === true ? entrances.open({ stage, work, runner }, isOpen) : () => {};

  let closing: Promise<void> | null = null;
  const close = async () => {
    closeEntrance();
    clearInterval(timer);
    const hard = setTimeout(() => shutdown.abort(), env.WIREFOLD_SHUTDOWN_MS);
    await consumer.close();
    clearTimeout(hard);
    await batcher.close();
    await tending;
    await alongside?.close();
  };
  return {
    stage: stage.name,
    active: () => active,
    failure,
    paused: () => paused,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
