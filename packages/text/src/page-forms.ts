/**
 * What pages say around an article, from `languages/<tag>/page-forms.ts`: words and sources of regular expressions, in lower case
 * unless said, for text in any case.
 */
import { pageForms as ar } from "./languages/ar/page-forms.ts";
import { pageForms as cs } from "./languages/cs/page-forms.ts";
import { pageForms as da } from "./languages/da/page-forms.ts";
import { pageForms as de } from "./languages/de/page-forms.ts";
import { pageForms as el } from "./languages/el/page-forms.ts";
import { pageForms as en } from "./languages/en/page-forms.ts";
import { pageForms as es } from "./languages/es/page-forms.ts";
import { pageForms as fa } from "./languages/fa/page-forms.ts";
import { pageForms as fr } from "./languages/fr/page-forms.ts";
import { pageForms as he } from "./languages/he/page-forms.ts";
import { pageForms as hi } from "./languages/hi/page-forms.ts";
import { pageForms as id } from "./languages/id/page-forms.ts";
import { pageForms as it } from "./languages/it/page-forms.ts";
import { pageForms as ja } from "./languages/ja/page-forms.ts";
import { pageForms as ko } from "./languages/ko/page-forms.ts";
import { pageForms as nb } from "./languages/nb/page-forms.ts";
import { pageForms as nl } from "./languages/nl/page-forms.ts";
import { pageForms as pl } from "./languages/pl/page-forms.ts";
import { pageForms as pt } from "./languages/pt/page-forms.ts";
import { pageForms as ru } from "./languages/ru/page-forms.ts";
import { pageForms as sv } from "./languages/sv/page-forms.ts";
import { pageForms as th } from "./languages/th/page-forms.ts";
import { pageForms as tr } from "./languages/tr/page-forms.ts";
import { pageForms as uk } from "./languages/uk/page-forms.ts";
import { pageForms as vi } from "./languages/vi/page-forms.ts";
import { pageForms as zh } from "./languages/zh/page-forms.ts";

