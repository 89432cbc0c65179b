/** A second batch, written after the first one had been mended and before its answers were seen. */
import { items, type KindPage, links, p, skins } from "./page.ts";

const posts: readonly (readonly string[])[] = [
  [
    "I bought a 1962 Merlin dinghy last month, and the centreboard case weeps when she is loaded. The outside is dry. Before I take the thwart out: where would you start?",
    "She lived under a tree for four years, if that helps.",
  ],
  ["Fill the case with water on the trailer and look from below with a torch. You will see the line it runs along."],
  [
    "Do what Halyard says, and then check the screws along the keelson. On mine three of eleven turned without biting.",
    "New screws one size up, bedded in sealant, and it has been dry for six summers.",
  ],
];
const xenForum: KindPage = {
  kind: "forum thread, modern engine",
  url: "https://dinghies.example/threads/weeping-case.8812/",
  title: "Weeping centreboard case on a 1962 Merlin",
  html: `<!DOCTYPE html><html lang="en-GB" id="XF"><head><title>Weeping centreboard case on a 1962 Merlin | Dinghy Talk</title><meta property="og:title" content="Weeping centreboard case on a 1962 Merlin"></head><body><div class="p-pageWrapper"><header class="p-header"><a href="/">Dinghy Talk</a></header><nav class="p-nav"><ul>${links(["Forums", "What's new", "Members", "Log in"])}</ul></nav><div class="p-body"><h1 class="p-title-value">Weeping centreboard case on a 1962 Merlin</h1><div class="p-description"><ul><li>Thread starter <a href="/m/1">kestrel9</a></li><li>Start date <time datetime="2031-04-02">Apr 2, 2031</time></li></ul></div><div class="block-body js-replyNewMessageContainer">${posts
    .map(
      (ps, i) =>
        `<article class="message message--post" id="post-${i}"><div class="message-inner"><section class="message-user"><h4 class="message-name"><a href="/m/${i}">${["kestrel9", "Halyard", "OldSalt"][i]}</a></h4><h5 class="userTitle">Member</h5><dl><dt>Messages</dt><dd>${i * 40 + 3}</dd></dl></section><div class="message-main"><header class="message-attribution"><a href="#"><time datetime="2031-04-0${i + 2}">Apr ${i + 2}, 2031</time></a><a href="#">#${i + 1}</a></header><div class="message-content"><article class="message-body"><div class="bbWrapper">${i === 1 ? `<blockquote class="bbCodeBlock--quote"><div>kestrel9 said:</div><div>She lived under a tree for four years</div></blockquote>` : ""}${ps.join("<br>\n<br>\n")}</div></article></div><footer><a href="#">Like</a><a href="#">Reply</a></footer></div></div></article>`,
    )
    .join(
      "",
    )}</div><div class="block--login">You must log in or register to reply here.</div><div class="shareButtons">Share: <a href="#">Facebook</a> <a href="#">Email</a></div><aside class="p-body-sidebar"><h3>Similar threads</h3><ul>${links(["Mast rake for a Merlin", "Which varnish lasts", "Trailer lights again"])}</ul></aside></div><footer class="p-footer"><ul>${links(["Terms", "Privacy", "Help"])}</ul></footer></div></body></html>`,
  gold: posts.flat(),
  optional: ["kestrel9 said:", "She lived under a tree for four years"],
};

const minutes: readonly (readonly [string, string])[] = [
  ["90+4", "It is over. Garrow Town hold on and go through on a night when little went right for them."],
  ["78", "Oxmoor replace their captain, who walks off slowly and shakes every hand on the way."],
  ["61", "Goal for Garrow! Brann heads in a corner that nobody followed. 2-1."],
  ["45", "Half-time. One goal each and four yellow cards."],
];
const ticker: KindPage = {
  kind: "match ticker by the minute",
  url: "https://oxmoor.example/sport/ticker/771",
  title: "Garrow Town go through after a long night",
  html: skins.utility(
    "Garrow Town go through after a long night",
    "",
    `<div class="text-sm">Sport desk</div><div class="text-sm">Last update: 6 May 2031, 22:51</div><p class="lead">Garrow Town beat Oxmoor 2-1 in the quarter-final of the northern cup. Read how it happened, minute by minute.</p><ul class="space-y-4">${minutes.map(([m, t]) => `<li class="flex"><span class="w-12">${m}'</span><div>${t}</div></li>`).join("")}</ul>`,
  ),
  gold: [
    "Garrow Town beat Oxmoor 2-1 in the quarter-final of the northern cup. Read how it happened, minute by minute.",
    ...minutes.map(([, t]) => t),
  ],
  optional: minutes.map(([m]) => `${m}'`),
  date: "2031-05-06",
};

