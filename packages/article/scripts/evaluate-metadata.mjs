// Title, date and authors against the development golds: node packages/article/scripts/evaluate-metadata.mjs [set…] [--show n] [--half a|b]
// A half is every second host by its hash: rules are made from the misses of one half and judged by the other.
// Two figures a field: over all gold values, and over the sound ones. A gold value is unsound when the page does not hold it at all
// (a title, an author or a day no character of the page gives, scripts included), or when it has the day and month that the page declares in another year.
// Names are compared without accents; a day may differ by one where the page gives a time, for its zone is another question.
import { decodeBytes } from "../dist/decode-bytes.js";
import { extractArticle } from "../dist/index.js";
import { bytesOf, goldOf, hostOf } from "./dev-set.mjs";

const args = process.argv.slice(2);
const show = args.includes("--show") ? Number(args.splice(args.indexOf("--show"), 2)[1]) : 0;
const half = args.includes("--half") ? args.splice(args.indexOf("--half"), 2)[1] : "";
/** Which half a page belongs to; all pages of a host are in one. */
function halfOf(row) {
  let hash = 0;
  for (const char of hostOf(row)) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return (hash ^ (hash >>> 7)) & 1 ? "b" : "a";
}
const fold = (text) =>
  (text ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const DAY = 86_400_000;
const FIELDS = { title: "title", date: "published_at", authors: "byline" };

const LANGUAGES = ["en", "de", "fr", "es", "pl", "it", "nl"];
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  [
    ...new Set(
      LANGUAGES.flatMap((language) =>
        /** @type {const} */ (["long", "short"]).map(
          (style) =>
            new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" })
              .formatToParts(new Date(Date.UTC(2030, month, 5)))
              .find((part) => part.type === "month")
              ?.value.replace(/\.$/, "") ?? "",
        ),
      ),
    ),
  ]
    .filter((name) => name.length > 2)
    .join("|"),
);

/** Whether a page's characters give a day in any of the usual forms. */
function holdsDay(html, gold) {
  const [year, month, day] = String(gold).slice(0, 10).split("-").map(Number);
  if (!year || !month || !day) return true;
  const name = `(?:${MONTHS[month - 1]})[.a-z]*`;
  const forms = [
    `${year}[-/.]0?${month}[-/.]0?${day}(?!\\d)`,
    `(?<!\\d)0?${day}[-/.]\\s?0?${month}[-/.]\\s?(?:${year}|${year % 100}(?!\\d))`,
    `(?<!\\d)0?${month}[-/.]0?${day}[-/.](?:${year}|${year % 100}(?!\\d))`,
    `${name},?\\s+0?${day}(?:st|nd|rd|th)?,?\\s+(?:at\\s+)?${year}`,
    `(?<!\\d)0?${day}(?:st|nd|rd|th|\\.|er)?[\\s-]+(?:de\\s+|of\\s+)?${name},?[\\s-]+(?:de\\s+)?${year}`,
    `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`,
  ];
  const pattern = new RegExp(forms.join("|"), "i");
  // Attributes and scripts count as well; without tags, "5 <b>March</b> 2031" is one.
  return pattern.test(html) || pattern.test(html.replace(/&nbsp;|&#160;|<[^<>]{0,300}>/g, " "));
}

/** Whether the found date is the gold's day, or a neighbour of it by zone. */
function sameDay(found, gold) {
  if (found === null || found === undefined) return false;
  const day = String(gold).slice(0, 10);
  if (found.startsWith(day)) return true;
  return found.includes("T") && Math.abs(Date.parse(found.slice(0, 10)) - Date.parse(day)) <= DAY;
}

for (const set of args.length > 0 ? args : ["n4k", "wcxb-dev", "trafilatura-snip"]) {
  const count = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, { all: 0, hits: 0, sound: 0 }]));
  const misses = [];
  const unsound = [];
  for (const row of goldOf(set)) {
    if (half !== "" && halfOf(row) !== half) continue;
    const bytes = bytesOf(set, row.id);
    const article = extractArticle(bytes, { url: row.url });
    const authors = row.authors ?? row.author;
    const wanted = fold(Array.isArray(authors) ? authors.join(" ") : authors).replace(/(?<= )(?:and|und|et|y|by) /g, "");
    const byline = ` ${fold(article.byline.join(" "))} `;
    const answers = {
      title: [row.title, fold(article.title) === fold(row.title), article.title],
      date: [row.date, sameDay(article.published_at, row.date), article.published_at],
      authors: [wanted, wanted.split(" ").every((word) => byline.includes(` ${word} `)), article.byline.join("; ")],
    };
    let page;
    const holds = (words) => {
      page ??= ` ${fold(decodeBytes(bytes).text.replace(/&#x?27;|&#39;|&rsquo;|&#8217;|&amp;|&nbsp;|<[^<>]*>/g, " "))} `;
      return page.includes(words);
    };
    for (const [field, [gold, ok, got]] of Object.entries(answers)) {
      if (!gold) continue;
      const sums = count[field];
      sums.all += 1;
      if (ok) sums.hits += 1;
      const isSound =
        ok ||
        (field === "date"
          ? holdsDay(decodeBytes(bytes).text, gold) &&
            !(
              article.published_at?.slice(4, 10) === String(gold).slice(4, 10) &&
              article.published_at.slice(0, 4) !== String(gold).slice(0, 4)
            )
          : field === "title"
            ? holds(` ${fold(gold)} `)
            : wanted.split(" ").every((word) => holds(` ${word} `)));
      if (isSound) sums.sound += 1;
      const source = article.evidence.find((one) => one.field === FIELDS[field])?.source;
      if (!ok) (isSound ? misses : unsound).push([field, row.url?.slice(0, 80), gold, got, source]);
    }
  }
  const line = Object.entries(count).map(
    ([field, { all, hits, sound }]) =>
      `${field} ${hits}/${all} = ${(hits / all).toFixed(3)}, sound ${hits}/${sound} = ${(hits / sound).toFixed(3)}`,
  );
  console.log(set, line.join("  "));
  for (const [name, list] of Object.entries({ miss: misses, "unsound gold": unsound }))
    for (const field of Object.keys(FIELDS))
      for (const one of list.filter(([own]) => own === field).slice(0, show)) console.log("  ", name, JSON.stringify(one));
}
