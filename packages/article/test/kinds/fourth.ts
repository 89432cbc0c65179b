/** A fourth batch: the markup of common publishing systems, with the boxes that they put around and between paragraphs. */
import { items, type KindPage, links, p } from "./page.ts";

const NAV = ["World", "Harbour", "Business", "Opinion", "Podcasts"];
const OTHERS = [
  "Sluice keepers win a pay rise after nine weeks",
  "The last cinema on Reed Street is for sale",
  "How a school garden ended up feeding three streets",
  "What we know about the fire at the rope works",
];
export const HARBOUR = [
  "KELDMOUTH — The harbour board voted 7-2 on Tuesday night to replace the swing bridge at Keldmouth, ending an argument that has outlived three chairmen and one bridge keeper.",
  "The new bridge will cost 31.5 million marks and open to traffic in the spring of 2034, according to documents presented at the meeting. Work begins in October.",
  "“It has been shut for repairs on 212 days in two years,” said the board's chairwoman, Petra Ovelund. “At some point you are paying for a wall.”",
  "The two members who voted against the plan said that the board had not asked for a second tender. Anton Brisk, one of them, called the price “a number that fell from the sky.”",
  "About 9,400 vehicles cross the bridge each day, most of them lorries bound for the fish market. While it is rebuilt they will be sent round by Tolley, a detour of 14 kilometres.",
  "The fishermen's union said it would accept the detour if the market opened an hour later. The board is to answer by the end of the month.",
];
export const LIBRARY = [
  "For forty years the mobile library of Upper Senn has stopped at the same nine places, and for forty years Ilse Hadrick has waited at the seventh.",
  "This winter the van broke down on the pass, and the county found that nobody makes its gearbox any more. The council offered a parcel service instead.",
  "“A parcel does not ask you how you liked the last one,” Hadrick said, stirring her tea in the village hall that has no heating and 41 chairs.",
  "So the villages bought a bus. It had belonged to a brass band, and still smells of valve oil when the sun shines on it.",
  "On its first day it lent 318 books, eleven of which had been due back since 1998 and came home in a pillowcase.",
  "The county says that it is looking into insurance. Hadrick says that she is looking into the third volume.",
];
export const RAIL = [
  "Trains between Marrick and Ostwold will run every half-hour from December, the operator Senn Rail said, twice as often as now.",
  "The change follows the repair of the Lenn viaduct, whose single track had held up services since a landslide in 2027.",
  "Fares will rise by 3.8 percent in that month. The passengers' council called the rise “a ticket for somebody else's viaduct.”",
  "Senn Rail carried 6.2 million passengers last year, up from 5.7 million the year before. It lost 12 million marks.",
  "A spokesman, Edvin Tarrow, said the company expected to break even by 2033.",
];
const head = (title: string, site: string, more = ""): string =>
  `<head><meta charset="utf-8"><title>${title} - ${site}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">${more}</head>`;
