import { mustAt } from "@wirefold/core";
import {
  adjectives,
  adverbs,
  auxiliaries,
  connectives,
  determiners,
  infinitives,
  ingVerbs,
  lightAdverbs,
  nouns,
  pastVerbs,
  plurals,
  prepositions,
} from "./invented-words.ts";

/**
 * Invented wire copy for benchmarks, from a seed: the same seed gives the same articles. Stories have an original, rewrites
 * of it (sentences dropped, reordered, figures blurred) and independent reports; half the documents stand alone.
 */
export interface InventedArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly published_at: string;
  readonly outlet: string;
}

/** Mulberry32 (Tommy Ettinger, public domain): a 32-bit generator good enough to vary text. Values in 0..1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  "ar bel cor dan el fen gar hol ir jor kel lum mar nor ost per quil ros sten tor ul ver wen yar zel bra dri fal gri hul".split(
    " ",
  );
const firstNames =
  "Anna Bruno Clara David Elena Felix Greta Hugo Irina Jonas Karla Leo Marta Nils Olga Paul Rosa Stefan Tilda Viktor".split(" ");
const outlets =
  "Harbour Courier|Vale Gazette|Northline News|The Morning Ledger|Radio Osten|City Desk|The Evening Tide|Plains Dispatch".split(
    "|",
  );
const offices =
  "Ministry Authority Agency Board Bureau Commission Department Inspectorate Office Service Council Institute".split(" ");
const events = ["flood", "ferry accident", "warehouse fire", "rail strike", "border closure", "power cut", "landslide", "storm"];

/** `{p}` person, `{o}` ministry, `{t}` town, `{r}` river, `{n}`/`{m}` figures, `{e}` event. */
const sentences = [
  "{T} – More than {n} people left their homes in {t} on Tuesday after the {e} that began overnight along the {r}, officials said.",
  "The {o} said {n} residents had been moved to schools and gyms in {t}, while another {m} were staying with relatives further inland.",
  "“We have not seen anything like this in twenty years, and we will need help to rebuild what was lost,” said {p}, the mayor of {t}.",
  "{p}, who heads the regional council, said roads into {t} would stay closed until engineers had inspected every bridge over the {r}.",
  "At least {m} people were looked after at the hospital in {t}, most of them for smoke, cold or broken bones, its director said.",
  "Queues of about {m} vehicles stretched for 12 kilometers (7 miles) along the only road that remained open toward the neighbouring district.",
  "“People are tired and afraid, but they are helping each other,” {p} told reporters outside the town hall, where volunteers handed out soup.",
  "The cause of the {e} had not been established, and investigators from the {o} were expected to reach the site on Wednesday morning.",
  "Power was out for nearly {n} households on Monday evening, according to the grid operator, which said repairs could take several days.",
  "A spokeswoman for the {o} denied reports that warnings had come too late, saying messages were sent to all phones in the area at noon.",
  "Opposition politicians demanded an inquiry, pointing to a report last year that had described the defences along the {r} as too weak.",
  "“Nobody told us to leave until the water was at the door,” said {p}, a baker who had carried her two children to a neighbour’s roof.",
  "The government in the capital promised {m} million crowns in emergency aid and asked insurers to settle small claims without delay.",
  "Trains between {t} and the coast were cancelled until further notice, and the operator offered travellers {m} seats on buses instead.",
  "Rescue teams with dogs searched the lower streets of {t} for {m} people who had not been heard from since the early hours of the day.",
  "Schools across the district will remain shut through Friday, the {o} said, affecting some {n} pupils and their teachers.",
  "The {r} stood at 6.4 meters on Tuesday, its highest level since measurements began there in 1954, and was expected to fall by the weekend.",
  "Farmers reported losing whole herds; the growers’ association put the damage at between {m} and {n} crowns per holding in the valley.",
  "{p} said the council had asked for {m} more pumps, of which only a dozen had arrived by nightfall from depots in the north.",
  "Neighbouring regions sent {m} firefighters and two helicopters, and the army was preparing to lay a temporary bridge at the old mill.",
  "“The order was given in time, and everyone followed it,” the regional governor, {p}, said in a speech carried on television.",
  "Shops in {t} ran out of bread and drinking water by midday, and prices for fuel doubled at the two stations that stayed open.",
  "A similar {e} struck the area eight years ago, claiming three lives and leaving parts of the old town empty for months afterwards.",
  "Scientists said heavy rain on frozen ground had run straight into the {r}, a pattern they expect to see more often in coming winters.",
  "By late afternoon about {n} people had registered for shelter, the Red Cross branch in {t} said, and more were arriving every hour.",
  "The archbishop called for prayers, and a benefit concert in the capital raised {m} thousand crowns within its first two hours.",
  "Police warned of looting in the evacuated streets and said they had detained {m} people, several of whom were carrying tools and torches.",
  "Insurance companies estimated the total damage at {n} million crowns, but cautioned that the figure was likely to change in the coming weeks.",
];

