import { type Evidence, groupBy, type Span, type StoryMember } from "@wirefold/core";
import { LIMITS } from "../limits.ts";
import type { ReportDocument, StoryPageInput } from "../types.ts";
import { excerpt, formatNumber, momentOf, unquoted } from "./format.ts";
import { bdi, type Content, type Html, hidden, html, plain } from "./markup.ts";
import { outletNames } from "./outlet-names.ts";
import { type Passage, sharedPassages, tidyPassages } from "./shared-passages.ts";

export interface Lineage {
  readonly id: string;
  /** A, B, … Z, AA: stands next to the colour everywhere, so colour alone never carries meaning. */
  readonly letter: string;
  readonly hue: number;
  readonly name: string | null;
  readonly members: readonly StoryMember[];
}

/** A document under the name the page gives it: "A1", the first of lineage A. */
export interface Source {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly lineage: Lineage;
  readonly member: StoryMember;
  readonly document: ReportDocument | undefined;
  /** Position on the page; part of the anchors. */
  readonly index: number;
}

/** A source whose text is on hand. */
export type ReadSource = Source & { readonly document: ReportDocument };
export const hasText = (source: Source): source is ReadSource => source.document !== undefined;

/** Characters of context on each side of cited words. */
const CONTEXT = 140;
/** Characters of each text that are compared. */
const COMPARED = 20_000;

