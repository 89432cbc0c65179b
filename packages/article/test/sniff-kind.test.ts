import { describe, expect, it } from "vitest";
import { sniffKind } from "../src/index.ts";

const page = "<!doctype html><html><head><title>Ferry</title></head><body><p>It sails.</p></body></html>";

describe("sniffKind", () => {
  it.each([
    [page, "text/plain"],
    [`\uFEFF\n${page}`, "text/plain; charset=utf-8"],
    [`<!-- made by hand -->\n${page}`, "text/plain"],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It sails.</p></body></html>', "text/plain"],
    ["<p>The ferry sails again.</p>\n<p>It takes no cars.</p>", "text/plain"],
    ["<div class=story><p>The ferry sails again.</p></div>", "text/markdown"],
    [page, "application/octet-stream"],
    [page, "html"],
    [page, undefined],
    ["It sails.", "text/html"],
  ])("sees a page in %j served as %s", (text, type) => {
    expect(sniffKind(text, type)).toBe("html");
  });

  it.each([
    ["The ferry sails again.\n\nIt takes no cars.", "text/plain"],
    ["The <p> tag begins a paragraph, and </p> ends it.", "text/plain"],
    ["Wrap your text in <html> and <body>, the manual says.", undefined],
    ["<p> is how a paragraph begins in HTML, she explained to the class.", "text/plain"],
    ["5 < 7 and 9 > 3", undefined],
  ])("sees a text in %j served as %s", (text, type) => {
    expect(sniffKind(text, type)).toBe("text");
  });
});
