import { words } from "../word-list.ts";

/** Nouns that end in -s or -x in the singular too. */
const unchanged = words(`
  pays cas bras corps temps mois fois avis brebis souris tapis progrès procès accès succès décès excès colis repas jus os bus virus campus
  permis logis relais palais marais rabais radis puits poids bois choix voix prix croix noix faux toux taux index lynx silex héros velours
  parcours concours recours secours discours cours biais embarras matelas cadenas ananas canevas fils ours mors abus refus surplus
`);

/** The singular of a French noun in lower case, by its ending: “buts”, “journaux”, “bateaux”. */
export function frenchSingular(lower: string): string {
  if (lower.length < 4 || unchanged.has(lower)) return lower;
  if (/(?:eaux|eux|oux)$/.test(lower)) return lower.slice(0, -1);
  if (lower.endsWith("aux")) return `${lower.slice(0, -2)}l`;
  return lower.endsWith("s") ? lower.slice(0, -1) : lower;
}