export interface PageForms {
  /** Leads to another article, with its mark or in so many words: "read more:". */
  readonly leadIn?: readonly string[];
  /** Names what is paid for, as a whole label before a title. */
  readonly paidLabel?: readonly string[];
  /** The same as a category of a feed, where the name of a subject (news of advertising) would not do. */
  readonly paidCategory?: readonly string[];
  /** Leads to another article in so many words, with no mark behind it. */
  readonly plainLeadIn?: readonly string[];
  /** What picks pieces: "recommended", before a `piece`. */
  readonly pick?: readonly string[];
  /** What pieces are called: "stories". */
  readonly piece?: readonly string[];
  /** Says who else worked on the story, as whole words. */
  readonly contributor?: readonly string[];
  /** Says whose material the story is made of, wherever it stands. */
  readonly sourceCredit?: readonly string[];
  /** Stands before the number of a picture: "slide" 2 of 4. */
  readonly pictureCounter?: readonly string[];
  /** Stands between two counts: 2 "of" 4. */
  readonly ofHowMany?: readonly string[];
  /** Stands between a mark and what it is out of, or how many gave it. */
  readonly ratedFrom?: readonly string[];
  /** What readers give: votes, reviews. */
  readonly ratings?: readonly string[];
  /** The sentence that says the page earns by what is bought through it, without its subject. */
  readonly affiliate?: readonly string[];
  /** The label over whom to call about a press release. */
  readonly pressContact?: readonly string[];
  /** Opens the line that says where a piece appeared first. */
  readonly origin?: readonly string[];
  /** Opens the notice that a piece speaks for its author alone. */
  readonly disclaimer?: readonly string[];
  /** Opens the line that says how to reach its author. */
  readonly contactOpener?: readonly string[];
  /** The set phrase of a copyright notice. */
  readonly rightsReserved?: readonly string[];
  /** The word of that phrase that no other sentence has. */
  readonly reserved?: readonly string[];
  /** What an offer of newsletters names, as whole words. */
  readonly newsletterWord?: readonly string[];
  /** What stands around a form for comments. */
  readonly commentForm?: readonly string[];
  /** The label a line of credit opens with. */
  readonly creditLabel?: readonly string[];
  /** The label a caption ends in. */
  readonly captionCredit?: readonly string[];
  /** A label that opens the credit of a caption. */
  readonly captionOpener?: readonly string[];
  /** The label of a picture before its mark and its maker. */
  readonly pictureBy?: readonly string[];
  /** A player or list that has not come yet. */
  readonly loading?: readonly string[];
  /** The label of the place a text was taken from. */
  readonly sourceLabel?: readonly string[];
  /** What a line about its date is made of, as whole words. */
  readonly dateLineWord?: readonly string[];
  /** Says in a line that its date is one of a change, as whole words. */
  readonly updateWord?: readonly string[];
  /** He, she, it and they. */
  readonly thirdPerson?: readonly string[];
  /** A word that lines about a publication are made of: labels, weekdays, reading time, "ago". */
  readonly publication?: readonly string[];
  /** A label that makes the date behind it the day of a change, as whole words. */
  readonly changeLabel?: readonly string[];
  /** A label that makes the date behind it the day of the first publication, as whole words. */
  readonly publishedLabel?: readonly string[];
  /** How long ago, or which day counted from now, as whole words. */
  readonly relativeTime?: readonly string[];
  /** Opens a byline, with a space or a mark behind it. */
  readonly bylinePrefix?: readonly string[];
  /** A label of authors, with its colon. */
  readonly authorLabel?: readonly string[];
  /** More labels of authors that count at the head of a page. */
  readonly headAuthorLabel?: readonly string[];
  /** Before the name of one who edited, checked, translated or photographed. */
  readonly otherHand?: readonly string[];
  /** Says who wrote, in a language that needs no colon. */
  readonly writtenBy?: readonly string[];
  /** What may stand before "by". */
  readonly byBefore?: readonly string[];
  /** "By" before a name at the head of a page. */
  readonly by?: readonly string[];
  /** Joins two names of a byline. */
  readonly andNames?: readonly string[];
  /** Joins the last name behind a comma. */
  readonly andAfterComma?: readonly string[];
  /** Leads to the place an author writes from. */
  readonly place?: readonly string[];
  /** What an author is: reporter, editor. */
  readonly role?: readonly string[];
  /** Stands between an author's name and the article before a role, in a note on the author. */
  readonly authorIs?: readonly string[];
  /** Behind a person's full name, in a note on the author: what the person is or does. */
  readonly authorDoes?: readonly string[];
  /** Presents a person, around the group `name`; a whole line. */
  readonly presents?: readonly string[];
  /** Says who speaks, around the group `name`; a whole line, or its first sentence. */
  readonly presentsSelf?: readonly string[];
  /** Before who asked: "an interview by". */
  readonly interviewBy?: readonly string[];
  /** Between who asked and who answered, behind "interview by". */
  readonly interviewWith?: readonly string[];
  /** A desk that signs in the place of a name. */
  readonly deskName?: readonly string[];
  /** A word a date at the head of a page opens with. */
  readonly dateOpener?: readonly string[];
  /** A word inside names that has no capital. */
  readonly nameJoiner?: readonly string[];
  /** Opens a credit in brackets. */
  readonly photoMark?: readonly string[];
  /** A word in the names of associations, firms and offices, with its capitals. */
  readonly corporate?: readonly string[];
  /** A link to all that one person wrote, around the group `name`. */
  readonly postsBy?: readonly string[];
  /** Behind a label of credit: who gives it. */
  readonly creditAttribution?: readonly string[];
  /** Between a picture's label and its maker. */
  readonly pictureMaker?: readonly string[];
  /** Opens a byline, in the languages that write it with one word before the name. */
  readonly plainBy?: readonly string[];
  /** Left before a name once a byline is split. */
  readonly leftOfName?: readonly string[];
  /** A currency behind its sum. */
  readonly currencyWord?: readonly string[];
}
export type PageForm = keyof PageForms;

/** English first: what stands first in an alternation is tried first. */
const LANGUAGES: readonly PageForms[] = [
  en,
  ar,
  cs,
  da,
  de,
  el,
  es,
  fa,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  ru,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
];

/** The forms of one name in every language. */
export const pageForms = (name: PageForm): readonly string[] => [
  ...new Set(LANGUAGES.flatMap((language) => language[name] ?? [])),
];

/** The same as one alternation for a regular expression, in a group that does not capture. */
export const anyPageForm = (...names: readonly PageForm[]): string => `(?:${names.flatMap(pageForms).join("|")})`;
