/** Pages that are read for their use: recipes, reviews, tutorials, questions, threads. */
import { items, type KindPage, links, p, skins } from "./page.ts";

const recipeIntro = [
  "My grandmother made this soup on the first cold Sunday of the year, and she made it badly: too much salt, not enough patience. I have spent ten winters putting that right.",
  "The trick is to roast the barley before it meets the water. Seven minutes in a dry pan are enough, and the kitchen will smell of bread.",
];
const ingredients = [
  "200 g pearl barley",
  "2 leeks, white part only",
  "1 tbsp rapeseed oil",
  "1.2 l vegetable stock",
  "a handful of dill",
  "salt and black pepper",
];
const steps = [
  "Toast the barley in a dry pan over medium heat for seven minutes, shaking it often.",
  "Slice the leeks, wash them twice and soften them in the oil without letting them brown.",
  "Add barley and stock, cover and simmer for 40 minutes until the grains are soft.",
  "Season, stir in the dill and serve with dark bread.",
];
const recipe: KindPage = {
  kind: "recipe",
  url: "https://marrow.example/roasted-barley-soup/",
  title: "Roasted barley soup",
  html: skins.blog(
    "Roasted barley soup",
    `<meta property="og:title" content="Roasted barley soup"><meta property="article:published_time" content="2031-11-02T08:00:00+00:00">`,
    `<a class="jump" href="#recipe">Jump to recipe</a><a class="print" href="/print">Print recipe</a>${p(...recipeIntro)}<div class="wprm-recipe" id="recipe"><h2>Roasted barley soup</h2><div class="rating">4.8 from 112 votes</div><span>Prep time 10 mins</span><span>Cook time 50 mins</span><h3>Ingredients</h3><ul class="ingredients">${items(ingredients)}</ul><h3>Instructions</h3><ol class="instructions">${items(steps)}</ol></div><p>It keeps for three days in a cold larder and tastes better on the second.</p>`,
    `<div id="comments"><h2>3 thoughts on “Roasted barley soup”</h2><ol class="comment-list"><li><b>Hedda</b> says: <p>Made it twice already, my children ask for it.</p></li><li><b>Piet</b> says: <p>Could I use spelt instead of barley here?</p></li></ol><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>`,
  ),
  gold: [
    ...recipeIntro,
    "Ingredients",
    ...ingredients,
    "Instructions",
    ...steps,
    "It keeps for three days in a cold larder and tastes better on the second.",
  ],
  optional: [
    "Roasted barley soup",
    "Prep time 10 mins",
    "Cook time 50 mins",
    "Prep time 10 minsCook time 50 mins",
    "Prep time 10 mins Cook time 50 mins",
  ],
  date: "2031-11-02",
};

const reviewText = [
  "The Corven Pocket 3 is the first camera of its size that I did not leave at home after a week. It weighs 210 grams, starts in less than a second and has a dial that clicks like a good lock.",
  "In daylight its pictures are hard to tell from those of cameras that cost twice as much. Reds are a little loud, and skies in the north of the frame turn slightly green.",
  "After dusk the story changes. Above ISO 3200 the grain is coarse, and the autofocus hunts for two or three seconds before it gives up.",
  "The battery lasted for 240 pictures in our test, 30 fewer than the maker promises. A charger is not in the box.",
];
const pros = ["Light and quick", "Excellent dial", "Weather sealed"];
const cons = ["Weak in the dark", "No charger", "Menu in tiny type"];
const review: KindPage = {
  kind: "product review with table",
  url: "https://oxmoor.example/reviews/corven-pocket-3",
  title: "Corven Pocket 3 review: the one you carry",
  html: skins.utility(
    "Corven Pocket 3 review: the one you carry",
    `<meta name="author" content="Tilda Marsh">`,
    `<div class="text-sm text-gray-500">By Tilda Marsh, 14 March 2031</div><div class="my-4 flex gap-2"><button>Share</button><button>Save</button></div><div class="prose">${p(...reviewText.slice(0, 2))}</div><div class="rounded border p-4"><div class="text-xl font-bold">449 crowns</div><a href="/buy/1">Buy at Lensworld</a><a href="/buy/2">Buy at Fotohaus</a><div class="text-xs">We may earn a commission when you buy through links on this page.</div></div><div class="prose"><h2>In the dark</h2>${p(...reviewText.slice(2))}<h2>Specifications</h2><table><tr><th>Sensor</th><td>20 megapixels</td></tr><tr><th>Weight</th><td>210 g</td></tr><tr><th>Battery</th><td>240 pictures</td></tr><tr><th>Price</th><td>449 crowns</td></tr></table><h3>Pros</h3><ul>${items(pros)}</ul><h3>Cons</h3><ul>${items(cons)}</ul><h2>Verdict</h2><p>Buy it for the days, and keep your old one for the nights. Nobody else makes a camera that disappears so well into a coat.</p></div>`,
  ),
  gold: [
    ...reviewText.slice(0, 2),
    "In the dark",
    ...reviewText.slice(2),
    "Specifications",
    "Sensor | 20 megapixels",
    "Weight | 210 g",
    "Battery | 240 pictures",
    "Price | 449 crowns",
    "Pros",
    ...pros,
    "Cons",
    ...cons,
    "Verdict",
    "Buy it for the days, and keep your old one for the nights. Nobody else makes a camera that disappears so well into a coat.",
  ],
  byline: ["Tilda Marsh"],
  date: "2031-03-14",
};

