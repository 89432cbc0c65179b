import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

/** Articles of one story, each a lineage of its own, with the facts that extraction finds in them. */
function story(articles: Record<string, string>, published: Record<string, string> = {}): ReconcileMember[] {
  return Object.entries(articles).map(([id, text]) => {
    const published_at = published[id] ?? "2031-03-04";
    return {
      ...{ id, title: null, text, outlet: id, url: null, published_at, language: "en", wire_credit: null },
      ...{ copy: id, lineage: id, role: "original", parent: null },
      facts: extractFacts({ id, text, title: null, published_at, language: "en" }),
    };
  });
}

const claimsOf = (articles: Record<string, string>, published?: Record<string, string>) =>
  reconcileStory(story(articles, published));

/** The documents of each claim of a value. */
function holdersOf(articles: Record<string, string>, value: number): string[] {
  return claimsOf(articles)
    .claims.filter(({ variants }) => variants.some((variant) => variant.value === value))
    .map(({ docs }) => docs.join("+"))
    .sort();
}

describe("opposite statements with one number are two claims", () => {
  const pairs: [string, string, number][] = [
    [
      "The brewery made a loss of 2.4 million crowns last year.",
      "The brewery made a profit of 2.4 million crowns last year.",
      2_400_000,
    ],
    ["Exports of the province rose 7.5 percent in May.", "Exports of the province fell 7.5 percent in May.", 7.5],
    ["House prices in Vell climbed 3.2 percent in June.", "House prices in Vell slipped 3.2 percent in June.", 3.2],
    ["The yard hired 320 workers this spring.", "The yard sacked 320 workers this spring.", 320],
    ["The party won 14 seats in the council.", "The party lost 14 seats in the council.", 14],
    ["Some 2,300 people entered Tarvania on Monday.", "Some 2,300 people left Tarvania on Monday.", 2300],
    ["The plan was approved by 57 percent of voters.", "The plan was rejected by 57 percent of voters.", 57],
    ["The mill did not lose 85 jobs, its owner said.", "The mill lost 85 jobs, its owner said.", 85],
  ];
  for (const [a, b, value] of pairs) test(`${a} / ${b}`, () => expect(holdersOf({ a, b }, value)).toEqual(["a", "b"]));

  test("and two lineages that say them are told as a conflict", () => {
    const a = "SALTBY - The ferry company made a loss of 3.5 million crowns last year, its books showed on Tuesday.";
    const b = "Books opened on Tuesday show that the ferry company of Saltby made a profit of 3.5 million crowns last year.";
    expect(claimsOf({ a, b }).conflicts.map(({ kind }) => kind)).toEqual(["direction"]);
  });
});

describe("one figure in other words is one claim", () => {
  const pairs: [string, string, number][] = [
    ["The fire killed 17 people.", "In the fire, 17 people lost their lives.", 17],
    ["About 61,480 crowns were paid for the boat.", "The boat cost 61,480 crowns.", 61_480],
    ["Otto Brack, 54, was elected.", "The 54-year-old Brack was elected.", 54],
    [
      "A 5.8-magnitude quake hit Norrow as a quake of magnitude 5.8 was felt.",
      "Norrow was shaken by a 5.8 magnitude quake.",
      5.8,
    ],
    [
      "Four boats came near. While two of them got away, a ship stopped the others.",
      "Four boats came near the ship. Two got away and the others were stopped.",
      2,
    ],
    ["The talks are to end the 17-year-old war in Tarvania.", "The talks follow 17 years of war in Tarvania.", 17],
    ["Sailors seized 26 pirates off Saltby.", "Off Saltby 26 suspects were seized by sailors.", 26],
    ["The union demands 7 percent more pay.", "The union insists on a raise of 7 percent.", 7],
  ];
  for (const [a, b, value] of pairs) test(`${a} / ${b}`, () => expect(holdersOf({ a, b }, value)).toEqual(["a+b"]));

  test("a bound with its digits cut off follows the finer bound", () => {
    const record = claimsOf({
      a: "More than 437,300 children attend the schools of Tarvania.",
      b: "Over 400,000 children attend schools in Tarvania.",
    });
    expect(record.claims.map(({ docs }) => docs.join("+"))).toEqual(["a+b"]);
    expect(record.conflicts).toEqual([]);
  });
  test("roundings follow", () => {
    const record = claimsOf({
      a: "The council bought the boat for 61,480 crowns.",
      b: "The boat was bought for 61,000 crowns.",
      c: "The council paid about 60,000 crowns for the boat.",
    });
    expect(record.claims.map(({ docs }) => docs.join("+"))).toEqual(["a+b+c"]);
    expect(record.conflicts).toEqual([]);
  });
});

