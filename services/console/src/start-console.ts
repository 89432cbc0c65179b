import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Blobs, FatalError } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import { type Pool, StoreReader } from "@wirefold/store";
import { createMetrics, type Log, type Metrics } from "@wirefold/telemetry";
import { consoleApp } from "./console-app.ts";
import { LOOPBACK_NAMES } from "./guard.ts";
import { LedgerWatch } from "./ledger-watch.ts";

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
  /** Metrics to add to, when this process also runs workers. */
  readonly metrics?: Metrics;
}

export interface RunningConsole extends AsyncDisposable {
  readonly url: string;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/**
 * Serves the console until it is closed. It shows and never decides: documents flow whether or not it runs. There is no log-in, hence the
 * default of loopback; whoever opens it further puts a log-in in front.
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
  } = options;
  const reader = new StoreReader(database);
  const watch = new LedgerWatch(
    {
      balance: () => reader.balance(),
      dispositions: () => reader.dispositions(),
      countStories: () => reader.countStories(),
      queue,
    },
    metrics,
    log,
  );
  const app = consoleApp({ database, queue, blobs, log, metrics, watch, names });
  const server = await listen(app.fetch, host, port);
  watch.start();
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
      await watch.stop();
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
