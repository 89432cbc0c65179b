import { anyPageForm, pageForms } from "@wirefold/text/boilerplate";

/** Words that lines about a publication's date are made of and nothing else is: labels, weekdays, reading time, "ago". */
export const publicationWords: ReadonlySet<string> = new Set(pageForms("publication"));

/** Labels that make the date behind them the day of a change. */
export const changeLabel = new RegExp(`(?<!\\p{L})${anyPageForm("changeLabel")}(?!\\p{L})`, "iu");

/** "3 hours ago", "vor 2 Tagen", "il y a 5 minutes". */
export const relativeTime = new RegExp(`(?<!\\p{L})${anyPageForm("relativeTime")}(?!\\p{L})`, "iu");
