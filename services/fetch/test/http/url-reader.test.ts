import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { promisify } from "node:util";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { retryAfterMs } from "../../src/http/retry-after.ts";
import { HttpReader, type HttpReaderOptions } from "../../src/http/url-reader.ts";

type Answer = string | RequestListener;
const words = "The ferry Marit ran aground off Halvø on Monday; 214 people were taken ashore.";
/** `printf '<p>ferry</p>\n' | zstd`, since Node 20 can read none itself. */
const zstdOfFerry = Buffer.from("28b52ffd04586900003c703e66657272793c2f703e0ad7cd697e", "hex");
const html = `<!doctype html><title>t</title><p>${words}</p>`;

/** A real server on this machine: a page a path, robots.txt a 404 unless given, and a reader for it. */
async function setup(pages: Record<string, Answer>, options: Partial<HttpReaderOptions> = {}) {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request.url!);
    requests.push(request);
    const page = pages[request.url!];
    if (typeof page === "function") return page(request, response);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(page ?? "not here");
  });
  server.on("connection", (socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const reader = new HttpReader({
    userAgent: "quaybot/1.0 (+https://quay.example)",
    allowPrivate: true,
    hostDelayMs: 0,
    ...options,
  });
  const read = (path: string, bytesMax = 1_000_000, signal = new AbortController().signal) =>
    reader.read(path.startsWith("http") ? path : origin + path, {}, bytesMax, signal);
  const close = async () => {
    await reader.close();
    for (const socket of sockets) socket.destroy();
    await promisify(server.close.bind(server))();
  };
  return { origin, port, asked, requests, sockets, read, [Symbol.asyncDispose]: close };
}

const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end();
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end("an error page");
const encoded =
  (coding: string, bytes: Uint8Array): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-encoding": coding }).end(bytes);
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

test("a page comes with its bytes, its type and its address, after robots.txt was asked", async () => {
  await using site = await setup({ "/a": html });
  const body = await site.read("/a#part");
  expect(textOf(body)).toBe(html);
  expect(body).toMatchObject({
    contentType: "text/html; charset=utf-8",
    locator: `${site.origin}/a`,
    hints: { url: `${site.origin}/a` },
  });
  expect(site.asked).toEqual(["/robots.txt", "/a"]);
  expect(site.requests[1]!.headers).toMatchObject({
    "user-agent": "quaybot/1.0 (+https://quay.example)",
    "accept-encoding": "gzip, deflate, br",
  });
});

test("redirects within a host are followed in one visit, however long its pause", async () => {
  await using site = await setup({ "/a": redirect("/b", 301), "/b": redirect("c", 307), "/c": html }, { hostDelayMs: 60_000 });
  expect((await site.read("/a")).locator).toBe(`${site.origin}/c`);
  expect(site.asked).toEqual(["/robots.txt", "/a", "/b", "/c"]);
});

test("a second document of a host waits for its turn and spends no attempt", async () => {
  await using site = await setup({ "/a": html, "/b": html }, { hostDelayMs: 60_000 });
  await site.read("/a");
  await expect(site.read("/b")).rejects.toMatchObject({
    code: "WIREFOLD_THROTTLED",
    retryAfterMs: expect.toSatisfy((ms: number) => ms > 50_000 && ms <= 60_000),
  });
  expect(site.asked).not.toContain("/b");
});

test.each([
  ["a circle", { "/a": redirect("/b"), "/b": redirect("/a") }, "in a circle"],
  ["a page that redirects to itself", { "/a": redirect("/a") }, "in a circle"],
  ["another scheme", { "/a": redirect("ftp://quay.example/a") }, "ftp: is not fetched"],
  ["a file", { "/a": redirect("file:///etc/passwd") }, "file: is not fetched"],
  ["no URL", { "/a": redirect("http://[") }, "which is no URL"],
  ["nowhere", { "/a": status(302) }, "HTTP 302"],
])("a redirect to %s is final", async (_, pages: Record<string, Answer>, message) => {
  await using site = await setup(pages);
  await expect(site.read("/a")).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: expect.stringContaining(message),
  });
});

