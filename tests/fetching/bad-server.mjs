// Plays web servers, good and bad, on loopback, in a process of its own. One site an address: 127.0.1.1, 127.0.1.2, …
//   node tests/fetching/bad-server.mjs [port]     prints {"port":…,"tlsPort":…} once it listens
// GET /log on 127.0.0.1 answers with every request: [milliseconds, address, path]. The first part of a path says what
// the server does; what it does not know is an article.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const log = [];
const startedAt = performance.now();
let inFlight = {};
const most = {};

const article = (name) =>
  `<!doctype html><html><head><title>Motion ${name} of Ostrand</title></head><body><article><h1>Motion ${name} of Ostrand</h1>` +
  `<p>The harbour council of Ostrand voted late on Tuesday on motion ${name} to dredge the northern basin before the storms.</p>` +
  `<p>The work is expected to cost 3.2 million crowns, the harbour master Ines Harrow told the council.</p></article></body></html>`;

const html = (response, body) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });

/** Sends `next()` for as long as anybody listens. */
function endless(response, next) {
  const send = () => {
    while (!response.destroyed && response.write(next()));
    if (!response.destroyed) response.once("drain", send);
  };
  send();
}

/** Writes the answer byte by byte to the socket itself. */
const raw = (request, ...parts) => {
  for (const part of parts) request.socket.write(part);
  request.socket.end();
};

