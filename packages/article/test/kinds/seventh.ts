/** A seventh batch: forms of reporting with parts of their own, and the boxes of newsrooms in six languages. */
import { items, type KindPage, links, p } from "./page.ts";

const NAV = ["Home", "Region", "Business", "Sport", "Culture"];
const CARDS = [
  "Swimmers cross the strait for the tenth time",
  "Old post office becomes a cinema",
  "Why the morning bus is always late",
  "A choir of forty dentists",
];
const MILL = [
  "A fire destroyed the upper floors of the paper mill at Brannock on Monday night, and 140 people were sent home until further notice.",
  "The fire broke out at about 10.40 p.m. in a drying hall, the county fire service said. Sixty firefighters from five towns needed seven hours to put it out. Nobody was hurt.",
  "“We saw the light from across the river and thought it was the moon,” said Edda Lornholt, who lives opposite the mill.",
  "The owner, Brannock Board and Paper, said that it hoped to start two of its four machines again within a month. It put the damage at 18 million marks.",
  "Inspectors will look at the wiring of the hall, which was last checked in 2027. The mill had been fined twice for blocked exits.",
];
const FERRY_DE = [
  "Die Fähre zwischen Nordhelm und Tarnsand fährt von Samstag an wieder, drei Monate nach dem Bruch ihrer Antriebswelle.",
  "Das Schiff war im Juli mit 64 Fahrgästen an Bord liegen geblieben und musste von zwei Kuttern in den Hafen geschleppt werden. Verletzt wurde niemand.",
  "„Wir haben jeden Tag Anrufe bekommen, und jeder war berechtigt“, sagte Reedereichefin Wiebke Harmsund am Donnerstag.",
  "Die Reparatur kostete 2,3 Millionen Euro. Davon trägt das Land die Hälfte, den Rest zahlen die beiden Gemeinden.",
];
const BRIDGE_RU = [
  "Мост через реку Студёную в Верхнем Лугове откроют для легковых машин в понедельник, сообщили в городской администрации.",
  "Движение закрыли в мае, когда проверка нашла трещины в двух опорах. За это время автобусы ходили в объезд, и дорога в школу занимала у детей больше часа.",
  "«Мы обещали закончить до снега и закончили», — сказал заместитель главы города Пётр Калиников.",
  "Грузовикам проезд разрешат только весной, после испытаний под нагрузкой. Ремонт обошёлся бюджету в 214 миллионов рублей.",
];
const WELL_ES = [
  "El Ayuntamiento de Villarroya del Monte reabrirá el lunes el pozo que abasteció al pueblo durante dos siglos.",
  "El pozo se cerró en 2019, cuando los análisis hallaron nitratos muy por encima del límite. Desde entonces, un camión cisterna llevaba agua tres veces por semana.",
  "«Mi madre llenaba aquí los cántaros y ahora los llenaré yo», dijo Amparo Lezcano, de 81 años.",
  "La nueva planta de filtrado costó 640.000 euros y dará agua a 1.200 vecinos, según la alcaldesa, Rocío Baztán.",
];
const SCHOOL_FR = [
  "L'école de Saint-Aubry, menacée de fermeture depuis deux ans, accueillera finalement 31 élèves à la rentrée de septembre.",
  "Le rectorat avait annoncé la suppression de la dernière classe en 2029, faute d'enfants. Depuis, onze familles se sont installées dans la commune, attirées par des maisons louées à un prix modeste.",
  "« Nous avons sauvé l'école avec des toits, pas avec des pétitions », résume le maire, Armand Vauquelet.",
];
const at = (list: readonly string[], i: number): string => list[i] ?? "";
const page = (lang: string, title: string, site: string, body: string, head = ""): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} - ${site}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">${head}</head><body><header class="masthead"><a href="/">${site}</a><nav><ul>${links(NAV)}</ul></nav></header>${body}<footer class="page-foot"><ul>${links(["About us", "Contact", "Privacy"])}</ul><p>© 2031 ${site}</p></footer></body></html>`;
const cards = (list: readonly string[] = CARDS): string =>
  list.map((text, i) => `<div class="teaser"><a href="/s/${i}"><img src="${i}.jpg" alt=""><h3>${text}</h3></a></div>`).join("");

