import {
  type Deferred,
  type Disposed,
  type Ledger,
  listedFingerprint,
  type OwedWork,
  type SubmittedLocator,
} from "@wirefold/core";
import { describe, expect, test } from "vitest";

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
  const ids = (work: readonly { readonly subject: string }[]) => work.map(({ subject }) => subject);

  test("new and changed locators owe fetch; the same again owes nothing", async () => {
    await using place = await open();
    const { ledger } = place;
    expect((await ledger.submit("run-1", [locator(1), locator(2)], "live")).sort()).toEqual(["loc-1", "loc-2"]);
    expect(await ledger.submit("run-2", [locator(1), locator(2, "changed")], "live")).toEqual(["loc-2"]);
    expect(await ledger.countOwed()).toMatchObject({ fetch: 2, clean: 0 });
    expect(await ledger.countOwed("run-2")).toMatchObject({ fetch: 2 });
    expect(await ledger.countOwed("run-3")).toMatchObject({ fetch: 0 });
  });

  describe("a page that several lists name", () => {
    // Every pair of what a list may say of one page that was published once, in both orders.
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const said = {
      nothing: "",
      "the day": day,
      "the minute": `${new Date(now).toISOString().slice(0, 16)}:00.000Z`,
      "the second": `${new Date(now - 1000).toISOString().slice(0, 19)}.000Z`,
      "the millisecond": new Date(now - 1000).toISOString(),
      "an hour before": new Date(now - 3_600_000).toISOString(),
    };
    const names = Object.keys(said) as (keyof typeof said)[];
    const pairs = names.flatMap((one) => names.map((other) => [one, other] as const));
    const listed = (date: string, list: string, outlet = list) => ({
      ...locator(1, listedFingerprint(date, list)),
      hints: { outlet },
    });

    test("is owed once, whatever each of them says of its date, whichever comes first", async () => {
      await using place = await open();
      const { ledger } = place;
      for (const [index, [one, other]] of pairs.entries()) {
        const page = (date: keyof typeof said, list: string) => ({
          ...listed(said[date], list),
          locatorId: `loc-${index}`,
          locator: `https://ostrand.example/${index}`,
        });
        const pair = `${one}, then ${other}`;
        expect([pair, await ledger.submit("run-1", [page(one, "feed")], "live")]).toEqual([pair, [`loc-${index}`]]);
        for (const list of ["map", "feed", "home", "map"] as const)
          expect([pair, await ledger.submit("run-2", [page(list === "feed" ? one : other, list)], "live")]).toEqual([pair, []]);
      }
      expect(await ledger.countOwed("run-2")).toMatchObject({ fetch: pairs.length });
    });

    test("is owed again where a list gives a later date than it gave, or one after the page was asked for", async () => {
      await using place = await open();
      const { ledger } = place;
      const submit = (date: string, list: string) => ledger.submit("run-1", [listed(date, list)], "live");
      expect(await submit("2024-03-04T10:00:00.000Z", "feed")).toEqual(["loc-1"]);
      expect(await submit("2024-03-04T10:00:00.000Z", "map")).toEqual([]);
      expect(await submit("2024-03-04T11:00:00.000Z", "feed")).toEqual(["loc-1"]);
      expect(await submit("2024-03-04T11:00:00.000Z", "feed")).toEqual([]);
      // Another list's later date is kept: its next one counts, though its clock may be slow.
      expect(await submit("2024-03-04T11:30:00.000Z", "map")).toEqual([]);
      expect(await submit("2024-03-04T11:45:00.000Z", "map")).toEqual(["loc-1"]);
      expect(await submit("2024-03-04T11:00:00.000Z", "feed")).toEqual([]);
      const ahead = new Date(Date.now() + 60_000).toISOString();
      expect(await submit(ahead, "another")).toEqual(["loc-1"]);
      expect(await submit(ahead, "feed")).toEqual([]);
    });

    test("was asked for by hand, or handed over whole: then it owes only what lies ahead of that", async () => {
      await using place = await open();
      const { ledger } = place;
      const submit = (date: string, list: string) => ledger.submit("run-1", [listed(date, list)], "live");
      await submit("2024-03-04T10:00:00.000Z", "feed");
      expect(await ledger.submit("run-3", [locator(1, "asked:1")], "live")).toEqual(["loc-1"]);
      expect(await ledger.submit("run-3", [locator(1, "asked:2")], "live")).toEqual(["loc-1"]);
      expect(await submit("2024-03-04T11:00:00.000Z", "feed")).toEqual([]);
      expect(await submit("2024-03-04T12:00:00.000Z", "feed")).toEqual(["loc-1"]);
      expect(await ledger.submit("run-3", [locator(1, "asked:3")], "live")).toEqual(["loc-1"]);
      expect(await submit("", "home")).toEqual([]);
      expect(await submit(new Date(Date.now() + 60_000).toISOString(), "feed")).toEqual(["loc-1"]);
      expect(await ledger.submit("run-3", [locator(1, "0123456789abcdef")], "live")).toEqual(["loc-1"]);
      expect(await submit(new Date(Date.now() + 120_000).toISOString(), "feed")).toEqual([]);
    });
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

  test("disposing hands on what the outputs owe, once, whichever worker gets there first", async () => {
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

  test("what went through further stages in the same hands is owed to the stage behind the last", async () => {
    await using place = await open();
    const { ledger } = place;
    await ledger.submit("run-1", [locator(1)], "live");
    const [submitted] = await ledger.owed("fetch", ["loc-1"]);
    if (submitted === undefined) throw new Error("nothing owed");
    await ledger.dispose("fetch", 1, [emitted(submitted, "a", "b")], "clean", "w");
    const work = await ledger.owed("clean", ["a", "b"]);
    expect(
      await ledger.handOn(
        "clean",
        work.map((one) => ({ work: one, event: fetched(one.subject) })),
      ),
    ).toEqual(new Set(["a", "b"]));
    const further = (["dedupe", "extract"] as const).map((stage) => ({
      stage,
      version: 1,
      worker: "w",
      event: { ...fetched("a"), by: stage },
      startedAt: new Date(0),
      durationMs: 1,
      detail: null,
    }));
    const disposed = work.map((one) => ({ ...emitted(one, one.subject), ...(one.subject === "a" ? { further } : {}) }));
    const answers = await Promise.all([1, 2].map(() => ledger.dispose("clean", 1, disposed, "dedupe", "w")));
    expect(answers.flatMap((outputs) => ids(outputs)).sort()).toEqual(["a", "b"]);
    expect(await ledger.countOwed()).toEqual({ fetch: 0, clean: 0, dedupe: 1, extract: 0, reconcile: 1 });
    expect((await ledger.owed("reconcile", ["a"]))[0]?.input).toMatchObject({ documentId: "a", by: "extract" });
    // Nobody holds what is not owed any more.
    expect(
      await ledger.handOn(
        "clean",
        work.map((one) => ({ work: one, event: fetched(one.subject) })),
      ),
    ).toEqual(new Set());
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
