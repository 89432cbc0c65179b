import { stageNames } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import { type Pool, RehearsalBusyError } from "@wirefold/store";
import { readiness } from "@wirefold/telemetry";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { keepAudit } from "./access/audit.ts";
import { authenticate } from "./access/authenticate.ts";
import type { TrustedProxy } from "./access/trusted-proxy.ts";
import { API_PATH, apiApp } from "./api/api-app.ts";
import { ApiProblem, isApi, problem } from "./api/problem.ts";
import { assets } from "./assets.ts";
import { requireKnownHost, requireSameOrigin, safeHeaders } from "./guard.ts";
import { pageRoutes } from "./page-routes.ts";
import { showPage } from "./pages/layout.ts";
import { messagePage } from "./pages/message-page.ts";
import { BOARD_PATH, queueBoard } from "./queue-board.ts";
import type { Services } from "./services.ts";
import { autoscaleView } from "./views/pipeline-view.ts";

export interface ConsoleSettings {
  /** The names the console may be called by. */
  readonly names: readonly string[];
  /** The installation's own token, an administrator's. */
  readonly token?: string | undefined;
  readonly proxy?: TrustedProxy | undefined;
}

/** The console's routes: what is open, the API, the pages, and Bull Board. Whatever is not open needs a role (`access/roles.ts`). */
export function consoleApp(services: Services, { names, token, proxy }: ConsoleSettings): Hono {
  const { database, queue, log, metrics, watch, tokens, audit } = services;
  // An address means the same with a slash at its end: Bull Board links to itself both ways.
  const app = new Hono({ strict: false });

  app.use(safeHeaders);
  app.use(requireKnownHost(names, log));
  app.use(requireSameOrigin(log));
  app.use(bodyLimit({ maxSize: 1024 * 1024 }));
  app.use(keepAudit(audit, log));
  app.use(authenticate({ token, tokens, proxy, log }));
  app.use((c, next) => {
    c.set("paused", () =>
      watch.overview().then(
        ({ stages }) => stages.filter((stage) => stage.paused).map((stage) => stage.stage),
        () => [],
      ),
    );
    return next();
  });

  // PostgreSQL holds no NUL, so nothing in the store bears one; asking for it is an error there and no name here.
  app.use((c, next) =>
    c.req.url.includes("%00")
      ? isApi(c)
        ? Promise.resolve(problem(c, 404, "Not found", "No name holds a NUL."))
        : showPage(c, messagePage("Not found", "No name holds a NUL."), 404)
      : next(),
  );

  app.get("/healthz", (c) => c.json({ status: "alive" }));
  app.get("/readyz", async (c) => {
    const troubles = await readiness(() => troublesOf(database, queue));
    const ready = Object.keys(troubles).length === 0;
    return c.json({ ready, troubles }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    // Asked between two readings of the watch: the newest there is. A reading that fails leaves the last one standing.
    await watch.overview().catch((error: Error) => log.warn({ error: error.message }, "metrics-failed"));
    return c.body(await metrics.render(), 200, { "content-type": metrics.contentType });
  });
  /** As /api/v1/autoscale, where autoscalers that were set up before it was there look for it. */
  app.get("/api/drain", async (c) => {
    const { stages } = await watch.overview();
    return c.json({
      stages: Object.fromEntries(
        stages
          .map(autoscaleView)
          .map(({ stage, owed, seconds, documentsPerSecond }) => [stage, { owed, seconds, documentsPerSecond }]),
      ),
    });
  });

  app.route("/assets", assets());
  app.route(API_PATH, apiApp(services));
  pageRoutes(app, services);
  app.get(`${BOARD_PATH}/:stage`, async (c, next) =>
    stageNames.some((stage) => stage === c.req.param("stage"))
      ? c.redirect(`${BOARD_PATH}/queue/${c.req.param("stage")}`)
      : next(),
  );
  app.route(BOARD_PATH, queueBoard(queue));

  app.notFound((c) => {
    const text = `There is no page ${c.req.path}.`;
    return isApi(c) ? problem(c, 404, "Not found", text) : showPage(c, messagePage("Not found", text), 404);
  });
  app.onError((error, c) => {
    if (error instanceof ApiProblem) return problem(c, error.status, error.title, error.message);
    if (error instanceof RehearsalBusyError) {
      return isApi(c) ? problem(c, 503, "Busy", error.message) : showPage(c, messagePage("Busy", error.message), 503);
    }
    // Of a body that is no JSON, or too large: the request's fault, and no news.
    const status = "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status === 400 && isApi(c)) return problem(c, 400, "Malformed request", error.message);
    log.error({ error, path: c.req.path.slice(0, 200) }, "request-failed");
    const text =
      "The ledger or the queues did not answer as they should. The console's log has the error; /readyz says what is wrong.";
    return isApi(c) || c.req.path === "/metrics"
      ? problem(c, 500, "That did not work", text)
      : showPage(c, messagePage("That did not work", text), 500);
  });
  return app;
}

async function troublesOf(database: Pool, queue: BullWorkQueue): Promise<Record<string, string>> {
  const troubles: Record<string, string> = {};
  const check = (name: string, work: Promise<unknown>) =>
    work.catch((error: Error) => {
      troubles[name] = error.message || String(error);
    });
  await Promise.all([check("postgres", database.query("select 1")), check("redis", queue.backlog(stageNames[0] ?? "fetch"))]);
  return troubles;
}
