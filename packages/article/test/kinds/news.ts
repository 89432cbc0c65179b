/** Kinds of news pages beyond the plain report. */
import { items, type KindPage, links, p, skins } from "./page.ts";

const matchText = [
  "Fennick Rovers won the northern cup for the third time on Saturday, beating Oxmoor 3-1 in front of 8,412 spectators in the rain.",
  "Rovers scored twice in the first eleven minutes. Oxmoor hit the post before half-time and missed a penalty after it.",
  "“We were asleep for ten minutes, and that was the match,” said Oxmoor's coach, Agda Lorne.",
];
const tableRows = [
  ["Pos", "Team", "Played", "Points"],
  ["1", "Fennick Rovers", "22", "51"],
  ["2", "Oxmoor", "22", "47"],
  ["3", "Garrow Town", "21", "40"],
  ["4", "Tarn Point", "22", "38"],
];
const results: KindPage = {
  kind: "match report with results table",
  url: "https://herald.example/sport/cup-final",
  title: "Rovers take the cup in the rain",
  html: skins.paper(
    "Rovers take the cup in the rain",
    `<meta property="article:published_time" content="2031-05-17T19:40:00+02:00">`,
    `<div class="byline">Anders Vik <span class="date">17 May 2031</span></div><div class="text">${p(...matchText)}<div class="widget standings"><h3>League table</h3><table class="widget-table">${tableRows.map((r, i) => `<tr>${r.map((c) => (i === 0 ? `<th>${c}</th>` : `<td>${c}</td>`)).join("")}</tr>`).join("")}</table></div><p>The last round is played on 24 May, and Rovers need a point at home to Garrow.</p></div>`,
    `<div class="tags"><a href="/t/1">Football</a><a href="/t/2">Fennick</a></div>`,
  ),
  gold: [
    ...matchText,
    "League table",
    ...tableRows.map((r) => r.join(" | ")),
    "The last round is played on 24 May, and Rovers need a point at home to Garrow.",
  ],
  byline: ["Anders Vik"],
  date: "2031-05-17",
};

const entries: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "16:42",
    "Bridge opens again",
    [
      "The eastern bridge is open to traffic again, the police say. Drivers should still expect delays of up to an hour on the ring road.",
    ],
  ],
  [
    "15:10",
    "School closed until Thursday",
    [
      "Water stands knee-deep in the gym of Mill Lane School. Pupils will be taught in the parish hall from Thursday, the head teacher, Ylva Strand, told the Herald.",
      "Parents are asked not to come to the building.",
    ],
  ],
  [
    "13:55",
    "Three boats adrift",
    [
      "The harbour master reports that three boats broke loose from the northern pier. Nobody was aboard, and a tug brought two of them in.",
    ],
  ],
  [
    "12:20",
    "First warning",
    ["The weather service raised its warning to orange at noon. Gusts of 31 metres a second were measured at the lighthouse."],
  ],
];
const liveBlog: KindPage = {
  kind: "live blog",
  url: "https://herald.example/live/storm",
  title: "Storm over Tarn Point: bridge open again",
  html: skins.paper(
    "Storm over Tarn Point: bridge open again",
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Storm over Tarn Point: bridge open again","datePublished":"2031-10-03T12:15:00+02:00","author":{"@type":"Person","name":"Malin Dahl"}}</script>`,
    `<p class="summary">A storm has closed roads and a school at Tarn Point. We followed the afternoon as it happened.</p><div class="live-controls"><button>Newest first</button><button>Refresh</button></div><div class="live-feed">${entries.map(([t, h, ps]) => `<section class="live-entry"><time>${t}</time><h2>${h}</h2>${p(...ps)}<div class="entry-share"><a href="#">Share this entry</a></div></section>`).join("")}</div>`,
  ),
  gold: [
    "A storm has closed roads and a school at Tarn Point. We followed the afternoon as it happened.",
    ...entries.flatMap(([, h, ps]) => [h, ...ps]),
  ],
  optional: entries.map(([t]) => t),
  byline: ["Malin Dahl"],
  date: "2031-10-03",
};

