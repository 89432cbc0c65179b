import { memoize } from "@wirefold/text";
import { eachNamePiece, lowerNames } from "./name-pieces.ts";
import { WordTable } from "./word-table.ts";
/**
 * What an element's `class`, `id`, `role` and name say about it, as a bit mask of generic meanings. The words are the ones
 * site builders everywhere use; no site's own names are in here.
 */

export const MEANINGS = [
  "related", // related, recommended, most read, next up
  "share", // share rows, social links
  "newsletter", // newsletter, subscription and sign-up forms
  "author", // bylines, author boxes, bios
  "comment",
  "tag", // tags, topics, categories, keywords
  "caption", // captions and credits of images
  "media", // galleries, videos, players, images
  "ad", // advertising, sponsored, affiliate
  "promo", // promotions, banners, calls to action, apps, donations
  "nav", // navigation, menus, breadcrumbs, pagers
  "sidebar",
  "footer",
  "header",
  "date", // dates, time stamps, meta rows
  "title", // headline
  "summary", // standfirst, deck, lead
  "body", // article body, entry content
  "article", // article, post, story, entry
  "list", // feeds, cards, teasers, grids
  "legal", // cookies, consent, privacy, copyright
  "hidden", // screen-reader only, hidden, popups, modals
  "widget", // widgets, modules, boxes
  "paywall",
  "quote", // pull quotes
  "embed", // tweets and other embedded posts
  "correction", // notes, disclaimers
  "toc", // tables of contents
] as const;
export type Meaning = (typeof MEANINGS)[number];

export const meaningBit = (meaning: Meaning): number => 1 << MEANINGS.indexOf(meaning);

/** Words matched as whole tokens of a class name (`post-tags` has `post` and `tags`; `postTags` too). */
const WORDS: Record<Meaning, string> = {
  related:
    "related recommended recommend recommendation recommendations recirc recirculation similar readmore more morefrom also next prev previous upnext popular trending mostread mostpopular most latest recent outbrain taboola zergnet suggested suggestions further onward linked see discover explore interest relacionadas relacionados relacionado articolicorrelati correlati verwandt verwandte aehnliche voir lire leia mais weitere teasers powiazane rp crp yarpp jp relatedposts",
  share:
    "share shares sharing sharer social socials facebook twitter whatsapp telegram pinterest linkedin addtoany " +
    "addthis sharedaddy follow follows sns bookmark print email mailto shariff vk weibo instapaper like likes " +
    "reaction reactions upvote clap rating ratings vote votes stars",
  newsletter:
    "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailing mc4wp hubspot form forms input field wpforms",
  author:
    "author authors byline bylines bio biography contributor contributors writer autor auteur profile avatar vcard " +
    "gravatar staff contact about user by journalist reporter columnist",
  comment:
    "comment comments respond disqus discussion reply replies commentlist responses kommentare kommentar comentarios " +
    "commentaires livefyre coral talk feedback review reviews",
  tag:
    "tag tags taglist topics topic keywords keyword category categories cat kicker label labels breadcrumb " +
    "breadcrumbs crumbs section rubric eyebrow tagcloud hashtag channel",
  caption:
    "caption captions figcaption wp credit credits photo photographer photocredit legend imagecaption piccaption copyright source bildunterschrift legende pie epigraph",
  media:
    "gallery slideshow slider carousel video videos player image images img figure picture pictures media thumbnail " +
    "thumb thumbs lightbox slide slides swiper slick jwplayer youtube photos audio podcast listen",
  ad:
    "ad ads adv advert advertisement advertising sponsor sponsored sponsors dfp gpt adsense adslot adunit banner " +
    "anzeige werbung publicidad publicite pub reklama affiliate promoted native commercial commerce shop shopping " +
    "product products deals price buy amazon",
  promo:
    "promo promos promotion promotional callout cta teaser app apps download donate donation support member " +
    "membership register registration marketing offer offers campaign appeal inline aside insert notice alert " +
    "announcement highlight upsell",
  nav:
    "nav navigation navbar menu menus pagination pager pages paging skip link links toolbar tools utility utilities " +
    "topbar bottom back top jump anchor sitemap submenu dropdown hamburger search",
  sidebar: "sidebar side sidebars rail aside secondary rightcol right left leftcol col2 complementary tertiary",
  footer: "footer foot colophon bottom siteinfo contentinfo",
  header: "header head masthead banner logo branding site hero intro top",
  date: "date dates time timestamp datetime published pubdate posted updated modified meta metadata info datum dateline postmeta entrymeta details",
  title: "title headline heading hed h1 titulo titel titre",
  summary:
    "summary excerpt subtitle subhead subheadline subheading dek deck standfirst lead lede leadin intro description " +
    "abstract teaser sapo bajada chapo chapeau sub preamble perex synopsis",
  body:
    "body content articlebody bodycopy maincontent entrycontent postcontent storycontent text texte texto copy " +
    "wysiwyg rte richtext prose paragraph markdown main storybody cuerpo contenido corps inhalt zone",
  article:
    "article articles post posts story entry hentry news blog single page artikel articulo noticia publication document detail news",
  list: "list lists card cards item items teaser teasers feed grid tile tiles river stream loop archive archives row stack block blocks feature featured collection",
  legal:
    "cookie cookies consent gdpr privacy copyright terms disclaimer legal disclosure imprint impressum license rights policy ccpa",
  hidden:
    "hidden hide sr screen reader visuallyhidden invisible popup modal overlay tooltip offscreen noprint lightbox dialog drawer toast print offcanvas collapse",
  widget: "widget widgets module box boxes component panel container sticky fixed floating module addon plugin shortcode",
  paywall:
    "paywall regwall barrier paid premium meter metered gate locked restricted subscriber subscribers piano wall login signin account " +
    "abo abos abonnement abonnes abonner muro suscripcion suscriptores abbonamento abbonati bezahlschranke",
  quote: "quote pullquote blockquote pull quotes quotation",
  embed: "embed embedded tweet instagram tiktok iframe oembed twitter",
  correction:
    "correction corrections note notes footnote footnotes editor update updates clarification reference references citation citations sources",
  toc: "toc contents outline jumplinks index tableofcontents ez",
};