const tutorialText = [
  "A queue that forgets nothing is easy to write and hard to trust. This tutorial builds one in forty lines and then breaks it on purpose.",
  "Create a folder and install the one library that we need:",
  "The worker takes a job, marks it and deletes it only when the handler has returned. If the process dies in between, the mark goes stale and another worker may take the job again.",
  "Run it in two terminals and stop one of them with Ctrl+C while it works. The other one picks the job up after thirty seconds, which is the length of the lease.",
  "That is all there is to it: a lease, a mark and the patience to wait for both.",
];
const code1 = "mkdir tiny-queue && cd tiny-queue\nnpm init -y\nnpm install pg";
const code2 =
  "export async function work(pool, handle) {\n  const job = await take(pool);\n  if (job === undefined) return false;\n  await handle(job);\n  await pool.query('delete from jobs where id = $1', [job.id]);\n  return true;\n}";
const tutorial: KindPage = {
  kind: "code tutorial",
  url: "https://northbound.example/blog/tiny-queue",
  title: "A tiny queue that forgets nothing",
  html: skins.hashed(
    "A tiny queue that forgets nothing",
    `<meta property="article:published_time" content="2031-05-20">`,
    `<div class="css-meta1"><span>Ivo Lund</span> · <span>May 20, 2031</span> · <span>6 min read</span></div><div class="css-toc"><div>On this page</div><ul>${links(["Set-up", "The worker", "Breaking it"], "#")}</ul></div><div class="css-md">${p(tutorialText[0] ?? "")}<h2>Set-up</h2><p>${tutorialText[1]}</p><div class="code-block"><div class="code-toolbar"><span>bash</span><button>Copy</button></div><pre><code>${code1}</code></pre></div><h2>The worker</h2><p>${tutorialText[2]}</p><div class="code-block"><div class="code-toolbar"><span>js</span><button>Copy</button></div><pre><code>${code2}</code></pre></div><h2>Breaking it</h2>${p(...tutorialText.slice(3))}</div><div class="css-fb">Was this page helpful? <button>Yes</button><button>No</button></div>`,
    `<div class="css-next"><a href="/blog/1">Next: Why your retries retry themselves</a></div>`,
  ),
  gold: [
    tutorialText[0] ?? "",
    "Set-up",
    tutorialText[1] ?? "",
    code1,
    "The worker",
    tutorialText[2] ?? "",
    code2,
    "Breaking it",
    ...tutorialText.slice(3),
  ],
  byline: ["Ivo Lund"],
  date: "2031-05-20",
};

const posts = [
  "Has anyone managed to get the heater of a Brisk 400 to stay on? Mine lights, runs for about a minute and goes out again. I have cleaned the jet and changed the thermocouple, and the gas bottle is full.",
  "Had the same with mine last winter. It was the flame failure wire, which had worked loose behind the panel. Push it back on and bend the tab a little.",
  "Check the flue as well. If a bird has built a nest in it, the flame starves after a minute and the valve shuts, exactly as you describe.",
  "It was the wire! Panel off, wire on, and it has been burning since seven this morning. Thank you both, you saved our holiday.",
];
const forum: KindPage = {
  kind: "forum thread",
  url: "https://vanlife.example/viewtopic.php?t=4471",
  title: "Brisk 400 heater goes out after a minute",
  html: `<html lang="en-gb"><head><title>Brisk 400 heater goes out after a minute - Vans and Caravans Forum</title></head><body id="phpbb" class="section-viewtopic"><div id="wrap"><div id="page-header"><h1>Vans and Caravans Forum</h1><ul class="linklist">${links(["Board index", "FAQ", "Register", "Login"])}</ul></div><div id="page-body"><h2 class="topic-title"><a href="/t">Brisk 400 heater goes out after a minute</a></h2><div class="pagination">4 posts • Page 1 of 1</div>${posts
    .map(
      (text, i) =>
        `<div class="post bg${(i % 2) + 1}"><dl class="postprofile"><dt><a href="/u/${i}">${["marigold", "oldtimer", "Stoker_Jan", "marigold"][i]}</a></dt><dd>Posts: ${[12, 1044, 310, 13][i]}</dd><dd>Joined: Sat Jan 0${i + 1}, 2028 9:12 am</dd></dl><div class="postbody"><h3><a href="#p${i}">Re: Brisk 400 heater goes out after a minute</a></h3><p class="author">by <b>${["marigold", "oldtimer", "Stoker_Jan", "marigold"][i]}</b> » Tue Dec 0${i + 2}, 2030 7:1${i} pm</p><div class="content">${text}</div>${i === 1 ? '<div class="signature">1998 Halvorsen, 310,000 km and counting</div>' : ""}</div></div>`,
    )
    .join(
      "",
    )}<div class="jumpbox"><ul>${links(["Return to Heating", "Engines", "Electrics", "For sale"])}</ul></div><h3>Who is online</h3><p>Users browsing this forum: No registered users and 3 guests</p></div></div></body></html>`,
  gold: posts,
};

