import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The sample documents and what every stage should make of them; `seeds/README.md` says what each file holds. */
export const seedsFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../seeds");

export interface ExpectedQuote {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly occurrence?: number;
  readonly speaker: string | null;
  readonly kind: string;
  readonly in: "title" | "body" | "boilerplate";
}

export interface ExpectedFigure {
  readonly id: string;
  readonly claim: string;
  readonly text: string;
  readonly occurrence?: number;
  readonly number: string;
  readonly value?: number;
  readonly range?: readonly [number, number];
  readonly unit: string;
  readonly modifier: string | null;
  readonly attributed_to: string | null;
  readonly mutations: readonly string[];
  readonly in: "title" | "body" | "boilerplate";
}

export interface ExpectedDocument {
  readonly document: string;
  readonly file: string;
  readonly charset?: string;
  readonly title: string;
  readonly language: string;
  readonly outlet: string | null;
  readonly published_at: string | null;
  readonly dateline: string | null;
  readonly event_date: string | null;
  readonly wire_credit: string | null;
  readonly boilerplate: readonly { readonly text: string; readonly kind: string }[];
  readonly body: readonly string[];
  readonly quotes: readonly ExpectedQuote[];
  readonly indirect_quotes: readonly { readonly group: string; readonly text: string }[];
  readonly figures: readonly ExpectedFigure[];
  readonly dates: readonly {
    readonly text: string;
    readonly date: string;
    readonly iso: string;
    readonly occurrence?: number;
    readonly in: string;
  }[];
  readonly noise: readonly { readonly text: string; readonly number: string; readonly why: string }[];
}

export interface ExpectedGroups {
  readonly stories: Readonly<Record<string, readonly string[]>>;
  readonly lineages: Readonly<Record<string, readonly string[]>>;
  readonly copies: readonly (readonly string[])[];
  readonly parents: Readonly<Record<string, { readonly parent: string; readonly relation: string }>>;
  readonly not_the_same_story: readonly { readonly pair: readonly [string, string]; readonly why: string }[];
  readonly shared_agency_copy: readonly (readonly [string, string])[];
}

export interface ExpectedClaim {
  readonly id: string;
  readonly canonical: { readonly value: number | readonly [number, number]; readonly unit: string; readonly from: string };
  readonly relation: string;
  readonly docs: readonly string[];
  readonly lineages: readonly string[];
  readonly independent_sources: number;
  readonly independent_if_shared_agency_copy_collapsed?: number;
  readonly variants: readonly { readonly mention: string; readonly doc: string }[];
}

export interface ExpectedStory {
  readonly event_date: string;
  readonly claims: readonly ExpectedClaim[];
  readonly conflicts: readonly string[];
  readonly quote_groups: readonly {
    readonly id: string;
    readonly speaker: string | null;
    readonly members: readonly {
      readonly quote: string | null;
      readonly doc?: string;
      readonly surface?: string;
      readonly kind: string;
    }[];
  }[];
  readonly propositions: readonly {
    readonly id: string;
    readonly mentions: readonly { readonly doc: string; readonly text: string }[];
  }[];
  readonly mutations: readonly {
    readonly doc: string;
    readonly against: string;
    readonly kind: string;
    readonly before: string;
    readonly after: string;
  }[];
}

function readExpected<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(seedsFolder, "expected", name), "utf8")) as T;
}

export const documentNames: readonly string[] = readdirSync(path.join(seedsFolder, "documents")).sort();
export const slugOf = (file: string): string => path.basename(file).replace(/\.[a-z]+$/, "");
export const slugs: readonly string[] = documentNames.map(slugOf);
export const expectedGroups = readExpected<ExpectedGroups>("groups.json");
export const expectedStories = readExpected<Readonly<Record<string, ExpectedStory>>>("reconciled.json");

const expectedBySlug = new Map<string, ExpectedDocument>();
/** The expectation that belongs to a document. */
export function expectedOf(slug: string): ExpectedDocument {
  const known = expectedBySlug.get(slug) ?? readExpected<ExpectedDocument>(`${slug}.json`);
  expectedBySlug.set(slug, known);
  return known;
}

/** The document's bytes as they lie on disk. */
export function bytesOf(slug: string): Uint8Array {
  return readFileSync(path.join(seedsFolder, expectedOf(slug).file));
}

/** What windows-1252 holds at 0x80 to 0x9F; Node 20's own decoder reads those bytes as ISO 8859-1. */
const WINDOWS_1252_HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The document's characters. */
export function charactersOf(slug: string): string {
  const bytes = bytesOf(slug);
  if (expectedOf(slug).charset !== "windows-1252") return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_HIGH[byte - 0x80] : String.fromCharCode(byte),
  ).join("");
}

export const isHtml = (slug: string): boolean => expectedOf(slug).file.endsWith(".html");

/** What the expectations' strings are looked for in: the document itself, or an HTML document's title and body as text. */
export function readingTextOf(slug: string): string {
  return isHtml(slug) ? readFileSync(path.join(seedsFolder, "expected/texts", `${slug}.text`), "utf8") : charactersOf(slug);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  middot: "·",
  raquo: "»",
  copy: "©",
  deg: "°",
  nbsp: " ",
};

/** A page's visible characters, white space folded: enough to ask whether a string stands in it. */
export function visibleTextOf(html: string): string {
  return foldSpace(
    html
      .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, " ")
      .replace(/<br\s*\/?>/gi, " ")
      .replace(/<[^>]+>/g, "")
      .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}

export const foldSpace = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Where each occurrence of `part` in `whole` starts. */
export function occurrencesOf(whole: string, part: string): number[] {
  const starts: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) starts.push(at);
  return starts;
}

/** `[start, end)` of a string of an expectation in its reading text. */
export function spanIn(text: string, wanted: { readonly text: string; readonly occurrence?: number }): readonly [number, number] {
  const start = occurrencesOf(text, wanted.text)[(wanted.occurrence ?? 1) - 1];
  if (start === undefined) throw new Error(`not found: ${wanted.text}`);
  return [start, start + wanted.text.length];
}
