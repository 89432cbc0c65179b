import { html } from "hono/html";
import { type PageParts, plain } from "./layout.ts";

export interface LoginInput {
  /** Where to go then. */
  readonly target: string;
  /** A token was given, and it is none. */
  readonly refused: boolean;
  /** Why a caller who is known may not. */
  readonly detail?: string;
}

/** What a visitor sees who is not known, or may not do what was asked. */
export function loginPage({ target, refused, detail }: LoginInput): PageParts {
  const known = detail !== undefined;
  return {
    title: known ? "Not allowed" : "Log in",
    body: html`<h1>${known ? "Not allowed" : "Log in"}</h1>
${known ? html`<p class="alarm">${plain(detail, 400)}</p>` : ""}${refused ? html`<p class="alarm" role="alert">No token is like that. It may have been removed.</p>` : ""}
<p>${known ? "Another token may have the role." : html`<code>wirefold up</code> prints an address that lets you in. <code>wirefold token add</code> makes tokens for others.`}</p>
<form class="filter" method="post" action="/login"><input type="hidden" name="target" value="${plain(target, 2000)}"><label>Token <input name="token" type="password" autocomplete="current-password" required></label><button>Log in</button></form>`,
  };
}