describe("what is not one thing is not one claim", () => {
  test("an age and a number of children", () => {
    expect(
      holdersOf({ a: "A nine-year-old bridge fell into the river.", b: "A mother of nine children was on the bridge." }, 9),
    ).toEqual(["a", "b"]);
  });
  test("two shares of one sentence", () => {
    const record = claimsOf({ a: "Participation fell to 63 percent from 63.2 percent.", b: "Participation was 63 percent." });
    expect(record.claims.filter(({ docs }) => docs.length === 2)).toHaveLength(1);
    expect(record.claims).toHaveLength(2);
  });
  test("a threshold and a result", () => {
    const record = claimsOf({
      a: "The plan needed a 60 percent majority. It was approved by 61 percent of voters.",
      b: "The plan was approved by 61 percent of voters.",
    });
    expect(record.conflicts).toEqual([]);
  });
  test("those who were wounded and those who wounded", () => {
    const record = claimsOf({ a: "Three officers wounded the man.", b: "The attack wounded 12 people." });
    expect(record.claims.every(({ docs }) => docs.length === 1)).toBe(true);
  });
});

describe("a toll that rises is an update, not a conflict", () => {
  const articles = {
    a: "An explosion in the mine killed 8 miners, the rescue service said.",
    b: "The explosion in the mine killed 11 miners, the rescue service said.",
  };
  test("where the higher is told later", () => {
    const record = claimsOf(articles, { a: "2031-03-04T08:00:00Z", b: "2031-03-04T15:00:00Z" });
    expect(record.conflicts).toEqual([]);
    expect(record.updates?.map(({ steps }) => steps.map(({ value }) => value))).toEqual([["8 person", "11 person"]]);
    expect(record.claims[0]?.canonical.value).toBe(11);
  });
  test("and a conflict where nobody knows which is later", () => {
    const record = claimsOf(articles, { a: "2031-03-04", b: "2031-03-04" });
    expect(record.conflicts.map(({ kind }) => kind)).toEqual(["value"]);
  });
  test("a count the article takes back contradicts nobody", () => {
    const record = claimsOf({
      a: "The blast injured 12 people. The fire service had at first spoken of 15 injured.",
      b: "The blast injured 12 people.",
    });
    expect(record.conflicts).toEqual([]);
  });
});

describe("the statement of a claim", () => {
  test("is the whole sentence behind its dateline, past a title's stop", () => {
    const a = "SALTBY, Mar 4 (Bay Wire) - Some 340 boats sank before the storm passed, Coast Guard Capt. Ida Holm said.";
    expect(claimsOf({ a }).claims.map(({ statement }) => statement)).toEqual([
      "Some 340 boats sank before the storm passed, Coast Guard Capt. Ida Holm said.",
    ]);
  });
});

describe("whose share it is", () => {
  const one =
    "Nora Brack won the vote in Saltby with 26.1 percent. Ida Holm took 24.5 percent, and 97 percent of ballots were counted.";

  test("joins the rounded share of a candidate to her own", () => {
    const b = "SALTBY - Nora Brack had 26 percent to Ida Holm's 24 percent in Saltby.";
    expect(holdersOf({ a: one, b }, 24)).toEqual(["a+b"]);
    expect(holdersOf({ a: one, b }, 26)).toEqual(["a+b"]);
  });

  test("parts equal shares of two candidates, and sets the new one against her own", () => {
    const b = "SALTBY - A count of Saltby gave 24.5 percent to Nora Brack.";
    expect(holdersOf({ a: one, b }, 24.5)).toEqual(["a", "a+b"]);
    expect(claimsOf({ a: one, b }).conflicts.map(({ sides }) => sides.map(({ value }) => value).sort())).toEqual([
      ["24.5 percent", "26.1 percent"],
    ]);
  });
});

describe("what burns and what is contained", () => {
  const reports = {
    a: "A fire has burned 18,400 acres near Saltby and is 5 percent contained.",
    b: "The fire near Saltby has blackened 23,000 acres. It was 20 percent contained.",
  };

  test("grows from report to report: an update", () => {
    const { claims, conflicts } = claimsOf(reports, { a: "2031-08-01", b: "2031-08-02" });
    expect(conflicts).toEqual([]);
    expect(claims.map(({ relation, docs }) => [relation, docs.length])).toEqual([
      ["update", 2],
      ["update", 2],
    ]);
  });
});

