import { parseUrl, sha256 } from "@wirefold/core";
import { type FoundSource, findSources, pollPorts, pollSource, readerOf } from "@wirefold/fetch";
import { isLanguageSilent } from "@wirefold/sources";
import { type SourceRow, SourceStore, type SourceVolume } from "@wirefold/store";
import { CliError, errorLine } from "../cli-error.ts";
import { endWith } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatCount, formatDuration, parseInterval } from "../format.ts";
import { formatTable } from "../table.ts";
import { recordActivity } from "./audit.ts";
import { type LocalPlatform, openLocalPlatform } from "./local-platform.ts";

interface Options {
  readonly dataDir: string;
  readonly json?: boolean;
  readonly every?: string;
  readonly page?: boolean;
  readonly all?: boolean;
}

/** Poll rows that `show` prints. */
const pollsShown = 20;
/** A feed that says nothing of how often it changes is first asked this often. */
const intervalSecondsDefault = 900;

async function withStore(options: Options, work: (store: SourceStore, local: LocalPlatform) => Promise<void>): Promise<void> {
  const local = await openLocalPlatform({ dataDir: options.dataDir });
  try {
    await work(new SourceStore(local.platform.database), local);
  } finally {
    await local.close();
  }
}

export async function add(urls: readonly string[], options: Options): Promise<void> {
  const fixed = options.every === undefined ? null : parseInterval("--every", options.every, 7 * 86_400);
  for (const url of urls) {
    if (!/^https?:\/\//i.test(url) || parseUrl(url) === null)
      throw new CliError("WIREFOLD_USAGE", `${url}: not a URL`, {
        exitCode: EXIT.usage,
        remedy: "write it as https://example.org/feed.xml",
      });
  }
  await withStore(options, async (store, { platform }) => {
    const reader = readerOf(platform);
    let failed = 0;
    let added = 0;
    try {
      for (const url of urls) {
        const found = await findSources(reader.urls, url, options.page === true, AbortSignal.timeout(120_000)).catch(
          (error: Error) => error,
        );
        if (found instanceof Error || found.length === 0) {
          failed += 1;
          const message = found instanceof Error ? found.message : `${url}: names no feed and no sitemap`;
          const code =
            found instanceof Error ? ((found as { code?: string }).code ?? "WIREFOLD_UNEXPECTED") : "WIREFOLD_NO_SOURCE";
          process.stderr.write(
            `${errorLine(message, found instanceof Error ? null : "add its feed itself, or the page with --page", code)}\n`,
          );
          continue;
        }
        for (const entry of found) {
          await addOne(store, entry, fixed, options);
          await recordActivity(platform.database, "source.add", entry.url);
          added += 1;
        }
      }
    } finally {
      await reader.close();
    }
    if (added > 0 && process.stderr.isTTY)
      process.stderr.write("'wirefold up' and fetch workers poll what was added; 'wirefold source list' shows how it goes\n");
    endWith(failed > 0 ? EXIT.inputFailed : EXIT.ok);
  });
}

async function addOne(store: SourceStore, found: FoundSource, fixed: number | null, options: Options): Promise<void> {
  const { url, kind, title } = found;
  const intervalSeconds = fixed ?? Math.min(3600, found.intervalSeconds ?? intervalSecondsDefault);
  const id = `src-${sha256(url).slice(0, 10)}`;
  const { source, isNew } = await store.add({ id, url, kind, title, intervalSeconds, intervalFixed: fixed !== null });
  if (!isNew && fixed !== null) await store.change(source.id, { intervalSeconds, intervalFixed: true });
  if (options.json) process.stdout.write(`${JSON.stringify(toJson(source))}\n`);
  else process.stdout.write(`${isNew ? "added" : "known"} ${source.id} ${kind} ${url}${title === null ? "" : ` (${title})`}\n`);
}

export async function list(options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const [sources, volumes] = await Promise.all([store.list(), store.volumes()]);
    const volumesOf = (id: string) => volumes.filter(({ sourceId }) => sourceId === id);
    if (options.json) {
      for (const source of sources)
        process.stdout.write(`${JSON.stringify({ ...toJson(source), volumes: volumesOf(source.id).map(toJsonVolume) })}\n`);
      return;
    }
    if (sources.length === 0) {
      process.stdout.write("No sources. 'wirefold source add <url>' adds one.\n");
      return;
    }
    const now = Date.now();
    const rows = sources.map((source) => [
      source.id,
      healthOf(source, now),
      inShort(source.intervalSeconds),
      source.polledAt === null ? null : inShort((now - source.polledAt.getTime()) / 1000),
      source.documentAt === null ? null : inShort((now - source.documentAt.getTime()) / 1000),
      `${volumesOf(source.id).reduce((sum, { lastDay }) => sum + lastDay, 0)}/${source.dailyDocuments === null ? "–" : formatCount(Math.round(source.dailyDocuments))}`,
      silentLanguagesOf(volumesOf(source.id)),
      source.title ?? source.url,
    ]);
    // Ages, and documents of the last day against those a day brings; narrow enough for a terminal of eighty columns.
    process.stdout.write(`${formatTable(["source", "health", "every", "asked", "new", "day", "silent in", "title"], rows)}\n`);
  });
}

