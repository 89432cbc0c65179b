import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { listRuns, listUnfinishedFiles } from "@wirefold/store";
import { beginReprocess, changeReprocess, sampleReprocess } from "../levers/levers.ts";
import type { Services } from "../services.ts";
import { reprocessView } from "../views/reprocess-view.ts";
import { workerViews } from "../views/worker-view.ts";
import { ApiProblem } from "./problem.ts";
import { conflict, idParam, json, notFound, route, whole } from "./route.ts";
import { Preview, Reprocess, ReprocessStage, Run, UnfinishedFile, WorkerState } from "./schemas.ts";
import { wire } from "./wire.ts";

export function runRoutes(api: OpenAPIHono, services: Services): void {
  const { database, reader, reprocess } = services;
  const limited = { query: z.object({ limit: whole(1, 200).optional() }) };

  api.openapi(
    route(
      "get",
      "/runs",
      {
        tag: "Runs",
        summary: "What was ingested, and files an ingest was stopped in; the newest first",
        operationId: "listRuns",
      },
      limited,
      { 200: json(z.object({ runs: z.array(Run), unfinished_files: z.array(UnfinishedFile) }), "At most `limit` (50) runs") },
    ),
    async (c) => {
      const { limit } = c.req.valid("query");
      const [runs, files] = await Promise.all([listRuns(database, limit), listUnfinishedFiles(database)]);
      return c.json({ runs: wire(runs), unfinished_files: wire(files) }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/runs/{id}",
      { tag: "Runs", summary: "How the documents of one run left each stage", operationId: "getRun" },
      { params: idParam },
      {
        200: json(
          z.object({
            id: z.string(),
            dispositions: z.array(
              z.object({ stage: z.string(), disposition: z.string(), reason: z.string().nullable(), count: z.int() }),
            ),
          }),
          "By stage, disposition and reason",
        ),
        ...notFound,
      },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      if (!(await reader.hasRun(id))) throw new ApiProblem(404, "Not found", `There is no run ${id}.`);
      return c.json({ id, dispositions: wire(await reader.dispositions(id)) }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/reprocess",
      { tag: "Runs", summary: "Reprocess runs, with progress, rate and time left", operationId: "listReprocess" },
      limited,
      { 200: json(z.object({ runs: z.array(Reprocess) }), "The newest first") },
    ),
    async (c) => {
      const runs = await reprocess.list(c.req.valid("query").limit);
      return c.json({ runs: wire(runs.map((run) => reprocessView(run, services))) }, 200);
    },
  );

  const Order = z
    .object({
      stage: ReprocessStage.openapi({ description: "The first stage they go through again." }),
      which: z.enum(["stale", "failed", "all"]).openapi({
        description:
          "stale: decided by an older version of the stage; failed: dropped or given up by it; all: whatever went through it.",
      }),
      outlet: z.string().max(400).optional(),
      language: z.string().max(40).optional(),
      url: z.string().max(400).optional().openapi({ description: "Part of the URL." }),
      run: z.string().max(200).optional(),
      since: z.iso.datetime({ offset: true }).optional(),
      until: z.iso.datetime({ offset: true }).optional(),
    })
    .openapi("ReprocessOrder");
  api.openapi(
    route(
      "post",
      "/reprocess",
      {
        tag: "Runs",
        summary: "Send documents through a stage again, behind live work",
        description: "What it would change is shown by POST /reprocess/preview.",
        operationId: "beginReprocess",
      },
      { body: { required: true, content: { "application/json": { schema: Order } } } },
      { 202: json(Reprocess, "Begun") },
    ),
    async (c) => {
      const { stage, run: runId, ...rest } = c.req.valid("json");
      const filter = Object.fromEntries(Object.entries({ ...rest, runId }).filter(([, value]) => value !== undefined));
      c.set("audited", { action: "reprocess.begin", target: stage, detail: c.req.valid("json") });
      const begun = await beginReprocess(services, stage, { ...filter, which: rest.which });
      return c.json(wire(reprocessView(begun, services)), 202);
    },
  );

  const PreviewOrder = Order.extend({
    sample: z.int().min(1).max(200).default(50).openapi({ description: "Documents looked at." }),
  }).openapi("ReprocessPreviewOrder");
  api.openapi(
    route(
      "post",
      "/reprocess/preview",
      {
        tag: "Runs",
        summary: "What a run would change, field by field, on a sample; nothing is written",
        description:
          "Texts and their fields, facts, edges, places in groups, and claims and conflicts of the stories (`document` is the story's id there). What documents beyond the sample would change in them is not foreseen.",
        operationId: "previewReprocess",
      },
      { body: { required: true, content: { "application/json": { schema: PreviewOrder } } } },
      { 200: json(Preview, "Every difference") },
    ),
    async (c) => {
      const { stage, sample, run: runId, ...rest } = c.req.valid("json");
      const filter = Object.fromEntries(Object.entries({ ...rest, runId }).filter(([, value]) => value !== undefined));
      c.set("audited", { action: "reprocess.preview", target: stage, detail: c.req.valid("json") });
      return c.json(wire(await sampleReprocess(services, stage, { ...filter, which: rest.which }, sample)), 200);
    },
  );

  for (const verb of ["pause", "resume", "cancel"] as const) {
    api.openapi(
      route(
        "post",
        `/reprocess/{id}/${verb}`,
        {
          tag: "Runs",
          summary: {
            pause: "Hold a run; what it has sent goes on",
            resume: "Go on with a run, also after a kill",
            cancel: "End a run; what it has sent goes on",
          }[verb],
          operationId: `${verb}Reprocess`,
        },
        { params: idParam },
        { 200: json(Reprocess, "As it is now"), ...notFound, ...conflict },
      ),
      async (c) => {
        const { id } = c.req.valid("param");
        c.set("audited", { action: `reprocess.${verb}`, target: id });
        const before = await reprocess.get(id);
        if (before === null) throw new ApiProblem(404, "Not found", `There is no reprocess run ${id}.`);
        if (!(await changeReprocess(services, id, verb))) throw new ApiProblem(409, "Ended", `Run ${id} is ${before.state}.`);
        return c.json(wire(reprocessView((await reprocess.get(id)) ?? before, services)), 200);
      },
    );
  }

  api.openapi(
    route(
      "get",
      "/workers",
      { tag: "Workers", summary: "Every connected worker, and what it has in hand", operationId: "listWorkers" },
      {},
      { 200: json(z.object({ workers: z.array(WorkerState) }), "By stage") },
    ),
    async (c) => c.json({ workers: wire(await workerViews(services)) }, 200),
  );
}