export const SEVENTH_PAGES: readonly KindPage[] = [
  {
    kind: "fact check with claim and verdict",
    url: "https://plainly.example/checks/mill-fire-claim",
    title: "No, the mill at Brannock was not closed before the fire",
    byline: ["Ines Marlowe"],
    date: "2031-03-04",
    gold: [
      "Claim: The paper mill at Brannock had been shut for a year when it burned.",
      "Verdict: False. All four machines were running on the day of the fire.",
      ...MILL.slice(0, 2),
      "A post that has been shared 11,000 times says that the mill was empty and that its owner wanted the insurance money.",
      "Pay slips and delivery notes seen by Plainly show that 140 people worked there in February. The county confirmed that the mill had drawn power every day.",
    ],
    html: page(
      "en",
      "No, the mill at Brannock was not closed before the fire",
      "Plainly",
      `<main><h1>No, the mill at Brannock was not closed before the fire</h1><div class="meta">By <a href="/a/ines" rel="author">Ines Marlowe</a> <time datetime="2031-03-04">4 March 2031</time></div><div class="check-body"><div class="claim"><p>Claim: The paper mill at Brannock had been shut for a year when it burned.</p></div><div class="rating rating-false"><p>Verdict: False. All four machines were running on the day of the fire.</p></div>${p(...MILL.slice(0, 2), "A post that has been shared 11,000 times says that the mill was empty and that its owner wanted the insurance money.", "Pay slips and delivery notes seen by Plainly show that 140 people worked there in February. The county confirmed that the mill had drawn power every day.")}</div><div class="how"><h4>Seen something we should check?</h4><p>Send it to our desk and we will look into it.</p><a href="/tip">Send a claim</a></div><section class="more"><h2>More checks</h2>${cards()}</section></main>`,
    ),
  },
  {
    kind: "explainer with questions that open and close",
    url: "https://upland.example/explained/mill",
    title: "What we know about the fire at Brannock",
    gold: [
      at(MILL, 0),
      "What happened?",
      at(MILL, 1),
      "What does the owner say?",
      at(MILL, 3),
      "Who looks into the cause?",
      at(MILL, 4),
    ],
    html: page(
      "en",
      "What we know about the fire at Brannock",
      "Upland Review",
      `<main><article><h1>What we know about the fire at Brannock</h1><div class="post">${p(at(MILL, 0))}<details open><summary>What happened?</summary>${p(at(MILL, 1))}</details><details><summary>What does the owner say?</summary>${p(at(MILL, 3))}</details><details><summary>Who looks into the cause?</summary>${p(at(MILL, 4))}</details></div></article><div class="read-on"><h2>Read on</h2>${cards()}</div></main>`,
    ),
  },
  {
    kind: "match report with line-ups and a table of the league",
    url: "https://senn-sport.example/football/tolley-keld",
    title: "Tolley come back from two down",
    gold: [
      "Tolley scored three times in the last quarter of an hour to beat Keldmouth 3-2 and stay in the cup.",
      "Keldmouth had led from the ninth minute, when Jonas Aldery headed in a corner, and seemed safe when the goalkeeper, Matti Rune, saved a penalty after the break.",
      "“I had my coat on already,” said Tolley's coach, Berit Sandholm.",
      "Tolley: Varga; Holm, Brink, Osei, Lund; Tarn, Reyes (Vik 70), Moe; Ilic, Strand, Dahl.",
      "Keldmouth: Rune; Foss, Bakke, Lie, Ness; Aldery, Krog, Wold; Berg, Sund, Hauge (Eide 81).",
      "Referee: T. Malm. Attendance: 4,120.",
    ],
    optional: ["Pos | Club | Points", "1 | Tolley | 31", "2 | Keldmouth | 29", "3 | Senn Rovers | 24"],
    html: page(
      "en",
      "Tolley come back from two down",
      "Senn Sport",
      `<main><article><h1>Tolley come back from two down</h1><div class="txt"><p>Tolley scored three times in the last quarter of an hour to beat Keldmouth 3-2 and stay in the cup.</p><p>Keldmouth had led from the ninth minute, when Jonas Aldery headed in a corner, and seemed safe when the goalkeeper, Matti Rune, saved a penalty after the break.</p><p>“I had my coat on already,” said Tolley's coach, Berit Sandholm.</p><p><b>Tolley:</b> Varga; Holm, Brink, Osei, Lund; Tarn, Reyes (Vik 70), Moe; Ilic, Strand, Dahl.</p><p><b>Keldmouth:</b> Rune; Foss, Bakke, Lie, Ness; Aldery, Krog, Wold; Berg, Sund, Hauge (Eide 81).</p><p>Referee: T. Malm. Attendance: 4,120.</p></div></article></main><aside class="rail"><h3>Standings</h3><table><tr><th>Pos</th><th>Club</th><th>Points</th></tr><tr><td>1</td><td>Tolley</td><td>31</td></tr><tr><td>2</td><td>Keldmouth</td><td>29</td></tr><tr><td>3</td><td>Senn Rovers</td><td>24</td></tr></table><h3>Most read</h3><ol>${links(CARDS)}</ol></aside>`,
    ),
  },
  {
    kind: "obituary with a book of condolence",
    url: "https://keldcourier.example/obituaries/otto-brennick",
    title: "Otto Brennick, who taught half of Keldmouth to swim",
    gold: [
      "Otto Brennick, who taught swimming at the harbour baths for 44 years and said that water was the only fair teacher, died on 3 May. He was 91.",
      "He was born in Tolley, the son of a cooper, and could not swim until he was nineteen, when he fell off a barge.",
      "“He threw a ring at you, and then he threw you at the ring,” his pupil Marit Voss recalled.",
      "He leaves a wife, two daughters and a whistle, which the baths will keep.",
    ],
    html: page(
      "en",
      "Otto Brennick, who taught half of Keldmouth to swim",
      "Keld Courier",
      `<main><h1>Otto Brennick, who taught half of Keldmouth to swim</h1><div class="obit-text">${p("Otto Brennick, who taught swimming at the harbour baths for 44 years and said that water was the only fair teacher, died on 3 May. He was 91.", "He was born in Tolley, the son of a cooper, and could not swim until he was nineteen, when he fell off a barge.", "“He threw a ring at you, and then he threw you at the ring,” his pupil Marit Voss recalled.", "He leaves a wife, two daughters and a whistle, which the baths will keep.")}</div><section class="guestbook"><h2>Book of condolence</h2><div class="entry"><b>Hanne T.</b><p>He taught me and all my brothers. Rest well, Otto.</p><span>6 May</span></div><div class="entry"><b>The Dorn family</b><p>Our thoughts are with Elsa and the girls.</p><span>7 May</span></div><form><label>Leave a message<textarea></textarea></label><button>Send</button></form></section></main>`,
    ),
  },
  {
    kind: "episode of a podcast with platforms and notes",
    url: "https://saltandpaper.example/episodes/88",
    title: "Episode 88: The paper mill",
    gold: [
      "This week Lena Aasgard travels to Brannock, where a fire has closed the paper mill that everybody in town has worked in, or is married to.",
      "She talks to a fireman, to a pensioner who still knows the smell of every grade of board, and to the man who is to decide whether the machines run again.",
      "In this episode",
      "01:10 The night of the fire",
      "14:25 What paper smells of",
      "31:40 The owner answers",
    ],
    html: page(
      "en",
      "Episode 88: The paper mill",
      "Salt and Paper",
      `<main><h1>Episode 88: The paper mill</h1><div class="player"><button>Play</button><span>00:00</span><span>42:17</span></div><ul class="platforms">${links(["Apple Podcasts", "Spotify", "RSS feed"])}</ul><div class="notes">${p("This week Lena Aasgard travels to Brannock, where a fire has closed the paper mill that everybody in town has worked in, or is married to.", "She talks to a fireman, to a pensioner who still knows the smell of every grade of board, and to the man who is to decide whether the machines run again.")}<h3>In this episode</h3><ul>${items(["01:10 The night of the fire", "14:25 What paper smells of", "31:40 The owner answers"])}</ul></div><div class="support"><p>Like the show? Leave us a review, or support us for 3 marks a month.</p></div><section><h2>More episodes</h2>${cards()}</section></main>`,
    ),
  },
  {
    kind: "German: read-also boxes, bookmark line, author's portrait",
    url: "https://nordhelmer-bote.example/lokales/faehre",
    title: "Fähre nach Tarnsand fährt wieder",
    byline: ["Jörn Petersick"],
    date: "2031-10-09",
    gold: FERRY_DE,
    html: page(
      "de",
      "Fähre nach Tarnsand fährt wieder",
      "Nordhelmer Bote",
      `<main><article><h1>Fähre nach Tarnsand fährt wieder</h1><div class="autor">Von Jörn Petersick</div><div class="datum">09.10.2031, 14:20 Uhr</div><div class="werkzeuge"><span>Artikel merken</span><span>Vorlesen</span><span>Teilen</span></div><div class="artikeltext">${p(at(FERRY_DE, 0), at(FERRY_DE, 1))}<div class="kasten"><strong>Lesen Sie auch</strong><a href="/1">Kutter verliert Netz vor Tarnsand</a><a href="/2">Hafen bekommt neuen Kran</a></div>${p(at(FERRY_DE, 2))}<p>Lesen Sie auch: <a href="/3">Warum die Fähre im Juli liegen blieb</a></p>${p(at(FERRY_DE, 3))}</div><div class="portrait"><img src="jp.jpg" alt=""><p><b>Jörn Petersick</b> berichtet seit 2019 über den Hafen und die Inseln.</p></div></article><section class="mehr"><h2>Mehr aus der Region</h2>${cards(["Sturm reißt Dach vom Rathaus", "Neue Kita in Nordhelm", "Zug hält wieder in Ahlsen"])}</section></main>`,
    ),
  },
  {
    kind: "Russian: read-also, channel, labels, comments",
    url: "https://lugovo-vesti.example/news/most",
    title: "Мост через Студёную откроют в понедельник",
    date: "2031-11-14",
    gold: BRIDGE_RU,
    html: page(
      "ru",
      "Мост через Студёную откроют в понедельник",
      "Луговские вести",
      `<main><div class="news"><h1>Мост через Студёную откроют в понедельник</h1><div class="news-date">14 ноября 2031, 10:15</div><div class="news-text">${p(at(BRIDGE_RU, 0), at(BRIDGE_RU, 1))}<div class="inner-news"><span>Читайте также:</span><a href="/n/1">В Лугове закрыли старый рынок</a></div>${p(at(BRIDGE_RU, 2), at(BRIDGE_RU, 3))}<p>Подписывайтесь на наш канал в Telegram, чтобы не пропустить важные новости.</p></div><div class="news-tags">Теги: <a href="/t/1">мост</a>, <a href="/t/2">ремонт</a></div><div class="comm"><h3>Комментарии (2)</h3><div><b>Иван</b><p>Наконец-то, дождались.</p></div><div><b>Света</b><p>А автобусы когда вернут на старый маршрут?</p></div></div></div><aside><h3>Популярное</h3><ul>${links(["Погода на неделю", "Цены на дрова выросли", "Хоккеисты вышли в финал"])}</ul></aside></main>`,
    ),
  },
  {
    kind: "Spanish: you may like, more on this, newsletter",
    url: "https://elpozo.example/pueblo/agua",
    title: "El pozo de Villarroya vuelve a dar agua",
    byline: ["Inés Calderero"],
    date: "2031-04-02",
    gold: WELL_ES,
    html: page(
      "es",
      "El pozo de Villarroya vuelve a dar agua",
      "El Diario del Monte",
      `<main><article><h1>El pozo de Villarroya vuelve a dar agua</h1><p class="firma">Por Inés Calderero | 2 de abril de 2031</p><div class="cuerpo">${p(at(WELL_ES, 0), at(WELL_ES, 1))}<div class="relacionada"><p>Te puede interesar</p><a href="/a">La sequía vacía el embalse de Tremedal</a></div>${p(at(WELL_ES, 2), at(WELL_ES, 3))}<p><strong>Más información:</strong> <a href="/b">Así se mide el nitrato en el agua</a></p></div><div class="boletin"><h3>Recibe nuestro boletín</h3><p>Las noticias de tu comarca, cada mañana en tu correo.</p><input type="email"><button>Apuntarme</button></div></article></main>`,
    ),
  },
  {
    kind: "French: the rest is for subscribers",
    url: "https://legazette.example/ecole",
    title: "À Saint-Aubry, l'école sauvée par les maisons",
    byline: ["Clotilde Marsan"],
    date: "2031-06-20",
    gold: SCHOOL_FR,
    html: page(
      "fr",
      "À Saint-Aubry, l'école sauvée par les maisons",
      "La Gazette du Val",
      `<main><article><h1>À Saint-Aubry, l'école sauvée par les maisons</h1><p class="sig">Par Clotilde Marsan</p><p class="date">Publié le 20 juin 2031 à 07h00, mis à jour le 21 juin 2031 à 09h12</p><p class="duree">Temps de lecture : 3 min.</p><section class="corps">${p(...SCHOOL_FR)}</section><div class="mur"><p>Il vous reste 68 % de cet article à lire. La suite est réservée aux abonnés.</p><a href="/abo">Je m'abonne à partir de 1 € par mois</a><p>Déjà abonné ? Connectez-vous</p></div></article><aside><h2>Les plus lus</h2><ol>${links(["Le marché change de place", "Un pont pour les vélos", "La fanfare cherche un tuba"])}</ol></aside></main>`,
    ),
  },
  {
    kind: "letter to the editor with the rules for letters",
    url: "https://keldcourier.example/letters/bus",
    title: "Letter: The bus shelter nobody asked for",
    gold: [
      "Sir, — Your report on the new bus shelter in Mill Lane left out the one thing that everybody who waits there knows: the bus does not stop in Mill Lane.",
      "It stops forty metres further on, in the rain. The shelter is a handsome thing, with a bench and a map, and on dry days I sit in it and watch the bus go by.",
      "Might the council ask the driver?",
      "Agnes Tollemark, Keldmouth",
    ],
    html: page(
      "en",
      "Letter: The bus shelter nobody asked for",
      "Keld Courier",
      `<main><article><h1>Letter: The bus shelter nobody asked for</h1><div class="letter">${p("Sir, — Your report on the new bus shelter in Mill Lane left out the one thing that everybody who waits there knows: the bus does not stop in Mill Lane.", "It stops forty metres further on, in the rain. The shelter is a handsome thing, with a bench and a map, and on dry days I sit in it and watch the bus go by.", "Might the council ask the driver?")}<p><em>Agnes Tollemark, Keldmouth</em></p></div><div class="rules"><h4>How to write to us</h4><p>Letters should have no more than 250 words and give your full name and address. We may shorten them.</p></div></article><section><h2>More letters</h2><ul>${links(["On dogs and the beach", "A word for the postman"])}</ul></section></main>`,
    ),
  },
  {
    kind: "charts with notes and sources between the paragraphs",
    url: "https://measure.example/rents",
    title: "Rents in Senn rise faster than wages",
    gold: [
      "Rents in Senn have risen by 38 percent in five years and wages by 17, according to figures that the statistics office published on Tuesday.",
      "The gap is widest in the harbour quarter, where a flat of 60 square metres now costs 1,140 marks a month.",
      "“I teach their children and cannot live near them,” said Runa Vessel, a teacher who travels an hour each way.",
      "The city plans 900 flats with bound rents by 2034. In the last ten years it has built 212.",
    ],
    html: page(
      "en",
      "Rents in Senn rise faster than wages",
      "Measure",
      `<main><article><h1>Rents in Senn rise faster than wages</h1><div class="story">${p("Rents in Senn have risen by 38 percent in five years and wages by 17, according to figures that the statistics office published on Tuesday.")}<figure class="chart"><h4>Rents and wages, 2026 = 100</h4><svg></svg><figcaption>Chart: Measure • Source: Statistics Office of Senn • Get the data</figcaption></figure>${p("The gap is widest in the harbour quarter, where a flat of 60 square metres now costs 1,140 marks a month.", "“I teach their children and cannot live near them,” said Runa Vessel, a teacher who travels an hour each way.")}<div class="chart-box"><div class="chart-title">Flats finished each year</div><iframe src="/c/2"></iframe><div class="chart-note">Note: Figures for 2031 are provisional. Source: City of Senn. Created with Chartwright</div></div>${p("The city plans 900 flats with bound rents by 2034. In the last ten years it has built 212.")}</div></article></main>`,
    ),
  },
  {
    kind: "interview with bold questions and a quote set large",
    url: "https://upland.example/talk/sandholm",
    title: "“I count in boats”",
    gold: [
      "Ilse Brandvik has built boats on the Tarn for thirty years, and this autumn she hands the yard to her apprentice.",
      "Why stop now?",
      "Because my hands have stopped already. I count in boats, and the last three took longer than they should.",
      "What does a boat cost today?",
      "More than a car and less than a kitchen. People pay it without asking when the wood is right.",
      "Will there be a yard in ten years?",
      "There will be a yard. Whether there will be a Tarn is another question.",
    ],
    html: page(
      "en",
      "“I count in boats”",
      "Upland Review",
      `<main><article><h1>“I count in boats”</h1><div class="byline">Interview: Tove Ringdal</div><div class="iv"><p>Ilse Brandvik has built boats on the Tarn for thirty years, and this autumn she hands the yard to her apprentice.</p><p><strong>Why stop now?</strong></p><p>Because my hands have stopped already. I count in boats, and the last three took longer than they should.</p><p><strong>What does a boat cost today?</strong></p><p>More than a car and less than a kitchen. People pay it without asking when the wood is right.</p><aside class="big-quote">“More than a car and less than a kitchen.”</aside><p><strong>Will there be a yard in ten years?</strong></p><p>There will be a yard. Whether there will be a Tarn is another question.</p></div></article><div class="also"><h3>Also in this series</h3>${cards()}</div></main>`,
    ),
  },
  {
    kind: "release with notes to editors and contact",
    url: "https://board-and-paper.example/press/2031/machines",
    title: "Two machines at Brannock to start again in April",
    date: "2031-03-28",
    gold: [
      "BRANNOCK, 28 March 2031 – Brannock Board and Paper will start two of its four machines again on 14 April, seven weeks after a fire destroyed the upper floors of its mill.",
      "Sixty of the 140 employees will return at once. The others keep three quarters of their pay until the end of the year.",
      "“We owe it to the town and to our customers to begin with what we have,” said Halvard Munck, the managing director.",
    ],
    optional: [
      "About Brannock Board and Paper",
      "Brannock Board and Paper makes packaging board on the river Ister. It was founded in 1898.",
      "Notes to editors",
      "Photographs of the machines are available on request.",
      "- ENDS -",
    ],
    html: page(
      "en",
      "Two machines at Brannock to start again in April",
      "Brannock Board and Paper",
      `<main><h1>Two machines at Brannock to start again in April</h1><div class="release">${p("BRANNOCK, 28 March 2031 – Brannock Board and Paper will start two of its four machines again on 14 April, seven weeks after a fire destroyed the upper floors of its mill.", "Sixty of the 140 employees will return at once. The others keep three quarters of their pay until the end of the year.", "“We owe it to the town and to our customers to begin with what we have,” said Halvard Munck, the managing director.", "- ENDS -")}<h4>Notes to editors</h4><p>Photographs of the machines are available on request.</p><h4>About Brannock Board and Paper</h4><p>Brannock Board and Paper makes packaging board on the river Ister. It was founded in 1898.</p><h4>Press contact</h4><p>Signe Dahlrup, +99 555 0100, press@board-and-paper.example</p></div></main>`,
    ),
  },
  {
    kind: "question with votes, spans set side by side",
    url: "https://askyard.example/q/881/varnish",
    title: "Why does my varnish stay sticky?",
    gold: [
      "I put three coats of boat varnish on an oak table last week, a day apart, and it is still sticky to the touch. The room is at 16 degrees. What have I done wrong?",
      "Oak holds tannins and boat varnish dries by air, so thick coats close over before the lower one has hardened. Sand it back, thin the first coat by a fifth and wait two days at 20 degrees.",
      "I had the same with old varnish. A fresh tin dried overnight.",
    ],
    html: page(
      "en",
      "Why does my varnish stay sticky?",
      "Askyard",
      `<main><h1>Why does my varnish stay sticky?</h1><div class="info"><span>Asked 2 years, 4 months ago</span><span>Active 8 months ago</span><span>Viewed 12k times</span></div><div class="question"><div class="votes"><button>Up</button><span>14</span><button>Down</button></div><div class="post-body"><p>I put three coats of boat varnish on an oak table last week, a day apart, and it is still sticky to the touch. The room is at 16 degrees. What have I done wrong?</p></div><div class="sig"><span>asked May 3 at 9:12</span><a href="/u/1">tablemaker</a></div></div><h2>2 Answers</h2><div class="answer"><div class="votes"><span>22</span></div><div class="post-body"><p>Oak holds tannins and boat varnish dries by air, so thick coats close over before the lower one has hardened. Sand it back, thin the first coat by a fifth and wait two days at 20 degrees.</p></div><div class="sig"><span>answered May 4 at 7:40</span><a href="/u/2">oldboats</a></div></div><div class="answer"><div class="votes"><span>3</span></div><div class="post-body"><p>I had the same with old varnish. A fresh tin dried overnight.</p></div><div class="sig"><span>answered May 9 at 18:02</span><a href="/u/3">kirsi</a></div></div><div class="related"><h4>Related</h4><ul>${links(["How to thin boat varnish", "Oak table goes grey"])}</ul></div></main>`,
    ),
  },
  {
    kind: "the outlet's own evening announced between paragraphs, no button",
    url: "https://ledger.example/business/brannock-mill",
    title: "Mill fire puts 140 out of work",
    gold: MILL,
    html: page(
      "en",
      "Mill fire puts 140 out of work",
      "The Senn Ledger",
      `<main><article><h1>Mill fire puts 140 out of work</h1><div class="article-body">${p(...MILL.slice(0, 2))}<div class="promo-event"><h4>Ledger Live: Who pays for the old mills?</h4><p>An evening with owners and unions, 3 May, Old Mint. Tickets 12 marks, free for subscribers.</p></div>${p(...MILL.slice(2))}</div></article></main>`,
    ),
  },
  {
    kind: "results of a vote as a table inside the report",
    url: "https://keldcourier.example/council/result",
    title: "Ovelund wins the harbour ward",
    gold: [
      "Petra Ovelund won the harbour ward of Keldmouth on Sunday with a lead of 212 votes over the sitting councillor, Anton Brisk.",
      "Candidate | Votes | Share",
      "Petra Ovelund | 2,310 | 41.2 %",
      "Anton Brisk | 2,098 | 37.4 %",
      "Mirabel Oake | 1,199 | 21.4 %",
      "Turnout was 58 percent, the highest since the ward was drawn in 2011.",
    ],
    html: page(
      "en",
      "Ovelund wins the harbour ward",
      "Keld Courier",
      `<main><article><h1>Ovelund wins the harbour ward</h1><div class="t">${p("Petra Ovelund won the harbour ward of Keldmouth on Sunday with a lead of 212 votes over the sitting councillor, Anton Brisk.")}<table class="res"><tr><th>Candidate</th><th>Votes</th><th>Share</th></tr><tr><td>Petra Ovelund</td><td>2,310</td><td>41.2 %</td></tr><tr><td>Anton Brisk</td><td>2,098</td><td>37.4 %</td></tr><tr><td>Mirabel Oake</td><td>1,199</td><td>21.4 %</td></tr></table>${p("Turnout was 58 percent, the highest since the ward was drawn in 2011.")}</div></article><div class="sub">${cards()}</div></main>`,
    ),
  },
  {
    kind: "an app's banner above and a carousel of stories below",
    url: "https://m.senn-tv.example/a/991",
    title: "Brannock mill burns for seven hours",
    date: "2031-03-03",
    gold: MILL,
    html: page(
      "en",
      "Brannock mill burns for seven hours",
      "Senn TV",
      `<div class="smart-banner"><p>Read this faster in our app</p><a href="/app">Open</a></div><main><h1>Brannock mill burns for seven hours</h1><p class="stamp">Mon 3 Mar 2031 23:55</p><div class="c">${p(...MILL)}</div><div class="carousel"><h2>Swipe for more</h2>${CARDS.map((card) => `<div class="slide"><a href="/x">${card}</a><p>Senn TV's reporters look behind the story and bring you the voices of the people on the spot.</p></div>`).join("")}</div></main>`,
    ),
  },
  {
    kind: "two blogs' names: the heading is the site's, the entry's headline is of second rank",
    url: "https://slowyeast.example/2031/02/starter.html",
    title: "A starter that survives a holiday",
    gold: [
      "I go away for three weeks every February, and every March I used to begin again with flour, water and hope.",
      "This year I dried the starter on baking paper, broke it into flakes and put them in a jar on top of the cupboard.",
      "When I came back, two spoons of flakes in warm water were bubbling by the second evening, and the bread on the fourth day was as sour as ever.",
    ],
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Slow Yeast: A starter that survives a holiday</title></head><body><div class="header"><h1>Slow Yeast</h1><p>Notes on bread from a cold kitchen</p></div><div class="post"><h2 class="post-title">A starter that survives a holiday</h2><div class="post-body">${p("I go away for three weeks every February, and every March I used to begin again with flour, water and hope.", "This year I dried the starter on baking paper, broke it into flakes and put them in a jar on top of the cupboard.", "When I came back, two spoons of flakes in warm water were bubbling by the second evening, and the bread on the fourth day was as sour as ever.")}</div><div class="post-footer">Posted by Wilma at 7:02 AM</div></div><div class="sidebar"><h2>Blog archive</h2><ul>${links(["2031 (4)", "2030 (31)", "2029 (28)"])}</ul><h2>About me</h2><p>Wilma bakes in the north and writes about it when the oven is on.</p></div></body></html>`,
  },
];
