import { availableParallelism } from "node:os";
import { FatalError } from "@wirefold/core";
import { z } from "zod";

/** A variable is missing or malformed. The message names each one. */
export class EnvironmentError extends FatalError {
  override readonly code = "WIREFOLD_ENVIRONMENT";
}

const whole = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const days = (fallback: number) => z.coerce.number().int().min(0).max(36_500).default(fallback);

/** What a worker process reads from its environment; `.env.example` lists every variable. */
export const WorkerEnv = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  /** `file:///folder` or `s3://bucket/prefix`. */
  WIREFOLD_BLOBS_URL: z.string().regex(/^(file|s3):\/\//, "must begin with file:// or s3://"),
  /** Separates installations that share one Redis. */
  WIREFOLD_PREFIX: z
    .string()
    .regex(/^[\w-]+$/, "letters, digits, _ and - only")
    .default("wirefold"),
  WIREFOLD_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Threads for CPU work in each process. */
  WIREFOLD_THREADS: whole(availableParallelism()),
  /** Largest body fetch accepts, in bytes. */
  WIREFOLD_BODY_BYTES_MAX: whole(32 * 1024 * 1024),
  /** How long a closing worker may finish what it has in hand, in milliseconds. */
  WIREFOLD_SHUTDOWN_MS: whole(20_000),
  /** Lets fetch reach loopback and private networks, all of them. */
  WIREFOLD_ALLOW_PRIVATE: z.stringbool().default(false),
  /** Hosts, addresses and ranges of one's own networks that fetch may reach. */
  WIREFOLD_ALLOW_HOSTS: z.string().default(""),
  /** Folders that links and `html_path` may lead to in addition to the one that was named, separated as in PATH. */
  WIREFOLD_ALLOW_PATHS: z.string().default(""),
  /** Whom a site may write to: a mail address or a page. Needed before the public web is asked for anything. */
  WIREFOLD_CONTACT: z
    .string()
    .regex(/^(https?:\/\/\S+|[^\s@]+@[^\s@]+)$/, "must be a mail address or an http(s) URL")
    .optional(),
  /** Replaces the whole User-Agent; it should hold a contact of its own. */
  WIREFOLD_USER_AGENT: z.string().min(1).optional(),
  /** Least time between two visits to one site, in milliseconds; its crawl-delay counts where it is longer. */
  WIREFOLD_SITE_DELAY_MS: z.coerce.number().int().min(0).default(1000),
  /** Where every answer of a web server is kept as WARC; nowhere where it is unset. */
  WIREFOLD_WARC_FOLDER: z.string().min(1).optional(),
  /** Speaks HTTP/2 with web servers that offer it. */
  WIREFOLD_HTTP2: z.stringbool().default(true),
  /** Which wishes of a page are followed, of `noindex` and `noarchive`: such a page is dropped, and its bytes are kept nowhere. */
  WIREFOLD_HONOUR: z
    .string()
    .default("")
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(["noindex", "noarchive"]))),
  /** Where hubs (WebSub) reach this installation from outside; nothing is subscribed where it is unset. */
  WIREFOLD_CALLBACK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where fetch workers listen for what is sent there. Many processes of one machine need one each, or a proxy that knows them. */
  WIREFOLD_CALLBACK_PORT: z.coerce.number().int().min(1).max(65_535).default(8787),
  WIREFOLD_CALLBACK_HOST: z.string().min(1).default("127.0.0.1"),
  /** Visits to one site at one time, over all workers. */
  WIREFOLD_SITE_PLACES: whole(1),
  /** Both for single sites: `news.example=4@250ms slow.example=@10s`. */
  WIREFOLD_SITE_RULES: z.string().default(""),
  /** Days a line of the timeline is kept once a later one of the same stage follows it; 0: for ever. */
  WIREFOLD_KEEP_TIMELINE_DAYS: days(90),
  /** Days a result is kept once a later one replaces it; 0: for ever. */
  WIREFOLD_KEEP_RESULTS_DAYS: days(30),
  /** Days a story event is kept once every sink was served with it; 0: for ever. */
  WIREFOLD_KEEP_EVENTS_DAYS: days(90),
  /** Days it is remembered that a page was read, and what its server said of change; 0: for ever. */
  WIREFOLD_KEEP_PAGES_DAYS: days(30),
  /** Port of a worker's metrics and health endpoints; 0 turns them off. */
  WIREFOLD_HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Where they listen: a container's orchestrator and its Prometheus ask from outside. */
  WIREFOLD_HEALTH_HOST: z.string().min(1).default("127.0.0.1"),
  /** An OpenTelemetry collector that takes traces over OTLP/HTTP; nowhere where it is unset. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Where story events are posted. Private addresses are allowed: operators name it, documents cannot. */
  WIREFOLD_WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/^https?:\/\/[^/?#]*@/.test(url), "must not carry a user name or password")
    .optional(),
  /** Signs them. */
  WIREFOLD_WEBHOOK_SECRET: z.string().min(1).optional(),
});
export type WorkerEnv = z.output<typeof WorkerEnv>;

/** @throws EnvironmentError naming every variable that is missing or malformed, before anything connects. */
export function readWorkerEnv(env: Record<string, string | undefined>): WorkerEnv {
  // An empty variable in a compose file means "unset".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = WorkerEnv.safeParse(given);
  const unsigned = given.WIREFOLD_WEBHOOK_URL !== undefined && given.WIREFOLD_WEBHOOK_SECRET === undefined;
  if (parsed.success && !unsigned) return parsed.data;
  const lines = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (unsigned) lines.push("WIREFOLD_WEBHOOK_SECRET: needed with WIREFOLD_WEBHOOK_URL, to sign what is posted");
  throw new EnvironmentError(`environment: ${lines.join("; ")}. See .env.example.`);
}

/** How this installation introduces itself to web servers: its name, then whom to write to, where that is set. */
export function userAgentOf(env: WorkerEnv): string {
  if (env.WIREFOLD_USER_AGENT !== undefined) return env.WIREFOLD_USER_AGENT;
  return env.WIREFOLD_CONTACT === undefined ? "wirefold/0.1" : `wirefold/0.1 (+${env.WIREFOLD_CONTACT})`;
}
