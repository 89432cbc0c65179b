import type { Facts } from "@wirefold/core";

/**
 * Puts the document's id before the ids of its facts ("d1:n3"), so that one file of many documents has no id twice and
 * a claim's mentions name them without more. Entity ids stay: they are only referred to within their document.
 */
export function qualifyIds(facts: Facts): Facts {
  const qualified = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
    items.map((item) => (item.id.startsWith(`${facts.id}:`) ? item : { ...item, id: `${facts.id}:${item.id}` }));
  return {
    ...facts,
    quotes: qualified(facts.quotes),
    indirect_quotes: qualified(facts.indirect_quotes),
    numeric_mentions: qualified(facts.numeric_mentions),
    dates: qualified(facts.dates),
    assertions: qualified(facts.assertions),
  };
}
