import { Piscina } from "piscina";
import { ListingError } from "../errors.ts";
import type { ListingText, ParsedListing } from "./parse-listing.ts";

/** Up to here a list is parsed in a few milliseconds; handing it to a thread and back would take longer. */
const inlineLengthMax = 64 * 1024;
/** The largest list that is read takes half a second; what takes so long was made to. */
const parseMsMax = 20_000;
const heapMb = 512;

/** The built file, also when this one runs from source (as under test): a thread has no loader for TypeScript. */
const thread = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/listings/listing-thread.js" : "./listing-thread.js",
  import.meta.url,
);

let pool: Piscina<ListingText, ParsedListing | string> | undefined;

/**
 * Parses a feed or a sitemap, a long one in a thread of its own, within bounds of time and memory.
 *
 * @param name Names it in messages.
 * @throws ListingError when nothing of it can be read.
 */
export async function parseAside(listing: ListingText, name: string, msMax = parseMsMax): Promise<ParsedListing> {
  const parsed = listing.text.length <= inlineLengthMax ? await parseHere(listing) : await inThread(listing, name, msMax);
  if (typeof parsed === "string") throw new ListingError(`${name}: ${parsed}`);
  return parsed;
}

/** The readers of feeds are loaded with the first list: most processes never meet one. */
async function parseHere(listing: ListingText): Promise<ParsedListing | string> {
  const { parseListing } = await import("./parse-listing.ts");
  return parseListing(listing);
}

async function inThread(listing: ListingText, name: string, msMax: number): Promise<ParsedListing | string> {
  // One thread a process, and only while there is something to parse.
  pool ??= new Piscina({
    filename: thread.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5000,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const running = pool;
  const deadline = AbortSignal.timeout(msMax);
  try {
    return await running.run(listing, { signal: deadline });
  } catch (cause) {
    if (deadline.aborted) throw new ListingError(`${name}: not parsed within ${msMax} ms; it is made to take long`, { cause });
    if ((cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
      throw new ListingError(`${name}: takes more than ${heapMb} MB to parse`, { cause });
    throw cause;
  }
}