const presse = [
  "Das Unternehmen Hellwerk baut sein Werk in Lindrode aus und schafft bis 2033 rund 150 Arbeitsplätze. Das teilte die Geschäftsführung am Dienstag mit.",
  "Auf einer Fläche von 18.000 Quadratmetern entsteht eine Halle für Kupferkabel. Die Kosten liegen bei 42 Millionen Euro.",
  "„Wir haben lange nach einem Standort gesucht und ihn vor der eigenen Tür gefunden“, sagte Geschäftsführerin Dora Klemm.",
];
const german: KindPage = {
  kind: "press release in German",
  url: "https://hellwerk.example/presse/ausbau",
  title: "Hellwerk baut Standort Lindrode aus",
  html: `<!doctype html><html lang="de"><head><title>Hellwerk baut Standort Lindrode aus | Hellwerk</title></head><body><header><nav><ul>${links(["Produkte", "Unternehmen", "Karriere", "Presse"])}</ul></nav></header><main><div class="row"><div class="col"><p class="ort">Lindrode, 3. Juni 2031</p><h1>Hellwerk baut Standort Lindrode aus</h1>${p(...presse)}<h3>Über Hellwerk</h3><p>Hellwerk stellt seit 1911 Kabel her und beschäftigt 800 Menschen.</p><h3>Pressekontakt</h3><p>Uwe Stark<br>Telefon 0555 1200<br>presse@hellwerk.example</p></div></div></main><footer><ul>${links(["Impressum", "Datenschutz"])}</ul></footer></body></html>`,
  gold: presse,
  optional: ["Über Hellwerk", "Hellwerk stellt seit 1911 Kabel her und beschäftigt 800 Menschen.", "Lindrode, 3. Juni 2031"],
  date: "2031-06-03",
};

const manual = [
  "A bucket is a folder with a lifetime. When the lifetime ends, everything in it is removed.",
  "Create one from the command line:",
  "Buckets without a lifetime are refused. Choose one of hours, days or weeks; anything longer belongs in an archive.",
  "To see what will be removed next, list the bucket with its ages:",
];
const shell = ["tidy bucket create drafts --keep 14d", "tidy bucket list drafts --ages"];
const docs: KindPage = {
  kind: "manual page with code",
  url: "https://docs.tidy.example/guides/buckets",
  title: "Buckets",
  html: `<!doctype html><html lang="en"><head><title>Buckets | Tidy documentation</title></head><body><nav class="navbar"><a href="/">Tidy</a><a href="/docs">Docs</a><a href="/blog">Blog</a></nav><div class="docs-wrapper"><aside class="theme-doc-sidebar"><ul class="menu__list">${links(["Introduction", "Install", "Buckets", "Archives", "Permissions", "Backups"])}</ul></aside><main><article><nav class="breadcrumbs"><ul>${links(["Guides", "Buckets"])}</ul></nav><div class="theme-doc-markdown markdown"><header><h1>Buckets</h1></header><p>${manual[0]}</p><p>${manual[1]}</p><div class="language-bash codeBlockContainer"><div class="codeBlockContent"><pre tabindex="0"><code><span class="token-line">${shell[0]}</span><br></code></pre><div class="buttonGroup"><button>Copy</button></div></div></div><div class="theme-admonition alert alert--warning"><div class="admonitionHeading">warning</div><div class="admonitionContent"><p>${manual[2]}</p></div></div><h2 class="anchor" id="ages">Ages<a href="#ages" class="hash-link" aria-label="Direct link to Ages">#</a></h2><p>${manual[3]}</p><pre><code>${shell[1]}</code></pre></div><footer class="theme-doc-footer"><a href="/edit">Edit this page</a><span>Last updated on <b>Jan 8, 2031</b></span></footer></article><nav class="pagination-nav"><a href="/i"><div>Previous</div><div>Install</div></a><a href="/a"><div>Next</div><div>Archives</div></a></nav></main></div><footer class="footer">Built with care.</footer></body></html>`,
  gold: [manual[0] ?? "", manual[1] ?? "", shell[0] ?? "", manual[2] ?? "", "Ages", manual[3] ?? "", shell[1] ?? ""],
  optional: ["warning"],
};

