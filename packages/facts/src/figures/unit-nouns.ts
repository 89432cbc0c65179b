/** Plurals that -s does not make, and nouns for people that stand without a plural's ending. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ...named("person", "people men women children persons police troops personnel staff dead wounded injured folk"),
  ["lives", "life"],
  ["homes", "home"],
  ["feet", "foot"],
  ["mice", "mouse"],
  ["series", "series"],
  ["aircraft", "aircraft"],
  ["buses", "bus"],
  ["minibuses", "minibus"],
  ["viruses", "virus"],
  ["campuses", "campus"],
  ["gases", "gas"],
  ...named(
    "person",
    "menschen personen leute tote toten verletzte verletzten einwohner einwohnern beschäftigte beschäftigten " +
      "anwohner anwohnern bewohner bewohnern mitarbeiter mitarbeitern arbeiter arbeitern schüler schülern helfer " +
      "helfern soldaten polizisten feuerwehrleute einsatzkräfte einsatzkräften kräfte kinder kindern männer männern " +
      "frauen flüchtlinge flüchtlingen zuschauer zuschauern besucher besuchern gäste gästen bürger bürgern teilnehmer " +
      "teilnehmern demonstranten patienten",
  ),
]);

/** German nouns and the English words units are given in; compounds go by their last part: “Sporthallen”, “Dienstjahre”. */
const germanUnits: ReadonlyMap<string, string> = new Map([
  ...named("year", "jahr jahre jahren"),
  ...named("train", "zug züge zügen"),
  ...named("hall", "halle hallen"),
  ...named("point", "punkt punkte punkten"),
  ...named("house", "haus häuser häusern"),
  ...named("vehicle", "fahrzeug fahrzeuge fahrzeugen"),
  ...named("apartment", "wohnung wohnungen"),
  ...named("building", "gebäude gebäuden"),
  ...named("case", "fall fälle fällen"),
  ...named("town", "stadt städte städten"),
  ...named("country", "land länder ländern"),
  ...named("ship", "schiff schiffe schiffen"),
  ...named("car", "auto autos"),
  ...named("bus", "bus busse bussen"),
  ...named("bed", "bett betten"),
  ...named("vote", "stimme stimmen"),
  ...named("seat", "sitz sitze sitzen"),
  ...named("school", "schule schulen"),
  ...named("company", "unternehmen firma firmen"),
]);
/** Longest word whose parts are tried. */
const compoundLengthMax = 40;
const partLengthMin = 3;

/** The English unit for a German noun, by the longest known end of it; null for a noun nobody listed. */
export function germanUnit(noun: string): string | null {
  if (noun.length > compoundLengthMax) return null;
  for (let at = 0; noun.length - at >= partLengthMin; at++) {
    const part = noun.slice(at);
    const unit = irregularPlurals.get(part) ?? germanUnits.get(part);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** French and Spanish nouns that are counted most, by the English name of the unit. */
const romanceUnits: ReadonlyMap<string, string> = new Map([
  ...named(
    "person",
    "personne personnes gens mort morts morte mortes blessé blessés blessée blessées disparu disparus habitants riverains salariés " +
      "employés élèves pompiers policiers soldats passagers manifestants victimes enfants hommes femmes persona personas muerto " +
      "muertos muerta muertas herido heridos herida heridas desaparecido desaparecidos vecinos habitantes empleados trabajadores " +
      "alumnos bomberos policías soldados pasajeros manifestantes víctimas niños hombres mujeres fallecidos evacuados",
  ),
  ...named("vehicle", "véhicule véhicules vehículo vehículos"),
  ...named("car", "voiture voitures coche coches"),
  ...named("truck", "camion camions camión camiones"),
  ...named("house", "maison maisons casa casas"),
  ...named("home", "logement logements foyer foyers vivienda viviendas hogar hogares"),
  ...named("building", "bâtiment bâtiments immeuble immeubles edificio edificios"),
  ...named("company", "entreprise entreprises société sociétés empresa empresas"),
  ...named("job", "emploi emplois poste postes empleo empleos puesto puestos"),
  ...named("country", "pays país países"),
  ...named("town", "ville villes commune communes ciudad ciudades municipio municipios"),
  ...named("school", "école écoles escuela escuelas"),
  ...named("case", "cas caso casos"),
  ...named("vote", "voix voto votos"),
  ...named("seat", "siège sièges escaño escaños"),
  ...named("ship", "bateau bateaux navire navires barco barcos"),
  ...named("aircraft", "avion avions avión aviones"),
  ...named("train", "train trains tren trenes"),
]);

/** The unit a French or Spanish noun names; the noun itself where it is none of the common ones. */
export const romanceUnit = (noun: string): string => romanceUnits.get(noun) ?? noun;

const peopleNouns =
  /^(?:daughters|sons|brothers|sisters|wives|husbands|parents|siblings|relatives|cousins|grandchildren|friends|felons|ex-felons|convicts|folks|officers|officials|voters|residents|reservists|nationals|citizens|pedestrians|arrivals|inhabitants|casualties|fatalities|deaths|civilians|militants|fighters|conscripts|recruits|draftees|servicemen|tourists|travelers|travellers|immigrants|asylum-seekers|seekers|pupils|employees|spectators|fans|visitors|guests|viewers|users|subscribers|followers|hostages|prisoners|detainees|inmates|suspects|orphans|newcomers|exiles|evacuees|homeless|marchers|strikers|mourners|worshippers|pilgrims|taxpayers|consumers|applicants|graduates|athletes|runners|adults|youths|teens|babies|infants|boys|girls|others|miners|welders|farmers|drivers|nurses|sailors|divers|rescuers|builders|dockers|bakers|passengers|commuters|students|neighbors|neighbours|survivors|victims|members|colleagues|crewmen|villagers|islanders)$/;
/** Ends that make nouns for people: firefighters, dockworkers, shopkeepers, geologists. */
const peopleEnds = /.(?:fighters|workers|keepers|owners|goers|holders|dwellers|ologists|icians|niks|nauts|women|men)$/;

/** A plural noun for people beyond those that speak. */
export const isPeopleNoun = (word: string): boolean => peopleNouns.test(word) || peopleEnds.test(word);

function named(unit: string, forms: string): [string, string][] {
  return forms.split(" ").map((form) => [form, unit]);
}

/** Nouns for numbers of people, whatever else they say. */
export const tollWords = new Set("toll tally headcount todeszahl opferzahl bilan balance muertos víctimas".split(" "));
