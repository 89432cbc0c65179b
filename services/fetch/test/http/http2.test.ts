import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, createSecureServer, type Http2Server, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HttpReader, type HttpReaderOptions } from "../../src/http/url-reader.ts";

const page = "<!doctype html><html><body><p>The harbour council of Ostrand voted to dredge the basin.</p></body></html>";
const html = { ":status": 200, "content-type": "text/html" };
const plays: Record<string, (stream: ServerHttp2Stream) => void> = {
  silent: () => {},
  reset: (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
  goaway: (stream) => stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM),
  "reset-in-the-middle": (stream) => {
    stream.respond(html);
    stream.write(page.slice(0, 60));
    setTimeout(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR), 50);
  },
  drip: (stream) => {
    stream.respond(html);
    const timer = setInterval(() => stream.write("x"), 300);
    stream.on("close", () => clearInterval(timer));
  },
  endless: (stream) => {
    stream.respond(html);
    const send = () => {
      while (!stream.destroyed && stream.write("x".repeat(65_536)));
      if (!stream.destroyed) stream.once("drain", send);
    };
    send();
  },
  "big-headers": (stream) => stream.respond({ ...html, "x-big": "x".repeat(100_000) }, { endStream: true }),
  moved: (stream) => stream.respond({ ":status": 302, location: "/page" }, { endStream: true }),
};
let server: Http2Server;
let ca: string;
let origin: string;
const versions: string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-h2-"));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  execFileSync(
    "openssl",
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${key} -out ${cert} -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  ca = readFileSync(cert, "utf8");
  server = createSecureServer({ key: readFileSync(key), cert: ca, allowHTTP1: true }, (request, response) => {
    // Asked over HTTP/1.1; streams of HTTP/2 are answered below.
    if (request.httpVersion === "2.0") return;
    versions.push(`1.1 ${request.url}`);
    response.writeHead(request.url === "/robots.txt" ? 404 : 200, { "content-type": "text/html" });
    response.end(request.url === "/robots.txt" ? "" : page);
  });
  rmSync(folder, { recursive: true });
  server.on("stream", (stream, headers) => {
    const path = String(headers[":path"]);
    versions.push(`2 ${path}`);
    stream.on("error", () => {});
    if (path === "/robots.txt") stream.respond({ ":status": 404 }, { endStream: true });
    else if (plays[path.slice(1)] !== undefined) plays[path.slice(1)]?.(stream);
    else {
      stream.respond(html);
      stream.end(page);
    }
  });
  server.on("sessionError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

async function read(path: string, options: Partial<HttpReaderOptions> = {}) {
  const reader = new HttpReader({
    userAgent: "quaybot/1 (+https://q.example)",
    allowPrivate: true,
    hostDelayMs: 0,
    silenceMs: 1000,
    requestTimeoutMs: 2500,
    ca,
    ...options,
  });
  versions.length = 0;
  try {
    const body = await reader.read(`${origin}/${path}`, {}, 500_000, AbortSignal.timeout(60_000));
    return Buffer.from(body.bytes).toString();
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await reader.close();
  }
}

test("a server that offers HTTP/2 is asked over it", async () => {
  expect(await read("page")).toBe(page);
  expect(versions).toEqual(["2 /robots.txt", "2 /page"]);
  expect(await read("moved")).toBe(page);
  expect(await read("page", { http2: false })).toBe(page);
  expect(versions).toEqual(["1.1 /robots.txt", "1.1 /page"]);
});

test("the address guard judges where a connection of HTTP/2 leads", async () => {
  expect(await read("page", { allowPrivate: false })).toBe("WIREFOLD_ADDRESS_REFUSED");
  expect(versions).toEqual([]);
});

test("a server that garbles HTTP/2 is asked over HTTP/1.1", async () => {
  expect(await read("reset")).toBe(page);
  expect(versions).toEqual(["2 /robots.txt", "2 /reset", "1.1 /reset"]);
});

test.each([
  ["silent", "WIREFOLD_TRANSIENT"],
  ["goaway", "WIREFOLD_TRANSIENT"],
  ["reset-in-the-middle", "WIREFOLD_TRANSIENT"],
  ["drip", "WIREFOLD_TRANSIENT"],
  ["endless", "WIREFOLD_BODY_TOO_LARGE"],
  ["big-headers", page],
])("over HTTP/2 a server that plays %s ends within its bounds", async (play, result) => {
  expect(await read(play)).toBe(result);
});
