import { extractArticle, OWN_WORDS } from "@wirefold/article";
import type { Article, Facts, FactsInput, Span } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { alignRaw } from "./align-raw.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import type { Decide } from "./filter.ts";
import { ExtractInput } from "./input-schemas.ts";
import { qualifyIds } from "./qualify-ids.ts";
import { assertBodySize } from "./read-body.ts";

/** Below this share the text was not cut from that raw text, and spans in it would point at nothing. */
const MIN_SHARE_FOUND = 0.8;

/** `wirefold extract`: spans in `text`, or in `raw` where it is given. */
export function extractFilter(): Decide {
  return passingErrorsOn((record) => factsOf(factsInputOf(checkRecord(ExtractInput, record))));
}

export function factsOf(input: FactsInput): Facts {
  return qualifyIds(extractFacts(input));
}

/** What fact extraction reads. `article`: that of `raw`, where the caller has it already. */
export function factsInputOf(input: ExtractInput, article?: Article): FactsInput {
  const given = {
    id: input.id,
    title: input.title ?? null,
    published_at: input.published_at ?? input.date ?? null,
    language: input.language ?? null,
    byline: input.byline ?? [],
    wire_credit: input.wire_credit ?? null,
  };
  const { raw, text } = input;
  assertBodySize(raw ?? "");
  assertBodySize(text ?? "");
  if (typeof raw !== "string") return { ...given, text: text ?? "" };
  if (typeof text === "string") return { ...given, text: raw, excluded: excludedBeside(text, raw, given.title) };
  return inputFromRaw(raw, given, article ?? extractArticle(raw, { kind: "text" }));
}

function excludedBeside(text: string, raw: string, title: string | null): readonly Span[] {
  const { excluded, found } = alignRaw(text, raw, title === null ? [] : [title]);
  if (found >= MIN_SHARE_FOUND) return excluded;
  const percent = Math.round(found * 100);
  throw new RecordError(
    "WIREFOLD_RAW_MISMATCH",
    `only ${percent} % of text stands in raw; raw must be the plain text that text was cut from (for HTML leave raw out)`,
  );
}

/** Only the untouched text is given: clean it, and keep facts out of what was cut. */
function inputFromRaw(raw: string, given: Omit<FactsInput, "text" | "excluded">, article: Article): FactsInput {
  const excluded = article.removed.flatMap(({ reason, span }) => (span === undefined || OWN_WORDS.has(reason) ? [] : [span]));
  return {
    ...given,
    title: given.title ?? article.title,
    published_at: given.published_at ?? article.published_at,
    language: given.language ?? article.language,
    byline: given.byline !== undefined && given.byline.length > 0 ? given.byline : article.byline,
    wire_credit: given.wire_credit ?? article.wire_credit,
    text: raw,
    excluded,
  };
}
