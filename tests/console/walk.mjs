/**
 * Walks through the console as an operator would, in Chromium: finds, pauses, limits, replays, tries and begins a reprocess, adds a source,
 * makes a token, takes a document down. A screenshot of every step, and of every page on desk and phone, by day and by night.
 *
 *   node tests/console/walk.mjs --shots /tmp/shots
 *
 * Exit code 1 when a page logs an error, asks anybody outside, is wider than its window, or breaks a rule of WCAG that a program can check.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values } = parseArgs({ options: { shots: { type: "string", default: join(tmpdir(), "wirefold-shots") } } });
const shots = values.shots;
mkdirSync(shots, { recursive: true });
const root = join(import.meta.dirname, "../..");
const command = join(root, "services/cli/bin/wirefold.mjs");
const folder = mkdtempSync(join(tmpdir(), "wirefold-walk-"));
const dataDir = join(folder, "data");
const env = { ...process.env, WIREFOLD_BUILD: "never" };
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (executablePath === undefined) throw new Error("the walk needs Chromium");
const AXE = readFileSync(createRequire(join(root, "services/console/package.json")).resolve("axe-core/axe.min.js"), "utf8");
const RULES =
  'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ").slice(0, 300)))';

/** @param {...string} args */
const wirefold = (...args) =>
  new Promise((resolve) => {
    spawn(process.execPath, [command, ...args, "--data-dir", dataDir], { stdio: "ignore", env }).on("close", resolve);
  });

/** @type {string[]} */
const troubles = [];
const up = spawn(process.execPath, [command, "up", "--port", "0", "--data-dir", dataDir], {
  stdio: ["ignore", "pipe", "pipe"],
  env,
});
let said = "";
for (const stream of [up.stdout, up.stderr])
  stream.on("data", (chunk) => {
    said += chunk;
  });
