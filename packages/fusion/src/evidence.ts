import { type Evidence, type Span, sha256 } from "@wirefold/core";
import type { ReconcileMember } from "./reconcile-member.ts";

/** The characters of a member that carry a value. A span outside the text is cut to it: bad input must not break the record. */
export function evidenceIn(member: ReconcileMember, span: Span): Evidence {
  const start = Math.min(Math.max(0, span[0]), member.text.length);
  const end = Math.min(Math.max(start, span[1]), member.text.length);
  const text = member.text.slice(start, end);
  return { doc: member.id, span: [start, end], text, hash: sha256(text) };
}

export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortedUnique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(compareStrings);
}