const hindi = [
  "ज़िला प्रशासन ने मंगलवार को कहा कि बाढ़ से प्रभावित चौदह गाँवों में राहत सामग्री पहुँचा दी गई है।",
  "अधिकारियों के अनुसार नदी का जलस्तर अब घट रहा है, लेकिन दो सड़कें अभी भी बंद हैं।",
  "मौसम विभाग ने अगले तीन दिनों में हल्की बारिश की संभावना जताई है। स्कूल सोमवार से खुलेंगे।",
];
const hindiPaper: KindPage = {
  kind: "Hindi paper with a pointer between paragraphs",
  url: "https://samachar.example/badh",
  title: "चौदह गाँवों में पहुँची राहत सामग्री",
  html: `<!doctype html><html lang="hi"><head><title>चौदह गाँवों में पहुँची राहत सामग्री - समाचार घर</title></head><body><div class="hd"><a href="/">समाचार घर</a><ul>${links(["देश", "राज्य", "खेल", "मनोरंजन"])}</ul></div><div class="mn"><h1>चौदह गाँवों में पहुँची राहत सामग्री</h1><div class="inf"><span>प्रकाशित: 12 अगस्त 2031, 09:20</span></div><div class="tx"><p>${hindi[0]}</p><p class="ad">विज्ञापन</p><p>${hindi[1]}</p><div class="bx"><a href="/p">यह भी पढ़ें: नदी किनारे की दीवार फिर टूटी</a></div><p>${hindi[2]}</p></div><div class="tg"><a href="/t/1">बाढ़</a><a href="/t/2">राहत</a></div><div class="rl"><div>ये भी पढ़ें</div><ul>${links(["पुल का काम फिर रुका", "किसानों को मिलेगा मुआवज़ा", "नई रेलगाड़ी शुरू"])}</ul></div></div></body></html>`,
  gold: hindi,
};