const question = [
  "I keep a list of river levels, one row a day, and I want the rows in which the level rose three days in a row. My query gives every day of the rise, but I only want the third.",
  "What I have so far looks at one day before and cannot look further back:",
];
const sql = "select day, level from river r\nwhere level > (select level from river where day = r.day - 1)";
const answers = [
  "Use a window function. lag() looks back as many rows as you ask for, so you can compare four levels in one row and keep the day on which all three steps go up.",
  "The inner query is needed because a window function may not stand in the where clause.",
  "If your table has gaps, join on the date instead of counting rows. Otherwise a missing day makes two rises look like neighbours.",
];
const sqlAnswer =
  "select day, level from (\n  select *, lag(level, 1) over w a, lag(level, 2) over w b, lag(level, 3) over w c\n  from river window w as (order by day)\n) t where level > a and a > b and b > c";
const qa: KindPage = {
  kind: "question and answers",
  url: "https://ask.example/questions/88123/three-rises-in-a-row",
  title: "Find the third rise in a row in a table of levels",
  html: `<html><head><title>sql - Find the third rise in a row in a table of levels - Ask the Desk</title><meta property="og:title" content="Find the third rise in a row in a table of levels"></head><body class="question-page"><header class="s-topbar"><a href="/">Ask the Desk</a><form><input></form><ol>${links(["Log in", "Sign up"])}</ol></header><div class="container"><div id="left-sidebar"><ol>${links(["Home", "Questions", "Tags", "Users", "Unanswered"])}</ol></div><div id="content"><div id="question-header"><h1><a href="/questions/88123">Find the third rise in a row in a table of levels</a></h1><a href="/ask">Ask Question</a></div><div class="grid"><div>Asked <time datetime="2031-02-11">3 months ago</time></div><div>Viewed 1k times</div></div><div id="mainbar"><div class="question"><div class="votecell"><button>Up</button><div>7</div><button>Down</button></div><div class="postcell"><div class="s-prose js-post-body">${p(...question)}<pre><code>${sql}</code></pre></div><div class="post-taglist"><a href="/t/sql">sql</a> <a href="/t/window">window-functions</a></div><div class="user-info">asked Feb 11 at 9:20 <a href="/u">weir_watcher</a> 1,204 reputation</div></div></div><div id="answers"><h2>2 Answers</h2><div class="answer"><div class="votecell"><div>11</div></div><div class="answercell"><div class="s-prose js-post-body"><p>${answers[0]}</p><pre><code>${sqlAnswer}</code></pre><p>${answers[1]}</p></div><div class="user-info">answered Feb 11 at 10:02 <a href="/u">Odo Flint</a></div></div></div><div class="answer"><div class="votecell"><div>3</div></div><div class="answercell"><div class="s-prose js-post-body"><p>${answers[2]}</p></div><div class="user-info">answered Feb 12 at 7:45 <a href="/u">mads</a></div></div></div></div><h2>Your Answer</h2><form><textarea></textarea><p>By clicking “Post Your Answer”, you agree to our terms of service and acknowledge you have read our privacy policy.</p></form></div><div id="sidebar"><h4>Related</h4>${[1, 2, 3, 4].map((n) => `<div class="spacer"><a href="/q/${n}">${n * 3}</a> <a href="/q/${n}">How do I count runs of equal values in column number ${n}?</a></div>`).join("")}<h4>Hot Network Questions</h4><ul>${links(["Why do cats sit on maps?", "Is a tied anchor still an anchor?"])}</ul></div></div></div></body></html>`,
  gold: [...question, sql, answers[0] ?? "", sqlAnswer, answers[1] ?? "", answers[2] ?? ""],
  optional: ["2 Answers"],
};

