// Damage as pages meet it: cut, spliced, unclosed, deeply nested, repeated, with bombs of attributes, entities and siblings.
const pick = (list, random) => list[Math.floor(random() * list.length)];
const BITS = [
  "<div>",
  "</div>",
  "<p>",
  "</p>",
  "<a href='",
  '"',
  "'",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<style>",
  "<table><tr><td>",
  "</table>",
  "<plaintext>",
  "<textarea>",
  "<title>",
  "<svg>",
  "<template>",
  "<noscript>",
  "<frameset><frame>",
  "&",
  "&amp;amp;amp;",
  "&#x110000;",
  "&#0;",
  "&nbsp",
  "\0",
  "\ufeff",
  "<![CDATA[",
  "<?xml",
  "<",
  ">",
  "</",
  "<body>",
  "</body>",
  "</html>",
  "<base href=//x>",
  "<meta charset=utf-16>",
  "<h1>",
  "<li>",
  "<select><option>",
  "<button>",
  "<math><mi>",
];

export function mutate(bytes, other, random) {
  let text = Buffer.from(bytes).toString("latin1");
  const donor = Buffer.from(other).toString("latin1");
  const at = () => Math.floor(random() * (text.length + 1));
  const rounds = 1 + Math.floor(random() * 4);
  for (let round = 0; round < rounds; round++) {
    const i = at();
    const j = Math.min(text.length, i + Math.floor(random() ** 3 * text.length));
    switch (Math.floor(random() * 12)) {
      case 0:
        text = text.slice(0, i);
        break;
      case 1:
        text = text.slice(0, i) + text.slice(j);
        break;
      case 2: {
        const from = Math.floor(random() * donor.length);
        text = text.slice(0, i) + donor.slice(from, from + Math.floor(random() * 20000)) + text.slice(i);
        break;
      }
      case 3:
        text = text.slice(0, i) + pick(BITS, random).repeat(1 + Math.floor(random() ** 4 * 20000)) + text.slice(i);
        break;
      case 4:
        text = text.replace(/<\/(?:div|p|li|a|span|td)>/g, (tag) => (random() < 0.3 ? "" : tag));
        break;
      case 5:
        text = text.slice(0, i) + text.slice(i, Math.min(j, i + 20000)).repeat(2 + Math.floor(random() * 8)) + text.slice(i);
        break;
      case 6:
        text = text.replace(/"/g, (quote) => (random() < 0.02 ? "" : quote));
        break;
      case 7: {
        const list = [...text.slice(i, i + 5000)];
        for (let k = 0; k < 50 && list.length > 0; k++)
          list[Math.floor(random() * list.length)] = String.fromCharCode(Math.floor(random() * 256));
        text = text.slice(0, i) + list.join("") + text.slice(i + 5000);
        break;
      }
      case 8:
        text = `${text.slice(0, i)}<div ${"a='b' ".repeat(Math.floor(random() * 20000))}>${text.slice(i)}`;
        break;
      case 9:
        text = text.slice(0, i) + "&lt;&#60;&notin;".repeat(Math.floor(random() * 20000)) + text.slice(i);
        break;
      case 10:
        text = `${text.slice(0, i)}${"<div><span>".repeat(Math.floor(random() * 30000))}${text.slice(i)}`;
        break;
      default:
        text = text.replace(/<(div|p|span|section|article)/g, (whole) =>
          random() < 0.05 ? pick(["<b", "<td", "<li", "<button", "<a href=x", "<table"], random) : whole,
        );
    }
    if (text.length > 8_000_000) text = text.slice(0, 8_000_000);
  }
  return Uint8Array.from(Buffer.from(text, "latin1"));
}
