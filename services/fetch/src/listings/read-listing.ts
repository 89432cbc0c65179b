import { decodeBytes } from "@wirefold/article/decoding";
import { type Blobs, type LocatorSubmitted, listedFingerprint, type SubmittedLocator, sha256 } from "@wirefold/core";
import { canonicalAddress, escapeHtml, type ListedDocument } from "@wirefold/sources";
import { ListingError } from "../errors.ts";
import type { Body } from "../fetch-document.ts";
import { storable } from "../storable.ts";
import { parseAside } from "./parse-aside.ts";

/** An index of sitemaps may name indexes; more than this is a circle or a trap. */
const depthMax = 3;

export interface Listing {
  readonly locators: readonly SubmittedLocator[];
  /** What a trace says of the list. */
  readonly detail: Record<string, unknown>;
  readonly title: string | null;
  /** It names lists, not documents. */
  readonly isIndex: boolean;
  /** Where a feed's changes are announced (WebSub). */
  readonly hub: string | null;
  /** Its own address there. */
  readonly self: string | null;
}

/**
 * What a feed or a sitemap names, as locators: a page to fetch, or the document itself where the list carries all of it,
 * or was given as a file, whose items may never have stood on the web.
 *
 * @throws ListingError when nothing of it can be read.
 */
export async function readListing(body: Body, submitted: LocatorSubmitted, blobs: Blobs): Promise<Listing> {
  const isFile = submitted.locator.startsWith("file:");
  const address = isFile ? null : body.locator;
  const { text } = decodeBytes(body.bytes, body.contentType ?? undefined);
  const depth = (submitted.depth ?? 0) + 1;
  if (depth > depthMax)
    throw new ListingError(`${body.locator}: the ${depth}th list one inside the other; no site needs as many`);
  const read = await parseAside({ is: body.listing ?? "feed", text, address }, body.locator);
  const locators: SubmittedLocator[] = [];
  const seen = new Set<string>();
  let unlikely = 0;
  for (const given of read.items) {
    const item = withoutUnlikelyDates(given, Date.now());
    if (item !== given) unlikely += 1;
    const locator = await locatorOf(item, body.locator, isFile, read.isIndex ? depth : undefined, blobs);
    if (seen.has(locator.locatorId)) continue;
    seen.add(locator.locatorId);
    locators.push(locator);
  }
  const left = Object.fromEntries(Object.entries(read.left).map(([reason, count]) => [`left out: ${reason}`, count]));
  return {
    locators,
    title: read.title,
    isIndex: read.isIndex,
    hub: read.hub,
    self: read.self,
    detail: {
      list: read.kind,
      documents: locators.length,
      ...left,
      ...(unlikely > 0 ? { "dates that lie ahead": unlikely } : {}),
      ...(read.damage ? { damage: read.damage } : {}),
    },
  };
}

/** Clocks of servers differ, and so do their time zones; beyond this a date lies ahead. */
const aheadMsMax = 2 * 86_400_000;

/** A list that dates an item into the future says nothing of when it was published; the page itself may. */
function withoutUnlikelyDates(item: ListedDocument, now: number): ListedDocument {
  const isAhead = (date: string | null) => date !== null && Date.parse(date) > now + aheadMsMax;
  if (!isAhead(item.publishedAt) && !isAhead(item.modifiedAt)) return item;
  return {
    ...item,
    publishedAt: isAhead(item.publishedAt) ? null : item.publishedAt,
    modifiedAt: isAhead(item.modifiedAt) ? null : item.modifiedAt,
  };
}

async function locatorOf(
  item: ListedDocument,
  list: string,
  isFile: boolean,
  depth: number | undefined,
  blobs: Blobs,
): Promise<SubmittedLocator> {
  const hints = {
    ...(item.url ? { url: item.url } : {}),
    ...(item.title ? { title: storable(item.title) } : {}),
    ...(item.publishedAt ? { published_at: item.publishedAt } : {}),
    ...(item.outlet ? { outlet: storable(item.outlet) } : {}),
  };
  const carriesIt = item.html !== null && (item.whole || isFile || item.url === null);
  if (carriesIt) {
    const page = pageOf(item);
    const bodyHash = await blobs.put(new TextEncoder().encode(page));
    const locator = item.url !== null ? canonicalAddress(item.url) : `${list}#${item.id ?? sha256(page).slice(0, 20)}`;
    const record = { bodyHash, contentType: "text/html; charset=utf-8", kind: "html" as const, isItem: true };
    return {
      ...identified(storable(locator), bodyHash),
      record,
      ...(item.modifiedAt === null ? {} : { changedAt: item.modifiedAt }),
      hints,
    };
  }
  // What the list says of a page changes when the page does; listed again as it was it is not fetched again. A list within
  // a list that says nothing of its age may have grown.
  const says = item.modifiedAt ?? item.publishedAt ?? null;
  const fingerprint = listedFingerprint(says ?? (depth === undefined ? "" : new Date().toISOString()), sha256(list).slice(0, 12));
  return {
    ...identified(item.url === null ? list : canonicalAddress(item.url), fingerprint),
    ...(depth === undefined ? {} : { depth }),
    ...(says === null ? {} : { changedAt: says }),
    hints,
  };
}

function identified(locator: string, fingerprint: string) {
  return { locatorId: `loc-${sha256(locator).slice(0, 20)}`, locator, fingerprint };
}

/** An item as the page it would be. */
function pageOf({ title, html }: ListedDocument): string {
  const heading = title === null ? "" : `<h1>${escapeHtml(title)}</h1>`;
  const head = `<meta charset="utf-8"><title>${escapeHtml(title ?? "")}</title>`;
  return `<!doctype html><html><head>${head}</head><body><article>${heading}${storable(html ?? "")}</article></body></html>`;
}
