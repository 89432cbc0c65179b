import { anyPageForm, YES_NO } from "@wirefold/text/boilerplate";

/**
 * Forms of boilerplate that give a line away with or without tags: lead-ins to other articles, the credit a caption ends in, who else
 * worked on a story, offers by text message. Each tells by how such lines are written everywhere; no outlet's name is among them.
 */

/** A lead-in of several words, or one with its colon: "See also …", "READ MORE: …", "Related: …". */
const leadIn = new RegExp(`^[^\\p{L}\\p{N}]*${anyPageForm("leadIn")}(?<mark>\\s*[:：>»|\\u2013\\u2014-]|\\s{2,})?\\s*`, "iu");
/** These say "related" in so many words; the others need their mark. */
const plainLeadIn = new RegExp(`^[^\\p{L}\\p{N}]*${anyPageForm("plainLeadIn")}`, "iu");

const LEAD_IN_CHARS_MAX = 260;

/** A line that leads to another article: "READ MORE: <headline>", "See also <headline>". */
export function isLeadInLine(text: string): boolean {
  if (text.length > LEAD_IN_CHARS_MAX) return false;
  const lead = leadIn.exec(text);
  if (lead === null) return false;
  const mark = lead.groups?.mark;
  // A headline follows: no full stop, or the mark says so.
  if (lead[0].length === text.length) return true;
  if (mark !== undefined && (/^[:：>»|]/.test(mark.trim()) || !/\.$/.test(text))) return true;
  return plainLeadIn.test(text) && !/[.;]$/.test(text);
}

/** Such a line whose mark leaves no doubt: "READ MORE: <headline>". */
export function isMarkedLeadIn(text: string): boolean {
  if (text.length > LEAD_IN_CHARS_MAX) return false;
  const mark = leadIn.exec(text)?.groups?.mark;
  return mark !== undefined && /^[:：>»|]/.test(mark.trim());
}

