import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";

const TEXT = [
  "The harbour board voted 7-2 on Tuesday night to replace the swing bridge at Keldmouth, ending an argument that has outlived three chairmen.",
  "The new bridge will cost 31.5 million marks and open to traffic in the spring of 2034, according to documents presented at the meeting.",
  "About 9,400 vehicles cross the bridge each day, most of them lorries bound for the fish market. They will be sent round by Tolley.",
  "The fishermen's union said it would accept the detour if the market opened an hour later. The board is to answer by May.",
] as const;

/** What is kept of `between` (after the second paragraph) and `after` (behind the last). */
function keptOf(between: string, after = ""): string[] {
  const [a, b, c, d] = TEXT;
  const html = `<html><head><title>Board votes for bridge</title></head><body><main><h1>Board votes for bridge</h1><div class="txt"><p>${a}</p><p>${b}</p>${between}<p>${c}</p><p>${d}</p>${after}</div></main></body></html>`;
  const lines = extractArticle(html, { url: "https://courier.example/a" }).text.split("\n");
  expect(lines).toEqual(expect.arrayContaining([...TEXT]));
  return lines.filter((line) => !TEXT.some((own) => own === line));
}

describe("boxes around a button", () => {
  it.each([
    [
      "a quiz",
      "<div><h4>Test yourself: how well do you know bridges?</h4><div>Which is the longest?</div><button>Keld</button></div>",
    ],
    [
      "a poll",
      "<div><h3>Poll: Would you cross it?</h3><ul><li>Yes</li><li>No</li></ul><button>Vote</button><p>2,314 votes</p></div>",
    ],
    [
      "an appeal",
      "<div><b>Independent since 1911</b><p>Our readers pay for this page. You can, too.</p><button>Give now</button></div>",
    ],
    ["a letter", "<div><h4>El puerto en tu correo</h4><p>Cada mañana, lo más importante.</p><button>Suscribirme</button></div>"],
  ])("go: %s", (_, box) => {
    expect(keptOf(box)).toEqual([]);
  });

  it("go behind the first lines of a page for subscribers, even where they are longer than those", () => {
    const wall =
      "<div class='barrier'><h3>This article is for subscribers only</h3><p>Get unlimited access to everything we publish for 1 mark in the first month.</p><ul><li>All articles on web and app</li><li>Cancel at any time</li></ul><button>Choose your plan</button><p>Already a subscriber? <a href='/login'>Log in</a></p></div>";
    const html = `<html><head><title>The vote</title></head><body><article><h1>The vote</h1><div><p>${TEXT[0]}</p><p>${TEXT[1]}</p></div>${wall}</article></body></html>`;
    expect(extractArticle(html, { url: "https://courier.example/b" }).text.split("\n")).toEqual([TEXT[0], TEXT[1]]);
  });

  it("stay where they are a quotation, or questions in a row", () => {
    const said = "“At some point you are paying for a wall,” the chairwoman said in the evening, and sat down.";
    expect(keptOf(`<div><p>${said}</p><button>Share</button></div>`)).toEqual([said]);
    const lines = [
      "When does work begin?",
      "Work begins in October, after the season, and ends in spring.",
      "Who pays?",
      "The county pays two thirds and the harbour office the rest of it.",
    ];
    const [q1, a1, q2, a2] = lines;
    const questions = `<div><div class="i"><button>${q1}</button><div><p>${a1}</p></div></div><div class="i"><button>${q2}</button><div><p>${a2}</p></div></div></div>`;
    expect(keptOf(questions)).toEqual(lines);
  });
});

describe("lines by their form", () => {
  it.each([
    ["data of an embed", '<div>{"providerName":"Chirp","providerUrl":"https://chirp.example","thumbnail_width":300}</div>'],
    ["a tag as text", '<p>&lt;a href="https://chirp.example/h?src=hash"&gt;#bridge&lt;/a&gt; is out again &lt;br&gt;</p>'],
    [
      "titles with their length",
      '<ul><li><a href="/1"><span>Bridge opens</span><span>2:10</span></a></li><li><span>Bridge shuts</span><span>1:08:30</span></li></ul>',
    ],
    ["a link in capitals", '<p><a href="/p">SEE ALL PICTURES HERE</a></p>'],
    ["a pointer in a box, Polish", '<div class="w"><span>Zobacz także: Jak działa most</span></div>'],
    ["a pointer in a box, German", '<div class="w">Lesen Sie auch: So funktioniert die Brücke</div>'],
  ])("go: %s", (_, line) => {
    expect(keptOf(line)).toEqual([]);
  });

  it("go at the end: an address set apart from the text", () => {
    expect(keptOf("", "<p><em>Write to the newsroom: desk@courier.example or call 555 0101.</em></p>")).toEqual([]);
  });

  it.each([
    [
      "prose on tags",
      "<p>The page is made with the &lt;a&gt; tag, said the web master.</p>",
      ["The page is made with the <a> tag, said the web master."],
    ],
    ["results", "<ul><li>Marrick 18:42</li><li>Ostwold 18:49</li></ul>", ["Marrick 18:42", "Ostwold 18:49"]],
    ["a heading in capitals", '<h3><a href="#x">WHAT COMES NEXT</a></h3>', ["WHAT COMES NEXT"]],
  ])("stay: %s", (_, line, kept) => {
    expect(keptOf(line)).toEqual(kept);
  });

  it("stay: headings whose anchors are made of their own words", () => {
    const lines = [
      "Comments on the plan",
      "Nine residents commented on the plan, and none of them liked the colour of the railings.",
      "Form of the crossing",
      "The road to Tolley will be widened at a cost of 2.1 million marks, the papers say.",
    ];
    const [h1, p1, h2, p2] = lines;
    expect(
      keptOf(`<h2 id="comments-on-the-plan">${h1}</h2><p>${p1}</p><h2 id="form-of-the-crossing">${h2}</h2><p>${p2}</p>`),
    ).toEqual(lines);
  });
});
