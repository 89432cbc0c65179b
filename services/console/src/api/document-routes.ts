import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { findSubjects, listStories } from "@wirefold/store";
import { removeDocument } from "../levers/levers.ts";
import type { Services } from "../services.ts";
import { documentView } from "../views/document-view.ts";
import { ApiProblem } from "./problem.ts";
import { idParam, json, notFound, route, timeParam, whole } from "./route.ts";
import { DispositionName, FoundDocument, ListedStory, Stage, StorySortName, Takedown, Trace } from "./schemas.ts";
import { wire } from "./wire.ts";

export function documentRoutes(api: OpenAPIHono, services: Services): void {
  const { database, reader } = services;

  api.openapi(
    route(
      "get",
      "/documents",
      {
        tag: "Documents",
        summary: "Find documents, and places that never became one; newest first",
        description: "All that is given must hold. What `wirefold find` answers.",
        operationId: "findDocuments",
      },
      {
        query: z.object({
          q: z.string().min(1).max(400).optional().openapi({
            description: "Parts of an id, path, URL, title or outlet, or of the id that a JSONL line gave; all must occur.",
          }),
          stage: Stage.optional().openapi({ description: "The stage it left last, or still owes." }),
          disposition: DispositionName.optional(),
          reason: z.string().max(200).optional().openapi({ description: "A drop reason or an error's code." }),
          message: z.string().max(400).optional().openapi({ description: "Part of an error's message." }),
          run: z.string().max(200).optional(),
          since: timeParam.optional(),
          until: timeParam.optional(),
          limit: whole(1, 1000).optional(),
        }),
      },
      { 200: json(z.object({ documents: z.array(FoundDocument) }), "At most `limit` (50) of them") },
    ),
    async (c) => {
      const { q: text, run: runId, limit = 50, ...rest } = c.req.valid("query");
      const filter = Object.fromEntries(Object.entries({ text, runId, ...rest }).filter(([, value]) => value !== undefined));
      return c.json({ documents: wire(await findSubjects(database, filter, { limit })) }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/documents/{id}",
      {
        tag: "Documents",
        summary: "One document: every stage and attempt, what it owes, where it ended, what clean removed",
        description: "By id or its beginning; a URL or a path works as well, percent-encoded. What `wirefold trace` answers.",
        operationId: "traceDocument",
      },
      { params: idParam },
      { 200: json(Trace, "Everything known of it"), ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      const view = await documentView(services, id);
      if (view === null) throw new ApiProblem(404, "Not found", `No document has the id, URL or path ${id}.`);
      const { trace, removed } = view;
      return c.json({ ...wire(trace), removed: removed.map(({ reason, text }) => ({ reason, text })) }, 200);
    },
  );

  api.openapi(
    route(
      "delete",
      "/documents/{id}",
      {
        tag: "Documents",
        summary: "Take a document down: out of its story, the comparisons and the stored bodies",
        description:
          "When and where it came in stays on record, so the same page is not taken in again. Calling it again finishes what was cut short. What `wirefold remove` does.",
        operationId: "removeDocument",
      },
      { params: idParam },
      { 200: json(Takedown, "What was done"), ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      c.set("audited", { action: "document.remove", target: id });
      const done = await removeDocument(services, id);
      if (done === null) throw new ApiProblem(404, "Not found", `There is no document ${id}; a takedown takes the whole id.`);
      return c.json(wire(done), 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/stories",
      { tag: "Stories", summary: "Stories, sorted and filtered, a page at a time", operationId: "listStories" },
      {
        query: z.object({
          q: z.string().min(1).max(400).optional().openapi({ description: "Words of the headline, or their beginnings." }),
          sort: StorySortName.default("changed"),
          articles_min: whole(0, 1_000_000).optional(),
          lineages_min: whole(0, 1_000_000).optional(),
          conflicts_min: whole(0, 1_000_000).optional(),
          changed_since: timeParam.optional(),
          changed_until: timeParam.optional(),
          after: z.string().max(400).optional().openapi({ description: "`next` of the page before." }),
          limit: whole(1, 1000).optional(),
        }),
      },
      { 200: json(z.object({ stories: z.array(ListedStory), next: z.string().nullable() }), "A page of at most `limit` (100)") },
    ),
    async (c) => {
      const { q, sort, articles_min, lineages_min, conflicts_min, changed_since, changed_until, after, limit } =
        c.req.valid("query");
      const page = await listStories(database, {
        sort,
        ...(q === undefined ? {} : { text: q }),
        ...(articles_min === undefined ? {} : { articlesMin: articles_min }),
        ...(lineages_min === undefined ? {} : { lineagesMin: lineages_min }),
        ...(conflicts_min === undefined ? {} : { conflictsMin: conflicts_min }),
        ...(changed_since === undefined ? {} : { changedSince: changed_since }),
        ...(changed_until === undefined ? {} : { changedUntil: changed_until }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      });
      return c.json(wire(page), 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/stories/{id}",
      {
        tag: "Stories",
        summary: "A story's record",
        description: "As exported: schema `wirefold.story/1`, described in docs/schema.",
        operationId: "getStory",
      },
      { params: idParam },
      { 200: json(z.object({ schema: z.literal("wirefold.story/1"), story: z.string() }).loose(), "The record"), ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      const record = await reader.story(id);
      if (record === null)
        throw new ApiProblem(
          404,
          "Not found",
          `No story has the id ${id}. It may have been merged: look for one of its documents.`,
        );
      // The description leaves a record's parts to its own schema.
      const answer: { schema: "wirefold.story/1"; story: string } = record;
      return c.json(answer, 200);
    },
  );
}
