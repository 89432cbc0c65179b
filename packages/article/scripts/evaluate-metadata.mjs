// Title, date and authors against the development golds: node packages/article/scripts/evaluate-metadata.mjs [set…] [--show n] [--half a|b|b1|b2]
// A half is every second host by its hash: rules are made from the misses of one half and judged by the other. Of b the quarter b1 was read
// later on; b2 is what nobody has read.
// Two figures a field: over all gold values, and over the sound ones. Gold is unsound by a rule, never by a page's name (--show lists all):
//   elsewhere     the page does not hold it at all, scripts included, or has the same day and month in another year;
//   search title  a title that only `<title>` or a card's title gives, on a page whose only <h1> says something else;
//   with the site a title that ends or begins with the site's name, behind a mark;
//   last change   the day that the page declares as its last change, and declares an earlier one as that of publication;
//   outlet        an author who is the site: by og:site_name, the application's name, the publisher or the host;
//   no name       (counted apart, in "named") an author that has words for a degree, a trade, a desk or a body of people, or
//                 more than four words: more or other than a name;
//   not as such   (the same) an author of whom the page has all words, but nowhere as one. "named" also counts authors whose site has their name.
// All but the first are asked before our answer is looked at, so that they take hits away as well. "held" counts, as before, all that the page holds.
// Names are compared without accents; a day may differ by one where the page gives a time, for its zone is another question.
import { decodeBytes } from "../dist/decode-bytes.js";
import { extractArticle } from "../dist/index.js";
import { isOwnersName } from "../dist/metadata/person-names.js";
import { bytesOf, goldOf, hostOf } from "./dev-set.mjs";

const args = process.argv.slice(2);
const show = args.includes("--show") ? Number(args.splice(args.indexOf("--show"), 2)[1]) : 0;
const half = args.includes("--half") ? args.splice(args.indexOf("--half"), 2)[1] : "";
/** Which half and quarter a page belongs to; all pages of a host are in one. */
function halfOf(row) {
  let hash = 0;
  for (const char of hostOf(row)) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return (hash ^ (hash >>> 7)) & 1 ? ((hash ^ (hash >>> 5)) & 2 ? "b1" : "b2") : "a";
}
const fold = (text) =>
  (text ?? "")
    .normalize("NFKD")
    .replace(/[\p{M}\u00AD\u200B]/gu, "")
    .replace(/&/g, " and ")
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

const decode = (text) =>
  text
    .replace(/<[^<>]*>/g, " ")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|[lr]squo);/g, "'")
    .replace(/&ndash;|&mdash;/g, "-")
    .replace(/&amp;/g, "&");
/** What a page calls itself, read without the extractor. */
function selfOf(html, url) {
  const metas = [...html.matchAll(/<meta\b[^<>]{0,2000}>/gi)].map(([tag]) => ({
    name: (/\b(?:name|property|itemprop)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? "").toLowerCase(),
    content: decode(/\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? ""),
  }));
  const of = (...names) => metas.filter(({ name }) => names.includes(name)).map(({ content }) => fold(content));
  const title = decode(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? "");
  const host = !URL.canParse(url ?? "") ? "" : new URL(url).hostname.replace(/^www\./, "");
  const headings = [...html.matchAll(/<h1\b[^>]*>([\s\S]{0,800}?)<\/h1/gi)]
    .map(([, inner]) => fold(decode(inner)))
    .filter(Boolean);
  const values = (key) => [...html.matchAll(new RegExp(`"${key}"\\s*:\\s*"([^"]{8,40})"`, "g"))].map(([, value]) => value);
  return {
    titles: [fold(title), ...of("og:title", "twitter:title")],
    pieces: title.split(/\s[|\u2013\u2014\u00B7\u00BB:-]\s|\s?\|\s?/).map(fold),
    headings: [...new Set(headings)],
    lower: [...html.matchAll(/<h[23]\b[^>]*>([\s\S]{0,800}?)<\/h[23]/gi)].map(([, inner]) => fold(decode(inner))),
    sites: [
      ...of("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher"),
      fold(/"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"]*)"/.exec(html)?.[1]),
      fold(host),
      fold(host.split(".").slice(-2)[0]),
    ].filter((name) => name.length > 2),
    changed: [
      ...metas.filter(({ name }) => /modified|updated|lastmod|last-mod/.test(name)).map(({ content }) => content),
      ...values("dateModified"),
    ],
    published: [
      ...metas.filter(({ name }) => /published|datepublished|pubdate/.test(name)).map(({ content }) => content),
      ...values("datePublished"),
    ],
  };
}
const NOT_OF_A_NAME = new Set(
  (
    "md phd dvm dds rn rd cpa esq jd mba msc bsc ma dr prof dipl ing mag jr " +
    "editor editors editorial reporter writer contributor contributing journalist columnist correspondent author guest staff team teams desk " +
    "manager director founder ceo president representative candidate committee specialist expert coach consultant marketing content rankings " +
    "admin administrator webmaster redaktion redakteur redakteurin abteilung referat presse pressestelle offentlichkeitsarbeit autor autorin leiter leiterin " +
    "gmbh ag se ev kg inc ltd llc plc co company group university universitat institut institute foundation stiftung verein verband ministerium " +
    "agency agentur news magazin magazine blog media press the and com de org net"
  ).split(" "),
);
/** Why a gold author, though on the page, is not the name of a person as the page gives it. */
function unnamed(authors, holds) {
  for (const author of [authors].flat().flatMap((one) => String(one).split(/\s*(?:[,;&/]|\s(?:and|und|et|y)\s)\s*/))) {
    const words = fold(author).split(" ").filter(Boolean);
    if (words.length === 0) continue;
    if (words.length > 4 || words.some((word) => NOT_OF_A_NAME.has(word))) return "no name";
    if (!holds(` ${words.join(" ")} `)) return "not as such";
  }
  return undefined;
}
const DESK = new Set("the team staff editors editorial desk redaktion com net org de".split(" "));
const packed = (text) => text.replace(/ /g, "");
/** Why a gold value is not what the field asks for, whatever was answered. */
function unsoundness(field, gold, page) {
  if (field === "title") {
    const own = fold(gold);
    const site = (rest) => page.sites.some((name) => packed(name) === packed(rest) || packed(rest).includes(packed(name)));
    for (const known of [...page.headings, ...page.titles, ...page.pieces]) {
      if (known.split(" ").length < 2 || known === own) continue;
      if (own.startsWith(`${known} `) && site(own.slice(known.length))) return "with the site";
      if (own.endsWith(` ${known}`) && site(own.slice(0, -known.length))) return "with the site";
    }
    if (page.headings.includes(own)) return undefined;
    const [only, ...more] = page.headings;
    const isSite = (text) => page.sites.some((name) => packed(text) === packed(name)) || page.titles[0]?.endsWith(` ${text}`);
    const inTitle = page.titles.some((title) => title === own || (title.startsWith(`${own} `) && page.pieces.includes(own)));
    if (
      only !== undefined &&
      more.length === 0 &&
      only !== own &&
      !page.lower.includes(own) &&
      !isSite(only) &&
      only.split(" ").length > 2 &&
      inTitle
    )
      return "search title";
  }
  if (field === "date") {
    const day = String(gold).slice(0, 10);
    const days = (values) => values.map((value) => value.slice(0, 10));
    const earlier = days(page.published).filter((one) => /^\d{4}-/.test(one));
    if (earlier.length > 0 && !earlier.includes(day) && earlier.every((one) => one < day)) {
      if (days(page.changed).includes(day)) return "last change";
    }
  }
  if (field === "authors") {
    const words = gold.split(" ").filter((word) => !DESK.has(word));
    for (const name of page.sites)
      if (packed(name) === packed(gold) || words.every((word) => name.split(" ").includes(word))) return "outlet";
  }
  return undefined;
}

