import type { Article, Block, MetadataEvidence, Removal } from "@wirefold/core";
import { traitsOf } from "@wirefold/text";
import { anyPageForm } from "@wirefold/text/boilerplate";
import { emptyArticle } from "../empty-article.ts";
import type { ExtractOptions } from "../extract-article.ts";
import { collapseSpace } from "../html/decode-entities.ts";
import { interstitialOf } from "../html/interstitial.ts";
import { itemAt } from "../indexing.ts";
import type { ArticleLimits } from "../limits.ts";
import { namesIn, uniqueNames } from "../metadata/bylines.ts";
import { languageOf } from "../metadata/language.ts";
import { parseDate } from "../metadata/parse-date.ts";
import { photoCreditIn } from "../metadata/photo-credits.ts";
import { wireCreditIn } from "../metadata/wire-credit.ts";
import { isRecurring, lineFingerprint } from "../recurring-lines.ts";
import { NO_ARTICLE_SOURCE } from "../why-no-article.ts";
import { judgeLines } from "./judge-lines.ts";
import { readLines, type TextLine } from "./text-lines.ts";

const plainBy = new RegExp(`^${anyPageForm("plainBy")}\\s`, "i");

const updateWord = new RegExp(`\\b${anyPageForm("updateWord")}\\b`, "iu");

/** The article of a text that has no tags. Every block's and removal's span slices `input` to exactly its text. */
export function extractFromPlainText(input: string, options: ExtractOptions, _limits: ArticleLimits): Article {
  const lines = readLines(input);
  const { reasons, titleAt } = judgeLines(lines);
  const interstitial = interstitialOf({
    titles: [],
    headings: lines.slice(0, 1).map((line) => line.text),
    lines: lines.map((line) => line.text),
    bodyChars: lines.reduce((sum, line, i) => (i > 0 ? sum + line.text.length : sum), 0),
    isDated: false,
    hasPassword: false,
    isDescribed: false,
  });
  if (interstitial !== undefined) reasons.fill("outside-article");
  const blocks: Block[] = [];
  const removed: Removal[] = [];
  const evidence: MetadataEvidence[] = [];
  lines.forEach((line, i) => {
    let reason = reasons[i];
    if (reason === undefined && options.recurring !== undefined && isRecurring(options.recurring, lineFingerprint(line.text)))
      reason = "recurring-line";
    if (reason === undefined) blocks.push({ kind: kindOf(line), text: line.text, span: [line.start, line.end] });
    else removed.push({ reason, text: line.text, span: [line.start, line.end] });
  });
  const note = (field: string, source: string, value: string): void => {
    evidence.push({ field, source, value: value.slice(0, 500) });
  };
  const article = emptyArticle();
  if (interstitial !== undefined) note("text", `${NO_ARTICLE_SOURCE}${interstitial}`, lines[0]?.text ?? "");
  article.blocks = blocks;
  article.removed = removed;
  article.text = blocks.map((block) => block.text).join("\n");
  if (titleAt >= 0 && interstitial === undefined) {
    article.title = collapseSpace(itemAt(lines, titleAt).text);
    note("title", "text:headline", article.title);
  }
  const bylines = removed.filter(({ reason }) => reason === "byline").map(({ text }) => text);
  article.byline = uniqueNames(bylines.flatMap((text) => namesIn(text, { trusted: !plainBy.test(text) })));
  if (article.byline.length > 0) note("byline", "text:byline", bylines.join("; "));
  const language = languageOf(article.text, []);
  if (language !== undefined) {
    article.language = language.language;
    note("language", language.source, language.language);
  }
  const order = traitsOf(article.language).monthFirst ? "mdy" : "dmy";
  for (const { reason, text } of removed) {
    if (reason !== "date") continue;
    const date = parseDate(text, { order });
    if (date === undefined) continue;
    const isUpdate = updateWord.test(text);
    const field = isUpdate && article.modified_at === null ? "modified_at" : "published_at";
    if (article[field] !== null) continue;
    article[field] = date;
    note(field, "text:date-line", text);
  }
  const credits = removed.filter(({ reason }) => reason === "contributor-credit" || reason === "legal").map(({ text }) => text);
  const wire = wireCreditIn(article.text, { head: bylines, tail: [...credits, ...blocks.slice(-2).map((block) => block.text)] });
  if (wire !== undefined) {
    article.wire_credit = wire.agency;
    note("wire_credit", wire.source, wire.agency);
  }
  for (const { reason, text } of removed) {
    if (reason !== "caption" && reason !== "photo-credit") continue;
    const credit = photoCreditIn(text);
    if (credit === undefined) continue;
    article.photo_credit = credit;
    note("photo_credit", "text:caption", text);
    break;
  }
  if (options.url !== undefined) note("source", "option:url", options.url);
  article.evidence = evidence;
  return article;
}

const kindOf = (line: TextLine): Block["kind"] => {
  if (/^\s*(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+\S/.test(line.text)) return "list-item";
  if (!line.isProse && line.stats.sentences === 0 && line.stats.words <= 14 && line.stats.opening !== 4) return "heading";
  return "paragraph";
};
