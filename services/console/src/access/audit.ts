import type { AuditLog } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import type { MiddlewareHandler } from "hono";
import { isApi } from "../api/problem.ts";

/** What a request did, in the words of the activity log. */
export interface AuditedAction {
  readonly action: string;
  readonly target?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

declare module "hono" {
  interface ContextVariableMap {
    audited: AuditedAction;
  }
}

/**
 * Writes every request that changes something into the activity log, with who asked and how it ended; also one that a role does not
 * allow. A handler says what it did by `c.set("audited", …)`; without that the method and path stand there, so that nothing goes unwritten.
 * Callers without a token are only logged: they could fill the table.
 */
export function keepAudit(audit: Pick<AuditLog, "record">, log: Log): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const caller = c.get("caller");
    if (c.req.method === "GET" || c.req.method === "HEAD" || !caller) return;
    const {
      action,
      target = null,
      detail = null,
    } = c.get("audited") ?? { action: `${c.req.method} ${c.req.path.slice(0, 200)}` };
    const { status } = c.res;
    const outcome = status < 400 ? "done" : status === 401 || status === 403 ? "refused" : "failed";
    const { name, role, from } = caller;
    await audit
      .record({ actor: name, role, via: isApi(c) ? "api" : "console", action, target, cameFrom: from, outcome, detail })
      .catch((error: Error) => log.error({ error: error.message, action, target, actor: name }, "audit-failed"));
  };
}
