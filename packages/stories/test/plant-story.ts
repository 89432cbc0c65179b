import { memberOf } from "./story-builder.ts";

/** A second invented story: a works closes. Money, percent and dates; two years' figures that must not be taken for a conflict. */
export const plantStory = [
  memberOf({
    id: "agency",
    title: "Halden Optics to close Brunnau works",
    wire: "Tidings",
    text:
      "Halden Optics will close its works in Brunnau and cut 2,300 jobs by June, chief executive Petra Vass said.\n" +
      "Sales fell 17 percent to 412 million crowns last year after a fall of 4 percent in 2029.\n" +
      "The union expects closing costs of between 60 and 80 million crowns.\n" +
      "“We looked at every other way out and found none that keeps the company alive,” Vass said.\n",
    figures: [
      {
        clause: "cut 2,300 jobs by June",
        number: "2,300",
        value: 2300,
        unit: "job",
        subject: "jobs",
        predicate: "cut",
        place: "Brunnau",
        by: "Petra Vass",
      },
      {
        clause: "Sales fell 17 percent to 412 million crowns last year",
        number: "17 percent",
        value: 17,
        unit: "percent",
        subject: "Sales",
        predicate: "fall",
        period: "2030",
      },
      {
        clause: "to 412 million crowns last year",
        number: "412 million",
        value: 412000000,
        unit: "crown",
        subject: "Sales",
        predicate: "fall",
        period: "2030",
      },
      {
        clause: "a fall of 4 percent in 2029",
        number: "4 percent",
        value: 4,
        unit: "percent",
        subject: "Sales",
        predicate: "fall",
        period: "2029",
      },
      {
        clause: "closing costs of between 60 and 80 million crowns",
        number: "60 and 80 million",
        range: [60000000, 80000000],
        unit: "crown",
        subject: "closing costs",
        by: "union",
      },
    ],
    quotes: [{ text: "“We looked at every other way out and found none that keeps the company alive,”", speaker: "Petra Vass" }],
    people: ["Petra Vass"],
  }),
  memberOf({
    id: "daily",
    title: "More than 2,000 jobs go at Halden",
    text:
      "More than 2,000 jobs go at Halden\n" +
      "Halden Optics cuts 2,300 jobs in Brunnau, a spokeswoman confirmed.\n" +
      "Sales were down 17 percent in 2030; the year before they had slipped 4 percent.\n" +
      "The union puts closing costs at 70 million crowns.\n" +
      "Vass said every other way out had been looked at and none was found that keeps the company alive.\n",
    figures: [
      {
        clause: "More than 2,000 jobs go at Halden",
        number: "2,000",
        value: 2000,
        unit: "job",
        modifier: "more than",
        subject: "jobs",
        predicate: "go",
        headline: true,
      },
      {
        clause: "cuts 2,300 jobs in Brunnau",
        number: "2,300",
        value: 2300,
        unit: "job",
        subject: "jobs",
        predicate: "cut",
        place: "Brunnau",
        by: "spokeswoman",
      },
      {
        clause: "Sales were down 17 percent in 2030",
        number: "17 percent",
        value: 17,
        unit: "percent",
        subject: "Sales",
        predicate: "be",
        period: "2030",
      },
      {
        clause: "they had slipped 4 percent",
        number: "4 percent",
        value: 4,
        unit: "percent",
        subject: "Sales",
        predicate: "slip",
        period: "2029",
      },
      {
        clause: "closing costs at 70 million crowns",
        number: "70 million",
        value: 70000000,
        unit: "crown",
        subject: "closing costs",
        by: "union",
      },
    ],
    people: ["Vass"],
  }),
];
