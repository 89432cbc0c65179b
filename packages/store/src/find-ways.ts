import type { FindFilter } from "./find-subjects.ts";
import { idRange } from "./id-range.ts";

/** Shorter parts hold no trigram: they narrow what longer ones found, and alone they are read as an id that a line gave, or as the beginning of ours. */
const TRIGRAM_MIN = 3;
/** Matches that are looked at before the other conditions; a search that finds more is too wide to be one. */
const MATCHES_MAX = 5000;
/** The newest that are looked through for words one by one before an index of words is asked: at first, and where many hold them. */
const NEWEST_FIRST = 2000;
const NEWEST_MAX = 20_000;
/** Looked through at first for each document that is asked for. */
const FIRST_ROWS_EACH = 5;
/** A search by words that finds fewer than this among {@link NEWEST_FIRST} finds all there are by trigrams, at a million documents. */
const FREQUENT = 10;

export type Param = (value: unknown) => string;

/** One way of finding candidates. */
export interface WayIn {
  /** SQL for the ids of documents and places to look at. */
  readonly matches: (param: Param) => string;
  /** How many of them, the newest first, are looked at closer. */
  readonly lookedAt: number;
  /** The words are still to be asked of what it gives. */
  readonly asksWords?: true;
}

/** Ways in, one after another until enough is found. */
export interface WaysIn {
  first(): WayIn | null;
  /** @param found by the way before, which was too few */
  next(found: number): WayIn | null;
}

/**
 * Words are frequent or rare: frequent ones are found among the newest, rare ones by trigrams. Otherwise what left early or is owed is the
 * narrowest way in, else a run, else the newest; all other conditions are asked of what it gives.
 */
export function waysIn(filter: FindFilter, most: number): WaysIn {
  const words = wordsOf(filter);
  const isMore = isAskedMore(filter);
  const closer = isMore ? MATCHES_MAX : most;
  // Of a word that a fifth of the newest hold, enough is found at the first look, however many are asked for.
  const firstRows = Math.max(NEWEST_FIRST, FIRST_ROWS_EACH * most);
  const byWords: WayIn = { matches: (param) => wordMatches(words, param), lookedAt: closer };
  if (words.length > 0 && words.every((word) => word.length < TRIGRAM_MIN)) return inTurn(byWords);
  if (words.length > 0) {
    const among = (rows: number): WayIn => ({ matches: (param) => newestMatches(words, rows, param), lookedAt: closer });
    if (hasLeftEarly(filter)) return inTurn({ ...leftEarly(filter, NEWEST_FIRST), asksWords: true }, byWords);
    const left = [byWords];
    let isAtFirst = true;
    return {
      first: () => among(firstRows),
      next(found) {
        const rows = Math.ceil((1.5 * firstRows * most) / Math.max(found, 1));
        const isFrequent = isAtFirst && found >= (FREQUENT * firstRows) / NEWEST_FIRST && rows <= NEWEST_MAX;
        isAtFirst = false;
        return isFrequent ? among(rows) : (left.pop() ?? null);
      },
    };
  }
  // Some more than are shown, since a few may have gone on since.
  const some = Math.max(1000, 2 * most);
  if (hasLeftEarly(filter)) return inTurn(leftEarly(filter, some));
  if (filter.disposition === "pending") return inTurn(pending(filter, some));
  // Most of what a run named, and of the newest, went the usual way.
  return isMore ? inTurn(newest(filter, some), newest(filter, MATCHES_MAX)) : inTurn(newest(filter, most));
}

function inTurn(...ways: readonly WayIn[]): WaysIn {
  const left = [...ways];
  const next = () => left.shift() ?? null;
  return { first: next, next };
}

export const wordsOf = ({ text }: FindFilter): string[] => text?.split(/\s+/).filter((word) => word !== "") ?? [];

/** Whether what became of a document is asked, which its own row does not tell. */
const isAskedMore = ({ stage, disposition, reason, message }: FindFilter): boolean =>
  [stage, disposition, reason, message].some((asked) => asked !== undefined);

const hasLeftEarly = ({ disposition, reason, message }: FindFilter): boolean =>
  disposition === "dropped" || disposition === "quarantined" || reason !== undefined || message !== undefined;

function leftEarly({ disposition, stage, reason, message, runId }: FindFilter, limit: number): WayIn {
  const matches = (param: Param) => {
    const wanted = [
      "counted",
      "disposition <> 'emitted'",
      ...(disposition === undefined ? [] : [`disposition = ${param(disposition)}`]),
      ...(stage === undefined ? [] : [`stage = ${param(stage)}`]),
      ...(reason === undefined ? [] : [`reason = ${param(reason)}`]),
      ...(message === undefined ? [] : [`detail ->> 'message' ilike ${param(`%${escaped(message)}%`)}`]),
      ...(runId === undefined
        ? []
        : [`exists (select from run_locator n where n.run_id = ${param(runId)} and n.locator_id = result.locator_id)`]),
    ];
    return `select subject as id from result where ${wanted.join(" and ")} order by finished_at desc limit ${limit}`;
  };
  return { matches, lookedAt: limit };
}