/** Word pieces matched anywhere in a long token (`relatedarticles`, `postsidebar`), because many sites do not hyphenate. */
const PIECES: readonly (readonly [string, Meaning])[] = [
  ["related", "related"],
  ["recommend", "related"],
  ["readmore", "related"],
  ["mostread", "related"],
  ["popular", "related"],
  ["trending", "related"],
  ["latest", "related"],
  ["recirc", "related"],
  ["share", "share"],
  ["social", "share"],
  ["newsletter", "newsletter"],
  ["subscri", "newsletter"],
  ["signup", "newsletter"],
  ["author", "author"],
  ["byline", "author"],
  ["comment", "comment"],
  ["breadcrumb", "tag"],
  ["category", "tag"],
  ["caption", "caption"],
  ["credit", "caption"],
  ["gallery", "media"],
  ["slideshow", "media"],
  ["carousel", "media"],
  ["video", "media"],
  ["image", "media"],
  ["advert", "ad"],
  ["sponsor", "ad"],
  ["promo", "promo"],
  ["teaser", "list"],
  ["navig", "nav"],
  ["sidebar", "sidebar"],
  ["footer", "footer"],
  ["header", "header"],
  ["headline", "title"],
  ["subtitle", "summary"],
  ["summary", "summary"],
  ["excerpt", "summary"],
  ["articlebody", "body"],
  ["content", "body"],
  ["article", "article"],
  ["widget", "widget"],
  ["cookie", "legal"],
  ["consent", "legal"],
  ["disclaimer", "legal"],
  ["copyright", "legal"],
  ["popup", "hidden"],
  ["modal", "hidden"],
  ["hidden", "hidden"],
  ["paywall", "paywall"],
  ["pullquote", "quote"],
  ["blockquote", "quote"],
  ["donat", "promo"],
];

const wordBits = new Map<string, number>();
for (const meaning of MEANINGS) {
  for (const word of WORDS[meaning].split(" ")) wordBits.set(word, (wordBits.get(word) ?? 0) | meaningBit(meaning));
}
const bitsOfWord = new WordTable(wordBits);
const pieceBits = new Map<string, number>();
for (const [piece, meaning] of PIECES) pieceBits.set(piece, (pieceBits.get(piece) ?? 0) | meaningBit(meaning));
const anyPiece = new RegExp([...pieceBits.keys()].sort((a, b) => b.length - a.length).join("|"), "g");
/** Shorter words hold none. */
const PIECED_CHARS_MIN = 7;

/** Long words that are not known whole, which sites build anew out of the same pieces. */
const bitsOfPieces = memoize(5000, (word) => {
  let mask = 0;
  for (const [piece] of word.matchAll(anyPiece)) mask |= pieceBits.get(piece) ?? 0;
  return mask;
});

/** Longer class attributes are build-tool noise or an attack; their head says enough. */
const NAMES_CHARS_MAX = 400;

/** The meanings of one `class` or `id` value. */
export function meaningsOf(names: string): number {
  let mask = 0;
  const lower = lowerNames(names);
  eachNamePiece(names, lower, Math.min(names.length, NAMES_CHARS_MAX), (from, to, hash) => {
    const bits = bitsOfWord.get(lower, from, to, hash);
    if (bits !== undefined) mask |= bits;
    else if (to - from >= PIECED_CHARS_MIN) mask |= bitsOfPieces(lower.slice(from, to));
  });
  return mask;
}
