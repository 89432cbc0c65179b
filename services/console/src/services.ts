import type { Blobs } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import {
  AccessTokens,
  AuditLog,
  type Pool,
  PostgresQuarantine,
  PostgresReprocess,
  PostgresStories,
  ReplayRuns,
  SiteLimits,
  SourceStore,
  StageSamples,
  StoreReader,
} from "@wirefold/store";
import type { Log, Metrics } from "@wirefold/telemetry";
import type { LedgerWatch } from "./ledger-watch.ts";
import { Replays } from "./levers/replays.ts";
import { ReprocessDriver } from "./levers/reprocess.ts";

/** What pages and API read from and act through: the same for both. */
export interface Services {
  readonly database: Pool;
  readonly queue: BullWorkQueue;
  readonly blobs: Blobs;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly watch: LedgerWatch;
  readonly reader: StoreReader;
  readonly stories: PostgresStories;
  readonly quarantine: PostgresQuarantine;
  readonly replays: Replays;
  readonly reprocess: PostgresReprocess;
  readonly reprocessDriver: ReprocessDriver;
  readonly sources: SourceStore;
  readonly siteLimits: SiteLimits;
  readonly samples: StageSamples;
  readonly audit: AuditLog;
  readonly tokens: AccessTokens;
}

export function openServices(ports: Pick<Services, "database" | "queue" | "blobs" | "log" | "metrics" | "watch">): Services {
  const { database, queue, log } = ports;
  const quarantine = new PostgresQuarantine(database);
  const reprocess = new PostgresReprocess(database);
  return {
    ...ports,
    reader: new StoreReader(database),
    stories: new PostgresStories(database),
    quarantine,
    replays: new Replays(quarantine, queue, new ReplayRuns(database), log),
    reprocess,
    reprocessDriver: new ReprocessDriver(reprocess, queue, log),
    sources: new SourceStore(database),
    siteLimits: new SiteLimits(database),
    samples: new StageSamples(database),
    audit: new AuditLog(database),
    tokens: new AccessTokens(database),
  };
}
