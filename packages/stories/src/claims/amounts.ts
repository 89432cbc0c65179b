/** What a sum of money or a share is an amount of, by the nearest noun or verb that names it. */
import type { Span } from "@wirefold/core";

/** Words by what they name; German ones too. A verb names what it moves: who paid, paid a price. */
const AMOUNTS: Readonly<Record<string, string>> = {
  price:
    "price fee sum bought buys buy paid pays pay sold sells sell worth value valued values kaufpreis ablöse ablösesumme kaufte verkaufte",
  cost: "cost costs costing kosten kostet repair repairs baukosten",
  damage: "damage damages schaden schäden sachschaden",
  dividend: "dividend dividends dividende",
  profit: "profit profits earned earnings gewinn überschuss",
  loss: "loss losses verlust verluste",
  revenue: "revenue revenues sales turnover takings umsatz erlöse einnahmen",
  borrowing: "borrowing borrow deficit shortfall defizit neuverschuldung",
  theft: "stole stolen stealing steal theft embezzled embezzling looted looting defrauded gestohlen unterschlagen veruntreut",
  award: "compensation settlement payout awarded schadenersatz schmerzensgeld entschädigung",
  ransom: "ransom lösegeld",
  bail: "bail kaution",
  investment: "invest invests invested investing investment investments investieren investiert investition investitionen",
  debt: "debt debts schulden verschuldung",
  budget: "budget budgets haushalt etat",
  fine: "fine fined fines penalty bußgeld geldstrafe strafe",
  wage: "wage wages salary salaries lohn gehalt löhne gehälter",
  bid: "bid bids gebot",
  aid: "aid relief donation donations grant grants hilfe hilfen spenden",
  bonus: "bonus bonuses add-ons bonuszahlungen",
  turnout: "turnout wahlbeteiligung",
  unemployment: "unemployment jobless joblessness arbeitslosigkeit arbeitslosenquote",
  inflation: "inflation teuerung inflationsrate",
};
const AMOUNT_OF = new Map(
  Object.entries(AMOUNTS).flatMap(([amount, words]) => words.split(" ").map((word) => [word, amount] as const)),
);

/** "The $1.7bn project", "a £30m takeover": a sum before a noun that has a cost or a price. */
const OF_THINGS: readonly (readonly [string, RegExp])[] = [
  [
    "cost",
    /^[\s-]*(?:[\p{L}-]+ )?(?:project|mission|programme|program|scheme|bridge|tunnel|stadium|terminal|building|upgrade|renovation|telescope|probe|plant)\b/iu,
  ],
  ["price", /^[\s-]*(?:[\p{L}-]+ )?(?:deal|takeover|transfer|acquisition|purchase|buyout|sale|merger)\b/iu],
];

/** Words on either side of the number that are looked at. */
const REACH = 9;
/** Characters that hold them. */
const NEAR = 90;
/** A word behind the number names it less often than one before: “£42m for the club that paid …”. */
const BEHIND = 3;
/** Characters behind a sum that hold the noun it describes. */
const BEFORE_NOUN = 40;
const WORD = /[\p{L}][\p{L}-]*/gu;

/** Null where no word near the number names an amount. */
export function amountOf(text: string, [start, end]: Span, number: Span): string | null {
  const before =
    text
      .slice(Math.max(start, number[0] - NEAR), number[0])
      .toLowerCase()
      .match(WORD) ?? [];
  const after =
    text
      .slice(number[1], Math.min(end, number[1] + NEAR))
      .toLowerCase()
      .match(WORD) ?? [];
  let best = OF_THINGS.find(([, noun]) => noun.test(text.slice(number[1], Math.min(end, number[1] + BEFORE_NOUN))))?.[0] ?? null;
  if (best !== null) return best;
  let bestGap = REACH + 1;
  before.reverse().forEach((word, gap) => {
    const amount = AMOUNT_OF.get(word);
    if (amount === undefined || gap >= bestGap) return;
    best = amount;
    bestGap = gap;
  });
  after.forEach((word, at) => {
    const amount = AMOUNT_OF.get(word);
    if (amount === undefined || at + BEHIND >= bestGap) return;
    best = amount;
    bestGap = at + BEHIND;
  });
  return best;
}