/** What picks pieces, and what they are called: "Recommended stories", "LATEST NEWS", "More videos", "Empfohlene Artikel". */
const storyLabel = new RegExp(
  `^[^\\p{L}\\p{N}]*${anyPageForm("pick")}\\s(?:\\p{L}+\\s)?${anyPageForm("piece")}[^\\p{L}\\p{N}]*$`,
  "iu",
);
/** "Editors' picks", "Staff recommendations", "Our favourites". */
const choiceLabel =
  /^[^\p{L}\p{N}]*(?:editor(?:s|['\u2019]s|s['\u2019])?|staff|our(?: editors['\u2019])?|reader(?:s|['\u2019]s|s['\u2019])?|top|today['\u2019]?s)\s(?:top\s)?(?:picks?|choices?|recommendations?|favou?rites?)[^\p{L}\p{N}]*$/iu;
const LABEL_CHARS_MAX = 40;

/** A label over pointers to other articles, and nothing else. */
export const isStoryLabel = (text: string): boolean =>
  text.length <= LABEL_CHARS_MAX && (storyLabel.test(text) || choiceLabel.test(text));

export const contributorLine = new RegExp(`\\b${anyPageForm("contributor")}\\b|${anyPageForm("sourceCredit")}`, "iu");

const agencyMark =
  "(?:AP(?: Photo| Images)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|dpa|Getty(?: Images)?|Shutterstock|Xinhua|TASS|ANSA|" +
  "EFE|Anadolu|Bloomberg|UPI|PA(?: Wire| Media)?|CP|PTI|ANI|Kyodo|Yonhap|IMAGO|imago|Keystone|Alamy|iStock|" +
  "Unsplash|AA|APA|Belga|Ukrinform|Sputnik|picture alliance|Zuma(?: Press)?)";
/** "(AFP)", "(Jane Roe/AP)", "(AP Photo/Jane Roe)", "(Getty Images)" at the end of a line. */
const creditAtEnd = new RegExp(`[(\\[][^()\\[\\]]{0,60}?\\b${agencyMark}\\b[^()\\[\\]]{0,60}[)\\]]\\.?$`, "u");
const photoMark = new RegExp(
  `\\(${anyPageForm("photoMark")}\\b|${/\b(?:AP Photo|Photo by|Photo:|Photograph by|Image credit|Photo credit|Picture:|Photo courtesy|Foto:)\s?\S/.source}`,
  "iu",
);
/** Captions end in the day the picture was taken. */
const datedEnd = /\b(?:\d{1,2},?|\p{L}{3,9}\.?)\s+(?:19|20)\d\d\.?$/u;
/** Capitalised words with one space between them: so a text matches in one way only, and a failure costs no more than its length. */
const name = "\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*";
const names = (least: number): string => `${name}(?:\\s${name}){${least - 1},4}`;
/** "(Ines Tolland/HCN)", "(Harbour News Photo/Ines Tolland)": a full name and a source with a slash between them, whatever the source. */
const nameAndSource = new RegExp(`[(\\[](?:${names(2)}\\s?/\\s?${names(1)}|${names(1)}\\s?/\\s?${names(2)})[)\\]]\\.?$`, "u");
/** "HCN/Ines Tolland" behind the caption's sentence. */
const bareCredit = new RegExp(`[.!?\\u201D"]\\s\\p{Lu}{2,12}\\s?/\\s?${names(2)}$`, "u");
/** "(Harbour News)" right behind a day. */
const sourceInBrackets = new RegExp(`[(\\[](?:${names(2)}|\\p{Lu}{2,8})[)\\]]\\.?$`, "u");

/** A part of every word that `photoMark` asks for. */
const pictureWord = /photo|image|picture|foto|bild/i;

/** Whether a line ends the way captions do: in who took or gave the picture. */
export function endsInPhotoCredit(text: string): boolean {
  // Most paragraphs have neither a bracket at their end, nor a slash near it, nor a word for picture: no need to look closer.
  const isBracketed = /[)\]]\.?$/.test(text.slice(-2));
  if (!isBracketed && text.lastIndexOf("/") < text.length - CREDIT_CHARS_MAX && !pictureWord.test(text)) return false;
  const atEnd = creditAtEnd.exec(text);
  if (atEnd !== null) {
    // "…, he said. (AFP)" is reporting with its wire's signature; "…, 27 September 2022 (AFP)" is a caption.
    const before = text.slice(0, atEnd.index).trimEnd();
    const explicit = /photo|image|picture|getty|shutterstock|\//i.test(atEnd[0]);
    if (explicit || !/[.!?"\u201D\u2019]$/.test(before) || datedEnd.test(before)) return true;
  }
  const marked = photoMark.exec(text);
  if (marked !== null && (marked.index > text.length * 0.3 || text.length < 120)) return true;
  const end = text.length > CREDIT_CHARS_MAX ? text.slice(-CREDIT_CHARS_MAX) : text;
  if (nameAndSource.test(end) || bareCredit.test(end)) return true;
  const source = sourceInBrackets.exec(end);
  return source !== null && datedEnd.test(end.slice(0, source.index).trimEnd());
}

/** A credit takes no more than these. */
const CREDIT_CHARS_MAX = 120;

/** "Send BELL to 55510": a short code, which nothing but an offer has. */
const textMessageOffer = /\b(?:text|send|sms)\s(?:the word\s)?[\p{L}\p{N}]{2,20}\sto\s\d{4,6}\b/iu;
const OFFER_CHARS_MAX = 220;
/** Somebody else's words: reporting may quote an offer. */
const quotation = /["\u201C\u201D\u201E\u00AB]|''/;

export const isTextMessageOffer = (text: string): boolean =>
  text.length <= OFFER_CHARS_MAX && /\d{4}/.test(text) && textMessageOffer.test(text) && !quotation.test(text);

const counter = new RegExp(
  `^[([]?\\s*(?:${anyPageForm("pictureCounter")}\\s*)?\\d{1,3}\\s*(?:\\/|${anyPageForm("ofHowMany")})\\s*\\d{1,3}\\s*[)\\]]?$`,
  "iu",
);
/** "4.8 from 112 votes", "4,5 / 5 (31 Bewertungen)". */
const rating = new RegExp(
  `^\\D{0,12}\\d(?:[.,]\\d\\d?)?\\s*(?:\\/\\s*\\d+|${anyPageForm("ratedFrom")}|\\()[^.!?]{0,20}?\\d[\\d.,]*\\s*${anyPageForm("ratings")}\\W{0,3}$`,
  "iu",
);
const RATING_CHARS_MAX = 60;

/** What readers thought of it, as figures and nothing else. */
export const isRating = (text: string): boolean =>
  text.length <= RATING_CHARS_MAX && /^\D{0,12}\d/.test(text) && rating.test(text);

const englishDisclosure =
  /\b(?:we|i|this (?:site|page|blog|post)|[\p{Lu}][\p{L}.&' -]{1,40}) (?:may |might |can |could |will )?(?:earn|receive|get|make)s? (?:an? |some )?(?:small |affiliate |referral |little )*commissions?\b|\b(?:contains?|includes?|uses?) (?:amazon |paid )?affiliate links?\b/iu;
const disclosure = new RegExp(`${englishDisclosure.source}|\\b${anyPageForm("affiliate")}\\b`, "iu");
const DISCLOSURE_CHARS_MAX = 320;

/** The line that says the page's maker is paid for what its readers buy. */
export const isAffiliateDisclosure = (text: string): boolean =>
  text.length <= DISCLOSURE_CHARS_MAX &&
  /commission|affiliate|links/i.test(text) &&
  !quotation.test(text) &&
  disclosure.test(text);
/** The keys that report a misprint on many sites, in whatever language the line asks to press them. */
const errorKeys = /(?:^|[^\p{L}])ctrl\s?[+&]\s?enter(?![\p{L}])/iu;
const ERROR_REPORT_CHARS_MAX = 240;

export const isErrorReport = (text: string): boolean =>
  text.length <= ERROR_REPORT_CHARS_MAX && /enter/i.test(text) && errorKeys.test(text);

const COUNTER_CHARS_MAX = 30;

const playbackSpeed = /^\d(?:[.,]\d{1,2})?\s?[x×]$/i;

/** Which picture of a gallery this is, or how fast a recording plays, and nothing else: "2 / 4", "Photo 2 of 4", "1.5x". */
export const isCounter = (text: string): boolean =>
  text.length <= COUNTER_CHARS_MAX && (counter.test(text) || playbackSpeed.test(text));

const QUESTION_CHARS_MAX = 120;
const pairs = Object.values(YES_NO).flatMap(([yes, no]) => [`${yes}\\W+${no}`, `${no}\\W+${yes}`]);
const answers = new RegExp(`\\?\\W*(?:${[...new Set(pairs)].join("|")})\\W*$`, "iu");

/** "Was this page helpful? Yes No": a question with its two buttons. */
export const isPollOfReaders = (text: string): boolean => text.length <= QUESTION_CHARS_MAX && answers.test(text);

/** "Index 4,117 ▼1.4% Oil 90.20 ▲2.1%": two and more rises and falls in a line that is no sentence. */
export const isTicker = (text: string): boolean =>
  (text.match(/[▲▼△▽⬆⬇]\s?[+-]?\d|\d%?\s?[▲▼△▽⬆⬇]/gu)?.length ?? 0) >= 2 && !/[.!?]$/.test(text);

/** "Also read <headline>" where all but the lead-in is a link. */
export function isLinkedLeadIn(text: string, linkChars: number): boolean {
  if (linkChars === 0 || text.length > LEAD_IN_CHARS_MAX) return false;
  const lead = plainLeadIn.exec(text);
  return lead !== null && text.length - linkChars <= lead[0].length + LEAD_IN_SLACK;
}

/** A colon, a space or two. */
const LEAD_IN_SLACK = 3;

/** "MORE: ", "READ: ", "Check out: ", "» Related reading: ": with its mark, and a headline linked behind it. */
const shortLeadIn =
  /^[^\p{L}\p{N}]*(?:more|read|see|watch|listen|check out|up next|related(?: \p{L}+)?|further reading|reading)\s?[:：>»|]+\s*/iu;

/** Such a line: all but the lead-in is one link. */
export const isShortLinkedLeadIn = (text: string, linkChars: number): boolean =>
  linkChars > 0 &&
  text.length <= LEAD_IN_CHARS_MAX &&
  text.length - linkChars <= (shortLeadIn.exec(text)?.[0].length ?? Number.NEGATIVE_INFINITY) + LEAD_IN_SLACK;

const PLAYLIST_CHARS_MAX = 120;
const gluedLength = /\p{L}\d{1,2}:[0-5]\d(?::[0-5]\d)?$/u;

const minutesAtEnd = /[·•|]\s*\d{1,3}\s?min\.?$/iu;

/** "Dog rescued from weir0:58", "Listen to this article · 3 min": a title and how long it plays. */
export const isPlaylistEntry = (text: string): boolean =>
  text.length <= PLAYLIST_CHARS_MAX && (gluedLength.test(text) || minutesAtEnd.test(text));

const SOURCE_HEAD_CHARS = 200;
const jsonPairs = /^[\s\\nt"',{}[\]]*"?,?"[\w-]{1,40}"\s*:\s*["{[\d]|"\s*,\s*"[\w-]{1,40}"\s*:\s*"/;
const markup = /^<(?:a|div|iframe|img|script|blockquote|span)\s[a-z-]{1,20}\s*=\s*["']/i;

/** Text that is a program's: pairs of JSON, or a tag that some script should have turned into an element. */
export const isLeakedSource = (text: string): boolean => {
  const head = text.slice(0, SOURCE_HEAD_CHARS);
  return jsonPairs.test(head) || markup.test(head);
};