const listicle: KindPage = {
  kind: "numbered list of places",
  url: "https://oxmoor.example/travel/five-bathing-places",
  title: "Five bathing places you reach without a car",
  html: skins.paper(
    "Five bathing places you reach without a car",
    `<meta property="article:published_time" content="2031-07-01T06:00:00Z">`,
    `<div class="meta"><span class="author">Jory Penn</span> <time datetime="2031-07-01">1 July 2031</time></div><div class="story-body"><p>The car parks at the coast are full by nine. These five places have a stop within ten minutes' walk, and most of them have shade.</p>${[
      [
        "1. Tarn Steps",
        "Bus 14 stops at the chapel. The steps lead into deep water at once, so this is no place for small children, but the view over the sound is the best of the five.",
      ],
      [
        "2. Gannet Pool",
        "A basin cut into the rock in 1908 and filled by every tide. Changing huts cost two crowns and close at six.",
      ],
      ["3. Long Meadow", "Take the train to Fennick and follow the river. The grass is cut on Fridays and crowded on Sundays."],
      [
        "4. Old Quarry",
        "The water is cold until August and clear all year. Jumping from the western wall is forbidden and everyone does it.",
      ],
      ["5. Mill Weir", "Shallow, slow and full of dragonflies. Ice cream comes on a bicycle at four o'clock, if it comes."],
    ]
      .map(
        ([h, t], i) =>
          `<h2>${h}</h2><figure><img src="/i${i}.jpg" alt=""><figcaption>Photo: Herald archive</figcaption></figure><p>${t}</p>${i === 1 ? '<div class="ad-slot"><span>Advertisement</span></div>' : ""}`,
      )
      .join("")}</div>`,
    `<section class="more"><h3>More from Places</h3><div class="card"><a href="/a"><h4>The night train that nobody cancelled</h4><p>It has run for 61 years, and its conductor knows every passenger by name.</p></a></div><div class="card"><a href="/b"><h4>Where to sleep for less than forty crowns</h4><p>Seven houses on the coast with clean sheets and no lobby.</p></a></div></section>`,
  ),
  gold: [
    "The car parks at the coast are full by nine. These five places have a stop within ten minutes' walk, and most of them have shade.",
    "1. Tarn Steps",
    "Bus 14 stops at the chapel. The steps lead into deep water at once, so this is no place for small children, but the view over the sound is the best of the five.",
    "2. Gannet Pool",
    "A basin cut into the rock in 1908 and filled by every tide. Changing huts cost two crowns and close at six.",
    "3. Long Meadow",
    "Take the train to Fennick and follow the river. The grass is cut on Fridays and crowded on Sundays.",
    "4. Old Quarry",
    "The water is cold until August and clear all year. Jumping from the western wall is forbidden and everyone does it.",
    "5. Mill Weir",
    "Shallow, slow and full of dragonflies. Ice cream comes on a bicycle at four o'clock, if it comes.",
  ],
  byline: ["Jory Penn"],
  date: "2031-07-01",
};

