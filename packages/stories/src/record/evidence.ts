import { type Evidence, type Span, sha256 } from "@wirefold/core";
import { memoize } from "@wirefold/text";
import type { ReconcileMember } from "../reconcile-member.ts";

/** The characters of a member that carry a value. A span outside the text is cut to it: bad input must not break the record. */
export function evidenceIn(member: ReconcileMember, span: Span): Evidence {
  const start = Math.min(Math.max(0, span[0]), member.text.length);
  const end = Math.min(Math.max(start, span[1]), member.text.length);
  const text = member.text.slice(start, end);
  return { doc: member.id, span: [start, end], text, hash: hashOf(text) };
}

/** Rewrites carry the same sentences, and one stands in claims, conflicts and mutations alike. */
const hashOf = memoize(2000, sha256);
