import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What happened to one subject in one stage; the runner reports each. */
export interface DocumentObservation {
  readonly stage: string;
  readonly disposition: string;
  readonly reason: string | null;
  readonly durationMs: number;
  /** CPU it took, in milliseconds; null where it is not known. */
  readonly cpuMs?: number | null;
}

export interface Metrics {
  /** Counts a document that left a stage, and how long it took. */
  observe(observation: DocumentObservation): void;
  setQueue(stage: string, jobs: Readonly<Record<string, number>>): void;
  setLedger(stage: string, ledger: LedgerReading): void;
  setDispositions(rows: readonly { stage: string; disposition: string; reason: string | null; count: number }[]): void;
  setRedisMemory(memory: { readonly usedBytes: number; readonly limitBytes: number }): void;
  setPaused(stage: string, reason: string | null): void;
  /** Whether a stage is stopped for all workers. */
  setStagePaused(stage: string, paused: boolean): void;
  setStories(count: number): void;
  /** How many sources there are by state; `silent` counts those that are overdue, whatever their state. */
  setSources(counts: Readonly<Record<string, number>>): void;
  /** The text Prometheus reads. */
  render(): Promise<string>;
  readonly contentType: string;
  /** Names of all metrics of ours, for the documentation test. */
  readonly names: readonly string[];
}

export interface LedgerReading {
  readonly owed: number;
  readonly secondsToDrain: number;
  readonly documentsPerSecond: number;
  /** What entered, less what left and what is owed. Anything but 0 is an alarm. */
  readonly conservationGap: number;
}

/** From a dropped empty file (1 ms) to a page a slow host sends for half a minute. Each bucket about 2.5 times the one before. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Reasons are few and stable by design; a stage that invents them must not make Prometheus hold a series for each. */
const REASONS_PER_STAGE_MAX = 60;

/**
 * The pipeline's metrics in a registry of their own. Workers count what they do (`observe`); the console sets what it reads from the
 * ledger and the queues. Each metric stands in `docs/metrics.md`.
 *
 * @param processMetrics Whether Node's own (`process_*`, `nodejs_*`) are added. @default true
 */
export function createMetrics({ processMetrics = true }: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const documents = new Counter({
    name: "wirefold_documents_total",
    help: "Documents this process saw leave a stage, by disposition and reason.",
    labelNames: ["stage", "disposition", "reason"],
    registers,
  });
  const duration = new Histogram({
    name: "wirefold_stage_duration_seconds",
    help: "Time a stage took for one document; a batch's time is shared out evenly.",
    labelNames: ["stage", "disposition"],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const cpu = new Counter({
    name: "wirefold_stage_cpu_seconds_total",
    help: "CPU seconds of a stage's threads; over wirefold_documents_total it is the cost of a document.",
    labelNames: ["stage"],
    registers,
  });
  const queueJobs = new Gauge({
    name: "wirefold_queue_jobs",
    help: "Jobs in a stage's queue by state; a job carries 1 to 100 documents.",
    labelNames: ["stage", "state"],
    registers,
  });
  const owed = new Gauge({
    name: "wirefold_owed_documents",
    help: "Documents a stage owes according to the ledger, whether or not a job carries them.",
    labelNames: ["stage"],
    registers,
  });
  const drain = new Gauge({
    name: "wirefold_drain_seconds",
    help: "Seconds a stage needs for what it owes at the rate of the last minute; +Inf when nothing moves.",
    labelNames: ["stage"],
    registers,
  });
  const rate = new Gauge({
    name: "wirefold_stage_documents_per_second",
    help: "Documents that left a stage for good a second, over the last minute, all workers together.",
    labelNames: ["stage"],
    registers,
  });
  const gap = new Gauge({
    name: "wirefold_conservation_gap",
    help: "What entered a stage less what left it and what it owes: anything but 0 means a document was lost or counted twice.",
    labelNames: ["stage"],
    registers,
  });
  const recorded = new Gauge({
    name: "wirefold_ledger_documents",
    help: "Results in the ledger by stage, disposition and reason.",
    labelNames: ["stage", "disposition", "reason"],
    registers,
  });
  const redis = new Gauge({
    name: "wirefold_redis_memory_bytes",
    help: "Memory Redis uses, and its limit (0: none).",
    labelNames: ["kind"],
    registers,
  });
  const paused = new Gauge({
    name: "wirefold_worker_paused",
    help: "1 while this process's worker takes no work because of that reason.",
    labelNames: ["stage", "reason"],
    registers,
  });
  const stagePaused = new Gauge({
    name: "wirefold_stage_paused",
    help: "1 while a stage is stopped for all workers, by whichever tool; its work waits.",
    labelNames: ["stage"],
    registers,
  });
  const stories = new Gauge({ name: "wirefold_stories", help: "Stories in the store.", registers });
  const sources = new Gauge({
    name: "wirefold_sources",
    help: "Feeds, sitemaps and pages that are polled, by state; silent: overdue by their own history, whatever their state.",
    labelNames: ["state"],
    registers,
  });
  const names = [
    documents,
    duration,
    cpu,
    queueJobs,
    owed,
    drain,
    rate,
    gap,
    recorded,
    redis,
    paused,
    stagePaused,
    stories,
    sources,
  ].map((metric) => (metric as unknown as { name: string }).name);

  const reasons = new Map<string, Set<string>>();
  const bounded = (stage: string, reason: string | null): string => {
    if (reason === null) return "";
    const known = reasons.get(stage) ?? new Set();
    reasons.set(stage, known);
    if (!known.has(reason) && known.size >= REASONS_PER_STAGE_MAX) return "other";
    known.add(reason);
    return reason;
  };

  return {
    names,
    contentType: registry.contentType,
    render: () => registry.metrics(),
    observe({ stage, disposition, reason, durationMs, cpuMs }) {
      if (cpuMs != null) cpu.inc({ stage }, cpuMs / 1000);
      documents.inc({ stage, disposition, reason: bounded(stage, reason) });
      duration.observe({ stage, disposition }, durationMs / 1000);
    },
    setQueue(stage, jobs) {
      for (const [state, count] of Object.entries(jobs)) queueJobs.set({ stage, state }, count);
    },
    setLedger(stage, reading) {
      owed.set({ stage }, reading.owed);
      drain.set({ stage }, reading.secondsToDrain);
      rate.set({ stage }, reading.documentsPerSecond);
      gap.set({ stage }, reading.conservationGap);
    },
    setDispositions(rows) {
      // A combination that is gone (replayed, reprocessed) must not stand for ever.
      recorded.reset();
      for (const { stage, disposition, reason, count } of rows)
        recorded.inc({ stage, disposition, reason: bounded(stage, reason) }, count);
    },
    setRedisMemory({ usedBytes, limitBytes }) {
      redis.set({ kind: "used" }, usedBytes);
      redis.set({ kind: "limit" }, limitBytes);
    },
    setPaused(stage, reason) {
      for (const known of reasons.get(`paused:${stage}`) ?? []) paused.remove({ stage, reason: known });
      if (reason !== null) paused.set({ stage, reason: bounded(`paused:${stage}`, reason) }, 1);
    },
    setStagePaused(stage, isPaused) {
      stagePaused.set({ stage }, isPaused ? 1 : 0);
    },
    setStories(count) {
      stories.set(count);
    },
    setSources(counts) {
      for (const [state, count] of Object.entries(counts)) sources.set({ state }, count);
    },
  };
}