const obituaryText = [
  "Ebba Thorsen, who taught four generations of Oxmoor to swim, died at home on 2 August. She was 91.",
  "Born the fourth of six children of a pilot, she learned to swim by falling off the pier when she was five. At nineteen she crossed the sound in 2 hours 41 minutes, a time that stood until 1988.",
  "She leaves two sons, Arne and Johan, five grandchildren, and a pool that bears her name.",
  "A service will be held at Seamen's Chapel on Friday, 9 August, at 11 a.m. The family asks for gifts to the lifeboat instead of flowers.",
];
const obituary: KindPage = {
  kind: "obituary",
  url: "https://herald.example/obituaries/ebba-thorsen",
  title: "Ebba Thorsen",
  html: skins.utility(
    "Ebba Thorsen",
    `<meta property="og:title" content="Ebba Thorsen">`,
    `<div class="text-gray-600">4 March 1940 – 2 August 2031</div><img src="/ebba.jpg" class="rounded" alt="Ebba Thorsen"><div class="leading-7">${p(...obituaryText)}</div><div class="flex gap-4"><a href="/flowers">Send flowers</a><a href="/tree">Plant a tree</a><a href="/print">Print</a></div>`,
    `<div class="mt-10"><div class="text-xl">Guest book</div><div class="border-b py-4"><div>She taught me and my mother. Thank you, Mrs Thorsen, for never letting go too early.</div><div class="text-sm">Kaisa, Oxmoor</div></div><div class="border-b py-4"><div>The pool will not be the same on Wednesday mornings.</div><div class="text-sm">R. Holt</div></div></div>`,
  ),
  gold: obituaryText,
  optional: ["4 March 1940 – 2 August 2031"],
};

const turns: readonly (readonly [string, string])[] = [
  ["Host", "You have worked on this dam for thirty years. When did you first think that something was wrong?"],
  ["Berit Lund", "In the spring of 2019. The drains were dry, and drains should never be dry."],
  ["Host", "And what did the company say?"],
  ["Berit Lund", "That a dry drain was a good drain. I have that letter on my wall."],
  ["Host", "What would you do if you were in charge tomorrow?"],
  ["Berit Lund", "Lower the water by four metres and look. It costs money, and it costs less than the other thing."],
];
const transcript: KindPage = {
  kind: "interview transcript",
  url: "https://northbound.example/talks/dry-drains",
  title: "Dry drains: an engineer on the dam",
  html: skins.hashed(
    "Dry drains: an engineer on the dam",
    `<meta property="article:published_time" content="2031-04-09">`,
    `<div class="css-ap"><audio controls></audio><button>15 s back</button><button>1x</button></div><p class="css-in">This is an edited transcript of a conversation recorded in Fennick on 2 April.</p>${turns.map(([who, said]) => `<p class="css-tr"><strong>${who}:</strong> ${said}</p>`).join("")}`,
    `<div class="css-rel"><div>Listen next</div>${links(["The man who counts gulls", "A judge about silence", "Forty years of night shifts"])}</div>`,
  ),
  gold: [
    "This is an edited transcript of a conversation recorded in Fennick on 2 April.",
    ...turns.map(([who, said]) => `${who}: ${said}`),
  ],
  date: "2031-04-09",
};

const captions = [
  "The first boats leave the harbour at four in the morning, while the town is asleep.",
  "Nets are mended on the quay, as they were when Hanne's father had the boat.",
  "Crab is sorted by hand. Anything below eleven centimetres goes back.",
  "By noon everything is sold, and the ice melts on the stones.",
];
const gallery: KindPage = {
  kind: "photo essay",
  url: "https://herald.example/pictures/harbour-day",
  title: "A day in the harbour, in pictures",
  html: skins.paper(
    "A day in the harbour, in pictures",
    `<meta name="author" content="Signe Moe">`,
    `<p class="intro">Our photographer followed the crew of the Hanne from four in the morning until the last crate was sold.</p><div class="gallery">${captions.map((c, i) => `<figure class="gallery-item"><span class="counter">${i + 1} / 4</span><img src="/g${i}.jpg" alt=""><figcaption>${c} <span class="credit">Photo: Signe Moe</span></figcaption></figure>`).join("")}</div><p>The Hanne goes out again tonight, if the wind allows it.</p>`,
  ),
  gold: [
    "Our photographer followed the crew of the Hanne from four in the morning until the last crate was sold.",
    "The Hanne goes out again tonight, if the wind allows it.",
  ],
  optional: [...captions, ...captions.map((c) => `${c} Photo: Signe Moe`)],
  byline: ["Signe Moe"],
};

