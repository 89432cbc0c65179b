import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer as createTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HttpReader, type HttpReaderOptions } from "../../src/http/url-reader.ts";

const words = "The harbour council of Ostrand voted to dredge the northern basin before the winter storms.";
const html = `<!doctype html><title>Ostrand</title><h1>Ostrand</h1><p>${words}</p>`;
const noRobots = "HTTP/1.1 404 N\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

function readerOf(options: Partial<HttpReaderOptions> = {}) {
  return new HttpReader({ userAgent: "quaybot/1.0 (+https://quay.example)", allowPrivate: true, hostDelayMs: 0, ...options });
}

async function site(handle: RequestListener, options: Partial<HttpReaderOptions> = {}) {
  const asked: string[] = [];
  const server = createHttp((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const reader = readerOf(options);
  return {
    port,
    asked,
    read: (path: string, signal = new AbortController().signal) =>
      reader.read(`http://127.0.0.1:${port}${path}`, {}, 1_000_000, signal),
    async [Symbol.asyncDispose]() {
      await reader.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server that answers with these very bytes, by path. */
async function rawSite(answers: Record<string, Buffer | string>, options: Partial<HttpReaderOptions> = {}) {
  const asked: string[] = [];
  const server = createTcp((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      const path = String(data).split(" ")[1] ?? "";
      asked.push(path);
      socket.end(answers[path] ?? noRobots);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const reader = readerOf(options);
  return {
    asked,
    read: (path: string) => reader.read(`http://127.0.0.1:${port}${path}`, {}, 1_000_000, new AbortController().signal),
    async [Symbol.asyncDispose]() {
      await reader.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const redirectTo = (location: Buffer | string) =>
  Buffer.concat([
    Buffer.from("HTTP/1.1 302 F\r\nLocation: "),
    Buffer.from(location),
    Buffer.from("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
  ]);
const page = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(html)}\r\nConnection: close\r\n\r\n${html}`;

test("a page that sets a cookie and redirects to itself lets in the client that brings it back", async () => {
  await using wall = await site((request, response) => {
    if (!request.headers.cookie?.includes("seen=1"))
      return void response.writeHead(302, { "set-cookie": "seen=1; Path=/; HttpOnly", location: request.url }).end();
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  expect(textOf(await wall.read("/doc"))).toBe(html);
  // The next visit is another visitor.
  await wall.read("/doc");
  expect(wall.asked.filter((path) => path === "/doc")).toHaveLength(4);
});

test("a consent hop, a wall of three cookies one after another, and one in a meta refresh are passed", async () => {
  await using wall = await site((request, response) => {
    const cookie = request.headers.cookie ?? "";
    const url = new URL(request.url ?? "", "http://x");
    if (url.pathname === "/consent")
      return void response
        .writeHead(303, { "set-cookie": "consent=yes; Path=/", location: url.searchParams.get("back") ?? "" })
        .end();
    if (url.pathname === "/a" && !cookie.includes("consent=yes"))
      return void response.writeHead(302, { location: `/consent?back=${encodeURIComponent(request.url ?? "")}` }).end();
    const steps = Number(/step=(\d)/.exec(cookie)?.[1] ?? 0);
    if (url.pathname === "/steps" && steps < 3)
      return void response.writeHead(307, { "set-cookie": `step=${steps + 1}`, location: "/steps" }).end();
    if (url.pathname === "/meta" && !cookie.includes("js=0"))
      return void response
        .writeHead(200, { "content-type": "text/html", "set-cookie": "js=0" })
        .end('<meta http-equiv="refresh" content="0; url=/next">');
    if (url.pathname === "/next") return void response.writeHead(302, { location: "/meta" }).end();
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  for (const path of ["/a", "/steps", "/meta"]) expect(textOf(await wall.read(path)), path).toBe(html);
});

test("cookies go to the hosts and paths they were set for, and an endless wall is a long chain, not a stuck worker", async () => {
  const cookies: (string | undefined)[] = [];
  let count = 0;
  await using other = await site((request, response) => {
    cookies.push(request.headers.cookie);
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await using wall = await site((request, response) => {
    count += 1;
    if (request.url === "/away")
      return void response
        .writeHead(302, { "set-cookie": "secret=1; Path=/inner", location: `http://localhost:${other.port}/` })
        .end();
    response.writeHead(302, { "set-cookie": `n=${count}`, location: request.url }).end();
  });
  await wall.read("/away");
  expect(cookies).toEqual([undefined]);
  await expect(wall.read("/endless")).rejects.toThrow("more than 10 redirects");
  expect(count).toBe(12);
});

test("an address and cookies that repeat are a circle", async () => {
  await using circle = await site(
    (request, response) =>
      void response.writeHead(302, { "set-cookie": "same=1", location: request.url === "/a" ? "/b" : "/a" }).end(),
  );
  await expect(circle.read("/a")).rejects.toThrow("in a circle");
  expect(circle.asked.length).toBeLessThan(6);
});

test.each([
  ["raw UTF-8", Buffer.from("/café?q=ü"), "/caf%C3%A9?q=%C3%BC"],
  ["raw Cyrillic", Buffer.from("/новости/1"), "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"],
  ["bytes of another encoding", Buffer.from("/caf\u00e9", "latin1"), "/caf%E9"],
  ["what is encoded already", Buffer.from("/caf%C3%A9"), "/caf%C3%A9"],
  ["both at once", Buffer.from("/caf%C3%A9/ñ"), "/caf%C3%A9/%C3%B1"],
  ["spaces", Buffer.from("/a b"), "/a%20b"],
])("a Location of %s is encoded once", async (_, location, expected) => {
  await using there = await rawSite({ "/doc": redirectTo(location), [expected]: page });
  expect(textOf(await there.read("/doc"))).toBe(html);
  expect(there.asked).toEqual(["/robots.txt", "/doc", expected]);
});

test("two Location headers are told so where they differ, and are one where they do not", async () => {
  await using there = await rawSite({
    "/two": redirectTo("/a\r\nLocation: /b"),
    "/same": redirectTo("/a\r\nLocation: /a"),
    "/none": "HTTP/1.1 302 F\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "/a": page,
  });
  await expect(there.read("/two")).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: expect.stringContaining('2 Location headers, "/a" and "/b"'),
  });
  expect(textOf(await there.read("/same"))).toBe(html);
  await expect(there.read("/none")).rejects.toThrow("HTTP 302 without a Location");
});

test.each([
  ["text/plain", html, "html"],
  ["text/plain; charset=iso-8859-2", `\n  <!-- a comment -->\n<html><body><p>${words}</body></html>`, "html"],
  ["application/octet-stream", html, "html"],
  ["html", html, "html"],
  ["text", `<head><title>x</title></head><p>${words}</p>`, "html"],
  ["application/json", html, "html"],
  ["binary/octet-stream", `\uFEFF${html}`, "html"],
  ["text/xml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>${words}</p></html>`, "html"],
  ["text/plain", `<p>${words}</p><p>${words}</p>`, "html"],
  ["text/plain", `How to write a paragraph: <p>${words}</p> is one.`, null],
  ["text/plain", words, null],
  ["application/octet-stream", words, null],
])("a body sent as %s is judged by its bytes", async (type, body, kind) => {
  await using there = await site((_, response) => void response.writeHead(200, { "content-type": type }).end(body));
  const read = await there.read("/a");
  expect(read.kind).toBe(kind);
  if (kind === "html" && type.includes("charset")) expect(read.contentType).toBe("text/html; charset=iso-8859-2");
  else if (kind === "html") expect(read.contentType).toBe("text/html");
});

test("a body without any type is judged by its bytes, binary data is refused", async () => {
  await using there = await site((request, response) => {
    if (request.url === "/bin") response.setHeader("content-type", "application/octet-stream");
    response.end(request.url === "/html" ? html : request.url === "/text" ? words : Buffer.alloc(2000, 7));
  });
  expect((await there.read("/html")).kind).toBe("html");
  expect((await there.read("/text")).kind).toBeNull();
  for (const path of ["/none", "/bin"]) await expect(there.read(path)).rejects.toThrow("is no article");
});

test.each([
  ["rss", "text/html", `<?xml version="1.0"?><rss version="2.0"><channel/></rss>`, "feed"],
  ["atom", "application/xml", `<feed xmlns="http://www.w3.org/2005/Atom"/>`, "feed"],
  ["rdf", "text/plain", `<?xml version="1.0"?>\n<!-- x --><rdf:RDF xmlns="http://purl.org/rss/1.0/"/>`, "feed"],
  ["json feed", "application/json", `{"version": "https://jsonfeed.org/version/1.1", "items": []}`, "feed"],
  ["sitemap", "text/xml", `<?xml version="1.0"?><!DOCTYPE urlset><urlset/>`, "sitemap"],
  ["sitemap index", "application/octet-stream", `<sitemapindex xmlns="x"><sitemap/></sitemapindex>`, "sitemap"],
])("%s is a list, whatever its type says", async (_, type, body, listing) => {
  await using there = await site((__, response) => void response.writeHead(200, { "content-type": type }).end(body));
  expect((await there.read("/a")).listing).toBe(listing);
});

test("XML that is no page, feed or sitemap is never an article", async () => {
  await using there = await site(
    (_, response) =>
      void response.writeHead(200, { "content-type": "text/xml" }).end("<?xml version='1.0'?><note><to>x</to></note>"),
  );
  await expect(there.read("/a")).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: expect.stringContaining("is no article"),
  });
});

test("HTTP 203 is an answer, and a type that can be no text is not even downloaded", async () => {
  let sent = 0;
  await using there = await site((request, response) => {
    if (request.url === "/203") return void response.writeHead(203, { "content-type": "text/html" }).end(html);
    response.writeHead(200, { "content-type": "video/mp4" });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  });
  expect(textOf(await there.read("/203"))).toBe(html);
  await expect(there.read("/film")).rejects.toThrow("video/mp4 is no article");
  expect(sent).toBeLessThan(8 * 1024 * 1024);
});

test("addresses and headers have a bound", async () => {
  await using there = await rawSite({
    "/big": `HTTP/1.1 200 OK\r\nX: ${"x".repeat(200_000)}\r\n\r\n`,
    "/far": redirectTo(`/${"x".repeat(9000)}`),
    "/garbage": "SSH-2.0-OpenSSH_9.6\r\n",
  });
  await expect(there.read(`/${"x".repeat(9000)}`)).rejects.toMatchObject({
    code: "WIREFOLD_HTTP_REFUSED",
    message: expect.stringMatching(/^.{100,400}$/),
  });
  await expect(there.read("/far")).rejects.toMatchObject({ code: "WIREFOLD_HTTP_REFUSED" });
  await expect(there.read("/big")).rejects.toThrow("its headers are larger than");
  await expect(there.read("/garbage")).rejects.toThrow("something that is not HTTP");
});

test("a certificate that will not mend, and a server that speaks no TLS, fail at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-tls-"));
  try {
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=quay.example",
        "-keyout",
        join(folder, "key"),
        "-out",
        join(folder, "cert"),
      ],
      { stdio: "ignore" },
    );
    const secure = createHttps(
      { key: readFileSync(join(folder, "key")), cert: readFileSync(join(folder, "cert")) },
      (_, response) => void response.end(html),
    );
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    await using plain = await site((_, response) => void response.end(html));
    const reader = readerOf();
    const signal = new AbortController().signal;
    const { port } = secure.address() as AddressInfo;
    await expect(reader.read(`https://127.0.0.1:${port}/`, {}, 1000, signal)).rejects.toMatchObject({
      code: "WIREFOLD_TLS_REFUSED",
      message: expect.stringContaining("signed by itself"),
    });
    await expect(reader.read(`https://127.0.0.1:${plain.port}/`, {}, 1000, signal)).rejects.toMatchObject({
      code: "WIREFOLD_TLS_REFUSED",
    });
    await reader.close();
    secure.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a site has one request in flight, gives its place back at the end, and one that is silent is put aside", async () => {
  let open = 0;
  let most = 0;
  await using slow = await site((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(200, { "content-type": "text/html" }).end(html);
    }, 100);
  });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => slow.read(`/${n}`)));
  expect(most).toBe(1);
  const waits = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(waits.length).toBeGreaterThan(4);
  for (const wait of waits) expect(wait).toMatchObject({ code: "WIREFOLD_THROTTLED", detail: { why: "turn" } });
  // Each is told a time of its own.
  expect(new Set(waits.map((wait) => wait.retryAfterMs)).size).toBeGreaterThan(waits.length / 2);

  await using mute = await site(() => {}, { silenceMs: 300 });
  for (let n = 0; n < 3; n += 1) await expect(mute.read(`/${n}`)).rejects.toMatchObject({ code: "WIREFOLD_TRANSIENT" });
  await expect(mute.read("/3")).rejects.toMatchObject({
    code: "WIREFOLD_THROTTLED",
    detail: { why: "silent", site: `127.0.0.1:${mute.port}` },
  });
  expect(mute.asked.filter((path) => path !== "/robots.txt")).toHaveLength(3);
});

test("five documents at once ask for robots.txt once, with as many places as there may be", async () => {
  await using there = await site((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end(html), {
    sitePlaces: 5,
  });
  await Promise.all(Array.from({ length: 5 }, (_, n) => there.read(`/${n}`)));
  expect(there.asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
});
