import { sha256 } from "@wirefold/core";
import { Html, html } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

const hash = (text: string): string => `'sha256-${Buffer.from(sha256(text), "hex").toString("base64")}'`;

/**
 * The policy names our one style and our one script by hash and forbids all else, so markup that slipped through an
 * article could neither run, nor restyle the page, nor call home.
 */
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;

export function renderPage({ title, body }: { readonly title: string; readonly body: Html }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<meta name="generator" content="Wirefold">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${body}
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.markup;
}
