import type { Gender, Language, PronounInfo, Reporting } from "../grammar.ts";
import { toSet } from "../language-words.ts";
import { neutral } from "../neutral/grammar.ts";
import { french as words } from "./index.ts";
import { frenchSingular } from "./singulars.ts";
import { traits } from "./traits.ts";

const third = (gender: Gender | null, number: "singular" | "plural" = "singular"): PronounInfo => ({ gender, number, person: 3 });

const pronouns = new Map<string, PronounInfo>([
  ["il", third("m")],
  ["elle", third("f")],
  ["lui", third("m")],
  ["ils", third(null, "plural")],
  ["elles", third("f", "plural")],
  ["celui-ci", third("m")],
  ["celle-ci", third("f")],
  ["je", { gender: null, number: "singular", person: 1 }],
  ["nous", { gender: null, number: "plural", person: 1 }],
]);

/** Infinitives in -er with the forms that news writes: “déclare”, “déclarent”, “déclaré”, “déclarait”, “déclarant”. */
const firstGroup = (bases: string): string[] =>
  bases.split(" ").flatMap((base) => {
    const stem = base.slice(0, -2);
    return ["e", "ent", "é", "ée", "és", "ait", "aient", "a", "ant"].map((ending) => `${stem}${ending}`);
  });

const reporting: Reporting = {
  ...neutral.reporting,
  sayVerbs: new Set([
    ..."dit disent disait dira annoncé annonce annoncent annonçait expliqué précisé indiqué affirmé déclaré ajouté fait confié".split(
      " ",
    ),
    ...firstGroup(
      "déclarer affirmer expliquer indiquer préciser ajouter confirmer raconter souligner assurer estimer témoigner confier signaler",
    ),
  ]),
  conjunctions: toSet("que qu'il qu'elle qu'ils qu'elles qu'un qu'une qu'on qu'au qu'aucun"),
  toldInfinitives: toSet("avoir être n'avoir n'être vouloir ne"),
  estimates: toSet(
    "estime estiment évalue évaluent chiffre chiffrent évoque évoquent parle parlent recense table tablent prévoit attend",
  ),
  objectVerbs: new Map(
    firstGroup("dénoncer annoncer confirmer nier réclamer exiger regretter redouter")
      .concat("dénonçait dénonçaient dément démentent démenti craint craignent".split(" "))
      .map((verb) => [verb, new Set<string>()] as const),
  ),
  offers: new Set([
    ...firstGroup("réclamer demander exiger annoncer"),
    ..."promis promet promettent offre offrent offert".split(" "),
  ]),
  offered: toSet("une un aide enveloppe amende investissement total de d' quelque environ jusqu'à au moins"),
  joining: toSet("et mais ou qui dont tandis alors"),
  circumstances: toSet(
    "lors alors quand pendant après avant à au en dans sur lundi mardi mercredi jeudi vendredi samedi dimanche",
  ),
  hypothetical: toSet("pourrait pourraient devrait devraient peut peuvent"),
  unsaid: toSet("sans"),
  notSubjects: toSet("que qui quoi ce cela y où quand comment pourquoi"),
  documents: toSet("rapport étude enquête sondage communiqué document bilan chiffres données statistiques"),
  people: toSet("certains beaucoup plusieurs tous d'autres"),
  claimNouns: toSet("affirmation déclaration promesse crainte avertissement annonce"),
  things: toSet("partie moitié tiers nombre prix temps jour semaine mois année"),
  countingOn: [
    ["parmi", "eux"],
    ["parmi", "elles"],
  ],
};

