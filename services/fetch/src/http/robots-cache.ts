import { createHash } from "node:crypto";
import { QuarantineError } from "@wirefold/core";
import { noRules, type RobotsRules, readRobots } from "@wirefold/sources";
import { AddressRefusedError } from "../errors.ts";

/** Keeps the text of robots.txt files for others who ask the same sites. */
export interface RobotsStore {
  get(origin: string): Promise<string | null>;
  put(origin: string, text: string, keptMs: number): Promise<void>;
}

/** RFC 9309, section 2.4: no longer than a day; most crawlers ask again after some hours. */
const keptMs = 6 * 3_600_000;
const originsMax = 10_000;

interface Entry {
  readonly until: number;
  readonly rules: Promise<RobotsRules>;
}

/**
 * robots.txt of every origin, asked for once: those who come while it is on its way wait for the same answer, and other
 * processes find it in the store.
 */
export class RobotsCache {
  readonly #entries = new Map<string, Entry>();
  readonly #productToken: string;
  readonly #store: RobotsStore | null;

  constructor(productToken: string, store: RobotsStore | null = null) {
    this.#productToken = productToken;
    this.#store = store;
  }

  /**
   * @param ask Fetches the text; null where there is none (RFC 9309, section 2.3.1.3: unavailable allows all).
   * @throws what `ask` throws: unreachable (section 2.3.1.4) disallows all until it answers.
   */
  async rulesOf(origin: string, ask: () => Promise<string | null>): Promise<RobotsRules> {
    const kept = this.#entries.get(origin);
    if (kept !== undefined && kept.until > Date.now()) return kept.rules;
    const rules = this.#read(origin, ask);
    // Until it is here it is kept for as long as it takes.
    this.#keep(origin, { until: Number.POSITIVE_INFINITY, rules });
    try {
      await rules;
      this.#keep(origin, { until: Date.now() + keptMs, rules });
    } catch {
      // The next document asks again, in its turn; until there is an answer nothing of the site is read.
      this.#entries.delete(origin);
    }
    return rules;
  }

  async #read(origin: string, ask: () => Promise<string | null>): Promise<RobotsRules> {
    const stored = await this.#store?.get(origin).catch(() => null);
    if (typeof stored === "string") return this.#parse(stored);
    const text = await ask().catch((error) => {
      // A refused address is the URL's own fault; a missing robots.txt, or one that unpacks to megabytes, forbids nothing.
      if (error instanceof QuarantineError && !(error instanceof AddressRefusedError)) return null;
      throw error;
    });
    await this.#store?.put(origin, text ?? "", keptMs).catch(() => {});
    return text === null ? noRules : this.#parse(text);
  }

  #parse(text: string): RobotsRules {
    return readRobots(text, this.#productToken);
  }

  #keep(origin: string, entry: Entry): void {
    this.#entries.delete(origin);
    this.#entries.set(origin, entry);
    if (this.#entries.size > originsMax) for (const key of this.#entries.keys()) if (this.#entries.delete(key)) break;
  }
}

/** Robots files in Redis, for all workers. */
export function redisRobots(
  redis: { get(key: string): Promise<string | null>; set(key: string, value: string, px: "PX", ms: number): Promise<unknown> },
  prefix: string,
): RobotsStore {
  const keyOf = (origin: string) => `${prefix}:robots:${createHash("sha256").update(origin).digest("hex").slice(0, 24)}`;
  return {
    get: (origin) => redis.get(keyOf(origin)),
    put: async (origin, text, ms) => void (await redis.set(keyOf(origin), text, "PX", ms)),
  };
}