export async function show(query: string, options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const [source] = await matching(store, [query], false);
    if (source === undefined) return;
    const [polls, volumes] = await Promise.all([store.polls(source.id, pollsShown), store.volumes(source.id)]);
    if (options.json) {
      process.stdout.write(`${JSON.stringify({ ...toJson(source), volumes: volumes.map(toJsonVolume), last_polls: polls })}\n`);
      return;
    }
    const now = Date.now();
    const facts = [
      source.title ?? source.url,
      `source ${source.id} · ${source.kind} · ${healthOf(source, now)}`,
      source.url,
      `asked every ${formatDuration(source.intervalSeconds * 1000)}${source.intervalFixed ? " (fixed)" : ""}, next ${source.state === "paused" || source.state === "gone" ? "never" : source.nextPollAt.toISOString()}`,
      `${counted(source.documentsSeen, "document")} since the first poll${source.dailyDocuments === null ? "" : `, ${formatCount(Math.round(source.dailyDocuments * 10) / 10)} a day`}; validators ${source.validators}`,
      ...volumes.map(
        (volume) =>
          `${volume.language ?? "language unknown"}: ${counted(volume.lastDay, "document")} in the last day, ${formatCount(Math.round(volume.expected * 10) / 10)} expected${isQuiet(volume) ? "; SILENT" : ""}`,
      ),
      ...(source.hub === null ? [] : [`announced by ${source.hub}`]),
      ...(source.lastError === null ? [] : [`last error: ${source.lastError}`]),
    ];
    const rows = polls.map((poll) => [
      poll.at.toISOString().replace("T", " ").slice(0, 19),
      poll.outcome,
      poll.listed,
      poll.fresh,
      `${poll.durationMs.toFixed(0)} ms`,
      poll.message ?? "",
    ]);
    process.stdout.write(
      `${facts.join("\n")}\n\n${formatTable(["asked (UTC)", "answer", "listed", "new", "took", "why"], rows)}\n`,
    );
  });
}

export async function change(verb: "pause" | "resume" | "remove", queries: readonly string[], options: Options): Promise<void> {
  await withStore(options, async (store, { platform }) => {
    for (const source of await matching(store, queries, options.all === true)) {
      if (verb === "remove") await store.remove(source.id);
      else if (verb === "pause") await store.change(source.id, { state: "paused" });
      else await store.change(source.id, { state: "active", failures: 0, nextPollAt: new Date() });
      await recordActivity(platform.database, `source.${verb}`, source.id, { url: source.url });
      process.stdout.write(`${{ pause: "paused", resume: "resumed", remove: "removed" }[verb]} ${source.id} ${source.url}\n`);
    }
  });
}

