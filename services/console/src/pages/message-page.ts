import { html } from "hono/html";
import { type PageParts, plain } from "./layout.ts";

/** One thing to say: not found, or an engine that does not answer. */
export function messagePage(title: string, text: string): PageParts {
  return { title, body: html`<h1>${title}</h1><p>${plain(text)}</p>` };
}