function pending({ stage, runId }: FindFilter, limit: number): WayIn {
  const matches = (param: Param) => {
    const wanted = [
      ...(stage === undefined ? [] : [`stage = ${param(stage)}`]),
      ...(runId === undefined
        ? []
        : [`exists (select from run_locator n where n.run_id = ${param(runId)} and n.locator_id = owed.locator_id)`]),
    ];
    const where = wanted.length === 0 ? "" : `where ${wanted.join(" and ")}`;
    return `select subject as id from owed ${where} order by enqueued_at limit ${limit}`;
  };
  return { matches, lookedAt: limit };
}

/** The newest of a run, or of all. */
function newest({ runId, since, until }: FindFilter, lookedAt: number): WayIn {
  if (runId !== undefined) {
    const places = since === undefined && until === undefined ? lookedAt : MATCHES_MAX;
    return {
      matches: (param) =>
        `select locator_id as id from run_locator where run_id = ${param(runId)} order by added_at desc limit ${places}`,
      lookedAt,
    };
  }
  const matches = (param: Param) => {
    const when = [
      ...(since === undefined ? [] : [`created_at >= ${param(since)}`]),
      ...(until === undefined ? [] : [`created_at < ${param(until)}`]),
    ];
    return `select id from document ${when.length === 0 ? "" : `where ${when.join(" and ")}`} order by created_at desc limit ${lookedAt}`;
  };
  return { matches, lookedAt };
}

/** As the indexes of trigrams have them: what a document is called, and the id that a line or a record gave itself. */
export const documentText = (row: string) =>
  `(coalesce(${row}.title, '') || ' ' || coalesce(${row}.outlet, '') || ' ' || coalesce(${row}.url, '') || ' #' || left(substr(${row}.locator, strpos(${row}.locator || '#', '#') + 1), ${GIVEN_ID_MAX}))`;
const GIVEN_ID_MAX = 200;
/** A place without the hash that names a line of a file. */
export const PLACE_TEXT =
  "((case when right(locator, 21) ~ '^#[0-9a-f]{20}$' then left(locator, -21) else locator end) || ' ' || hints::text)";

/** SQL that an expression holds every word. */
export function holdsAll(words: readonly string[], param: Param): (expression: string) => string {
  const patterns = words.map((word) => param(`%${escaped(word)}%`));
  return (expression) => patterns.map((pattern) => `${expression} ilike ${pattern}`).join(" and ");
}

function newestMatches(words: readonly string[], rows: number, param: Param): string {
  const all = holdsAll(words, param);
  const ways = [
    { table: "document", text: documentText("newest") },
    { table: "locator", text: PLACE_TEXT },
  ];
  return ways
    .map(
      ({ table, text }) =>
        `(select id from (select * from ${table} order by created_at desc limit ${rows}) newest where ${all(text)} limit ${MATCHES_MAX})`,
    )
    .join(" union ");
}

function wordMatches(words: readonly string[], param: Param): string {
  const ways: string[] = [];
  if (words.some((word) => word.length >= TRIGRAM_MIN)) {
    const all = holdsAll(words, param);
    ways.push(
      `(select id from document d where ${all(documentText("d"))} limit ${MATCHES_MAX})`,
      `(select id from locator where ${all(PLACE_TEXT)} limit ${MATCHES_MAX})`,
    );
  }
  if (words.length === 1 && words[0] !== undefined) {
    const [from, to] = idRange(words[0]).map(param);
    const given = param(`%#${escaped(words[0])}`);
    ways.push(
      // The whole id that a line gave itself, however short: what stands around it makes trigrams of it.
      `(select id from document d where ${documentText("d")} ilike ${given} limit ${MATCHES_MAX})`,
      `(select id from document where id >= ${from} and id < ${to} limit ${MATCHES_MAX})`,
      `(select id from locator where id >= ${from} and id < ${to} limit ${MATCHES_MAX})`,
      // A place as it is written, of which the index of trigrams lacks the hash of a line.
      `(select id from locator where locator = ${param(words[0])} limit ${MATCHES_MAX})`,
    );
  }
  // Several words too short to be looked up find nothing.
  return ways.length === 0 ? "select id from document where false" : ways.join(" union ");
}

/** `%`, `_` and `\` mean themselves. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
