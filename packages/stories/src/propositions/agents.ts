import type { Entity } from "@wirefold/core";
import { fold, memoize, stem } from "@wirefold/text";
import { storyForms } from "@wirefold/text/story-words";

/** Words for people and bodies that act. */
const STEMS = new Set(storyForms("agent").map((word) => stem(fold(word))));

/** A story's sources are asked for with every figure they gave. */
export const isAgent = memoize(1000, (phrase) => (fold(phrase).match(/\p{L}+/gu) ?? []).some((word) => STEMS.has(stem(word))));

/** A person or body by its name in the document's facts, or by a word for people and bodies that act. Places are silent. */
export function canSpeak(name: string, entities: readonly Entity[]): boolean {
  if (isAgent(name)) return true;
  const known = entities.filter(({ canonical, mentions }) => canonical === name || mentions.some(({ text }) => text === name));
  if (known.length === 0) return /^\p{Lu}[^\s]*\s+\p{Lu}/u.test(name);
  return known.some(({ type }) => type === "person" || type === "organisation");
}
