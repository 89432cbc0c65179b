import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractArticle, REMOVAL_REASONS } from "../src/index.ts";
import type { RemovalReason } from "../src/reasons.ts";
import { AUTHOR_BOX, COMMENTS, NEWSLETTER, newsPage, PARAGRAPHS, RELATED_LIST } from "./fixtures/pages.ts";

describe("docs/removal-reasons.md", () => {
  it("explains every reason the code has, and no other", () => {
    const page = readFileSync(new URL("../../../docs/removal-reasons.md", import.meta.url), "utf8");
    const documented = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual([...REMOVAL_REASONS].sort());
  });
});

/** Everything at once: each line that is cut, with what a reader of `removed` should be told. */
const TABLE: readonly (readonly [reason: RemovalReason, text: string])[] = [
  ["navigation", "Weather"],
  ["kicker", "Harbour life"],
  ["headline", "Garrow ferry returns after four months"],
  ["byline", "By Nell Varga"],
  ["date", "5 September 2024, 16:20"],
  ["share", "Share on Facebook"],
  ["caption", "The new ramp, seen from the eastern quay on Thursday."],
  ["advertisement", "Advertisement"],
  ["related", "READ MORE: Storm tears ramp from the eastern quay"],
  ["widget", "3 / 12"],
  ["separator", "* * *"],
  ["duplicate", PARAGRAPHS[1]],
  ["author-box", "Nell Varga is a reporter for the Courier who covers the harbour and the islands. Follow her on Twitter."],
  ["newsletter", "Sign up for our newsletter"],
  ["related", "Islanders protest against the ferry's long absence"],
  ["tags", "Ferries"],
  ["comments", "They should have asked those of us who know the sea bed."],
  ["form", "Send"],
  ["sidebar", "Bakery fire: what we know about the night in Mill Lane"],
  ["footer", "© 2024 The Hollowmere Courier. All rights reserved."],
  ["hidden", "Close this window to go on to the page"],
];

describe("reasons on a page with everything", () => {
  const { removed, text } = extractArticle(
    newsPage({
      beforeBody: `<div class="share-bar"><a href="#">Share on Facebook</a></div><div>Harbour life</div><figure><img src="a.jpg" alt=""><figcaption>The new ramp, seen from the eastern quay on Thursday.</figcaption></figure><div class="gallery-count">3 / 12</div>`,
      inBody: `<div class="ad">Advertisement</div><p><a href="/s">READ MORE: Storm tears ramp from the eastern quay</a></p><p>* * *</p><p>${PARAGRAPHS[1]}</p><div class="ad-unit"><pre>ramp.lift(4.2)</pre></div>`,
      afterBody: `${AUTHOR_BOX}${NEWSLETTER}${RELATED_LIST}<ul class="tags"><li><a href="/t">Ferries</a></li></ul>${COMMENTS}<form><button>Send</button></form><div hidden>Close this window to go on to the page</div>`,
    }),
  );

  it.each(TABLE)("%s: %s", (reason, line) => {
    expect(removed.filter((one) => one.text === line).map((one) => one.reason)).toContain(reason);
  });

  it("never calls code an advertisement, and leaves the article whole", () => {
    expect(removed.filter((one) => one.text.startsWith("ramp.lift") && one.reason === "advertisement")).toEqual([]);
    expect(text.split("\n").filter((line) => !line.startsWith("ramp.lift"))).toEqual([...PARAGRAPHS]);
  });
});

/** Lines whose box is named for something that their words are not. */
const MISNAMED: readonly (readonly [line: string, reason: RemovalReason, html: string])[] = [
  ["© 2031 Saltby Post. All rights reserved.", "legal", '<div class="credits">© 2031 Saltby Post. All rights reserved.</div>'],
  [
    "Copyright Oxmoor Media Ltd 2031",
    "legal",
    '<div class="source"><p>Copyright Oxmoor Media Ltd 2031</p></div><div class="wp-block">x1</div>',
  ],
  [
    "By posting here you agree to the rules of the house",
    "after-article",
    "<p>By posting here you agree to the rules of the house</p>",
  ],
  [
    "Six walks for people who dislike walking",
    "related",
    '<div class="promo"><a href="/w">Six walks for people who dislike walking</a></div>',
  ],
  ["0451 20 30 40", "after-article", '<div class="follow"><span>0451 20 30 40</span></div>'],
  ["Home > Harbour > Ferries", "navigation", '<div class="category">Home > Harbour > Ferries</div>'],
  [
    "Critical, and on nobody's side",
    "after-article",
    '<div class="elementor-widget"><p>Critical, and on nobody\'s side</p></div>',
  ],
  ["4:53", "widget", '<div class="video-card"><span>4:53</span></div>'],
  ["Overall 8.2", "after-article", '<div class="vote"><span>Overall 8.2</span></div>'],
  ["Tides", "tags", '<div class="item-list"><a href="/topic/tides">Tides</a></div>'],
  [
    "By Otto Brack",
    "related",
    '<div class="grid"><p>See more</p><h3><a href="/9">Why the northern bypass will be late again</a></h3><p class="byline">By Otto Brack</p></div>',
  ],
  [
    "by tidewatcher on 7 May",
    "comments",
    '<div class="comments"><div class="comment"><p class="author">by tidewatcher on 7 May</p></div></div>',
  ],
];

describe("a box's name that its words do not bear out", () => {
  it.each(MISNAMED)("%s: %s", (line, reason, html) => {
    const { removed } = extractArticle(newsPage({ afterBody: html }));
    expect(removed.filter((one) => one.text === line).map((one) => one.reason)).toEqual([reason]);
  });
});
