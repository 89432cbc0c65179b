import { parseUrl } from "@wirefold/core";
import { HttpRefusedError } from "../errors.ts";

/** Longest address that is asked for. RFC 9110, section 4.1: 8,000 octets are what servers ought to take. */
export const addressLengthMax = 8000;

/**
 * Where a response redirects to, resolved; null when it names no place.
 *
 * Header values reach us byte by byte as Latin-1. Servers write addresses as raw UTF-8 (or another encoding) there, so
 * bytes that are UTF-8 are read as such, other bytes are percent-encoded as they are.
 *
 * @param values Every `Location` field sent, as received.
 * @throws HttpRefusedError when there are two that disagree, or when it is no URL.
 */
export function redirectTarget(values: readonly string[], from: string): string | null {
  const targets = [...new Set(values.map((value) => value.trim()))];
  const shown = targets.map((target) => `"${target.slice(0, 200)}"`).join(" and ");
  if (targets.length > 1)
    throw new HttpRefusedError(`${from}: sends ${targets.length} Location headers, ${shown}; which one is meant cannot be told`);
  const raw = targets[0];
  if (raw === undefined || raw === "") return null;
  const target = decoded(raw);
  const address = parseUrl(target, from);
  if (address === null) throw new HttpRefusedError(`${from}: redirects to ${shown}, which is no URL`);
  return address.href;
}

function decoded(value: string): string {
  const bytes = Buffer.from(value, "latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return value.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  }
}
