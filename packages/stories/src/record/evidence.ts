import { type Evidence, type Span, sha256 } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";

/** The characters of a member that carry a value. A span outside the text is cut to it: bad input must not break the record. */
export function evidenceIn(member: ReconcileMember, span: Span): Evidence {
  const start = Math.min(Math.max(0, span[0]), member.text.length);
  const end = Math.min(Math.max(start, span[1]), member.text.length);
  const text = member.text.slice(start, end);
  return { doc: member.id, span: [start, end], text, hash: hashOf(text) };
}

/** Hashes lately made: rewrites carry the same sentences, and one stands in claims, conflicts and mutations alike. */
const hashes = new Map<string, string>();
const HASHES_MAX = 2000;
const HASHED_TEXT_MAX = 1000;

function hashOf(text: string): string {
  if (text.length > HASHED_TEXT_MAX) return sha256(text);
  let hash = hashes.get(text);
  if (hash === undefined) {
    if (hashes.size >= HASHES_MAX) hashes.clear();
    hash = sha256(text);
    hashes.set(text, hash);
  }
  return hash;
}
