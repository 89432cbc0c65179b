import { anyPageForm } from "@wirefold/text/boilerplate";
import { decodeXML } from "entities";
import { DetectError, parseFeed } from "feedsmith";
import { escapeHtml } from "./escape-html.ts";
import { isoDate } from "./iso-date.ts";
import { type ListedDocument, resolveAddress, withoutDoctype } from "./listed-document.ts";

export interface Feed {
  readonly kind: "rss" | "atom" | "rdf" | "json";
  readonly title: string | null;
  readonly items: readonly ListedDocument[];
  /** Items left out, and why, counted. */
  readonly left: Readonly<Record<string, number>>;
  /** Where changes are announced (WebSub), and the feed's own address there. */
  readonly hub: string | null;
  readonly self: string | null;
  /** How often the feed says it changes, in minutes; null where it does not say. */
  readonly intervalMinutes: number | null;
  /** What is wrong with the file, where something is; the items before it are read. */
  readonly damage: string | null;
}

/** The file is no feed, or so damaged that nothing of it can be read. */
export class FeedError extends Error {}

/** Feeds carry their newest items first, so what lies beyond is old, or made to fill memory. */
const feedLengthMax = 4 * 1024 * 1024;
const itemsMax = 5000;
/** Letters of text above which a body that stands where feeds put bodies is taken for the whole document. */
const wholeLettersMin = 600;

/**
 * Reads RSS, Atom, RDF and JSON Feed. Entities declared in the file are not expanded, nothing is fetched, and a file that
 * breaks off gives the items before the break.
 *
 * @param text The file, decoded.
 * @param address Where it came from, which relative links are resolved against.
 * @throws FeedError
 */
export function readFeed(text: string, address: string | null): Feed {
  const { parsed, damage } = parse(text.replace(/^\uFEFF/, ""));
  const { format, feed } = parsed;
  const generic = (format === "json" ? fromJson(feed) : format === "atom" ? fromAtom(feed) : fromRss(feed)) as Generic;
  const own = resolveAddress(generic.base, address);
  const base = own ?? resolveAddress(generic.link, address) ?? address;
  const left: Record<string, number> = {};
  const items: ListedDocument[] = [];
  for (const raw of generic.items) {
    const item = listed(raw, resolveAddress(raw.base, own ?? address) ?? base, plain(generic.title));
    const reason = raw.advert ? "advert" : item.url === null && item.html === null ? "empty" : null;
    if (reason === null) items.push(item);
    else left[reason] = (left[reason] ?? 0) + 1;
  }
  return {
    kind: format,
    title: plain(generic.title),
    items,
    left,
    hub: resolveAddress(generic.hub, base),
    self: resolveAddress(generic.self, base),
    intervalMinutes: generic.intervalMinutes,
    damage,
  };
}

type Parsed = ReturnType<typeof parseFeed>;

function parse(file: string): { parsed: Parsed; damage: string | null } {
  const given = file.trimStart().startsWith("{") ? file : withoutDoctype(file);
  const cut = given.length > feedLengthMax;
  const text = cut ? closed(given.slice(0, feedLengthMax)) : given;
  let damage = cut ? `longer than ${feedLengthMax} characters; what lies beyond is not read` : null;
  try {
    if (text !== null) return { parsed: parseFeed(text, { maxItems: itemsMax }), damage };
  } catch (error) {
    if (error instanceof DetectError) throw new FeedError("it is no RSS, Atom, RDF or JSON Feed");
    damage = (error as Error).message;
  }
  const whole = closed(text ?? given);
  if (whole !== null) {
    try {
      return { parsed: parseFeed(whole, { maxItems: itemsMax }), damage: damage ?? "it breaks off" };
    } catch {
      // Told below, as the fault of the file it is.
    }
  }
  throw new FeedError(`it is damaged as a feed (${damage ?? "no item is whole"})`);
}

/** A feed that breaks off, closed behind its last whole item; null where there is none. */
function closed(text: string): string | null {
  const ends = [...["</item>", "</entry>"].map((tag) => text.lastIndexOf(tag) + (text.includes(tag) ? tag.length : 0))];
  const end = Math.max(...ends);
  if (end <= 0) return null;
  const head = text.slice(0, 4096);
  const close = /<feed[\s>]/i.test(head) ? "</feed>" : /<rdf:RDF/i.test(head) ? "</rdf:RDF>" : "</channel></rss>";
  return text.slice(0, end) + close;
}

interface GenericItem {
  /** What its relative links are resolved against (`xml:base`). */
  readonly base: string | undefined;
  readonly link: string | undefined;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly content: string | undefined;
  readonly summary: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly outlet: string | undefined;
  readonly advert: boolean;
}

interface Generic {
  readonly base: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly hub: string | undefined;
  readonly self: string | undefined;
  readonly intervalMinutes: number | null;
  readonly items: readonly GenericItem[];
}

// The parser's types differ by format and namespace; what is read of them is strings that may be missing.
// biome-ignore lint/suspicious/noExplicitAny: narrowed field by field below.
type Loose = any;