const arabic = [
  "قضيت أسبوعا في قرية لا يصل إليها الهاتف، وعدت منها بدفتر مليء بالأسماء.",
  "في الصباح الأول خبزت لنا أم سالم خبزا على الحجر، وقالت إن الخبز لا يعرف العجلة.",
  "لم أكتب عن السياسة كلمة واحدة، ومع ذلك كان كل ما سمعته سياسة.",
];
const arabicBlog: KindPage = {
  kind: "Arabic blog with author box, right to left",
  url: "https://blog.example/ar/week",
  title: "أسبوع بلا هاتف",
  html: `<!doctype html><html lang="ar" dir="rtl"><head><title>أسبوع بلا هاتف - مدونة الطريق</title><meta property="og:title" content="أسبوع بلا هاتف"></head><body class="single-post"><header class="site-header"><a href="/">مدونة الطريق</a><nav><ul>${links(["الرئيسية", "عني", "اتصل بي"])}</ul></nav></header><main><article class="post"><h1 class="entry-title">أسبوع بلا هاتف</h1><div class="entry-meta">بقلم <a rel="author" href="/a">ليلى حداد</a> | 4 مايو 2031</div><div class="entry-content">${p(...arabic)}<div class="sharedaddy">شارك هذا: <a href="#">فيسبوك</a> <a href="#">تويتر</a></div></div><div class="author-info"><h3>ليلى حداد</h3><p>كاتبة تحب المشي والقرى البعيدة وتصدر رسالة كل شهر.</p></div></article><section class="comments-area"><h2>تعليقان</h2><div class="comment"><p>نص جميل، ذكرتني بقرية جدتي.</p></div></section></main><aside><h3>أحدث المقالات</h3><ul>${links(["عن القطارات القديمة", "رسالة من الجبل"])}</ul></aside></body></html>`,
  gold: arabic,
  byline: ["ليلى حداد"],
  date: "2031-05-04",
};

const kettles = [
  ["Kettle", "Boils 1 litre in", "Noise", "Price"],
  ["Corven Rapid", "2 min 10 s", "61 dB", "49 crowns"],
  ["Hausa Stille", "3 min 5 s", "48 dB", "79 crowns"],
  ["Polder One", "2 min 40 s", "57 dB", "25 crowns"],
];
const comparison: KindPage = {
  kind: "comparison of products",
  url: "https://mend.example/best/kettles",
  title: "Three kettles compared",
  html: skins.blog(
    "Three kettles compared",
    `<meta property="article:published_time" content="2031-09-09T09:00:00+00:00">`,
    `<p>We boiled 300 litres of water to find out which of these kettles you should buy. The short answer is the cheap one, unless you share your kitchen with sleepers.</p><p class="disclosure"><em>We may receive a commission on purchases made through our links.</em></p><h2>At a glance</h2><figure class="wp-block-table"><table><thead><tr>${kettles[0]?.map((c) => `<th>${c}</th>`).join("")}</tr></thead><tbody>${kettles
      .slice(1)
      .map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>`)
      .join(
        "",
      )}</tbody></table></figure><h2>Best for most: Polder One</h2><p>It is neither the fastest nor the prettiest, and after three months we have nothing to complain about.</p><div class="product-box"><a class="button" href="/buy">Check price</a></div><h2>Quietest: Hausa Stille</h2><p>You can talk on the telephone beside it. The lid sticks a little when it is hot.</p>`,
  ),
  gold: [
    "We boiled 300 litres of water to find out which of these kettles you should buy. The short answer is the cheap one, unless you share your kitchen with sleepers.",
    "At a glance",
    ...kettles.map((r) => r.join(" | ")),
    "Best for most: Polder One",
    "It is neither the fastest nor the prettiest, and after three months we have nothing to complain about.",
    "Quietest: Hausa Stille",
    "You can talk on the telephone beside it. The lid sticks a little when it is hot.",
  ],
  date: "2031-09-09",
};

const funeralText = [
  "Leif Arne Brox, 78, of Fennick, passed away on March 3, 2031, with his family around him.",
  "He was born in Garrow on June 11, 1952, the son of Nils and Ragna Brox. He worked for the ferry company for 41 years and never once, he liked to say, missed the boat.",
  "Leif is survived by his wife, Solveig; his daughters, Mona and Berit; and seven grandchildren.",
  "Visitation will be held on March 9 from 4 to 6 p.m. at Holm Funeral Home. Burial will be private.",
];
const funeral: KindPage = {
  kind: "obituary on a funeral home's site",
  url: "https://holm.example/obituaries/leif-brox",
  title: "Leif Arne Brox",
  html: `<!doctype html><html lang="en"><head><title>Leif Arne Brox Obituary - Holm Funeral Home</title><meta property="og:title" content="Leif Arne Brox"></head><body><header><div class="phone">Call us: 555 0119</div><nav><ul>${links(["Obituaries", "Flowers", "Plan ahead", "Our staff"])}</ul></nav></header><div class="obit-banner"><h1 class="obitName">Leif Arne Brox</h1><div class="obitDates">June 11, 1952 - March 3, 2031</div><div class="actions"><a href="#">Share obituary</a><a href="#">Send flowers</a><a href="#">Light a candle</a></div></div><div class="tabs"><a href="#o">Obituary</a><a href="#s">Services</a><a href="#t">Tribute wall</a></div><div id="o" class="obitText">${p(...funeralText)}<p>To send flowers to Leif's family, please visit our <a href="/f">floral store</a>.</p></div><div class="tribute"><h2>Tribute wall</h2><div class="entry"><p>Share a memory or light a candle for the family.</p></div><div class="entry"><b>Karin Lie</b><p>He let me ride for nothing all through school.</p></div></div><footer>Holm Funeral Home, 12 Church Road</footer></body></html>`,
  gold: funeralText,
  optional: ["To send flowers to Leif's family, please visit our floral store.", "June 11, 1952 - March 3, 2031"],
};