const plays = {
  silent: () => {},
  "slow-loris": (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("x"), 500);
    response.once("close", () => clearInterval(timer));
  },
  "slow-headers": (request) => {
    const timer = setInterval(() => request.socket.write("X-A: b\r\n"), 500);
    request.socket.write("HTTP/1.1 200 OK\r\n");
    request.socket.once("close", () => clearInterval(timer));
  },
  endless: (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    endless(response, () => "x".repeat(65_536));
  },
  loop: (request, response) => response.writeHead(302, { location: request.url }).end(),
  chain: (request, response) =>
    response.writeHead(302, { location: `/chain/${Number(request.url.split("/")[2] ?? 0) + 1}` }).end(),
  short: (request) => raw(request, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<p>half a page`),
  "short-closed": (request) =>
    raw(request, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n${article("short")}`),
  "bad-chunks": (request) =>
    raw(request, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
  "no-http": (request) => raw(request, "SSH-2.0-OpenSSH_9.6\r\n"),
  "big-headers": (request) => raw(request, `HTTP/1.1 200 OK\r\nX-Big: ${"x".repeat(200_000)}\r\n\r\n`),
  reset: (request) => request.socket.resetAndDestroy(),
  bomb: (_, response) => response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(bomb),
  film: (_, response) => {
    response.writeHead(200, { "content-type": "video/mp4" });
    endless(response, () => Buffer.alloc(65_536));
  },
  busy: (_, response) => response.writeHead(429, { "retry-after": "86400" }).end(),
  broken: (_, response) => response.writeHead(500).end(),
  gone: (_, response) => response.writeHead(410).end(),
  "two-locations": (request) => raw(request, "HTTP/1.1 302 F\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"),
  "feed-of-a-million": (_, response) => {
    response
      .writeHead(200, { "content-type": "application/rss+xml" })
      .write("<rss version='2.0'><channel><title>Million</title>");
    let n = 0;
    endless(response, () => `<item><title>Item ${n}</title><link>/item/${n++}</link></item>`.repeat(1));
  },
  "xml-bomb": (_, response) => {
    const levels = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
    response
      .writeHead(200, { "content-type": "application/rss+xml" })
      .end(
        `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels}]><rss version="2.0"><channel><title>&e20;</title><item><title>&e20;</title><description>none</description></item></channel></rss>`,
      );
  },
  // What lies about itself, and is read all the same.
  "gzip-unsaid": (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(gzipSync(article("unsaid"))),
  "gzip-said": (_, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(article("said")),
  "gzip-no-trailer": (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
      .end(gzipSync(article("trailer")).subarray(0, -8)),
  "html-as-text": (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(article("as-text")),
  "html-as-data": (_, response) =>
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(article("as-data")),
  "status-203": (_, response) => response.writeHead(203, { "content-type": "text/html" }).end(article("203")),
  "xml-of-its-own": (_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<?xml version='1.0'?><nitf><p>x</p></nitf>"),
  "too-long-body": (request) =>
    raw(request, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n${article("long")}`),
  "cookie-wall": (request, response) =>
    /seen=1/.test(request.headers.cookie ?? "")
      ? html(response, article("wall"))
      : response.writeHead(302, { location: request.url, "set-cookie": "seen=1; Path=/" }).end(),
  "raw-location": (request) =>
    raw(request, Buffer.from("HTTP/1.1 302 F\r\nLocation: /page/caf\u00e9\r\nContent-Length: 0\r\n\r\n")),
  "long-location": (_, response) => response.writeHead(302, { location: `/page/${"x".repeat(9000)}` }).end(),
  "no-location": (_, response) => response.writeHead(302).end(),
  "to-a-file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  refresh: (_, response) => html(response, `<meta http-equiv="refresh" content="0; url=/page/after">`),
  "sitemap-bomb": (_, response) => {
    response.writeHead(200, { "content-type": "application/xml" }).write("<urlset>");
    endless(response, () => "<url><loc>http://127.0.1.1/x</loc></url>".repeat(1000));
  },
  "deep-html": (_, response) => html(response, `${"<div>".repeat(100_000)}${article("deep")}`),
  "nul-bytes": (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(Buffer.alloc(100_000)),
  "wrong-dates": (_, response) =>
    response
      .writeHead(200, { "content-type": "application/rss+xml" })
      .end(
        "<rss version='2.0'><channel><title>D</title><item><title>Then</title><description>a</description><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item><item><title>When</title><description>b</description><pubDate>yesterday, more or less</pubDate></item><item><title>Ahead</title><description>c</description><pubDate>Sun, 01 Jan 2090 00:00:00 GMT</pubDate></item></channel></rss>",
      ),
};

const robots = {
  // A robots.txt of 100 MB: its first half megabyte counts.
  "127.0.1.200": (response) => {
    response.write("User-agent: *\nDisallow: /secret\n");
    let sent = 0;
    const send = () => {
      while (!response.destroyed && sent < 100 * 1024 * 1024 && response.write(`# ${"x".repeat(65_536)}\n`)) sent += 65_536;
      if (sent >= 100 * 1024 * 1024) response.end();
      else if (!response.destroyed) response.once("drain", send);
    };
    send();
  },
  "127.0.1.201": (response) =>
    response.end(`User-agent: *\n${Array.from({ length: 12_000 }, (_, n) => `Disallow: /*/x-${n}/*?p=*$`).join("\n")}`),
};

const server = http.createServer((request, response) => {
  const site = request.socket.localAddress ?? "";
  const path = request.url ?? "/";
  if (site === "127.0.0.1" && path === "/log") return response.end(JSON.stringify({ log, most }));
  if (site === "127.0.0.1" && path === "/clear") {
    log.length = 0;
    inFlight = {};
    return response.end();
  }
  log.push([Math.round(performance.now() - startedAt), site, path]);
  inFlight[site] = (inFlight[site] ?? 0) + 1;
  most[site] = Math.max(most[site] ?? 0, inFlight[site]);
  response.once("close", () => {
    inFlight[site] -= 1;
  });
  request.socket.on("error", () => {});
  if (path === "/robots.txt") return robots[site] ? robots[site](response) : response.writeHead(404).end();
  const [, play = "", rest = ""] = path.split(/[/?]/);
  if (plays[play]) return plays[play](request, response);
  if (play === "late") return setTimeout(() => html(response, article(rest)), 300);
  html(response, article(`${site.split(".").at(-1)}-${play}-${rest}`));
});
server.keepAliveTimeout = 2000;

/** @param {http.Server} listening */
const portOf = (listening) => /** @type {import("node:net").AddressInfo} */ (listening.address()).port;

/** A certificate signed by nobody but itself. */
function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-bad-"));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${key} -out ${cert} -days 2 -subj /CN=localhost`;
  execFileSync("openssl", args.split(" "), { stdio: "ignore" });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

const tls = https.createServer(selfSigned(), (_, response) => html(response, article("tls")));
tls.on("tlsClientError", () => {});
tls.listen(0, "0.0.0.0", () =>
  server.listen(Number(process.argv[2] ?? 0), "0.0.0.0", () =>
    process.stdout.write(`${JSON.stringify({ port: portOf(server), tlsPort: portOf(tls) })}\n`),
  ),
);
process.on("disconnect", () => process.exit());
