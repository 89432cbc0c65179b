import { numbers as spanish } from "./es/numbers.ts";
import { numbers as french } from "./fr/numbers.ts";
import { toMap } from "./language-words.ts";

/** How a language says that a text looks back on something of years ago. One file for all, as the lists are short. */
export interface RetrospectWords {
  /** Phrases that alone say so: an anniversary. */
  readonly marks: readonly string[];
  /** Nouns for that day which say so behind a number only, as others begin alike ("Jahresbericht"). */
  readonly counted: readonly string[];
  /** A year, ten of them, and a hundred (often the half or a quarter of it). */
  readonly year: readonly string[];
  readonly decade: readonly string[];
  readonly century: readonly string[];
  readonly month: readonly string[];
  readonly week: readonly string[];
  /** Stands for the number of one year; where a language has no article, a year alone is one. */
  readonly one: readonly string[];
  /** Behind the span: what is looked back on follows. */
  readonly after: readonly string[];
  /** Behind that: a clause on somebody's life or career, and nothing the text looks back on ("a year after he left"). */
  readonly clause: readonly string[];
  /** Behind a span that begins or ends a sentence: it lies so long back. */
  readonly later: readonly string[];
  /** Behind the span: it lies so long back. */
  readonly ago: readonly string[];
  /** The same right before the span. */
  readonly agoBefore: readonly string[];
  /** Right before the span: that is how long something lasts ("jailed for five years after"). */
  readonly lasting: readonly string[];
  /** Numbers of years in words, where they are no figures in `comparisonWords`. */
  readonly numbers: ReadonlyMap<string, number>;
}
export type RetrospectList = Exclude<keyof RetrospectWords, "numbers">;

const list = (row: string): readonly string[] => (row === "" ? [] : row.split(",").map((phrase) => phrase.trim()));

/** Lists by name, those left out empty. */
function retrospect(
  lists: Partial<Record<RetrospectList, string>>,
  numbers: ReadonlyMap<string, number> = new Map(),
): RetrospectWords {
  const of = (name: RetrospectList): readonly string[] => list(lists[name] ?? "");
  return {
    marks: of("marks"),
    counted: of("counted"),
    year: of("year"),
    decade: of("decade"),
    century: of("century"),
    month: of("month"),
    week: of("week"),
    one: of("one"),
    after: of("after"),
    clause: of("clause"),
    later: of("later"),
    ago: of("ago"),
    agoBefore: of("agoBefore"),
    lasting: of("lasting"),
    numbers,
  };
}

