import type { GroupInput } from "@wirefold/core";
import { BACKGROUND, EVENT_KINDS, type EventKind, HOUSE_TEXTS, NOUNS } from "./news-templates.ts";

/**
 * Invented news with the difficulties of real news: names that recur for years, occasions of one kind again and again
 * (the same two clubs in another round, the same company's next quarter, another quake at the same town), several
 * newsrooms on one event, copies, house paragraphs, round-ups, missing dates. What belongs together is known.
 */
export interface InventedDocument extends GroupInput {
  /** The event it reports; a round-up has none but its own. */
  readonly event: string;
  /** Copies of one text share it. */
  readonly lineage: string;
}

export interface InventedNewsOptions {
  readonly seed?: number;
  /** Reports a day. @default 120 */
  readonly perDay?: number;
  /** First day, in days since 1970. @default 22000 (March 2030) */
  readonly firstDay?: number;
  /** Background sentences a report, at most. @default 10 */
  readonly background?: number;
  /** Share of reports without a date. @default 0.03 */
  readonly undated?: number;
  readonly prefix?: string;
  /** Names of the kinds of events. @default all */
  readonly kinds?: readonly string[];
}

const SYLLABLES =
  "ba cel dor fen gar hol jen kar lim mor nav ost pel quin ral sel tor ul ves wen yar zel bri cru dra glo ska tre".split(" ");
