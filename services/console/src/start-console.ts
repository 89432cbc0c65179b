import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Blobs, FatalError } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import { AuditLog, type Pool, SourceStore, StageSamples, StoreReader } from "@wirefold/store";
import { createMetrics, type Log, type Metrics } from "@wirefold/telemetry";
import { type ProxySettings, TrustedProxy } from "./access/trusted-proxy.ts";
import { consoleApp } from "./console-app.ts";
import { LOOPBACK_NAMES } from "./guard.ts";
import { LedgerWatch } from "./ledger-watch.ts";
import { openServices } from "./services.ts";

/** The console cannot listen where it was told to. */
export class ConsoleError extends FatalError {
  override readonly code = "WIREFOLD_CONSOLE_ADDRESS";
}

export interface StartConsoleOptions {
  readonly database: Pool;
  readonly queue: BullWorkQueue;
  readonly blobs: Blobs;
  readonly log: Log;
  /** 0 takes any free port. @default 8088 */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** Names it may be called by (the Host header). @default localhost, 127.0.0.1, [::1] */
  readonly names?: readonly string[];
  /** An administrator's token that needs no database. Tokens that `wirefold token` made let people in as well. */
  readonly token?: string | undefined;
  /** A reverse proxy that logs people in, and how it says who they are. */
  readonly proxy?: ProxySettings | undefined;
  /** Metrics to add to, when this process also runs workers. */
  readonly metrics?: Metrics;
}

export interface RunningConsole extends AsyncDisposable {
  readonly url: string;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/**
 * Serves the console and the API until it is closed. Documents flow whether or not it runs. A caller needs a token, or comes by a
 * proxy that was named; probes and metrics are open.
 *
 * @throws ConsoleError when the port is taken or the address is not this machine's
 */
export async function startConsole(options: StartConsoleOptions): Promise<RunningConsole> {
  const {
    database,
    queue,
    blobs,
    log,
    port = 8088,
    host = "127.0.0.1",
    names = LOOPBACK_NAMES,
    metrics = createMetrics(),
    token,
    proxy,
  } = options;
  const reader = new StoreReader(database);
  const audit = new AuditLog(database);
  const stageSamples = new StageSamples(database);
  const watch = new LedgerWatch(
    {
      balance: () => reader.balance(),
      dispositions: () => reader.dispositions(),
      countStories: () => reader.countStories(),
      countSources: () => new SourceStore(database).health(),
      oldestOwed: () => reader.oldestOwed(),
      pausedBy: (stages) => audit.pausedBy(stages),
      keep: (at, samples) => stageSamples.add(at, samples),
      queue,
    },
    metrics,
    log,
  );
  const services = openServices({ database, queue, blobs, log, metrics, watch });
  const app = consoleApp(services, { names, token, proxy: proxy === undefined ? undefined : new TrustedProxy(proxy) });
  const server = await listen(app.fetch, host, port);
  watch.start();
  services.replays.start();
  const { port: bound } = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const url = `http://${shown}:${bound}`;
  log.info({ url }, "console-started");
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await Promise.all([watch.stop(), services.replays.stop(), services.reprocessDriver.stop()]);
    })();
    return closing;
  };
  return { url, metrics, close, [Symbol.asyncDispose]: close };
}

/**
 * Whether a console could listen there, for a caller that starts much else first.
 *
 * @throws ConsoleError as {@link startConsole} would
 */
export async function checkAddress({
  port = 8088,
  host = "127.0.0.1",
}: Pick<StartConsoleOptions, "port" | "host">): Promise<void> {
  const server = await listen(() => new Response(null, { status: 503 }), host, port);
  await new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

function listen(fetch: Parameters<typeof serve>[0]["fetch"], host: string, port: number): Promise<Server> {
  return new Promise((listening, failed) => {
    const server = serve({ fetch, hostname: host, port }, () => listening(server)) as Server;
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "another program listens there" : error.message;
      failed(
        new ConsoleError(
          `the console cannot listen at ${host}:${port}: ${why}; choose another port (WIREFOLD_CONSOLE_PORT, or --port)`,
          { cause: error },
        ),
      );
    });
  });
}
