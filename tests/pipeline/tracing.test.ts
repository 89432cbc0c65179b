import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { stageNames } from "@wirefold/core";
import { expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");

/** A collector of its own process: takes OTLP as JSON over HTTP, and keeps a request a line. */
const COLLECTOR = `
const { appendFileSync } = require("node:fs");
const server = require("node:http").createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
    appendFileSync(process.argv[1], request.method + " " + request.url + " " + Buffer.concat(chunks).toString().replaceAll("\\n", " ") + "\\n");
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
}

test("one trace follows a document through all stages, and a job is linked to its documents", { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-tracing-"));
  chmodSync(folder, 0o755);
  const file = join(folder, "requests");
  const collector = spawn(process.execPath, ["-e", COLLECTOR, file], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await new Promise<string>((resolve) => createInterface(collector.stdout).once("line", resolve));
    const code = await new Promise((ended) =>
      spawn(process.execPath, [command, "run", seeds, "--no-report", "--quiet", "--data-dir", join(folder, "data")], {
        stdio: "ignore",
        env: { ...process.env, WIREFOLD_BUILD: "never", OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
      }).on("close", ended),
    );
    expect(code).toBe(0);
    const spans = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .flatMap((line) => {
        expect(line).toMatch(/^POST \/v1\/traces \{/);
        type Body = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
        const { resourceSpans } = JSON.parse(line.slice("POST /v1/traces ".length)) as Body;
        return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
      });
    const attributeOf = (span: Span, key: string) =>
      Object.values(span.attributes.find((attribute) => attribute.key === `wirefold.${key}`)?.value ?? {})[0];
    const ended = spans.filter((span) => attributeOf(span, "disposition") === "emitted");
    const traces = new Map<string, Span[]>();
    for (const span of ended) traces.set(span.traceId, [...(traces.get(span.traceId) ?? []), span]);
    expect(traces.size).toBe(18);
    for (const members of traces.values()) {
      const chain = stageNames.map((stage) => members.find(({ name }) => name === stage));
      for (const [place, span] of chain.entries()) {
        expect(span?.parentSpanId ?? "", stageNames[place]).toBe(place === 0 ? "" : chain[place - 1]?.spanId);
        expect(Number(span?.endTimeUnixNano)).toBeGreaterThanOrEqual(Number(span?.startTimeUnixNano));
        // Fetch waits for files and hosts in the process itself; the others compute, and know what that took.
        if (span !== undefined && place > 0) expect(Number(attributeOf(span, "cpu_ms")), span.name).toBeGreaterThan(0);
      }
    }
    const linked = new Set(spans.flatMap(({ links = [] }) => links.map(({ traceId, spanId }) => `${traceId} ${spanId}`)));
    for (const { traceId, spanId } of ended) expect(linked).toContain(`${traceId} ${spanId}`);
    const jobs = spans.filter(({ name }) => name.endsWith(" job"));
    for (const job of jobs) expect(Number(attributeOf(job, "documents"))).toBe(job.links?.length);
  } finally {
    collector.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
