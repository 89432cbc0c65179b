import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InOrder } from "../../src/filter/in-order.ts";

describe("InOrder", () => {
  it("takes answers in the order of asking, however they finish", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(50), { maxLength: 30 }), async (s, weights) => {
        const taken: number[] = [];
        const answers = new InOrder<number>(async (answer) => void taken.push(answer), { maxCount: 4, maxWeight: 60 });
        const feed = (async () => {
          for (const [i, weight] of weights.entries()) await answers.admit(weight, () => s.schedule(Promise.resolve(i)));
          await answers.finish();
        })();
        await s.waitFor(feed);
        expect(taken).toEqual([...weights.keys()]);
      }),
    );
  });

  it("never has more under way than its limits, but always lets one in", async () => {
    let under = 0;
    let most = 0;
    const answers = new InOrder<void>(
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        under--;
      },
      { maxCount: 100, maxWeight: 10 },
    );
    for (const weight of [4, 4, 4, 50, 4, 4]) {
      await answers.admit(weight, async () => {
        under++;
        most = Math.max(most, under);
      });
    }
    await answers.finish();
    expect(under).toBe(0);
    expect(most).toBe(2);
  });

  it("stops the reader at the first failure of a write", async () => {
    const answers = new InOrder<number>(
      async (answer) => {
        if (answer === 1) throw new Error("disk full");
      },
      { maxCount: 1, maxWeight: 10 },
    );
    await expect(
      (async () => {
        for (let i = 0; i < 5; i++) await answers.admit(1, async () => i);
        await answers.finish();
      })(),
    ).rejects.toThrow("disk full");
  });
});
