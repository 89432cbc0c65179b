import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { prettyLine } from "../src/pretty-line.ts";

function setup(options: { level?: string; pretty?: boolean } = {}) {
  const lines: string[] = [];
  const log = createLog({ level: "info", name: "clean", pretty: false, write: (line) => lines.push(line), ...options });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

test("a line has the time, the level's name, the process, the event and its fields", () => {
  const { log, entries } = setup();
  log.warn({ stage: "clean", documents: 3 }, "batch-isolated");
  expect(entries()).toEqual([
    {
      level: "warn",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      name: "clean",
      stage: "clean",
      documents: 3,
      msg: "batch-isolated",
    },
  ]);
});

test("below its level the log is silent", () => {
  const { log, lines } = setup({ level: "warn" });
  log.info({}, "worker-started");
  log.debug({}, "worker-started");
  expect(lines).toEqual([]);
});

test("secrets are redacted by path, two levels deep in headers", () => {
  const { log, lines } = setup();
  log.info(
    {
      password: "hush1",
      s3: { secretAccessKey: "hush2", bucket: "b" },
      request: { headers: { authorization: "hush3", cookie: "hush4" } },
    },
    "request-failed",
  );
  expect(lines[0]).not.toMatch(/hush/);
  expect(lines[0]).toContain('"bucket":"b"');
});

test("a password within a URL is blotted out wherever it stands, and the rest is kept", () => {
  const { log, lines } = setup();
  const error = new Error("no answer at postgres://wirefold:hush%21@127.0.0.1:5432/wirefold");
  log.error({ error, urls: ["redis://:hush@10.0.0.1:6379/0"], page: "https://example.org/a:b@c" }, "worker-failed");
  expect(lines[0]).not.toMatch(/hush/);
  expect(lines[0]).toContain("postgres://wirefold:***@127.0.0.1:5432/wirefold");
  expect(lines[0]).toContain("redis://:***@10.0.0.1:6379/0");
  expect(lines[0]).toContain("https://example.org/a:b@c");
});

test("an error keeps its code and stack", () => {
  const { log, entries } = setup();
  log.error({ error: Object.assign(new Error("gone"), { code: "WIREFOLD_BLOB_MISSING" }) }, "worker-failed");
  expect(entries()[0].error).toMatchObject({
    message: "gone",
    code: "WIREFOLD_BLOB_MISSING",
    stack: expect.stringContaining("gone"),
  });
});

test("for people a line is short", () => {
  const { log, lines } = setup({ pretty: true });
  log.info({ stage: "clean", reason: "no text at all", error: new Error("boom") }, "document-quarantined");
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d info {2}clean document-quarantined stage=clean reason="no text at all" error="boom"\n$/,
  );
  expect(prettyLine("not JSON\n")).toBe("not JSON\n");
});
