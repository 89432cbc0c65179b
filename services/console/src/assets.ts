import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Hono } from "hono";
import { SCRIPT } from "./pages/script.ts";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d1b18"/><path d="M3 5l2.5 6L8 6l2.5 5L13 5" fill="none" stroke="#fcfbf8" stroke-width="1.6"/></svg>`;

/** What pages load, from this process and from nobody else: our script, and the chart library. */
export function assets(): Hono {
  const require = createRequire(import.meta.url);
  const read = (path: string) => readFileSync(path, "utf8");
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    "console.js": ["text/javascript; charset=utf-8", SCRIPT],
    "icon.svg": ["image/svg+xml", ICON],
    "uplot.js": ["text/javascript; charset=utf-8", read(require.resolve("uplot/dist/uPlot.iife.min.js"))],
    "uplot.css": ["text/css; charset=utf-8", read(require.resolve("uplot/dist/uPlot.min.css"))],
  };
  const app = new Hono();
  app.get("/:file", (c, next) => {
    const file = files[c.req.param("file")];
    if (file === undefined || !Object.hasOwn(files, c.req.param("file"))) return next();
    return c.body(file[1], 200, { "content-type": file[0], "cache-control": "private, max-age=300" });
  });
  return app;
}
