import { type Blobs, isStageName, stageNames } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import { renderStoryPage } from "@wirefold/report";
import { findSubjects, type Pool, PostgresQuarantine, PostgresStories, StoreReader } from "@wirefold/store";
import { type Log, type Metrics, readiness } from "@wirefold/telemetry";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requireKnownHost, requireSameOrigin, safeHeaders } from "./guard.ts";
import type { LedgerWatch } from "./ledger-watch.ts";
import { documentListPage, documentsHref, filterOf } from "./pages/document-list-page.ts";
import { documentPage } from "./pages/document-page.ts";
import { type Markup, PAGE_POLICY } from "./pages/layout.ts";
import { messagePage } from "./pages/message-page.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { quarantinePage } from "./pages/quarantine-page.ts";
import { storyListPage } from "./pages/story-list-page.ts";
import { BOARD_PATH, queueBoard } from "./queue-board.ts";
import { removalsOf, storyDocuments } from "./story-documents.ts";

export interface ConsolePorts {
  readonly database: Pool;
  readonly queue: BullWorkQueue;
  readonly blobs: Blobs;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly watch: LedgerWatch;
  /** The names the console may be called by. */
  readonly names: readonly string[];
}

const STORIES_PER_PAGE = 100;
const DOCUMENTS_PER_PAGE = 100;
/** A job carries at most a hundred documents. */
const REPLAYED_TOGETHER = 100;
/** What an autoscaler is told of a stage that owes something and does not move: JSON knows no infinity. */
const DRAIN_SECONDS_MAX = 86_400;