const howToSteps = [
  "Turn off the water at the main valve and open the tap until it runs dry.",
  "Lift the cap with a knife, undo the screw beneath it and pull the handle off.",
  "Unscrew the brass head with a 17 mm spanner, turning it to the left.",
  "Lever out the old washer and press in the new one, flat side up.",
  "Put everything back in reverse order and open the valve slowly.",
];
const howTo: KindPage = {
  kind: "how-to with steps and warnings",
  url: "https://mend.example/guides/dripping-tap",
  title: "How to stop a dripping tap",
  html: `<!doctype html><html lang="en"><head><title>How to stop a dripping tap | Mend It Yourself</title><meta property="og:title" content="How to stop a dripping tap"></head><body><header class="header"><a href="/">Mend It Yourself</a><nav>${links(["Guides", "Tools", "Parts", "Forum"])}</nav></header><nav class="breadcrumbs"><a href="/">Home</a> › <a href="/guides">Guides</a> › Plumbing</nav><main class="guide"><h1>How to stop a dripping tap</h1><div class="facts"><span>Difficulty: easy</span><span>Time: 20 minutes</span></div><p class="intro">A tap that drips once a second wastes some 8,000 litres a year. In nine cases out of ten a washer for thirty pence stops it.</p><h2>What you need</h2><ul class="tools"><li>a 17 mm spanner</li><li>a blunt knife</li><li>a half-inch washer</li></ul><h2>Steps</h2>${howToSteps.map((s, i) => `<section class="step"><h3>Step ${i + 1}</h3><img src="/s${i}.jpg" alt="Step ${i + 1}"><p>${s}</p></section>`).join("")}<div class="callout warning"><p>Never use force on old lead pipes: they bend before they break, and then they break.</p></div></main><section class="comments-section"><h2>Comments (2)</h2><div class="comment"><b>Rolf</b><p>Worked a treat, and I have two left hands.</p></div><div class="comment"><b>Ines</b><p>My head was 19 mm, measure before you buy.</p></div></section><aside class="related-guides"><h2>Related guides</h2><a href="/g1">How to bleed a radiator</a><a href="/g2">How to unblock a sink</a></aside><footer>© Mend It Yourself 2031</footer></body></html>`,
  gold: [
    "A tap that drips once a second wastes some 8,000 litres a year. In nine cases out of ten a washer for thirty pence stops it.",
    "What you need",
    "a 17 mm spanner",
    "a blunt knife",
    "a half-inch washer",
    "Steps",
    ...howToSteps.flatMap((s, i) => [`Step ${i + 1}`, s]),
    "Never use force on old lead pipes: they bend before they break, and then they break.",
  ],
  optional: ["Difficulty: easy", "Time: 20 minutes", "Difficulty: easyTime: 20 minutes", "Difficulty: easy Time: 20 minutes"],
};

const faqRows: readonly (readonly [string, string])[] = [
  [
    "Who has to register?",
    "Everyone who rents out a room for more than thirty nights a year, whether through a platform or by word of mouth.",
  ],
  ["What does it cost?", "The first registration is free. After that the town asks for 25 crowns every two years."],
  [
    "What happens if I forget?",
    "You get one reminder. From the second month on, the fine is 10 crowns a day, up to a limit of 900.",
  ],
  ["Can my landlord object?", "Yes, within four weeks, and only for a reason that the statute names."],
];
const faq: KindPage = {
  kind: "explainer in questions, collapsed",
  url: "https://herald.example/2031/01/rooms-explained",
  title: "Room register: what changes on 1 February",
  html: skins.paper(
    "Room register: what changes on 1 February",
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Room register: what changes on 1 February","datePublished":"2031-01-28T10:00:00Z","author":[{"@type":"Person","name":"Sunniva Holm"},{"@type":"Person","name":"Per Aske"}]}</script>`,
    `<p class="byline">By Sunniva Holm and Per Aske</p><p class="lead">From 1 February every room that is let to guests needs a number. We answer the questions that readers sent us.</p>${faqRows.map(([q, a]) => `<details><summary>${q}</summary><p>${a}</p></details>`).join("")}<p>Forms are at the town hall and, from Monday, on the town's website.</p>`,
  ),
  gold: [
    "From 1 February every room that is let to guests needs a number. We answer the questions that readers sent us.",
    ...faqRows.flat(),
    "Forms are at the town hall and, from Monday, on the town's website.",
  ],
  byline: ["Sunniva Holm", "Per Aske"],
  date: "2031-01-28",
};

const changes = [
  "Search now finds words inside attachments.",
  "Exports keep the order of columns.",
  "The clock of the status bar shows the zone of the workspace.",
];
const fixes = ["Pasting from spreadsheets no longer doubles the last row.", "Dark mode remembers itself after a restart."];
const changelog: KindPage = {
  kind: "release notes",
  url: "https://northbound.example/changelog/4-2",
  title: "Ledgerly 4.2",
  html: skins.hashed(
    "Ledgerly 4.2",
    "",
    `<div class="css-d8">Released June 3, 2031</div><p>This release is about finding things. It took us four months and one rewritten index, and it makes search about nine times as fast on large workspaces.</p><h2>New</h2><ul>${items(changes)}</ul><h2>Fixed</h2><ul>${items(fixes)}</ul><p>Workspaces on the old index are moved over night; their owners have nothing to do.</p>`,
    `<div class="css-cta"><div>Try Ledgerly for free</div><div>No card needed. Cancel whenever you like.</div><a href="/signup">Start your trial</a></div>`,
  ),
  gold: [
    "This release is about finding things. It took us four months and one rewritten index, and it makes search about nine times as fast on large workspaces.",
    "New",
    ...changes,
    "Fixed",
    ...fixes,
    "Workspaces on the old index are moved over night; their owners have nothing to do.",
  ],
  date: "2031-06-03",
};

export const tradePages: readonly KindPage[] = [recipe, review, tutorial, forum, qa, listicle, howTo, faq, changelog];
