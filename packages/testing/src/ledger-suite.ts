import type { Deferred, Disposed, Ledger, OwedWork, SubmittedLocator } from "@wirefold/core";
import { expect, test } from "vitest";

export interface LedgerUnderTest extends AsyncDisposable {
  readonly ledger: Ledger;
}

/** The whole contract of the `Ledger` port. An adapter claims it by calling this with a way to make an empty one. */
export function ledgerSuite(open: () => Promise<LedgerUnderTest>): void {
  const locator = (n: number, fingerprint = "1"): SubmittedLocator => ({
    locatorId: `loc-${n}`,
    locator: `file:///${n}`,
    fingerprint,
    hints: {},
  });
  const base = (work: OwedWork) => ({ work, startedAt: new Date(0), durationMs: 1, detail: null });
  const fetched = (subject: string) => ({
    documentId: subject,
    locator: "file:///1",
    bodyHash: "h",
    contentType: null,
    kind: null,
    hints: {},
  });
  const emitted = (work: OwedWork, ...subjects: string[]): Disposed => ({
    ...base(work),
    disposition: "emitted",
    reason: null,
    outputs: subjects.map((subject) => ({ subject, event: fetched(subject) })),
  });
  const later = (work: OwedWork, spent: number, delayMs = 0): Deferred => ({
    ...base(work),
    disposition: spent > 0 ? "failed" : "snoozed",
    reason: "test",
    spent,
    delayMs,
  });
  const ids = (work: readonly OwedWork[]) => work.map(({ subject }) => subject);

  test("new and changed locators owe fetch; the same again owes nothing", async () => {
    await using place = await open();
    const { ledger } = place;
    expect((await ledger.submit("run-1", [locator(1), locator(2)], "live")).sort()).toEqual(["loc-1", "loc-2"]);
    expect(await ledger.submit("run-2", [locator(1), locator(2, "changed")], "live")).toEqual(["loc-2"]);
    expect(await ledger.countOwed()).toMatchObject({ fetch: 2, clean: 0 });
    expect(await ledger.countOwed("run-2")).toMatchObject({ fetch: 2 });
    expect(await ledger.countOwed("run-3")).toMatchObject({ fetch: 0 });
  });

  test("a page that several lists name is owed again only where one says something newer", async () => {
    await using place = await open();
    const { ledger } = place;
    const listed = (date: string, outlet: string) => ({ ...locator(1, `listed:${date}`), hints: { outlet } });
    expect(await ledger.submit("run-1", [listed("2031-03-04T10:00:00.000Z", "Ostrand Post")], "live")).toEqual(["loc-1"]);
    expect(await ledger.submit("run-2", [listed("2031-03-04T10:00:00.000Z", "Quayhaven Wire")], "live")).toEqual([]);
    expect(await ledger.submit("run-2", [listed("2031-03-04T09:00:00.000Z", "Quayhaven Wire")], "live")).toEqual([]);
    expect(await ledger.submit("run-1", [listed("", "Ostrand Post")], "live")).toEqual([]);
    expect(await ledger.submit("run-2", [listed("2031-03-04T11:00:00.000Z", "Quayhaven Wire")], "live")).toEqual(["loc-1"]);
    expect(await ledger.countOwed("run-2")).toMatchObject({ fetch: 1 });
    // What was asked for by hand, and a body that was handed over, are of another kind.
    expect(await ledger.submit("run-3", [locator(1, "asked:1")], "live")).toEqual(["loc-1"]);
    expect(await ledger.submit("run-1", [listed("2031-03-04T11:00:00.000Z", "Ostrand Post")], "live")).toEqual(["loc-1"]);
    expect(await ledger.submit("run-3", [locator(1, "0123456789abcdef")], "live")).toEqual(["loc-1"]);
    expect(await ledger.submit("run-1", [listed("2031-03-04T12:00:00.000Z", "Ostrand Post")], "live")).toEqual([]);
  });

  test("what is owed comes in the order it is asked for, what is not owed is left out", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1), locator(2), locator(3)], "backfill");
    const work = await ledger.owed("fetch", ["loc-3", "nobody", "loc-1"]);
    expect(ids(work)).toEqual(["loc-3", "loc-1"]);
    expect(work[0]).toMatchObject({ attempts: 0, priority: "backfill", locatorId: "loc-3" });
    expect(work[0]?.input).toMatchObject({ locator: "file:///3" });
    expect(await ledger.owed("clean", ["loc-1"])).toEqual([]);
  });

  test("disposing hands on what the outputs owe, once, whoever gets there first", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1)], "live");
    const [work] = await ledger.owed("fetch", ["loc-1"]);
    if (work === undefined) throw new Error("nothing owed");
    const answers = await Promise.all([1, 2, 3].map(() => ledger.dispose("fetch", 1, [emitted(work, "a", "b")], "clean", "w")));
    expect(answers.map((outputs) => outputs.length).sort()).toEqual([0, 0, 2]);
    expect(ids(await ledger.owed("clean", ["a", "b"]))).toEqual(["a", "b"]);
    expect(await ledger.countOwed("run-1")).toMatchObject({ fetch: 0, clean: 2 });
  });

  test("an answer to an input that changed meanwhile counts for nothing", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1)], "live");
    const [work] = await ledger.owed("fetch", ["loc-1"]);
    if (work === undefined) throw new Error("nothing owed");
    await ledger.submit("run-1", [locator(1, "changed")], "live");
    expect(await ledger.dispose("fetch", 1, [emitted(work, "a")], "clean", "w")).toEqual([]);
    expect(await ledger.countOwed()).toMatchObject({ fetch: 1, clean: 0 });
  });

  test("attempts are counted, given back, and counted once where two workers fail with one document", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1)], "live");
    const now = async () => {
      const [work] = await ledger.owed("fetch", ["loc-1"]);
      if (work === undefined) throw new Error("nothing owed");
      return work;
    };
    const first = await now();
    await Promise.all([1, 2, 3].map(() => ledger.defer("fetch", [later(first, 1)], "w")));
    expect((await now()).attempts).toBe(1);
    await ledger.defer("fetch", [later(await now(), 0)], "w");
    expect((await now()).attempts).toBe(1);
    await ledger.defer("fetch", [later(await now(), -1)], "w");
    expect((await now()).attempts).toBe(0);
  });

  test("what no job carries is found by its age, and once", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1), locator(2), locator(3)], "live");
    const [, , third] = await ledger.owed("fetch", ["loc-1", "loc-2", "loc-3"]);
    if (third === undefined) throw new Error("nothing owed");
    await ledger.defer("fetch", [later(third, 1, 60_000)], "w");
    expect(await ledger.takeLost("fetch", new Date(0), 10)).toEqual([]);
    const soon = new Date(Date.now() + 1000);
    const lost = await ledger.takeLost("fetch", soon, 1);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.priority).toBe("live");
    // Only the delayed one is left out.
    const all = await ledger.takeLost("fetch", soon, 10);
    expect(new Set([...lost, ...all].map(({ subject }) => subject))).toEqual(new Set(["loc-1", "loc-2"]));
  });
}
