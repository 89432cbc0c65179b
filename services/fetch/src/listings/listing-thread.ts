import { type ListingText, type ParsedListing, parseListing } from "./parse-listing.ts";

/** What a thread runs: long lists are parsed here, so that the renewal of locks and other visits never wait for one. */
export default function parse(listing: ListingText): ParsedListing | string {
  return parseListing(listing);
}