const speech: readonly (readonly [string, string, string])[] = [
  ["00:12", "ANNA", "Good evening, and welcome to the only programme about locks and their keepers."],
  ["00:31", "ANNA", "My guest opened his first lock when he was six, by accident, and flooded a field."],
  ["00:58", "TOBIAS", "It was a small field, and the farmer had it coming, if I may say so."],
  ["01:20", "ANNA", "You may not, but it is too late now. What does a keeper do all day?"],
  ["01:41", "TOBIAS", "He waits, and then everything happens at once, and then he waits again."],
];
const audio: KindPage = {
  kind: "transcript with times",
  url: "https://pods.example/locks/7",
  title: "Episode 7: The keeper",
  html: skins.paper(
    "Episode 7: The keeper",
    "",
    `<div class="audio-player"><button>Play</button><span>0:00 / 24:10</span></div><h2>Transcript</h2><div class="transcript">${speech.map(([t, who, said]) => `<div class="row"><span class="time">${t}</span> <span class="speaker">${who}:</span> <span>${said}</span></div>`).join("")}</div>`,
  ),
  gold: speech.map(([t, who, said]) => `${t} ${who}: ${said}`),
  optional: ["Transcript"],
};

const japanese = [
  "先週の日曜日、隣町の古い駅まで歩いてみた。駅舎は三十年前に閉じられ、今は誰も列車を待っていない。",
  "待合室の時計は四時十分で止まっている。壁には最後の時刻表が残り、上りが一本、下りが二本とあった。",
  "帰り道で老人に会った。「あの駅で妻と知り合ったんだ」と言って、しばらく笑っていた。",
];
const japaneseBlog: KindPage = {
  kind: "Japanese diary, line breaks",
  url: "https://nikki.example/20310610.html",
  title: "古い駅まで歩く",
  html: `<html lang="ja"><head><meta charset="utf-8"><title>古い駅まで歩く : 散歩日記</title></head><body><div id="container"><div id="banner"><h1><a href="/">散歩日記</a></h1><h2>歩いた道のことを書いています。</h2></div><div id="content"><div class="blog"><h2 class="date">2031年06月10日</h2><h3 class="title">古い駅まで歩く</h3><div class="text">${japanese.join("<br /><br />\n")}</div><div class="posted">posted by はなこ at 21:04 | <a href="/c">Comment(0)</a> | <a href="/cat">日記</a></div></div></div><div id="links"><h2 class="sidetitle">最近の記事</h2><div class="side">${["川の音", "坂の上の店", "雨の日曜"].map((t) => `<a href="/${t}">${t}</a><br>`).join("")}</div><h2 class="sidetitle">カテゴリ</h2><div class="side"><a href="/d">日記(41)</a><br><a href="/e">駅(7)</a></div></div></div></body></html>`,
  gold: japanese,
  date: "2031-06-10",
};

