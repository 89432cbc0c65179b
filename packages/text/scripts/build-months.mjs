/**
 * Makes data/months.json: which month a word names in the languages below, by the Unicode Common Locale Data Repository as this Node
 * carries it. Asking it takes a tenth of a second, which every process that reads a page would pay.
 *
 *   node scripts/build-months.mjs
 */
import fs from "node:fs";
import { monthNames } from "../dist/languages/cldr-words.js";

/** Earlier languages win where two disagree: "listopada" is November in Polish and October in Croatian. */
const LANGUAGES =
  "en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr bg be uk ru lt lv et ro hu tr el id ms vi ar fa he hi bn".split(" ");

/** Abbreviations in use that CLDR does not list. */
const ALSO = {
  jänner: 1,
  feber: 2,
  fév: 2,
  фев: 2,
  maerz: 3,
  mrz: 3,
  μαι: 5,
  μαϊου: 5,
  aout: 8,
  сен: 9,
  ноя: 11,
  studenog: 11,
};

const months = new Map(Object.entries(ALSO));
for (const language of LANGUAGES)
  for (const [name, month] of monthNames(language)) if (!months.has(name)) months.set(name, month);
fs.writeFileSync(new URL("../data/months.json", import.meta.url), `${JSON.stringify(Object.fromEntries(months), null, 2)}\n`);
process.stderr.write(`${months.size} names\n`);
