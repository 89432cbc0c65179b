/**
 * Which lines of a plain text are furniture. Without tags there are four signals: stock phrases that fill or open a line; the form
 * of a line (counters, credits, time stamps, separators); repetition (of the headline, of other lines); and place, for what follows
 * the article is one run of lines at its end.
 *
 * The bias is to keep: a sentence of reporting is cut only when several signals agree.
 */

import { foldWords } from "../html/title-words.ts";
import { namesIn } from "../metadata/bylines.ts";
import { parseDate } from "../metadata/parse-date.ts";
import { type PhraseKind, phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import type { TextLine } from "./text-lines.ts";

export interface Judgement {
  /** Why each line goes; undefined for lines that stay. */
  readonly reasons: (RemovalReason | undefined)[];
  /** The line that is the headline, -1 for none. It has the reason "headline" as well. */
  readonly titleAt: number;
}

const bits = (...kinds: PhraseKind[]): number => kinds.reduce((mask, kind) => mask | phraseBit(kind), 0);

const endsSentence = (line: TextLine): boolean => line.stats.ending === 1 || line.stats.ending === 4;
const opensQuote = (line: TextLine): boolean => line.stats.opening === 4;
const has = (line: TextLine, kind: PhraseKind): boolean => (line.phrases.mask & phraseBit(kind)) !== 0;
const opens = (line: TextLine, kind: PhraseKind): boolean => (line.phrases.startMask & phraseBit(kind)) !== 0;

/** A phrase is the whole line when it covers this share of it. */
const WHOLE_SHARE = 0.66;

export function judgeLines(lines: readonly TextLine[], declaredTitle?: string): Judgement {
  const reasons = new Array<RemovalReason | undefined>(lines.length).fill(undefined);
  if (lines.length === 0) return { reasons, titleAt: -1 };
  const repeats = countRepeats(lines);
  const firstProse = lines.findIndex((line) => isLead(line));
  const titleAt = findTitle(lines, firstProse, repeats, declaredTitle);
  for (let i = 0; i < lines.length; i++) reasons[i] = formReason(lines, i, firstProse) ?? phraseReason(lines, i, firstProse);
  if (titleAt >= 0) {
    reasons[titleAt] = "headline";
    cutRepeatedHeadlines(lines, titleAt, reasons);
  }
  cutBeforeArticle(lines, titleAt, firstProse, reasons);
  cutCaptions(lines, reasons, titleAt);
  cutRepeats(lines, repeats, reasons);
  cutTail(lines, reasons, firstProse);
  keepSomething(lines, reasons, titleAt);
  return { reasons, titleAt };
}

/** A paragraph a story can open with. */
const isLead = (line: TextLine): boolean =>
  line.isProse && line.stats.words >= 12 && !(line.phrases.startMask !== 0 && line.phraseShare > 0.3);

function countRepeats(lines: readonly TextLine[]): Map<string, number> {
  const repeats = new Map<string, number>();
  for (const line of lines) if (line.folded !== "") repeats.set(line.folded, (repeats.get(line.folded) ?? 0) + 1);
  return repeats;
}

// ---- headline

/** Furniture that stands before or around a headline and must not be taken for it. */
const notTitle = bits("navigation", "share", "date", "credit", "widget", "ad", "comments", "tags", "newsletter", "legal");
const HEADLINE_CHARS_MAX = 220;

function findTitle(
  lines: readonly TextLine[],
  firstProse: number,
  repeats: ReadonlyMap<string, number>,
  declared: string | undefined,
): number {
  if (declared !== undefined) {
    const folded = foldWords(declared).join(" ");
    const found = lines.findIndex((line, i) => i < 30 && line.folded === folded);
    if (found >= 0) return found;
  }
  const until = firstProse < 0 ? Math.min(lines.length, 12) : Math.min(firstProse, 20);
  let best = -1;
  let bestScore = 0;
  for (let i = 0; i < until; i++) {
    const line = lines[i]!;
    if (line.text.length > HEADLINE_CHARS_MAX || line.stats.letters < 4 || /[\n]/.test(line.text)) continue;
    if (line.phrases.startMask & notTitle && line.phraseShare > 0.3) continue;
    if (formReason(lines, i, firstProse) !== undefined) continue;
    if (namesIn(line.text, { trusted: false }).length > 0 && line.stats.words < 8) continue;
    const words = line.stats.words;
    let score = Math.min(words, 10) / 2;
    if (line.stats.ending === 1) score -= line.text.endsWith(".") ? 3 : 0.5;
    if (words >= 4) score += 2;
    if (words < 3) score -= 2;
    if ((repeats.get(line.folded) ?? 0) > 1 && words >= 3) score += 5;
    // The first of several equals is the headline, the next the standfirst.
    score -= i * 0.4;
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  }
  // Without anything after it a single line is a text, not a headline.
  return lines.length > 1 ? best : -1;
}

/** Same words but for quotes and dashes, or all but one in ten the same. */
function cutRepeatedHeadlines(lines: readonly TextLine[], titleAt: number, reasons: (RemovalReason | undefined)[]): void {
  const title = lines[titleAt]!;
  const words = new Set(title.folded.split(" "));
  for (let i = 0; i < lines.length; i++) {
    if (i === titleAt) continue;
    const line = lines[i]!;
    if (line.folded === title.folded) {
      reasons[i] = "headline";
      continue;
    }
    if (words.size < 5 || line.text.length > title.text.length * 1.25 || line.text.length < title.text.length * 0.8) continue;
    const own = new Set(line.folded.split(" "));
    let shared = 0;
    for (const word of own) if (words.has(word)) shared += 1;
    if (shared / Math.max(own.size, words.size) >= 0.9) reasons[i] = "headline";
  }
}

// ---- form

const counter =
  /^[([]?\s*(?:(?:image|photo|picture|slide|bild|foto|фото)\s*)?\d{1,3}\s*(?:\/|of|von|de|di|sur|из|z)\s*\d{1,3}\s*[)\]]?$/iu;
const weather = /^[-+]?\d{1,3}\s*[\u00B0\u00BA]\s*[CF]?$/i;
const iconLabel = /^(?:\p{L}+\s){0,2}icon$/iu;
const bareLink = /^(?:https?:\/\/|www\.)\S+$/i;
const loading = /^(?:loading|lädt|chargement|cargando|загрузка|caricamento|ładowanie)\s*(?:\.{2,}|\u2026)?$/iu;
const sourceLink =
  /^(?:(?:read (?:the )?)?(?:original|source|quelle|fuente|fonte|источник|πηγή|źródło|kaynak|出典|来源|출처)(?:\s+(?:site|link|article|text|here|story|post))?|(?:source|original) (?:site|link|article)|via)\s*[:.]?(?:\s+\S{2,60})?$/iu;

function formReason(lines: readonly TextLine[], i: number, firstProse: number): RemovalReason | undefined {
  const line = lines[i]!;
  const { text } = line;
  if (!/[\p{L}\p{N}]/u.test(text)) return "separator";
  if (text.length > 160) return undefined;
  if (counter.test(text) || weather.test(text) || iconLabel.test(text) || loading.test(text)) return "widget";
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
  const letters =
    line.text
      .replace(
        /\b(?:published|updated|posted|last|first|modified|status|stand|date|at|on|by|am|pm|a\.m|p\.m|gmt|utc|est|edt|ist|bst|cet|uhr|min|minutes?|read|veröffentlicht|aktualisiert|publié|publicado|actualizado|le|el|um|den|à|опубликовано|обновлено)\b/giu,
        "",
      )
      .match(/\p{L}/gu)?.length ?? 0;
  return letters <= 14 || (line.phrases.startMask & phraseBit("date")) !== 0;
}

// ---- phrases

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
  ["appeal", "appeal"],
  ["navigation", "navigation"],
  ["tags", "tags"],
  ["legal", "legal"],
  ["date", "date"],
];

