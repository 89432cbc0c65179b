import { SaxesParser } from "saxes";
import { isoDate } from "./iso-date.ts";
import { escapeBareAmpersands, type ListedDocument, resolveAddress, withoutDoctype } from "./listed-document.ts";

export interface Sitemap {
  /** An index names sitemaps, the others documents. */
  readonly kind: "index" | "sitemap";
  readonly entries: readonly ListedDocument[];
  readonly left: Readonly<Record<string, number>>;
  /** What is wrong with the file, where something is; the entries before it are read. */
  readonly damage: string | null;
}

/** sitemaps.org: a sitemap, and an index, names 50,000 at most. */
const entriesMax = 50_000;
const chunkLength = 64 * 1024;
const textMax = 8000;

/**
 * Reads a sitemap, a news sitemap, an index of them, or a plain text of addresses. The reader expands no entities of the file's own, and goes on
 * behind what is not well-formed as far as it can.
 *
 * @param given The file, decoded and unpacked.
 * @param address Where it came from.
 */
export function readSitemap(given: string, address: string | null): Sitemap {
  if (/^\s*https?:\/\//i.test(given)) return readAddresses(given);
  const text = escapeBareAmpersands(withoutDoctype(given));
  const entries: ListedDocument[] = [];
  const left: Record<string, number> = {};
  let kind: Sitemap["kind"] = "sitemap";
  let damage: string | null = null;
  let entry: Record<string, string> | null = null;
  let at = "";
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on("error", (error) => {
    damage ??= error.message.slice(0, 200);
  });
  parser.on("opentag", ({ name }) => {
    at = name.slice(name.indexOf(":") + 1).toLowerCase();
    if (at === "sitemapindex") kind = "index";
    if (at === "url" || at === "sitemap") entry = {};
    // `image:loc` and `video:title` say nothing of the page.
    if (/^(image|video|xhtml)/i.test(name)) at = "";
  });
  const keep = (value: string) => {
    if (entry === null || at === "" || at === "url" || at === "sitemap") return;
    const kept = entry[at] ?? "";
    if (kept.length < textMax) entry[at] = kept + value;
  };
  parser.on("text", keep);
  parser.on("cdata", keep);
  parser.on("closetag", ({ name }) => {
    const closed = name.slice(name.indexOf(":") + 1).toLowerCase();
    at = "";
    if (entry === null || (closed !== "url" && closed !== "sitemap")) return;
    const url = resolveAddress(entry.loc, address);
    if (url === null) left["no-address"] = (left["no-address"] ?? 0) + 1;
    else if (entries.length >= entriesMax) left["beyond-50000"] = (left["beyond-50000"] ?? 0) + 1;
    else
      entries.push({
        url,
        title: entry.title?.replace(/\s+/g, " ").trim() || null,
        html: null,
        whole: false,
        publishedAt: isoDate(entry.publication_date),
        modifiedAt: isoDate(entry.lastmod),
        // `news:publication` holds the outlet's name.
        outlet: entry.name?.trim() || null,
        id: null,
      });
    entry = null;
  });
  for (let from = 0; from < text.length && entries.length + (left["beyond-50000"] ?? 0) <= entriesMax; from += chunkLength)
    parser.write(text.slice(from, from + chunkLength));
  try {
    parser.close();
  } catch (error) {
    damage ??= (error as Error).message.slice(0, 200);
  }
  return { kind, entries, left, damage };
}

/** A text of addresses, one a line. */
function readAddresses(text: string): Sitemap {
  const entries: ListedDocument[] = [];
  const left: Record<string, number> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const url = resolveAddress(line, null);
    if (url === null) left["no-address"] = (left["no-address"] ?? 0) + 1;
    else if (entries.length >= entriesMax) left["beyond-50000"] = (left["beyond-50000"] ?? 0) + 1;
    else
      entries.push({ url, title: null, html: null, whole: false, publishedAt: null, modifiedAt: null, outlet: null, id: null });
  }
  return { kind: "sitemap", entries, left, damage: null };
}