function fromRss(feed: Loose): Generic {
  const links: Loose[] = feed.atom?.links ?? [];
  return {
    base: feed.xml?.base,
    title: feed.title,
    link: feed.link,
    hub: links.find((link) => link.rel === "hub")?.href,
    self: links.find((link) => link.rel === "self")?.href,
    intervalMinutes: intervalOf(feed),
    items: (feed.items ?? []).map((item: Loose) => {
      const guid: string | undefined = item.guid?.value;
      const isLink = item.guid?.isPermaLink !== false && /^https?:\/\//i.test(guid ?? "");
      return {
        base: item.xml?.base,
        link: item.link ?? (isLink ? guid : undefined) ?? item.rdf?.about,
        id: guid ?? item.rdf?.about,
        title: item.title,
        content: item.content?.encoded,
        summary: item.description,
        published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
        updated: item.dcterms?.modified?.[0] ?? item.atom?.updated,
        outlet: item.source?.title,
        advert: isAdvert(
          item.title,
          (item.categories ?? []).map((category: Loose) => category.name),
        ),
      };
    }),
  };
}

function fromAtom(feed: Loose): Generic {
  const linkOf = (links: Loose[] | undefined, rel: string) =>
    (links ?? []).find(
      (link) => (link.rel ?? "alternate") === rel && (rel !== "alternate" || !/audio|video|image/.test(link.type ?? "")),
    )?.href;
  return {
    base: feed.xml?.base,
    title: textOf(feed.title),
    link: linkOf(feed.links, "alternate"),
    hub: linkOf(feed.links, "hub"),
    self: linkOf(feed.links, "self"),
    intervalMinutes: intervalOf(feed),
    items: (feed.entries ?? []).map((entry: Loose) => ({
      base: entry.xml?.base,
      link: linkOf(entry.links, "alternate") ?? (/^https?:\/\//i.test(entry.id ?? "") ? entry.id : undefined),
      id: entry.id,
      title: textOf(entry.title),
      content: htmlOf(entry.content),
      summary: htmlOf(entry.summary),
      published: entry.published ?? entry.updated,
      updated: entry.updated,
      outlet: textOf(entry.source?.title),
      advert: isAdvert(
        textOf(entry.title),
        (entry.categories ?? []).map((category: Loose) => category.term ?? category.label),
      ),
    })),
  };
}

function fromJson(feed: Loose): Generic {
  const hub = (feed.hubs ?? []).find((entry: Loose) => /websub/i.test(entry.type ?? ""))?.url;
  return {
    base: undefined,
    title: feed.title,
    link: feed.home_page_url,
    hub,
    self: feed.feed_url,
    intervalMinutes: null,
    items: (feed.items ?? []).map((item: Loose) => ({
      base: undefined,
      link: item.url ?? item.external_url ?? (/^https?:\/\//i.test(item.id ?? "") ? item.id : undefined),
      id: item.id,
      title: item.title,
      content: item.content_html ?? (item.content_text === undefined ? undefined : paragraphs(item.content_text)),
      summary: item.summary,
      published: item.date_published,
      updated: item.date_modified,
      outlet: undefined,
      advert: isAdvert(item.title, item.tags ?? []),
    })),
  };
}

function listed(item: GenericItem, base: string | null, outlet: string | null): ListedDocument {
  const content = nonEmpty(item.content);
  const summary = nonEmpty(item.summary);
  const body = content !== null && (summary === null || content.length >= summary.length) ? content : (summary ?? content);
  const html = body === null ? null : /<[a-z!/]/i.test(body) ? body : paragraphs(body);
  const letters = html === null ? 0 : (html.replace(/<[^>]*>/g, " ").match(/\p{L}/gu)?.length ?? 0);
  return {
    url: resolveAddress(item.link, base),
    title: plain(item.title),
    html,
    whole: body !== null && body === content && letters >= wholeLettersMin,
    publishedAt: isoDate(item.published),
    modifiedAt: isoDate(item.updated),
    outlet: plain(item.outlet) ?? outlet,
    id: nonEmpty(item.id),
  };
}

const paidTitle = new RegExp(`^\\s*[[(]?\\s*${anyPageForm("paidLabel")}\\s*[\\])]?\\s*[:|–—-]`, "iu");
const paidCategory = new RegExp(`^\\s*${anyPageForm("paidCategory")}\\s*$`, "iu");

/** An item that is paid for says so in its category, or before its title. */
function isAdvert(title: string | undefined, categories: readonly (string | undefined)[]): boolean {
  return paidTitle.test(title ?? "") || categories.some((category) => paidCategory.test(category ?? ""));
}

const periods: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

function intervalOf(feed: Loose): number | null {
  if (Number(feed.ttl) > 0) return Math.min(10_080, Number(feed.ttl));
  const period =
    periods[
      String(feed.sy?.updatePeriod ?? "")
        .trim()
        .toLowerCase()
    ];
  if (period === undefined) return null;
  return Math.max(1, Math.min(10_080, period / Math.max(1, Number(feed.sy?.updateFrequency) || 1)));
}

function textOf(value: Loose): string | undefined {
  return typeof value === "string" ? value : value?.value;
}

/** Atom says whether a text is HTML; plain text is escaped into it. */
function htmlOf(value: Loose): string | undefined {
  const text = textOf(value);
  if (text === undefined || typeof value === "string") return text;
  return value.type === "html" || value.type === "xhtml" || /<[a-z]/i.test(text) ? text : paragraphs(text);
}

function plain(text: string | undefined | null): string | null {
  const bare = (text ?? "").replace(/<[^<>]*>/g, " ");
  return nonEmpty(decodeXML(bare).replace(/\s+/g, " "));
}

function nonEmpty(text: string | undefined | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** A plain text as HTML: a paragraph a block of lines. */
export function paragraphs(text: string): string {
  const blocks = text.split(/\r?\n\s*\r?\n/).map((block) => block.trim());
  return blocks
    .filter((block) => block !== "")
    .map((block) => `<p>${escapeHtml(block)}</p>`)
    .join("\n");
}
