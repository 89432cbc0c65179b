import type { Gender, Language, PronounInfo, Reporting } from "../grammar.ts";
import { toSet } from "../language-words.ts";
import { neutral } from "../neutral/grammar.ts";
import { spanish as words } from "./index.ts";
import { spanishSingular } from "./singulars.ts";
import { traits } from "./traits.ts";

const third = (gender: Gender | null, number: "singular" | "plural" = "singular"): PronounInfo => ({ gender, number, person: 3 });

const pronouns = new Map<string, PronounInfo>([
  ["él", third("m")],
  ["ella", third("f")],
  ["ellos", third(null, "plural")],
  ["ellas", third("f", "plural")],
  ["éste", third("m")],
  ["ésta", third("f")],
  ["yo", { gender: null, number: "singular", person: 1 }],
  ["nosotros", { gender: null, number: "plural", person: 1 }],
]);

/** Infinitives in -ar with the forms that news writes: “afirma”, “afirman”, “afirmó”, “afirmaron”, “afirmaba”, “afirmado”. */
const firstGroup = (bases: string): string[] =>
  bases.split(" ").flatMap((base) => {
    const stem = base.slice(0, -2);
    return ["a", "an", "ó", "aron", "aba", "aban", "ado", "ando", "ará"].map((ending) => `${stem}${ending}`);
  });

const reporting: Reporting = {
  ...neutral.reporting,
  sayVerbs: new Set([
    ..."dijo dijeron dice dicen decía decían dicho dirá contó cuenta cuentan contaron".split(" "),
    ...firstGroup(
      "declarar afirmar explicar indicar informar anunciar señalar asegurar precisar confirmar relatar comunicar manifestar",
    ),
    "saber",
  ]),
  toldInfinitives: toSet("haber ser estar tener"),
  estimates: toSet(
    "estimó estimaron calculó calcularon cifró cifraron habló hablaron previó previeron evalúa evaluó evaluaron estima estiman calcula calculan cifra cifran habla hablan prevé prevén espera esperan",
  ),
  objectVerbs: new Map(
    firstGroup("denunciar anunciar confirmar negar reclamar lamentar")
      .concat("niega niegan exige exigen exigió exigieron desmiente desmintió desmintieron teme temen".split(" "))
      .map((verb) => [verb, new Set<string>()] as const),
  ),
  offers: new Set([
    ...firstGroup("anunciar demandar reclamar"),
    ..."prometió promete prometieron pidió pide piden exigió exige exigen ofreció ofrece".split(" "),
  ]),
  offered: toSet("una un ayuda multa inversión total de unos unas hasta al menos otros otras"),
  conjunctions: toSet("que"),
  joining: toSet("y pero o aunque mientras"),
  circumstances: toSet(
    "durante tras cuando después antes al en el la este esta lunes martes miércoles jueves viernes sábado domingo",
  ),
  hypothetical: toSet("podría podrían debería deberían puede pueden"),
  unsaid: toSet("sin"),
  notSubjects: toSet("que quien lo esto eso donde cuando como porqué"),
  documents: toSet(
    "informes estudios encuestas sondeos informe estudio encuesta sondeo comunicado documento balance cifras datos estadísticas",
  ),
  people: toSet("algunos muchos varios todos otros"),
  claimNouns: toSet("afirmación declaración promesa temor advertencia anuncio"),
  things: toSet("parte mitad tercio número precio tiempo día semana mes año"),
  countingOn: [
    ["de", "ellos"],
    ["entre", "ellos"],
  ],
};