test("an endless chain of redirects ends", async () => {
  const pages = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/${n}`, redirect(`/${n + 1}`)]));
  await using site = await setup(pages);
  await expect(site.read("/0")).rejects.toThrow("more than 10 redirects");
  expect(site.asked).toHaveLength(12);
});

test("a redirect to a refused address is refused, though the first was not", async () => {
  await using inner = await setup({ "/secret": html });
  const secret = `http://127.0.0.2:${inner.port}/secret`;
  await using site = await setup(
    {
      "/literal": redirect(secret),
      "/named": redirect(`http://localhost:${inner.port}/secret`),
      "/meta": `<meta http-equiv=refresh content="0;url=${secret}">`,
    },
    { allowPrivate: false, mayFetchFrom: (address) => address === "127.0.0.1" && inner.asked.length === 0 },
  );
  await expect(site.read("/literal")).rejects.toMatchObject({ code: "WIREFOLD_ADDRESS_REFUSED" });
  await expect(site.read("/meta")).rejects.toMatchObject({ code: "WIREFOLD_ADDRESS_REFUSED" });
  expect(inner.asked).toEqual([]);
});

test("without allowPrivate a name that leads to this machine is refused where the socket connects", async () => {
  await using site = await setup({ "/a": html }, { allowPrivate: false });
  await expect(site.read(`http://localhost:${site.port}/a`)).rejects.toMatchObject({
    code: "WIREFOLD_ADDRESS_REFUSED",
    message: expect.stringContaining("which is not a public address"),
  });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_ADDRESS_REFUSED" });
  expect(site.asked).toEqual([]);
});

test("a meta refresh of an interstitial page is a hop like any other", async () => {
  await using site = await setup({
    "/a": `<meta http-equiv="refresh" content="0;url=/b"><p>One moment…`,
    "/b": html,
    "/x": `<meta http-equiv="refresh" content="0;url=/y">`,
    "/y": `<meta http-equiv="refresh" content="0;url=/x">`,
  });
  expect(await site.read("/a")).toMatchObject({ locator: `${site.origin}/b` });
  await expect(site.read("/x")).rejects.toThrow("in a circle");
});

test.each([400, 401, 403, 404, 410, 451])("HTTP %i is final", async (code) => {
  await using site = await setup({ "/a": status(code) });
  await expect(site.read("/a")).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: `${site.origin}/a: HTTP ${code}`,
  });
});

test.each([500, 502, 504])("HTTP %i is tried again", async (code) => {
  await using site = await setup({ "/a": status(code) });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
});

test.each([
  [429, () => "120", 120_000],
  [503, () => new Date(Date.now() + 90_000).toUTCString(), 90_000],
  [503, () => "", 30_000],
])("HTTP %i waits as long as it says, and so does the host's next document", async (code, retryAfter, waitMs) => {
  await using site = await setup({ "/a": status(code, { "retry-after": retryAfter() }), "/b": html });
  const near = expect.toSatisfy((ms: number) => Math.abs(ms - waitMs) < 3000);
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_THROTTLED", retryAfterMs: near });
  await expect(site.read("/b")).rejects.toMatchObject({ code: "WIREFOLD_THROTTLED", retryAfterMs: near });
});

test("Retry-After is bounded and nonsense is not believed", () => {
  const now = Date.parse("2026-03-04T05:06:07Z");
  expect(retryAfterMs("99999999", now)).toBe(3_600_000);
  expect(retryAfterMs("Wed, 04 Mar 2026 05:07:07 GMT", now)).toBe(60_000);
  expect(retryAfterMs("Wed, 04 Mar 2020 05:07:07 GMT", now)).toBe(1000);
  expect(retryAfterMs("0", now)).toBe(1000);
  for (const nonsense of ["", "soon", "-5x", undefined]) expect(retryAfterMs(nonsense, now)).toBe(30_000);
});

test.each([
  ["gzip", gzipSync(html)],
  ["x-gzip", gzipSync(html)],
  ["br", brotliCompressSync(html)],
  ["deflate", deflateSync(html)],
  ["deflate", deflateRawSync(html)],
  ["gzip, br", brotliCompressSync(gzipSync(html))],
  ["identity", Buffer.from(html)],
])("a body encoded as %s is unpacked", async (coding, bytes) => {
  await using site = await setup({ "/a": encoded(coding, bytes) });
  expect(textOf(await site.read("/a"))).toBe(html);
});

test("a small body that unpacks to gigabytes is refused before it does", async () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });
  await using site = await setup({
    "/a": encoded("gzip", bomb),
    "/b": encoded("br, gzip", gzipSync(brotliCompressSync(Buffer.alloc(50_000_000)))),
  });
  const before = process.memoryUsage.rss();
  for (const path of ["/a", "/b"]) await expect(site.read(path)).rejects.toMatchObject({ code: "WIREFOLD_BODY_TOO_LARGE" });
  expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
});

