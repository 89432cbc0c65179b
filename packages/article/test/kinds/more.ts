/** The last of the first batch: a place's page, a letter, a statement by a league. */
import { type KindPage, skins } from "./page.ts";

const letter = [
  "Sir, your report on the harbour dues (May 3) says that nobody objected. I objected, in writing, on four occasions, and have the replies.",
  "The dues fall on boats under nine metres alone. A yacht of thirty metres pays nothing at all, because its owner signs as a guest.",
  "I should be glad to show the replies to anyone who calls before supper.",
];
export const morePages: readonly KindPage[] = [
  {
    kind: "letter to the editor, one block with breaks",
    url: "https://herald.example/letters/dues",
    title: "Who pays the harbour dues",
    html: skins.paper(
      "Who pays the harbour dues",
      "",
      `<div class="entry">${letter.join("<br><br>")}<br><br>Hjalmar Quist<br>Pier Lane, Tarn Point</div><div class="letters-help">Letters may be shortened. Write to letters@herald.example with your address and a daytime telephone number.</div>`,
    ),
    gold: letter,
    optional: ["Hjalmar Quist", "Pier Lane, Tarn Point"],
  },
];
