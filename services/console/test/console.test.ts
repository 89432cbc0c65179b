import { describe, expect, test } from "vitest";
import { readConsoleEnv } from "../src/env.ts";
import { startConsole } from "../src/start-console.ts";
import { setup } from "./setup.ts";

describe("pages", () => {
  test("the overview counts what each stage did and owes, and why documents left early", async () => {
    await using console = await setup();
    const response = await console.get("/");
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain("1 document is owed");
    expect(page).toMatch(/<h3>clean<\/h3>.*?<a [^>]*disposition=pending">1<\/a> <span>owed/s);
    expect(page).toContain("balanced");
    expect(page).toContain("<code>no-text</code>");
    expect(page).toContain("WIREFOLD_UNEXPECTED");
    expect(page).toContain("running for it?");
  });

  test("a document's page shows every stage, its worker and time, its story, and each removed line with its reason", async () => {
    await using console = await setup();
    const page = await (await console.get(`/documents/${console.ids.whole}`)).text();
    for (const stage of ["fetch", "clean", "dedupe", "extract", "reconcile"])
      expect(page).toContain(`<th scope="row" role="rowheader">${stage}</th>`);
    expect(page).toContain("host-a/17/worker");
    expect(page).toContain("13 ms");
    expect(page).toContain(`href="/stories/${console.ids.whole}"`);
    expect(page).toContain('<code>share-links</code><del dir="auto">Share this &lt;b&gt;now&lt;/b&gt;</del>');
    expect(page).toContain("Ended in a story");
  });

  test("an article's markup and direction marks stay words", async () => {
    await using console = await setup();
    const page = await (await console.get(`/documents/${console.ids.whole}`)).text();
    expect(page).toContain("Boats &lt;script&gt;alert(1)&lt;/script&gt; leave Port Elm");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("\u202e");
  });

  test("what still waits, was dropped or was given up says so at the top", async () => {
    await using console = await setup();
    const text = async (id: string) => (await console.get(`/documents/${id}`)).text();
    expect(await text(console.ids.waiting)).toContain("Still owes <strong>clean</strong>");
    expect(await text(console.ids.empty)).toMatch(/Dropped by clean<\/strong>: <code>no-text/);
    const broken = await text(console.ids.broken);
    expect(broken).toContain("Quarantined by clean");
    expect(broken).toContain("the page bites its own tail");
    expect(broken).toContain(`href="/quarantine/replay?document=${console.ids.broken}"`);
  });

  test("a body that is gone leaves the trace readable", async () => {
    await using console = await setup();
    await console.blobs.delete(console.articleHash);
    const response = await console.get(`/documents/${console.ids.whole}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`blob ${console.articleHash} was not put`);
    expect((await console.get(`/stories/${console.ids.whole}`)).status).toBe(200);
  });

  test("stories are listed and open as report pages", async () => {
    await using console = await setup();
    expect(await (await console.get("/stories")).text()).toContain(`<a href="/stories/${console.ids.whole}">`);
    expect(await (await console.get("/stories?articles_min=2")).text()).toContain("None.");
    const page = await (await console.get(`/stories/${console.ids.whole}`)).text();
    expect(page).toContain("Three boats left Port Elm on Tuesday.");
    expect(page).toContain('href="/stories"');
  });

  test("finding: an id, a URL or a path leads to the document, words to stories", async () => {
    await using console = await setup();
    const to = async (q: string) => (await console.get(`/find?q=${encodeURIComponent(q)}`)).headers.get("location");
    expect(await to(console.ids.broken)).toBe(`/documents/${console.ids.broken}`);
    expect(await to("/articles/broken.html")).toBe(`/documents/${console.ids.broken}`);
    expect(await to("https://harbour.example/boats")).toBe(`/documents/${console.ids.whole}`);
    expect(await (await console.get("/find?q=leave+port")).text()).toContain("Boats leave Port Elm");
    expect(await to("  ")).toBe("/stories");
  });

  test("the quarantine is grouped by cause", async () => {
    await using console = await setup();
    const page = await (await console.get("/quarantine")).text();
    expect(page).toMatch(/1<\/a> × <code>WIREFOLD_UNEXPECTED<\/code><\/h2>\s*<p><bdi>the page bites its own tail/);
    expect(page).toContain(`href="/documents/${console.ids.broken}"`);
  });

  test("documents are listed by words and by how they ended; every count leads to the list it counts", async () => {
    await using console = await setup();
    const text = async (path: string) => (await console.get(path)).text();
    expect(await text("/documents?q=leave+port")).toContain(`href="/documents/${console.ids.whole}"`);
    const dropped = await text("/documents?stage=clean&disposition=dropped&reason=no-text");
    expect(dropped).toContain(`href="/documents/${console.ids.empty}"`);
    expect(dropped).not.toContain(console.ids.whole);
    expect(await text("/")).toContain('href="/documents?stage=clean&amp;disposition=dropped&amp;reason=no-text"');
    expect(await text("/documents?q=%25_%25")).toContain("Nothing like that is stored");
    expect((await console.get("/find?q=broken.ht")).headers.get("location")).toBe("/documents?q=broken.ht");
  });

  test("a stage is paused and resumed by a button of the console's own page, and by nobody else's", async () => {
    await using console = await setup();
    expect((await console.post("/stages/clean/pause", {}, "https://elsewhere.example")).status).toBe(403);
    expect(await console.queue.isPaused("clean")).toBe(false);
    expect((await console.post("/stages/clean/pause")).status).toBe(303);
    expect(await console.queue.isPaused("clean")).toBe(true);
    expect(await (await console.get("/")).text()).toMatch(/clean is paused<\/strong> by <bdi>owner<\/bdi> \(console\)/);
    expect(await (await console.get("/stories")).text()).toMatch(/Paused: <a href="\/">clean<\/a>\. Work for this stage waits/);
    expect(await (await console.get("/metrics")).text()).toContain('wirefold_stage_paused{stage="clean"} 1');
    expect((await console.post("/stages/clean/resume")).status).toBe(303);
    expect(await console.queue.isPaused("clean")).toBe(false);
    expect((await console.post("/stages/nope/pause")).status).toBe(404);
  });

  test("a replay from the quarantine page makes its documents owed again", async () => {
    await using console = await setup();
    const response = await console.post("/quarantine/replay", { code: "WIREFOLD_UNEXPECTED" });
    expect(response.headers.get("location")).toBe("/quarantine");
    expect(await (await console.get("/quarantine")).text()).toMatch(/1 of 1.*Empty/s);
    expect(await console.ledger.owed("clean", [console.ids.broken])).toHaveLength(1);
  });

  test("a replay is looked at before it is ordered; viewers see no buttons", async () => {
    await using console = await setup();
    const preview = await (await console.get("/quarantine/replay?code=WIREFOLD_UNEXPECTED")).text();
    expect(preview).toContain("Replay 1 document?");
    expect(await (await console.get("/quarantine/replay?code=OTHER")).text()).toContain("Nothing to replay");
    const { token } = (await (await console.send("POST", "/api/v1/tokens", { name: "eye", role: "viewer" })).json()) as {
      token: string;
    };
    for (const path of ["/", "/quarantine", "/sources", "/runs"]) {
      const page = await (await console.get(path, { authorization: `Bearer ${token}` })).text();
      expect(page.replace(/<header.*?<\/header>|<footer.*?<\/footer>/gs, ""), path).not.toMatch(/method="post"|Replay/);
    }
  });

  test("sources, runs, workers, activity and tokens are shown and worked by forms", async () => {
    await using console = await setup();
    const text = async (path: string) => (await console.get(path)).text();
    expect((await console.post("/sources", { url: "not a url" })).status).toBe(400);
    await console.post("/sources", { url: "https://harbour.example/feed.xml" });
    const path = /\/sources\/src-\w+/.exec(await text("/sources"))?.[0] ?? "";
    expect(await text(path)).toContain("It was not asked yet.");
    await console.post(`${path}/pause`);
    expect(await text("/sources")).toContain('<span class="warn">paused</span>');
    expect((await console.post("/reprocess", { stage: "clean", which: "all" })).status).toBe(303);
    // Nobody works here: what waits would hold the reprocess for ever.
    await console.database.query("delete from owed where priority = 'live'");
    await expect.poll(() => text("/runs")).toMatch(/all from clean.*100 %/s);
    expect(await text("/runs")).toMatch(/<a href="\/documents\?run=run-1">4<\/a>/);
    expect(await text("/runs/run-1")).toContain('href="/documents?run=run-1&amp;stage=fetch');
    expect(await text("/workers")).toContain("No worker is connected");
    expect(await (await console.post("/tokens/add", { name: "dana", role: "operator" })).text()).toMatch(
      /shown this once: <code>[\w-]{43}</,
    );
    expect((await console.post("/stages/extract/limit", { concurrency: "3" })).status).toBe(303);
    expect(await console.queue.concurrencyLimit("extract")).toBe(3);
    expect(await text("/")).toContain("Limit: 3 jobs in hand");
    await console.post("/stages/extract/limit", { concurrency: "" });
    expect(await console.queue.concurrencyLimit("extract")).toBeNull();
    expect((await console.post("/stages/extract/limit", { concurrency: "0" })).status).toBe(404);
    expect((await console.post("/sites/limit", { site: "slow.example", delay_ms: "10000" })).status).toBe(303);
    expect(await text("/sources")).toContain("10 s");
    expect((await console.post("/sites/limit", { site: "slow example", places: "1" })).status).toBe(400);
    expect((await console.post("/tokens/remove", { name: "dana" })).status).toBe(303);
    const activity = await text("/activity");
    for (const action of [
      "source.add",
      "source.pause",
      "reprocess.begin",
      "stage.limit",
      "site.limit",
      "token.add",
      "token.remove",
    ])
      expect(activity, action).toContain(action);
    expect(await text("/activity?action=token")).not.toContain("source.add");
  });

  test("what does not exist is not found, in words and with its status", async () => {
    await using console = await setup();
    for (const path of ["/documents/nobody", "/stories/nobody", "/no/such/page", "/documents/%00"]) {
      const response = await console.get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text(), path).toContain("<h1>Not found</h1>");
    }
  });
});

describe("for machines", () => {
  test("metrics hold the ledger's dispositions, the queues' states and the seconds to drain", async () => {
    await using console = await setup();
    await console.queue.send("clean", [console.ids.waiting], { priority: "live" });
    const response = await console.get("/metrics");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    await expect
      .poll(async () => (await console.get("/metrics")).text())
      .toContain('wirefold_queue_jobs{stage="clean",state="waiting"} 1');
    const text = await (await console.get("/metrics")).text();
    expect(text).toContain('wirefold_ledger_documents{stage="clean",disposition="dropped",reason="no-text"} 1');
    expect(text).toContain('wirefold_drain_seconds{stage="clean"} +Inf');
    expect(text).toContain('wirefold_owed_documents{stage="clean"} 1');
    expect(text).toContain('wirefold_conservation_gap{stage="clean"} 0');
    expect(text).toContain("wirefold_stories 1");
  });

  test("an autoscaler reads seconds to drain as a number, also of a stage that stands still", async () => {
    await using console = await setup();
    const { stages } = (await (await console.get("/api/drain")).json()) as {
      stages: Record<string, { owed: number; seconds: number }>;
    };
    expect(stages.clean).toMatchObject({ owed: 1, seconds: 86_400 });
    expect(stages.extract).toMatchObject({ owed: 0, seconds: 0 });
  });

  test("alive and ready; after its connections were cut it finds its way back", async () => {
    await using console = await setup();
    expect((await console.get("/healthz")).status).toBe(200);
    expect(await (await console.get("/readyz")).json()).toEqual({ ready: true, troubles: {} });
    await console.database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await expect.poll(async () => (await console.get("/readyz")).status).toBe(200);
  });

  test("a ledger that does not answer makes it unready, says which, and ends nothing", async () => {
    await using whole = await setup();
    const Pool = whole.database.constructor as new (options: object) => typeof whole.database;
    const database = new Pool({ connectionString: "postgres://nobody@127.0.0.1:1/nowhere" });
    await using lame = await startConsole({ ...whole, log: whole.log, database, port: 0, token: whole.token });
    const ready = await fetch(`${lame.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, troubles: { postgres: expect.stringMatching(/ECONNREFUSED/) } });
    const page = await fetch(lame.url, { headers: { authorization: `Bearer ${whole.token}` } });
    expect(page.status).toBe(500);
    expect(await page.text()).toContain("/readyz says what is wrong");
    expect((await fetch(`${lame.url}/metrics`)).status).toBe(200);
    await database.end();
  });

  test("Bull Board lists the five queues and asks nobody outside for anything", async () => {
    await using console = await setup();
    const page = await (await console.get("/queues")).text();
    expect(page).toContain("Wirefold queues");
    // Its own links lead to itself with a slash and a state; a reload there must find it.
    for (const path of ["/queues/", "/queues/?status=completed", "/queues/queue/clean"])
      expect((await console.get(path)).status, path).toBe(200);
    expect(page).not.toMatch(/https?:\/\/fonts/);
    const { queues } = (await (await console.get("/queues/api/queues")).json()) as { queues: { name: string }[] };
    expect(queues.map((queue) => queue.name)).toEqual(["fetch", "clean", "dedupe", "extract", "reconcile"]);
  });
});

describe("who may ask", () => {
  test("it listens at loopback", async () => {
    await using console = await setup();
    expect(new URL(console.url).hostname).toBe("127.0.0.1");
  });

  test("a request under a name that is not the console's is refused: a page elsewhere cannot make itself look like it", async () => {
    await using console = await setup();
    const status = (host: string) => statusOf(console.url, "GET", "/healthz", { host });
    expect(await status("evil.example")).toBe(421);
    expect(await status("127.0.0.1.evil.example")).toBe(421);
    expect(await status("localhost@evil.example")).toBeGreaterThanOrEqual(400);
    expect(await status("localhost:1234")).toBe(200);
    expect(await status("[::1]:8088")).toBe(200);
    expect(console.lines.map((line) => line.msg)).toContain("request-refused");
  });

  test("a change is taken only from the console's own pages", async () => {
    await using console = await setup();
    const host = new URL(console.url).host;
    const cookie = `wirefold-${new URL(console.url).port}=${console.token}`;
    const pause = (headers: Record<string, string>) =>
      statusOf(console.url, "PUT", "/queues/api/queues/clean/pause", { cookie, ...headers });
    expect(await pause({})).toBe(403);
    expect(await pause({ origin: "null" })).toBe(403);
    expect(await pause({ origin: "http://evil.example" })).toBe(403);
    expect(await pause({ origin: `http://${host}`, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await console.queue.queue("clean").isPaused()).toBe(false);
    expect(await pause({ origin: `http://${host}`, "sec-fetch-site": "same-origin" })).toBeLessThan(300);
    expect(await console.queue.queue("clean").isPaused()).toBe(true);
  });

  test("what only shows takes no change", async () => {
    await using console = await setup();
    const origin = console.url;
    const cookie = `wirefold-${new URL(console.url).port}=${console.token}`;
    for (const path of ["/", "/stories", "/documents/x", "/metrics", "/api/drain", "/api/v1/pipeline"])
      expect(await statusOf(console.url, "POST", path, { origin, cookie }), path).toBe(404);
  });

  test("every answer forbids framing, sniffing, referrers and storing", async () => {
    await using console = await setup();
    for (const path of ["/", "/metrics", "/queues", `/stories/${console.ids.whole}`, "/nowhere"]) {
      const { headers } = await console.get(path);
      expect(headers.get("x-frame-options"), path).toBe("DENY");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("cache-control"), path).toBe("no-store");
    }
    expect((await console.get("/")).headers.get("content-security-policy")).not.toContain("unsafe-inline");
  });
});

test("a port that is taken is told in one line", async () => {
  await using console = await setup();
  const error = await startConsole({
    ...console,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    port: Number(new URL(console.url).port),
  }).catch((e: Error) => e);
  expect(error).toMatchObject({ code: "WIREFOLD_CONSOLE_ADDRESS" });
  expect(String(error)).toMatch(/another program listens there; choose another port/);
});

test("the environment is read once, and its mistakes are named", () => {
  expect(readConsoleEnv({ WIREFOLD_CONSOLE_PORT: "" })).toEqual({
    WIREFOLD_CONSOLE_HOST: "127.0.0.1",
    WIREFOLD_CONSOLE_PORT: 8088,
    WIREFOLD_CONSOLE_NAMES: "localhost,127.0.0.1,[::1]",
    WIREFOLD_CONSOLE_ROLES: "viewer=*",
  });
  expect(() => readConsoleEnv({ WIREFOLD_CONSOLE_PORT: "high" })).toThrow(/WIREFOLD_CONSOLE_PORT.*See \.env\.example/);
});

/** fetch() does not let a caller choose Host or Origin; a plain request does. */
async function statusOf(base: string, method: string, path: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import("node:http");
  const { hostname, port } = new URL(base);
  return new Promise((answered, failed) => {
    const asking = request({ hostname, port, method, path, headers: { host: `${hostname}:${port}`, ...headers } }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    });
    asking.once("error", failed);
    asking.end();
  });
}