test("the bytes decide what a body is encoded as, whatever its header says", async () => {
  const packed = gzipSync(html);
  const wrongSum = Buffer.from(packed);
  wrongSum[packed.length - 6] = 255 - packed[packed.length - 6]!;
  const pages: Record<string, Answer> = {
    "/gzip-unsaid": encoded("", packed),
    "/gzip-said-br": encoded("br", packed),
    "/none": encoded("none", Buffer.from(html)),
    "/utf-8": encoded("utf-8", Buffer.from(html)),
    "/binary": encoded("binary, 8bit", Buffer.from(html)),
    "/zstd-said": encoded("zstd", Buffer.from(html)),
    "/gzip-said": encoded("gzip", Buffer.from(html)),
    "/br-said": encoded("br", Buffer.from(html)),
    "/deflate-said": encoded("deflate", Buffer.from(html)),
    "/twice-said-once": encoded("gzip, gzip", packed),
    "/once-said-twice": encoded("gzip", gzipSync(packed)),
    "/no-trailer": encoded("gzip", packed.subarray(0, -8)),
    "/half-a-trailer": encoded("gzip", packed.subarray(0, -3)),
    "/wrong-checksum": encoded("gzip", wrongSum),
    "/trailing-garbage": encoded("gzip", Buffer.concat([packed, Buffer.from("\r\n\0\0")])),
    "/deflate-no-trailer": encoded("deflate", deflateSync(html).subarray(0, -4)),
    "/zstd": encoded("zstd", zstdOfFerry),
    "/four-said": encoded("gzip, gzip, gzip, gzip", Buffer.from(html)),
  };
  await using site = await setup(pages);
  for (const path of Object.keys(pages).filter((path) => path !== "/zstd"))
    expect(textOf(await site.read(path)), path).toBe(html);
  expect(textOf(await site.read("/zstd"))).toBe("<p>ferry</p>\n");
});

test("what is damaged is tried again; what comes out the same twice is all there is", async () => {
  const long = `<p>${Array.from({ length: 400 }, (_, n) => `${n} ${words}`).join("</p><p>")}`;
  await using site = await setup({
    "/b": encoded("gzip", Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from("no gzip after all, far from it")])),
    "/c": encoded("gzip", gzipSync(long).subarray(0, -200)),
    "/d": encoded("br", brotliCompressSync(long).subarray(0, -100)),
    "/closed": encoded("gzip", gzipSync(`${html}</body></html>${" ".repeat(5000)}`).subarray(0, -9)),
  });
  for (const path of ["/b", "/c", "/d"]) await expect(site.read(path)).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  await expect(site.read("/b")).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  for (const path of ["/c", "/d"]) {
    const text = textOf(await site.read(path));
    expect(long.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(long.length / 2);
  }
});

test("a body shorter than its Content-Length is whole when its page is closed, or when it comes so again", async () => {
  const short =
    (text: string): RequestListener =>
    (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": String(text.length + 500), connection: "close" });
      response.write(text, () => response.socket!.end());
    };
  await using site = await setup({ "/closed": short(`${html}</html>\n<!-- cached -->\n`), "/open": short(html) });
  expect(textOf(await site.read("/closed"))).toContain(words);
  await expect(site.read("/open")).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  expect(textOf(await site.read("/open"))).toBe(html);
});

/** Sends for as long as anyone listens. */
const endless: RequestListener = (_, response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/html" });
  const send = () => {
    while (!response.destroyed && response.write("x".repeat(16_384)));
    if (!response.destroyed) response.once("drain", send);
  };
  send();
};

test("an endless body is refused and its connection closed", async () => {
  await using site = await setup({ "/a": endless, "/b": html });
  await expect(site.read("/a", 200_000)).rejects.toMatchObject({ code: "WIREFOLD_BODY_TOO_LARGE" });
  await expect.poll(() => [...site.sockets].filter((socket) => socket.writableLength > 0).length).toBe(0);
  expect(textOf(await site.read("/b"))).toBe(html);
});

test("an endless error page is hung up on", async () => {
  let hungUp = false;
  await using site = await setup({
    "/a": (_, response) => {
      response.writeHead(404).write("x");
      const timer = setInterval(() => response.write("x".repeat(1000)), 5);
      response.once("close", () => {
        hungUp = true;
        clearInterval(timer);
      });
    },
  });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_HTTP_REFUSED" });
  await expect.poll(() => hungUp).toBe(true);
});