const island = [
  "The last school on Garrow closes in June, when its two pupils are old enough for the ferry.",
  "It opened in 1884 with 61 children and one stove. The stove is still there, and the teacher, Liv Moe, intends to take it home.",
  "The council has promised that the building will not be sold before the islanders have been asked.",
];
const nuxt: KindPage = {
  kind: "Nuxt payload without a rendered body",
  url: "https://isles.example/last-school",
  title: "Last school on Garrow closes",
  html: `<!doctype html><html lang="en"><head><title>Last school on Garrow closes</title><meta property="og:title" content="Last school on Garrow closes"></head><body><div id="__nuxt"></div><script type="application/json" data-nuxt-data="nuxt-app" data-ssr="true" id="__NUXT_DATA__">${JSON.stringify([["ShallowReactive", 1], { data: 2 }, ["ShallowReactive", 3], { article: 4 }, { headline: 5, body: 6, tags: 10 }, "Last school on Garrow closes", [7, 8, 9], ...island, [11], "Schools"])}</script></body></html>`,
  gold: island,
};

const wiki = [
  "The Garrow lift is a boat lift on the eastern quay of the island of Garrow. It was opened in 1971 and carries boats of up to 14 tonnes over a height of nine metres.",
  "A first lift, driven by water, stood at the same place from 1889 until it burned down in 1923. Its basin can still be seen at low tide.",
  "The present lift is hydraulic. Two cylinders raise a trough of steel, which weighs 38 tonnes when it is filled.",
  "Repairs in 2024 replaced 38 piles and the hydraulic drive.",
];
const encyclopedia: KindPage = {
  kind: "encyclopedia entry",
  url: "https://pedia.example/wiki/Garrow_lift",
  title: "Garrow lift",
  html: `<!doctype html><html lang="en"><head><title>Garrow lift - Isles Encyclopedia</title></head><body><div id="mw-panel"><ul>${links(["Main page", "Contents", "Random article", "Donate"])}</ul></div><div id="content" class="mw-body"><h1 id="firstHeading">Garrow lift</h1><div id="siteSub">From the Isles Encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th colspan="2">Garrow lift</th></tr><tr><th>Opened</th><td>1971</td></tr><tr><th>Height</th><td>9 m</td></tr></table><p>${wiki[0]}<sup class="reference"><a href="#n1">[1]</a></sup></p><div id="toc" class="toc"><h2>Contents</h2><ul>${links(["1 History", "2 Construction", "3 References"], "#")}</ul></div><h2><span class="mw-headline">History</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>${wiki[1]}</p><h2><span class="mw-headline">Construction</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>${wiki[2]}</p><p>${wiki[3]}<sup class="reference"><a href="#n2">[2]</a></sup></p><h2><span class="mw-headline">References</span></h2><ol class="references"><li id="n1">^ Harbour Yearbook 1972, p. 40</li><li id="n2">^ "Lift back in service". Hollowmere Courier.</li></ol></div></div><div id="catlinks">Categories: <a href="/c">Boat lifts</a> | <a href="/d">Garrow</a></div></div><div id="footer"><ul><li>This page was last edited on 4 May 2031, at 10:12.</li><li>Text is available under a free licence; additional terms may apply.</li></ul></div></body></html>`,
  gold: [wiki[0] ?? "", "History", wiki[1] ?? "", "Construction", wiki[2] ?? "", wiki[3] ?? ""],
  optional: [
    "History[edit]",
    "Construction[edit]",
    "Garrow lift",
    "Opened | 1971",
    "Height | 9 m",
    "References",
    "^ Harbour Yearbook 1972, p. 40",
    '^ "Lift back in service". Hollowmere Courier.',
  ],
};

