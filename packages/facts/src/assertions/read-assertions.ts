import type { Assertion } from "@wirefold/core";
import { contextWords } from "@wirefold/text/grammar";
import { type Document, spanOf, textOf } from "../document.ts";
import type { FigureSource } from "../figures/read-figures.ts";
import { lists, wordKinds } from "../word-roles.ts";

const no = contextWords("no");

/** Shortest and longest clause that is taken for an assertion, in words. */
const wordsMin = 4;
const wordsMax = 60;
/** How far into a clause its verb is looked for, in tokens. */
const verbReach = 24;

export interface AssertionInput {
  readonly document: Document;
  readonly sourceAt: (token: number) => FigureSource | null;
  /** Tokens that are words of attribution, not of the statement. */
  readonly isCue: (token: number) => boolean;
  readonly isHeadline: (token: number) => boolean;
  readonly entityId: (index: number) => string | null;
}

/**
 * Cuts the prose into clauses and reads each as subject, predicate and object. Surface reading by a list of verbs, no parse:
 * made to line up what two articles say of the same thing, not to be a grammar.
 */
export function readAssertions(input: AssertionInput): Assertion[] {
  const { document } = input;
  const out: Assertion[] = [];
  for (const [first, end] of document.sentences) {
    if (input.isHeadline(first) || end - first > 400) continue;
    let from = first;
    for (let at = first; at <= end; at++) {
      if (at < end && !isClauseEnd(input, at, first)) continue;
      const assertion = readClause(input, from, at, out.length + 1);
      if (assertion) out.push(assertion);
      from = at;
    }
  }
  return out;
}

function isClauseEnd({ document, isCue }: AssertionInput, at: number, first: number): boolean {
  const { scan } = document;
  if (at === first) return false;
  if (scan.mark(at - 1) === 0x2c && (scan.is(at, wordKinds.clauseOpener) || scan.is(at, wordKinds.clauseBehindComma)))
    return true;
  if (scan.mark(at - 1) === 0x3b) return true;
  if ((document.quoteOf[at] as number) !== (document.quoteOf[at - 1] as number)) return true;
  if (isCue(at - 1) && !isCue(at)) return true;
  if (isCue(at) && !isCue(at - 1)) return true;
  return scan.isWord(at - 1) && scan.is(at, wordKinds.ownClause);
}

/** A verb's form where a verb may stand: no article or preposition before it, and no other verb right behind it (“the river pilots allowed”). */
function isVerbHere({ scan }: Document, at: number): boolean {
  if (!scan.has(at, lists.verbs) || scan.isCapital(at)) return false;
  if (scan.has(at - 1, lists.determiners | lists.prepositions) || scan.isGenitive(at - 1)) return false;
  const lower = scan.lower(at);
  if (/ed$/.test(lower)) return true;
  return !(scan.is(at + 1, wordKinds.auxiliary) || (scan.has(at + 1, lists.verbs) && /ed$/.test(scan.lower(at + 1))));
}

function readClause(input: AssertionInput, start: number, stop: number, number: number): Assertion | null {
  const { document } = input;
  const { scan, language } = document;
  let from = start;
  let to = stop;
  while (
    from < to &&
    (!(scan.isWord(from) || scan.isNumber(from)) ||
      scan.is(from, wordKinds.clauseOpener) ||
      scan.is(from, wordKinds.complementizer))
  )
    from++;
  while (to > from && !(scan.isWord(to - 1) || scan.isNumber(to - 1))) to--;
  if (to - from < wordsMin || to - from > wordsMax || input.isCue(from)) return null;
  let verb = -1;
  for (let i = from; i < Math.min(to, from + verbReach); i++) {
    if (scan.is(i, wordKinds.auxiliary)) {
      verb = i;
      break;
    }
    if (i > from && isVerbHere(document, i)) {
      verb = i;
      break;
    }
  }
  if (verb <= from) return null;
  let main = verb;
  while (
    main < to - 1 &&
    main - verb < 6 &&
    (scan.is(main, wordKinds.auxiliary) || scan.has(main, lists.betweenSubjectAndVerb) || scan.has(main, lists.negations))
  )
    main++;
  if (!scan.has(main, lists.verbs)) main = verb;
  let negated = false;
  for (let i = from; i < Math.min(to, main + 2); i++)
    if (scan.has(i, lists.negations) || scan.lower(i).endsWith("n't")) negated = true;
  if (no.has(scan.lower(from))) negated = true;
  const source = input.sourceAt(from);
  const object = main + 1 < to ? textOf(document, main + 1, to) : null;
  return {
    id: `a${number}`,
    span: spanOf(document, from, to),
    text: textOf(document, from, to),
    subject: textOf(document, from, verb),
    predicate: language.verbs.get(scan.lower(main)) ?? scan.lower(main),
    object,
    negated,
    attributed_to: source?.name ?? null,
    attributed_to_entity: source === null ? null : input.entityId(source.entity),
  };
}
