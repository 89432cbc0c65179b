import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { ReplayRun } from "@wirefold/store";
import type { Services } from "../services.ts";
import { ApiProblem } from "./problem.ts";
import { conflict, idParam, json, notFound, route } from "./route.ts";
import { QuarantineFilter, QuarantineGroup, Replay, Stage } from "./schemas.ts";
import { wire } from "./wire.ts";

/** An order that does little is answered when it is done; one that takes longer is answered as running. */
const SETTLE_MS = 1000;

type Filter = z.output<typeof QuarantineFilter>;
type Given = { [K in keyof Filter]: Exclude<Filter[K], undefined> };
/** What is not asked about is left out. */
const given = (filter: Filter): Given =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Given;

/** Times as text; when it was asked is the replay's own affair. */
const replayView = ({ before: _, ...run }: ReplayRun) => wire(run) as z.output<typeof Replay>;

export function quarantineRoutes(api: OpenAPIHono, { quarantine, replays }: Services): void {
  api.openapi(
    route(
      "get",
      "/quarantine",
      {
        tag: "Quarantine",
        summary: "What no stage could process, by cause; the most frequent first",
        operationId: "listQuarantine",
      },
      { query: QuarantineFilter },
      { 200: json(z.object({ groups: z.array(QuarantineGroup) }), "Groups of one code and one message, figures left out") },
    ),
    async (c) => c.json({ groups: wire(await quarantine.groups(given(c.req.valid("query")))) }, 200),
  );

  api.openapi(
    route(
      "get",
      "/quarantine/preview",
      { tag: "Quarantine", summary: "How many a replay with this filter would take", operationId: "previewReplay" },
      { query: QuarantineFilter },
      { 200: json(z.object({ total: z.int(), stages: z.array(z.object({ stage: Stage, count: z.int() })) }), "By stage") },
    ),
    async (c) => {
      const stages = await quarantine.count(given(c.req.valid("query")));
      return c.json({ total: stages.reduce((sum, { count }) => sum + count, 0), stages }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/replays",
      {
        tag: "Quarantine",
        summary: "Replays ordered from a console or over the API, the newest first",
        operationId: "listReplays",
      },
      {},
      { 200: json(z.object({ replays: z.array(Replay) }), "The last 50") },
    ),
    async (c) => c.json({ replays: (await replays.list()).map(replayView) }, 200),
  );

  const Order = QuarantineFilter.extend({
    per_second: z.number().positive().max(100_000).optional().openapi({ description: "No more documents a second than this." }),
  }).openapi("ReplayOrder");
  api.openapi(
    route(
      "post",
      "/replays",
      {
        tag: "Quarantine",
        summary: "Replay the quarantined that match, behind live work",
        description: "An empty object means all. What fails again meanwhile is not taken twice.",
        operationId: "replay",
      },
      { body: { required: true, content: { "application/json": { schema: Order } } } },
      { 202: json(Replay, "Begun, or done already where it was quick") },
    ),
    async (c) => {
      const { per_second, ...filter } = c.req.valid("json");
      c.set("audited", {
        action: "quarantine.replay",
        target: filter.document ?? filter.code ?? "all",
        detail: c.req.valid("json"),
      });
      const run = await replays.begin(given(filter), per_second, c.get("caller")?.name ?? "");
      await replays.settle(run.id, SETTLE_MS);
      return c.json(replayView((await replays.get(run.id)) ?? run), 202);
    },
  );

  api.openapi(
    route(
      "get",
      "/replays/{id}",
      { tag: "Quarantine", summary: "One replay", operationId: "getReplay" },
      { params: idParam },
      { 200: json(Replay, "How far it is"), ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      const run = await replays.get(id);
      if (run === null) throw new ApiProblem(404, "Not found", `There is no replay ${id}.`);
      return c.json(replayView(run), 200);
    },
  );

  api.openapi(
    route(
      "post",
      "/replays/{id}/cancel",
      { tag: "Quarantine", summary: "Stop a replay; what it moved stays owed", operationId: "cancelReplay" },
      { params: idParam },
      { 200: json(z.object({ id: z.string(), cancelled: z.boolean() }), "Stopped"), ...notFound, ...conflict },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      c.set("audited", { action: "replay.cancel", target: id });
      if ((await replays.get(id)) === null) throw new ApiProblem(404, "Not found", `There is no replay ${id}.`);
      if (!(await replays.cancel(id))) throw new ApiProblem(409, "Ended", `Replay ${id} has ended.`);
      return c.json({ id, cancelled: true }, 200);
    },
  );
}
