import { expect, test } from "vitest";
import { canonicalAddress, freshSeconds, readPageSigns, robotsTag } from "../src/index.ts";

const page = (head: string, root = "<html>") => `<!doctype html>${root}<head>${head}</head><body><p>x</p></body></html>`;
const signs = (head: string, address = "https://www.ostrand.example/a/ferry-runs-late-4471", root?: string) =>
  readPageSigns(page(head, root), address, [], "quaybot");
const canonical = (href: string, address?: string, root?: string) =>
  signs(`<link rel="canonical" href="${href}">`, address, root).canonical;

test.each([
  ['<meta name="robots" content="noarchive">', ["noarchive"]],
  ['<META NAME="ROBOTS" CONTENT="NOINDEX,FOLLOW">', ["noindex"]],
  ['<meta name="robots" content="none">', ["noindex"]],
  ['<meta name="quaybot" content="noindex, noarchive">', ["noarchive", "noindex"]],
  ['<meta name="otherbot" content="noindex">', []],
  ['<meta name="robots" content="index, follow, max-image-preview:large">', []],
])("reads %s", (head, directives) => {
  expect(signs(head).directives).toEqual(directives);
});

test("a robots meta in the text of a page says nothing", () => {
  const html = '<html><head></head><body><p>x</p><meta name="robots" content="noindex"></body></html>';
  expect(readPageSigns(html, "https://o.example/", [], "quaybot").directives).toEqual([]);
});

test.each([
  ["noarchive", ["noarchive"]],
  ["otherbot: noindex", []],
  ["quaybot: noindex, nofollow", ["noindex"]],
  ["otherbot: noindex, quaybot: noarchive", ["noarchive"]],
  ["unavailable_after: 25 Jun 2031 15:00:00 PST, noarchive", ["noarchive"]],
  ["max-snippet: 50, noindex", ["noindex"]],
])("reads X-Robots-Tag: %s", (value, directives) => {
  expect(robotsTag(value, "quaybot")).toEqual(directives);
});

test.each([
  // What a session, a referrer or a form of the page adds goes.
  ["https://www.ostrand.example/a/ferry-runs-late-4471", "https://www.ostrand.example/a/ferry-runs-late-4471?ito=1"],
  ["https://www.ostrand.example/a/ferry-runs-late-4471", "https://m.ostrand.example/a/ferry-runs-late-4471"],
  ["https://www.ostrand.example/a/ferry-runs-late-4471", "https://www.ostrand.example/amp/a/ferry-runs-late-4471"],
  ["https://www.ostrand.example/harbour/ferry-runs-late-4471", "https://www.ostrand.example/front/ferry-runs-late-4471"],
  ["https://www.ostrand.example/a/late-ferry-4471902", "https://www.ostrand.example/x/4471902"],
])("believes %s of %s", (href, address) => {
  expect(canonical(href, address)).toBe(href);
});

test.each([
  ["https://www.ostrand.example/", "https://www.ostrand.example/a/ferry-runs-late-4471"],
  ["https://www.ostrand.example/a/", "https://www.ostrand.example/a/ferry-runs-late-4471"],
  ["https://www.basin.example/a/ferry-runs-late-4471", "https://www.ostrand.example/a/ferry-runs-late-4471"],
  ["https://www.ostrand.example/a/series", "https://www.ostrand.example/a/series?page=3"],
  ["https://www.ostrand.example/story.php", "https://www.ostrand.example/story.php?id=88231"],
  ["javascript:void(0)", "https://www.ostrand.example/a/ferry-runs-late-4471"],
])("does not believe %s of %s", (href, address) => {
  expect(canonical(href, address)).toBeNull();
});

test("two canonical addresses that disagree are no answer", () => {
  const head = '<link rel="canonical" href="/a/ferry-runs-late-4471"><link rel="canonical" href="/b/ferry-runs-late-4471">';
  expect(signs(head).canonical).toBeNull();
});

test("an AMP page is a twin of the page it names", () => {
  const head = '<link rel="canonical" href="https://www.ostrand.example/a/ferry-late">';
  expect(signs(head, "https://amp.ostrand.example/a/ferry-late", "<html ⚡>")).toMatchObject({ isTwin: true });
  expect(signs(head, "https://www.ostrand.example/a/ferry-late", "<html ⚡>")).toMatchObject({ isTwin: false });
});

test.each([
  ["https://www.google.com/amp/s/ostrand.example/a/ferry", "https://ostrand.example/a/ferry"],
  ["https://ostrand-example.cdn.ampproject.org/c/s/ostrand.example/a/ferry?utm_source=x", "https://ostrand.example/a/ferry"],
  ["https://www.google.com/amp/about", "https://www.google.com/amp/about"],
])("knows %s as %s", (href, address) => {
  expect(canonicalAddress(href)).toBe(address);
});

const headers = { cacheControl: null, expires: null, date: null, age: null };
test.each([
  [{ ...headers, cacheControl: "public, max-age=300" }, 300],
  [{ ...headers, cacheControl: "max-age=300", age: "120" }, 180],
  [{ ...headers, cacheControl: "no-cache, max-age=300" }, 0],
  [{ ...headers, cacheControl: "s-maxage=900" }, null],
  [{ ...headers, expires: "Tue, 04 Mar 2031 10:10:00 GMT", date: "Tue, 04 Mar 2031 10:00:00 GMT" }, 600],
  [{ ...headers, expires: "0" }, 0],
  [headers, null],
])("reads how long an answer keeps: %o", (given, seconds) => {
  expect(freshSeconds(given)).toBe(seconds);
});