describe("two values for one thing", () => {
  const valuesOf = (articles: Record<string, string>, published?: Record<string, string>) =>
    claimsOf(articles, published).conflicts.map(({ sides }) => sides.map(({ value }) => value).sort());

  test("of two sources in one sentence contradict each other", () => {
    const a = "Organisers put the crowd in Halden at 120,000; the police estimated it at 85,000.";
    expect(valuesOf({ a })).toEqual([["120,000", "85,000"]]);
  });
  test("of those aboard contradict each other", () => {
    const a = "The ferry had 186 passengers and crew on board when it ran aground off Halden.";
    const b = "The ferry, which ran aground off Halden, was carrying 178 people.";
    expect(valuesOf({ a, b })).toHaveLength(1);
  });
  test("of one cost, told as a cost and before a project", () => {
    const a = "The Orla probe, which cost $1.3 billion, is to reach Saturn in seven years.";
    const b = "The $1.7bn project is the dearest of its kind; the Orla probe left on Monday.";
    expect(valuesOf({ a, b })).toHaveLength(1);
  });
  test("of one of which the article denies the other are an update", () => {
    const a = "Thieves took eight paintings from the Halden museum on Monday.";
    const b = "Thieves took nine paintings from the Halden museum, not eight, its curator said.";
    const record = claimsOf({ a, b }, { a: "2031-03-04", b: "2031-03-05" });
    expect(record.conflicts).toEqual([]);
    expect(record.updates).toHaveLength(1);
  });
  test("of which one is said to have been raised are an update", () => {
    const a = "Health officials have confirmed 41 cases of measles in Halden county.";
    const b = "The number of measles cases in Halden county rose to 53.";
    const record = claimsOf({ a, b }, { a: "2031-03-04", b: "2031-03-07" });
    expect(record.conflicts).toEqual([]);
    expect(record.claims.map(({ docs }) => docs.join("+"))).toContain("a+b");
  });
  test("of those trapped, of whom some are freed, are an update", () => {
    const a = "Nine miners are trapped in the copper mine near Torvik.";
    const b = "Rescuers dug on in the copper mine near Torvik, where four are still trapped.";
    const record = claimsOf({ a, b }, { a: "2031-03-04", b: "2031-03-06" });
    expect(record.conflicts).toEqual([]);
    expect(record.claims.map(({ docs }) => docs.join("+"))).toContain("a+b");
  });
  test("of two amounts, one on top of the other, do not", () => {
    const a = "The county has given out 2,600 doses of vaccine.";
    const b = "The state has sent the county 5,000 more doses of vaccine.";
    expect(valuesOf({ a, b })).toEqual([]);
  });
});

describe("a figure told in other numbers", () => {
  const together = (a: string, b: string) => claimsOf({ a, b }).claims.some(({ docs }) => docs.length === 2);
  test.each([
    ["a share and a fraction", "More than two-thirds of voters oppose the plan.", "Some 68 percent of voters oppose the plan."],
    ["a great distance", "The probe will travel 4.7 billion kilometers.", "It will have covered nearly five billion km by then."],
    ["a sum with a digit less", "She stole more than $2.3 million.", "Of the fund $2.34 million is gone."],
    ["pence", "Fuel duty will go up by 3p a litre.", "Fuel duty rises by 3 pence."],
  ])("%s", (_, a, b) => expect(together(a, b)).toBe(true));
});

describe("an editor's word", () => {
  const articles = {
    a: "The storm destroyed 240 houses in Velden.",
    b: "In Velden the storm destroyed 240 houses.",
  };
  const members = story(articles);
  const at = (doc: "a" | "b") => {
    const start = articles[doc].indexOf("240");
    return { doc, span: [start, start + 3] as [number, number], text: "240" };
  };
  test("keeps two figures apart in every new record, and stands in it", () => {
    expect(reconcileStory(members).claims).toHaveLength(1);
    const override = {
      kind: "not-same" as const,
      a: at("a"),
      b: at("b"),
      who: "mira",
      why: "two storms",
      at: "2031-03-05T09:00:00Z",
    };
    const record = reconcileStory(members, { overrides: [override] });
    expect(record.claims.map(({ docs }) => docs.join("+")).sort()).toEqual(["a", "b"]);
    expect(record.overrides).toEqual([override]);
  });
  test("is passed over where its figures are gone", () => {
    const gone = {
      kind: "not-same" as const,
      a: { ...at("a"), text: "250" },
      b: at("b"),
      who: "mira",
      why: "",
      at: "2031-03-05T09:00:00Z",
    };
    const record = reconcileStory(members, { overrides: [gone] });
    expect(record.claims).toHaveLength(1);
    expect(record.overrides).toBeUndefined();
  });
});

