import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { AddressRefusedError } from "./errors.ts";

/**
 * Whether an address may be fetched from: only what the registries call public unicast. IPv4 mapped into IPv6 is judged
 * as IPv4 (RFC 4291, section 2.5.5.2), and NAT64 and 6to4 by what they embed, so no notation slips past.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast";
}

type LookupCallback = (error: Error | null, address?: string | { address: string; family: number }[], family?: number) => void;

/**
 * A `lookup` for sockets that resolves a name and refuses it when any of its addresses is not public. The socket connects
 * to the very address that was judged, so a name that changes its answer between check and connect (DNS rebinding) gains
 * nothing.
 */
export function guardedLookup(allowPrivate: boolean) {
  return (hostname: string, options: { all?: boolean; family?: number }, callback: LookupCallback): void => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error);
      const refused = allowPrivate ? undefined : addresses.find((entry) => !isPublicAddress(entry.address));
      if (refused !== undefined)
        return callback(new AddressRefusedError(`${hostname} leads to ${refused.address}, which is not a public address`));
      if (options.all) return callback(null, addresses);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

/** A literal address in a URL never reaches a lookup, so it is judged here. */
export function refuseLiteralAddress(url: URL, allowPrivate: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (allowPrivate || isIP(host) === 0 || isPublicAddress(host)) return;
  throw new AddressRefusedError(`${url.href}: ${host} is not a public address`);
}