/** Sentences that carry about 740 words. */
const sentencesPerArticle = 31;

export function* inventArticles(count: number, seed = 1): Generator<InventedArticle> {
  const random = randomFrom(seed);
  let number = 0;
  for (let story = 0; number < count; story += 1) {
    const size = random() < 0.5 ? 1 : 2 + Math.floor(random() * 5);
    const fill = inventStory(random);
    // Hardly a sentence could stand in another story's report, and each story has words of its own, as in real news.
    const inventSentence = inventSentences(random);
    const order = shuffled(
      [...shuffled(sentences.slice(1), random).slice(0, 2), ...Array.from({ length: 42 }, inventSentence)],
      random,
    );
    const day = String(1 + (story % 28)).padStart(2, "0");
    for (let member = 0; member < size && number < count; member += 1, number += 1) {
      const independent = member > 0 && member % 3 === 0;
      const told = independent ? [...order.slice(0, 2), ...Array.from({ length: 38 }, inventSentence)] : order;
      const chosen = member === 0 || independent ? told : told.filter(() => random() < 0.85);
      const paragraphs = [...sentences.slice(0, 1), ...chosen]
        .slice(0, sentencesPerArticle)
        .map((sentence) => fill(sentence, independent));
      yield {
        id: `invented-${number}`,
        url: `https://${story}.example.org/${member}`,
        title: fill(member % 2 === 0 ? "{n} flee {e} in {t}" : "{t} counts losses after {e}", independent),
        text: paragraphs.join("\n"),
        published_at: `2031-03-${day}T${String(6 + member).padStart(2, "0")}:00:00Z`,
        outlet: pickFrom(outlets, random),
      };
    }
  }
}

/**
 * Sentences about one story's things, some of which nobody else names, in words of everybody. An article's words differ about as much as
 * a real one's of its length: half of them occur once.
 */
function inventSentences(random: () => number): () => string {
  const any = (list: readonly string[]) => pickFrom(list, random);
  const some = (list: readonly string[], count: number) => Array.from({ length: count }, () => any(list));
  const coined = (list: readonly string[]) => coinedWord(list, rareRank(random));
  const ownNouns = [...some(nouns, 12), ...Array.from({ length: 24 }, () => coined(nouns))];
  const ownAdjectives = [...some(adjectives, 8), ...Array.from({ length: 10 }, () => coined(adjectives))];
  const noun = () => {
    const whose = random();
    return whose < 0.3 ? any(ownNouns) : whose < RARE_FROM ? any(nouns) : coined(nouns);
  };
  const adjective = () => any(random() < 0.25 ? ownAdjectives : adjectives);
  const things = () => {
    const shape = random();
    if (shape < 0.3) return `${any(determiners)} ${adjective()} ${noun()}`;
    if (shape < 0.6) return `${any(determiners)} ${noun()}`;
    if (shape < 0.8) return `${any(determiners)} ${any(plurals)}`;
    return `the ${noun()} ${any(prepositions)} the ${noun()}`;
  };
  const did = () => {
    const shape = random();
    if (shape < 0.3) return `${any(lightAdverbs)} ${any(pastVerbs)}`;
    if (shape < 0.5) return `${any(auxiliaries)} ${any(lightAdverbs)} ${any(infinitives)}`;
    return shape < 0.6 ? `${any(adverbs)} ${any(pastVerbs)}` : any(pastVerbs);
  };
  const clause = () => `${things()} ${did()} ${things()} ${any(prepositions)} ${random() < 0.3 ? "{t}" : `the ${noun()}`}`;
  const gerund = () => `${any(ingVerbs)} ${things()}`;
  const openings = [
    () =>
      `According to the {o}, ${clause()} and {m} ${any(plurals)} ${any(pastVerbs)} ${things()} ${any(prepositions)} ${things()}.`,
    () => `The {o} had ${any(pastVerbs)} {m} ${any(plurals)}, though ${clause()} only after ${gerund()}.`,
    () => `At about {m} ${any(plurals)}, the ${noun()} would ${any(infinitives)} ${things()} unless ${clause()}, the {o} added.`,
  ];
  const others = [
    () =>
      `${capital(clause())} ${any(connectives)} ${things()} ${did()} ${things()}, a ${noun()} of the ${noun()} ${any(pastVerbs)}.`,
    () => `${capital(gerund())} could ${any(infinitives)} ${things()}, ${any(connectives)} ${clause()}, one ${noun()} has shown.`,
    () => `There was no ${noun()} to ${any(infinitives)}, but ${clause()}, which ${did()} ${things()} for years.`,
  ];
  const longer = [
    () => `In the ${noun()}, ${clause()} ${any(connectives)} {p} ${did()} ${things()} and ${things()}.`,
    () =>
      `Since then {p} has ${any(pastVerbs)} ${things()}, and more ${any(plurals)} than before would ${any(infinitives)} ${things()}.`,
    () => `Without ${gerund()}, {p} might not ${any(infinitives)} ${things()} from the ${noun()} where ${clause()}.`,
  ];
  return () => {
    const shape = random();
    if (shape < 0.2)
      return `“We ${any(pastVerbs)} ${things()} ${any(connectives)} ${clause()},” said {p}, who ${did()} ${things()}.`;
    if (shape < 0.45) return pickFrom(openings, random)();
    return pickFrom(shape < 0.7 ? others : longer, random)();
  };
}

