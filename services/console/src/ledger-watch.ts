import { type StageName, stageNames } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import type { DispositionCount, PausedBy, SourceHealth, StageBalance, StageSample } from "@wirefold/store";
import { DrainEstimate, type Log, type Metrics } from "@wirefold/telemetry";

/** One stage as it stands. */
export interface StageReading extends StageBalance {
  readonly jobs: Readonly<Record<string, number>>;
  /** Stopped for all workers. */
  readonly paused: boolean;
  readonly documentsPerSecond: number;
  /** Infinity when something is owed and nothing moves. */
  readonly secondsToDrain: number;
  readonly conservationGap: number;
  /** Who paused it; null where it goes on, or another tool paused it. */
  readonly pausedBy: PausedBy | null;
  /** How long the oldest of what it owes has waited, in seconds; null where it owes nothing. */
  readonly oldestSeconds: number | null;
  /** The most jobs all workers may have in hand together; null where each takes what it is set up for. */
  readonly concurrencyLimit: number | null;
}

export interface Overview {
  readonly at: Date;
  readonly stages: readonly StageReading[];
  readonly dispositions: readonly DispositionCount[];
  readonly stories: number;
  readonly sources: SourceHealth;
  readonly redis: { readonly usedBytes: number; readonly limitBytes: number };
}

/** What the watch reads. */
export interface WatchSources {
  readonly balance: () => Promise<readonly StageBalance[]>;
  readonly dispositions: () => Promise<readonly DispositionCount[]>;
  readonly countStories: () => Promise<number>;
  /** Sources by health. */
  readonly countSources: () => Promise<SourceHealth>;
  readonly oldestOwed: () => Promise<ReadonlyMap<StageName, Date>>;
  readonly pausedBy: (stages: readonly string[]) => Promise<readonly PausedBy[]>;
  /** Keeps a sample for the charts. */
  readonly keep: (at: Date, samples: readonly StageSample[]) => Promise<void>;
  readonly queue: Pick<BullWorkQueue, "memory" | "isPaused" | "concurrencyLimit"> & {
    queue(stage: StageName): { getJobCounts(...states: string[]): Promise<Record<string, number>> };
  };
}

const JOB_STATES = ["waiting", "prioritized", "delayed", "active", "failed", "paused"];
const PAUSE_MS_MIN = 2000;
/** Counting a large ledger takes seconds; the watch then rests twenty times as long, so that it never takes more than 5 % of a core. */
const REST_FACTOR = 20;
/** A reading that failed (an engine restarts) must not hold the next one up for long. */
const PAUSE_MS_MAX = 5 * 60_000;

/** Reads ledger and queues over and over, keeps the last reading for pages, and hands every one to the metrics. */
export class LedgerWatch {
  readonly #sources: WatchSources;
  readonly #metrics: Metrics;
  readonly #log: Log;
  readonly #drains = new Map<StageName, DrainEstimate>(stageNames.map((stage) => [stage, new DrainEstimate()]));
  #last: Promise<Overview> | undefined;
  #readAt = 0;
  #tookMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #keptMinute = 0;
  /** Counts what was changed by hand: a reading that began before the last change is not the newest. */
  #changes = 0;
  readonly #listeners = new Set<(overview: Overview) => void>();

  constructor(sources: WatchSources, metrics: Metrics, log: Log) {
    this.#sources = sources;
    this.#metrics = metrics;
    this.#log = log;
  }