const ended = new Promise((resolve) => up.on("close", resolve));
try {
  for (const deadline = Date.now() + 120_000; !/https?:\/\/\S+\?token=\S+/.test(said); await sleep(200))
    if (Date.now() > deadline || up.exitCode !== null) throw new Error(`up did not come up: ${said}`);
  const printed = new URL(/https?:\/\/\S+\?token=\S+/.exec(said)?.[0] ?? "");
  const lines = Array.from({ length: 40 }, (_, n) =>
    n % 4 === 0
      ? `{"id": "line-${n}", "text": `
      : JSON.stringify({
          id: `line-${n}`,
          title: `Ferry ${n} leaves the harbour`,
          text: `The ferry left the harbour on Tuesday with ${n} cars on board, its captain said.`,
        }),
  );
  writeFileSync(join(folder, "lines.jsonl"), lines.join("\n"));
  await wirefold("ingest", join(root, "seeds/documents"), join(folder, "lines.jsonl"), "--wait", "--timeout", "120");

  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  /** @param {import("playwright-core").BrowserContextOptions} options */
  const enter = async (options) => {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("status of 404"))
        troubles.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(printed.origin) && !request.url().startsWith("data:"))
        troubles.push(`asked ${request.url()}`);
    });
    await page.goto(printed.href);
    return { context, page };
  };
  let step = 0;
  /** @param {import("playwright-core").Page} page @param {string} name */
  const shoot = async (page, name) => {
    await page.waitForTimeout(400);
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (Number(wide) > 0) troubles.push(`${name} is ${wide} px too wide`);
    step += 1;
    await page.screenshot({ path: join(shots, `${String(step).padStart(2, "0")}-${name}.png`), fullPage: true });
  };

  const { context, page } = await enter({ viewport: { width: 1280, height: 900 } });
  const at = (/** @type {string} */ path) => page.goto(printed.origin + path);
  await shoot(page, "pipeline");
  await page.locator(".stage", { hasText: "clean" }).getByRole("button", { name: /Pause/ }).click();
  await page.locator(".stage", { hasText: "extract" }).locator("summary").click();
  await page.locator(".stage", { hasText: "extract" }).locator("input[name=concurrency]").fill("2");
  await shoot(page, "pipeline-paused");
  await page.locator(".stage", { hasText: "extract" }).getByRole("button", { name: /Set/ }).click();
  await page
    .locator(".stage", { hasText: "clean" })
    .getByRole("button", { name: /Resume/ })
    .click();
  await shoot(page, "pipeline-limited");

  await page.locator("header input[name=q]").fill("ferry");
  await page.locator("header").getByRole("button", { name: "Find" }).click();
  await shoot(page, "find-ferry");
  await at("/documents?q=ferry");
  await shoot(page, "documents-ferry");
  await page.locator("table.list a").first().click();
  await shoot(page, "document");

  await at("/quarantine");
  await shoot(page, "quarantine");
  await page
    .getByRole("link", { name: /^Replay these/ })
    .first()
    .click();
  await page.locator("input[name=per_second]").fill("0.5");
  await shoot(page, "replay-preview");
  await page.getByRole("button", { name: "Replay" }).click();
  await shoot(page, "replay-running");

  await at("/stories?sort=articles");
  await shoot(page, "stories");
  await page.locator("table.list a").first().click();
  await shoot(page, "story");

  await at("/sources");
  await shoot(page, "sources-empty");
  await page.locator("input[name=url]").fill("https://news.invalid/rss.xml");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.locator("input[name=site]").fill("slow.invalid");
  await page.locator("input[name=delay_ms]").fill("10000");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await shoot(page, "sources");
  await page.locator("table.list a").first().click();
  await shoot(page, "source");

  await at("/runs");
  await page.getByText("Reprocess documents").click();
  await page.locator("select[name=which]").selectOption("all");
  await shoot(page, "runs");
  await page.getByRole("button", { name: "Dry run" }).click();
  await shoot(page, "dry-run");
  await page.getByRole("button", { name: "Begin the reprocess" }).click();
  await shoot(page, "reprocess");
  await page.locator("table.list a[href^='/runs/']").first().click();
  await shoot(page, "run");

  await at("/workers");
  await shoot(page, "workers");
  await at("/tokens");
  await page.locator("input[name=name]").fill("dana");
  await page.getByRole("button", { name: /Make|Add/ }).click();
  await shoot(page, "tokens");
  await at("/documents?q=ferry");
  await page.locator("table.list a[href^='/documents/']").last().click();
  await page.getByText("Take this document down").first().click();
  await shoot(page, "takedown");
  await page.getByRole("button", { name: "Take this document down" }).click();
  await shoot(page, "taken-down");
  await at("/activity");
  await shoot(page, "activity");
  await at("/queues/");
  await shoot(page, "queues");
  const documentPath = new URL(((await await at("/documents")) && page.url()) || "").pathname;
  const id = await page.locator("table.list a").first().getAttribute("href");
  await context.close();

  const pages = [
    "/",
    documentPath,
    id ?? "/",
    "/stories",
    "/quarantine",
    "/sources",
    "/runs",
    "/workers",
    "/activity",
    "/tokens",
  ];
  for (const [name, options] of /** @type {const} */ ([
    ["phone", { viewport: { width: 390, height: 844 } }],
    ["phone-dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
    ["desk-dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ])) {
    const { context: other, page: shown } = await enter(options);
    for (const path of pages) {
      await shown.goto(printed.origin + path);
      await shoot(shown, `${name}${path.replace(/[^a-z]+/g, "-").slice(0, 24)}`);
      await shown.evaluate(AXE);
      for (const broken of /** @type {string[]} */ (await shown.evaluate(RULES))) troubles.push(`${name} ${path}: ${broken}`);
    }
    await other.close();
  }
  await browser.close();
} finally {
  up.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ shots, troubles }, null, 2)}\n`);
process.exitCode = troubles.length > 0 ? 1 : 0;
