/** Invented pages of many kinds, each with the text that a reader would call its article. */

export interface KindPage {
  readonly kind: string;
  readonly url: string;
  readonly html: string;
  /** The lines of the article, in order, without the headline. */
  readonly gold: readonly string[];
  /** Lines that may be there or not: captions, times of entries, a company's description of itself. */
  readonly optional?: readonly string[];
  readonly title: string;
  readonly byline?: readonly string[];
  readonly date?: string;
}

export const p = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("\n");
export const items = (lines: readonly string[]): string => lines.map((line) => `<li>${line}</li>`).join("");
export const links = (texts: readonly string[], path = "/x"): string =>
  texts.map((text, i) => `<li><a href="${path}/${i}">${text}</a></li>`).join("");

const MENU = ["Home", "News", "Places", "Money", "Culture", "Shop", "Help"];
const CARDS = [
  "Lighthouse keepers of Tarn Point keep a diary for a hundred years",
  "Why the council sold its last tram and what came after",
  "Six walks for people who dislike walking",
  "A baker, a bank and the longest queue in town",
];

/** Skins: the same parts around an article, in the markup of different makers. */
export const skins = {
  /** Theme of a blog engine. */
  blog: (title: string, head: string, entry: string, after = "") => `<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>${title} - Marrow &amp; Thyme</title>${head}</head>
<body class="post-template-default single single-post"><div id="page" class="hfeed site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Marrow &amp; Thyme</a></p><nav id="site-navigation"><ul class="menu">${links(MENU)}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main"><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">${title}</h1></header>
<div class="entry-content">${entry}</div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Kitchen</a></span></footer></article>${after}
<nav class="post-navigation"><div class="nav-previous"><a href="/p">A broth for cold days</a></div><div class="nav-next"><a href="/n">What to do with quinces</a></div></nav></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Recent posts</h2><ul>${links(CARDS)}</ul></section><section class="widget widget_text"><h2>About me</h2><p>I cook, write and keep bees above the harbour of Oxmoor. This place is paid for by readers and by nobody else.</p></section></aside></div>
<footer id="colophon" class="site-footer"><p>Proudly made by hand. All recipes may be printed for your own kitchen.</p></footer></div></body></html>`,

  /** Utility classes only: nothing in the names tells what a box is for. */
  utility: (
    title: string,
    head: string,
    main: string,
    after = "",
  ) => `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head>
<body class="bg-white text-gray-900 antialiased"><div class="flex h-16 items-center justify-between px-6"><a class="font-bold" href="/">Oxmoor Today</a><div class="hidden md:flex gap-4">${MENU.map((m) => `<a class="text-sm" href="/${m}">${m}</a>`).join("")}</div></div>
<div class="mx-auto max-w-7xl grid grid-cols-12 gap-8"><div class="col-span-8"><h1 class="text-4xl font-bold tracking-tight">${title}</h1>${main}${after}</div>
<div class="col-span-4 space-y-6"><div class="text-lg font-semibold">Popular this week</div>${CARDS.map((c, i) => `<div class="flex gap-3"><img src="/t${i}.jpg" class="h-16 w-16 rounded" alt=""><a href="/c/${i}" class="text-sm font-medium">${c}</a></div>`).join("")}<div class="rounded-xl bg-gray-50 p-6"><div class="font-semibold">The morning note</div><div class="text-sm">Five stories before breakfast, on weekdays.</div><button class="mt-4">Join</button></div></div></div>
<div class="border-t py-10 text-xs text-gray-500">Oxmoor Today is a member of the Press Forum of the Isles. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></body></html>`,

  /** A newspaper's markup with rails. */
  paper: (title: string, head: string, body: string, after = "", lang = "en") => `<!DOCTYPE html>
<html lang="${lang}"><head><title>${title} | The Tarn Point Herald</title><meta property="og:site_name" content="The Tarn Point Herald"><meta property="og:title" content="${title}">${head}</head><body>
<div class="top-bar"><ul>${links(["Sign in", "Subscribe", "e-Paper"])}</ul></div><header role="banner"><a href="/" class="logo">The Tarn Point Herald</a><nav><ul>${links(MENU)}</ul></nav></header>
<main><article><h1 class="headline">${title}</h1>${body}</article>${after}</main>
<aside class="rail"><h3>Most read</h3><ol>${links(CARDS)}</ol></aside>
<footer><ul>${links(["About", "Contact", "Terms", "Jobs"])}</ul><p>© 2031 Tarn Point Newspapers Ltd. All rights reserved.</p></footer></body></html>`,

  /** Layout tables, font tags, line breaks: a page from long ago that is still served. */
  old: (title: string, body: string) =>
    `<html><head><title>${title}</title></head><body bgcolor="#ffffff"><table width="760" border="0"><tr><td colspan="2"><font size="6">Valley Gazette</font></td></tr><tr><td width="140" valign="top"><a href="/">Front page</a><br><a href="/farm">Farm</a><br><a href="/school">School</a><br><a href="/church">Church</a><br><a href="/ads">Small ads</a></td><td valign="top"><font size="5"><b>${title}</b></font><br><br>${body}</td></tr><tr><td colspan="2"><center><font size="1">Valley Gazette, 4 Mill Street. Comments to the <a href="mailto:editor@valley.example">editor</a>.</font></center></td></tr></table></body></html>`,

  /** Generated class names of a component library. */
  hashed: (title: string, head: string, body: string, after = "") =>
    `<!doctype html><html lang="en"><head><title>${title} · Northbound</title>${head}</head><body><div id="root"><div class="css-1q2w3e"><div class="css-9a8b7c"><a class="css-z1" href="/">Northbound</a>${MENU.map((m) => `<a class="css-z2" href="/${m}">${m}</a>`).join("")}</div><div class="css-k3j4"><div class="css-p0o9"><h1 class="css-h1h1">${title}</h1>${body}</div>${after}</div><div class="css-f00t"><div class="css-z5">Northbound Media, 2 Quay Road</div><a class="css-z2" href="/t">Terms of use</a></div></div></div></body></html>`,
} as const;