export const RETROSPECT_WORDS: Readonly<Record<string, RetrospectWords>> = {
  cs: retrospect(
    {
      marks: "výročí",
      year: "rok, roky, let",
      month: "měsíc, měsíce, měsíců",
      week: "týden, týdny, týdnů",
      after: "po, od",
      later: "poté",
      agoBefore: "před",
    },
    toMap("dva=2 tři=3 čtyři=4 pět=5 šest=6 sedm=7 osm=8 devět=9 deset=10 patnáct=15 dvacet=20 třicet=30 padesát=50 sto=100"),
  ),
  da: retrospect(
    {
      marks: "årsdag, årsdagen",
      year: "år",
      decade: "årti, årtier",
      one: "et",
      month: "måned, måneder",
      week: "uge, uger",
      after: "efter",
      later: "senere",
      ago: "siden",
      agoBefore: "for",
    },
    toMap(
      "to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9 ti=10 femten=15 tyve=20 tredive=30 fyrre=40 halvtreds=50 hundrede=100",
    ),
  ),
  de: retrospect({
    counted: "jahrestag, jahrestages, jahrestags",
    year: "jahr, jahre, jahren",
    decade: "jahrzehnt, jahrzehnte, jahrzehnten",
    century: "jahrhundert, vierteljahrhundert",
    one: "ein, einem",
    month: "monat, monate, monaten",
    week: "woche, wochen",
    after: "nach",
    later: "danach, später",
    ago: "her",
    agoBefore: "vor",
    lasting: "für, zu",
  }),
  en: retrospect({
    marks:
      "anniversary, anniversaries, year to the day, years to the day, decade to the day, commemorate, commemorates, commemorated, commemorating, commemoration, commemorations",
    year: "year, years",
    decade: "decade, decades",
    century: "century, centuries",
    one: "a, one",
    month: "month, months",
    week: "week, weeks",
    after: "after, since, following, on from, on since, have passed since, has passed since",
    clause: "he, she, they, it, i, we, being, becoming, having, taking, making, winning, losing, leaving, joining, moving",
    later: "later, on",
    ago: "ago",
    lasting: "for, to, of, in",
  }),
  es: retrospect(
    {
      marks: "aniversario",
      year: "año, años",
      decade: "década, décadas",
      one: "un, una",
      month: "mes, meses",
      week: "semana, semanas",
      after: "después de, después del, desde, tras",
      later: "después, más tarde",
      ago: "atrás",
      agoBefore: "hace",
      lasting: "por, durante",
    },
    spanish.cardinals,
  ),
  fi: retrospect({
    marks: "vuosipäivä, vuosipäivänä",
    year: "vuosi, vuotta",
    decade: "vuosikymmen",
    month: "kuukausi, kuukautta",
    week: "viikko, viikkoa",
    after: "jälkeen",
    ago: "sitten",
  }),
  fr: retrospect(
    {
      marks: "anniversaire",
      year: "an, ans, année, années",
      decade: "décennie, décennies",
      one: "un, une",
      month: "mois",
      week: "semaine, semaines",
      after: "après, depuis",
      clause: "avoir, être, que",
      later: "plus tard, après",
      agoBefore: "y a, voici",
      lasting: "à, pendant, pour",
    },
    french.cardinals,
  ),
  hu: retrospect({
    marks: "évforduló, évfordulója",
    year: "év, évvel",
    decade: "évtizeddel",
    after: "után",
    later: "később",
    ago: "ezelőtt",
  }),
  it: retrospect(
    {
      marks: "anniversario",
      year: "anno, anni",
      decade: "decennio, decenni",
      one: "un",
      month: "mese, mesi",
      week: "settimana, settimane",
      after: "dopo, da, dal, dalla",
      later: "dopo",
      ago: "fa",
      lasting: "per",
    },
    toMap(
      "due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 quindici=15 venti=20 venticinque=25 trenta=30 quaranta=40 cinquanta=50 cento=100",
    ),
  ),
  nb: retrospect(
    {
      marks: "årsdag, årsdagen",
      year: "år",
      decade: "tiår",
      one: "et, ett",
      month: "måned, måneder",
      week: "uke, uker",
      after: "etter",
      later: "senere",
      ago: "siden",
      agoBefore: "for",
    },
    toMap("to=2 tre=3 fire=4 fem=5 seks=6 sju=7 åtte=8 ni=9 ti=10 femten=15 tjue=20 tretti=30 førti=40 femti=50 hundre=100"),
  ),
  nl: retrospect(
    {
      marks: "herdenking, herdenkt, herdenken, herdacht",
      year: "jaar, jaren",
      decade: "decennium, decennia",
      one: "een",
      month: "maand, maanden",
      week: "week, weken",
      after: "na, sinds",
      later: "later",
      ago: "geleden",
      lasting: "tot, voor",
    },
    toMap(
      "twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 vijftien=15 twintig=20 dertig=30 veertig=40 vijftig=50 honderd=100",
    ),
  ),
  pl: retrospect(
    {
      year: "rok, lata, lat",
      decade: "dekadę, dekady",
      month: "miesiąc, miesiące, miesięcy",
      week: "tydzień, tygodnie, tygodni",
      after: "po, od",
      later: "później",
      ago: "temu",
      agoBefore: "przed",
    },
    toMap(
      "dwa=2 trzy=3 cztery=4 pięć=5 sześć=6 siedem=7 osiem=8 dziewięć=9 dziesięć=10 piętnaście=15 dwadzieścia=20 trzydzieści=30 czterdzieści=40 pięćdziesiąt=50 sto=100",
    ),
  ),
  pt: retrospect(
    {
      marks: "aniversário",
      year: "ano, anos",
      decade: "década, décadas",
      one: "um, uma",
      month: "mês, meses",
      week: "semana, semanas",
      after: "depois da, depois de, depois do, após, desde",
      later: "depois",
      ago: "atrás",
      agoBefore: "há",
      lasting: "por, durante",
    },
    toMap(
      "dois=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 quinze=15 vinte=20 trinta=30 quarenta=40 cinquenta=50 cem=100",
    ),
  ),
  ru: retrospect(
    {
      marks: "годовщина, годовщину, годовщине",
      year: "год, года, лет",
      month: "месяц, месяца, месяцев",
      week: "недели, недель, неделю",
      after: "после, со дня",
      later: "спустя",
      ago: "назад",
    },
    toMap(
      "два=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 пятнадцать=15 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 сто=100",
    ),
  ),
  sv: retrospect(
    {
      marks: "årsdag, årsdagen",
      year: "år",
      decade: "decennium, decennier",
      one: "ett",
      month: "månad, månader",
      week: "vecka, veckor",
      after: "efter",
      later: "senare",
      ago: "sedan",
      agoBefore: "för",
    },
    toMap(
      "två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9 tio=10 femton=15 tjugo=20 trettio=30 fyrtio=40 femtio=50 hundra=100",
    ),
  ),
  tr: retrospect({ marks: "yıldönümü, yıl dönümü", year: "yıl", month: "ay", week: "hafta", later: "sonra", ago: "önce" }),
  uk: retrospect(
    {
      marks: "річниця, річницю",
      year: "рік, роки, років",
      month: "місяць, місяці, місяців",
      week: "тиждень, тижні, тижнів",
      after: "після",
      ago: "тому",
    },
    toMap("два=2 три=3 чотири=4 десять=10 двадцять=20 тридцять=30 сто=100"),
  ),
  zh: retrospect({ marks: "周年, 周年纪念" }),
};