/** The console's routes. A GET changes nothing; a POST (pause, resume, replay) comes from this console's own pages alone. */
export function consoleApp({ database, queue, blobs, log, metrics, watch, names }: ConsolePorts): Hono {
  const reader = new StoreReader(database);
  const stories = new PostgresStories(database);
  const quarantine = new PostgresQuarantine(database);
  // An address means the same with a slash at its end: Bull Board links to itself both ways.
  const app = new Hono({ strict: false });

  app.use(safeHeaders);
  app.use(requireKnownHost(names, log));
  app.use(requireSameOrigin(log));
  app.use(bodyLimit({ maxSize: 1024 * 1024 }));

  const show = (c: Context, markup: Markup, status: 200 | 404 | 500 = 200) => {
    c.header("content-security-policy", PAGE_POLICY);
    return c.html(markup, status);
  };
  const missing = (c: Context, what: string) => show(c, messagePage("Not found", what), 404);

  // PostgreSQL holds no NUL, so nothing in the store bears one; asking for it is an error there and no name here.
  app.use((c, next) => (c.req.url.includes("%00") ? Promise.resolve(missing(c, "No name holds a NUL.")) : next()));

  app.get("/", async (c) => show(c, overviewPage(await watch.overview())));

  app.get("/stories", async (c) => {
    const found = await reader.stories({ after: c.req.query("after") ?? "", limit: STORIES_PER_PAGE + 1 });
    const shown = found.slice(0, STORIES_PER_PAGE);
    return show(c, storyListPage({ stories: shown, next: found.length > shown.length ? shown.at(-1)?.id : undefined }));
  });

  app.get("/stories/:id", async (c) => {
    const record = await reader.story(c.req.param("id"));
    if (record === null)
      return missing(
        c,
        `No story has the id ${c.req.param("id")}. It may have been merged into another: look for one of its documents.`,
      );
    const rows = await stories.documents(record.members.map((member) => member.id));
    // The report page carries its own policy; this adds what only a header can say.
    c.header("content-security-policy", "frame-ancestors 'none'");
    return c.html(renderStoryPage({ record, documents: await storyDocuments(rows, blobs), indexHref: "/stories" }));
  });

  app.get("/documents", async (c) => {
    const query = c.req.query();
    const found = await findSubjects(database, filterOf(query), { limit: DOCUMENTS_PER_PAGE });
    return show(c, documentListPage(query, found, DOCUMENTS_PER_PAGE));
  });

  app.get("/documents/:id", async (c) => {
    const trace = await reader.trace(c.req.param("id"));
    if (trace === null) return missing(c, `No document has the id, URL or path ${c.req.param("id")}.`);
    let trouble: string | undefined;
    const removed = await removalsOf(trace.document?.articleHash ?? null, blobs).catch((error: Error) => {
      trouble = error.message;
      return [];
    });
    return show(c, documentPage({ trace, removed, trouble }));
  });

  app.get("/find", async (c) => {
    const query = (c.req.query("q") ?? "").trim();
    if (query === "") return c.redirect("/stories");
    // An id, a URL or a path means one document; words mean stories.
    if (!/\s/.test(query) && (query.length >= 6 || query.includes("/"))) {
      const trace = await reader.trace(query);
      if (trace !== null) return c.redirect(`/documents/${encodeURIComponent(trace.document?.id ?? query)}`);
    }
    const found = await reader.findStories(query, STORIES_PER_PAGE);
    // No story is called so; a document may be.
    if (found.length === 0) return c.redirect(documentsHref({ q: query }));
    const only = found.length === 1 ? found[0] : undefined;
    return only?.id === query
      ? c.redirect(`/stories/${encodeURIComponent(query)}`)
      : show(c, storyListPage({ stories: found, query }));
  });

  app.get("/quarantine", async (c) => {
    const replayed = Number(c.req.query("replayed") ?? Number.NaN);
    return show(c, quarantinePage(await quarantine.groups(), Number.isInteger(replayed) ? replayed : null));
  });

  app.post("/quarantine/replay", async (c) => {
    const { code } = await c.req.parseBody();
    const filter = { before: await quarantine.now(), ...(typeof code === "string" && code !== "" ? { code } : {}) };
    let moved = 0;
    for (;;) {
      const chunk = await quarantine.replay(filter, REPLAYED_TOGETHER);
      if (chunk.length === 0) break;
      moved += chunk.length;
      for (const stage of stageNames) {
        const subjects = chunk.flatMap((one) => (one.stage === stage ? [one.subject] : []));
        // What is not sent here is found by the stage's sweeper: it is owed already.
        await queue.send(stage, subjects, { priority: "backfill" });
      }
    }
    log.info({ documents: moved, code: filter.code ?? null }, "quarantine-replayed");
    return c.redirect(`/quarantine?replayed=${moved}`, 303);
  });

  app.post("/stages/:stage/:verb{pause|resume}", async (c) => {
    const stage = c.req.param("stage");
    if (!isStageName(stage)) return missing(c, `There is no stage ${stage}.`);
    const verb = c.req.param("verb") === "pause" ? "pause" : "resume";
    await queue[verb](stage);
    log.info({ stage }, verb === "pause" ? "stage-paused" : "stage-resumed");
    watch.forget();
    return c.redirect("/", 303);
  });

  app.get("/api/overview", async (c) => {
    const { stages, ...rest } = await watch.overview();
    return c.json({ ...rest, stages: stages.map((stage) => ({ ...stage, secondsToDrain: finite(stage.secondsToDrain) })) });
  });

  app.get("/api/drain", async (c) => {
    const { stages } = await watch.overview();
    return c.json({
      stages: Object.fromEntries(
        stages.map((stage) => [
          stage.stage,
          { owed: stage.pending, seconds: finite(stage.secondsToDrain), documentsPerSecond: stage.documentsPerSecond },
        ]),
      ),
    });
  });

  app.get("/metrics", async (c) => {
    // Asked between two readings of the watch: the newest there is. A reading that fails leaves the last one standing.
    await watch.overview().catch((error: Error) => log.warn({ error: error.message }, "metrics-failed"));
    return c.body(await metrics.render(), 200, { "content-type": metrics.contentType });
  });

  app.get("/healthz", (c) => c.json({ status: "alive" }));
  app.get("/readyz", async (c) => {
    const troubles = await readiness(() => troublesOf(database, queue));
    const ready = Object.keys(troubles).length === 0;
    return c.json({ ready, troubles }, ready ? 200 : 503);
  });

  app.get(`${BOARD_PATH}/:stage`, async (c, next) =>
    isStageName(c.req.param("stage")) ? c.redirect(`${BOARD_PATH}/queue/${c.req.param("stage")}`) : next(),
  );
  app.route(BOARD_PATH, queueBoard(queue));

  app.notFound((c) => missing(c, `There is no page ${c.req.path}.`));
  app.onError((error, c) => {
    log.error({ error, path: c.req.path.slice(0, 200) }, "request-failed");
    const text =
      "The ledger or the queues did not answer as they should. The console's log has the error; /readyz says what is wrong.";
    return c.req.path.startsWith("/api/") || c.req.path === "/metrics"
      ? c.json({ error: text }, 500)
      : show(c, messagePage("That did not work", text), 500);
  });
  return app;
}

const finite = (seconds: number): number => Math.min(seconds, DRAIN_SECONDS_MAX);

async function troublesOf(database: Pool, queue: BullWorkQueue): Promise<Record<string, string>> {
  const troubles: Record<string, string> = {};
  const check = (name: string, work: Promise<unknown>) =>
    work.catch((error: Error) => {
      troubles[name] = error.message || String(error);
    });
  await Promise.all([check("postgres", database.query("select 1")), check("redis", queue.backlog(stageNames[0] ?? "fetch"))]);
  return troubles;
}
