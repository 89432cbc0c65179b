import { memberOf } from "./story-builder.ts";

/**
 * An invented story: a ferry runs aground. `wire` is the agency's text, `paste` and `tabloid` were made from it, `local`
 * and `abroad` reported on their own; `abroad` is a translation and shares a sentence of agency copy with `local`.
 */
export const ferryStory = [
  memberOf({
    id: "wire",
    title: "Ferry runs aground off Ostmark, 12 dead",
    wire: "NNA",
    published: "2031-03-04T08:00:00Z",
    text:
      "Ferry runs aground off Ostmark, 12 dead\n" +
      "OSTMARK (NNA) – Twelve people were killed when the ferry Corvina ran aground off Ostmark on Monday, the coast guard said.\n" +
      "The Maritime Ministry of Valdora said over 1,460 passengers were taken off by Tuesday.\n" +
      "The ferry lay about 20 kilometers (12 miles) from the harbour of Lower Sarn.\n" +
      "“The captain never sounded the alarm and we found the boats ourselves,” survivor Ilmar Chodakov told NNA.\n" +
      "Port officials opened the old customs hall to the rescued.\n",
    figures: [
      {
        clause: "Ferry runs aground off Ostmark, 12 dead",
        number: "12",
        value: 12,
        unit: "person",
        subject: "dead",
        place: "Ostmark",
        headline: true,
      },
      {
        clause: "Twelve people were killed when the ferry Corvina ran aground off Ostmark",
        number: "Twelve people",
        value: 12,
        unit: "person",
        subject: "people",
        predicate: "kill",
        place: "Ostmark",
        by: "coast guard",
      },
      {
        clause: "over 1,460 passengers were taken off by Tuesday",
        number: "1,460",
        value: 1460,
        unit: "person",
        modifier: "over",
        subject: "passengers",
        predicate: "take",
        by: "Maritime Ministry of Valdora",
      },
      {
        clause: "about 20 kilometers (12 miles) from the harbour of Lower Sarn",
        number: "20 kilometers",
        value: 20,
        unit: "kilometer",
        modifier: "about",
        subject: "ferry",
        place: "Lower Sarn",
      },
      {
        clause: "12 miles) from the harbour",
        number: "12 miles",
        value: 12,
        unit: "mile",
        modifier: "about",
        subject: "ferry",
        place: "Lower Sarn",
      },
    ],
    quotes: [{ text: "“The captain never sounded the alarm and we found the boats ourselves,”", speaker: "Ilmar Chodakov" }],
    people: ["Ilmar Chodakov"],
    places: ["Ostmark", "Lower Sarn"],
    organisations: ["Maritime Ministry of Valdora"],
    assertions: [
      {
        text: "Port officials opened the old customs hall to the rescued",
        subject: "Port officials",
        predicate: "opened",
        object: "the old customs hall to the rescued",
      },
    ],
  }),
  memberOf({
    id: "paste",
    title: "Ferry runs aground off Ostmark, 12 dead",
    lineage: "wire",
    parent: "wire",
    text:
      "Twelve people were killed when the ferry Corvina ran aground off Ostmark on Monday, the coast guard said.\n" +
      "“The captain never sounded the alarm and we found the boats ourselves,” survivor Ilmar Chodakov told NNA.\n",
    figures: [
      {
        clause: "Twelve people were killed when the ferry Corvina ran aground off Ostmark",
        number: "Twelve people",
        value: 12,
        unit: "person",
        subject: "people",
        predicate: "kill",
        place: "Ostmark",
        by: "coast guard",
      },
    ],
    quotes: [{ text: "“The captain never sounded the alarm and we found the boats ourselves,”", speaker: "Ilmar Chodakov" }],
    people: ["Ilmar Chodakov"],
  }),
  memberOf({
    id: "tabloid",
    title: "Nearly 1,500 men saved from doomed ferry",
    lineage: "wire",
    parent: "wire",
    text:
      "Nearly 1,500 men saved from doomed ferry\n" +
      "12 people were killed when the Corvina ran aground off Ostmark.\n" +
      "“The captain gave no alarm and we had to find the boats,” said Ilmar Chodakov.\n" +
      "It lay 12 miles from the harbour of Lower Sarn.\n",
    figures: [
      {
        clause: "Nearly 1,500 men saved from doomed ferry",
        number: "1,500",
        value: 1500,
        unit: "person",
        modifier: "nearly",
        subject: "men passengers",
        predicate: "take",
        headline: true,
      },
      {
        clause: "12 people were killed when the Corvina ran aground off Ostmark",
        number: "12 people",
        value: 12,
        unit: "person",
        subject: "people",
        predicate: "kill",
        place: "Ostmark",
      },
      {
        clause: "12 miles from the harbour of Lower Sarn",
        number: "12 miles",
        value: 12,
        unit: "mile",
        subject: "ferry",
        place: "Lower Sarn",
      },
    ],
    quotes: [{ text: "“The captain gave no alarm and we had to find the boats,”", speaker: "Ilmar Chodakov" }],
    people: ["Ilmar Chodakov"],
    places: ["Lower Sarn"],
  }),
  memberOf({
    id: "local",
    title: "Corvina wreck: 15 dead, says harbour hospital",
    text:
      "Fifteen people were killed when the ferry Corvina struck rocks off Ostmark, the harbour hospital said.\n" +
      "Near Upper Sarn some 300 volunteers handed out blankets and soup to the rescued from the ferry on Monday night.\n" +
      "The navy opened the old customs hall to the rescued.\n",
    figures: [
      {
        clause: "Fifteen people were killed when the ferry Corvina struck rocks off Ostmark",
        number: "Fifteen people",
        value: 15,
        unit: "person",
        subject: "people",
        predicate: "kill",
        place: "Ostmark",
        by: "harbour hospital",
      },
      {
        clause: "some 300 volunteers handed out blankets and soup to the rescued",
        number: "300",
        value: 300,
        unit: "person",
        modifier: "some",
        subject: "volunteers",
        predicate: "hand",
        place: "Upper Sarn",
      },
    ],
    places: ["Ostmark", "Upper Sarn"],
    assertions: [
      {
        text: "The navy opened the old customs hall to the rescued",
        subject: "The navy",
        predicate: "opened",
        object: "the old customs hall to the rescued",
      },
    ],
  }),
  memberOf({
    id: "abroad",
    title: "Ferry accident: a survivor accuses",
    text:
      "Near Upper Sarn, around 300 volunteers handed out blankets and soup to the rescued from the ferry on Monday evening.\n" +
      "“The captain sounded no alarm, the boats we found for ourselves,” said Ilmar Khodakov.\n" +
      "More than 1,000 passengers were taken off.\n",
    figures: [
      {
        clause: "around 300 volunteers handed out blankets and soup to the rescued",
        number: "300",
        value: 300,
        unit: "person",
        modifier: "around",
        subject: "volunteers",
        predicate: "hand",
        place: "Upper Sarn",
      },
      {
        clause: "More than 1,000 passengers were taken off",
        number: "1,000",
        value: 1000,
        unit: "person",
        modifier: "more than",
        subject: "passengers",
        predicate: "take",
      },
    ],
    quotes: [{ text: "“The captain sounded no alarm, the boats we found for ourselves,”", speaker: "Ilmar Khodakov" }],
    people: ["Ilmar Khodakov"],
    places: ["Upper Sarn"],
  }),
];