/**
 * The place of a rare word among all rare words of a world, by Zipf's law: a few are met again and again, and however many stories were
 * told some are new.
 */
const rareRank = (random: () => number): number => Math.floor(rareFirst * (rareLast / rareFirst) ** random());
/** From here to 1 of all draws of a noun is one of these, apart from the story's own. */
const RARE_FROM = 0.8;
const rareFirst = 200;
const rareLast = 3_000_000;

function coinedWord(list: readonly string[], rank: number): string {
  const pair = Math.floor(rank / list.length);
  const first = mustAt(syllables, pair % syllables.length);
  const second = mustAt(syllables, Math.floor(pair / syllables.length) % syllables.length);
  const third =
    pair < syllables.length ** 2 ? "" : mustAt(syllables, Math.floor(pair / syllables.length ** 2) % syllables.length);
  return `${first}${second}${third}${mustAt(list, rank % list.length)}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Names and figures of one event; independent reports have names of their own for people and round the figures. */
function inventStory(random: () => number): (sentence: string, independent: boolean) => string {
  const pick = (list: readonly string[]) => pickFrom(list, random);
  const word = (parts: number) => {
    return capital(Array.from({ length: parts }, () => pick(syllables)).join(""));
  };
  const town = word(3);
  const river = word(2);
  const ministry = `${word(2)} ${capital(pick(nouns))} ${pick(offices)}`;
  const event = pick(events);
  const people = Array.from({ length: 6 }, () => `${pick(firstNames)} ${word(2)}`);
  const figures = Array.from({ length: 8 }, () => 100 + Math.floor(random() * 90_000));
  return (sentence, independent) => {
    let person = independent ? 3 : 0;
    let figure = sentence.length;
    return sentence.replace(/\{(\w)\}/g, (_, slot: string) => {
      if (slot === "p") return mustAt(people, person++ % people.length);
      if (slot === "n" || slot === "m") {
        const value = mustAt(figures, figure++ % figures.length);
        const small = slot === "m" ? Math.max(2, Math.floor(value / 100)) : value;
        return (independent && small > 1000 ? Math.round(small / 1000) * 1000 : small).toLocaleString("en");
      }
      if (slot === "o") return ministry;
      if (slot === "t") return town;
      if (slot === "T") return town.toUpperCase();
      if (slot === "r") return river;
      return event;
    });
  };
}

const pickFrom = <T>(list: readonly T[], random: () => number): T => mustAt(list, Math.floor(random() * list.length));

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [mustAt(copy, j), mustAt(copy, i)];
  }
  return copy;
}