/** A lead-in of several words, or one with its colon: "See also …", "READ MORE: …", "Related: …". */
const leadIn =
  /^[^\p{L}\p{N}]*(?:see also|read (?:more|also|next|this)|also (?:read|see|watch|on)|more on this|related(?: (?:stor(?:y|ies)|articles?|news|posts?|coverage))?|recommended|watch(?: (?:more|also|now|next))?|listen|don['\u2019]t miss|must read|you (?:may|might) also (?:like|be interested in)|(?:lesen|sehen) sie (?:auch|mehr)|lesen sie|mehr zum thema|siehe auch|auch interessant|à lire aussi|lire aussi|à lire|voir aussi|lea también|lee también|le puede interesar|te puede interesar|ver también|más información|leia (?:também|mais)|veja também|saiba mais|leggi anche|vedi anche|guarda anche|lees (?:ook|meer)|läs (?:också|även|mer)|les også|læs også|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także)|читайте также|смотрите также|материалы по теме|по теме|διαβάστε (?:επίσης|ακόμα|ακόμη|περισσότερα)|δείτε (?:επίσης|ακόμα)|baca juga|xem thêm|اقرأ أيضا|اقرأ أيضاً|ilgili haber)(?<mark>\s*[:：>»|\u2013\u2014-]|\s{2,})?\s*/iu;
/** These say "related" in so many words; the others need their mark. */
const plainLeadIn =
  /^[^\p{L}\p{N}]*(?:see also|read also|also read|read more|read next|lesen sie auch|siehe auch|à lire aussi|lire aussi|voir aussi|lea también|lee también|leia também|veja também|leggi anche|vedi anche|lees ook|läs också|läs även|les også|læs også|czytaj też|czytaj także|zobacz też|zobacz także|читайте также|смотрите также|διαβάστε επίσης|δείτε επίσης|baca juga|xem thêm|اقرأ أيضا)/iu;

const LEAD_IN_CHARS_MAX = 260;

function phraseReason(lines: readonly TextLine[], i: number, firstProse: number): RemovalReason | undefined {
  const line = lines[i]!;
  const { text } = line;
  if (text.length <= LEAD_IN_CHARS_MAX) {
    const lead = leadIn.exec(text);
    if (lead !== null) {
      const rest = text.slice(lead[0].length);
      const marked = lead.groups?.mark !== undefined;
      // A headline follows: no full stop, or the mark says so.
      if (rest === "" || (marked && (/^[:：>»|]/.test(lead.groups!.mark!.trim()) || !/\.$/.test(text)))) return "related";
      if (plainLeadIn.test(text) && !/[.;]$/.test(text)) return "related";
    }
  }
  // Left-over markup is not furniture's own words.
  if (line.phrases.mask === 0 || text.startsWith("<")) return undefined;
  const short = text.length < 90;
  const whole = line.phraseShare >= WHOLE_SHARE && short;
  if (whole && line.stats.words <= 10) {
    for (const [kind, reason] of anywhereKinds) if (opens(line, kind) && !isPlainSubhead(line, kind)) return reason;
    const edge = firstProse < 0 || i < firstProse || i >= lines.length - 6;
    if (edge) for (const [kind, reason] of edgeKinds) if (opens(line, kind)) return reason;
  }
  if (
    text.length < 320 &&
    has(line, "legal") &&
    /(?:\u00A9|copyright|all rights reserved|rechte vorbehalten|droits réservés|derechos reservados|diritti riservati|prawa zastrzeżone|права защищены|版权所有)/iu.test(
      text,
    ) &&
    !opensQuote(line)
  ) {
    // Not a story about copyright: the notice has a year, an owner or the set phrase.
    if (
      /rights reserved|\u00A9|copyright\s+(?:\u00A9\s*)?(?:\(c\)\s*)?\d{4}|vorbehalten|réservés|reservados|riservati|zastrzeżone|защищены|版权所有/iu.test(
        text,
      )
    )
      return "legal";
  }
  if (text.length < 260 && has(line, "contributor") && i > firstProse && !opensQuote(line) && contributorLine.test(text))
    return "contributor-credit";
  if (
    text.length < 260 &&
    opens(line, "share") &&
    !opensQuote(line) &&
    /(?:https?:\/\/|www\.|@\w|\bon (?:facebook|twitter|x|instagram|telegram|google news|whatsapp)\b)/i.test(text)
  )
    return "share";
  if (
    text.length < 260 &&
    opens(line, "newsletter") &&
    (has(line, "newsletter") || has(line, "share")) &&
    !opensQuote(line) &&
    newsletterWords.test(text)
  )
    return "newsletter";
  if (text.length < 200 && opens(line, "comments") && commentForm.test(text)) return "comments";
  if (short && opens(line, "credit") && creditLabel.test(text)) return "photo-credit";
  return undefined;
}

/** "Live", "Trending", "Photos", "Comments": one plain word that may head a section of a list article. */
const isPlainSubhead = (line: TextLine, kind: PhraseKind): boolean =>
  line.stats.words === 1 && (kind === "widget" || kind === "credit") && !/[:.\u2026]$/.test(line.text);

const contributorLine =
  /\b(?:contribut(?:ed|ing|ors?)|additional reporting|with reporting|with files from|with inputs? from|reporting by|editing by|compiled by|translated by|mit material von|mit agenturmaterial|avec afp|con información de|com informações)\b|\(с использованием|по материалам/iu;
const newsletterWords =
  /\b(?:newsletters?|inbox|e-?mail|subscri\w+|sign up|alerts?|updates?|notifications?|abonn\w+|boletín|suscr\w+|inscri\w+|iscriv\w+|рассылк\w+|подпи\w+|app)\b/iu;
const commentForm =
  /(?:your email address will not be published|required fields|save my name|leave a (?:comment|reply)|post a comment|add a comment|log(?:ged)? in (?:to|as)|notify me of|be the first to comment|kommentar (?:schreiben|verfassen)|wird nicht veröffentlicht|laisser un commentaire|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta)|lascia un commento|dodaj komentarz|добавить комментарий|оставить комментарий|προσθήκη σχολίου|comments? (?:are )?closed)/iu;
const creditLabel =
  /^[^\p{L}\p{N}]*(?:(?:file |cover |stock |header |lead )?(?:photos?|photographs?|images?|pictures?|video|illustrations?|graphics?|credits?|foto|fotos|bild|bilder|bildquelle|quelle|crédits?(?: photo)?|imagen|imagem|fotografía|zdjęcie|fot|фото|φωτογραφία|φωτο)(?: (?:credit|courtesy|source|by|via|from|von|crédit)s?)?\s*[:：.|]|\u00A9|courtesy (?:of )?|photos? by|image via|photo via|getty images|via )/iu;

// ---- captions

const agencyMark =
  "(?:AP(?: Photo| Images)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|dpa|Getty(?: Images)?|Shutterstock|Xinhua|TASS|ANSA|EFE|Anadolu|Bloomberg|UPI|PA(?: Wire| Media)?|CP|PTI|ANI|Kyodo|Yonhap|IMAGO|imago|Keystone|Alamy|iStock|Unsplash|AA|APA|Belga|Ukrinform|Sputnik|picture alliance|Zuma(?: Press)?)";
/** "(AFP)", "(Jane Roe/AP)", "(AP Photo/Jane Roe)", "(Getty Images)" at the end of a line. */
const creditAtEnd = new RegExp(`[(\\[][^()\\[\\]]{0,60}?\\b${agencyMark}\\b[^()\\[\\]]{0,60}[)\\]]\\.?$`, "u");
const photoMark =
  /\((?:AP Photo|Photo|File photo|Image|Picture|Foto|Bild)\b|\b(?:AP Photo|Photo by|Photo:|Photograph by|Image credit|Photo credit|Picture:|Photo courtesy|Foto:)\s?\S/iu;
const creditLabelAtEnd =
  /(?:photo credit|image credit|picture credit|credits?|photo|image|picture|foto|bild|source|quelle|crédit(?: photo)?|fuente|фото)\s*[:：]\s*(?:[^.]{0,60})$/iu;
/** Captions end in the day the picture was taken. */
const datedEnd = /\b(?:\d{1,2},?|\p{L}{3,9}\.?)\s+(?:19|20)\d\d\.?$/u;
const CAPTION_CHARS_MAX = 700;
/** Nobody writes a caption of more sentences. */
const CAPTION_SENTENCES_MAX = 5;

function cutCaptions(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], titleAt: number): void {
  const proseLengths = lines
    .filter((line, i) => line.isProse && reasons[i] === undefined)
    .map((line) => line.text.length)
    .sort((a, b) => a - b);
  const median = proseLengths[proseLengths.length >> 1] ?? 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (
      reasons[i] !== undefined ||
      i === titleAt ||
      line.text.length > CAPTION_CHARS_MAX ||
      line.stats.sentences > CAPTION_SENTENCES_MAX
    )
      continue;
    if (opensQuote(line)) continue;
    const { text } = line;
    const atEnd = creditAtEnd.exec(text);
    if (atEnd !== null) {
      // "…, he said. (AFP)" is reporting with its wire's signature; "…, 27 September 2022 (AFP)" is a caption.
      const before = text.slice(0, atEnd.index).trimEnd();
      const explicit = /photo|image|picture|getty|shutterstock|\//i.test(atEnd[0]);
      if (explicit || !/[.!?"\u201D\u2019]$/.test(before) || datedEnd.test(before)) {
        reasons[i] = "caption";
        continue;
      }
    }
    if (photoMark.test(text) && (photoMark.exec(text)!.index > text.length * 0.3 || text.length < 120)) {
      reasons[i] = "caption";
      continue;
    }
    if (text.length < 400 && creditLabelAtEnd.test(text)) {
      const labelAt = creditLabelAtEnd.exec(text)!.index;
      const tail = text.slice(labelAt);
      // The label stands after the caption's sentence, or is nearly all there is.
      if (
        /[.!?)\u201D"]\s*$/.test(text.slice(0, labelAt)) &&
        /^(?:credits?|photo|image|picture|foto|bild|фото|crédit)/iu.test(tail)
      ) {
        reasons[i] = "caption";
      }
    }
  }
  // Many bare credits mean a gallery or a list, whose lines above are its entries.
  const bareCredits = reasons.filter((reason) => reason === "photo-credit").length;
  for (let i = 1; i < lines.length && bareCredits <= BARE_CREDITS_MAX; i++) {
    if (reasons[i] !== "photo-credit") continue;
    // A line above a bare credit is its caption when it is much shorter than a paragraph and says nothing new.
    const above = i - 1;
    if (reasons[above] !== undefined || above === titleAt) continue;
    const line = lines[above]!;
    if (opensQuote(line) || line.text.length > 260 || line.text.length > median * 0.67 || line.stats.sentences > 2) continue;
    if (saysNothingNew(lines, above, reasons)) reasons[above] = "caption";
  }
}

const BARE_CREDITS_MAX = 3;

/** Its figures, and half of its longer words, stand elsewhere in the text. */
function saysNothingNew(lines: readonly TextLine[], at: number, reasons: readonly (RemovalReason | undefined)[]): boolean {
  const others = new Set<string>();
  lines.forEach((line, i) => {
    if (i !== at && (reasons[i] === undefined || reasons[i] === "headline"))
      for (const word of line.folded.split(" ")) others.add(word);
  });
  const words = lines[at]!.folded.split(" ");
  const figures = words.filter((word) => /^\p{N}{2,}/u.test(word));
  if (figures.some((figure) => !others.has(figure))) return false;
  const long = words.filter((word) => word.length >= 4);
  return long.length >= 3 && long.filter((word) => others.has(word)).length >= long.length * 0.5;
}

// ---- before the article

/** A label above the headline has few words. */
const KICKER_WORDS_MAX = 4;

function cutBeforeArticle(
  lines: readonly TextLine[],
  titleAt: number,
  firstProse: number,
  reasons: (RemovalReason | undefined)[],
): void {
  if (titleAt > 0) {
    for (let i = 0; i < titleAt; i++) {
      if (reasons[i] !== undefined) continue;
      const line = lines[i]!;
      if (line.isProse) continue;
      if (line.stats.words <= KICKER_WORDS_MAX && !endsSentence(line))
        reasons[i] = line.phrases.startMask & bits("navigation", "share") ? "navigation" : "kicker";
      else if (line.phrases.startMask !== 0 && line.phraseShare > 0.4) reasons[i] = "before-article";
    }
  }
  if (titleAt < 0 || firstProse < 0) return;
  for (let i = titleAt + 1; i < firstProse; i++) {
    const line = lines[i]!;
    if (reasons[i] !== undefined) continue;
    // A bare name beside a date or byline line.
    const beside = reasons[i + 1] === "date" || reasons[i - 1] === "date" || reasons[i - 1] === "byline";
    if (
      beside &&
      line.stats.words <= 4 &&
      line.stats.capitalisedWords === line.stats.words &&
      line.stats.digits === 0 &&
      !endsSentence(line)
    )
      reasons[i] = "byline";
  }
}

// ---- repetition

/** Shorter paragraphs may be refrains. */
const REPEATED_PROSE_CHARS = 60;

function cutRepeats(
  lines: readonly TextLine[],
  repeats: ReadonlyMap<string, number>,
  reasons: (RemovalReason | undefined)[],
): void {
  const seen = new Set<string>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if ((repeats.get(line.folded) ?? 0) < 2) continue;
    // Short ones are labels of lists ("Best for:"), or furniture that the tail's cut sees anyway.
    if (seen.has(line.folded) && reasons[i] === undefined && line.text.length >= REPEATED_PROSE_CHARS && line.isProse) {
      reasons[i] = "duplicate";
    }
    seen.add(line.folded);
  }
}

// ---- what follows the article

/** We and you, outside quotations: the voice of an outlet talking to its reader. */
const addressWords = new Set(
  "you your yours we our ours us wir uns unser unsere unseren vous votre vos nous notre nos usted ustedes tus nosotros nuestro nuestra nuestros você vocês nós nosso nossa vostro nostro nostra jij jouw wij onze вы вас вам ваш ваша ваше мы нас нам наш наша наши wam wasz twój twoje nas nam nasz nasze εσείς σας εμείς μας".split(
    " ",
  ),
);
/** German's polite address differs from "she" and "they" only by its capital, and only inside a sentence. */
const politeGerman = /[\p{Ll},]\s(?:Sie|Ihnen|Ihre?[mnrs]?)\b/gu;
const quoted = /["\u201C\u201E\u00AB\u300C][^"\u201C\u201D\u00BB\u300D]{0,2000}["\u201D\u00BB\u300D\u201C]/g;

/** The share of words that address the reader; 0 for lines with none or too few. */
export function addressShare(text: string): number {
  const words = foldWords(text.replace(quoted, " "));
  if (words.length < 4) return 0;
  let hits = 0;
  for (const word of words) if (addressWords.has(word)) hits += 1;
  hits += text.match(politeGerman)?.length ?? 0;
  return hits < 1 ? 0 : hits / words.length;
}

/** How sure a run at the end must be, in the units of `tailScore`, and its first line alone. */
const TAIL_SCORE_MIN = 3;
const TAIL_FIRST_MIN = 1;
/** Lines looked at from the end. */
const TAIL_LINES_MAX = 60;

/** Positive for furniture, negative for article. */
function tailScore(
  line: TextLine,
  topic: ReadonlyMap<string, number>,
  reason: RemovalReason | undefined,
  isGuide: boolean,
): number {
  if (reason !== undefined)
    return reason === "separator" || reason === "caption" || reason === "headline"
      ? 0.5
      : reason === "contributor-credit"
        ? 1
        : 2.5;
  const { text, phrases, stats } = line;
  let score = 0;
  const strong = bits("recirculation", "comments", "newsletter", "appeal", "legal", "share", "widget");
  if (phrases.startMask & strong) score += line.phraseShare > 0.4 ? 2.5 : 0.7;
  for (const kind of ["appeal", "newsletter", "comments", "legal"] as const)
    if (has(line, kind)) score += kind === "appeal" ? 1.6 : 1.2;
  const address = addressShare(text);
  const quotes = stats.quotes > 0 || opensQuote(line);
  if (!isGuide && !quotes && address >= 0.05) score += address >= 0.09 ? 1.6 : 1;
  if (/(?:https?:\/\/|www\.)\S|\S@\S+\.\S/.test(text)) score += 0.8;
  const overlap = topicOverlap(line, topic);
  if (!endsSentence(line) && stats.words <= 9 && !quotes) score += overlap > 0.34 ? -0.6 : 0.8;
  else if (line.isProse || stats.words > 9) {
    // Reporting: the more of it and the more on topic, the surer.
    const weight = Math.min(3, 0.8 + stats.words / 25);
    score -= weight * (0.4 + (overlap < 0 ? 0.5 : overlap)) * (score > 0 ? 0.6 : 1.5);
    if (quotes && stats.words > 6) score -= 1.2;
  } else score -= quotes ? 1.5 : 0.4;
  return score;
}

/** Words of the article proper with the number of paragraphs they stand in. */
function topicOf(lines: readonly TextLine[], reasons: readonly (RemovalReason | undefined)[]): Map<string, number> {
  const topic = new Map<string, number>();
  lines.forEach((line, i) => {
    if (reasons[i] !== undefined && reasons[i] !== "headline") return;
    if (addressShare(line.text) >= 0.05 && line.phrases.mask !== 0) return;
    for (const word of new Set(line.folded.split(" "))) if (word.length >= 4) topic.set(word, (topic.get(word) ?? 0) + 1);
  });
  return topic;
}

/** Share of the line's longer words that other paragraphs use; -1 when it has too few to say. */
function topicOverlap(line: TextLine, topic: ReadonlyMap<string, number>): number {
  const words = [...new Set(line.folded.split(" "))].filter((word) => word.length >= 4);
  if (words.length === 0) return -1;
  let shared = 0;
  for (const word of words) if ((topic.get(word) ?? 0) > 1) shared += 1;
  return shared / words.length;
}

const GUIDE_SHARE = 0.3;

/**
 * Cuts the run of lines at the end whose evidence sums highest. Lines inside it that say nothing by themselves ("Thank you,", a
 * name, a link's text) go with their neighbours.
 */
function cutTail(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], firstProse: number): void {
  const topic = topicOf(lines, reasons);
  // A guide or a column speaks to its reader throughout, so there it proves nothing.
  const prose = lines.filter((line, i) => line.isProse && reasons[i] === undefined);
  const isGuide = prose.filter((line) => addressShare(line.text) >= 0.03).length > prose.length * GUIDE_SHARE;
  const from = Math.max(firstProse + 1, lines.length - TAIL_LINES_MAX, 1);
  const scores: number[] = [];
  let sum = 0;
  let best = -1;
  let bestSum = TAIL_SCORE_MIN;
  for (let i = lines.length - 1; i >= from; i--) {
    const score = tailScore(lines[i]!, topic, reasons[i], isGuide);
    scores[i] = score;
    sum += score;
    if (score >= TAIL_FIRST_MIN && sum >= bestSum) {
      bestSum = sum;
      best = i;
    }
    // Solid reporting ends the search: nothing before it can belong to the tail.
    if (score <= -2.2) break;
  }
  if (best < 0) return;
  for (let i = best; i < lines.length; i++) reasons[i] ??= tailReason(lines, i, best, reasons);
}

function tailReason(
  lines: readonly TextLine[],
  i: number,
  start: number,
  reasons: readonly (RemovalReason | undefined)[],
): RemovalReason {
  const line = lines[i]!;
  if (has(line, "appeal") || addressShare(line.text) >= 0.05) return "appeal";
  if (opens(line, "comments")) return "comments";
  if (has(line, "newsletter")) return "newsletter";
  if (has(line, "legal")) return "legal";
  const before = i > start ? reasons[i - 1] : undefined;
  return before === "related" || before === "appeal" || before === "comments" || before === "newsletter"
    ? before
    : "after-article";
}

/** A text that is furniture all through was misread: keep its sentences. */
function keepSomething(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], titleAt: number): void {
  const kept = lines.some((_, i) => reasons[i] === undefined);
  if (kept) return;
  for (let i = 0; i < lines.length; i++) if (i !== titleAt && lines[i]!.isProse) reasons[i] = undefined;
}
