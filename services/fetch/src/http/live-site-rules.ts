import type { SiteRule } from "@wirefold/sources";
import type { SiteLimit } from "@wirefold/store";

const LOOK_EVERY_MS = 5000;

/** Rules of single sites as the environment gives them, under those that are set while the pipeline runs. */
export class LiveSiteRules {
  readonly #given: ReadonlyMap<string, SiteRule>;
  readonly #limits: { list(): Promise<readonly SiteLimit[]> };
  #rules: ReadonlyMap<string, SiteRule>;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(given: ReadonlyMap<string, SiteRule>, limits: { list(): Promise<readonly SiteLimit[]> }) {
    this.#given = given;
    this.#limits = limits;
    this.#rules = given;
  }

  /** A site's rule. What was set is read again every few seconds; where the database does not answer, what was read last holds. */
  async get(site: string): Promise<SiteRule | undefined> {
    const now = performance.now();
    if (now - this.#readAt > LOOK_EVERY_MS) {
      this.#readAt = now;
      const set = await this.#limits.list().catch(() => null);
      if (set !== null)
        this.#rules = new Map([
          ...this.#given,
          ...set.map(({ site: name, places, delayMs }): [string, SiteRule] => {
            const given = this.#given.get(name);
            return [name, { places: places ?? given?.places ?? null, delayMs: delayMs ?? given?.delayMs ?? null }];
          }),
        ]);
    }
    return this.#rules.get(site);
  }
}