  start(): void {
    const turn = async () => {
      await this.overview().catch((error: Error) => this.#log.warn({ error: error.message }, "metrics-failed"));
      if (!this.#stopped) this.#timer = setTimeout(turn, this.#pauseMs());
    };
    void turn();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#last?.catch(() => {});
  }

  /** Calls with every reading from now on. @returns what ends that */
  onReading(listener: (overview: Overview) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes the next caller read again: something was just changed by hand. */
  forget(): void {
    this.#last = undefined;
    this.#readAt = 0;
    this.#changes += 1;
  }

  /** The last reading, or a new one when that has grown old. Callers at the same moment share one. */
  overview(): Promise<Overview> {
    if (this.#last === undefined || Date.now() - this.#readAt >= this.#pauseMs()) {
      this.#readAt = Number.POSITIVE_INFINITY; // Nobody begins another while this one runs.
      const began = Date.now();
      const reading = this.#read().finally(() => {
        this.#readAt = Date.now();
        this.#tookMs = this.#readAt - began;
      });
      this.#last = reading;
      reading.then(
        (overview) => {
          for (const listener of this.#listeners) listener(overview);
        },
        () => {},
      );
      reading.catch(() => {
        // The next caller tries again rather than being told of this failure for as long as the pause lasts.
        if (this.#last === reading) this.#last = undefined;
      });
    }
    return this.#last;
  }

  async #read(): Promise<Overview> {
    const changes = this.#changes;
    const { balance, dispositions, countStories, countSources, oldestOwed, queue } = this.#sources;
    const [balances, left, stories, sources, oldest, redis, paused, limits, ...jobs] = await Promise.all([
      balance(),
      dispositions(),
      countStories(),
      countSources(),
      oldestOwed(),
      queue.memory(),
      Promise.all(stageNames.map((stage) => queue.isPaused(stage))),
      Promise.all(stageNames.map((stage) => queue.concurrencyLimit(stage))),
      ...stageNames.map((stage) => queue.queue(stage).getJobCounts(...JOB_STATES)),
    ]);
    const at = new Date();
    const holders = await this.#sources.pausedBy(stageNames.filter((_, index) => paused[index]));
    const stages = stageNames.map((stage, index): StageReading => {
      const books = balances.find((row) => row.stage === stage) ?? {
        stage,
        entered: 0,
        emitted: 0,
        dropped: 0,
        quarantined: 0,
        pending: 0,
      };
      const ended = books.emitted + books.dropped + books.quarantined;
      const drain = this.#drains.get(stage) ?? new DrainEstimate();
      const secondsToDrain = drain.add({ atMs: performance.now(), owed: books.pending, ended });
      const conservationGap = books.entered - ended - books.pending;
      const reading = {
        ...books,
        jobs: jobs[index] ?? {},
        paused: paused[index] ?? false,
        documentsPerSecond: drain.perSecond(),
        secondsToDrain,
        conservationGap,
        pausedBy: holders.find((holder) => holder.stage === stage) ?? null,
        oldestSeconds: secondsBetween(oldest.get(stage), at),
        concurrencyLimit: limits[index] ?? null,
      };
      return reading;
    });
    // A reading that was overtaken is right for who asked, and must not undo what the newer one told.
    if (changes === this.#changes) this.#tell(stages, left, redis, stories);
    await this.#keep(at, stages);
    return { at, stages, dispositions: left, stories, sources, redis };
  }

  #tell(stages: readonly StageReading[], left: readonly DispositionCount[], redis: Overview["redis"], stories: number): void {
    for (const { stage, jobs, paused, pending, secondsToDrain, documentsPerSecond, conservationGap } of stages) {
      this.#metrics.setQueue(stage, jobs);
      this.#metrics.setStagePaused(stage, paused);
      this.#metrics.setLedger(stage, { owed: pending, secondsToDrain, documentsPerSecond, conservationGap });
    }
    this.#metrics.setDispositions(left);
    this.#metrics.setRedisMemory(redis);
    this.#metrics.setStories(stories);
  }

  /** One sample a minute. A reading is worth showing also where its sample cannot be kept. */
  async #keep(at: Date, stages: readonly StageReading[]): Promise<void> {
    const minute = Math.floor(at.getTime() / 60_000);
    if (minute === this.#keptMinute) return;
    this.#keptMinute = minute;
    const samples = stages.map(({ stage, pending, emitted, dropped, quarantined }) => ({
      stage,
      owed: pending,
      ended: emitted + dropped + quarantined,
      quarantined,
    }));
    await this.#sources.keep(at, samples).catch((error: Error) => this.#log.warn({ error: error.message }, "metrics-failed"));
  }

  #pauseMs(): number {
    return Math.min(PAUSE_MS_MAX, Math.max(PAUSE_MS_MIN, this.#tookMs * REST_FACTOR));
  }
}

function secondsBetween(from: Date | undefined, to: Date): number | null {
  return from === undefined ? null : Math.max(0, (to.getTime() - from.getTime()) / 1000);
}
