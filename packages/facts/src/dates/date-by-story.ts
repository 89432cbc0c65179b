import type { DateMention, Facts } from "@wirefold/core";
import { type DateMeaning, detectLanguage } from "@wirefold/text";
import { languageFor } from "@wirefold/text/grammar";
import { readDocument } from "../document.ts";
import { parseIsoDay } from "./calendar.ts";
import { eventDay, readDates } from "./read-dates.ts";

/** The days on which the dated reports of a story went out, first and last (ISO 8601). */
export interface StoryDays {
  readonly first: string;
  readonly last: string;
  /** A copy of the document went out on `first`: its days are counted from there. */
  readonly isOwn: boolean;
}

/**
 * Reads the dates of a document without a date again, now that its story's days are known: “on Tuesday” is the Tuesday that all those days
 * mean. What they answer differently stays open, and so do “today” and “two days ago” unless a copy was dated: no answer beats
 * one that is a day off.
 *
 * @param text what the spans of `facts` refer to
 * @returns `facts` itself where it has a date of its own, or nothing is settled by the story's
 */
export function dateByStory(facts: Facts, text: string, { first, last, isOwn }: StoryDays): Facts {
  if (facts.publication_date !== null || facts.dates.length === 0) return facts;
  const document = readDocument(text, languageFor(facts.language ?? detectLanguage(text)));
  const early = readDates(document, first, facts.language);
  const late = first === last ? early : readDates(document, last, facts.language);
  const meanings = new Map(early.expressions.map(({ span, meaning }) => [span[0], meaning]));
  const answers = new Map(early.mentions.map(({ span, iso }) => [span[0], iso]));
  const settled = new Map<number, DateMention>();
  for (const mention of late.mentions) {
    const [at] = mention.span;
    const meaning = meanings.get(at);
    if (meaning === undefined || mention.resolved_against === null) continue;
    const isOpen = answers.get(at) !== mention.iso || (!isOwn && isCountedInDays(meaning));
    settled.set(at, { ...mention, iso: isOpen ? null : mention.iso, resolved_against: isOpen ? null : mention.resolved_against });
  }
  if (settled.size === 0) return facts;
  const dates = facts.dates.map((date) => {
    const again = settled.get(date.span[0]);
    return again === undefined ? date : { ...date, iso: again.iso, resolved_against: again.resolved_against };
  });
  const { eventDate, eventEvidence } = eventDay(dates, parseIsoDay(last));
  return { ...facts, dates, ...(eventEvidence === null ? {} : { event_date: eventDate, event_date_evidence: eventEvidence }) };
}

/** “Yesterday” moves with the day it is said on. */
const isCountedInDays = (meaning: DateMeaning): boolean =>
  meaning.kind === "lately" ||
  meaning.kind === "within" ||
  ((meaning.kind === "offset" || meaning.kind === "period") && meaning.unit === "day");