const press = [
  "OXMOOR, 12 June 2031 – Brightwater plc has signed an agreement to supply 140 buses with batteries made at its plant in Fennick. Deliveries begin in March and run for six years.",
  "The agreement is worth 61 million crowns and secures 230 jobs, the company said. It is the largest order in the history of the plant.",
  "“Buses are hard on batteries, and that is why we wanted this order,” said Chief Executive Mona Reyes. “If it works here, it works anywhere.”",
  "Brightwater expects revenue of 310 million crowns this year, up from 268 million in 2030.",
];
const about = "Brightwater makes batteries for vehicles and boats. Founded in 2012, it employs 1,900 people at four sites.";
const pressRelease: KindPage = {
  kind: "press release",
  url: "https://brightwater.example/newsroom/bus-order",
  title: "Brightwater to supply batteries for 140 buses",
  html: `<!doctype html><html lang="en"><head><title>Brightwater to supply batteries for 140 buses | Brightwater</title><meta property="og:title" content="Brightwater to supply batteries for 140 buses"></head><body><header><a href="/">Brightwater</a><nav><ul>${links(["Products", "Investors", "Newsroom", "Careers"])}</ul></nav></header><div class="newsroom"><div class="news-back"><a href="/newsroom">Back to newsroom</a></div><h1>Brightwater to supply batteries for 140 buses</h1><div class="news-date">June 12, 2031</div><div class="news-body">${p(...press)}<p><strong>About Brightwater</strong></p><p>${about}</p><p><strong>Media contact</strong><br>Jan Osk, +00 555 0171<br><a href="mailto:press@brightwater.example">press@brightwater.example</a></p></div><div class="downloads"><a href="/f.pdf">Download as PDF</a></div></div><div class="latest"><h2>Latest news</h2><ul>${links(["Brightwater opens training centre", "Half-year report 2031", "New head of research"])}</ul></div><footer><p>Brightwater plc, registered in Oxmoor, number 4471120</p></footer></body></html>`,
  gold: press,
  optional: ["About Brightwater", about, "Media contact"],
  date: "2031-06-12",
};

const notes = [
  "Every town has a shop that nobody has ever seen a customer in. In this episode we go into three of them and ask how they live.",
  "The first sells buttons, and has sold buttons since 1902. The second sells maps of places that have changed their names. The third would not let us in, and we found out why.",
  "With thanks to Mr Ostrander, who lent us his scales, and to everyone who wrote to us about their own shop.",
];
const podcast: KindPage = {
  kind: "podcast page",
  url: "https://pods.example/empty-shops/41",
  title: "41: Three empty shops",
  html: `<!doctype html><html lang="en"><head><title>41: Three empty shops – The Slow Street</title><meta property="og:title" content="41: Three empty shops"><meta property="og:site_name" content="The Slow Street"></head><body><div class="podcast-header"><img src="/c.jpg" alt="The Slow Street"><a href="/">The Slow Street</a><p>A weekly walk through streets that nobody hurries in.</p><div class="platforms"><a href="#">Apple Podcasts</a><a href="#">Spotify</a><a href="#">RSS</a></div></div><main class="episode"><h1>41: Three empty shops</h1><div class="episode-meta"><time datetime="2031-02-20">February 20, 2031</time> · 38 min</div><div class="player"><button>Play</button><span>00:00</span><span>38:12</span></div><div class="show-notes">${p(...notes)}<h2>Chapters</h2><ul><li>00:00 The button woman</li><li>11:40 Maps of nowhere</li><li>25:05 The locked door</li></ul></div></main><section class="episodes"><h2>More episodes</h2>${[40, 39, 38].map((n) => `<article class="ep"><a href="/${n}"><h3>${n}: The street of stairs</h3></a><p>We count steps with a postman and lose count at four hundred.</p><span>35 min</span></article>`).join("")}</section><footer>Made by two people and a dog.</footer></body></html>`,
  gold: [...notes, "Chapters", "00:00 The button woman", "11:40 Maps of nowhere", "25:05 The locked door"],
  date: "2031-02-20",
};

