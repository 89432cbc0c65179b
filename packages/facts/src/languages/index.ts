import { german } from "./de/index.ts";
import { english } from "./en/index.ts";
import { spanish } from "./es/index.ts";
import { french } from "./fr/index.ts";
import type { Language } from "./language.ts";
import { neutral } from "./neutral/index.ts";

export type { Language } from "./language.ts";

const languages = new Map<string, Language>([english, german, french, spanish].map((each) => [each.language, each]));

/** The folder for a BCP 47 tag (“de-AT” reads German); the neutral one for languages without a folder. */
export function languageFor(tag: string | null): Language {
  return (tag === null ? undefined : languages.get(tag.toLowerCase().split(/[-_]/)[0] as string)) ?? neutral;
}
