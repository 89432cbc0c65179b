import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { AddressRefusedError } from "../errors.ts";

/**
 * Judges an address: a literal one in a URL, or what a name led to.
 *
 * @param host The name that led to it.
 */
export type MayFetchFrom = (address: string, host?: string) => boolean;

/**
 * Whether an address may be fetched from: only what the registries call public unicast. IPv4 mapped into IPv6 is judged
 * as IPv4 (RFC 4291, section 2.5.5.2). Of IPv6 only 2000::/3 is assigned, and what embeds an IPv4 address (NAT64, 6to4,
 * Teredo) is refused altogether, so no notation slips past.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return true;
  const [first = 0] = parsed.toByteArray();
  return (first & 0xe0) === 0x20;
}

type Resolved = { address: string; family: number };
type LookupCallback = (error: Error | null, address?: string | Resolved[], family?: number) => void;
type SystemLookup = (
  hostname: string,
  options: { all: true; family?: number },
  callback: (error: Error | null, addresses: Resolved[]) => void,
) => void;

/**
 * A `lookup` for sockets that resolves a name and refuses it when any of its addresses is refused. The socket connects
 * to the very address that was judged, so a name that changes its answer between check and connect (DNS rebinding) gains
 * nothing.
 */
export function guardedLookup(mayFetchFrom: MayFetchFrom, lookup: SystemLookup = systemLookup as SystemLookup) {
  return (hostname: string, options: { all?: boolean; family?: number }, callback: LookupCallback): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error);
      const refused = addresses.find((entry) => !mayFetchFrom(entry.address, hostname));
      if (refused !== undefined)
        return callback(
          new AddressRefusedError(`${hostname} leads to ${refused.address}, which is not a public address; ${remedy(hostname)}`),
        );
      const first = addresses[0];
      if (first === undefined) return callback(new Error(`${hostname} leads to no address`));
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** A literal address in a URL never reaches a lookup, so it is judged here. */
export function refuseLiteralAddress(url: URL, mayFetchFrom: MayFetchFrom): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0 || mayFetchFrom(host)) return;
  throw new AddressRefusedError(`${url.href}: ${host} is not a public address; ${remedy(host)}`);
}

function remedy(host: string): string {
  return `if it is yours, allow it with WIREFOLD_ALLOW_HOSTS=${host}`;
}