const letterText = [
  "Good morning. The snow came a week early, and the town did what it does every year: it acted surprised.",
  "I spent Tuesday night in the cab of a plough. It is warmer than you think, and quieter.",
  "Driver Otto Renn has done this for 27 winters. He knows which drives belong to nurses and clears those first, which is not in the plan and will not be put there.",
];
const letterShort = [
  "The library opens on Sundays from 4 December.",
  "Line 3 runs every twelve minutes again.",
  "Somebody has returned the bust of the mayor, without its nose.",
];
const newsletter: KindPage = {
  kind: "newsletter issue, layout tables",
  url: "https://letters.example/p/the-plough",
  title: "The plough",
  html: `<!doctype html><html><head><title>The plough - by Nora Felt - The Tuesday Letter</title><meta property="og:title" content="The plough"><meta name="author" content="Nora Felt"></head><body><div class="topbar"><a href="/">The Tuesday Letter</a><button>Subscribe</button><button>Sign in</button></div><article class="newsletter-post post"><h1 class="post-title">The plough</h1><h3 class="subtitle">What one sees from a cab at three in the morning</h3><div class="byline"><a href="/@nora">Nora Felt</a><div>Nov 18, 2031</div></div><div class="likes"><a>41</a><a>6</a><a>Share</a></div><table width="100%" cellpadding="0"><tr><td><table width="600" align="center"><tr><td style="padding:8px">${p(...letterText)}</td></tr><tr><td><div class="subscription-widget"><p>The Tuesday Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p><form><input><button>Subscribe</button></form></div></td></tr><tr><td><h2>In short</h2><ul>${items(letterShort)}</ul><p>Until next Tuesday.</p></td></tr></table></td></tr></table></article><div class="post-footer"><a>Share</a><h4>Discussion about this post</h4><div class="comment"><b>Aud</b><p>Otto cleared our drive at five, now I know why.</p></div><div class="footer">© 2031 Nora Felt<div>Privacy ∙ Terms ∙ Collection notice</div></div></div></body></html>`,
  gold: [...letterText, "In short", ...letterShort, "Until next Tuesday."],
  optional: ["What one sees from a cab at three in the morning"],
  byline: ["Nora Felt"],
  date: "2031-11-18",
};

const stubText = [
  "The state bank wrote off 41 million crowns in loans to a single builder, according to minutes that the Herald has seen. The board was told of it in May.",
  "Three members of the supervisory board had asked for an audit as early as January, and had been voted down.",
];
const stub: KindPage = {
  kind: "paywalled stub",
  url: "https://herald.example/money/minutes",
  title: "Minutes show bank wrote off 41 million",
  html: skins.paper(
    "Minutes show bank wrote off 41 million",
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Minutes show bank wrote off 41 million","isAccessibleForFree":false,"datePublished":"2031-09-01T05:00:00+02:00","author":{"@type":"Person","name":"Lisbet Grann"}}</script>`,
    `<div class="teaser">${p(...stubText)}</div><div class="paywall-offer"><h2>Continue reading with Herald Plus</h2><p>Get unlimited access to all articles for 1 crown in the first month.</p><ul><li>All articles on web and in the app</li><li>The daily crossword</li><li>Cancel at any time</li></ul><a href="/plus">Start now</a><p>Already a subscriber? <a href="/login">Log in</a></p></div>`,
  ),
  gold: stubText,
  byline: ["Lisbet Grann"],
  date: "2031-09-01",
};

