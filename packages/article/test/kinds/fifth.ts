/** A fifth batch: pages whose form is their own (live blog, forum, questions, gallery, transcript), and languages of other scripts. */
import { HARBOUR, LIBRARY, RAIL } from "./fourth.ts";
import { items, type KindPage, links, p } from "./page.ts";

const NAV = ["News", "Sport", "Weather", "Video"];
const TEASERS = ["Night buses to run until three", "A statue comes back from the cleaners", "Why the tide was late on Sunday"];
const html = (lang: string, title: string, site: string, body: string, more = ""): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | ${site}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">${more}</head><body>${body}</body></html>`;

export const FIFTH_PAGES: readonly KindPage[] = [
  {
    kind: "layout tables, body in one cell with breaks, boxes in nested tables",
    url: "http://www.keldgazette.example/2004/0416/bridge.htm",
    title: "Board votes for new bridge",
    gold: HARBOUR,
    html: `<html><head><title>Keld Gazette - Board votes for new bridge</title></head><body bgcolor="#FFFFFF" link="#003366"><table width="780" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td colspan="3"><img src="logo.gif" alt="Keld Gazette"><table width="100%" bgcolor="#003366"><tr><td><a href="/"><font color="#FFFFFF">Home</font></a></td><td><a href="/sport"><font color="#FFFFFF">Sport</font></a></td><td><a href="/tides"><font color="#FFFFFF">Tides</font></a></td></tr></table></td></tr><tr><td width="150" valign="top"><table><tr><td><font size="2"><b>Sections</b></font></td></tr><tr><td><a href="/news">Local news</a></td></tr><tr><td><a href="/letters">Letters</a></td></tr><tr><td><a href="/ads">Classifieds</a></td></tr></table></td><td width="450" valign="top"><font face="Georgia" size="5">Board votes for new bridge</font><br><font size="2">Friday, April 16</font><br><br><table align="right" width="180" border="1"><tr><td><img src="bridge.jpg" width="170"></td></tr><tr><td><font size="1">The swing bridge, shut once more last week.</font></td></tr></table><font face="Georgia" size="3">${HARBOUR.join("<br><br>")}</font><br><br><table width="100%"><tr><td><a href="print.asp">Printer friendly version</a></td><td><a href="mail.asp">E-mail this story</a></td></tr></table></td><td width="180" valign="top"><table bgcolor="#EEEEEE"><tr><td><b>More headlines</b></td></tr>${TEASERS.map((t) => `<tr><td><a href="/x">${t}</a></td></tr>`).join("")}</table></td></tr><tr><td colspan="3" align="center"><font size="1">Copyright 2004 Keld Gazette. No part of this page may be reproduced.</font></td></tr></table></body></html>`,
    optional: ["The swing bridge, shut once more last week."],
  },
  {
    kind: "live blog with time stamps, pinned summary and sign-offs",
    url: "https://tollpost.example/live/storm-dagny",
    title: "Storm Dagny live: ferries stopped, 11,000 homes without power",
    gold: [
      "Key points",
      "All ferries to the outer islands are cancelled until Friday noon",
      "11,000 homes in Senn and Marrick have no power",
      "The Lenn dam is holding, the county says",
      "Power back in Marrick",
      "The grid company says that 4,200 of the 11,000 homes have been reconnected. The rest, most of them above Tolley, must wait for daylight.",
      "Dam opened by a hand's width",
      "Engineers opened the lower sluice of the Lenn dam at half past six. The level had risen by 80 centimetres since noon.",
      "“It is routine, but it is the loud kind of routine,” said the keeper, Marta Brandt.",
      "Ferries cancelled",
      "The operator has cancelled all crossings until Friday noon. Passengers in Keldmouth are being housed in the school.",
    ],
    optional: ["21:14", "19:02", "17:40"],
    html: html(
      "en",
      "Storm Dagny live: ferries stopped, 11,000 homes without power",
      "Tollpost",
      `<header>${links(NAV)}</header><main class="live"><h1>Storm Dagny live: ferries stopped, 11,000 homes without power</h1><div class="live-badge">LIVE</div><p class="updated">Last updated 4 minutes ago</p><div class="summary"><h2>Key points</h2><ul>${items(["All ferries to the outer islands are cancelled until Friday noon", "11,000 homes in Senn and Marrick have no power", "The Lenn dam is holding, the county says"])}</ul></div><div class="sort"><button>Newest first</button><button>Oldest first</button></div><ol class="feed"><li class="entry"><time>21:14</time><h2>Power back in Marrick</h2><p>The grid company says that 4,200 of the 11,000 homes have been reconnected. The rest, most of them above Tolley, must wait for daylight.</p><div class="entry-share"><a>Share</a><a>Copy link</a></div></li><li class="entry"><time>19:02</time><h2>Dam opened by a hand's width</h2><p>Engineers opened the lower sluice of the Lenn dam at half past six. The level had risen by 80 centimetres since noon.</p><p>“It is routine, but it is the loud kind of routine,” said the keeper, Marta Brandt.</p><div class="entry-share"><a>Share</a><a>Copy link</a></div></li><li class="entry"><time>17:40</time><h2>Ferries cancelled</h2><p>The operator has cancelled all crossings until Friday noon. Passengers in Keldmouth are being housed in the school.</p><div class="entry-share"><a>Share</a><a>Copy link</a></div></li></ol><button>Load more updates</button></main><aside><h3>Most viewed</h3><ol>${links(TEASERS)}</ol></aside>`,
    ),
  },
  {
    kind: "German ticker of a match, minutes before the lines",
    url: "https://spielfeld.example/ticker/keldmund-tolley",
    title: "Keldmund schlägt Tolley 3:1",
    gold: [
      "Der SV Keldmund hat das Nachbarschaftsduell gegen den TSV Tolley mit 3:1 gewonnen und bleibt in der Landesliga ungeschlagen.",
      "Vor 1.840 Zuschauern trafen Brandt, Osel und Marek für die Gastgeber, für Tolley verkürzte der eingewechselte Lund.",
      "Schluss in Keldmund. Die Gäste gehen wortlos in die Kabine.",
      "Tor! Marek drückt eine Ecke von links über die Linie, der Ball war kaum zu sehen im Regen.",
      "Lund kommt für Pahl und trifft mit der ersten Berührung zum 2:1.",
      "Osel aus zwanzig Metern, unhaltbar. Der Torwart schaut hinterher wie einem verpassten Bus.",
    ],
    optional: ["90.+3", "81.", "64.", "38."],
    html: html(
      "de",
      "Keldmund schlägt Tolley 3:1",
      "Spielfeld",
      `<nav>${links(["Fußball", "Handball", "Tabellen"])}</nav><div class="spielbericht"><h1>Keldmund schlägt Tolley 3:1</h1><p class="teaser">Der SV Keldmund hat das Nachbarschaftsduell gegen den TSV Tolley mit 3:1 gewonnen und bleibt in der Landesliga ungeschlagen.</p><p>Vor 1.840 Zuschauern trafen Brandt, Osel und Marek für die Gastgeber, für Tolley verkürzte der eingewechselte Lund.</p><div class="liveticker"><div class="row"><span class="min">90.+3</span><p>Schluss in Keldmund. Die Gäste gehen wortlos in die Kabine.</p></div><div class="row tor"><span class="min">81.</span><p>Tor! Marek drückt eine Ecke von links über die Linie, der Ball war kaum zu sehen im Regen.</p></div><div class="row"><span class="min">64.</span><p>Lund kommt für Pahl und trifft mit der ersten Berührung zum 2:1.</p></div><div class="row tor"><span class="min">38.</span><p>Osel aus zwanzig Metern, unhaltbar. Der Torwart schaut hinterher wie einem verpassten Bus.</p></div></div></div><div class="mehr"><h3>Mehr zum Thema</h3><ul>${links(["Tabelle der Landesliga", "Osel verlängert bis 2033"])}</ul></div><footer>${links(["Impressum", "Datenschutz", "AGB"])}</footer>`,
    ),
  },
  {
    kind: "question and answers, votes and share lines around each",
    url: "https://stackyard.example/questions/881/barley",
    title: "Why does my barley soup go grey overnight?",
    gold: [
      "I make barley soup with leeks and eel, and on the second day it is always grey. It tastes fine, but my guests look at it before they look at me.",
      "Is it the barley, the eel or the pot? The pot is cast iron, and was my aunt's.",
      "It is the pot. Leeks hold sulphur, iron binds it, and what you see is iron sulphide, which is harmless and ugly.",
      "Move the soup to a glass bowl before it cools, and it will stay the colour that you cooked it.",
      "In addition to what was said about iron: barley starch goes cloudy when it cools slowly. Rinse it twice.",
    ],
    html: html(
      "en",
      "Why does my barley soup go grey overnight?",
      "Stackyard Cooking",
      `<div class="topbar">${links(["Questions", "Tags", "Users"])}</div><div id="content"><div id="question-header"><h1><a class="question-hyperlink" href="/q/881">Why does my barley soup go grey overnight?</a></h1></div><div class="d-flex"><span>Asked 3 years ago</span><span>Modified 1 year ago</span><span>Viewed 2k times</span></div><div class="question"><div class="js-vote-count">14</div><div class="s-prose js-post-body"><p>I make barley soup with leeks and eel, and on the second day it is always grey. It tastes fine, but my guests look at it before they look at me.</p><p>Is it the barley, the eel or the pot? The pot is cast iron, and was my aunt's.</p></div><div class="post-taglist">${links(["soup", "cast-iron"])}</div><div class="post-signature"><div class="user-action-time">asked Mar 3, 2028 at 9:12</div><a>Tova</a><span>311</span></div><div class="post-menu"><a>Share</a><a>Improve this question</a><a>Follow</a></div></div><div id="answers"><h2>2 Answers</h2><div class="answer accepted-answer"><div class="js-vote-count">31</div><div class="s-prose js-post-body"><p>It is the pot. Leeks hold sulphur, iron binds it, and what you see is iron sulphide, which is harmless and ugly.</p><p>Move the soup to a glass bowl before it cools, and it will stay the colour that you cooked it.</p></div><div class="post-menu"><a>Share</a><a>Improve this answer</a></div><div class="post-signature"><div class="user-action-time">answered Mar 3, 2028 at 11:40</div><a>Jens K.</a><span>9,220</span></div></div><div class="answer"><div class="js-vote-count">6</div><div class="s-prose js-post-body"><p>In addition to what was said about iron: barley starch goes cloudy when it cools slowly. Rinse it twice.</p></div><div class="post-menu"><a>Share</a><a>Improve this answer</a></div><div class="post-signature"><div class="user-action-time">answered Apr 1, 2028 at 8:03</div><a>Ragna</a></div></div></div><h2>Your Answer</h2><p>Thanks for contributing an answer to Stackyard Cooking! Please be sure to answer the question.</p></div><div id="sidebar"><h4>Related</h4>${links(["Can I freeze eel?", "How to season a pot"])}<h4>Hot questions</h4>${links(TEASERS)}</div>`,
    ),
  },
  {
    kind: "forum thread: names, dates, signatures and quote buttons",
    url: "https://walkers.example/viewtopic.php?t=4410",
    title: "Lenn viaduct path open?",
    gold: [
      "Has anyone walked under the viaduct since the works began? The county page says open, the fence says otherwise.",
      "Walked it on Sunday. The fence is across the upper path only. Take the steps by the pump house and you come out at arch nine.",
      "Confirmed, and the steps have been salted. Mind the ninth one, it is not there.",
    ],
    optional: ["Re: Lenn viaduct path open?"],
    html: html(
      "en",
      "Lenn viaduct path open?",
      "Walkers' Board",
      `<div id="wrap"><div id="page-header"><a href="/">Walkers' Board</a><ul>${links(["FAQ", "Register", "Login"])}</ul></div><div id="page-body"><h2 class="topic-title"><a href="#">Lenn viaduct path open?</a></h2><div class="action-bar"><a>Post Reply</a><span>3 posts • Page 1 of 1</span></div>${[
        [
          "fellrunner",
          "Fri Nov 14, 2031 6:20 pm",
          "Has anyone walked under the viaduct since the works began? The county page says open, the fence says otherwise.",
        ],
        [
          "Mossy",
          "Sun Nov 16, 2031 8:02 pm",
          "Walked it on Sunday. The fence is across the upper path only. Take the steps by the pump house and you come out at arch nine.",
        ],
        ["arch9", "Mon Nov 17, 2031 7:45 am", "Confirmed, and the steps have been salted. Mind the ninth one, it is not there."],
      ]
        .map(
          ([who, when, text], i) =>
            `<div id="p${i}" class="post has-profile"><div class="inner"><dl class="postprofile"><dt><a class="username">${who}</a></dt><dd>Posts: ${120 * (i + 2)}</dd><dd>Joined: Tue Feb 0${i + 1}, 2022 9:00 am</dd></dl><div class="postbody"><h3><a href="#p${i}">${i ? "Re: " : ""}Lenn viaduct path open?</a></h3><ul class="post-buttons"><li><a>Quote</a></li></ul><p class="author">by <strong><a class="username">${who}</a></strong> » ${when}</p><div class="content">${text}</div><div class="signature">There is no bad weather, there are only ${i + 3} layers.</div></div></div></div>`,
        )
        .join(
          "",
        )}<div class="jumpbox">Jump to <a>General</a></div><div class="stat-block"><h3>Who is online</h3><p>Users browsing this forum: No registered users and 2 guests</p></div></div><div id="page-footer"><p>Powered by Board Software</p></div></div>`,
    ),
  },
  {
    kind: "gallery with slide numbers, captions and credits",
    url: "https://tollpost.example/pictures/mobile-library",
    title: "In pictures: the bus that lends books",
    gold: [
      "The mobile library of Upper Senn ran for forty years, until its gearbox did not. Our photographer spent a day with the bus that replaced it.",
      "Ilse Hadrick, 81, boards at the seventh stop, as she has since 1991.",
      "The shelves were built by the joiner of Tolley and are tilted by four degrees, so that nothing falls in the bends.",
      "A pillowcase with eleven overdue books, returned without a word.",
    ],
    optional: ["Photograph: Nils Aune/Tollpost"],
    html: html(
      "en",
      "In pictures: the bus that lends books",
      "Tollpost",
      `<header>${links(NAV)}</header><main><h1>In pictures: the bus that lends books</h1><p class="standfirst">The mobile library of Upper Senn ran for forty years, until its gearbox did not. Our photographer spent a day with the bus that replaced it.</p><ul class="gallery">${["Ilse Hadrick, 81, boards at the seventh stop, as she has since 1991.", "The shelves were built by the joiner of Tolley and are tilted by four degrees, so that nothing falls in the bends.", "A pillowcase with eleven overdue books, returned without a word."].map((c, i) => `<li class="gallery__item"><figure><img src="g${i}.jpg" alt=""><div class="gallery__number">${i + 1} / 3</div><figcaption><p>${c}</p><span class="gallery__credit">Photograph: Nils Aune/Tollpost</span></figcaption></figure></li>`).join("")}</ul><div class="share-strip"><span>Share this gallery</span></div></main><section class="onward"><h2>More galleries</h2>${links(TEASERS)}</section>`,
    ),
  },
  {
    kind: "video page with a description and a transcript",
    url: "https://senntv.example/video/keeper-of-the-dam",
    title: "The keeper of the dam",
    gold: [
      "Marta Brandt has lived on the Lenn dam for 26 years. We asked her what it says at night.",
      "Transcript",
      "I came for one winter. The man before me had said that the dam hums, and I thought he had been alone too long.",
      "It does hum. When the level is over ninety it is a low F, and when they open the sluice it goes up a third.",
      "People ask whether I am afraid. I am afraid of the road, which has ice on it. The dam has only water.",
    ],
    html: html(
      "en",
      "The keeper of the dam",
      "Senn TV",
      `<header>${links(NAV)}</header><main><div class="player"><button>Play</button><span>04:12</span><p class="error">This video is not available in your browser. Please update it or try another one.</p></div><h1>The keeper of the dam</h1><p class="meta">Broadcast on 3 March 2031 · 4 min</p><div class="description"><p>Marta Brandt has lived on the Lenn dam for 26 years. We asked her what it says at night.</p></div><section class="transcript"><h2>Transcript</h2><p>I came for one winter. The man before me had said that the dam hums, and I thought he had been alone too long.</p><p>It does hum. When the level is over ninety it is a low F, and when they open the sluice it goes up a third.</p><p>People ask whether I am afraid. I am afraid of the road, which has ice on it. The dam has only water.</p></section></main><section class="up-next"><h2>Up next</h2><ul>${TEASERS.map((t, i) => `<li><a href="/v/${i}"><span>0${i + 2}:10</span><h3>${t}</h3></a></li>`).join("")}</ul></section><footer><p>Senn TV is the public broadcaster of Senn.</p></footer>`,
    ),
  },
  {
    kind: "numbered list of places with prices, maps and booking links",
    url: "https://roamers.example/7-huts",
    title: "Three huts worth the climb",
    byline: ["Karl Aasen"],
    gold: [
      "You can sleep in a hotel anywhere. These three huts above the Senn valley are worth carrying your own sheets for.",
      "1. Tolley Hut",
      "Twelve beds, one stove and a warden who plays the zither whether or not he is asked. The sunrise reaches the kitchen first.",
      "2. The Pump House",
      "A former pumping station with walls a metre thick. It is quiet in a way that makes you whisper.",
      "3. Arch Nine",
      "Built under the viaduct for the men who built the viaduct. Trains pass every half-hour, and you stop hearing them after the second.",
    ],
    optional: ["Price: from 38 marks a night", "Price: from 45 marks a night", "Price: from 29 marks a night"],
    html: html(
      "en",
      "Three huts worth the climb",
      "Roamers",
      `<nav>${links(["Places", "Gear", "Stories"])}</nav><article><h1>Three huts worth the climb</h1><div class="by">Words by Karl Aasen</div><p>You can sleep in a hotel anywhere. These three huts above the Senn valley are worth carrying your own sheets for.</p>${[
        [
          "1. Tolley Hut",
          "Twelve beds, one stove and a warden who plays the zither whether or not he is asked. The sunrise reaches the kitchen first.",
          38,
        ],
        [
          "2. The Pump House",
          "A former pumping station with walls a metre thick. It is quiet in a way that makes you whisper.",
          45,
        ],
        [
          "3. Arch Nine",
          "Built under the viaduct for the men who built the viaduct. Trains pass every half-hour, and you stop hearing them after the second.",
          29,
        ],
      ]
        .map(
          ([name, text, price]) =>
            `<section class="item"><h2>${name}</h2><img src="h.jpg" alt=""><p>${text}</p><p class="price"><strong>Price:</strong> from ${price} marks a night</p><a class="cta" href="/book">Book now</a> <a class="map" href="/map">See on map</a></section>`,
        )
        .join(
          "",
        )}<div class="pin-it">Pin it for later</div><p class="sub">Want more huts? <a href="/nl">Join 41,000 walkers who get our Thursday letter</a>.</p></article><section class="read-next"><h3>Read next</h3>${links(TEASERS)}</section>`,
    ),
  },
  {
    kind: "Russian agency: place and date before the text, subscriptions and tags behind",
    url: "https://sennagent.example/20310416/most-1.html",
    title: "В Кельдмуте построят новый разводной мост",
    date: "2031-04-16",
    gold: [
      "КЕЛЬДМУТ, 16 апр — СеннАгент. Портовый совет Кельдмута семью голосами против двух одобрил строительство нового разводного моста, сообщили в среду в администрации порта.",
      "Стоимость проекта составит 31,5 миллиона марок. Движение по мосту планируется открыть весной 2034 года, работы начнутся в октябре.",
      "«За два года мост закрывали на ремонт 212 раз. В какой-то момент вы платите уже за стену», — заявила председатель совета Петра Овелунн.",
      "Ежедневно по мосту проезжают около 9,4 тысячи автомобилей, большинство из них везёт рыбу на рынок.",
    ],
    html: html(
      "ru",
      "В Кельдмуте построят новый разводной мост",
      "СеннАгент",
      `<div class="header__menu">${links(["Политика", "Экономика", "Общество", "Спорт"])}</div><div class="article"><div class="article__info"><div class="article__info-date"><a href="/20310416/">09:12 16.04.2031</a> <span class="article__info-date-modified">(обновлено: 09:40 16.04.2031)</span></div><div class="article__views">1843</div></div><h1 class="article__title">В Кельдмуте построят новый разводной мост</h1><div class="article__announce"><div class="media"><img src="m.jpg" alt="Мост"><div class="media__copyright">© СеннАгент / Илья Боров</div></div></div><div class="article__body"><div class="article__block" data-type="text"><div class="article__text"><strong>КЕЛЬДМУТ, 16 апр — СеннАгент.</strong> Портовый совет Кельдмута семью голосами против двух одобрил строительство нового разводного моста, сообщили в среду в администрации порта.</div></div><div class="article__block" data-type="text"><div class="article__text">Стоимость проекта составит 31,5 миллиона марок. Движение по мосту планируется открыть весной 2034 года, работы начнутся в октябре.</div></div><div class="article__block" data-type="article"><div class="article__article"><a href="/20310411/rynok.html"><span>11 апреля, 14:20</span><span>Рыбный рынок перенесёт открытие на час</span></a></div></div><div class="article__block" data-type="quote"><div class="article__text">«За два года мост закрывали на ремонт 212 раз. В какой-то момент вы платите уже за стену», — заявила председатель совета Петра Овелунн.</div></div><div class="article__block" data-type="text"><div class="article__text">Ежедневно по мосту проезжают около 9,4 тысячи автомобилей, большинство из них везёт рыбу на рынок.</div></div></div><div class="article__tags">${links(["Кельдмут", "Мосты"])}</div></div><div class="online__comments">Чтобы участвовать в дискуссии, авторизуйтесь или зарегистрируйтесь</div><div class="lenta"><h3>Лента новостей</h3>${["Сильный ветер ожидается в пятницу", "Музей пароходов открыл новый зал"].map((t) => `<div class="lenta__item"><a href="/l">${t}</a><span>08:5${t.length % 9}</span></div>`).join("")}</div><div class="footer">Сетевое издание СеннАгент зарегистрировано в реестре. Учредитель: Портовая типография. Все права защищены.</div>`,
    ),
  },
  {
    kind: "Russian regional paper: error notice, messengers, news feed below in full sentences",
    url: "https://tolley-pravda.example/obshchestvo/5521",
    title: "Автобус вместо библиотеки",
    byline: ["Нина Саватеева"],
    gold: [
      "Сорок лет передвижная библиотека Верхней Сенны останавливалась в одних и тех же девяти местах, и все сорок лет Ильза Хадрик ждала её на седьмом.",
      "Этой зимой фургон сломался на перевале, и выяснилось, что коробок передач к нему больше никто не делает.",
      "Тогда жители скинулись и купили автобус духового оркестра. В первый же день в нём выдали 318 книг.",
      "— Посылка не спросит, понравилась ли мне прошлая книга, — говорит Хадрик.",
    ],
    html: html(
      "ru",
      "Автобус вместо библиотеки",
      "Правда Толли",
      `<div class="top">${links(["Новости", "Общество", "Афиша"])}</div><div class="content"><div class="left"><h1>Автобус вместо библиотеки</h1><div class="info"><span>12 февраля 2031, 10:30</span> <span>Автор: Нина Саватеева</span> <span>Просмотров: 912</span></div><p>Сорок лет передвижная библиотека Верхней Сенны останавливалась в одних и тех же девяти местах, и все сорок лет Ильза Хадрик ждала её на седьмом.</p><p>Этой зимой фургон сломался на перевале, и выяснилось, что коробок передач к нему больше никто не делает.</p><p>Тогда жители скинулись и купили автобус духового оркестра. В первый же день в нём выдали 318 книг.</p><p>— Посылка не спросит, понравилась ли мне прошлая книга, — говорит Хадрик.</p><p class="note">Подписывайтесь на наш канал в мессенджере, чтобы первыми узнавать о главных новостях района.</p><p class="err">Если вы заметили ошибку в тексте, выделите её и нажмите Ctrl+Enter</p><div class="soc">Поделиться: <a>ВК</a> <a>ОК</a></div><div class="also"><h3>Читайте также</h3><div class="n"><a href="/1">На Сенне вскрылся лёд</a><p>Ледоход начался на две недели раньше обычного, сообщили спасатели района во вторник.</p></div><div class="n"><a href="/2">В школе открыли мастерскую</a><p>Ученики старших классов будут чинить там велосипеды и лодочные моторы под надзором мастера.</p></div></div></div><div class="right"><h3>Популярное</h3>${links(["Расписание паромов", "Куда пойти в выходные"])}</div></div><div class="bottom">При использовании материалов ссылка на сайт обязательна. Редакция не несёт ответственности за мнения авторов.</div>`,
    ),
  },
  {
    kind: "Ukrainian news: read also in a paragraph, messenger call, source line",
    url: "https://sennua.example/suspilstvo/potyah",
    title: "Потяги між Марриком та Оствольдом курсуватимуть кожні пів години",
    gold: [
      "Із грудня потяги між Марриком та Оствольдом курсуватимуть кожні пів години, повідомив перевізник. Це вдвічі частіше, ніж зараз.",
      "Зміни стали можливими після ремонту Леннського віадука, де з 2027 року рух відбувався однією колією.",
      "Водночас квитки подорожчають на 3,8 відсотка. У раді пасажирів підвищення назвали «квитком на чужий віадук».",
      "Торік перевізник обслужив 6,2 мільйона пасажирів.",
    ],
    html: html(
      "uk",
      "Потяги між Марриком та Оствольдом курсуватимуть кожні пів години",
      "Сенна Онлайн",
      `<header>${links(["Новини", "Суспільство", "Спорт"])}</header><div class="post"><h1>Потяги між Марриком та Оствольдом курсуватимуть кожні пів години</h1><div class="post_time">Вівторок, 30 вересня 2031, 11:05</div><div class="post_text"><p>Із грудня потяги між Марриком та Оствольдом курсуватимуть кожні пів години, повідомив перевізник. Це вдвічі частіше, ніж зараз.</p><p>Зміни стали можливими після ремонту Леннського віадука, де з 2027 року рух відбувався однією колією.</p><p><strong>Читайте також:</strong> <a href="/x">Автобус замість бібліотеки</a></p><p>Водночас квитки подорожчають на 3,8 відсотка. У раді пасажирів підвищення назвали «квитком на чужий віадук».</p><p>Торік перевізник обслужив 6,2 мільйона пасажирів.</p><p><em>Підписуйтесь на наш Telegram-канал, щоб не пропустити важливе.</em></p></div><div class="post_tags">${links(["потяги", "тарифи"])}</div></div><aside><h3>Головне сьогодні</h3>${links(["Крига скресла", "Музей відкрив залу"])}</aside><footer>Використання матеріалів дозволено за умови посилання.</footer>`,
    ),
  },
  {
    kind: "Greek portal: follow line, latest headlines and comments",
    url: "https://limani.example/ellada/gefyra",
    title: "Νέα κινητή γέφυρα στο Κελντμάουθ",
    gold: [
      "Το λιμενικό συμβούλιο του Κελντμάουθ αποφάσισε το βράδυ της Τρίτης, με επτά ψήφους έναντι δύο, να αντικαταστήσει την κινητή γέφυρα.",
      "Η νέα γέφυρα θα κοστίσει 31,5 εκατομμύρια μάρκα και θα δοθεί στην κυκλοφορία την άνοιξη του 2034.",
      "«Έμεινε κλειστή 212 ημέρες μέσα σε δύο χρόνια», δήλωσε η πρόεδρος του συμβουλίου Πέτρα Όβελουντ.",
      "Από τη γέφυρα περνούν καθημερινά περίπου 9.400 οχήματα.",
    ],
    html: html(
      "el",
      "Νέα κινητή γέφυρα στο Κελντμάουθ",
      "Λιμάνι",
      `<nav>${links(["Ελλάδα", "Οικονομία", "Κόσμος"])}</nav><article><h1>Νέα κινητή γέφυρα στο Κελντμάουθ</h1><div class="date">16.04.2031 | 09:20</div><div class="main-content"><p>Το λιμενικό συμβούλιο του Κελντμάουθ αποφάσισε το βράδυ της Τρίτης, με επτά ψήφους έναντι δύο, να αντικαταστήσει την κινητή γέφυρα.</p><p>Η νέα γέφυρα θα κοστίσει 31,5 εκατομμύρια μάρκα και θα δοθεί στην κυκλοφορία την άνοιξη του 2034.</p><div class="read-also"><p>Διαβάστε επίσης: <a href="/1">Καθυστερεί το άνοιγμα της ψαραγοράς</a></p></div><p>«Έμεινε κλειστή 212 ημέρες μέσα σε δύο χρόνια», δήλωσε η πρόεδρος του συμβουλίου Πέτρα Όβελουντ.</p><p>Από τη γέφυρα περνούν καθημερινά περίπου 9.400 οχήματα.</p><p>Ακολουθήστε το Λιμάνι στο Google News και μάθετε πρώτοι όλες τις ειδήσεις.</p></div></article><section><h3>Ροή ειδήσεων</h3><ul>${links(["Ισχυροί άνεμοι την Παρασκευή", "Άνοιξε το μουσείο ατμόπλοιων"])}</ul></section><section class="comments"><h3>Σχόλια</h3><p>Τα σχόλια εκφράζουν μόνο την άποψη των αναγνωστών. Υβριστικά σχόλια διαγράφονται.</p></section>`,
    ),
  },
  {
    kind: "Hindi news: app promo, also read, tags",
    url: "https://samachar.example/desh/pul",
    title: "केल्डमाउथ में बनेगा नया पुल",
    gold: [
      "केल्डमाउथ के बंदरगाह बोर्ड ने मंगलवार रात दो के मुकाबले सात मतों से नया पुल बनाने का फैसला किया।",
      "नए पुल पर 3.15 करोड़ मार्क खर्च होंगे और यह 2034 के वसंत में यातायात के लिए खुलेगा।",
      "बोर्ड की अध्यक्ष पेट्रा ओवेलुंड ने कहा, “दो साल में पुल 212 दिन बंद रहा।”",
      "इस पुल से रोज़ाना करीब 9,400 वाहन गुज़रते हैं।",
    ],
    html: html(
      "hi",
      "केल्डमाउथ में बनेगा नया पुल",
      "बंदरगाह समाचार",
      `<div class="nav">${links(["देश", "दुनिया", "खेल"])}</div><div class="story"><h1>केल्डमाउथ में बनेगा नया पुल</h1><div class="auth">Published: 16 अप्रैल 2031, 10:15 AM IST</div><div class="story-body"><p>केल्डमाउथ के बंदरगाह बोर्ड ने मंगलवार रात दो के मुकाबले सात मतों से नया पुल बनाने का फैसला किया।</p><p>नए पुल पर 3.15 करोड़ मार्क खर्च होंगे और यह 2034 के वसंत में यातायात के लिए खुलेगा।</p><p><strong>ये भी पढ़ें: <a href="/2">मछली बाज़ार एक घंटे देर से खुलेगा</a></strong></p><p>बोर्ड की अध्यक्ष पेट्रा ओवेलुंड ने कहा, “दो साल में पुल 212 दिन बंद रहा।”</p><p>इस पुल से रोज़ाना करीब 9,400 वाहन गुज़रते हैं।</p></div><div class="app-promo">देश और दुनिया की ताज़ा ख़बरें सबसे पहले पढ़ने के लिए हमारा ऐप डाउनलोड करें</div><div class="tags">${links(["पुल", "बंदरगाह"])}</div></div><div class="side"><h3>संबंधित ख़बरें</h3>${links(["तेज़ हवाओं की चेतावनी", "संग्रहालय में नया कक्ष"])}</div>`,
    ),
  },
  {
    kind: "Arabic site: read more box, follow line, most read",
    url: "https://almina.example/news/bridge",
    title: "جسر متحرك جديد في كيلدماوث",
    gold: [
      "قرر مجلس ميناء كيلدماوث مساء الثلاثاء، بأغلبية سبعة أصوات مقابل صوتين، استبدال الجسر المتحرك القديم.",
      "وستبلغ كلفة الجسر الجديد 31.5 مليون مارك، ومن المقرر أن يُفتح أمام حركة المرور في ربيع عام 2034.",
      "وقالت رئيسة المجلس بيترا أوفيلوند: «أُغلق الجسر 212 يوماً خلال عامين».",
      "ويعبر الجسر يومياً نحو 9400 مركبة، معظمها شاحنات متجهة إلى سوق السمك.",
    ],
    html: html(
      "ar",
      "جسر متحرك جديد في كيلدماوث",
      "الميناء",
      `<div dir="rtl"><nav>${links(["أخبار", "اقتصاد", "رياضة"])}</nav><article><h1>جسر متحرك جديد في كيلدماوث</h1><span class="date">16 أبريل 2031 - 09:20</span><div class="txt"><p>قرر مجلس ميناء كيلدماوث مساء الثلاثاء، بأغلبية سبعة أصوات مقابل صوتين، استبدال الجسر المتحرك القديم.</p><p>وستبلغ كلفة الجسر الجديد 31.5 مليون مارك، ومن المقرر أن يُفتح أمام حركة المرور في ربيع عام 2034.</p><div class="rel"><h4>اقرأ أيضاً</h4><a href="/1">سوق السمك يفتح أبوابه متأخراً ساعة</a></div><p>وقالت رئيسة المجلس بيترا أوفيلوند: «أُغلق الجسر 212 يوماً خلال عامين».</p><p>ويعبر الجسر يومياً نحو 9400 مركبة، معظمها شاحنات متجهة إلى سوق السمك.</p><p>تابعوا آخر الأخبار عبر قناتنا على واتساب</p></div></article><aside><h3>الأكثر قراءة</h3><ol>${links(["رياح قوية يوم الجمعة", "متحف السفن يفتتح قاعة جديدة"])}</ol></aside><footer>جميع الحقوق محفوظة للميناء</footer></div>`,
    ),
  },
  {
    kind: "Japanese paper: member notice, related, copyright",
    url: "https://minato.example/articles/1",
    title: "ケルドマス港、可動橋の架け替えを決定",
    gold: [
      "ケルドマス港湾委員会は１５日夜、老朽化した可動橋を架け替える案を賛成７、反対２で可決した。",
      "新しい橋の建設費は３１５０万マルクで、２０３４年春の開通を予定している。工事は１０月に始まる。",
      "委員長のペトラ・オーベルンド氏は「２年間で２１２日も通行止めになった」と述べた。",
      "橋は１日に約９４００台が通行し、その多くは魚市場に向かうトラックだ。",
    ],
    html: html(
      "ja",
      "ケルドマス港、可動橋の架け替えを決定",
      "港新聞",
      `<div class="gnav"><ul>${links(["社会", "経済", "スポーツ"])}</ul></div><div id="main"><div class="article-header"><h1>ケルドマス港、可動橋の架け替えを決定</h1><p class="update">2031年4月16日 9時20分</p></div><div class="article-body"><p>ケルドマス港湾委員会は１５日夜、老朽化した可動橋を架け替える案を賛成７、反対２で可決した。</p><p>新しい橋の建設費は３１５０万マルクで、２０３４年春の開通を予定している。工事は１０月に始まる。</p><p>委員長のペトラ・オーベルンド氏は「２年間で２１２日も通行止めになった」と述べた。</p><p>橋は１日に約９４００台が通行し、その多くは魚市場に向かうトラックだ。</p></div><div class="member"><p>この記事は会員限定です。ログインすると続きをお読みいただけます。</p></div><div class="related"><h2>関連記事</h2><ul>${links(["金曜日は強風の見込み", "蒸気船博物館に新展示室"])}</ul></div><p class="copy">本サイトに掲載されている記事・写真の無断転載を禁じます。</p></div>`,
    ),
  },
  {
    kind: "Turkish portal: reporter's box, ad words, comments count",
    url: "https://liman.example/gundem/kopru",
    title: "Keldmouth'a yeni açılır köprü",
    gold: [
      "Keldmouth liman kurulu, salı akşamı yapılan toplantıda eski açılır köprünün yenilenmesine ikiye karşı yedi oyla karar verdi.",
      "31,5 milyon marka mal olacak köprünün 2034 baharında trafiğe açılması planlanıyor. Çalışmalar ekim ayında başlayacak.",
      "Kurul başkanı Petra Ovelund, “Köprü iki yılda 212 gün kapalı kaldı” dedi.",
      "Köprüden her gün yaklaşık 9 bin 400 araç geçiyor.",
    ],
    html: html(
      "tr",
      "Keldmouth'a yeni açılır köprü",
      "Liman Haber",
      `<div class="menu">${links(["Gündem", "Ekonomi", "Spor"])}</div><div class="haber"><h1>Keldmouth'a yeni açılır köprü</h1><div class="tarih">Giriş: 16.04.2031 - 09:20 Güncelleme: 16.04.2031 - 09:45</div><div class="haber-metni"><p>Keldmouth liman kurulu, salı akşamı yapılan toplantıda eski açılır köprünün yenilenmesine ikiye karşı yedi oyla karar verdi.</p><p>REKLAM</p><p>31,5 milyon marka mal olacak köprünün 2034 baharında trafiğe açılması planlanıyor. Çalışmalar ekim ayında başlayacak.</p><p>Kurul başkanı Petra Ovelund, “Köprü iki yılda 212 gün kapalı kaldı” dedi.</p><p>Köprüden her gün yaklaşık 9 bin 400 araç geçiyor.</p><p>Haberle ilgili daha fazlası: <a href="/e1">köprü</a> <a href="/e2">liman</a></p></div><div class="yorum"><h3>Yorumlar (2)</h3><p>Nihayet! Her sabah yarım saat bekliyorduk.</p></div></div><div class="diger"><h3>İlgili Haberler</h3>${links(["Cuma günü kuvvetli rüzgâr", "Müzede yeni salon"])}</div>`,
    ),
  },
  {
    kind: "agency hub page: caption under the head, more coverage, staff note at the end",
    url: "https://unionpress.example/article/half-hour-trains-301",
    title: "Rail line to run twice as often, at a price",
    byline: ["Edda Norling"],
    gold: RAIL,
    html: html(
      "en",
      "Rail line to run twice as often, at a price",
      "Union Press",
      `<div class="Page-header">${links(NAV)}</div><div class="Page-content"><main class="Page-main"><div class="Page-lead"><figure class="Figure"><img src="v.jpg" alt=""><figcaption class="Figure-caption"><p>A train crosses the Lenn viaduct near Marrick, Senn, on Monday, Sept. 29, 2031. (UP Photo/Nils Aune)</p></figcaption></figure></div><h1 class="Page-headline">Rail line to run twice as often, at a price</h1><div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/a">EDDA NORLING</a></div><div class="Page-dateModified">Updated 9:04 AM CEST, September 30, 2031</div></div><div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">${p(RAIL[0] ?? "", RAIL[1] ?? "")}<div class="HTMLModuleEnhancement"><div class="PageListEnhancementGeneric"><h4>Related Stories</h4><ul>${links(TEASERS)}</ul></div></div>${p(...RAIL.slice(2))}<p>___</p><p>Associated writer Jan Olm in Ostwold contributed to this report.</p><p>___</p><p>Follow UP's coverage of transport: https://unionpress.example/hub/transport</p></div></div></main><aside class="Page-aside"><div class="PageList-header">Most read</div>${links(TEASERS)}</aside></div>`,
    ),
  },
  {
    kind: "plain divs with line breaks and a second article under a linked heading",
    url: "https://dunes.example/blog/2031/02",
    title: "The bus that lends books",
    gold: LIBRARY,
    html: html(
      "en",
      "The bus that lends books",
      "Dunes",
      `<div id="hd"><a href="/">Dunes</a></div><div id="main"><h2 class="t"><a href="/blog/2031/02/bus">The bus that lends books</a></h2><div class="m">Posted on February 5, 2031 in <a href="/c">Valley</a></div><div class="b">${LIBRARY.join("<br><br>")}</div><div class="f"><a href="#c">3 comments</a> | <a href="#p">Permalink</a></div><h2 class="t"><a href="/blog/2031/01/ice">Ice on the upper lake</a></h2><div class="m">Posted on January 22, 2031 in <a href="/c">Valley</a></div><div class="b">The upper lake froze on Tuesday night, all of it at once, with the sound of a door being closed politely.<br><br>By Thursday there were eleven people on it, and by Sunday there was a man selling pancakes.</div><div class="f"><a href="#c">No comments</a></div></div><div id="side"><b>Archive</b>${links(["February 2031", "January 2031", "December 2030"])}</div>`,
    ),
  },
  {
    kind: "correction, licence note and gift line behind the last paragraph",
    url: "https://publicledger.example/keldmouth-bridge",
    title: "The bridge nobody priced twice",
    byline: ["Liv Marstrand"],
    gold: HARBOUR,
    optional: ["Correction: An earlier version of this article misstated the length of the detour."],
    html: html(
      "en",
      "The bridge nobody priced twice",
      "Public Ledger",
      `<header>${links(NAV)}<a class="donate">Donate</a></header><main><article><h1>The bridge nobody priced twice</h1><p class="dek">A harbour board bought a bridge from the first firm that offered one.</p><p class="byline">by <a rel="author" href="/liv">Liv Marstrand</a>, Public Ledger</p><div class="story-text"><div class="note">Public Ledger is a nonprofit newsroom that investigates abuses of power. <a href="/nl">Sign up</a> to receive our biggest stories as soon as they're published.</div>${p(HARBOUR[0] ?? "", HARBOUR[1] ?? "", HARBOUR[2] ?? "")}<aside class="pullquote"><p>“At some point you are paying for a wall.”</p></aside>${p(HARBOUR[3] ?? "", HARBOUR[4] ?? "", HARBOUR[5] ?? "")}<p><em>Correction: An earlier version of this article misstated the length of the detour.</em></p><p>Republish our stories for free, online or in print, under a Creative Commons licence.</p><p>Give this article: as a subscriber you have ten gifts a month. Anyone can read what you share.</p><p>Do you know more about the tender? <a href="mailto:tips@publicledger.example">Write to Liv Marstrand in confidence.</a></p></div></article></main><footer>${links(["About", "Jobs", "Privacy"])}</footer>`,
    ),
  },
];
