/** What `JSON.stringify` escapes and PostgreSQL's `text` and `jsonb` refuse: NUL, and halves of surrogate pairs. */
const suspect = /\\u(?:0000|d[89a-f])/i;
// A lone half only: in a `u` expression a whole pair is one character.
const refused = /[\0\p{Surrogate}]/gu;

/**
 * A value, and its JSON, that any store takes: each NUL and each lone surrogate becomes U+FFFD. One character for one, so
 * spans keep pointing where they did. A page is free to hold both, and one that did would fail every story it belongs to.
 */
export function toStorable<T>(value: T): { readonly value: T; readonly json: string } {
  const json = JSON.stringify(value);
  if (!json.includes("\\u") || !suspect.test(json)) return { value, json };
  const mended = JSON.stringify(value, (_, item) => (typeof item === "string" ? item.replace(refused, "\uFFFD") : item));
  return { value: JSON.parse(mended), json: mended };
}