describe("parts, sums and windows", () => {
  const conflictsOf = (articles: Record<string, string>, published?: Record<string, string>) =>
    claimsOf(articles, published).conflicts.map(({ kind }) => kind);

  test("a part of a toll is not the toll", () => {
    const a = "The blast in Merrow killed three people on Sunday.";
    const b = "The clinic in Merrow took in the injured on Sunday. Three of these went home at night.";
    expect(holdersOf({ a, b }, 3)).toEqual(["a", "b"]);
  });

  test("who is treated is not the count of the injured", () => {
    const a = "The blast at the Merrow market injured 15 people on Sunday.";
    const b = "Doctors treated 11 people after the blast at the Merrow market on Sunday.";
    expect(conflictsOf({ a, b })).toEqual([]);
  });

  test("the missing who are found are an update", () => {
    const a = "Twelve fishermen are missing off the coast of Norland after the storm.";
    const b = "Four fishermen are missing off the coast of Norland after the storm.";
    expect(conflictsOf({ a, b }, { a: "2031-10-05", b: "2031-10-06" })).toEqual([]);
  });

  test("a sum for two months and one of its months are two claims", () => {
    const a = "The office raised its count of sales for May and June by 14,000 carts.";
    const b = "The office raised its count of sales for June by 13,000 carts.";
    expect(conflictsOf({ a, b }, { a: "2031-07-04", b: "2031-07-04" })).toEqual([]);
  });

  test("two costs of one repair contradict each other", () => {
    const a = "The repair of the Halden harbour bridge will cost 4.5 million euros, the town says.";
    const b = "The repair of the Halden harbour bridge is to cost six million euros.";
    expect(conflictsOf({ a, b })).toEqual(["value"]);
  });

  test("the price of a firm and its loss do not", () => {
    const a = "Borgen buys the Halden shipyard for 64 million crowns.";
    const b = "The Halden shipyard, which Borgen buys, made a loss of 60 million crowns.";
    expect(conflictsOf({ a, b })).toEqual([]);
  });
});

test("a source is named once, whatever its accents", () => {
  const { claims } = claimsOf({
    one: "The quake damaged 4,120 homes in Valdora, according to Ida Sørmund.",
    two: "In Valdora 4,120 homes were damaged by the quake, according to Ida Sörmund.",
  });
  expect(claims.find(({ docs }) => docs.length === 2)?.origins).toHaveLength(1);
});

test("those of somebody's children who died are no part of a count of children", () => {
  const articles = {
    one: "The fire killed Ida Holm and four of her children.",
    two: "The fire killed the mother and four children.",
  };
  expect(holdersOf(articles, 4)).toEqual(["one+two"]);
});

