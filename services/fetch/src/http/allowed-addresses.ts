import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { FatalError } from "@wirefold/core";
import ipaddr from "ipaddr.js";
import { ContactMissingError } from "../errors.ts";
import { isPublicAddress, type MayFetchFrom } from "./address-guard.ts";

/** WIREFOLD_ALLOW_HOSTS names something that is neither a host, an address nor a range of them. */
export class AllowedHostsError extends FatalError {
  override readonly code = "WIREFOLD_ENVIRONMENT";
}

export interface AllowedAddresses {
  readonly mayFetchFrom: MayFetchFrom;
}

/**
 * What may be fetched in addition to public addresses: all of this machine and its networks, or the hosts, addresses and ranges
 * of one's own intranet.
 *
 * @param list Separated by commas or spaces: `wiki.corp.example`, `*.corp.example`, `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`.
 * @throws AllowedHostsError for an entry that is none of these.
 */
export function allowedAddresses(list: string, allowPrivate: boolean): AllowedAddresses {
  const names = new Set<string>();
  const suffixes: string[] = [];
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const bare = entry.replace(/^\[|\]$/g, "");
    if (ipaddr.isValidCIDR(bare)) ranges.push(ipaddr.parseCIDR(bare));
    else if (isIP(bare) !== 0) ranges.push([ipaddr.process(bare), isIP(bare) === 4 ? 32 : 128]);
    else if (/^\*\.[\w-]+(\.[\w-]+)*$/.test(entry)) suffixes.push(entry.slice(1));
    else if (/^[\w-]+(\.[\w-]+)*$/.test(entry)) names.add(entry);
    else
      throw new AllowedHostsError(
        `WIREFOLD_ALLOW_HOSTS: "${entry}" is no host, no address and no range; write wiki.corp.example, *.corp.example, 10.1.2.3 or 10.1.0.0/16`,
      );
  }
  const mayFetchFrom: MayFetchFrom = (address, host) => {
    if (allowPrivate || isPublicAddress(address)) return true;
    const name = host?.toLowerCase();
    if (name !== undefined && (names.has(name) || suffixes.some((suffix) => name.endsWith(suffix)))) return true;
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
  };
  return { mayFetchFrom };
}

/** A User-Agent that says whom to write to: an address on the web or of mail. */
export function hasContact(userAgent: string): boolean {
  return /https?:\/\/\S|\S@\S/.test(userAgent);
}

/**
 * Refuses to touch the public web under a name that says nothing of who asks. One's own networks need no introduction.
 *
 * @throws ContactMissingError
 */
export function requireContact(userAgent: string): (url: URL) => Promise<void> {
  return async (url) => {
    if (hasContact(userAgent)) return;
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const addresses =
      isIP(host) !== 0 ? [host] : (await lookup(host, { all: true }).catch(() => [])).map((entry) => entry.address);
    if (addresses.length > 0 && addresses.every((address) => !isPublicAddress(address))) return;
    throw new ContactMissingError(
      `${url.href}: nothing is asked of the public web until sites can see whom to write to; set WIREFOLD_CONTACT to a mail address or a page about you`,
    );
  };
}
