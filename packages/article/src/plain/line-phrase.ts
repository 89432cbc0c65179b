/** Lines that a stock phrase fills or opens. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { contributorLine, isLeadInLine, isStoryLabel, isTextMessageOffer } from "../boilerplate-forms.ts";
import { itemAt } from "../indexing.ts";
import type { PhraseKind } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { has, opens, opensQuote } from "./line-facts.ts";
import type { TextLine } from "./text-lines.ts";

/** A phrase is the whole line when it covers this share of it. */
const WHOLE_SHARE = 0.66;

/** Kinds that cut a line wherever it stands, when the phrase is the whole line. */
const anywhereKinds: readonly (readonly [PhraseKind, RemovalReason])[] = [
  ["recirculation", "related"],
  ["comments", "comments"],
  ["newsletter", "newsletter"],
  ["ad", "advertisement"],
  ["widget", "widget"],
  ["share", "share"],
  ["credit", "photo-credit"],
];
/** Kinds that are ordinary words inside an article, so they count only at its edges. */
const edgeKinds: readonly (readonly [PhraseKind, RemovalReason])[] = [
  ["callToAction", "appeal"],
  ["navigation", "navigation"],
  ["tags", "tags"],
  ["legal", "legal"],
  ["date", "date"],
];

export function phraseReason(lines: readonly TextLine[], i: number, firstProse: number): RemovalReason | undefined {
  const line = itemAt(lines, i);
  const { text } = line;
  if (isLeadInLine(text)) return "related";
  if (isTextMessageOffer(text) && !opensQuote(line)) return "newsletter";
  if (
    text.length < 260 &&
    (opens(line, "share") || callToFollow.test(text)) &&
    !opensQuote(line) &&
    /(?:https?:\/\/|www\.|@\w|\bon (?:facebook|twitter|x|instagram|telegram|google news|whatsapp|youtube|tiktok|threads|bluesky|mastodon|linkedin|social media|(?:all|any|every|our) (?:\w+ )?(?:platforms?|channels?|networks?))\b)/i.test(
      text,
    )
  )
    return "share";
  if (i > firstProse && firstProse >= 0 && line.stats.words <= 24 && !opensQuote(line) && line.call === 2)
    return has(line, "newsletter") ? "newsletter" : "appeal";
  if (isStoryLabel(text)) return "related";
  // Left-over markup is not boilerplate's own words.
  if (line.phrases.mask === 0 || text.startsWith("<")) return undefined;
  const short = text.length < 90;
  const whole = line.phraseShare >= WHOLE_SHARE && short;
  if (whole && line.stats.words <= 10) {
    for (const [kind, reason] of anywhereKinds) if (opens(line, kind) && !isPlainSubhead(line, kind)) return reason;
    const edge = firstProse < 0 || i < firstProse || i >= lines.length - 6;
    if (edge) for (const [kind, reason] of edgeKinds) if (opens(line, kind)) return reason;
  }
  if (text.length < 320 && has(line, "legal") && copyrightNotice.test(text) && !opensQuote(line)) {
    // Not a story about copyright: the notice has a year, an owner or the set phrase.
    if (reservedRights.test(text)) return "legal";
  }
  if (text.length < 260 && has(line, "contributor") && i > firstProse && !opensQuote(line) && contributorLine.test(text))
    return "contributor-credit";
  if (
    text.length < 260 &&
    opens(line, "newsletter") &&
    (has(line, "newsletter") || has(line, "share")) &&
    !opensQuote(line) &&
    newsletterWords.test(text)
  )
    return "newsletter";
  if (text.length < 200 && opens(line, "comments") && commentForm.test(text)) return "comments";
  if (short && opens(line, "ad") && labelled.test(text) && !opensQuote(line)) return "advertisement";
  if (short && opens(line, "credit") && creditLabel.test(text)) return "photo-credit";
  return undefined;
}

/** "Live", "Trending", "Photos", "Comments": one plain word that may head a section of a list article. */
const isPlainSubhead = (line: TextLine, kind: PhraseKind): boolean =>
  line.stats.words === 1 && (kind === "widget" || kind === "credit") && !/[:.\u2026]$/.test(line.text);

/** "Follow the Courier on all platforms": an order, so nothing stands before the verb. */
const callToFollow = /^(?:follow|like|find) \S+(?: \S+){0,5} on \S+(?: \S+){0,3}$/iu;
/** "Advertisement · Scroll to continue": a label, a mark, an instruction; no full stop. */
const labelled = /^[^\p{L}]*\p{L}+\s*[\u00B7|:\u2022\u2013\u2014-]\s*[^.!?]+$/u;
const copyrightNotice = new RegExp(`\\u00A9|copyright|${anyPageForm("rightsReserved")}`, "iu");
const reservedRights = new RegExp(`\\u00A9|copyright\\s+(?:\\u00A9\\s*)?(?:\\(c\\)\\s*)?\\d{4}|${anyPageForm("reserved")}`, "iu");
const newsletterWords = new RegExp(`\\b${anyPageForm("newsletterWord")}\\b`, "iu");
const commentForm = new RegExp(anyPageForm("commentForm"), "iu");
const creditLabel = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:file |cover |stock |header |lead )?${anyPageForm("creditLabel")}(?: ${anyPageForm("creditAttribution")}s?)?\\s*[:：.|]|\\u00A9|courtesy (?:of )?|photos? by|image via|photo via|getty images|via )`,
  "iu",
);
