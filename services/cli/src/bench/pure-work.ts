import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { extractArticle } from "@wirefold/article";
import { groupBy, mustGet } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { withPassages } from "@wirefold/pipeline";
import { groupDocuments } from "@wirefold/similarity";
import { reconcileStory } from "@wirefold/stories";
import { compileLater } from "@wirefold/worker/threads";
import { type InventedArticle, inventArticles } from "./invented-articles.ts";
import { pageOf } from "./invented-pages.ts";

export interface PureWork {
  /** Documents of the measured run. */
  readonly count: number;
  /** Documents before it. */
  readonly warmUp: number;
  readonly html: boolean;
}

/**
 * CPU seconds of the stages' decisions alone, by stage: the same documents in each of so many processes at once, the mean of them.
 * The pipeline keeps all cores busy, and cores that share a cache or a unit of execution are slower together than alone: pure work on
 * one of them is no measure for what it costs there.
 */
export async function pureSecondsAtOnce(processes: number, work: PureWork): Promise<Record<string, number>> {
  const children = Array.from({ length: processes }, () =>
    fork(fileURLToPath(new URL("./pure-work-process.js", import.meta.url)), [JSON.stringify(work)]),
  );
  try {
    await Promise.all(children.map(answerOf));
    const answers = children.map(answerOf);
    for (const child of children) child.send("measure");
    const seconds = (await Promise.all(answers)) as Record<string, number>[];
    const stages = Object.keys(seconds[0] ?? {});
    return Object.fromEntries(
      stages.map((stage) => [stage, seconds.reduce((sum, own) => sum + (own[stage] ?? 0), 0) / processes]),
    );
  } finally {
    for (const child of children) child.kill();
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the process of the pure work ended with ${code}`);
  });
  // After the last answer it is ended, and nobody waits any more.
  ended.catch(() => {});
  return (await Promise.race([once(child, "message"), ended]))[0];
}

/** The work of one such process: warms up, says so, and measures when told to. */
export async function measureWhenTold({ count, warmUp, html }: PureWork): Promise<void> {
  const tell = (message: unknown) => process.send?.(message);
  compileLater();
  pureSeconds([...inventArticles(warmUp, 77)], html);
  const articles = [...inventArticles(count)];
  tell("warm");
  await once(process, "message");
  tell(pureSeconds(articles, html));
}

/** CPU seconds of the stages' decisions alone, by stage, in this process: one thread, no queue and no store. */
function pureSeconds(articles: readonly InventedArticle[], html: boolean): Record<string, number> {
  const timed = <T>(work: () => T): [T, number] => {
    const before = process.cpuUsage();
    const answer = work();
    const used = process.cpuUsage(before);
    return [answer, (used.user + used.system) / 1e6];
  };
  const [cleaned, clean] = timed(() =>
    articles.map((article) => ({
      ...article,
      article: html
        ? extractArticle(pageOf(article), { kind: "html", url: article.url })
        : extractArticle(article.text, { kind: "text", url: article.url }),
    })),
  );
  const inputs = cleaned.map(({ id, title, article, published_at, outlet }) => ({
    id,
    title,
    text: article.text,
    published_at,
    outlet,
  }));
  const [grouping, dedupe] = timed(() => groupDocuments(inputs));
  const [facts, extract] = timed(
    () => new Map(cleaned.map((one) => [one.id, extractFacts({ ...one, language: one.article.language })])),
  );
  const storyOf = (id: string) => mustGet(grouping.assignments, id).story;
  const stories = groupBy(articles, ({ id }) => storyOf(id));
  const inside = grouping.edges.filter(({ a, b }) => storyOf(a) === storyOf(b));
  const edges = groupBy(inside, ({ a }) => storyOf(a));
  const [, reconcile] = timed(() => {
    for (const [story, members] of stories) {
      const read = members.map(({ id, title, text, outlet, url, published_at }) => ({
        ...mustGet(grouping.assignments, id),
        id,
        title,
        text,
        facts: mustGet(facts, id),
        outlet,
        url,
        published_at,
        language: "en",
        wire_credit: null,
      }));
      reconcileStory(withPassages(read, edges.get(story) ?? []));
    }
  });
  return { clean, dedupe, extract, reconcile };
}
