import { OpenAPIHono } from "@hono/zod-openapi";
import { neededRole } from "../access/roles.ts";
import type { Services } from "../services.ts";
import { accessRoutes } from "./access-routes.ts";
import { documentRoutes } from "./document-routes.ts";
import { pipelineRoutes } from "./pipeline-routes.ts";
import { problem } from "./problem.ts";
import { quarantineRoutes } from "./quarantine-routes.ts";
import { runRoutes } from "./run-routes.ts";
import { sourceRoutes } from "./source-routes.ts";

export const API_PATH = "/api/v1";

const ABOUT = `Everything the console shows and does. Names are in snake_case, times in ISO 8601 (UTC), and what goes wrong is told as
application/problem+json (RFC 9457). A request bears a token: \`Authorization: Bearer <token>\`. \`wirefold up\` prints one, and
\`wirefold token add\` makes more. A viewer reads, an operator works the levers, an admin hands out tokens and removes sources.`;

/** The API, and its description at \`/api/v1/openapi.json\`, both made from the same routes. */
export function apiApp(services: Services): OpenAPIHono {
  const api = new OpenAPIHono({
    strict: false,
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const detail = result.error.issues.map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`).join("; ");
      return problem(c, 400, "Malformed request", detail.slice(0, 1000));
    },
  });
  pipelineRoutes(api, services);
  documentRoutes(api, services);
  quarantineRoutes(api, services);
  sourceRoutes(api, services);
  runRoutes(api, services);
  accessRoutes(api, services);
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  let described: ReturnType<typeof describe> | undefined;
  api.get("/openapi.json", (c) => {
    described ??= describe(api);
    return c.json(described);
  });
  return api;
}

/** The document, with the role each operation needs as the door itself knows it. */
function describe(api: OpenAPIHono) {
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Wirefold",
      version: "1.0.0",
      description: ABOUT,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: API_PATH }],
  });
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of ["get", "post", "put", "delete"] as const) {
      const operation = item[method];
      if (operation === undefined) continue;
      const role = neededRole(method.toUpperCase(), `${API_PATH}${path}`);
      operation.security = role === null ? [] : [{ token: [] }];
      Object.assign(operation, { "x-role": role ?? "none" });
    }
  }
  return document;
}
