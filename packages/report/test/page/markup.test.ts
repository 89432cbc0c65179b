import { describe, expect, test } from "vitest";
import { escapeText, html, plain, safeUrl } from "../../src/page/markup.ts";

describe("html", () => {
  test("text and attributes are escaped, nested markup is not escaped twice", () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(html`<p title="${hostile}">${hostile}${html`<b>${"<i>"}</b>`}</p>`.markup).toBe(
      `<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;<b>&lt;i&gt;</b></p>`,
    );
  });

  test("nothing is written for null, undefined and false, and zero is written", () => {
    expect(html`<p>${null}${undefined}${false}${0}${["a", "b"]}</p>`.markup).toBe("<p>0ab</p>");
  });
});

describe("invisible characters", () => {
  test("bidirectional controls are shown, not obeyed", () => {
    const shown = escapeText("a\u202eb\u2066c\u200fd");
    expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
    expect(shown).toContain("RLO");
    expect(shown).toContain("RLM");
  });

  test("they are dropped where nothing can be shown, in attributes and titles", () => {
    expect(plain("a\u202eb\u0000c\ud800d")).toBe("abc\ufffdd");
    expect(html`<p title="${"a\u202eb"}"></p>`.markup).toBe(`<p title="ab"></p>`);
  });

  test("joiners that words of other scripts need are kept", () => {
    expect(escapeText("می\u200cخواهم 👩\u200d🚒")).toBe("می\u200cخواهم 👩\u200d🚒");
  });
});

describe("safeUrl", () => {
  test("only http and https lead anywhere", () => {
    expect(safeUrl("https://a.example/x?y=1")).toBe("https://a.example/x?y=1");
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "/relative",
      "",
      " \u0000javascript:alert(1)",
      null,
    ])
      expect(safeUrl(url)).toBeNull();
  });
});