/** French: quotations with who says them, figures with their units and sources, and dates. */
export const french: Language = {
  ...neutral,
  ...traits,
  language: "fr",
  words,
  singular: frenchSingular,
  speechVerbs: new Set([
    ...reporting.sayVerbs,
    ...firstGroup(
      "commenter insister rappeler conclure lancer regretter dénoncer noter remarquer jurer avouer répliquer demander marteler " +
        "résumer observer plaider critiquer protester justifier relater murmurer crier lâcher glisser poursuivre renchérir soupirer " +
        "ironiser tweeter déplorer détailler révéler alerter rétorquer réclamer rassurer considérer juger exiger fustiger avancer argumenter",
    ),
    ...(
      "répondu répond répondait reconnu reconnaît admis admet averti avertit avertissent avertissait prévenu prévient promis promet soutenu soutient écrit " +
      "écrivait conclu conclut poursuivi poursuit prévenait s'est-il s'est-elle s'exclame s'indigne s'inquiète s'interroge " +
      "s'étonne s'insurge s'emporte s'alarme s'agace s'amuse s'enthousiasme s'exclamait s'exclamé s'indigné rapporte rapporté renchérit défend défendu réagit réagi concède concédé espère souvient"
    ).split(" "),
  ]),
  looseSpeechVerbs: toSet(
    "jugé jugée juge trouve trouvé montré montrée montre dite dits dites qualifiée qualifient qualifié qualifie évoqué évoque parlé parle appelé appelle accusé accuse décrit salué salue fustigé",
  ),
  attitudeVerbs: toSet("craint craignent espère espèrent redoute prévoit prévoient attend attendent table tablent"),
  nounLikeVerbs: toSet("fait demande annonce note lance conclue rappel"),
  passiveAuxiliaries: toSet("est sont était étaient été fut furent sera seront"),
  speechNouns: toSet("communiqué entretien interview discours déclaration message lettre tweet conférence tribune"),
  betweenSubjectAndVerb: toSet(
    "a ont avait avaient aura est sont était ne pas n'a n'ont aussi également ensuite encore déjà lui leur nous y en se s'est " +
      "alors toutefois cependant ainsi hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche matin soir savoir " +
      "récemment finalement également simplement notamment immédiatement seulement néanmoins longuement publiquement rapidement",
  ),
  accordingTo: [
    ["selon"],
    ["d'après"],
    ["de", "source"],
    ["aux", "yeux", "de"],
    ["à", "en", "croire"],
    ["aux", "dires", "de"],
    ["de", "l'avis", "de"],
    ["de", "l'avis", "du"],
  ],
  leadIns: [],
  pronouns,
  determiners: toSet("le la les l' un une des du de ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos"),
  indefinite: toSet("un une des"),
  prepositions: new Set([
    ...words.datePrepositions,
    ..."à au aux de du des d' en dans sur sous par pour avec sans chez vers entre contre".split(" "),
  ]),
  personNouns: toSet(
    "homme femme personne habitant habitante habitants témoin témoins maire préfet préfète ministre président présidente porte-parole " +
      "procureur procureure avocat avocate avocats juge médecin infirmier infirmière chauffeur conducteur conductrice pompier " +
      "pompiers policier policiers enquêteur enquêteurs chercheur chercheuse chercheurs professeur professeure élève étudiant étudiante " +
      "directeur directrice responsable responsables chef cheffe patron patronne syndicaliste syndicalistes agriculteur agricultrice " +
      "commerçant commerçante voisin voisine voisins mère père fils fille frère sœur mari épouse parent parents entraîneur joueur " +
      "joueuse député députée sénateur sénatrice élu élue élus secretaire secrétaire économiste économistes analyste analystes expert " +
      "experts experte victime victimes rescapé rescapée passager passagère passagers salarié salariée salariés retraité retraitée " +
      "boulanger boulangère pilote journaliste militant militante militants manifestant manifestants",
  ),
  femaleNouns: toSet(
    "femme préfète présidente procureure avocate infirmière conductrice chercheuse professeure étudiante directrice cheffe patronne " +
      "agricultrice commerçante voisine mère fille sœur épouse joueuse députée sénatrice élue experte rescapée passagère salariée " +
      "retraitée boulangère militante habitante",
  ),
  maleNouns: toSet(
    "homme préfet président avocat infirmier conducteur directeur patron agriculteur voisin père fils frère mari joueur",
  ),
  titles: toSet(
    "président présidente ministre préfet préfète maire procureur procureure juge député députée sénateur sénatrice général colonel " +
      "capitaine commandant professeur docteur directeur directrice entraîneur chancelier chancelière roi reine prince princesse",
  ),
  honorifics: new Map<string, Gender>([
    ["m", "m"],
    ["mm", "m"],
    ["mme", "f"],
    ["mmes", "f"],
    ["mlle", "f"],
    ["monsieur", "m"],
    ["madame", "f"],
  ]),
  organisationNouns: toSet(
    "syndicats sociétés entreprises associations organisateurs ministères préfecture mairie ministère gouvernement police gendarmerie parquet tribunal cour syndicat société entreprise groupe banque " +
      "agence association fédération conseil commission assemblée parlement sénat parti université hôpital institut compagnie confédération fondation ligue chambre académie observatoire office collectif rassemblement " +
      "direction autorité autorités secours justice opposition armée région département club",
  ),
  placeOpeners: toSet("mont lac île îles cap port col"),
  placeNouns: toSet(
    "rivière fleuve mer lac île montagne col vallée ville village rue avenue place pont aéroport gare port forêt",
  ),
  placePrepositions: toSet("à en dans vers chez"),
  modifiers: "plus de|moins de|au moins|au plus|près de|environ|quelque|à peine|presque|jusqu'à|autour de|un peu plus de"
    .split("|")
    .map((phrase) => ({ words: phrase.split(" ") })),
  namingWords: toSet("appelé appelée nommé nommée intitulé intitulée baptisé baptisée dit surnommé surnommée"),
  workNouns: toSet("film chanson livre roman album série émission pièce"),
  tense: {
    aheadWords: toSet(
      "va vont sera seront devra devront devrait devraient doit doivent prévu prévue prévus prévues programmé programmée fixé fixée attendu attendue " +
        "attendus attendues censé censée prochain prochaine",
    ),
    scheduled: toSet(
      "commence commencent débute débutent ouvre ouvrent s'ouvre s'achève s'achèvent joue jouent vote votent rentrent entame lieu tient",
    ),
    pastForms: toSet(
      "a ont était étaient avait avaient dit fait pris mis mort morte morts mortes né née eu été fut furent vu venu venue venus tenu tenue ouvert ouverte " +
        "rendu rendue perdu battu reçu élu élue détruit détruite survenu survenue",
    ),
    pastEndings: ["é", "és", "ée", "ées", "aient", "èrent"],
    futureEndings: ["era", "eront", "ira", "iront", "dra", "dront", "tra", "tront"],
    copulas: toSet(""),
    infinitiveMark: null,
    infinitive: null,
  },
  negations: toSet("ne pas jamais ni aucun aucune sans n'a n'ont n'est"),
  subordinators: toSet("que qui dont où quand lorsque puisque comme si parce"),
  verbs: new Map(
    "mourir:mort,morte,morts,mortes,meurt,mouraient tuer:tué,tués,tuée,tuées blesser:blessé,blessés,blessée,blessées être:est,sont,était avoir:a,ont,avait"
      .split(" ")
      .flatMap((entry) => {
        const [base = "", forms = ""] = entry.split(":");
        return forms.split(",").map((form) => [form, base] as const);
      }),
  ),
  reportVerbs: toSet(
    "comptent comptaient dénombrent recensent recensaient parle parlent parlait évoque évoquent estime estiment estimé évalue évaluent évalué chiffre chiffrent chiffré compte compté dénombré dénombre recense recensé montre montrent révèle",
  ),
  peopleVerbs: toSet("mort morts morte mortes tués tuées blessés blessées manifesté défilé évacués"),
  populated: toSet("ville village pays région commune île"),
  comparedWith: toSet("contre que"),
  perWords: toSet("par chaque"),
  reporting,
  notNames: new Set([
    ...neutral.notNames,
    ...(
      "le la les l un une des du de d ce cet cette ces son sa ses leur leurs il elle ils elles je nous vous on et mais ou où donc or ni car " +
      "que qui quoi dont quand comme si selon dans sur sous pour par avec sans chez vers entre après avant depuis pendant près plus " +
      "moins au aux à en y ne pas tout tous toute toutes lundi mardi mercredi jeudi vendredi samedi dimanche " +
      "oui non"
    ).split(" "),
  ]),
};
