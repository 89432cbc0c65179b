import { sha256 } from "@wirefold/core";
import type { SourceRow, SourceStore } from "@wirefold/store";
import type { HttpReader } from "../http/url-reader.ts";
import { findSources } from "./find-sources.ts";

/**
 * A page that was added without anybody having looked at it gives way to the feeds and sitemaps it names. What is a list itself, names
 * none, or does not answer is polled as it stands.
 */
export async function givesWay(
  source: SourceRow,
  urls: HttpReader,
  store: Pick<SourceStore, "add" | "remove">,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await findSources(urls, source.url, false, signal).catch(() => []);
  if (found.length === 0 || found.some(({ url }) => url === source.url)) return false;
  for (const { url, kind, title, intervalSeconds } of found)
    await store.add({
      id: `src-${sha256(url).slice(0, 10)}`,
      url,
      kind,
      title,
      intervalSeconds: source.intervalFixed ? source.intervalSeconds : (intervalSeconds ?? source.intervalSeconds),
      intervalFixed: source.intervalFixed,
    });
  await store.remove(source.id);
  return true;
}
