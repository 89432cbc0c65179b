import { Validator } from "@seriousme/openapi-schema-validator";
import { ReplayRuns } from "@wirefold/store";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { startConsole } from "../src/start-console.ts";
import { setup } from "./setup.ts";

type Console = Awaited<ReturnType<typeof setup>>;

interface Operation {
  readonly operationId: string;
  readonly "x-role": string;
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

const described = async (console: Console) => (await (await fetch(`${console.url}/api/v1/openapi.json`)).json()) as Document;
// biome-ignore lint/suspicious/noExplicitAny: answers are held against the document by the test above; the others look into them.
const jsonOf = async (response: Response) => (await response.json()) as Record<string, any>;

describe("the description of the API", () => {
  test("is a valid OpenAPI 3.1 document in which every operation has a name, a summary and a role", async () => {
    await using console = await setup();
    const document = await described(console);
    const verdict = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(verdict.errors ?? []).toEqual([]);
    expect(document.openapi).toMatch(/^3\.1\./);
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations.length).toBeGreaterThan(30);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const operation of operations)
      expect(operation["x-role"], operation.operationId).toMatch(/^(none|viewer|operator|admin)$/);
  });

  test("tells the truth: every answer to a GET is what the document says it is", async () => {
    await using console = await setup();
    await console.send("POST", "/api/v1/sources", { url: "https://harbour.example/feed.xml" });
    await console.send("POST", "/api/v1/tokens", { name: "reports", role: "viewer" });
    await console.send("POST", "/api/v1/stages/clean/pause");
    await console.send("POST", "/api/v1/reprocess", { stage: "clean", which: "failed" });
    const replay = await jsonOf(await console.send("POST", "/api/v1/replays", { document: "nobody" }));
    const [source] = (await jsonOf(await console.get("/api/v1/sources"))).sources;
    const ids: Record<string, string> = {
      "/documents/{id}": console.ids.whole,
      "/stories/{id}": console.ids.whole,
      "/replays/{id}": replay.id,
      "/sources/{id}": source.id,
      "/runs/{id}": "run-1",
    };
    const document = await described(console);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(document, "api");
    let checked = 0;
    for (const [path, item] of Object.entries(document.paths)) {
      const schema = item.get?.responses["200"]?.content?.["application/json"]?.schema;
      if (schema === undefined) continue;
      const response = await console.get(`/api/v1${path.replace("{id}", ids[path] ?? "").replace("{stage}", "clean")}`);
      expect(response.status, path).toBe(200);
      const pointer = `api#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/get/responses/200/content/application~1json/schema`;
      const validate = ajv.getSchema(pointer);
      const body = await response.json();
      expect(validate?.(body), `${path} ${JSON.stringify(validate?.errors)} ${JSON.stringify(body).slice(0, 300)}`).toBe(true);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(15);
  });
});

