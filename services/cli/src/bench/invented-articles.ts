import { mustAt } from "@wirefold/core";

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

const nouns =
  "harvest bridge council market tunnel factory library orchestra harbour quarry museum railway stadium hospital vineyard reservoir airport laboratory theatre brewery cathedral refinery shipyard academy parliament tower forest glacier island lighthouse warehouse turbine ferry tram archive greenhouse dam canal mine pipeline observatory monastery fishery sawmill bakery embassy prison fortress plaza cinema gallery aquarium cemetery courthouse depot elevator fountain garrison hangar inn jetty kiosk laundry marina nursery orchard pavilion quay ranch satellite terminal university viaduct windmill zoo committee budget contract lawsuit census patent strike tariff treaty verdict subsidy licence referendum curriculum vaccine antenna battery engine recipe manuscript portrait sculpture symphony tournament marathon".split(
    " ",
  );
const adjectives =
  "abandoned ancient bankrupt bilingual brittle coastal costly crowded damp disputed electric empty fragile frozen generous hidden hollow idle illegal jagged lengthy lonely mobile muddy narrow noisy obsolete orange painted polite private quiet radical rusty sacred shallow silent steep stolen sturdy temporary tidal toxic unfinished unpopular urgent vacant velvet volatile wooden".split(
    " ",
  );
const verbs =
  "absorbed admired approved audited balanced blocked borrowed broadened cancelled celebrated closed copied criticised damaged defended delayed doubled drained emptied examined expanded financed flooded guarded halted hosted ignored improved inherited inspected insured launched leased lifted measured merged moved neglected opened overtook painted praised privatised rebuilt recorded rejected rented repaired replaced restored sealed searched shortened sold split supplied surveyed tested toppled trained transferred translated valued visited welcomed widened".split(
    " ",
  );

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

/** Sentences in the words of one story: a few from the common stock, and many compounds nobody else uses. */
function inventSentences(random: () => number): () => string {
  const any = (list: readonly string[]) => pickFrom(list, random);
  const some = (list: readonly string[], count: number) => shuffled(list, random).slice(0, count);
  const ownNouns = [...some(nouns, 8), ...Array.from({ length: 24 }, () => `${any(syllables)}${any(syllables)}${any(nouns)}`)];
  const ownAdjectives = [...some(adjectives, 8), ...Array.from({ length: 8 }, () => `${any(syllables)}${any(adjectives)}`)];
  const ownVerbs = some(verbs, 14);
  const thing = () => `the ${any(ownAdjectives)} ${any(ownNouns)}`;
  const clause = () => `${thing()} ${any(ownVerbs)} ${thing()} near ${random() < 0.3 ? "{t}" : `the ${any(ownNouns)}`}`;
  return () => {
    const shape = random();
    if (shape < 0.2)
      return `“We ${any(ownVerbs)} ${thing()} because ${clause()},” said {p}, who ${any(ownVerbs)} ${thing()} two years ago.`;
    if (shape < 0.45) return `According to the {o}, ${clause()} and {m} workers ${any(ownVerbs)} ${thing()} before noon.`;
    if (shape < 0.7)
      return `${clause().replace(/^t/, "T")} after ${thing()} ${any(ownVerbs)} ${thing()}, a clerk of the ${any(ownNouns)} wrote.`;
    return `In the ${any(ownNouns)}, ${clause()} while {p} ${any(ownVerbs)} ${thing()} and ${thing()}.`;
  };
}

/** Names and figures of one event; independent reports have names of their own for people and round the figures. */
function inventStory(random: () => number): (sentence: string, independent: boolean) => string {
  const pick = (list: readonly string[]) => pickFrom(list, random);
  const word = (parts: number) => {
    const name = Array.from({ length: parts }, () => pick(syllables)).join("");
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const town = word(3);
  const river = word(2);
  const ministry = `${word(2)} Interior Ministry`;
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

const pickFrom = (list: readonly string[], random: () => number) => mustAt(list, Math.floor(random() * list.length));

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [mustAt(copy, j), mustAt(copy, i)];
  }
  return copy;
}
