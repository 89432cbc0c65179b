import type { Context } from "hono";
import { allows } from "./access/roles.ts";
import { showPage } from "./pages/layout.ts";
import { messagePage } from "./pages/message-page.ts";

export const missing = (c: Context, what: string) => showPage(c, messagePage("Not found", what), 404);

/** Whether the buttons of this role are shown; the door holds all the same. */
export function may(c: Context, role: "operator" | "admin"): boolean {
  const caller = c.get("caller");
  return caller !== null && allows(caller.role, role);
}

/** Reads a form's fields; an empty one was not given. */
export async function formOf(c: Context): Promise<(name: string) => string | undefined> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
}
