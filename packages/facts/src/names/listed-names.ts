import type { EntityType } from "@wirefold/core";
import { DECLINED_NAMES, knownBodies } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";

/** A name of several words that is known as it stands. */
export interface ListedName {
  /** Past its last token. */
  readonly to: number;
  readonly name: string;
  readonly type: EntityType;
}

interface Entry {
  readonly form: string;
  readonly name: string;
  readonly type: EntityType;
  /** Holds a word without a capital, so that no row of capitals shows where it ends. */
  readonly hasSmallWord: boolean;
}

/** By the first word; all of them have several. */
const byFirstWord = new Map<string, Entry[]>();
const list = (form: string, name: string, type: EntityType): void => {
  if (!form.includes(" ")) return;
  const first = form.slice(0, form.indexOf(" "));
  const entry = { form, name, type, hasSmallWord: / \p{Ll}/u.test(form) };
  const known = byFirstWord.get(first);
  if (known) known.push(entry);
  else byFirstWord.set(first, [entry]);
};
for (const name of knownBodies) {
  list(name, name, "organisation");
  if (/ and /.test(name)) list(`U.S. ${name}`, name, "organisation");
}
for (const [form, name, type] of DECLINED_NAMES) list(form, name, type);
// “Centers for Disease Control and Prevention” before what it begins with.
for (const entries of byFirstWord.values()) entries.sort((a, b) => b.form.length - a.form.length);

/**
 * The known name that begins at a token; null where none does. One of capitals alone is left to the row of capitals it stands in where
 * that goes on: “European Union Chief Ana Duarte”.
 */
export function listedNameAt({ scan, language, text }: Document, at: number): ListedName | null {
  const entries = byFirstWord.get(scan.raw(at));
  if (entries === undefined) return null;
  const from = scan.starts[at] as number;
  for (const { form, name, type, hasSmallWord } of entries) {
    if (!text.startsWith(form, from)) continue;
    let to = at + 1;
    while (to < scan.count && (scan.starts[to] as number) < from + form.length) to++;
    if (scan.ends[to - 1] !== from + form.length) continue;
    const goesOn = scan.isCapital(to) && !scan.isNewline(to) && !language.notNames.has(scan.lower(to));
    if (goesOn && !hasSmallWord && !language.capitalisesNouns) continue;
    return { to, name, type };
  }
  return null;
}