describe("kinds, parts and ends", () => {
  test("women and children, officers and civilians are counted apart", () => {
    const a = "The slide killed two women near Saltby, the mayor said.";
    const b = "The slide killed two children near Saltby, the mayor said.";
    expect(holdersOf({ a, b }, 2)).toEqual(["a", "b"]);
  });

  test("other things are things beyond those told of", () => {
    const a = "Three carts left Saltby for the coast on Monday.";
    const b = "One cart burned near Saltby. Two other carts were stopped on the road to the coast on Monday.";
    expect(claimsOf({ a, b }).conflicts).toEqual([]);
  });

  test("a part is not the whole of which it is one, whatever its number", () => {
    const a = "The fire killed three people in Saltby, police said.";
    const b = "The fire in Saltby killed three people. Nine were hurt; three of them stay in hospital, police said.";
    expect(holdersOf({ a, b }, 3)).toEqual(["a+b", "b"]);
  });

  test("what a participle behind a comma says is the next figure's, and at least ten may be up to ten", () => {
    const a = "One gunman shot 14 people, killing five officers, in Saltby on Thursday.";
    const b = "All four officers who were killed in Saltby had families. Five officers died there on Thursday.";
    expect(claimsOf({ a, b }).conflicts.flatMap(({ sides }) => sides.map(({ value }) => value))).not.toContain("14 person");
    const c = "At least 10 people are dead after a fire in Saltby.";
    const d = "The fire in Saltby left up to 10 people dead.";
    expect(claimsOf({ c, d }).conflicts).toEqual([]);
  });

  test("a range told in full and one with a rounded end are one, and so is its end as a bound", () => {
    const a = "The senator sold between $628,000 and $1.72 million in stock in May.";
    const b = "The senator sold $628,000 to $1.7 million in stock in May, records show.";
    expect(claimsOf({ a, b }).claims.filter(({ docs }) => docs.length === 2)).toHaveLength(1);
    const c = "Doctors who break the law face up to 99 years in prison.";
    const d = "Doctors who break the law face 10 to 99 years in prison, the bill says.";
    expect(claimsOf({ c, d }).claims.filter(({ docs }) => docs.length === 2)).toHaveLength(1);
  });

  test("a clause of a few words is no statement", () => {
    const a = 'The speaker gave his party a "one-in-five risk" of keeping the house in the autumn.';
    const b = 'He put it at a "one-in-five risk" in a talk with a broadcaster on Monday.';
    for (const { statement } of claimsOf({ a, b }).claims) expect(statement.length).toBeGreaterThan(40);
  });

  test("a dateline with an abbreviation is no part of a statement", () => {
    const a = "SALTBY, Calif. (Nordpress) - A fire killed four people at a mill on Tuesday, police said.";
    const b = "Four people died in a fire at a mill in Saltby on Tuesday.";
    const { claims, summary } = claimsOf({ a, b });
    for (const text of [...claims.map(({ statement }) => statement), ...summary.map(({ text }) => text)])
      expect(text).not.toContain("SALTBY");
  });
});

test("a vague word that fits both numbers of a conflict is no third side of it", () => {
  const { conflicts } = claimsOf({
    a: "An explosion at a paint works in Saltby injured 31 people, the police said.",
    b: "An explosion at a paint works in Saltby injured 26 people, the fire department said.",
    c: "An explosion at a paint works in Saltby injured dozens of people.",
  });
  expect(conflicts.map(({ sides }) => sides.map(({ value }) => value).sort())).toEqual([["26 person", "31 person"]]);
});

describe("votes told by both sides", () => {
  const a = "The House passed the harbour bill 231-204 on Thursday. The bill goes to the Senate next.";

  test("join whatever the words, each side with its own", () => {
    const b = "Lawmakers approved the harbour bill by 231 votes to 204 late on Thursday, after a long debate.";
    expect(holdersOf({ a, b }, 231)).toEqual(["a+b"]);
    expect(holdersOf({ a, b }, 204)).toEqual(["a+b"]);
    expect(claimsOf({ a, b }).conflicts.filter(({ kind }) => kind === "value" || kind === "direction")).toEqual([]);
  });

  test("are a conflict where the number of one side differs", () => {
    const b = "Lawmakers approved the harbour bill by 219 votes to 212 late on Thursday, after a long debate.";
    expect(claimsOf({ a, b }).conflicts.map(({ kind }) => kind)).toContain("value");
  });
});

describe("sums told in two currencies are one amount", () => {
  const euros = "The yard of Sorrel was sold for €2.3 million on Friday.";
  const dollars = "The yard in Sorrel was sold for $2.5 million on Friday, its owner said.";
  const both = "The yard was sold on Friday for 2.3 million euros, or about $2.5 million, a clerk said.";

  test("where a report gives both", () => {
    expect(holdersOf({ a: both, b: dollars }, 2_500_000)).toEqual(["a+b"]);
    expect(holdersOf({ a: both, b: euros }, 2_300_000)).toEqual(["a+b"]);
  });

  test("of reports that give one each too, where a third gives both, last or first", () => {
    expect(holdersOf({ a: euros, b: dollars, c: both }, 2_300_000)).toEqual(["a+b+c"]);
    expect(holdersOf({ a: both, b: dollars, c: euros }, 2_500_000)).toEqual(["a+b+c"]);
    expect(claimsOf({ a: euros, b: dollars, c: both }).conflicts).toEqual([]);
  });

  test("but not where one report names two sums", () => {
    const a = "The group made a profit of 40 million euros, and sold ships for $51 million.";
    const b = "Ships were sold for $51 million, the group said; its profit was 40 million euros.";
    expect(holdersOf({ a, b }, 51_000_000)).toEqual(["a+b"]);
    expect(claimsOf({ a, b }).claims).toHaveLength(2);
  });
});
