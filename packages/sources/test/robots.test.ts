import { expect, test } from "vitest";
import { readRobots } from "../src/robots.ts";

const allows = (text: string, path: string, agent = "quaybot") => readRobots(text, agent).allows(`https://quay.example${path}`);

test("the example of RFC 9309, section 5.1: groups, several agents, an empty rule", async () => {
  const text = [
    "User-Agent: *",
    "Disallow: *.gif$",
    "Disallow: /example/",
    "Allow: /publications/",
    "",
    "User-Agent: foobot",
    "Disallow:/",
    "Allow:/example/page.html",
    "Allow:/example/allowed.gif",
    "",
    "User-Agent: barbot",
    "User-Agent: bazbot",
    "Disallow: /example/page.html",
    "",
    "User-Agent: quxbot",
  ].join("\n");
  expect(await allows(text, "/example/page.html", "foobot")).toBe(true);
  expect(await allows(text, "/example/allowed.gif", "foobot")).toBe(true);
  expect(await allows(text, "/", "foobot")).toBe(false);
  expect(await allows(text, "/example/page.html", "barbot")).toBe(false);
  expect(await allows(text, "/example/page.html", "bazbot")).toBe(false);
  expect(await allows(text, "/example/other.html", "bazbot")).toBe(true);
  expect(await allows(text, "/anything.gif", "quxbot")).toBe(true);
  expect(await allows(text, "/a.gif")).toBe(false);
  expect(await allows(text, "/a.gif?x")).toBe(true);
  expect(await allows(text, "/publications/a")).toBe(true);
});

test("RFC 9309, section 5.2: the longest match wins", async () => {
  const text = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif";
  expect(await allows(text, "/example/page/disallowed.gif", "foobot")).toBe(false);
  expect(await allows(text, "/example/page/", "foobot")).toBe(true);
});

test.each([
  // Of two rules of one length the one that allows wins; the order of lines is nothing.
  ["user-agent: q\ndisallow: /p\nallow: /p", "/p", true],
  ["user-agent: q\nallow: /page\ndisallow: /*.html", "/page.html", false],
  ["user-agent: q\nallow: /$\ndisallow: /", "/", true],
  ["user-agent: q\nallow: /$\ndisallow: /", "/page", false],
  ["user-agent: q\ndisallow: /fish*.php", "/fishheads/catfish.php?parameters", false],
  ["user-agent: q\ndisallow: /fish*.php", "/Fish.PHP", true],
  ["user-agent: q\ndisallow: /*.php$", "/windows.PHP", true],
  ["user-agent: q\ndisallow: /*.php$", "/file.php?x", true],
  ["user-agent: q\ndisallow: /*.php$", "/file.php/other.php", false],
  ["user-agent: q\ndisallow: /a*b*c$", "/a-b-c-b-c", false],
  ["user-agent: q\ndisallow: /a*b*c$", "/a-c-b", true],
  ["user-agent: q\ndisallow: /x$y", "/x$y/z", false],
  // Escapes and raw characters are one path.
  ["user-agent: q\ndisallow: /foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar", false],
  ["user-agent: q\ndisallow: /bücher", "/b%C3%BCcher/1", false],
  ["user-agent: q\ndisallow: /b%c3%bccher", "/bücher/1", false],
  ["user-agent: q\ndisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false],
  // Agents: case, version numbers, groups apart are one group, agents named together share one.
  ["User-Agent: Q/1.0\ndisallow: /a", "/a", false],
  ["user-agent: q\ndisallow: /a\n\nuser-agent: other\ndisallow: /b\n\nuser-agent: Q\ndisallow: /c", "/c", false],
  ["user-agent: q\ndisallow: /a\n\nuser-agent: other\ndisallow: /b\n\nuser-agent: Q\ndisallow: /c", "/b", true],
  ["user-agent: other\nuser-agent: q\n\ndisallow: /a", "/a", false],
  ["user-agent: *\ndisallow: /\nuser-agent: q\nallow: /", "/x", true],
  ["user-agent: *\ndisallow: /\nuser-agent: qq\nallow: /", "/x", false],
  // Lines that say nothing.
  ["disallow: /", "/x", true],
  ["user-agent: q\ndisallow:", "/x", true],
  ["user-agent: q\ndisallow: x", "/x", true],
  ["user-agent: q # comment\ndisallow: /x # comment", "/x", false],
  ["\uFEFFuser-agent: q\r\ndisallow: /x\r\rfoo: bar\r", "/x/y", false],
  ["user-agent q\ndisallow /x", "/x", false],
  ["<html><body>Not found: here</body></html>", "/x", true],
  ["user-agent: q\nunknown: /x\ndisallow: /robots.txt", "/robots.txt", true],
  ["user-agent: q\nsitemap: /s\nuser-agent: r\ndisallow: /x", "/x", false],
])("%j allows %s: %s", async (text, path, expected) => {
  expect(await allows(text, path, "q")).toBe(expected);
});

test("crawl-delay is the group's own, and bounded; sitemaps belong to everybody", () => {
  const text =
    "User-agent: *\nCrawl-delay: 9\nSitemap: https://quay.example/a.xml\nUser-agent: q\nCrawl-delay: 2.5\nSitemap: /b.xml";
  expect(readRobots(text, "q")).toMatchObject({ crawlDelaySeconds: 2.5, sitemaps: ["https://quay.example/a.xml", "/b.xml"] });
  expect(readRobots(text, "r").crawlDelaySeconds).toBe(9);
  expect(readRobots("user-agent: *\ncrawl-delay: 86400", "q").crawlDelaySeconds).toBe(60);
  expect(readRobots("user-agent: *\ncrawl-delay: soon", "q").crawlDelaySeconds).toBe(0);
});

test("twelve thousand wildcard rules, and rules made to be slow, are read and matched in bounded time", async () => {
  const many = Array.from({ length: 12_000 }, (_, n) => `Disallow: /*/section-${n}/*?page=*&id=${n}$`).join("\n");
  const slow = Array.from({ length: 2000 }, () => `Disallow: ${"*a".repeat(32)}b$`).join("\n");
  const rules = readRobots(`User-agent: *\n${many}`, "q");
  const hostile = readRobots(`User-agent: *\n${slow}`, "q");
  let pauses = 0;
  await rules.allows("/news/1", async () => {
    pauses += 1;
  });
  expect(pauses).toBe(12);
  const before = process.cpuUsage();
  for (let n = 0; n < 20; n += 1) expect(await rules.allows(`/news/2031/03/04/${n}/a-long-headline-of-a-page?x=1`)).toBe(true);
  expect(await hostile.allows(`/${"a".repeat(4000)}`)).toBe(true);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(10_000);
});
