import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { addSource, changeSource } from "../levers/levers.ts";
import type { Services } from "../services.ts";
import { sourceView, sourceViews } from "../views/source-view.ts";
import { ApiProblem } from "./problem.ts";
import { idParam, json, notFound, route } from "./route.ts";
import { Poll, Source } from "./schemas.ts";
import { wire } from "./wire.ts";

const POLLS = 50;

export function sourceRoutes(api: OpenAPIHono, services: Services): void {
  const { sources } = services;
  const byId = async (id: string) => (await sources.list()).find((source) => source.id === id);

  api.openapi(
    route(
      "get",
      "/sources",
      { tag: "Sources", summary: "Every source, its health and its volume; those in trouble first", operationId: "listSources" },
      {},
      { 200: json(z.object({ sources: z.array(Source) }), "All of them") },
    ),
    async (c) => c.json({ sources: wire(await sourceViews(services)) }, 200),
  );

  const Order = z
    .object({
      url: z.httpUrl().max(2048).openapi({ description: "A feed, a sitemap or a page." }),
      every_seconds: z.int().min(1).max(604_800).optional().openapi({ description: "Fixed; without it the interval adapts." }),
      as_page: z.boolean().default(false).openapi({ description: "Poll the page itself, and keep its versions." }),
    })
    .openapi("SourceOrder");
  api.openapi(
    route(
      "post",
      "/sources",
      {
        tag: "Sources",
        summary: "Poll a feed, a sitemap or a page",
        description:
          "A fetch worker finds out at once what it is. A page gives way to the feeds and sitemaps it names: then those are in the list in its stead.",
        operationId: "addSource",
      },
      { body: { required: true, content: { "application/json": { schema: Order } } } },
      { 200: json(Source, "Known already"), 201: json(Source, "Added") },
    ),
    async (c) => {
      const { url, every_seconds = null, as_page } = c.req.valid("json");
      c.set("audited", { action: "source.add", target: url });
      const { source, isNew } = await addSource(services, url, every_seconds, as_page);
      return c.json(wire(sourceView(source, 0)), isNew ? 201 : 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/sources/{id}",
      { tag: "Sources", summary: "One source and its last polls", operationId: "getSource" },
      { params: idParam },
      { 200: json(z.object({ source: Source, polls: z.array(Poll) }), "The newest poll first"), ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      const source = (await sourceViews(services)).find((one) => one.id === id);
      if (source === undefined) throw new ApiProblem(404, "Not found", `There is no source ${id}.`);
      return c.json({ source: wire(source), polls: wire(await sources.polls(id, POLLS)) }, 200);
    },
  );

  const summaries = {
    pause: "Ask a source no more until it is resumed",
    resume: "Ask a paused or failing source again, at once",
    check: "Ask a source now; its page shows the answer as soon as a fetch worker has it",
  } as const;
  for (const verb of ["pause", "resume", "check"] as const) {
    api.openapi(
      route(
        "post",
        `/sources/{id}/${verb}`,
        { tag: "Sources", summary: summaries[verb], operationId: `${verb}Source` },
        { params: idParam },
        { 200: json(Source, "As it is now"), ...notFound },
      ),
      async (c) => {
        const { id } = c.req.valid("param");
        c.set("audited", { action: `source.${verb}`, target: id });
        const source = await byId(id);
        if (source === undefined) throw new ApiProblem(404, "Not found", `There is no source ${id}.`);
        await changeSource(services, source, verb);
        return c.json(wire(sourceView((await byId(id)) ?? source, 0)), 200);
      },
    );
  }

  api.openapi(
    route(
      "delete",
      "/sources/{id}",
      { tag: "Sources", summary: "Forget a source; its documents stay", operationId: "removeSource" },
      { params: idParam },
      { 204: { description: "Forgotten" }, ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      const source = await byId(id);
      c.set("audited", { action: "source.remove", target: id, detail: { url: source?.url ?? null } });
      if (source === undefined) throw new ApiProblem(404, "Not found", `There is no source ${id}.`);
      await changeSource(services, source, "remove");
      return c.body(null, 204);
    },
  );
}
