import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves a page of some eight kilobytes at every address of this machine, and says how close together visits came. */
const page = `<!doctype html><html><head><title>Motion</title></head><body><article><h1>Motion</h1>${"<p>The harbour council of Ostrand voted late on Tuesday to dredge the northern basin before the storms.</p>".repeat(75)}</article></body></html>`;
const lastAt = new Map<string, number>();
let closestMs = Number.POSITIVE_INFINITY;
let pages = 0;

const server = createServer((request, response) => {
  if (request.url === "/robots.txt") return void response.writeHead(404).end();
  const site = request.socket.localAddress ?? "";
  const now = performance.now();
  const before = lastAt.get(site);
  if (before !== undefined) closestMs = Math.min(closestMs, now - before);
  lastAt.set(site, now);
  pages += 1;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
});

server.listen(0, "0.0.0.0", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  process.send?.({ pages, closestMs });
  lastAt.clear();
  closestMs = Number.POSITIVE_INFINITY;
  pages = 0;
});
process.on("disconnect", () => process.exit());
