import { isStageName, parseUrl, repeatableStages } from "@wirefold/core";
import { listRuns, listUnfinishedFiles, type QuarantineFilter, type Role, roles } from "@wirefold/store";
import type { Context, Hono } from "hono";
import { addSource, beginReprocess, changeReprocess, changeSource, SITE, sampleReprocess } from "./levers/levers.ts";
import { formOf, may, missing } from "./page-answers.ts";
import { activityPage, tokenPage } from "./pages/activity-pages.ts";
import { showPage } from "./pages/layout.ts";
import { quarantinePage, replayPreviewPage } from "./pages/quarantine-page.ts";
import { reprocessPreviewPage } from "./pages/reprocess-preview-page.ts";
import { runListPage, runPage, workerListPage } from "./pages/run-pages.ts";
import { sourceListPage, sourcePage } from "./pages/source-pages.ts";
import type { Services } from "./services.ts";
import { reprocessView } from "./views/reprocess-view.ts";
import { sourceViews } from "./views/source-view.ts";
import { workerViews } from "./views/worker-view.ts";

/** A page that ordered a short replay shows it done. */
const REPLAY_SETTLE_MS = 2000;
const POLLS = 50;
const ACTIVITY = 100;
/** Documents of a dry run. */
const PREVIEWED = 50;