describe("the API", () => {
  test("shows the pipeline, who paused a stage, and its course", async () => {
    await using console = await setup();
    await console.send("POST", "/api/v1/stages/clean/pause");
    const { stages } = await jsonOf(await console.get("/api/v1/pipeline"));
    const clean = stages.find((stage: { stage: string }) => stage.stage === "clean");
    expect(clean).toMatchObject({ pending: 1, paused: true, conservation_gap: 0, seconds_to_drain: 86_400 });
    expect(clean.paused_by).toMatchObject({ actor: "owner", via: "api" });
    expect(clean.oldest_seconds).toBeGreaterThanOrEqual(0);
    await expect
      .poll(async () => {
        const { stages } = await jsonOf(await console.get("/api/v1/pipeline/history"));
        return stages[1].owed.at(-1) ?? stages[1].owed.at(-2);
      })
      .toBe(1);
    await console.send("POST", "/api/v1/stages/clean/resume");
    expect((await jsonOf(await console.get("/api/v1/pipeline"))).stages[1]).toMatchObject({ paused: false, paused_by: null });
  });

  test("limits how much of a stage is in hand, and lifts the limit", async () => {
    await using console = await setup();
    expect((await console.send("PUT", "/api/v1/stages/extract/limit", { concurrency: 3 })).status).toBe(200);
    expect(await console.queue.concurrencyLimit("extract")).toBe(3);
    await console.send("PUT", "/api/v1/stages/extract/limit", { concurrency: null });
    expect(await console.queue.concurrencyLimit("extract")).toBeNull();
    expect((await console.send("PUT", "/api/v1/stages/extract/limit", { concurrency: 0 })).status).toBe(400);
  });

  test("finds documents as find does, and traces one", async () => {
    await using console = await setup();
    const { documents } = await jsonOf(await console.get("/api/v1/documents?disposition=dropped&reason=no-text"));
    expect(documents.map((one: { id: string }) => one.id)).toEqual([console.ids.empty]);
    const trace = await jsonOf(await console.get(`/api/v1/documents/${console.ids.whole}`));
    expect(trace.timeline.map((row: { stage: string }) => row.stage)).toContain("reconcile");
    expect(trace.removed[0].reason).toBe("share-links");
    const byUrl = await jsonOf(await console.get(`/api/v1/documents/${encodeURIComponent("https://harbour.example/boats")}`));
    expect(byUrl.document.id).toBe(console.ids.whole);
  });

  test("lists stories in an order, filtered, a page at a time", async () => {
    await using console = await setup();
    await console.database.query(
      `insert into story (id, members_hash, version, headline, members, lineages, conflicts, updated_at)
       select 's' || n, '', 1, 'Ferry ' || n, n, n % 3 + 1, n % 2, now() - n * interval '1 minute' from generate_series(1, 9) n`,
    );
    const list = async (query: string) => {
      const { stories, next } = await jsonOf(await console.get(`/api/v1/stories?${query}`));
      return { ids: stories.map((story: { id: string }) => story.id), next };
    };
    const first = await list("sort=articles&limit=4&q=ferry");
    expect(first.ids).toEqual(["s9", "s8", "s7", "s6"]);
    expect((await list(`sort=articles&limit=4&q=ferry&after=${first.next}`)).ids).toEqual(["s5", "s4", "s3", "s2"]);
    expect((await list("sort=changed&q=ferry&limit=2")).ids).toEqual(["s1", "s2"]);
    const byTime = await list("sort=changed&q=ferry&limit=2");
    expect((await list(`sort=changed&q=ferry&limit=2&after=${byTime.next}`)).ids).toEqual(["s3", "s4"]);
    expect((await list("conflicts_min=1&sort=conflicts&limit=3")).ids).toEqual(["s9", "s7", "s5"]);
    expect((await list("articles_min=8&q=ferry")).ids).toEqual(["s8", "s9"]);
    expect((await list("after=nonsense&q=ferry&limit=1")).ids).toEqual(["s1"]);
  });

  test("previews and replays one cause of the quarantine, and remembers who did", async () => {
    await using console = await setup();
    const { groups } = await jsonOf(await console.get("/api/v1/quarantine"));
    expect(groups).toHaveLength(1);
    const { code, cause } = groups[0];
    const query = new URLSearchParams({ code, cause });
    expect(await jsonOf(await console.get(`/api/v1/quarantine/preview?${query}`))).toMatchObject({ total: 1 });
    expect((await jsonOf(await console.get("/api/v1/quarantine/preview?cause=another"))).total).toBe(0);
    const response = await console.send("POST", "/api/v1/replays", { code, cause, per_second: 100 });
    expect(response.status).toBe(202);
    const { id } = await jsonOf(response);
    await expect.poll(async () => (await jsonOf(await console.get(`/api/v1/replays/${id}`))).state).toBe("done");
    expect(await console.ledger.owed("clean", [console.ids.broken])).toHaveLength(1);
    const { activity } = await jsonOf(await console.get("/api/v1/activity?action=quarantine"));
    expect(activity[0]).toMatchObject({ actor: "owner", action: "quarantine.replay", outcome: "done", detail: { code } });
    expect((await console.send("POST", `/api/v1/replays/${id}/cancel`)).status).toBe(409);
  });

  test("a slow replay is cancelled; what was not moved stays quarantined", async () => {
    await using console = await setup();
    await console.database.query(
      `insert into locator (id, locator, fingerprint, hints) select 'p' || n, 'file:///p' || n, '', '{}' from generate_series(1, 5) n;
       insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, input, outputs)
       select 'p' || n, 'fetch', 1, 'h', 'p' || n, 'quarantined', 'WIREFOLD_NOT_FOUND', '{}', '[]' from generate_series(1, 5) n`,
    );
    const { id } = await jsonOf(await console.send("POST", "/api/v1/replays", { code: "WIREFOLD_NOT_FOUND", per_second: 0.01 }));
    expect((await console.send("POST", `/api/v1/replays/${id}/cancel`)).status).toBe(200);
    await expect.poll(async () => (await jsonOf(await console.get(`/api/v1/replays/${id}`))).state).toBe("cancelled");
    expect((await jsonOf(await console.get("/api/v1/quarantine/preview?code=WIREFOLD_NOT_FOUND"))).total).toBe(4);
  });

  test("a replay at a rate outlives the console that began it", async () => {
    await using console = await setup();
    await console.database.query(
      `insert into locator (id, locator, fingerprint, hints) select 'p' || n, 'file:///p' || n, '', '{}' from generate_series(1, 3) n;
       insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, input, outputs)
       select 'p' || n, 'fetch', 1, 'h', 'p' || n, 'quarantined', 'WIREFOLD_NOT_FOUND', '{}', '[]' from generate_series(1, 3) n`,
    );
    const { id } = await jsonOf(await console.send("POST", "/api/v1/replays", { code: "WIREFOLD_NOT_FOUND", per_second: 0.5 }));
    await console.running.close();
    const runs = new ReplayRuns(console.database);
    expect(await runs.get(id)).toMatchObject({ state: "running", documents: 3, moved: 1 });
    await using next = await startConsole({ ...console, port: 0, token: console.token });
    await expect.poll(async () => (await runs.get(id))?.state).toBe("done");
    expect(await runs.get(id)).toMatchObject({ moved: 3 });
    expect(await console.ledger.owed("fetch", ["p1", "p2", "p3"])).toHaveLength(3);
    expect(next.url).not.toBe(console.url);
  });

  test("limits how often one site is visited, and lifts the limit", async () => {
    await using console = await setup();
    const set = (site: string, body: object) => console.send("PUT", `/api/v1/sites/${encodeURIComponent(site)}/limit`, body);
    const { limits } = await jsonOf(await set("Harbour.example", { delay_ms: 10_000 }));
    expect(limits).toMatchObject([{ site: "harbour.example", places: null, delay_ms: 10_000, set_by: "owner" }]);
    expect((await set("harbour.example:8080", { places: 2 })).status).toBe(200);
    expect((await jsonOf(await set("harbour.example", {}))).limits).toMatchObject([{ site: "harbour.example:8080", places: 2 }]);
    expect((await set("no site", { places: 2 })).status).toBe(400);
    expect((await set("harbour.example", { places: 0 })).status).toBe(400);
  });

  test("shows what a reprocess would change before anything is written", async () => {
    await using console = await setup();
    const order = { stage: "extract", which: "all", sample: 5 };
    const found = await jsonOf(await console.send("POST", "/api/v1/reprocess/preview", order));
    expect(found).toMatchObject({ documents: 1 });
    expect(found.changed + found.failed.length).toBe(1);
    expect((await jsonOf(await console.get("/api/v1/reprocess"))).runs).toEqual([]);
    expect((await console.send("POST", "/api/v1/reprocess/preview", { stage: "fetch", which: "all" })).status).toBe(400);
    const page = await (await console.post("/reprocess/preview", { stage: "extract", which: "all" })).text();
    expect(page).toMatch(/of 1 document looked at would change|Would fail/);
  });

  test("takes a document down, with proof", async () => {
    await using console = await setup();
    const taken = await jsonOf(await console.send("DELETE", `/api/v1/documents/${console.ids.whole}`));
    expect(taken).toMatchObject({ document: console.ids.whole, removed: true, neighbours: [] });
    expect(taken.blobs_deleted).toBeGreaterThan(0);
    const trace = await jsonOf(await console.get(`/api/v1/documents/${console.ids.whole}`));
    expect(trace).toMatchObject({ story: null, removed: [] });
    expect(trace.removed_at).not.toBeNull();
    expect((await console.get(`/api/v1/stories/${console.ids.whole}`)).status).toBe(404);
    expect(await (await console.get(`/documents/${console.ids.whole}`)).text()).toContain("<strong>Taken down</strong>");
    expect((await jsonOf(await console.get("/api/v1/activity?action=document.remove"))).activity[0]).toMatchObject({
      outcome: "done",
    });
    expect((await console.send("DELETE", "/api/v1/documents/nobody")).status).toBe(404);
  });

  test("adds, pauses, resumes, checks and removes a source", async () => {
    await using console = await setup();
    const url = "https://harbour.example/feed.xml";
    const added = await console.send("POST", "/api/v1/sources", { url, every_seconds: 300 });
    expect(added.status).toBe(201);
    const { id, health } = await jsonOf(added);
    expect(health).toBe("new");
    expect((await console.send("POST", "/api/v1/sources", { url })).status).toBe(200);
    expect(await jsonOf(await console.send("POST", `/api/v1/sources/${id}/pause`))).toMatchObject({ health: "paused" });
    expect(await jsonOf(await console.send("POST", `/api/v1/sources/${id}/resume`))).toMatchObject({ state: "active" });
    await console.database.query("update source set next_poll_at = now() + interval '1 hour'");
    const { next_poll_at } = await jsonOf(await console.send("POST", `/api/v1/sources/${id}/check`));
    expect(Date.parse(next_poll_at)).toBeLessThan(Date.now() + 60_000);
    expect((await console.send("DELETE", `/api/v1/sources/${id}`)).status).toBe(204);
    expect((await console.send("DELETE", `/api/v1/sources/${id}`)).status).toBe(404);
    expect((await console.send("POST", "/api/v1/sources", { url: "file:///etc/passwd" })).status).toBe(400);
  });

  test("reprocesses: begins, drives to the end, tells progress; an ended run is not paused", async () => {
    await using console = await setup();
    const begun = await console.send("POST", "/api/v1/reprocess", { stage: "clean", which: "all" });
    expect(begun.status).toBe(202);
    const { id } = await jsonOf(begun);
    const run = async () =>
      (await jsonOf(await console.get("/api/v1/reprocess"))).runs.find((one: { id: string }) => one.id === id);
    // Nobody works here: what waits would hold the reprocess for ever.
    await console.database.query("delete from owed where priority = 'live'");
    await expect.poll(async () => (await run()).state).toBe("done");
    expect(await run()).toMatchObject({ looked_at: 4, driven: false });
    expect(await console.ledger.owed("clean", [console.ids.whole])).toHaveLength(1);
    expect((await console.send("POST", `/api/v1/reprocess/${id}/pause`)).status).toBe(409);
    expect((await console.send("POST", "/api/v1/reprocess/nobody/pause")).status).toBe(404);
  });

  test("streams a reading as soon as somebody listens, and the next ones", async () => {
    await using console = await setup();
    const stop = new AbortController();
    const response = await fetch(`${console.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${console.token}` },
      signal: stop.signal,
    });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = "";
    while ((text.match(/^event: pipeline$/gm) ?? []).length < 2) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    expect(JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "null").stages).toHaveLength(5);
    stop.abort();
  });

  test("what is wrong with a request is told as a problem", async () => {
    await using console = await setup();
    const check = async (response: Response, status: number) => {
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({
        type: "about:blank",
        status,
        title: expect.any(String),
        detail: expect.any(String),
      });
    };
    await check(await console.get("/api/v1/documents?stage=nope"), 400);
    await check(await console.get("/api/v1/documents?limit=0"), 400);
    await check(await console.get("/api/v1/documents?since=yesterday"), 400);
    await check(await console.get("/api/v1/documents/nobody"), 404);
    await check(await console.get("/api/v1/stories/nobody"), 404);
    await check(await console.get("/api/v1/nothing"), 404);
    await check(await console.get("/api/v1/documents/%00"), 404);
    await check(await fetch(`${console.url}/api/v1/pipeline`), 401);
    const broken = await fetch(`${console.url}/api/v1/replays`, {
      method: "POST",
      headers: { authorization: `Bearer ${console.token}`, "content-type": "application/json" },
      body: "{",
    });
    await check(broken, 400);
  });
});