const ampText = [
  "A goat that escaped from a farm near Fennick was found on the roof of the town library on Monday morning.",
  "Firefighters needed two hours and a bag of carrots to bring the animal down. It was unhurt, the farmer said, and showed no regret.",
  "How the goat climbed eleven metres is not known. The library will look at its cameras.",
];
const amp: KindPage = {
  kind: "AMP page",
  url: "https://herald.example/amp/goat",
  title: "Goat spends night on library roof",
  html: `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>Goat spends night on library roof</title><link rel="canonical" href="https://herald.example/goat"><style amp-boilerplate>body{visibility:hidden}</style><script async src="https://cdn.ampproject.org/v0.js"></script><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Goat spends night on library roof","datePublished":"2031-03-03T09:00:00Z","author":{"@type":"Person","name":"Kim Ask"}}</script></head><body><amp-sidebar id="s"><ul>${links(["Home", "News", "Sport"])}</ul></amp-sidebar><header><amp-img src="/l.png"></amp-img></header><main><h1>Goat spends night on library roof</h1><div class="amp-meta">Kim Ask - 3 March 2031</div><amp-social-share type="email"></amp-social-share><p>${ampText[0]}</p><amp-ad width="300" height="250"><div placeholder>Advertisement</div></amp-ad><p>${ampText[1]}</p><amp-carousel><amp-img src="/1.jpg" alt="The goat"></amp-img></amp-carousel><p>${ampText[2]}</p><amp-list src="/related.json"><template type="amp-mustache"><a href="{{url}}">{{title}}</a></template></amp-list></main><amp-consent id="c"><div id="ui">We use cookies to make this page work. <button>Accept</button></div></amp-consent><footer><p>All rights reserved.</p></footer></body></html>`,
  gold: ampText,
  byline: ["Kim Ask"],
  date: "2031-03-03",
};

const oldText = [
  "The annual plowing match was held Saturday at the Renn farm with 31 teams taking part. Weather was fair and the ground just right.",
  "First prize in the horse class went to Asa Hollis and his pair of greys. Second was Walt Ferris, who broke a share on the last furrow and finished all the same.",
  "The ladies of the Grange served dinner to 240 people. Proceeds of $1,180 go toward the new roof of the hall.",
];
const oldPage: KindPage = {
  kind: "layout tables and line breaks",
  url: "http://valley.example/oct/plow.htm",
  title: "Hollis takes plowing match",
  html: skins.old(
    "Hollis takes plowing match",
    `<font size="2"><i>By Edna Voss, Gazette correspondent</i><br><br>${oldText.join("<br><br>")}</font><br><br><hr><a href="/">Back to front page</a>`,
  ),
  gold: oldText,
};

const nuxtText = [
  "Trams will run through the night on Fridays and Saturdays from September, the transport authority decided on Wednesday.",
  "The trial lasts a year and costs 2.1 million crowns. Lines 1, 4 and 9 will run every half hour between one and five.",
  "Drivers' representatives had asked for two people on every night tram. The authority will pay for guards at six stops instead.",
];
const nextData: KindPage = {
  kind: "Next.js data without a rendered body",
  url: "https://oxmoor.example/night-trams",
  title: "Trams to run all night at weekends",
  html: `<!doctype html><html lang="en"><head><title>Trams to run all night at weekends</title><meta property="og:title" content="Trams to run all night at weekends"></head><body><div id="__next"><header><a href="/">Oxmoor Today</a></header><div class="skeleton"></div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { title: "Trams to run all night at weekends", author: "Lene Bratt", publishedAt: "2031-08-06T12:00:00Z", body: nuxtText.map((text) => ({ type: "paragraph", text })) }, related: [{ title: "Bus lane opens", teaser: "A new lane opens on Monday between the station and the port, and cyclists may use it." }] } }, page: "/[slug]" })}</script></body></html>`,
  gold: nuxtText,
};
const svelte: KindPage = {
  kind: "SvelteKit data without a rendered body",
  url: "https://oxmoor.example/s/night-trams",
  title: "Night trams from September",
  html: `<!doctype html><html lang="en"><head><title>Night trams from September</title></head><body><div style="display: contents"><div id="svelte"></div><script>{__sveltekit_1x2y3z = {base: ""};const element = document.currentScript.parentElement;Promise.all([import("./start.js"),import("./app.js")]).then(([kit, app]) => {kit.start(app, element, {node_ids: [0, 4],data: [null,{type:"data",data:{post:{title:"Night trams from September",date:"2031-08-06",html:"${nuxtText.map((t) => `\\u003Cp>${t}\\u003C/p>`).join("")}"}},uses:{params:["slug"]}}],form: null,error: null});});}</script></div></body></html>`,
  gold: nuxtText,
};
const shadow: KindPage = {
  kind: "declarative shadow root",
  url: "https://oxmoor.example/shadow",
  title: "Night trams will cost two million",
  html: `<!doctype html><html lang="en"><head><title>Night trams will cost two million</title></head><body><site-header><template shadowrootmode="open"><nav>${links(["Home", "News"])}</nav></template></site-header><h1>Night trams will cost two million</h1><story-body><template shadowrootmode="open"><style>:host{display:block}</style>${p(...nuxtText)}<slot></slot></template></story-body><site-footer><template shadowrootmode="open"><p>Oxmoor Today, 9 Station Road</p></template></site-footer></body></html>`,
  gold: nuxtText,
};
const noscript: KindPage = {
  kind: "body in noscript",
  url: "https://oxmoor.example/noscript",
  title: "A year of night trams",
  html: `<!doctype html><html lang="en"><head><title>A year of night trams</title></head><body><div id="app"><div class="spinner">Loading</div></div><noscript><div class="fallback"><h1>A year of night trams</h1>${p(...nuxtText)}</div></noscript></body></html>`,
  gold: nuxtText,
};

