import { expect, test } from "vitest";
import { findMetaRefresh, parseRefresh } from "../../src/http/meta-refresh.ts";

const here = "https://quay.example/news/today.html";
const find = (html: string, url = here) => findMetaRefresh(new TextEncoder().encode(html), url);
const page = (content: string, body = "") => `<html><head><meta http-equiv="refresh" content="${content}"></head><body>${body}`;

test.each([
  ["0;url=/next", 0, "/next"],
  ["5; URL='next.html'", 5, "next.html"],
  ['  3.9 , url = "a b" trailing', 3, "a b"],
  ["0 next", 0, "next"],
  [".5;url=/x", 0, "/x"],
  ["30", 30, null],
  ["0;", 0, null],
  ["0;url=", 0, null],
])("%s is read as the standard says", (content, delaySeconds, target) => {
  expect(parseRefresh(content)).toEqual({ delaySeconds, target });
});

test.each(["", "soon", ";url=/x", "5x/next", "-1;url=/x"])("%s is no refresh", (content) => {
  expect(parseRefresh(content)).toBeNull();
});

test("an interstitial page leads to its target, resolved against the page or its base", () => {
  expect(find(page("0;url=../story.html", "<p>You are being redirected.</p>"))).toBe("https://quay.example/story.html");
  expect(find(`<base href="https://other.example/a/">${page("1; url=b")}`)).toBe("https://other.example/a/b");
});

test("what is meant for readers without scripts is meant for us", () => {
  expect(find(`<script>${"go();".repeat(500)}</script><noscript>${page("0;url=/plain")}</noscript>`)).toBe(
    "https://quay.example/plain",
  );
});

test("a page with text of its own is read, wherever it wants to go", () => {
  const words = "The harbour council met on Tuesday and spoke for a long while about the wall. ".repeat(5);
  expect(find(page("0;url=/next", `<p>${words}`))).toBeNull();
  expect(find(page("0;url=/next", `<script>${words}</script><style>${words}</style>`))).toBe("https://quay.example/next");
});

test("a page that waits, reloads itself or leads out of the web is read", () => {
  expect(find(page("300;url=/next"))).toBeNull();
  expect(find(page("6;url=/next"))).toBeNull();
  expect(find(page("5"))).toBeNull();
  expect(find(page(`0;url=${here}#top`))).toBeNull();
  expect(find(page("0;url=javascript:alert(1)"))).toBeNull();
  expect(find(page("0;url=file:///etc/passwd"))).toBeNull();
  expect(find(page("0;url=http://["))).toBeNull();
});

test("a refresh in a comment or a script is none", () => {
  expect(find(`<!-- ${page("0;url=/x")} -->`)).toBeNull();
  expect(find(`<script>'${page("0;url=/x")}'</script>`)).toBeNull();
});

test("bytes that are no page, and pages larger than an interstitial, cost nothing", () => {
  expect(findMetaRefresh(new Uint8Array(), here)).toBeNull();
  expect(find(page("0;url=/x", "<i></i>".repeat(20_000)))).toBeNull();
});

test("the deepest page that is looked at does not overflow the stack", () => {
  expect(find(`${page("0;url=/x")}${"<b>".repeat(21_000)}`)).toBe("https://quay.example/x");
});
