import type { GroupInput } from "@wirefold/core";
import { mustAt } from "@wirefold/core";

/**
 * News-like documents for measuring cost, from a seed: words by Zipf's law, names and figures, stories of a few
 * documents, copies and reworded copies among them. Made one at a time, so a million need no memory.
 */
const VOCABULARY = 200_000;
/** Words any English report is made of, so that the frozen frequency table sees what it sees in news. */
const COMMON = (
  "the of to and a in that for is on was with said he as it at by from be have has his they are an not who but their were will " +
  "had this which or been would more about one after all when also people there can she if other new last year time than two into " +
  "over government state president country first police city officials public told could out no its what some while between during " +
  "against under because before since many most now week month day home work school court law report plan former local national " +
  "group company money million percent party members leader minister office house called made came took went held found given set"
).split(" ");
const COMMON_SHARE = 0.72;
const SYLLABLES = "ba ce di fo gu har jel kim lor mun nav pes qui ros sal tor ul vex wen yor zan".split(" ");

export interface NewsOptions {
  readonly words?: number;
  readonly seed?: number;
  /** Days the stories are spread over; longer corpora cover more time, as archives do. */
  readonly storiesPerDay?: number;
  /** Days after 1 January 2030 the first story is dated, and the number of the first document's id. */
  readonly firstDay?: number;
  readonly firstNumber?: number;
}

export function* syntheticNews(count: number, options: NewsOptions = {}): Generator<GroupInput> {
  const { words = 740, seed = 1, storiesPerDay = 400, firstDay = 0, firstNumber = 0 } = options;
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
  };
  // Rank r is drawn with a probability of about 1/r.
  const ranked = (): number => Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY))));
  const spelled = (rank: number): string => {
    let rest = rank + 7;
    let word = "";
    do {
      word += SYLLABLES[rest % SYLLABLES.length];
      rest = Math.floor(rest / SYLLABLES.length);
    } while (rest > 0);
    return word;
  };
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

  let made = 0;
  for (let story = 0; made < count; story++) {
    const day = new Date(Date.UTC(2030, 0, 1) + (firstDay + Math.floor(story / storiesPerDay)) * 86_400_000).toISOString();
    const own = Array.from({ length: 40 }, () => spelled(1000 + Math.floor(random() * 3_000_000)));
    const names = own.slice(0, 12).map(capital);
    const compose = (): string[] => {
      const sentences: string[] = [];
      for (let written = 0; written < words; written += 22) {
        const sentence = Array.from({ length: 22 }, (_, i) => {
          const roll = random();
          if (i > 0 && roll < 0.06) return mustAt(names, Math.floor(random() * names.length));
          if (roll < 0.14) return mustAt(own, 12 + Math.floor(random() * 28));
          if (roll < 0.165) return String(Math.floor(Math.exp(random() * 13)));
          return roll < 0.165 + COMMON_SHARE
            ? mustAt(COMMON, Math.floor(random() * random() * COMMON.length))
            : spelled(ranked());
        });
        sentence[0] = capital(mustAt(sentence, 0));
        sentences.push(`${sentence.join(" ")}.`);
      }
      return sentences;
    };
    const original = compose();
    // Two stories in five are told once; the rest have up to four more documents.
    const versions = random() < 0.4 ? 1 : 2 + Math.floor(random() * 4);
    for (let version = 0; version < versions && made < count; version++, made++) {
      const kind = random();
      const sentences =
        version === 0
          ? original
          : kind < 0.4
            ? original.filter((_, i) => i < 3 || random() < 0.8)
            : kind < 0.7
              ? original.map((text) => text.replace(/ [a-z]+/g, (word) => (random() < 0.3 ? ` ${spelled(ranked())}` : word)))
              : compose();
      yield {
        id: `synthetic-${firstNumber + made}`,
        title: `${names.slice(0, 3).join(" ")} ${own[20]}`,
        text: sentences.join(" "),
        published_at: day,
      };
    }
  }
}
