import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventedPage, inventedText, scratch, wirefold } from "./run-wirefold.ts";

function setup() {
  const folder = scratch();
  writeFileSync(join(folder.path, "page.html"), inventedPage(3));
  return {
    folder,
    explain: (args: string[], env?: NodeJS.ProcessEnv) =>
      wirefold(["clean", "--explain", "page.html", ...args], { cwd: folder.path, ...(env ? { env } : {}) }),
  };
}

describe("wirefold clean --explain", () => {
  it("marks what was cut with its reason where there is no colour", async () => {
    const { folder, explain } = setup();
    using _ = folder;
    const { code, stdout } = await explain([]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("\x1b[");
    for (const paragraph of inventedText(3).split("\n")) expect(stdout).toContain(`\n+ ${paragraph}\n`);
    expect(stdout).toMatch(/^- \[[a-z-]+\] .*Nine walks near the coast/m);
    expect(stdout).toMatch(/\n\d+ blocks kept, \d+ cut: [a-z-]+ \d+/);
  });

  it("strikes it through in colour, unless NO_COLOR or --no-color says otherwise", async () => {
    const { folder, explain } = setup();
    using _ = folder;
    expect((await explain([], { FORCE_COLOR: "1" })).stdout).toMatch(/\x1b\[9;31m[^\x1b]*Nine walks/);
    expect((await explain([], { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout).not.toContain("\x1b[");
    expect((await explain(["--no-color"], { FORCE_COLOR: "1" })).stdout).not.toContain("\x1b[");
  });

  it("writes a page that runs nothing from the document", async () => {
    using folder = scratch();
    const page = inventedPage(3).replace("Nine walks", "Nine &lt;script&gt;alert(1)&lt;/script&gt; walks");
    writeFileSync(join(folder.path, "page.html"), page);
    const { code, stdout } = await wirefold(["clean", "--explain", "page.html", "--html"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toMatch(/<del>[^<]*Nine /);
    expect(stdout).not.toContain("<script");
  });

  it("says in one line that there is no such page", async () => {
    const { code, stdout, stderr } = await wirefold(["clean", "--explain", "nowhere.html"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("wirefold: there is no file nowhere.html; check the path [WIREFOLD_FILE_MISSING]\n");
  });
});
