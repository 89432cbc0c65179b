import { toGroups, toSet } from "../language-words.ts";

/** Units by their names and abbreviations; CLDR's names of units come on top of these. */
export const units = toGroups(`
  seconde secondes=second minute minutes min=minute heure heures h=hour jour jours=day semaine semaines=week
  mois=month an ans année années=year décennie décennies=decade siècle siècles=century nuit nuits=night
  kilomètre kilomètres km=kilometer mètre mètres m=meter centimètre centimètres cm=centimeter millimètre millimètres mm=millimeter
  mille_marin=nautical_mile pied pieds=foot pouce pouces=inch
  kilogramme kilogrammes kilo kilos kg=kilogram gramme grammes g=gram tonne tonnes t=ton
  litre litres l=liter baril barils=barrel hectare hectares ha=hectare degré degrés=degree
  mégawatt mégawatts mw=megawatt gigawatt gigawatts gw=gigawatt kilowatt kilowatts kw=kilowatt nœuds nœud=knot
`);

/** Currencies by their bare names; CLDR's full names come on top of these. */
export const currencies = toGroups(`
  dollar dollars=USD euro euros=EUR livre livres=GBP yen yens=JPY yuan yuans=CNY rouble roubles=RUB roupie roupies=INR
  franc francs=CHF rand=ZAR couronne couronnes=crown peso pesos=peso dinar dinars=dinar dirham dirhams=MAD
  centime centimes=cent
`);

export const designators = toSet(
  "article l'article alinéa l'alinéa autoroute l'autoroute bâtiment boeing airbus bus chambre chapitre classe formule gare groupe ligne n no numéro page " +
    "porte quai résolution route salle terminal tramway vol voie",
);
