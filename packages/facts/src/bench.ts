import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { findDates, findFigures, findQuotedSpans } from "@wirefold/text";
import { extractFacts } from "./extract-facts.ts";

/** One measured line. Rates are of CPU time of this process, so a busy machine changes them little. */
export interface ExtractBenchRow {
  readonly [column: string]: string | number | null;
  readonly system: string;
  /** Articles of 740 words (4,500 characters) a CPU second. */
  readonly articlesPerCpuSecond: number;
  readonly megabytesPerCpuSecond: number;
  /**
   * CPU time as a multiple of that of a fixed piece of work on the same texts, measured in turns: builds and machines compare by it
   * even where others work beside them.
   */
  readonly timesReference: number;
  /** How many things were found in all the documents. */
  readonly found: number;
}

export interface ExtractBenchOptions {
  /** JSONL with a `text` in each line. @default invented articles */
  readonly docsFile?: string;
  /** A folder of `.jsonl` or `.txt` files, read instead. */
  readonly dataDir?: string;
}

/** Characters of a 740-word English news article. */
const articleLength = 4500;
/** Rounds before measuring: the compiler needs them to settle. */
const warmUpRounds = 4;
const measureMs = 1500;
/** Fewest texts measured, so that one odd document weighs little. */
const textsMin = 200;

/** The simplest quotation finder there is, for comparison: whatever stands between two marks, and the word of saying next to it. */
const bareQuote = /[“"]([^”"\n]{2,2000})[”"](?:\s*(?:\p{L}+\s){0,4}(?:said|says|told|added|asked|wrote))?/gu;

/**
 * Measures fact extraction and its parts in one run, with a bare quotation regex as the baseline. The last
 * rows read one text at 1, 10 and 100 times its length: equal megabytes a second mean linear time.
 */
export function benchExtract(options: ExtractBenchOptions = {}): ExtractBenchRow[] {
  const texts = readTexts(options);
  const rows = [
    measure(
      "extractFacts, everything",
      texts,
      (text) => extractFacts({ id: "bench", text, published_at: "2024-03-05" }).quotes.length,
    ),
    measure("quotation marks only", texts, (text) => findQuotedSpans(text).length),
    measure("figures only", texts, (text) => findFigures(text).length),
    measure("dates only", texts, (text) => findDates(text).length),
    measure("baseline: bare quotation regex", texts, (text) => [...text.matchAll(bareQuote)].length),
  ];
  const one = texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  for (const times of [1, 10, 100]) {
    const text = Array.from({ length: times }, () => one).join("\n\n");
    rows.push(
      measure(
        `linearity: ${times} times ${one.length} characters`,
        [text],
        (each) => extractFacts({ id: "bench", text: each, language: "en" }).quotes.length,
      ),
    );
  }
  return rows;
}

/**
 * The fixed piece of work: each word cut, folded and counted, as reading a text does above all. It never changes, so that figures of
 * different builds have one measure.
 */
function countWords(text: string): number {
  const counts = new Map<string, number>();
  for (const word of text.split(" ")) {
    const lower = word.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  return counts.size;
}

/** CPU seconds of this process that `read` takes for all the texts, and what it found. */
function timed(texts: readonly string[], read: (text: string) => number): { seconds: number; found: number } {
  const cpu = process.cpuUsage();
  let found = 0;
  for (const text of texts) found += read(text);
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (user + system) / 1e6, found };
}

function measure(system: string, texts: readonly string[], read: (text: string) => number): ExtractBenchRow {
  for (let round = 0; round < warmUpRounds && texts.length * articleLength < 5e6; round++) for (const text of texts) read(text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  let found = 0;
  let characters = 0;
  let seconds = 0;
  let referenceSeconds = 0;
  const until = performance.now() + measureMs;
  do {
    referenceSeconds += timed(texts, countWords).seconds;
    const turn = timed(texts, read);
    found = turn.found;
    seconds += turn.seconds;
    characters += length;
  } while (performance.now() < until);
  return {
    system,
    articlesPerCpuSecond: characters / articleLength / seconds,
    megabytesPerCpuSecond: characters / 1e6 / seconds,
    timesReference: seconds / referenceSeconds,
    found,
  };
}

function readTexts({ docsFile, dataDir }: ExtractBenchOptions): string[] {
  const files =
    docsFile !== undefined ? [docsFile] : dataDir === undefined ? [] : readdirSync(dataDir).map((name) => join(dataDir, name));
  const texts: string[] = [];
  for (const file of files) {
    if (file.endsWith(".txt") && statSync(file).isFile()) texts.push(readFileSync(file, "utf8"));
    if (!file.endsWith(".jsonl")) continue;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const text: unknown = line === "" ? null : (JSON.parse(line) as { text?: unknown }).text;
      if (typeof text === "string") texts.push(text);
    }
  }
  const base = texts.length > 0 ? texts : Array.from({ length: textsMin }, (_, index) => inventArticle(index));
  const out: string[] = [];
  while (out.length < textsMin) out.push(...base);
  return out;
}

const people = ["Ana Duarte", "Carl Oram", "Ilse Brandt", "Tomas Weld", "Rosa Venn", "Peter Hallow"];
const towns = ["Sorrel", "Harrowgate", "Lindmark", "Vastervik", "Oldmere"];

/** A news article of about 740 words about nothing that happened; the same number gives the same article. */
export function inventArticle(seed: number): string {
  const pick = <T>(list: readonly T[], at: number): T => list[(seed * 7 + at * 3) % list.length] as T;
  const paragraphs = [`Over ${seed + 12},000 leave ${pick(towns, 0)} as the river rises`];
  for (let i = 0; i < 10; i++) {
    const person = pick(people, i);
    const town = pick(towns, i + 1);
    const count = 1000 + ((seed * 37 + i * 911) % 9000);
    paragraphs.push(
      `The harbour board of ${town} said more than ${count.toLocaleString("en")} people had left their homes since Monday, while about ${i + 2} kilometers of road were closed. Officials expected the water to fall by the weekend.`,
      `“We have never seen anything like it, and we will need every hand we can get,” Mayor ${person} told reporters on Tuesday. “The next two days decide.” He said the council had asked for ${i + 11} more pumps, of which only three had come.`,
      `According to local police, at least ${i + 3} people were taken to hospital. A spokeswoman, who asked not to be named, called the reports of looting “plain nonsense” and said nearly ${i + 20} percent of the shops had opened again.`,
    );
  }
  return paragraphs.join("\n\n");
}
