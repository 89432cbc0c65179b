/** Lines that their form gives away: counters, temperatures, bare links, dates, bylines. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { isCounter } from "../boilerplate-forms.ts";
import { itemAt } from "../indexing.ts";
import { namesIn } from "../metadata/bylines.ts";
import { parseDate } from "../metadata/parse-date.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { endsSentence, opens } from "./line-facts.ts";
import type { TextLine } from "./text-lines.ts";

const weather = /^[-+]?\d{1,3}\s*[\u00B0\u00BA]\s*[CF]?$/i;
const iconLabel = /^(?:\p{L}+\s){0,2}icon$/iu;
const bareLink = /^(?:https?:\/\/|www\.)\S+$/i;
const loading = new RegExp(`^${anyPageForm("loading")}\\s*(?:\\.{2,}|\\u2026)?$`, "iu");
const sourceLink = new RegExp(
  `^(?:(?:read (?:the )?)?${anyPageForm("sourceLabel")}(?:\\s+(?:site|link|article|text|here|story|post))?|(?:source|original) (?:site|link|article)|via)\\s*[:.]?(?:\\s+\\S{2,60})?$`,
  "iu",
);
const dateLineWords = new RegExp(`\\b${anyPageForm("dateLineWord")}\\b`, "giu");

export function formReason(lines: readonly TextLine[], i: number, firstProse: number): RemovalReason | undefined {
  const line = itemAt(lines, i);
  const { text } = line;
  if (!/[\p{L}\p{N}]/u.test(text)) return "separator";
  if (text.length > 160) return undefined;
  if (isCounter(text) || weather.test(text) || iconLabel.test(text) || loading.test(text)) return "widget";
  const nearHead = firstProse < 0 || i < firstProse + 2;
  const nearEnd = i >= lines.length - 4;
  if (nearEnd && i > firstProse && text.length < 80 && sourceLink.test(text) && !endsSentence(line)) return "source-link";
  if (bareLink.test(text)) return nearEnd || nearHead ? "source-link" : undefined;
  if (nearHead && text.length < 100 && line.stats.digits > 0 && isDateLine(line)) return "date";
  if (
    nearHead &&
    text.length < 80 &&
    line.stats.words <= 8 &&
    opens(line, "author") &&
    namesIn(text, { trusted: false }).length > 0
  )
    return "byline";
  return undefined;
}

/** A date, a time and at most a label: "Status: 27.09.2022 14:29", "Published: May 3, 2024 · 4 min read". */
function isDateLine(line: TextLine): boolean {
  if (parseDate(line.text, { order: "dmy" }) === undefined) return false;
  const letters = line.text.replace(dateLineWords, "").match(/\p{L}/gu)?.length ?? 0;
  return letters <= 14 || (line.phrases.startMask & phraseBit("date")) !== 0;
}
