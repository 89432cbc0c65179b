import {
  type Deferred,
  type Disposed,
  type Ledger,
  listedAgain,
  type Output,
  type OwedWork,
  type Priority,
  type StageName,
  type SubmittedLocator,
  sha256,
  stageAfter,
  stageNames,
} from "@wirefold/core";

interface Row extends OwedWork {
  readonly enqueuedAt: number;
}

/** A {@link Ledger} in memory, for one process: what runs on it needs no database. It is held to the same suite as the other. */
export class MemoryLedger implements Ledger {
  readonly #owed = new Map<string, Row>();
  readonly #locators = new Map<string, { readonly fingerprint: string; readonly hints: string; readonly owedAt: number }>();
  readonly #runs = new Map<string, Set<string>>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async submit(runId: string, locators: readonly SubmittedLocator[], priority: Priority): Promise<string[]> {
    const run = this.#runs.get(runId) ?? new Set<string>();
    this.#runs.set(runId, run);
    const fresh: string[] = [];
    for (const { locatorId, locator, range, record, depth, fingerprint, hints } of locators) {
      run.add(locatorId);
      const before = this.#locators.get(locatorId);
      const after = { fingerprint, hints: JSON.stringify(hints), owedAt: this.#now() };
      if (before !== undefined) {
        const verdict = fingerprint.startsWith("listed:")
          ? listedAgain(before.fingerprint, fingerprint, new Date(before.owedAt))
          : before.fingerprint === fingerprint && before.hints === after.hints
            ? "known"
            : "owed";
        if (verdict === "noted") this.#locators.set(locatorId, { ...before, fingerprint });
        if (verdict !== "owed") continue;
      }
      this.#locators.set(locatorId, after);
      const input = {
        locatorId,
        locator,
        ...(range ? { range } : {}),
        ...(record ? { record } : {}),
        ...(depth ? { depth } : {}),
        hints,
      };
      this.#owe("fetch", { subject: locatorId, locatorId, input, inputHash: hashOf({ ...input, fingerprint }), priority });
      fresh.push(locatorId);
    }
    return fresh;
  }

  async owed(stage: StageName, subjects: readonly string[]): Promise<OwedWork[]> {
    return subjects.flatMap((subject) => {
      const row = this.#owed.get(keyOf(stage, subject));
      if (row === undefined) return [];
      const { enqueuedAt: _, ...work } = row;
      return [structuredClone(work)];
    });
  }

  async dispose(
    stage: StageName,
    _version: number,
    disposed: readonly Disposed[],
    next: StageName | null,
    _worker: string,
  ): Promise<Output[]> {
    const fresh: Output[] = [];
    for (const { work, outputs, further = [] } of disposed) {
      const key = keyOf(stage, work.subject);
      if (this.#owed.get(key)?.inputHash !== work.inputHash) continue;
      this.#owed.delete(key);
      for (const passed of further) this.#owed.delete(keyOf(passed.stage, work.subject));
      const last = further.at(-1);
      const then = last === undefined ? next : stageAfter(last.stage);
      if (then === null) continue;
      for (const { subject, event } of last === undefined ? outputs : [{ subject: work.subject, event: last.event }]) {
        const { locatorId, priority } = work;
        this.#owe(then, { subject, locatorId, input: structuredClone(event), inputHash: hashOf(event), priority });
        fresh.push({ subject, event });
      }
    }
    return fresh;
  }

  async handOn(stage: StageName, passing: readonly { readonly work: OwedWork }[]): Promise<Set<string>> {
    const held = passing.filter(({ work }) => this.#owed.get(keyOf(stage, work.subject))?.inputHash === work.inputHash);
    return new Set(held.map(({ work }) => work.subject));
  }

  async defer(stage: StageName, deferred: readonly Deferred[], _worker: string): Promise<void> {
    for (const { work, spent, delayMs } of deferred) {
      const key = keyOf(stage, work.subject);
      const row = this.#owed.get(key);
      if (row === undefined || row.attempts !== work.attempts || row.inputHash !== work.inputHash) continue;
      this.#owed.set(key, { ...row, attempts: row.attempts + spent, enqueuedAt: this.#now() + delayMs });
    }
  }

  async takeLost(stage: StageName, lostBefore: Date, limit: number): Promise<{ subject: string; priority: Priority }[]> {
    const lost = [...this.#owed]
      .filter(([key, row]) => key === keyOf(stage, row.subject) && row.enqueuedAt < lostBefore.getTime())
      .sort(([, a], [, b]) => a.enqueuedAt - b.enqueuedAt)
      .slice(0, limit);
    for (const [key, row] of lost) this.#owed.set(key, { ...row, enqueuedAt: this.#now() });
    return lost.map(([, { subject, priority }]) => ({ subject, priority })).sort((a, b) => (a.subject < b.subject ? -1 : 1));
  }

  async countOwed(runId?: string): Promise<Record<StageName, number>> {
    const run = runId === undefined ? null : (this.#runs.get(runId) ?? new Set<string>());
    const count = (stage: StageName) =>
      [...this.#owed].filter(([key, row]) => key === keyOf(stage, row.subject) && (run === null || run.has(row.locatorId)))
        .length;
    return Object.fromEntries(stageNames.map((stage) => [stage, count(stage)])) as Record<StageName, number>;
  }

  #owe(stage: StageName, work: Omit<OwedWork, "attempts">): void {
    this.#owed.set(keyOf(stage, work.subject), { ...work, attempts: 0, enqueuedAt: this.#now() });
  }
}

function keyOf(stage: StageName, subject: string): string {
  return `${stage} ${subject}`;
}

function hashOf(event: unknown): string {
  return sha256(JSON.stringify(event)).slice(0, 16);
}
