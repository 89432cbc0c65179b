import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { Overview } from "../ledger-watch.ts";
import { SITE, setConcurrency, setStagePaused } from "../levers/levers.ts";
import type { Services } from "../services.ts";
import { autoscaleView, pipelineView } from "../views/pipeline-view.ts";
import { json, route } from "./route.ts";
import { Autoscale, Course, Pipeline, SiteLimit, Stage } from "./schemas.ts";
import { wire } from "./wire.ts";

const stageParam = z.object({ stage: Stage });
/** A proxy or a sleeping laptop may cut a silent connection; a comment now and then shows that it stands. */
const KEEPALIVE_MS = 15_000;

export function pipelineRoutes(api: OpenAPIHono, services: Services): void {
  const { watch, samples, siteLimits } = services;

  api.openapi(
    route(
      "get",
      "/pipeline",
      {
        tag: "Pipeline",
        summary: "Every stage: backlog, age of the oldest, rates, seconds to drain, books",
        operationId: "getPipeline",
      },
      {},
      { 200: json(Pipeline, "The pipeline as it stands") },
    ),
    async (c) => c.json(wire(pipelineView(await watch.overview())), 200),
  );

  api.openapi(
    route(
      "get",
      "/pipeline/history",
      {
        tag: "Pipeline",
        summary: "The last hour by minutes, or the last day by quarters of an hour",
        operationId: "getPipelineHistory",
      },
      { query: z.object({ span: z.enum(["hour", "day"]).default("hour") }) },
      { 200: json(Course, "Null where nobody took a sample") },
    ),
    async (c) => c.json(wire(await samples.course(c.req.valid("query").span, new Date())), 200),
  );

  api.openapi(
    route(
      "get",
      "/events",
      {
        tag: "Pipeline",
        summary: "Server-sent events: `pipeline` with each new reading",
        description: "Each `pipeline` event's data is what GET /pipeline answers.",
        operationId: "streamEvents",
      },
      {},
      {
        200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream that ends with the connection" },
      },
    ),
    (c) => {
      // nginx holds streams back unless told not to.
      c.header("x-accel-buffering", "no");
      return streamSSE(c, async (stream) => {
        const write = (overview: Overview) =>
          void stream
            .writeSSE({
              event: "pipeline",
              id: String(overview.at.getTime()),
              data: JSON.stringify(wire(pipelineView(overview))),
            })
            .catch(() => {});
        const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
        const stopListening = watch.onReading(write);
        const keepalive = setInterval(() => void stream.write(": still here\n\n").catch(() => {}), KEEPALIVE_MS);
        try {
          write(await watch.overview());
          await ended;
        } finally {
          stopListening();
          clearInterval(keepalive);
        }
      });
    },
  );

  api.openapi(
    route(
      "get",
      "/autoscale",
      {
        tag: "Pipeline",
        summary: "What to scale each stage by; open, as /metrics is",
        description: "For KEDA's metrics-api scaler: `valueLocation: stages.clean.seconds`, `metricType: Value`.",
        operationId: "getAutoscale",
      },
      {},
      { 200: json(z.object({ stages: z.record(z.string(), Autoscale) }), "By stage") },
    ),
    async (c) => {
      const { stages } = await watch.overview();
      return c.json({ stages: Object.fromEntries(stages.map((stage) => [stage.stage, wire(autoscaleView(stage))])) }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/autoscale/{stage}",
      {
        tag: "Pipeline",
        summary: "What to scale one stage by; open, as /metrics is",
        description: "For KEDA's metrics-api scaler: `valueLocation: seconds`, `metricType: Value`.",
        operationId: "getStageAutoscale",
      },
      { params: stageParam },
      { 200: json(Autoscale, "Seconds to drain") },
    ),
    async (c) => {
      const { stage } = c.req.valid("param");
      const { stages } = await watch.overview();
      const reading = stages.find((one) => one.stage === stage);
      if (reading === undefined) throw new Error(`the watch reads no stage ${stage}`);
      return c.json(wire(autoscaleView(reading)), 200);
    },
  );

  for (const verb of ["pause", "resume"] as const) {
    api.openapi(
      route(
        "post",
        `/stages/{stage}/${verb}`,
        {
          tag: "Controls",
          summary:
            verb === "pause"
              ? "Stop a stage for all workers; its work waits"
              : "Let a paused stage go on, no matter who paused it",
          operationId: `${verb}Stage`,
        },
        { params: stageParam },
        { 200: json(z.object({ stage: Stage, paused: z.boolean() }), "As it is now") },
      ),
      async (c) => {
        const { stage } = c.req.valid("param");
        c.set("audited", { action: `stage.${verb}`, target: stage });
        await setStagePaused(services, stage, verb === "pause");
        return c.json({ stage, paused: verb === "pause" }, 200);
      },
    );
  }

  const Limit = z.object({ concurrency: z.int().min(1).max(10_000).nullable() }).openapi("StageLimit");
  api.openapi(
    route(
      "put",
      "/stages/{stage}/limit",
      {
        tag: "Controls",
        summary: "Set how many jobs of a stage all workers together may have in hand; null lifts the limit",
        operationId: "limitStage",
      },
      { params: stageParam, body: { required: true, content: { "application/json": { schema: Limit } } } },
      { 200: json(z.object({ stage: Stage, concurrency: z.int().nullable() }), "As it is now") },
    ),
    async (c) => {
      const { stage } = c.req.valid("param");
      const { concurrency } = c.req.valid("json");
      c.set("audited", { action: "stage.limit", target: stage, detail: { concurrency } });
      await setConcurrency(services, stage, concurrency);
      return c.json({ stage, concurrency }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/sites/limits",
      { tag: "Controls", summary: "Sites that are visited otherwise than the rest", operationId: "listSiteLimits" },
      {},
      { 200: json(z.object({ limits: z.array(SiteLimit) }), "Those set while the pipeline runs, by name") },
    ),
    async (c) => c.json({ limits: wire(await siteLimits.list()) }, 200),
  );

  const SiteOrder = z
    .object({
      places: z.int().min(1).max(9999).nullable().default(null).openapi({ description: "Visits at one time." }),
      delay_ms: z.int().min(0).max(9_999_999).nullable().default(null).openapi({ description: "Between the starts of two." }),
    })
    .openapi("SiteLimitOrder");
  api.openapi(
    route(
      "put",
      "/sites/{site}/limit",
      {
        tag: "Controls",
        summary: "Set how often one site is visited; without any number the limit is lifted",
        description: "A registrable domain, or a host and port. Every fetch worker follows within seconds.",
        operationId: "limitSite",
      },
      {
        params: z.object({ site: z.string().regex(SITE) }),
        body: { required: true, content: { "application/json": { schema: SiteOrder } } },
      },
      { 200: json(z.object({ limits: z.array(SiteLimit) }), "All limits as they are now") },
    ),
    async (c) => {
      const { site } = c.req.valid("param");
      const { places, delay_ms } = c.req.valid("json");
      c.set("audited", { action: "site.limit", target: site, detail: { places, delay_ms } });
      await siteLimits.set(site, { places, delayMs: delay_ms }, c.get("caller")?.name ?? "");
      return c.json({ limits: wire(await siteLimits.list()) }, 200);
    },
  );
}
