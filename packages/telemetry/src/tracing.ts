import { createHash } from "node:crypto";
import type { Link, SpanContext } from "@opentelemetry/api";
import type { IdGenerator } from "@opentelemetry/sdk-trace-base";

/** One attempt of a stage at one document, as a span. */
export interface TracedDocument {
  readonly subject: string;
  /** Names the trace: the place a document came from, the same in every stage. */
  readonly locatorId: string;
  readonly startedAt: Date;
  /** Milliseconds; of a document decided in a batch, its share. */
  readonly durationMs: number;
  readonly attempt: number;
  readonly disposition: string;
  readonly reason: string | null;
  /** Milliseconds of CPU, where they are known. */
  readonly cpuMs: number | null;
}

export interface TracedBatch {
  readonly stage: string;
  /** The stage whose work this one goes on with; null for the first. */
  readonly stageBefore: string | null;
  readonly worker: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly documents: readonly TracedDocument[];
}

export interface Tracing {
  batch(batch: TracedBatch): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * OpenTelemetry traces over OTLP/HTTP, or null where no endpoint is named: nothing of the SDK is loaded then.
 *
 * A trace follows one place's documents through all stages. Its ids are made from what the ledger knows of a document (where it
 * came from, which stage), so every process names the same trace without anything being carried along, also when work was found by a
 * sweep after Redis was lost. A job is a span of its own, linked to the spans of its documents.
 *
 * The SDK reads its other variables itself: OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER (`traceidratio` keeps or leaves out
 * whole documents), OTEL_BSP_*.
 */
export async function openTracing(endpoint: string | undefined): Promise<Tracing | null> {
  if (endpoint === undefined) return null;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const ids = new NextIds();
  const provider = new sdk.BasicTracerProvider({
    idGenerator: ids,
    resource: resourceFromAttributes({ "service.name": process.env.OTEL_SERVICE_NAME ?? "wirefold" }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` }))],
  });
  const tracer = provider.getTracer("wirefold");
  const documentSpan = (batch: TracedBatch, document: TracedDocument, startMs: number): SpanContext => {
    const { stage, stageBefore } = batch;
    const { subject, locatorId, disposition, reason, attempt, cpuMs, durationMs } = document;
    const traceId = idOf(locatorId, 32);
    // An attempt that is to be made again must not bear the name of the one that ends it.
    ids.spanId = disposition === "failed" || disposition === "snoozed" ? null : idOf(`${stage} ${subject}`, 16);
    ids.traceId = traceId;
    const parent =
      stageBefore === null
        ? api.ROOT_CONTEXT
        : api.trace.setSpanContext(api.ROOT_CONTEXT, {
            traceId,
            // What fetch made of a place is the parent of each document of it.
            spanId: idOf(`${stageBefore} ${stageBefore === "fetch" ? locatorId : subject}`, 16),
            traceFlags: api.TraceFlags.SAMPLED,
            isRemote: true,
          });
    const span = tracer.startSpan(
      stage,
      {
        startTime: startMs,
        attributes: {
          "wirefold.stage": stage,
          "wirefold.subject": subject,
          "wirefold.disposition": disposition,
          "wirefold.attempt": attempt,
          ...(reason === null ? {} : { "wirefold.reason": reason }),
          ...(cpuMs === null ? {} : { "wirefold.cpu_ms": cpuMs }),
        },
      },
      parent,
    );
    if (disposition === "failed" || disposition === "quarantined")
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: reason ?? disposition });
    span.end(startMs + durationMs);
    return span.spanContext();
  };
  return {
    batch: (batch) => {
      // Documents decided together began together; their shares stand one behind the other.
      let shareMs = 0;
      const links = batch.documents.map((document): Link => {
        const context = documentSpan(batch, document, document.startedAt.getTime() + shareMs);
        shareMs += document.durationMs;
        return { context };
      });
      // A span that continues a trace asks for no trace id: what was set for the last document must not name this one.
      ids.traceId = null;
      const span = tracer.startSpan(`${batch.stage} job`, {
        root: true,
        startTime: batch.startedAt,
        links,
        attributes: {
          "wirefold.stage": batch.stage,
          "wirefold.worker": batch.worker,
          "wirefold.documents": batch.documents.length,
        },
      });
      span.end(batch.endedAt);
    },
    close: async () => {
      // A collector that is away must not keep a worker from ending.
      await provider.shutdown().catch(() => {});
    },
  };
}

/** Gives out the ids that are set, each once; otherwise ids at random. */
class NextIds implements IdGenerator {
  traceId: string | null = null;
  spanId: string | null = null;

  generateTraceId(): string {
    const given = this.traceId;
    this.traceId = null;
    return given ?? randomId(32);
  }

  generateSpanId(): string {
    const given = this.spanId;
    this.spanId = null;
    return given ?? randomId(16);
  }
}

const idOf = (name: string, digits: number): string => createHash("sha256").update(name).digest("hex").slice(0, digits);
const randomId = (digits: number): string =>
  Array.from({ length: digits / 8 }, () =>
    (Math.floor(Math.random() * 0xffffffff) + 1).toString(16).padStart(8, "0").slice(-8),
  ).join("");
