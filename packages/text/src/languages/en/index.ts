import { assembled } from "../assemble.ts";
import type { LanguageWords } from "../language-words.ts";
import { dates } from "./dates.ts";
import { numbers } from "./numbers.ts";
import { negations, senses } from "./senses.ts";
import { currencies, designators, units } from "./units.ts";

export const english: LanguageWords = assembled(
  "en",
  { ...numbers, ...dates, designators, negations, senses },
  { units, currencies },
);
