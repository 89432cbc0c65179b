/**
 * The ids that begin with `query`, as a range an index answers under any collation: ids are hexadecimal, and `g` sorts after `f`.
 * What is no beginning of such an id is looked for as it stands.
 */
export function idRange(query: string): [from: string, to: string] {
  return /^[0-9a-f]+$/.test(query) ? [query, `${query}g`] : [query, `${query} `];
}
