import { isStageName } from "@wirefold/core";
import { renderStoryPage } from "@wirefold/report";
import { findSubjects, listStories, storySorts } from "@wirefold/store";
import type { Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import { cookieName } from "./access/authenticate.ts";
import { removeDocument, setConcurrency, setStagePaused } from "./levers/levers.ts";
import { operatePageRoutes } from "./operate-page-routes.ts";
import { formOf, may, missing } from "./page-answers.ts";
import { documentListPage, documentsHref, filterOf } from "./pages/document-list-page.ts";
import { documentPage } from "./pages/document-page.ts";
import { showPage } from "./pages/layout.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { type StoryListQuery, storyListPage } from "./pages/story-list-page.ts";
import type { Services } from "./services.ts";
import { storyDocuments } from "./story-documents.ts";
import { documentView } from "./views/document-view.ts";

const STORIES_PER_PAGE = 100;
const DOCUMENTS_PER_PAGE = 100;

/** Pages for people. A GET changes nothing; forms post to the same levers the API works. */
export function pageRoutes(app: Hono, services: Services): void {
  const { database, blobs, reader, stories, watch } = services;

  app.get("/", async (c) => showPage(c, overviewPage(await watch.overview(), may(c, "operator"))));

  app.get("/stories", async (c) => {
    const { after, ...query } = c.req.query();
    const page = await listStories(database, {
      ...storyQueryOf(query),
      ...(after === undefined ? {} : { after }),
      limit: STORIES_PER_PAGE,
    });
    return showPage(c, storyListPage({ ...page, query }));
  });

  app.get("/stories/:id", async (c) => {
    const record = await reader.story(c.req.param("id"));
    if (record === null)
      return missing(
        c,
        `No story has the id ${c.req.param("id")}. It may have been merged into another: look for one of its documents.`,
      );
    const rows = await stories.documents(record.members.map((member) => member.id));
    // The report page carries its own policy; this adds what only a header can say.
    c.header("content-security-policy", "frame-ancestors 'none'");
    return c.html(renderStoryPage({ record, documents: await storyDocuments(rows, blobs, stories), indexHref: "/stories" }));
  });

  app.get("/documents", async (c) => {
    const query = c.req.query();
    const found = await findSubjects(database, filterOf(query), { limit: DOCUMENTS_PER_PAGE });
    return showPage(c, documentListPage(query, found, DOCUMENTS_PER_PAGE));
  });

  app.get("/documents/:id", async (c) => {
    const view = await documentView(services, c.req.param("id"));
    if (view === null) return missing(c, `No document has the id, URL or path ${c.req.param("id")}.`);
    return showPage(c, documentPage({ ...view, mayOperate: may(c, "operator"), mayRemove: may(c, "admin") }));
  });

  app.post("/documents/:id/remove", async (c) => {
    const id = c.req.param("id");
    c.set("audited", { action: "document.remove", target: id });
    return (await removeDocument(services, id)) === null
      ? missing(c, `No document has the id ${id}.`)
      : c.redirect(`/documents/${encodeURIComponent(id)}`, 303);
  });

  app.get("/find", async (c) => {
    const query = (c.req.query("q") ?? "").trim();
    if (query === "") return c.redirect("/stories");
    // An id, a URL or a path means one document; words mean stories.
    if (!/\s/.test(query) && (query.length >= 6 || query.includes("/"))) {
      const trace = await reader.trace(query);
      if (trace !== null) return c.redirect(`/documents/${encodeURIComponent(trace.document?.id ?? query)}`);
    }
    const found = await reader.findStories(query, STORIES_PER_PAGE);
    // No story is called so; a document may be.
    if (found.length === 0) return c.redirect(documentsHref({ q: query }));
    const only = found.length === 1 ? found[0] : undefined;
    return only?.id === query
      ? c.redirect(`/stories/${encodeURIComponent(query)}`)
      : showPage(c, storyListPage({ stories: found, query: { q: query }, next: null }));
  });

  app.post("/stages/:stage/:verb{pause|resume}", async (c) => {
    const stage: string = c.req.param("stage");
    const verb = c.req.param("verb");
    c.set("audited", { action: `stage.${verb}`, target: stage });
    if (!isStageName(stage)) return missing(c, `There is no stage ${stage}.`);
    await setStagePaused(services, stage, verb === "pause");
    return c.redirect("/", 303);
  });

  app.post("/stages/:stage/limit", async (c) => {
    const stage: string = c.req.param("stage");
    const given = (await formOf(c))("concurrency");
    const concurrency = given === undefined ? null : Number(given);
    c.set("audited", { action: "stage.limit", target: stage, detail: { concurrency } });
    if (!isStageName(stage)) return missing(c, `There is no stage ${stage}.`);
    if (concurrency !== null && !(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 10_000))
      return missing(c, "A limit is a whole number from 1 to 10,000; left empty, it is lifted.");
    await setConcurrency(services, stage, concurrency);
    return c.redirect("/", 303);
  });

  app.post("/logout", (c) => {
    deleteCookie(c, cookieName(c), { path: "/" });
    c.set("audited", { action: "log-out" });
    return c.redirect("/", 303);
  });

  operatePageRoutes(app, services);
}

/** What an address asks for. What cannot be read is left out, so an address typed wrong finds more, never an error. */
function storyQueryOf({ q, sort, articles_min, lineages_min, conflicts_min, since }: StoryListQuery) {
  const known = storySorts.find((name) => name === sort);
  const day = since !== undefined && /^\d{4}-\d\d-\d\d$/.test(since) ? new Date(since) : undefined;
  const numbers = {
    articlesMin: wholeOf(articles_min),
    lineagesMin: wholeOf(lineages_min),
    conflictsMin: wholeOf(conflicts_min),
  };
  return {
    ...(q ? { text: q } : {}),
    ...(known === undefined ? {} : { sort: known }),
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(day === undefined || Number.isNaN(day.getTime()) ? {} : { changedSince: day }),
  };
}

const wholeOf = (text: string | undefined): number | undefined => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : undefined);