/** Spanish: quotations with who says them, figures with their units and sources, and dates. */
export const spanish: Language = {
  ...neutral,
  ...traits,
  language: "es",
  words,
  singular: spanishSingular,
  speechVerbs: new Set([
    ...reporting.sayVerbs,
    ...firstGroup(
      "comentar recordar lamentar denunciar destacar subrayar recalcar apuntar agregar expresar exclamar preguntar contestar criticar " +
        "celebrar tuitear insistar narrar gritar susurrar zanjar matizar reiterar sentenciar admirar bromear suspirar ironizar valorar considerar " +
        "alertar alegar detallar revelar replicar opinar demandar reclamar estimar pronosticar resaltar observar",
    ),
    ...(
      "sostienen sostuvieron insisten insistieron advierten advirtieron añaden responden admiten admitieron reconocen reconocieron " +
      "escriben escribieron mantienen mantuvieron prometen prometieron defienden defendieron sugieren sugirieron publicó publica publican " +
      "publicaron cree creen creía creyó añadió añade añadieron añadía respondió responde respondieron admitió admite reconoció reconoce advirtió advierte insistió " +
      "insiste sostuvo sostiene escribió escribe prosiguió prosigue concluyó concluye repitió repite prometió promete pidió pide " +
      "exigió exige mantuvo mantiene aseveró apostilló espetó replicó confesó confiesa recuerda recuerdan niega niegan defiende defendió piensa desmintió descartó negó negaron exigieron exigen pidieron piden reclamaron reclaman " +
      "descarta añadía sugirió sugiere prevé"
    ).split(" "),
  ]),
  looseSpeechVerbs: toSet(
    "tachó tacha tachan consideró considera juzgó juzga mostró muestra mostraron calificó califica tildó llamó llama acusó acusa describió habló hablan habla definió aplaudió condenó",
  ),
  attitudeVerbs: toSet("teme temen espera esperan prevé prevén calcula calculan cree creen considera consideran"),
  nounLikeVerbs: toSet("cuenta informa informe anuncia denuncia pregunta comunicado comenta"),
  passiveAuxiliaries: toSet("es son fue fueron era eran ha han sido será serán"),
  speechNouns: toSet("comunicado entrevista discurso declaración mensaje carta tuit rueda conferencia"),
  betweenSubjectAndVerb: toSet(
    "ha han había habían no también además después luego ya aún le les lo se nos ayer hoy lunes martes miércoles jueves viernes " +
      "sábado domingo así entonces sin embargo hizo hicieron hace hacen",
  ),
  accordingTo: [
    ["según"],
    ["de", "acuerdo", "con"],
    ["a", "juicio", "de"],
    ["en", "palabras", "de"],
    ["a", "decir", "de"],
    ["en", "opinión", "de"],
    ["conforme", "a"],
  ],
  leadIns: [["en", "palabras", "de"]],
  pronouns,
  determiners: toSet("el la los las un una unos unas este esta estos estas ese esa su sus mi mis nuestro nuestra del al"),
  indefinite: toSet("un una unos unas"),
  prepositions: new Set([
    ...words.datePrepositions,
    ..."a al ante con contra de del desde en entre hacia hasta para por según sin sobre tras".split(" "),
  ]),
  personNouns: toSet(
    "hombre mujer persona vecino vecina vecinos habitante habitantes testigo testigos alcalde alcaldesa ministro ministra presidente " +
      "presidenta portavoz fiscal abogado abogada abogados juez jueza médico médica enfermero enfermera conductor conductora bombero " +
      "bomberos policía policías investigador investigadora investigadores profesor profesora alumno alumna estudiante estudiantes " +
      "director directora responsable responsables jefe jefa sindicalista sindicalistas agricultor agricultora comerciante " +
      "comerciantes madre padre hijo hija hermano hermana marido esposa padres entrenador entrenadora jugador jugadora diputado " +
      "diputada senador senadora concejal concejala secretario secretaria economista economistas analista analistas experto experta " +
      "expertos víctima víctimas superviviente supervivientes pasajero pasajera pasajeros trabajador trabajadora trabajadores " +
      "jubilado jubilada panadero panadera piloto periodista activista activistas manifestante manifestantes gobernador gobernadora",
  ),
  femaleNouns: toSet(
    "mujer vecina alcaldesa ministra presidenta abogada jueza médica enfermera conductora investigadora profesora alumna directora jefa " +
      "agricultora madre hija hermana esposa entrenadora jugadora diputada senadora concejala experta pasajera trabajadora jubilada " +
      "panadera gobernadora",
  ),
  maleNouns: toSet(
    "hombre vecino alcalde ministro presidente abogado padre hijo hermano marido jugador profesor director jefe panadero",
  ),
  titles: toSet(
    "presidente presidenta ministro ministra alcalde alcaldesa fiscal juez jueza diputado diputada senador senadora general coronel " +
      "capitán comandante profesor doctor doctora director directora entrenador gobernador gobernadora canciller rey reina príncipe",
  ),
  honorifics: new Map<string, Gender>([
    ["señor", "m"],
    ["señora", "f"],
    ["sr", "m"],
    ["sra", "f"],
    ["don", "m"],
    ["doña", "f"],
  ]),
  organisationNouns: toSet(
    "sindicatos empresas asociaciones organizadores autoridades fuentes ciudad municipio gobierno ministerio alcaldía ayuntamiento policía guardia fiscalía tribunal corte sindicato empresa compañía grupo banco agencia " +
      "asociación federación consejo comisión asamblea parlamento congreso senado partido universidad hospital instituto autoridad " +
      "autoridades emergencias servicio junta secretaría confederación fundación oficina defensoría contraloría procuraduría cámara liga academia observatorio oposición ejército región club protección",
  ),
  placeOpeners: toSet("monte río lago isla islas cabo puerto sierra cerro"),
  placeNouns: toSet(
    "río mar lago isla monte montaña valle ciudad pueblo calle avenida plaza puente aeropuerto estación puerto bosque",
  ),
  placePrepositions: toSet("en hacia desde hasta"),
  modifiers: "más de|menos de|al menos|por lo menos|como máximo|cerca de|casi|unos|unas|alrededor de|apenas|hasta|aproximadamente"
    .split("|")
    .map((phrase) => ({ words: phrase.split(" ") })),
  namingWords: toSet("llamado llamada titulado titulada bautizado bautizada denominado denominada apodado apodada"),
  workNouns: toSet("película canción libro novela álbum serie programa obra"),
  tense: {
    aheadWords: toSet(
      "va van debe deben deberá deberán previsto prevista previstos previstas programado programada fijado fijada espera será serán tendrá tendrán próximo próxima",
    ),
    scheduled: toSet(
      "abre abren arranca arrancan comienza comienzan empieza empiezan inicia inician celebra juega juegan vota votan termina cierra",
    ),
    pastForms: toSet(
      "fue fueron era eran hubo había habían ha han estaba estuvo hizo dijo murió murieron tuvo vino detenido detenida muerto hallado visto hecho dicho puesto",
    ),
    pastEndings: ["ó", "aron", "ieron", "aba", "aban", "ía", "ían"],
    futureEndings: ["ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"],
    copulas: toSet(""),
    infinitiveMark: null,
    infinitive: null,
  },
  negations: toSet("no nunca ni ningún ninguna sin jamás tampoco"),
  subordinators: toSet("que quien donde cuando como si porque aunque mientras"),
  verbs: new Map(
    "morir:murió,murieron,muerto,muertos,muerta,muertas matar:mató,mataron herir:herido,heridos,herida,heridas ser:es,son,fue,fueron haber:ha,han,había"
      .split(" ")
      .flatMap((entry) => {
        const [base = "", forms = ""] = entry.split(":");
        return forms.split(",").map((form) => [form, base] as const);
      }),
  ),
  reportVerbs: toSet(
    "hablaron estimaron calcularon cifraron contaron contabilizaron registraron habla hablan habló estima estiman estimó calcula calculan calculó cifra cifran cifró contó contabilizó contabiliza registró muestra muestran revela revelan concluye concluyó concluyen concluyeron indica indicó indican apunta apuntó",
  ),
  peopleVerbs: toSet("murieron muertos heridos fallecieron manifestaron evacuados evacuadas desaparecidas desaparecidos"),
  populated: toSet("ciudad pueblo país región municipio isla"),
  comparedWith: toSet("desde contra frente que"),
  perWords: toSet("por cada"),
  reporting,
  notNames: new Set([
    ...neutral.notNames,
    ...(
      "el la los las un una unos unas de del al este esta estos estas ese esa su sus él ella ellos ellas yo nosotros y e o u pero ni " +
      "que quien cual donde cuando como si según en sobre bajo para por con sin hacia entre tras antes después desde durante cerca " +
      "más menos no sí todo toda todos todas lunes martes miércoles jueves viernes sábado domingo " +
      "lo le les se ya también"
    ).split(" "),
  ]),
};