/** The pages of those who run the pipeline: quarantine, sources, runs, workers, activity, tokens. */
export function operatePageRoutes(app: Hono, services: Services): void {
  const { database, reader, quarantine, replays, reprocess, sources, siteLimits, audit, tokens } = services;

  app.get("/quarantine", async (c) =>
    showPage(
      c,
      quarantinePage({ groups: await quarantine.groups(), replays: await replays.list(), mayOperate: may(c, "operator") }),
    ),
  );

  app.get("/quarantine/replay", async (c) => {
    const filter = quarantineFilterOf((name) => c.req.query(name));
    return showPage(c, replayPreviewPage({ filter: { ...filter }, stages: await quarantine.count(filter) }));
  });

  app.post("/quarantine/replay", async (c) => {
    const text = await formOf(c);
    const filter = quarantineFilterOf(text);
    const rate = Number(text("per_second") ?? Number.NaN);
    const perSecond = rate > 0 && rate <= 100_000 ? rate : undefined;
    c.set("audited", {
      action: "quarantine.replay",
      target: filter.document ?? filter.code ?? "all",
      detail: { ...filter, per_second: perSecond ?? null },
    });
    const run = await replays.begin(filter, perSecond, callerName(c));
    await replays.settle(run.id, REPLAY_SETTLE_MS);
    return c.redirect("/quarantine", 303);
  });

  app.post("/replays/:id/cancel", async (c) => {
    const id = c.req.param("id");
    c.set("audited", { action: "replay.cancel", target: id });
    return (await replays.cancel(id)) ? c.redirect("/quarantine", 303) : missing(c, `No replay ${id} is running.`);
  });

  const sourceList = async (c: Context, trouble?: string) =>
    showPage(
      c,
      sourceListPage({
        sources: await sourceViews(services),
        limits: await siteLimits.list(),
        now: Date.now(),
        mayOperate: may(c, "operator"),
        trouble,
      }),
      trouble === undefined ? 200 : 400,
    );
  app.get("/sources", (c) => sourceList(c));

  app.post("/sources", async (c) => {
    const url = (await formOf(c))("url")?.trim() ?? "";
    c.set("audited", { action: "source.add", target: url.slice(0, 2048) });
    if (!/^https?:\/\//i.test(url) || url.length > 2048 || parseUrl(url) === null)
      return sourceList(c, "That is no http(s) URL.");
    await addSource(services, url, null);
    return c.redirect("/sources", 303);
  });

  app.post("/sites/limit", async (c) => {
    const text = await formOf(c);
    const site = text("site")?.trim() ?? "";
    const number = (name: string, least: number): number | null | undefined => {
      const given = text(name);
      if (given === undefined) return null;
      return /^\d{1,7}$/.test(given) && Number(given) >= least ? Number(given) : undefined;
    };
    const [places, delayMs] = [number("places", 1), number("delay_ms", 0)];
    c.set("audited", { action: "site.limit", target: site.slice(0, 253), detail: { places, delay_ms: delayMs } });
    if (!SITE.test(site)) return sourceList(c, "A site is a domain, or a host and port: news.example, 10.1.0.5:8080.");
    if (places === undefined || delayMs === undefined) return sourceList(c, "A limit is made of whole numbers.");
    await siteLimits.set(site, { places, delayMs }, callerName(c));
    return c.redirect("/sources", 303);
  });

  app.get("/sources/:id", async (c) => {
    const id = c.req.param("id");
    const source = (await sourceViews(services)).find((one) => one.id === id);
    if (source === undefined) return missing(c, `There is no source ${id}.`);
    const polls = await sources.polls(id, POLLS);
    return showPage(
      c,
      sourcePage({ source, polls, now: Date.now(), mayOperate: may(c, "operator"), mayRemove: may(c, "admin") }),
    );
  });

  for (const verb of ["pause", "resume", "check", "remove"] as const) {
    app.post(`/sources/:id/${verb}`, async (c) => {
      const id = c.req.param("id");
      c.set("audited", { action: `source.${verb}`, target: id });
      const source = (await sources.list()).find((one) => one.id === id);
      if (source === undefined) return missing(c, `There is no source ${id}.`);
      await changeSource(services, source, verb);
      return c.redirect(verb === "remove" ? "/sources" : `/sources/${encodeURIComponent(id)}`, 303);
    });
  }

  app.get("/runs", async (c) => {
    const [runs, files, again] = await Promise.all([listRuns(database), listUnfinishedFiles(database), reprocess.list(50)]);
    return showPage(
      c,
      runListPage({
        runs,
        files,
        reprocess: again.map((run) => reprocessView(run, services)),
        mayOperate: may(c, "operator"),
      }),
    );
  });

  app.get("/runs/:id", async (c) => {
    const id = c.req.param("id");
    if (!(await reader.hasRun(id))) return missing(c, `There is no run ${id}.`);
    return showPage(c, runPage(id, await reader.dispositions(id)));
  });

  /** What the form asks for, written down for the activity log; null where it names no stage or no choice. */
  const reprocessOf = async (c: Context, action: string) => {
    const text = await formOf(c);
    const stage = repeatableStages.find((name) => name === text("stage"));
    const which = (["stale", "failed", "all"] as const).find((name) => name === text("which"));
    const narrowed = { outlet: text("outlet"), url: text("url"), language: text("language"), runId: text("run") };
    const given = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));
    c.set("audited", { action, target: stage ?? null, detail: { which: which ?? null, ...given } });
    return stage === undefined || which === undefined ? null : { stage, filter: { ...given, which } };
  };
  const noSuchOrder = (c: Context) => missing(c, "There is no such stage, or no such choice of documents.");

  app.post("/reprocess", async (c) => {
    const order = await reprocessOf(c, "reprocess.begin");
    if (order === null) return noSuchOrder(c);
    await beginReprocess(services, order.stage, order.filter);
    return c.redirect("/runs", 303);
  });

  app.post("/reprocess/preview", async (c) => {
    const order = await reprocessOf(c, "reprocess.preview");
    if (order === null) return noSuchOrder(c);
    const { stage, filter } = order;
    const found = await sampleReprocess(services, stage, filter, PREVIEWED);
    return showPage(c, reprocessPreviewPage({ stage, filter, found }));
  });

  for (const verb of ["pause", "resume", "cancel"] as const) {
    app.post(`/reprocess/:id/${verb}`, async (c) => {
      const id = c.req.param("id");
      c.set("audited", { action: `reprocess.${verb}`, target: id });
      return (await changeReprocess(services, id, verb))
        ? c.redirect("/runs", 303)
        : missing(c, `No reprocess run ${id} can go on.`);
    });
  }

  app.get("/workers", async (c) => showPage(c, workerListPage(await workerViews(services), Date.now())));

  app.get("/activity", async (c) => {
    const { actor, action, target, before } = c.req.query();
    const entries = await audit.list({
      ...(actor ? { actor } : {}),
      ...(action ? { action } : {}),
      ...(target ? { target } : {}),
      ...(before !== undefined && /^\d{1,15}$/.test(before) ? { before: Number(before) } : {}),
      limit: ACTIVITY,
    });
    return showPage(c, activityPage(c.req.query(), entries, ACTIVITY));
  });

  app.get("/tokens", async (c) => showPage(c, tokenPage(await tokens.list())));

  app.post("/tokens/add", async (c) => {
    const text = await formOf(c);
    const name = text("name")?.trim() ?? "";
    const role = roles.find((one): one is Role => one === text("role"));
    c.set("audited", { action: "token.add", target: name.slice(0, 80), detail: { role: role ?? null } });
    const fits = /^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,79}$/u.test(name) && role !== undefined;
    const token = fits ? await tokens.add(name, role, callerName(c)) : null;
    const trouble = fits ? "There is a token of that name." : "A name is made of letters, digits, and . _ @ -";
    return token === null
      ? showPage(c, tokenPage(await tokens.list(), undefined, trouble), 400)
      : showPage(c, tokenPage(await tokens.list(), { name, token }));
  });

  app.post("/tokens/remove", async (c) => {
    const name = (await formOf(c))("name") ?? "";
    c.set("audited", { action: "token.remove", target: name.slice(0, 80) });
    return (await tokens.remove(name)) ? c.redirect("/tokens", 303) : missing(c, `There is no token called ${name}.`);
  });
}

const callerName = (c: Context): string => c.get("caller")?.name ?? "";

function quarantineFilterOf(text: (name: string) => string | undefined): Omit<QuarantineFilter, "before"> {
  const [code, cause, stage, document] = [text("code"), text("cause"), text("stage"), text("document")];
  return {
    ...(code ? { code } : {}),
    ...(cause ? { cause } : {}),
    ...(stage && isStageName(stage) ? { stage } : {}),
    ...(document ? { document } : {}),
  };
}