test("a server that never answers, falls silent, or drips for ever is given up", async () => {
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("x"), 50);
    response.once("close", () => clearInterval(timer));
  };
  await using site = await setup(
    {
      "/mute": () => {},
      "/stops": (_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("x"),
      "/drip": drip,
    },
    { silenceMs: 600, requestTimeoutMs: 2500 },
  );
  const started = Date.now();
  for (const path of ["/mute", "/stops"]) await expect(site.read(path)).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  await expect(site.read("/drip")).rejects.toThrow("not read within 2500 ms");
  expect(Date.now() - started).toBeLessThan(60_000);
});

test("the caller's signal ends a read at once", async () => {
  await using site = await setup({ "/a": () => {} });
  await expect(site.read("/a", 1000, AbortSignal.timeout(200))).rejects.toThrow();
});

test("a connection that breaks off, or is refused, is tried again", async () => {
  await using site = await setup({
    "/a": (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
      response.write("half", () => response.destroy());
    },
    "/b": (request) => request.socket.destroy(),
  });
  for (const path of ["/a", "/b"]) await expect(site.read(path)).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  await expect(site.read("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
});

test.each(["image/png", "application/pdf", "application/json", "video/mp4"])("%s is no article", async (type) => {
  await using site = await setup({ "/a": (_, response) => response.writeHead(200, { "content-type": type }).end("x") });
  await expect(site.read("/a")).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: `${site.origin}/a: ${type} is no article`,
  });
});

test.each(["text/plain", "TEXT/HTML;charset=utf-8", "application/xhtml+xml"])("%s is read", async (type) => {
  await using site = await setup({ "/a": (_, response) => response.writeHead(200, { "content-type": type }).end("x") });
  expect((await site.read("/a")).contentType).toBe(type);
});

test("robots.txt is obeyed for our name, at each hop, and asked once", async () => {
  const robots = "User-agent: *\nDisallow: /\n\nUser-agent: quaybot\nDisallow: /private\nAllow: /private/open\n";
  await using site = await setup({ "/robots.txt": robots, "/a": html, "/b": redirect("/private/x"), "/private/open": html });
  await site.read("/a");
  await site.read("/private/open");
  await expect(site.read("/private/x")).rejects.toMatchObject({ code: "WIREFOLD_ROBOTS_DISALLOWED" });
  await expect(site.read("/b")).rejects.toMatchObject({ code: "WIREFOLD_ROBOTS_DISALLOWED" });
  expect(site.asked).toEqual(["/robots.txt", "/a", "/private/open", "/b"]);
});

test("a robots.txt that is missing allows all, one that fails allows nothing yet", async () => {
  let code = 500;
  await using site = await setup({ "/robots.txt": (request, response) => status(code)(request, response), "/a": html });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  expect(site.asked).toEqual(["/robots.txt"]);
  code = 403;
  expect(textOf(await site.read("/a"))).toBe(html);
});

test("a robots.txt that moved is followed, and one that moves for ever allows all", async () => {
  await using site = await setup({ "/robots.txt": redirect("/rules"), "/rules": "User-agent: *\nDisallow: /a", "/a": html });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_ROBOTS_DISALLOWED" });
  await using loop = await setup({ "/robots.txt": redirect("/robots.txt"), "/a": html });
  expect(textOf(await loop.read("/a"))).toBe(html);
});

test("of an endless robots.txt the first half megabyte counts", async () => {
  await using site = await setup({
    "/robots.txt": (request, response) => {
      response.write("User-agent: *\nDisallow: /a\n");
      const timer = setInterval(() => response.write(`# ${"x".repeat(200_000)}\n`), 5);
      response.once("close", () => clearInterval(timer));
      request.resume();
    },
    "/a": html,
    "/b": html,
  });
  await expect(site.read("/a")).rejects.toMatchObject({ code: "WIREFOLD_ROBOTS_DISALLOWED" });
  expect(textOf(await site.read("/b"))).toBe(html);
});

test("a crawl delay longer than ours is kept", async () => {
  await using site = await setup({ "/robots.txt": "User-agent: *\nCrawl-delay: 20", "/a": html, "/b": html });
  await site.read("/a");
  await expect(site.read("/b")).rejects.toMatchObject({
    retryAfterMs: expect.toSatisfy((ms: number) => ms > 15_000 && ms <= 20_000),
  });
});