const opinion = [
  "A town that sells its last tram and then pays for a study of trams deserves the study it gets.",
  "I read all 212 pages. Page 40 says that people like to arrive. Page 117 says that they like it better when it is warm.",
  "The honest sentence comes on the last page but one: the rails are still there. They lie under four centimetres of asphalt, and asphalt is cheap to remove.",
  "So remove it. Begin at the station, on a Sunday, and invite the choir.",
];
const column: KindPage = {
  kind: "opinion with pull quotes and author box",
  url: "https://herald.example/opinion/rails",
  title: "The rails are still there",
  html: skins.paper(
    "The rails are still there",
    `<meta name="author" content="Gro Hamar">`,
    `<div class="columnist"><img src="/gro.jpg" alt=""><a href="/author/gro">Gro Hamar</a></div><time datetime="2031-06-20T04:00">June 20, 2031</time><div class="article-text"><p>${opinion[0]}</p><p>${opinion[1]}</p><blockquote class="pullquote">“The rails are still there.”</blockquote><p>${opinion[2]}</p><div class="inline-related"><span>Also read</span><a href="/t">Why the council sold its last tram and what came after</a></div><p>${opinion[3]}</p></div><div class="author-box"><p><b>Gro Hamar</b> writes about streets every second Friday. She rides a bicycle older than the Herald's website.</p></div>`,
    `<div class="comments"><h3>Comments</h3><p>Commenting is open to subscribers for 24 hours.</p></div>`,
  ),
  gold: opinion,
  optional: ["“The rails are still there.”"],
  byline: ["Gro Hamar"],
  date: "2031-06-20",
};

const embedText = [
  "The mayor's dog has more followers than the mayor, and on Thursday it broke the news of the budget.",
  "The post was up for nine minutes before the town's press office noticed it.",
  "The budget itself contains few surprises: parking becomes dearer, swimming does not.",
];
const embed: KindPage = {
  kind: "report around an embedded post",
  url: "https://oxmoor.example/dog",
  title: "Dog announces budget",
  html: skins.utility(
    "Dog announces budget",
    "",
    `<div class="text-sm">Written by Pia Vold</div><div class="text-sm">Published 4:05 pm, 30 October 2031</div><div class="prose"><p>${embedText[0]}</p><blockquote class="twitter-tweet"><p lang="en" dir="ltr">Woof. Parking goes up to 4 crowns, and nobody asked the dogs.</p>— Biscuit of the Town Hall (@biscuit_th) <a href="https://social.example/1">October 30, 2031</a></blockquote><p>${embedText[1]}</p><p>${embedText[2]}</p></div>`,
  ),
  gold: [embedText[0] ?? "", "Woof. Parking goes up to 4 crowns, and nobody asked the dogs.", ...embedText.slice(1)],
  optional: ["— Biscuit of the Town Hall (@biscuit_th) October 30, 2031"],
  byline: ["Pia Vold"],
  date: "2031-10-30",
};