function letters(index: number): string {
  let rest = index;
  let out = "";
  do {
    out = String.fromCharCode(65 + (rest % 26)) + out;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return out;
}

const byTime = (a: StoryMember, b: StoryMember): number =>
  (momentOf(a.published_at) ?? Number.POSITIVE_INFINITY) - (momentOf(b.published_at) ?? Number.POSITIVE_INFINITY) || 0;
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Everything the sections share: names and codes of the sources, and the register of evidence. Sections are rendered in
 * the order of their importance and ask for links as they go; the documents come last and carry exactly the anchors
 * that were asked for, so the page's budget goes to what is shown first.
 */
export class PageModel {
  readonly record: StoryPageInput["record"];
  readonly lineages: readonly Lineage[];
  readonly lineageById: ReadonlyMap<string, Lineage>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of places, as the record has them. */
  readonly places: ReadonlySet<string>;
  /** Spans asked for, by document id, keyed "start-end". */
  readonly #asked = new Map<string, Map<string, Span>>();
  readonly #shared = new Map<string, { readonly passages: readonly Passage[]; readonly share: number | null }>();
  #comparisonsLeft: number = LIMITS.members;
  #charactersLeft: number = LIMITS.allCharacters;

  constructor({ record, documents }: StoryPageInput) {
    this.record = record;
    this.places = new Set(record.names.filter(({ type }) => type === "place").map(({ canonical }) => canonical));
    const groups = groupBy(record.members, ({ lineage }) => lineage);
    const clusters = new Map(record.lineage.clusters.map((cluster) => [cluster.id, cluster]));
    const lineages = [...groups]
      .map(([id, members]) => {
        const root = clusters.get(id)?.root;
        const first = (m: StoryMember) => (m.id === root ? 0 : m.parent === null ? 1 : 2);
        members.sort((a, b) => first(a) - first(b) || byTime(a, b) || byId(a, b));
        return { id, members };
      })
      .sort((a, b) => b.members.length - a.members.length || byTime(a.members[0], b.members[0]) || byId(a, b));
    this.lineages = lineages.map(({ id, members }, i) => ({
      id,
      letter: letters(i),
      hue: i % 6,
      name: clusters.get(id)?.name ?? members.find((m) => m.wire_credit)?.wire_credit ?? null,
      members,
    }));
    this.lineageById = new Map(this.lineages.map((lineage) => [lineage.id, lineage]));
    const names = outletNames(
      record.members.map((member) => ({
        id: member.id,
        outlet: member.outlet ?? documents.get(member.id)?.outlet ?? null,
        url: member.url ?? documents.get(member.id)?.url ?? null,
      })),
    );
    const sources = new Map<string, Source>();
    for (const lineage of this.lineages) {
      lineage.members.forEach((member, i) => {
        const document = documents.get(member.id);
        const name = names.get(member.id) ?? member.id;
        sources.set(member.id, {
          id: member.id,
          code: `${lineage.letter}${i + 1}`,
          name: excerpt(plain(name), 60) || member.id,
          lineage,
          member,
          document,
          index: sources.size + 1,
        });
      });
    }
    this.sources = sources;
  }

  /** The place of a span on this page, or null when its text is not here (too long, over the budget, or not given). */
  anchor(doc: string, span: Span): string | null {
    const source = this.sources.get(doc);
    const text = source?.document?.text;
    if (!source || text === undefined) return null;
    const [start, end] = span;
    if (start >= end || end > Math.min(text.length, LIMITS.documentCharacters)) return null;
    let asked = this.#asked.get(doc);
    if (!asked) {
      const cost = Math.min(text.length, LIMITS.documentCharacters);
      if (this.#asked.size >= LIMITS.documents || cost > this.#charactersLeft) return null;
      this.#charactersLeft -= cost;
      asked = new Map();
      this.#asked.set(doc, asked);
    }
    const key = `${start}-${end}`;
    if (!asked.has(key)) {
      if (asked.size >= LIMITS.evidencePerDocument) return null;
      asked.set(key, span);
    }
    return `t${source.index}-${key}`;
  }

  /** Keeps a document's text on the page although nothing points into it yet. */
  include(doc: string): boolean {
    if (this.#asked.has(doc)) return true;
    const length = this.sources.get(doc)?.document?.text.length;
    if (length === undefined) return false;
    const cost = Math.min(length, LIMITS.documentCharacters);
    if (this.#asked.size >= LIMITS.documents || cost > this.#charactersLeft) return false;
    this.#charactersLeft -= cost;
    this.#asked.set(doc, new Map());
    return true;
  }

  /**
   * What a document shares with its parent: the record's passages where it has them, else found in the two texts. A
   * translation shares no words; its share is unknown rather than nothing.
   */
  shared(source: Source): { readonly passages: readonly Passage[]; readonly share: number | null } {
    const known = this.#shared.get(source.id);
    if (known) return known;
    const { member, document } = source;
    const parent = member.parent === null ? undefined : this.sources.get(member.parent);
    let found: { passages: readonly Passage[]; share: number | null } = { passages: [], share: member.taken };
    if (document && parent?.document && parent !== source) {
      const [rewrite, original] = [document.text.slice(0, COMPARED), parent.document.text.slice(0, COMPARED)];
      if (member.passages.length > 0) found = { passages: tidyPassages(member.passages, rewrite, original), share: member.taken };
      else if (this.#comparisonsLeft-- > 0) {
        const { passages, share } = sharedPassages(rewrite, original);
        found = { passages, share: member.taken ?? (passages.length > 0 ? share : null) };
      }
    }
    this.#shared.set(source.id, found);
    return found;
  }

  spansOf(doc: string): readonly Span[] {
    return [...(this.#asked.get(doc)?.values() ?? [])];
  }

  /** `content` as a link to the words it rests on; plain where those are not on the page. */
  cite(evidence: Pick<Evidence, "doc" | "span">, content: Content): Html {
    const anchor = this.anchor(evidence.doc, evidence.span);
    if (anchor === null) return html`<span class="ev none">${content}</span>`;
    return html`<a class="ev" href="#${anchor}">${content}</a>`;
  }

  /** The cited words as a link, within the sentence they stand in where they are too short to speak for themselves. */
  quoteInContext(evidence: Evidence): Html {
    const words = bdi(excerpt(unquoted(evidence.text), 240));
    const text = this.sources.get(evidence.doc)?.document?.text;
    const [start, end] = evidence.span;
    if (text === undefined || evidence.text.length > 60 || end > text.length)
      return html`<q dir="auto">${this.cite(evidence, words)}</q>`;
    const before = text.slice(Math.max(0, start - CONTEXT), start);
    const after = text.slice(end, end + CONTEXT);
    const opening = Math.max(
      before.lastIndexOf("\n"),
      ...[". ", "! ", "? "].map((mark) => before.lastIndexOf(mark) + (before.includes(mark) ? 1 : 0)),
    );
    const head = opening >= 0 ? before.slice(opening + 1) : start > CONTEXT ? `…${before.slice(before.indexOf(" "))}` : before;
    // "Dr. Solberg" ends no sentence: a stop after a capital and up to two letters is an abbreviation's.
    const closing = /(?<!\b\p{Lu}\p{Ll}{0,2})[.!?](?=\s|$)|\n/u.exec(after);
    const tail = closing
      ? after.slice(0, closing.index)
      : end + CONTEXT < text.length
        ? `${after.slice(0, Math.max(0, after.lastIndexOf(" ")))}…`
        : after;
    return html`<q dir="auto"><span class="context">${head.trimStart()}</span>${this.cite(evidence, bdi(evidence.text))}<span class="context">${tail.trimEnd()}</span></q>`;
  }

  /** "A1" in the lineage's colour. */
  code(doc: string): Html {
    const source = this.sources.get(doc);
    if (!source) return html`<span class="code">?</span>`;
    return html`<span class="code h${source.lineage.hue}">${source.code}</span>`;
  }

  /** "A1 Harbour Post". */
  name(doc: string): Html {
    const source = this.sources.get(doc);
    if (!source) return html`<span class="src">${bdi(excerpt(doc, 60))} ${hidden("(not a member)")}</span>`;
    return html`<span class="src">${this.code(doc)} ${bdi(source.name)}</span>`;
  }

  /** Names of several documents; the first `most`, then how many more. */
  names(docs: readonly string[], most = 12): Html {
    const shown = docs.slice(0, most);
    return html`${shown.map((doc, i) => html`${i > 0 ? ", " : ""}${this.name(doc)}`)}${more(docs.length - shown.length)}`;
  }

  lineageName(id: string): Html {
    const lineage = this.lineageById.get(id);
    if (!lineage) return bdi(excerpt(id, 60));
    return html`<span class="src"><span class="code h${lineage.hue}">${lineage.letter}</span> ${bdi(lineageTitle(lineage, this))}</span>`;
  }
}

/** The agency where one is known, else the outlet the lineage starts with. */
export function lineageTitle(lineage: Lineage, model: PageModel): string {
  if (lineage.name !== null && lineage.name !== "") return excerpt(plain(lineage.name), 60);
  const root = lineage.members[0];
  return root ? (model.sources.get(root.id)?.name ?? root.id) : lineage.id;
}

/** " and 12 more", or nothing. */
export const more = (n: number): Html | null => (n > 0 ? html` <span class="more">and ${n} more</span>` : null);

/** The sentence that says what a list leaves out. */
export const leftOut = (n: number, what: string, where = "The story’s JSON record"): Html | null =>
  n > 0
    ? html`<p class="left-out">${formatNumber(n)} more ${what} not shown on this page. ${where} holds all of them.</p>`
    : null;
