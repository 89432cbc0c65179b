import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";

export interface HealthServerOptions {
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "render" | "contentType">;
  /** What keeps this process from working, by name, with the reason; empty when it is ready. */
  readonly troubles: () => Promise<Readonly<Record<string, string>>>;
}

export interface HealthServer extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/** Longer than any probe waits; a check that hangs is a trouble like any other. */
const CHECK_MS_MAX = 5000;

/**
 * What orchestrators and Prometheus ask of a worker: `/healthz` (this process answers: 200), `/readyz` (200, or 503 with what is wrong),
 * `/metrics`. Nothing here changes anything or shows a document.
 */
export async function startHealthServer({
  host = "127.0.0.1",
  port,
  metrics,
  troubles,
}: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = "application/json") => {
      response
        .writeHead(status, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" })
        .end(body);
    };
    void (async () => {
      const path = (request.url ?? "/").split("?")[0];
      if (request.method !== "GET" && request.method !== "HEAD") return answer(405, '{"error":"method not allowed"}');
      if (path === "/healthz") return answer(200, '{"status":"alive"}');
      if (path === "/metrics") return answer(200, await metrics.render(), metrics.contentType);
      if (path === "/readyz") {
        const found = await readiness(troubles);
        return answer(
          Object.keys(found).length === 0 ? 200 : 503,
          JSON.stringify({ ready: Object.keys(found).length === 0, troubles: found }),
        );
      }
      return answer(404, '{"error":"not found"}');
    })().catch((error: Error) => answer(500, JSON.stringify({ error: error.message })));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, listening);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The troubles, or that they could not be told in time. */
export async function readiness(troubles: HealthServerOptions["troubles"]): Promise<Readonly<Record<string, string>>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, string>>((settle) => {
    timer = setTimeout(() => settle({ check: `no answer in ${CHECK_MS_MAX / 1000} s` }), CHECK_MS_MAX);
  });
  try {
    return await Promise.race([troubles(), late]);
  } catch (error) {
    return { check: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}