const ENDINGS = "ton by heim stad ovo wick dal mere burg ica sund port".split(" ");
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");
const QUARTERS = ["first", "second", "third", "fourth"];
const OFFICES = ["mayor", "minister", "prefect", "treasurer"];

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
  };
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
const ordinal = (value: string): string => {
  const n = Number(value);
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${value}${ending}`;
};

/** `count` documents in the order of their dates, made one at a time. */
export function* inventedNews(count: number, options: InventedNewsOptions = {}): Generator<InventedDocument> {
  const { seed = 1, perDay = 120, firstDay = 22_000, background = 10, undated = 0.03, prefix = "invented", kinds } = options;
  const eventKinds = EVENT_KINDS.filter(({ name }) => kinds?.includes(name) ?? true);
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new RangeError("nothing to choose from");
    return one;
  };
  const word = (): string => Array.from({ length: 2 + below(2) }, () => pick(SYLLABLES)).join("");
  const names = (n: number, make: () => string): string[] => Array.from({ length: n }, make);
  const towns = names(160, () => capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS)));
  const firstNames = names(60, () => capital(pick(SYLLABLES) + pick(["a", "o", "en", "is", ""])));
  const people = names(700, () => `${pick(firstNames)} ${capital(word())}`);
  const firms = names(120, () => `${capital(word())} ${pick(["Works", "Lines", "Group", "Mills", "Energy", "Foods"])}`);
  const outlets = names(40, () => `${pick(towns)} ${pick(["Post", "Courier", "Herald", "Echo", "Observer"])}`);
  const clubs = towns.slice(0, 24).map((town) => `${pick(["Athletic", "United", "Rovers", "Sporting"])} ${town}`);

  const fill = (template: string, facts: Readonly<Record<string, string>>): string =>
    template
      .replace(/\[([^\]]+)\]/g, (_, choices: string) => pick(choices.split("|")))
      .replace(/\{(\w+)(:ord)?\}/g, (_, key: string, ord?: string) => {
        const value = facts[key] ?? pick(NOUNS);
        return ord === undefined ? value : ordinal(value);
      });

  interface Event {
    readonly name: string;
    readonly kind: EventKind;
    readonly day: number;
    readonly facts: Record<string, string>;
  }
  const eventOf = (name: string, day: number): Event => {
    const date = new Date(day * 86_400_000);
    const n = (low: number, high: number): string => String(low + below(high - low));
    const town = pick(towns);
    return {
      name,
      day,
      kind: pick(eventKinds),
      facts: {
        town,
        town2: pick(towns),
        who: pick(people),
        who2: pick(people),
        who3: pick(people),
        clubA: pick(clubs),
        clubB: pick(clubs),
        firm: pick(firms),
        union: `${pick(towns)} ${pick(["drivers", "guards", "signalmen"])}' union`,
        office: pick(OFFICES),
        weekday: WEEKDAYS[date.getUTCDay()] ?? "Monday",
        month: MONTHS[(date.getUTCMonth() + 9) % 12] ?? "May",
        quarter: QUARTERS[Math.floor(date.getUTCMonth() / 3)] ?? "first",
        round: n(2, 34),
        goals: n(2, 6),
        goals2: n(0, 2),
        minute: n(55, 90),
        crowd: `${n(4, 40)},${n(100, 999)}`,
        lost: n(2, 8),
        mag: `${n(4, 8)}.${n(0, 10)}`,
        dead: n(3, 60),
        depth: n(5, 80),
        saved: n(6, 90),
        homes: `${n(2, 60)},${n(100, 999)}`,
        pct: n(3, 40),
        profit: n(12, 900),
        sales: `${n(1, 9)},${n(100, 999)}`,
        staff: `${n(1, 30)},${n(100, 999)}`,
        div: `${n(1, 9)}.${n(10, 99)}`,
        years: n(2, 15),
        sum: `${n(100, 999)},${n(100, 999)}`,
        days: n(2, 30),
        witnesses: n(12, 90),
        crews: n(8, 60),
        hours: n(4, 30),
        hurt: n(7, 90),
        trains: n(100, 999),
        offer: n(1, 4),
      },
    };
  };
  const backgroundOf = (facts: Readonly<Record<string, string>>): string => {
    const own = {
      town: facts.town ?? "",
      town2: facts.town2 ?? "",
      who3: facts.who3 ?? "",
      noun: pick(NOUNS),
      noun2: pick(NOUNS),
      noun3: pick(NOUNS),
    };
    return fill(pick(BACKGROUND), own);
  };

  let made = 0;
  let eventNumber = 0;
  for (let day = firstDay; made < count; day++) {
    const leads: string[] = [];
    for (let today = 0; today < perDay && made < count; ) {
      const event = eventOf(`event-${eventNumber++}`, day);
      const rooms = [...event.kind.rooms.keys()].sort(() => random() - 0.5);
      const versions = random() < 0.35 ? 1 : 2 + below(4);
      let original = "";
      let lineage = "";
      for (let version = 0; version < versions && made < count; version++, made++, today++) {
        const id = `${prefix}-${String(made).padStart(7, "0")}`;
        const outlet = pick(outlets);
        const [headline = "", lead = "", ...rest] = event.kind.rooms[rooms[version % rooms.length] ?? 0] ?? [];
        const copy = version >= rooms.length || (version > 0 && random() < 0.25);
        let text: string;
        if (copy) {
          const sentences = original.split("\n");
          text = sentences.filter((_, i) => i < 2 || random() < 0.85).join("\n");
        } else {
          const kept = rest.filter(() => random() < 0.8).sort(() => random() - 0.5);
          const more = names(below(background + 1), () => backgroundOf(event.facts));
          text = [lead, ...kept]
            .map((one) => fill(one, event.facts))
            .concat(more)
            .join("\n");
          original = text;
          lineage = id;
        }
        if (version === 0) leads.push(text.split("\n").slice(0, 3).join(" "));
        const house = random() < 0.3 ? `\n${fill(pick(HOUSE_TEXTS), { outlet })}` : "";
        const at = event.day + (0.25 + random() * 1.5);
        yield {
          id,
          title: fill(headline, event.facts),
          text: text + house,
          published_at: random() < undated ? null : new Date(Math.round(at * 86_400_000)).toISOString(),
          outlet,
          language: "en",
          event: event.name,
          lineage,
        };
      }
    }
    if (made < count && leads.length > 4) {
      const outlet = pick(outlets);
      const id = `${prefix}-${String(made++).padStart(7, "0")}`;
      const text = names(4 + below(4), () => pick(leads)).join("\n");
      const published_at = new Date((day + 0.9) * 86_400_000).toISOString();
      yield { id, title: "The day in brief", text, published_at, outlet, language: "en", event: `round-up-${day}`, lineage: id };
    }
  }
}
