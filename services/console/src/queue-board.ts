import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import { serveStatic } from "@hono/node-server/serve-static";
import { stageNames } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import { Hono, type MiddlewareHandler } from "hono";

export const BOARD_PATH = "/queues";

/** Bull Board over the five queues. Its page is the one page here that is not ours, so it has a policy of its own. */
export function queueBoard(queue: BullWorkQueue): Hono {
  const adapter = new HonoAdapter(serveStatic);
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: stageNames.map(
      (stage) =>
        new BullMQAdapter(queue.queue(stage), {
          description: "Jobs carry document ids. What a stage owes stands in the ledger, so a job removed here is sent again.",
          externalJobUrl: ({ data }) => ({
            displayText: "Trace its first document",
            href: `/documents/${data?.subjects?.[0] ?? ""}`,
          }),
        }),
    ),
    serverAdapter: adapter,
    options: {
      uiConfig: { boardTitle: "Wirefold queues", boardLogo: { path: "" }, miscLinks: [{ text: "Overview", url: "/" }] },
    },
  });
  const app = new Hono();
  app.use(staysHere);
  // The board's own buttons pause for all workers too: the activity log says so in the same words.
  app.put("/api/queues/:stage/:verb{pause|resume}", (c, next) => {
    c.set("audited", { action: `stage.${c.req.param("verb")}`, target: c.req.param("stage"), detail: { with: "Bull Board" } });
    return next();
  });
  app.route("/", adapter.registerPlugin());
  return app;
}

/** The page asks a font host on the web for its letters; a console shows nobody who looks at it. */
const staysHere: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.get("content-type")?.startsWith("text/html")) {
    const page = await c.res.text();
    c.res = new Response(page.replace(/<link[^>]+href="https?:\/\/[^>]*>/g, ""), {
      status: c.res.status,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }
  c.res.headers.set(
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
  );
};