const jsonLd = (value: Readonly<Record<string, unknown>>): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...value })}</script>`;
const wpCards = (texts: readonly string[] = OTHERS): string =>
  `<ul class="wp-block-post-template is-layout-grid">${texts.map((t, i) => `<li class="wp-block-post post-${i} type-post"><h3 class="wp-block-post-title"><a href="/o/${i}">${t}</a></h3><div class="wp-block-post-date"><time datetime="2031-0${i + 1}-02T10:00:00+00:00">2 ${["January", "February", "March", "April"][i]} 2031</time></div><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">It began with a letter that nobody had signed, and it ended in the yard of the rope works. […]</p></div></li>`).join("")}</ul>`;

export const FOURTH_PAGES: readonly KindPage[] = [
  {
    kind: "block theme of a blog engine, latest posts with excerpts",
    url: "https://keldblog.example/2031/04/swing-bridge/",
    title: "A bridge, at last",
    byline: ["Tova Renn"],
    date: "2031-04-16",
    gold: [...HARBOUR, "What happens next", "The tender is published on 1 May.", "Bids close on 15 June."],
    html: `<!DOCTYPE html><html lang="en-GB">${head("A bridge, at last", "Keld Notes", `<meta property="article:published_time" content="2031-04-16T07:10:00+00:00"><meta name="author" content="Tova Renn">`)}<body class="wp-singular post-template-default single wp-embed-responsive wp-theme-twentytwentyfive"><div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Keld Notes</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container">${links(NAV)}</ul></nav></header><main class="wp-block-group is-layout-flow" id="wp--skip-link--target"><h1 class="wp-block-post-title">A bridge, at last</h1><div class="wp-block-group is-layout-flex"><div class="wp-block-post-author-name">Tova Renn</div><div class="wp-block-post-date"><time datetime="2031-04-16T07:10:00+00:00">16 April 2031</time></div><div class="taxonomy-category wp-block-post-terms"><a href="/c/harbour">Harbour</a></div></div><div class="entry-content wp-block-post-content is-layout-constrained">${p(...HARBOUR.slice(0, 3))}<figure class="wp-block-image"><img src="b.jpg" alt="The bridge"></figure>${p(...HARBOUR.slice(3))}<h2 class="wp-block-heading">What happens next</h2><ul class="wp-block-list">${items(["The tender is published on 1 May.", "Bids close on 15 June."])}</ul></div><div class="wp-block-comments"><h2>Comments</h2><div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p><label>Comment</label><textarea></textarea></form></div></div><h2 class="wp-block-heading">More posts</h2>${wpCards()}</main><footer class="wp-block-template-part"><p>Designed with patience.</p></footer></div></body></html>`,
  },
  {
    kind: "newspaper platform with component classes, promo and newsletter between paragraphs",
    url: "https://senntribune.example/news/2031/04/16/keldmouth-bridge/",
    title: "Harbour board votes to replace Keldmouth bridge",
    byline: ["Rolf Amdahl", "Signe Tveit"],
    date: "2031-04-16",
    gold: HARBOUR,
    html: `<!DOCTYPE html><html lang="en">${head(
      "Harbour board votes to replace Keldmouth bridge",
      "The Senn Tribune",
      jsonLd({
        "@type": "NewsArticle",
        headline: "Harbour board votes to replace Keldmouth bridge",
        datePublished: "2031-04-16T05:30:00Z",
        author: [
          { "@type": "Person", name: "Rolf Amdahl" },
          { "@type": "Person", name: "Signe Tveit" },
        ],
      }),
    )}<body><div id="fusion-app" class="fusion-app"><div class="c-stack b-single-chain"><nav class="b-header-nav-chain">${links(NAV)}</nav></div><section class="b-right-rail"><div class="c-stack b-right-rail__main"><h1 class="b-headline">Harbour board votes to replace Keldmouth bridge</h1><h2 class="b-subheadline">Price of 31.5 million marks is disputed</h2><div class="b-byline"><span class="b-byline__by">By </span><span class="b-byline__names"><a class="c-link" href="/a/1">Rolf Amdahl</a> and <a class="c-link" href="/a/2">Signe Tveit</a></span></div><time class="c-date b-date" datetime="2031-04-16T05:30:00Z">April 16, 2031 at 7:30AM EDT</time><div class="b-share-bar"><a>Facebook</a><a>Email</a></div><article class="b-article-body">${p(HARBOUR[0] ?? "", HARBOUR[1] ?? "")}<div class="b-article-body__inline-promo"><p class="promo-label">RELATED</p><a href="/r/1">Keldmouth's bridge keeper retires after 38 years</a></div>${p(HARBOUR[2] ?? "", HARBOUR[3] ?? "")}<div class="b-newsletter-inline"><h4>Tide Table</h4><p>The harbour's news, every weekday at six. Free.</p><form><input type="email" placeholder="Email address"><button>Sign up</button></form><p class="legal">Whoever signs up accepts our Terms of Use and Privacy Policy.</p></div>${p(HARBOUR[4] ?? "", HARBOUR[5] ?? "")}</article><div class="b-author-bio"><a href="/a/1">Rolf Amdahl</a><p class="c-paragraph">Rolf Amdahl covers the harbour for the Tribune. He joined in 2019.</p></div><div class="b-tag"><a href="/t/1">Keldmouth</a><a href="/t/2">Bridges</a></div></div><aside class="b-right-rail__rail"><div class="b-top-table-list"><h2>Most Popular</h2>${links(OTHERS)}</div></aside></section></div></body></html>`,
  },
  {
    kind: "React pages data: body in the script, two teasers in the markup",
    url: "https://northline.example/stories/mobile-library",
    title: "The bus that smells of valve oil",
    date: "2031-02-03",
    gold: LIBRARY,
    html: `<!DOCTYPE html><html lang="en">${head("The bus that smells of valve oil", "Northline")}<body><div id="__next"><header><a href="/">Northline</a></header><main><h1>The bus that smells of valve oil</h1><div class="skeleton"></div><section><h2>Keep reading</h2><a href="/s/1"><p>${OTHERS[1]}</p></a><a href="/s/2"><p>${OTHERS[2]}</p></a></section></main></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { story: { slug: "mobile-library", title: "The bus that smells of valve oil", publishedAt: "2031-02-03T08:00:00.000Z", body: LIBRARY.map((text) => ({ type: "paragraph", children: [{ text }] })) }, more: [{ title: OTHERS[1], body: [{ type: "paragraph", children: [{ text: "The cinema opened in 1931 with a film about a lighthouse, and it will close with the same one, if a copy is found." }] }] }] } }, page: "/stories/[slug]" })}</script></body></html>`,
  },
  {
    kind: "Nuxt payload, body as HTML in one string",
    url: "https://ostwold.example/verkehr/half-hour-trains",
    title: "Half-hourly trains from December",
    gold: RAIL,
    html: `<!DOCTYPE html><html lang="en">${head("Half-hourly trains from December", "Ostwold Now")}<body><div id="__nuxt"><div class="loader">Loading…</div></div><script>window.__NUXT__=${JSON.stringify({ data: [{ article: { id: 77, headline: "Half-hourly trains from December", html: RAIL.map((text) => `<p>${text}</p>`).join("") } }], state: { menu: NAV } })};</script></body></html>`,
  },
  {
    kind: "AMP page with consent, ads, related list and sidebar",
    url: "https://senntribune.example/amp/half-hour-trains",
    title: "Twice as many trains on the Marrick line",
    byline: ["Jonna Eklund"],
    date: "2031-09-30",
    gold: RAIL,
    html: `<!doctype html><html amp lang="en">${head("Twice as many trains on the Marrick line", "The Senn Tribune", jsonLd({ "@type": "NewsArticle", headline: "Twice as many trains on the Marrick line", datePublished: "2031-09-30T09:00:00+02:00", author: { name: "Jonna Eklund" } }))}<body><amp-sidebar id="sb" layout="nodisplay"><ul>${links(NAV)}</ul></amp-sidebar><header class="headerbar"><button on="tap:sb.toggle">☰</button><a href="/">The Senn Tribune</a></header><amp-consent id="cs" layout="nodisplay"><div id="cu"><p>We and our 214 partners use cookies to measure, personalise and improve. You can change your mind at any time in the settings.</p><button>Accept</button><button>Reject</button></div></amp-consent><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">Twice as many trains on the Marrick line</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">Jonna Eklund</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="2031-09-30T09:00:00+02:00">5 hours ago</time></div></header><div class="amp-wp-article-content">${p(RAIL[0] ?? "", RAIL[1] ?? "")}<amp-ad width="300" height="250"></amp-ad><p class="ad-label">Story continues below advertisement</p>${p(...RAIL.slice(2))}<amp-list class="related"><h3>You might also like</h3><ul>${links(OTHERS)}</ul></amp-list></div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tags: <a href="/t/rail">Rail</a>, <a href="/t/fares">Fares</a></div><div class="amp-wp-meta amp-wp-comments-link"><a href="#c">Leave a Comment</a></div></footer></article><footer class="amp-wp-footer"><p>© 2031 The Senn Tribune</p><a href="#top" class="back-to-top">Back to top</a></footer></body></html>`,
  },
  {
    kind: "newsletter platform: paywall-free post with subscribe widgets and comments",
    url: "https://hadrick.letters.example/p/a-bus-of-ones-own",
    title: "A bus of one's own",
    byline: ["Mirabel Oake"],
    date: "2031-02-05",
    gold: LIBRARY,
    html: `<!DOCTYPE html><html lang="en">${head("A bus of one's own", "Small Distances", jsonLd({ "@type": "NewsArticle", headline: "A bus of one's own", datePublished: "2031-02-05T06:00:00Z", author: [{ "@type": "Person", name: "Mirabel Oake" }], publisher: { "@type": "Organization", name: "Small Distances" } }))}<body><div id="entry"><div class="main-menu"><a href="/">Small Distances</a><a>Home</a><a>Archive</a><a>About</a><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">A bus of one's own</h1><h3 class="subtitle">On libraries that come to you</h3><div class="byline-wrapper"><a href="/@oake">Mirabel Oake</a><div class="pencraft">Feb 05, 2031</div></div><div class="post-ufi"><a><div class="label">114</div></a><a><div class="label">22</div></a><a>Share</a></div></div><div class="available-content"><div class="body markup">${p(LIBRARY[0] ?? "", LIBRARY[1] ?? "")}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Small Distances is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email"><input type="submit" value="Subscribe"></form></div></div>${p(...LIBRARY.slice(2))}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p></div></div></article></div><div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-meta"><a>Ragna Pohl</a><span>Feb 5</span></div><div class="comment-body"><p>I waited at stop number four from 1991 to 2004. Thank you for this, I had forgotten the smell.</p></div></div><div class="comment"><div class="comment-meta"><a>B. Lowe</a></div><div class="comment-body"><p>More about the brass band, please!</p></div></div></div><div class="portable-archive"><h4>Ready for more?</h4></div><div class="footer"><p>© 2031 Mirabel Oake</p><a>Privacy</a> ∙ <a>Terms</a> ∙ <a>Collection notice</a></div></div></body></html>`,
  },
  {
    kind: "Ghost theme with cards, callout and a footer call",
    url: "https://weir.example/lenn-viaduct/",
    title: "The viaduct holds",
    byline: ["Osk Lindahl"],
    date: "2031-10-01",
    gold: [
      RAIL[0] ?? "",
      RAIL[1] ?? "",
      "The viaduct has 14 arches and has been closed four times since 1884.",
      ...RAIL.slice(2),
    ],
    html: `<!DOCTYPE html><html lang="en">${head("The viaduct holds", "Weir", `<meta property="article:published_time" content="2031-10-01T05:00:00.000Z"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Osk Lindahl"><meta name="generator" content="Ghost 6.1">`)}<body class="post-template"><div class="gh-viewport"><header class="gh-head"><a class="gh-head-logo" href="/">Weir</a><nav class="gh-head-menu"><ul class="nav">${links(NAV)}</ul></nav><div class="gh-head-actions"><a href="#/portal/signin">Sign in</a><a href="#/portal/signup">Subscribe</a></div></header><main class="gh-main"><article class="gh-article post no-image"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/rail">Rail</a><h1 class="gh-article-title">The viaduct holds</h1><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/osk">Osk Lindahl</a></h4><div class="gh-article-meta-content"><time datetime="2031-10-01">01 Oct 2031</time> — <span>3 min read</span></div></div></header><section class="gh-content gh-canvas">${p(RAIL[0] ?? "", RAIL[1] ?? "")}<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">The viaduct has 14 arches and has been closed four times since 1884.</div></div>${p(...RAIL.slice(2))}<div class="kg-card kg-signup-card"><h2>Sign up for Weir</h2><p>Water, walls and railways, twice a month.</p><button>Subscribe</button><p>No spam. Unsubscribe anytime.</p></div><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://elsewhere.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Timetables of the Senn valley</div><div class="kg-bookmark-description">All departures since 1884, typed by hand.</div></div></a></figure></section></article><section class="footer-cta"><h2>Sign up for more like this.</h2><a>Enter your email</a></section><aside class="read-more-wrap"><div class="read-more">${OTHERS.map((t, i) => `<article class="post-card"><a href="/${i}"><h2 class="post-card-title">${t}</h2><div class="post-card-excerpt">The letter was typed, the signature was not, and the ink was green.</div></a></article>`).join("")}</div></aside></main><footer class="site-footer">Weir © 2031 <a href="https://ghost.org">Powered by Ghost</a></footer></div></body></html>`,
  },
  {
    kind: "Drupal fields: notice of a county office with contact and files",
    url: "https://county.example/news/lenn-bridge-closure",
    title: "Closure of the Lenn footbridge from 4 to 18 November",
    date: "2031-10-20",
    gold: [
      "The Lenn footbridge between Mill Lane and the sports ground will be closed from Monday 4 November to Monday 18 November 2031 for the renewal of its deck.",
      "Pedestrians are diverted by way of Station Road. The diversion is lit and signposted; it adds about six minutes.",
      "Wheelchair users may call a shuttle on the number 0555 0142 between 07:00 and 21:00.",
      "The works cost 84,000 marks and are paid for by the county's bridge fund.",
    ],
    html: `<!DOCTYPE html><html lang="en" dir="ltr">${head("Closure of the Lenn footbridge from 4 to 18 November", "Senn County", `<meta name="Generator" content="Drupal 10">`)}<body class="path-node page-node-type-news"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a><div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><nav class="block block-menu navigation menu--main"><ul class="menu">${links(["Services", "Council", "Planning", "News"])}</ul></nav></div></header><div class="region region-breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li>Closure of the Lenn footbridge from 4 to 18 November</li></ol></div><main role="main"><a id="main-content"></a><div class="region region-content"><div class="block block-core block-page-title-block"><h1 class="page-header"><span class="field field--name-title">Closure of the Lenn footbridge from 4 to 18 November</span></h1></div><article class="node node--type-news node--view-mode-full"><div class="node__content"><div class="field field--name-field-date field--label-inline"><div class="field__label">Published</div><div class="field__item"><time datetime="2031-10-20T09:00:00Z">20 October 2031</time></div></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item"><p>The Lenn footbridge between Mill Lane and the sports ground will be closed from Monday 4 November to Monday 18 November 2031 for the renewal of its deck.</p><p>Pedestrians are diverted by way of Station Road. The diversion is lit and signposted; it adds about six minutes.</p><p>Wheelchair users may call a shuttle on the number 0555 0142 between 07:00 and 21:00.</p><p>The works cost 84,000 marks and are paid for by the county's bridge fund.</p></div><div class="field field--name-field-files field--label-above"><div class="field__label">Downloads</div><div class="field__items"><div class="field__item"><span class="file file--mime-application-pdf"><a href="/f.pdf">Map of the diversion</a> (PDF, 1.2 MB)</span></div></div></div><div class="field field--name-field-contact field--label-above"><div class="field__label">Contact</div><div class="field__item"><p>Roads and bridges, Senn County, 3 Castle Street<br>roads@county.example</p></div></div></div></article><div class="was-this-helpful"><h2>Was this page helpful?</h2><button>Yes</button><button>No</button></div></div></main><footer role="contentinfo"><p>Senn County, open Monday to Friday, 9 to 4.</p></footer></div></div></body></html>`,
  },
  {
    kind: "wire of press releases: dateline, about, contacts, source, share",
    url: "https://wire.example/news-releases/lenn-analytics-301.html",
    title: "Lenn Analytics Opens Second Office in Ostwold",
    date: "2031-06-11",
    gold: [
      "OSTWOLD, Senn, June 11, 2031 /NewsRun/ -- Lenn Analytics, a maker of software for reservoirs, today announced that it has opened a second office in Ostwold, which will house 60 engineers by the end of the year.",
      '"Ostwold has the water, the university and the trains," said Kerstin Vale, chief executive of Lenn Analytics. "We only had to bring the coffee."',
      "The company's revenue rose 18 percent to 44 million marks in the year to March. It supplies 212 reservoirs in nine countries.",
      "Applications for the first 25 posts open on July 1.",
    ],
    optional: [
      "About Lenn Analytics",
      "Founded in 2016, Lenn Analytics helps utilities to know what is behind the dam. For more information, visit www.lennanalytics.example.",
    ],
    html: `<!DOCTYPE html><html lang="en">${head("Lenn Analytics Opens Second Office in Ostwold", "NewsRun")}<body><header><a href="/">NewsRun</a><ul>${links(["News", "Products", "Contact", "Send a Release"])}</ul></header><article class="news-release inline-gallery-template"><header class="release-header"><div class="row detail-headline"><h1>Lenn Analytics Opens Second Office in Ostwold</h1></div><div class="news-provided">News provided by</div><a class="company" href="/n/lenn"><strong>Lenn Analytics, Inc.</strong></a><p class="mb-no">Jun 11, 2031, 08:30 ET</p><div class="share"><p>Share this article</p><a>Share to X</a></div></header><section class="release-body container"><div class="row"><div class="col-lg-10"><p><span class="legendSpanClass">OSTWOLD, Senn</span>, <span class="legendSpanClass">June 11, 2031</span> /NewsRun/ -- Lenn Analytics, a maker of software for reservoirs, today announced that it has opened a second office in Ostwold, which will house 60 engineers by the end of the year.</p><p>"Ostwold has the water, the university and the trains," said Kerstin Vale, chief executive of Lenn Analytics. "We only had to bring the coffee."</p><p>The company's revenue rose 18 percent to 44 million marks in the year to March. It supplies 212 reservoirs in nine countries.</p><p>Applications for the first 25 posts open on July 1.</p><p><b>About Lenn Analytics</b></p><p>Founded in 2016, Lenn Analytics helps utilities to know what is behind the dam. For more information, visit <a href="https://www.lennanalytics.example">www.lennanalytics.example</a>.</p><p><b>Media contact:</b><br>Dora Finch<br>press@lennanalytics.example<br>+47 555 0177</p><p>SOURCE Lenn Analytics, Inc.</p></div></div></section></article><section class="also-from"><h2>Also from this source</h2><div class="card"><a href="/x1"><h3>Lenn Analytics Reports Results for the Year</h3><p>Lenn Analytics today reported revenue of 44 million marks for the year to March...</p></a></div></section><div class="explore"><h2>Explore</h2><ul>${links(["Software", "Utilities", "Corporate Expansion"])}</ul></div></body></html>`,
  },
  {
    kind: "recipe with jump link, ratings, ingredients and steps",
    url: "https://larder.example/barley-soup",
    title: "Barley soup with smoked eel",
    byline: ["Frida Koss"],
    gold: [
      "My grandmother made this soup when the boats came home early, which meant that the catch was poor and the evening long.",
      "It takes an hour, most of which the barley spends by itself. Do not stir it; it resents the attention.",
      "Ingredients",
      "150 g pearl barley",
      "200 g smoked eel, skinned",
      "2 leeks",
      "1 litre of stock",
      "Method",
      "Rinse the barley until the water runs clear, then simmer it in the stock for forty minutes.",
      "Soften the sliced leeks in butter, add them to the pot and season.",
      "Break the eel over the bowls at the table.",
    ],
    html: `<!DOCTYPE html><html lang="en">${head("Barley soup with smoked eel", "The Larder")}<body><nav>${links(["Soups", "Bread", "Fish"])}</nav><main><article><h1>Barley soup with smoked eel</h1><div class="recipe-meta"><span>By <a rel="author" href="/frida">Frida Koss</a></span> <span class="rating">4.8 from 112 votes</span> <a class="jump" href="#recipe">Jump to Recipe</a> <a class="print">Print Recipe</a></div><p class="disclosure">This post may contain affiliate links. Read our <a href="/d">disclosure policy</a>.</p><p>My grandmother made this soup when the boats came home early, which meant that the catch was poor and the evening long.</p><p>It takes an hour, most of which the barley spends by itself. Do not stir it; it resents the attention.</p><div id="recipe" class="recipe-card"><div class="times"><span>Prep 10 min</span><span>Cook 50 min</span><span>Serves 4</span></div><h2>Ingredients</h2><ul>${items(["150 g pearl barley", "200 g smoked eel, skinned", "2 leeks", "1 litre of stock"])}</ul><h2>Method</h2><ol>${items(["Rinse the barley until the water runs clear, then simmer it in the stock for forty minutes.", "Soften the sliced leeks in butter, add them to the pot and season.", "Break the eel over the bowls at the table."])}</ol></div><div class="made-it"><h3>Did you make this recipe?</h3><p>Tag @thelarder on Instagram and use #thelarder.</p></div><section class="reviews"><h3>Reviews</h3><div class="review"><b>Jens</b><p>Made it twice this week. I used mackerel and nobody complained.</p></div></section><div class="more-recipes"><h3>More soups</h3><ul>${links(["Beer soup", "Nettle soup", "Soup of the day before"])}</ul></div></article></main></body></html>`,
  },
  {
    kind: "product review with verdict, scores, prices and buy boxes",
    url: "https://gearroom.example/reviews/tarn-40-lamp",
    title: "Tarn 40 head lamp review: bright, heavy, honest",
    byline: ["Ines Dahl"],
    date: "2031-11-02",
    gold: [
      "The Tarn 40 is the first head lamp in years that admits what it weighs: 212 grams, printed on the strap.",
      "I wore it for nine nights on the ridge above Senn. It never dimmed before midnight, and twice it outlasted me.",
      "Design and build",
      "The housing is aluminium, and the switch can be found with gloves on. The strap slips when wet, which on a ridge it is.",
      "Battery life",
      "Tarn claims 14 hours on the middle setting. I measured 13 hours and 10 minutes at four degrees, which is as close to honest as lamps get.",
      "Verdict",
      "If you walk at night and carry your own pack, there are lighter lamps. If you want to see, there is this one.",
    ],
    optional: [
      "Pros",
      "Bright and even beam",
      "Honest battery life",
      "Cons",
      "Heavy",
      "Strap slips in rain",
      "A heavy lamp that keeps its promises.",
      "8.5/10",
    ],
    html: `<!DOCTYPE html><html lang="en">${head("Tarn 40 head lamp review: bright, heavy, honest", "Gear Room", jsonLd({ "@type": "Review", name: "Tarn 40 head lamp review: bright, heavy, honest", datePublished: "2031-11-02", author: { "@type": "Person", name: "Ines Dahl" } }))}<body><div class="top-nav">${links(["Reviews", "Deals", "Guides"])}</div><p class="affiliate-banner">When you buy through links on our site, we may earn a commission. <a href="/how">Here's how it works</a>.</p><article class="review-article"><header><h1>Tarn 40 head lamp review: bright, heavy, honest</h1><p class="byline">By <a href="/ines">Ines Dahl</a> published 2 November 2031</p></header><div class="buy-box"><div class="merchant"><span>Walkers' Store</span> <span>$89.00</span> <a href="/buy/1">View Deal</a></div><div class="merchant"><span>Ridge &amp; Rope</span> <span>$94.50</span> <a href="/buy/2">Check Price</a></div></div><div class="verdict-box"><div class="score">8.5/10</div><p class="summary">A heavy lamp that keeps its promises.</p><div class="pros"><h4>Pros</h4><ul><li>Bright and even beam</li><li>Honest battery life</li></ul></div><div class="cons"><h4>Cons</h4><ul><li>Heavy</li><li>Strap slips in rain</li></ul></div></div><div id="article-body"><p>The Tarn 40 is the first head lamp in years that admits what it weighs: 212 grams, printed on the strap.</p><p>I wore it for nine nights on the ridge above Senn. It never dimmed before midnight, and twice it outlasted me.</p><h2>Design and build</h2><p>The housing is aluminium, and the switch can be found with gloves on. The strap slips when wet, which on a ridge it is.</p><h2>Battery life</h2><p>Tarn claims 14 hours on the middle setting. I measured 13 hours and 10 minutes at four degrees, which is as close to honest as lamps get.</p><div class="hawk-nest"><p>Today's best Tarn 40 deals</p><ul><li>$89.00 <a href="/b">Buy now</a></li></ul></div><h2>Verdict</h2><p>If you walk at night and carry your own pack, there are lighter lamps. If you want to see, there is this one.</p></div><div class="author-bio"><p>Ines Dahl has tested outdoor gear since 2022 and owns eleven head lamps.</p></div></article><section class="related"><h2>Best picks</h2>${links(["Best sleeping mats", "Best dry bags"])}</section></body></html>`,
  },
];
