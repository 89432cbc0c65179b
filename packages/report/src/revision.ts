/** What an outlet changed in an article between two versions of it. */
export interface Revision {
  /** Ids of the two documents. */
  readonly from: string;
  readonly to: string;
  /** When the later one was stored, ISO 8601. */
  readonly at: string;
  readonly title: { readonly before: string; readonly after: string } | null;
  /** The paragraphs that changed, in their order; at most `passagesMax`. */
  readonly passages: readonly RevisedPassage[];
  /** Changed paragraphs beyond these. */
  readonly more: number;
}

/** A paragraph that was changed, added or taken out, cut into what stayed and what did not. */
export type RevisedPassage = readonly RevisedPart[];

export interface RevisedPart {
  readonly is: "same" | "removed" | "added";
  readonly text: string;
}

/** One version of an article. */
export interface ArticleVersion {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly title: string | null;
  /** Its paragraphs joined by line ends. */
  readonly text: string;
}

export const passagesMax = 40;
/** Two sequences whose lengths multiply to more than this are compared by what each has and the other lacks. */
const cellsMax = 1_000_000;
/** Words two paragraphs must share, of the shorter one's, to be two versions of one. */
const sharedMin = 0.4;

/** @returns null where title and text say the same: what changed then was the page around them. */
export function revisionOf(before: ArticleVersion, after: ArticleVersion): Revision | null {
  const title =
    before.title !== null && after.title !== null && flat(before.title) !== flat(after.title)
      ? { before: before.title, after: after.title }
      : null;
  const passages = passagesOf(paragraphsOf(before.text), paragraphsOf(after.text));
  if (title === null && passages.length === 0) return null;
  return {
    from: before.id,
    to: after.id,
    at: after.at,
    title,
    passages: passages.slice(0, passagesMax),
    more: Math.max(0, passages.length - passagesMax),
  };
}

/** The changes between each version and the next, oldest first; versions that say the same are passed over. */
export function revisionsOf(versions: readonly ArticleVersion[]): Revision[] {
  return versions.flatMap((version, index) => {
    const before = versions[index - 1];
    const revision = before === undefined ? null : revisionOf(before, version);
    return revision === null ? [] : [revision];
  });
}

function passagesOf(before: readonly string[], after: readonly string[]): RevisedPassage[] {
  const passages: RevisedPassage[] = [];
  for (const { removed, added } of gaps(before, after)) {
    const left = [...added];
    for (const old of removed) {
      const { place, share } = mostLike(old, left);
      if (share < sharedMin) {
        passages.push([{ is: "removed", text: old }]);
        continue;
      }
      for (const text of left.splice(0, place)) passages.push([{ is: "added", text }]);
      passages.push(wordChanges(old, left.shift() ?? ""));
    }
    for (const text of left) passages.push([{ is: "added", text }]);
  }
  return passages;
}

function mostLike(old: string, candidates: readonly string[]): { place: number; share: number } {
  const words = new Set(wordsOf(old));
  let best = { place: -1, share: 0 };
  // Beyond the next few, a paragraph was moved rather than rewritten.
  for (const [place, candidate] of candidates.slice(0, 6).entries()) {
    const others = new Set(wordsOf(candidate));
    let shared = 0;
    for (const word of others) if (words.has(word)) shared += 1;
    const share = shared / Math.max(1, Math.min(words.size, others.size));
    if (share > best.share) best = { place, share };
  }
  return best;
}

function wordChanges(before: string, after: string): RevisedPart[] {
  const a = piecesOf(before);
  const b = piecesOf(after);
  const parts: RevisedPart[] = [];
  let at = 0;
  for (const { start, removed, added } of gaps(a, b)) {
    if (start > at) parts.push({ is: "same", text: a.slice(at, start).join("") });
    if (removed.length > 0) parts.push({ is: "removed", text: removed.join("").trimEnd() });
    if (added.length > 0) parts.push({ is: "added", text: added.join("").trimEnd() });
    at = start + removed.length;
  }
  if (at < a.length) parts.push({ is: "same", text: a.slice(at).join("") });
  return parts;
}

interface Gap {
  /** Where in `before` what was removed stood. */
  readonly start: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Where two sequences differ, by their longest common subsequence. */
function gaps(before: readonly string[], after: readonly string[]): Gap[] {
  const [a, b] = [before.map(flat), after.map(flat)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [rows, columns] = [a.length - head - tail, b.length - head - tail];
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > cellsMax || rows === 0 || columns === 0) {
    const there = new Set(b.slice(head, head + columns));
    const kept = new Set(a.slice(head, head + rows).filter((item) => there.has(item)));
    return [
      {
        start: head,
        removed: before.slice(head, head + rows).filter((item) => !kept.has(flat(item))),
        added: after.slice(head, head + columns).filter((item) => !kept.has(flat(item))),
      },
    ];
  }
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[head + row] === b[head + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const found: { start: number; removed: string[]; added: string[] }[] = [];
  let open: { start: number; removed: string[]; added: string[] } | null = null;
  for (let row = 0, column = 0; row < rows || column < columns; ) {
    if (row < rows && column < columns && a[head + row] === b[head + column]) {
      open = null;
      row += 1;
      column += 1;
      continue;
    }
    if (open === null) {
      open = { start: head + row, removed: [], added: [] };
      found.push(open);
    }
    if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      open.removed.push(before[head + row] ?? "");
      row += 1;
    } else {
      open.added.push(after[head + column] ?? "");
      column += 1;
    }
  }
  return found;
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
}

/** Words with the spaces behind them. */
function piecesOf(text: string): string[] {
  return text.match(/\S+\s*/gu) ?? [];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
