import { Agent, buildConnector, type Dispatcher, request } from "undici";
import { guardedLookup, type MayFetchFrom } from "./address-guard.ts";
import { connectError, headerBytesMax } from "./connect-error.ts";

export interface ConnectionsOptions {
  readonly mayFetchFrom: MayFetchFrom;
  readonly connectTimeoutMs: number;
  readonly silenceMs: number;
  readonly http2?: boolean;
  readonly ca?: string;
}

/** Origins remembered to speak HTTP/2 well, or badly. */
const originsMax = 10_000;

/**
 * Connections through the address guard, kept for a few seconds. HTTP/2 is spoken where the server offers it; one that
 * garbles it is asked over HTTP/1.1 at once, and from then on.
 */
export class Connections {
  readonly #agent: Agent;
  /** Offers no HTTP/2. */
  readonly #plainAgent: Agent;
  readonly #http2 = new Set<string>();
  readonly #garbled = new Set<string>();

  constructor(options: ConnectionsOptions) {
    const agentOf = (allowH2: boolean) => {
      const connect = buildConnector({
        lookup: guardedLookup(options.mayFetchFrom) as never,
        timeout: options.connectTimeoutMs,
        allowH2,
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      });
      return new Agent({
        connect: (target, callback) =>
          connect(target, (...result) => {
            const [, socket] = result;
            const origin = `${target.protocol}//${target.hostname}:${target.port || "443"}`;
            // Without a connection there is no socket, whatever the types say of it.
            if ((socket as { alpnProtocol?: unknown } | null | undefined)?.alpnProtocol === "h2") keep(this.#http2, origin);
            callback(...result);
          }),
        allowH2,
        headersTimeout: options.silenceMs,
        bodyTimeout: options.silenceMs,
        maxHeaderSize: headerBytesMax,
        connections: 8,
        keepAliveTimeout: 4000,
      });
    };
    this.#agent = agentOf(options.http2 ?? true);
    this.#plainAgent = options.http2 === false ? this.#agent : agentOf(false);
  }

  /** @throws the errors of `connectError`. */
  async request(
    url: URL,
    options: {
      readonly signal: AbortSignal;
      readonly headers: Readonly<Record<string, string>>;
      readonly method?: "GET" | "POST";
      readonly body?: string;
    },
  ): Promise<{ readonly response: Dispatcher.ResponseData; readonly isHttp2: boolean }> {
    const origin = originOf(url);
    const ask = (dispatcher: Agent) => request(url, { ...options, dispatcher });
    try {
      if (this.#garbled.has(origin)) return { response: await ask(this.#plainAgent), isHttp2: false };
      try {
        return { response: await ask(this.#agent), isHttp2: this.#http2.has(origin) };
      } catch (error) {
        if (!this.#http2.has(origin) || !isGarbledHttp2(error as Error)) throw error;
        keep(this.#garbled, origin);
        return { response: await ask(this.#plainAgent), isHttp2: false };
      }
    } catch (cause) {
      throw connectError(url.href, cause as Error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.#agent, this.#plainAgent])].map((agent) => agent.destroy()));
  }
}

/** What a server that speaks HTTP/2 badly makes of a request; a server that hangs up or is silent does so in any version. */
function isGarbledHttp2(error: Error): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  return /^ERR_HTTP2_/.test(code) || (code === "UND_ERR_INFO" && /^HTTP\/2:/.test(error.message));
}

function originOf({ protocol, hostname, port }: URL): string {
  return `${protocol}//${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

function keep(set: Set<string>, item: string): void {
  set.add(item);
  if (set.size > originsMax) for (const oldest of set) if (set.delete(oldest)) break;
}