const marketText = [
  "Shares on the Oxmoor exchange fell for a second day on Tuesday as oil rose above 90 crowns a barrel.",
  "The index of the thirty largest companies lost 1.4 percent to 4,117 points. Airlines fell most.",
];
const market: KindPage = {
  kind: "market report with figures list and corrections",
  url: "https://herald.example/money/markets",
  title: "Airlines pull exchange down",
  html: skins.paper(
    "Airlines pull exchange down",
    `<meta property="article:published_time" content="2031-02-04T17:30:00+01:00">`,
    `<div class="ticker">Index 4,117 ▼1.4% Oil 90.20 ▲2.1% Crown 0.88</div><p class="byline">HERALD STAFF</p>${p(...marketText)}<dl class="figures"><dt>Skyways</dt><dd>down 6.2 percent</dd><dt>Oxmoor Oil</dt><dd>up 3.3 percent</dd><dt>Brightwater</dt><dd>unchanged</dd></dl><p>Trading was thin, dealers said, because of the holiday in Fennick.</p><p class="correction"><i>Correction: An earlier version of this article gave the index of Monday as 4,117 points.</i></p>`,
  ),
  gold: [
    ...marketText,
    "Skyways",
    "down 6.2 percent",
    "Oxmoor Oil",
    "up 3.3 percent",
    "Brightwater",
    "unchanged",
    "Trading was thin, dealers said, because of the holiday in Fennick.",
  ],
  optional: ["Correction: An earlier version of this article gave the index of Monday as 4,117 points."],
  date: "2031-02-04",
};

const claims = [
  "Claim: The town pays 900 crowns a month for each empty flat.",
  "Verdict: False. The figure comes from another town and another year.",
];
const checkText = [
  "A post that was shared 11,000 times says that Oxmoor pays the owners of empty flats. It does not.",
  "The town's budget has no such line. A spokesman sent us the accounts of the housing office for 2030, which list 14 kinds of payment.",
  "The number in the post appears in a report about Garrow from 2016, where it means the cost of heating.",
];
const factCheck: KindPage = {
  kind: "fact check",
  url: "https://herald.example/check/empty-flats",
  title: "No, the town does not pay for empty flats",
  html: skins.hashed(
    "No, the town does not pay for empty flats",
    `<script type="application/ld+json">[{"@context":"https://schema.org","@type":"ClaimReview","datePublished":"2031-03-22","author":{"@type":"Organization","name":"Northbound"}},{"@context":"https://schema.org","@type":"NewsArticle","headline":"No, the town does not pay for empty flats","datePublished":"2031-03-22T11:00:00Z","author":[{"@type":"Person","name":"Tor Eide"}]}]</script>`,
    `<div class="css-by">By <a href="/tor">Tor Eide</a> | Updated: 23 March 2031</div><div class="css-box">${p(...claims)}</div>${p(...checkText)}`,
    `<div class="css-tip">Have you seen a claim that we should check? <a href="/tip">Send it to us</a>.</div>`,
  ),
  gold: [...claims, ...checkText],
  byline: ["Tor Eide"],
  date: "2031-03-22",
};

const noticeText = [
  "The water will be shut off in Mill Lane, Quay Road and Station Road on Wednesday, 14 May, between 8 a.m. and 2 p.m.",
  "The works replace a valve of 1961. Please fill a pan or two on Tuesday evening, and run the tap for a minute afterwards; the water may be brown at first and is safe.",
];
const notice: KindPage = {
  kind: "short official notice",
  url: "https://town.example/notices/water",
  title: "Water shut off in three streets",
  html: `<!doctype html><html lang="en"><head><title>Water shut off in three streets - Town of Oxmoor</title></head><body><a class="skip" href="#c">Skip to content</a><header><p>Town of Oxmoor</p><form role="search"><input></form></header><nav><ul>${links(["Services", "Council", "Building", "Schools", "Waste and water"])}</ul></nav><main id="c"><h1>Water shut off in three streets</h1><p class="published">Published 9 May 2031</p>${p(...noticeText)}<h2>Questions?</h2><p>Call the works office on 555 0140, weekdays between 8 and 4.</p><p class="feedback">Did you find what you were looking for? <a href="#">Yes</a> <a href="#">No</a></p></main><footer><address>Town hall, 1 Market Place, Oxmoor</address><ul>${links(["Accessibility", "Privacy", "Sitemap"])}</ul></footer></body></html>`,
  gold: noticeText,
  optional: ["Questions?", "Call the works office on 555 0140, weekdays between 8 and 4."],
  date: "2031-05-09",
};

export const newsPages: readonly KindPage[] = [
  results,
  liveBlog,
  obituary,
  transcript,
  gallery,
  pressRelease,
  podcast,
  newsletter,
  stub,
  amp,
  oldPage,
  nextData,
  svelte,
  shadow,
  noscript,
  column,
  embed,
  market,
  factCheck,
  notice,
];
