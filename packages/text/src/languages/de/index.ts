import { assembled } from "../assemble.ts";
import type { LanguageWords } from "../language-words.ts";
import { dates } from "./dates.ts";
import { numbers } from "./numbers.ts";
import { negations, senses } from "./senses.ts";
import { currencies, designators, units } from "./units.ts";

export const german: LanguageWords = assembled(
  "de",
  { ...numbers, ...dates, designators, negations, senses },
  { units, currencies },
);