export async function check(queries: readonly string[], options: Options): Promise<void> {
  await withStore(options, async (store, { platform }) => {
    const chosen = queries.length === 0 ? await store.list() : await matching(store, queries, true);
    const reader = readerOf(platform);
    let bad = 0;
    try {
      for (const source of chosen) {
        const { poll, change } = await pollSource(
          source,
          pollPorts(platform, reader.urls),
          Date.now(),
          AbortSignal.timeout(120_000),
        );
        if (poll === null) await store.change(source.id, change);
        // A source that was paused by hand stays so, whatever it answers.
        else await store.recordPoll(source.id, poll, source.state === "paused" ? { ...change, state: "paused" } : change);
        const failed = poll?.outcome === "failed";
        const silent = change.silentSince != null;
        if (failed || silent) bad += 1;
        const verdict =
          poll === null
            ? "waits for its site's turn"
            : failed
              ? `fails: ${poll.message}`
              : `${poll.outcome}, ${poll.listed} listed, ${poll.fresh} new${silent ? "; SILENT" : ""}`;
        if (options.json) process.stdout.write(`${JSON.stringify({ ...toJson(source), poll, silent })}\n`);
        else process.stdout.write(`${source.id} ${source.title ?? source.url}: ${verdict}\n`);
      }
    } finally {
      await reader.close();
    }
    endWith(bad > 0 ? EXIT.inputFailed : EXIT.ok);
  });
}

async function matching(store: SourceStore, queries: readonly string[], all: boolean): Promise<SourceRow[]> {
  const chosen = new Map<string, SourceRow>();
  for (const query of queries) {
    const found = await store.find(query);
    if (found.length === 0)
      throw new CliError("WIREFOLD_NOT_FOUND", `no source '${query}'`, { remedy: "'wirefold source list' shows them" });
    if (found.length > 1 && !all)
      throw new CliError(
        "WIREFOLD_AMBIGUOUS",
        `'${query}' names ${found.length} sources (${found
          .slice(0, 5)
          .map(({ id }) => id)
          .join(", ")})`,
        { remedy: "give one id, or --all" },
      );
    for (const source of found) chosen.set(source.id, source);
  }
  return [...chosen.values()];
}

function healthOf(source: SourceRow, now: number): string {
  if (source.state !== "active") return source.state === "failing" ? `failing (${source.failures})` : source.state;
  if (source.silentSince !== null) return `SILENT ${inShort((now - (source.documentAt ?? source.addedAt).getTime()) / 1000)}`;
  return source.polls === 0 ? "new" : source.failures > 0 ? `failed ${source.failures}×` : "ok";
}

/** A language that brought nothing for longer than its history makes likely. */
function isQuiet({ expected, secondsSince }: SourceVolume): boolean {
  return isLanguageSilent(expected, secondsSince);
}

/** Languages that stopped coming, though others may still. */
function silentLanguagesOf(volumes: readonly SourceVolume[]): string {
  return volumes
    .filter(isQuiet)
    .slice(0, 4)
    .map(({ language }) => language ?? "?")
    .join(", ");
}

function toJsonVolume({ language, lastDay, expected, secondsSince }: SourceVolume): Record<string, unknown> {
  return { language, last_day: lastDay, expected, seconds_since: Math.round(secondsSince) };
}

/** 900 as "15m": the largest unit alone. */
function inShort(seconds: number): string {
  const [size, unit] = seconds < 60 ? [1, "s"] : seconds < 3600 ? [60, "m"] : seconds < 172_800 ? [3600, "h"] : [86_400, "d"];
  return `${Math.round(seconds / Number(size))}${unit}`;
}

/** Records that leave the process are named in snake_case. */
function toJson(source: SourceRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
