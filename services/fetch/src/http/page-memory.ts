import type { PageDirective } from "@wirefold/sources";
import type { PageRow, PageStore } from "@wirefold/store";
import { askTogether } from "../ask-together.ts";
import type { PageVisit, RememberedPage } from "./url-reader.ts";

/** What was learned of the pages that were read, so that nothing is fetched twice. */
export interface PageMemory {
  /**
   * By canonical address; null for a page that is not known.
   *
   * @param locatorId Who asks: what it read itself and could not hand on, it must read again.
   */
  known(address: string, locatorId: string): Promise<RememberedPage | null>;
  /** Whether the document of this address was just read at another of its addresses. */
  justReadElsewhere(locator: string, address: string): Promise<boolean>;
  /** When the page of this address was last read from its site; null where only others told of it, or nobody. */
  lastRead(address: string): Promise<Date | null>;
  read(visit: PageVisit, locator: string, documentId: string, bodyHash: string, locatorId: string): Promise<void>;
  confirmed(address: string, freshSeconds: number | null): Promise<void>;
}

/** A cache header is a promise of the server's, and pages are corrected before it ends; beyond this it is not relied on. */
const freshSecondsMax = 1800;
/** Validators are believed for so long after the page was last read whole. */
const checkedMsMax = 24 * 3_600_000;
/** A page that was read so recently is the same page still for who comes to it by another address. */
const justReadMs = 10 * 60_000;

/** What this process read and is about to store, by another locator: that one still owes it, so nothing is lost by leaving it alone. */
const onTheWayMs = 60_000;
const onTheWayMax = 5000;

/** The memory all workers share, in the store, and what this process has in hand. */
export function pageMemory(store: PageStore): PageMemory {
  const rowOf = askTogether(async (addresses) => {
    const rows = await store.known(addresses);
    return (address): PageRow | null => rows.get(address) ?? null;
  });
  const lastReadOf = askTogether(async (addresses) => {
    const times = await store.lastRead(addresses);
    return (address): Date | null => times.get(address) ?? null;
  });
  const onTheWay = new Map<string, { readonly locatorId: string; readonly at: number }>();
  return {
    async known(address, locatorId) {
      const row = await rowOf(address);
      const now = Date.now();
      const inHand = onTheWay.get(address);
      if (inHand !== undefined && inHand.locatorId !== locatorId && now - inHand.at < onTheWayMs)
        return { conditions: {}, known: "just-read", knownByRedirect: "just-read" };
      if (row === null) return null;
      const isFresh = row.freshUntil !== null && row.freshUntil.getTime() > now;
      const isJustRead = now - row.readAt.getTime() < justReadMs;
      const isBelieved = !row.validatorsLie && now - row.readAt.getTime() < checkedMsMax;
      return {
        conditions: isBelieved
          ? {
              ...(row.etag === null ? {} : { "if-none-match": row.etag }),
              ...(row.lastModified === null ? {} : { "if-modified-since": row.lastModified }),
            }
          : {},
        known: isFresh ? "fresh" : null,
        knownByRedirect: isFresh ? "fresh" : isJustRead ? "just-read" : null,
      };
    },
    async justReadElsewhere(locator, address) {
      const at = (await store.lastReadElsewhere([{ locator, address }])).get(address);
      return at !== undefined && Date.now() - at.getTime() < justReadMs;
    },
    lastRead: lastReadOf,
    async read({ address, signs, etag, lastModified, freshSeconds }, locator, documentId, bodyHash, locatorId) {
      onTheWay.delete(address);
      onTheWay.set(address, { locatorId, at: Date.now() });
      if (onTheWay.size > onTheWayMax) for (const key of onTheWay.keys()) if (onTheWay.delete(key)) break;
      await store.read({
        address,
        locator,
        documentId,
        bodyHash,
        etag,
        lastModified,
        freshUntil: untilOf(freshSeconds),
        directives: signs.directives,
      });
    },
    confirmed: (address, freshSeconds) => store.confirmed(address, untilOf(freshSeconds)),
  };
}

function untilOf(seconds: number | null): Date | null {
  return seconds === null || seconds <= 0 ? null : new Date(Date.now() + Math.min(freshSecondsMax, seconds) * 1000);
}

/** The first of a page's wishes that is followed here; null where there is none. */
export function honoured(visit: PageVisit | undefined, honour: readonly PageDirective[]): PageDirective | null {
  return honour.find((wish) => visit?.signs.directives.includes(wish)) ?? null;
}
