/**
 * A set of recurring reports, written by us: quarterly results, weather warnings, match reports, court calendars. Each
 * is one template filled with other names, figures and dates, so the words agree and the facts do not; or with the names
 * of one small world, so that even they agree. Every event has the report and a lightly edited copy of it; two events of
 * one template, or of one world, are neither one event nor derived.
 */
const seeded = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SYLLABLES = "bar cor den fal gor hal jun kes lom mar nev ord pel quin ros sal tor ulm vex wen yor zan".split(" ");
const QUARTERS = ["first", "second", "third", "fourth"];

/** Events that share a world share its names: the same firm a quarter later, the same town on another day. */
const WORLD_EVENTS = 10;
const WORLD_NAMES = 9;

/** @returns {{id: string, group: string, template: string, title: string, text: string}[]} */
export function templateSet(events = 240, seed = 7) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const world = [];
  let shared = 0;
  const name = (n = 2) => {
    if (world.length > 0 && random() < shared) return world[Math.floor(random() * world.length)];
    let word = "";
    for (let i = 0; i < n; i++) word += pick(SYLLABLES);
    return word[0].toUpperCase() + word.slice(1);
  };
  const figure = (low, high, digits = 0) => (low + random() * (high - low)).toFixed(digits);
  const templates = {
    results: () => {
      const firm = `${name()} ${pick(["Industries", "Holdings", "Foods", "Motors", "Energy"])}`;
      const quarter = pick(QUARTERS);
      const chief = `${name()} ${name(3)}`;
      return {
        title: `${firm} reports ${quarter}-quarter results`,
        paragraphs: [
          `${firm} on ${pick(MONTHS)} ${figure(1, 28)} reported ${quarter}-quarter net income of $${figure(2, 90, 1)} million, or ${figure(10, 99)} cents per share, compared with $${figure(2, 90, 1)} million a year earlier.`,
          `Revenue for the three months rose ${figure(1, 30, 1)} percent to $${figure(100, 900)} million. Analysts surveyed before the announcement had on average expected earnings of ${figure(10, 99)} cents per share.`,
          `"We are pleased with our performance in the quarter and remain confident in our strategy," chief executive ${chief} said in a statement.`,
          `The company said it expects full-year earnings of $${figure(1, 4, 2)} to $${figure(4, 7, 2)} per share on revenue of about $${figure(1, 4, 1)} billion.`,
          `Shares of ${firm} closed at $${figure(10, 200, 2)} and have gained ${figure(1, 40)} percent since the beginning of the year.`,
        ],
      };
    },
    weather: () => {
      const county = name(3);
      return {
        title: `Flood warning issued for ${county} County`,
        paragraphs: [
          `The weather service has issued a flood warning for ${county} County until ${figure(1, 12)} p.m. on ${pick(MONTHS)} ${figure(1, 28)}, after ${figure(20, 140)} millimeters of rain fell in ${figure(3, 24)} hours.`,
          `The ${name()} River at ${name()} stood at ${figure(2, 9, 1)} meters and was expected to crest at ${figure(4, 12, 1)} meters, above the flood stage of ${figure(2, 6, 1)} meters.`,
          `Residents in low-lying areas were told to move to higher ground. Officials opened ${figure(2, 20)} shelters, and ${figure(200, 9000)} households were without power.`,
          `Never drive through a flooded road. Most flood deaths occur in vehicles, the service said.`,
        ],
      };
    },
    match: () => {
      const home = name();
      const away = name();
      return {
        title: `${home} beat ${away} to stay in title race`,
        paragraphs: [
          `${home} beat ${away} ${figure(2, 5)}-${figure(0, 2)} on ${pick(["Saturday", "Sunday", "Friday", "Monday"])} to stay within ${figure(1, 9)} points of the leaders with ${figure(3, 12)} matches to play.`,
          `${name()} ${name()} opened the scoring in the ${figure(3, 44)}th minute with a low shot from the edge of the area before ${name()} ${name()} doubled the lead after ${figure(46, 70)} minutes.`,
          `The visitors hit the post late on but never looked like getting back into the game in front of ${figure(8000, 60000)} spectators.`,
          `"The players gave everything and the fans were magnificent," coach ${name()} ${name()} said. "We take it one game at a time."`,
        ],
      };
    },
    court: () => {
      const accused = `${name()} ${name(3)}`;
      return {
        title: `Man jailed for ${figure(2, 20)} years after ${pick(["robbery", "fraud", "arson"])}`,
        paragraphs: [
          `A ${figure(19, 70)}-year-old man was sentenced to ${figure(2, 20)} years in prison by ${name()} District Court on ${pick(MONTHS)} ${figure(1, 28)} after a jury found him guilty on ${figure(2, 9)} counts.`,
          `${accused}, of ${name()} Street, had denied all charges during the ${figure(3, 30)}-day trial. Judge ${name()} ${name()} told him he had shown no remorse.`,
          `The court heard that ${figure(2, 40)} people lost a total of ${figure(10, 900)},000 euros between ${figure(2001, 2014)} and ${figure(2015, 2023)}.`,
          `Detective ${name()} ${name()}, who led the investigation, thanked the victims for their courage in coming forward.`,
        ],
      };
    },
    opinion: () => {
      const place = name(3);
      return {
        title: `Poll: ${figure(35, 60)} percent would vote for ${name()} in ${place}`,
        paragraphs: [
          `If elections were held in ${place} this week, ${figure(35, 60)} percent of respondents would vote for ${name()} ${name()}, according to a survey by the ${name()} Institute published on ${pick(MONTHS)} ${figure(1, 28)}.`,
          `The candidate of the ${name()} party would get ${figure(20, 40)} percent, while ${figure(5, 20)} percent were undecided and ${figure(2, 12)} percent said they would not vote.`,
          `The institute interviewed ${figure(800, 3000)} adults by telephone between the ${figure(1, 14)}th and the ${figure(15, 28)}th. The margin of error is ${figure(1, 4, 1)} percentage points.`,
        ],
      };
    },
  };
  const docs = [];
  const kinds = Object.keys(templates);
  for (let event = 0; event < events; event++) {
    if (event % WORLD_EVENTS === 0) {
      world.length = 0;
      const names = Array.from({ length: WORLD_NAMES }, () => name(2 + Math.floor(random() * 2)));
      world.push(...names);
      // Some worlds share everything, some nothing.
      shared = [0, 0, 0.5, 0.8, 0.95][Math.floor(event / WORLD_EVENTS) % 5];
    }
    const template = kinds[event % kinds.length];
    const { title, paragraphs } = templates[template]();
    docs.push({ id: `tpl:${event}_0`, group: `tpl${event}`, template, title, text: paragraphs.join("\n") });
    // The copy drops or swaps a paragraph and loses the headline now and then, as syndication does.
    const copied = paragraphs.filter((_, i) => i === 0 || random() > 0.25);
    docs.push({
      id: `tpl:${event}_1`,
      group: `tpl${event}`,
      template,
      title: random() > 0.3 ? title : null,
      text: copied.join("\n"),
    });
  }
  return docs;
}
