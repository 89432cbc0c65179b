import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setup } from "./setup.ts";

const executablePath =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ?? "";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(executablePath === "")("in a browser (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    // As root Chromium cannot make its sandbox; the pages are our own.
    browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  });
  afterAll(() => browser.close());

  const pages = (id: string) => [
    ..."/ /documents /stories /quarantine /quarantine/replay /sources /runs /runs/run-1 /workers /activity /tokens /nowhere".split(
      " ",
    ),
    `/documents/${id}`,
    "/find?q=nothing+like+it",
  ];
  /** A browser that came in by the printed address. */
  const entered = async (console: { url: string; token: string }, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${console.url}/?token=${console.token}`);
    expect(page.url()).toBe(`${console.url}/`);
    await page.close();
    return context;
  };

  test("every page keeps its own policy, asks nobody outside, and fits a phone", async () => {
    await using console = await setup();
    const context = await entered(console, { viewport: { width: 390, height: 800 } });
    for (const path of [...pages(console.ids.broken), "/queues/", "/queues/queue/clean"]) {
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on("console", (message) => {
        // The page that is not there is reported as such by the browser itself.
        if (message.type() === "error" && !message.text().includes("status of 404")) troubles.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(console.url) && !request.url().startsWith("data:")) troubles.push(`asked ${request.url()}`);
      });
      await page.goto(console.url + path);
      await page.waitForTimeout(300);
      expect(troubles, path).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path).toBe(true);
      await page.close();
    }
    await context.close();
  }, 240_000);

  test("no page breaks a rule of WCAG 2.2 AA that a program can check, by day or by night", async () => {
    await using console = await setup();
    for (const colorScheme of ["light", "dark"] as const) {
      // The checker is a script the pages' policy would rightly refuse.
      const context = await entered(console, { bypassCSP: true, colorScheme });
      // By night only the colours differ: the pages that have most of them.
      const some = ["/", "/quarantine", "/sources", `/documents/${console.ids.whole}`];
      const rules =
        colorScheme === "light"
          ? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
          : ["color-contrast", "link-in-text-block"];
      for (const path of colorScheme === "light" ? pages(console.ids.whole) : some) {
        const page = await context.newPage();
        await page.goto(console.url + path);
        await page.evaluate(AXE);
        const found = (await page.evaluate(
          `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))`,
        )) as string[];
        expect(found, `${path} ${colorScheme}`).toEqual([]);
        await page.close();
      }
      await context.close();
    }
  }, 240_000);

  test("the overview brings itself up to date", async () => {
    await using console = await setup();
    const context = await entered(console);
    const page = await context.newPage();
    await page.goto(console.url);
    expect(await page.textContent("h1")).toBe("1 document is owed");
    await page.waitForSelector("[data-chart=clean] canvas");
    await console.database.query("delete from owed");
    await expect.poll(() => page.textContent("h1")).toBe("All work is done");
    await page.click("text=Pause clean");
    await expect.poll(() => page.textContent("main")).toContain("clean is paused by owner");
    await context.close();
  }, 180_000);
});