for (const set of args.length > 0 ? args : ["n4k", "wcxb-dev", "trafilatura-snip"]) {
  const count = Object.fromEntries(
    Object.keys(FIELDS).map((field) => [field, { all: 0, hits: 0, held: 0, sound: 0, soundHits: 0, named: 0, namedHits: 0 }]),
  );
  const misses = [];
  const reasons = {};
  const unsound = [];
  const apart = [];
  for (const row of goldOf(set)) {
    if (!halfOf(row).startsWith(half)) continue;
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
    let known;
    const self = () => {
      known ??= selfOf(decodeBytes(bytes).text, row.url);
      return known;
    };
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
      const why = isSound ? unsoundness(field, field === "title" ? gold : field === "date" ? gold : wanted, self()) : "elsewhere";
      if (isSound) sums.held += 1;
      if (why === undefined) {
        sums.sound += 1;
        if (ok) sums.soundHits += 1;
      } else reasons[`${field}: ${why}`] = (reasons[`${field}: ${why}`] ?? 0) + 1;
      if (field === "authors" && (why === undefined || (why === "outlet" && isOwnersName([authors].flat().join(" "))))) {
        const but = unnamed(authors, holds);
        if (but === undefined) {
          sums.named += 1;
          if (ok) sums.namedHits += 1;
        } else {
          reasons[`${field}: ${but}`] = (reasons[`${field}: ${but}`] ?? 0) + 1;
          if (!ok) apart.push([field, row.url?.slice(0, 80), gold, got, but]);
        }
      }
      const source = article.evidence.find((one) => one.field === FIELDS[field])?.source;
      if (!ok || why !== undefined)
        (why === undefined ? misses : unsound).push([field, row.url?.slice(0, 80), gold, got, source, why ?? (ok ? "hit" : "")]);
    }
  }
  const line = Object.entries(count).map(
    ([field, { all, hits, held, sound, soundHits, named, namedHits }]) =>
      `${field} ${(hits / all).toFixed(3)} of ${all}, held ${(hits / held).toFixed(3)} of ${held}, sound ${(soundHits / sound).toFixed(3)} of ${sound}${field === "authors" ? `, named ${(namedHits / named).toFixed(3)} of ${named}` : ""}`,
  );
  console.log(set, line.join("  "));
  console.log("  unsound:", JSON.stringify(reasons));
  for (const [name, list] of Object.entries({ miss: misses, "no name in gold": apart, "unsound gold": unsound }))
    for (const field of Object.keys(FIELDS))
      for (const one of list.filter(([own]) => own === field).slice(0, show)) console.log("  ", name, JSON.stringify(one));
}
