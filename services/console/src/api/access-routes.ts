import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import { ApiProblem } from "./problem.ts";
import { conflict, idParam, json, notFound, route, whole } from "./route.ts";
import { Activity, RoleName, Token } from "./schemas.ts";
import { wire } from "./wire.ts";

export function accessRoutes(api: OpenAPIHono, { audit, tokens }: Services): void {
  api.openapi(
    route(
      "get",
      "/activity",
      { tag: "Access", summary: "Who did what, on what, when and from where; the newest first", operationId: "listActivity" },
      {
        query: z.object({
          actor: z.string().max(200).optional(),
          action: z.string().max(100).optional().openapi({ description: "`stage` means `stage.pause` and all like it." }),
          target: z.string().max(2048).optional(),
          before: whole(0, 999_999_999_999).optional().openapi({ description: "The smallest id of the page before." }),
          limit: whole(1, 1000).optional(),
        }),
      },
      { 200: json(z.object({ activity: z.array(Activity) }), "At most `limit` (100)") },
    ),
    async (c) => {
      const query = c.req.valid("query");
      const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      return c.json({ activity: wire(await audit.list(filter)) }, 200);
    },
  );

  const Me = z.object({ name: z.string(), role: RoleName }).openapi("Me");
  api.openapi(
    route(
      "get",
      "/me",
      { tag: "Access", summary: "Who asks, and in which role", operationId: "getMe" },
      {},
      { 200: json(Me, "You") },
    ),
    (c) => {
      const caller = c.get("caller");
      if (caller === null) throw new Error("an unknown caller came past the door");
      return c.json({ name: caller.name, role: caller.role }, 200);
    },
  );

  api.openapi(
    route(
      "get",
      "/tokens",
      { tag: "Access", summary: "Tokens and their roles; never the tokens themselves", operationId: "listTokens" },
      {},
      { 200: json(z.object({ tokens: z.array(Token) }), "By name") },
    ),
    async (c) => c.json({ tokens: wire(await tokens.list()) }, 200),
  );

  const Order = z
    .object({ name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,79}$/u), role: RoleName })
    .openapi("TokenOrder");
  api.openapi(
    route(
      "post",
      "/tokens",
      { tag: "Access", summary: "Make a token; it is shown this once", operationId: "addToken" },
      { body: { required: true, content: { "application/json": { schema: Order } } } },
      { 201: json(z.object({ name: z.string(), role: RoleName, token: z.string() }), "Made"), ...conflict },
    ),
    async (c) => {
      const { name, role } = c.req.valid("json");
      c.set("audited", { action: "token.add", target: name, detail: { role } });
      const token = await tokens.add(name, role, c.get("caller")?.name ?? "");
      if (token === null) throw new ApiProblem(409, "Taken", `There is a token called ${name}.`);
      return c.json({ name, role, token }, 201);
    },
  );

  api.openapi(
    route(
      "delete",
      "/tokens/{id}",
      { tag: "Access", summary: "Remove a token, by its name; it logs nobody in any more", operationId: "removeToken" },
      { params: idParam },
      { 204: { description: "Removed" }, ...notFound },
    ),
    async (c) => {
      const { id } = c.req.valid("param");
      c.set("audited", { action: "token.remove", target: id });
      if (!(await tokens.remove(id))) throw new ApiProblem(404, "Not found", `There is no token called ${id}.`);
      return c.body(null, 204);
    },
  );
}
