import type { Role } from "@wirefold/store";

/** What anybody who reaches the port may ask: probes, figures for machines, the way in, and the description of the API. */
const OPEN = [
  /^\/(healthz|readyz|metrics)$/,
  /^\/assets\//,
  /^\/login$/,
  /^\/api\/drain$/,
  /^\/api\/v1\/openapi\.json$/,
  /^\/api\/v1\/autoscale(\/|$)/,
];
/** What hands out rights, or takes away what an operator cannot bring back. */
const ADMIN = [/^\/(api\/v1\/)?tokens(\/|$)/];
const ADMIN_CHANGES = [/^\/api\/v1\/(sources|documents)\/[^/]+$/, /^\/(sources|documents)\/[^/]+\/remove$/];
/** Changes that concern nobody but the caller. */
const VIEWER_CHANGES = [/^\/logout$/];

const RANK: Readonly<Record<Role, number>> = { viewer: 0, operator: 1, admin: 2 };

/**
 * The role a request needs, or null where it is open to all. Whatever is not named here is asked by viewers and changed by operators, so
 * a new route is closed until somebody opens it.
 */
export function neededRole(method: string, path: string): Role | null {
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const among = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(bare));
  if (among(OPEN)) return null;
  if (among(ADMIN)) return "admin";
  if (method === "GET" || method === "HEAD") return "viewer";
  if (among(VIEWER_CHANGES)) return "viewer";
  return among(ADMIN_CHANGES) ? "admin" : "operator";
}

export function allows(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}
