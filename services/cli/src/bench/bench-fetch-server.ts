import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves a page of some eight kilobytes at every address of this machine, and says how far apart visits to one site came. */
const page = `<!doctype html><html><head><title>Motion</title></head><body><article><h1>Motion</h1>${"<p>The harbour council of Ostrand voted late on Tuesday to dredge the northern basin before the storms.</p>".repeat(75)}</article></body></html>`;
const lastAt = new Map<string, number>();
let gapsMs: number[] = [];
let pages = 0;

const server = createServer((request, response) => {
  if (request.url === "/robots.txt") return void response.writeHead(404).end();
  const site = request.socket.localAddress ?? "";
  const now = performance.now();
  const before = lastAt.get(site);
  if (before !== undefined) gapsMs.push(now - before);
  lastAt.set(site, now);
  pages += 1;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
});

server.listen(0, "0.0.0.0", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  gapsMs.sort((a, b) => a - b);
  const at = (share: number) => gapsMs[Math.floor((gapsMs.length - 1) * share)] ?? null;
  process.send?.({ pages, closestMs: at(0), medianMs: at(0.5), widestMs: at(1) });
  lastAt.clear();
  gapsMs = [];
  pages = 0;
});
process.on("disconnect", () => process.exit());
