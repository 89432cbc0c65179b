import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderIndexPage, renderStoryPage, storyRow } from "@wirefold/report";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ferryDocuments, ferryFire, ferryRun } from "../../packages/report/test/fixtures/ferry-fire.ts";

/** Debian's name first, then what other systems call it. CI installs it with `apt-get install chromium`. */
function findChromium(): string | null {
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return null;
}

const executablePath = findChromium();
if (executablePath === null) console.warn("skipped: no Chromium found; install chromium to check the report's accessibility");

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

describe.skipIf(executablePath === null)("the report in a real browser", () => {
  let browser: Browser;
  let folder: string;
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "wirefold-report-"));
    const index = renderIndexPage({ stories: [storyRow(ferryFire, "story.html")], run: ferryRun });
    writeFileSync(
      join(folder, "story.html"),
      renderStoryPage({ record: ferryFire, documents: ferryDocuments, indexHref: "index.html" }),
    );
    writeFileSync(join(folder, "index.html"), index);
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        "--no-sandbox",
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** Requests beyond the page itself, and anything the console complained of. */
    readonly requests: string[];
    readonly complaints: string[];
  }
  async function open(file: string, options: Parameters<Browser["newPage"]>[0]): Promise<Opened> {
    const page = await browser.newPage(options);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`file://${join(folder, file)}`);
    return { page, requests, complaints };
  }

  /** The page's policy forbids injected script elements; the debugger's own evaluation is not bound by it. */
  async function violations(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
    await page.evaluate(axe);
    const runOnly = rules === "colours" ? "runOnly: ['color-contrast', 'link-in-text-block']," : "";
    const { violations: found } = (await page.evaluate(`axe.run(document, { ${runOnly} resultTypes: ['violations'] })`)) as {
      violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
    };
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
  }

  for (const file of ["story.html", "index.html"])
    for (const [device, viewport] of [
      ["phone", PHONE],
      ["desktop", DESKTOP],
    ] as const)
      for (const colorScheme of ["light", "dark"] as const)
        test(`${file} has no accessibility violation on a ${device}, ${colorScheme}, folded and unfolded`, async () => {
          const { page } = await open(file, { viewport, colorScheme });
          // By night only the colours differ.
          const rules = colorScheme === "dark" ? "colours" : "all";
          expect(await violations(page, rules)).toEqual([]);
          await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
          expect(await violations(page, rules)).toEqual([]);
          await page.close();
        });

  test("nothing is wider than the screen, nothing is fetched, and hostile articles run nothing", async () => {
    for (const file of ["story.html", "index.html"]) {
      const { page, requests, complaints } = await open(file, { viewport: PHONE });
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
      for (const width of [PHONE.width, 480, 768, 1024, DESKTOP.width]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), `${file} at ${width} px`).toBe(0);
      }
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test("a value opens its words by keyboard, Escape returns to the value", async () => {
    const { page } = await open("story.html", { viewport: DESKTOP });
    const link = page.locator("#conflicts a.ev").first();
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("#evidence");
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.locator("mark").textContent()).toBe("14 people had died");
    expect(await dialog.locator("blockquote").textContent()).toContain(
      "Kestria’s transport ministry said 14 people had died and 61",
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await link.evaluate((el) => el === el.ownerDocument.activeElement)).toBe(true);
    await page.close();
  });

  test("without script every text is open and a value leads to its marked words", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
    const page = await context.newPage();
    await page.goto(`file://${join(folder, "story.html")}`);
    expect(await page.locator("details.fold:not([open])").count()).toBe(0);
    await page.locator("#conflicts a.ev").first().click();
    const marked = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await marked.textContent()).toBe("14 people had died");
    expect(await marked.isVisible()).toBe(true);
    await context.close();
  });

  test("a passage leads to its twin in the other text", async () => {
    const { page } = await open("story.html", { viewport: DESKTOP });
    await page.locator("#compare > details > summary").click();
    const passage = page.locator("#compare details details[open] .side:nth-child(2) a.sh").nth(1);
    const twin = (await passage.getAttribute("href"))!.slice(1);
    await passage.click();
    expect(await page.evaluate("document.activeElement.id")).toBe(twin);
    const words = (text: string | null) => text!.replace(/^\d+/, "");
    expect(words(await page.locator(`[id="${twin}"]`).textContent())).toBe(words(await passage.textContent()));
    await page.close();
  });

  test("in print everything is unfolded and in one column of paper", async () => {
    const { page } = await open("story.html", { viewport: DESKTOP });
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  });
});
