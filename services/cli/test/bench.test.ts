import { describe, expect, it } from "vitest";
import { wirefold } from "./run-wirefold.ts";

describe("wirefold bench", () => {
  it("gives its figures with the conditions they were measured under", async () => {
    const { code, stdout } = await wirefold(["bench", "reconcile", "--json"]);
    expect(code).toBe(0);
    const { bench, conditions, rows } = JSON.parse(stdout) as {
      bench: string;
      conditions: object;
      rows: Record<string, number>[];
    };
    expect(bench).toBe("reconcile");
    expect(conditions).toMatchObject({ node: process.version, cores: expect.any(Number), load_per_core: expect.any(Number) });
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row["members/s"]).toBeGreaterThan(0);
  });

  it("names the bench that was meant", async () => {
    const { code, stderr } = await wirefold(["bench", "claen"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "wirefold: there is no bench 'claen' (did you mean 'clean'?); choose from clean, group, extract, reconcile, pipeline, fetch [WIREFOLD_USAGE]\n",
    );
  });
});