const diary = [
  "We left Fennick at six with two flasks and no plan. By nine we had lost the path, and by ten we had found a better one.",
  "The hut stands where the map has a fold. A man was mending its roof and asked whether we had brought nails.",
  "On the way down it rained so hard that we sang. Nobody heard us but a ram, who left.",
];
const walk: KindPage = {
  kind: "travel diary with captions between",
  url: "https://marrow.example/walk/",
  title: "Up to the hut and down again",
  html: skins.blog(
    "Up to the hut and down again",
    "",
    `<p>${diary[0]}</p><figure class="wp-block-image"><img src="/a.jpg" alt=""><figcaption>The better path</figcaption></figure><p>${diary[1]}</p><div class="wp-caption"><img src="/b.jpg"><p class="wp-caption-text">The hut, and half of the man</p></div><p>${diary[2]}</p><p><strong>You might also like:</strong></p><ul>${links(["A broth for cold days", "Boots, and how to grease them"])}</ul>`,
  ),
  gold: diary,
  optional: ["The better path", "The hut, and half of the man"],
};

const thai = [
  "ชาวประมงในหมู่บ้านริมทะเลรวมตัวกันเมื่อเช้าวันอังคารเพื่อขอให้จังหวัดซ่อมท่าเรือที่พังเสียหายจากพายุเดือนก่อน",
  "ท่าเรือแห่งนี้สร้างมากว่าสี่สิบปี และเป็นที่จอดเรือของครอบครัวกว่าร้อยครัวเรือน",
  "ผู้ว่าราชการจังหวัดรับปากว่าจะจัดสรรงบประมาณภายในสองสัปดาห์ และจะส่งวิศวกรเข้าตรวจสอบก่อนสิ้นเดือน",
];
const thaiPage: KindPage = {
  kind: "Thai page in utility classes",
  url: "https://oxmoor.example/th/pier",
  title: "ชาวประมงขอซ่อมท่าเรือ",
  html: skins
    .utility(
      "ชาวประมงขอซ่อมท่าเรือ",
      "",
      `<div class="text-xs">12 มีนาคม 2574</div><div class="prose">${p(...thai)}</div>`,
      `<div class="grid grid-cols-2"><a href="/1" class="p-2"><div>ราคาปลาทูปรับลง</div></a><a href="/2" class="p-2"><div>ตลาดเช้าย้ายที่ใหม่</div></a></div>`,
    )
    .replace('lang="en"', 'lang="th"'),
  gold: thai,
};

export const SECOND_PAGES: readonly KindPage[] = [
  xenForum,
  ticker,
  german,
  docs,
  hindiPaper,
  arabicBlog,
  comparison,
  funeral,
  audio,
  japaneseBlog,
  nuxt,
  encyclopedia,
  walk,
  thaiPage,
  {
    kind: "short court notice as a list",
    url: "https://town.example/court",
    title: "Hearings on Thursday",
    html: `<!doctype html><html lang="en"><head><title>Hearings on Thursday - District Court</title></head><body><nav><ul>${links(["Court", "Forms", "Fees"])}</ul></nav><main><h1>Hearings on Thursday</h1><p>The following hearings are open to the public. Please be at the door ten minutes before they begin.</p><ul>${items(["9:00, room 2: Pier Company against the Town of Oxmoor", "10:30, room 2: appeal in the matter of the tram depot", "14:00, room 5: theft of eleven bicycles"])}</ul><p>Visitors need an identity card. Telephones stay with the usher.</p></main><footer>District Court, 3 Market Place</footer></body></html>`,
    gold: [
      "The following hearings are open to the public. Please be at the door ten minutes before they begin.",
      "9:00, room 2: Pier Company against the Town of Oxmoor",
      "10:30, room 2: appeal in the matter of the tram depot",
      "14:00, room 5: theft of eleven bicycles",
      "Visitors need an identity card. Telephones stay with the usher.",
    ],
  },
];
