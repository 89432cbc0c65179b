import { words } from "../word-list.ts";

/** Nouns that end in -s in the singular too. */
const unchanged = words(
  "lunes martes miércoles jueves viernes crisis tesis virus dosis análisis autobús mes país gas bus tos dios atlas",
);

/** Consonants that a Spanish noun ends in, and that a plural in -es stands behind: “goles”, “aviones”, “ciudades”. */
const closedPlural = /[aeiouáéíóú][dlnr]es$/;

/** The singular of a Spanish noun in lower case, by its ending: “goles”, “aviones”, “luces”, “partidos”. */
export function spanishSingular(lower: string): string {
  if (lower.length < 4 || unchanged.has(lower)) return lower;
  if (/[aeiou]ces$/.test(lower)) return `${lower.slice(0, -3)}z`;
  if (lower.endsWith("iones")) return `${lower.slice(0, -5)}ión`;
  if (/(?:buses|países|meses|gases)$/.test(lower) || closedPlural.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("s") ? lower.slice(0, -1) : lower;
}
