import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in Spanish that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  ofAmount: words("de"),
  indefinite: words("un una"),
  ofThe: words("del"),
  morningNoun: words("mañana"),
  notTomorrow: words("la las una esta por de cada toda misma buena"),
  putOff: words(`
    aplaza aplazada aplazado aplazados aplazar aplazaron aplazó pospone posponer pospuesta pospuesto pospuso prorroga prorrogada prorrogado
    prorrogar prorrogó retrasado retrasó suspendida suspendido
  `),
  since: words("desde"),
  compassBehind: words("norte sur este oeste"),
  definiteOpener: words("el la los las este esta"),
  speakingBody: words(`
    gobierno ministerio alcaldía ayuntamiento fiscalía sindicato empresa compañía grupo agencia asociación federación consejo comisión
    congreso senado partido universidad instituto banco oposición ejército
  `),
  insetVerb: words(`
    explica explicó dice dijo afirma afirmó asegura aseguró añade añadió relata relató cuenta contó señala señaló recuerda recordó apunta
    lamenta lamentó sostiene insiste advierte confiesa resume subraya precisa declara comenta
  `),
  certainBody: words(`
    gobierno ministerio alcaldía ayuntamiento fiscalía sindicato empresa compañía federación asociación congreso senado partido
    universidad banco oposición ejército
  `),
  opinionLead: words("para"),
  surveyLead: words("en"),
  surveyNoun: words("encuesta sondeo estudio"),
  released: words("publicado publicada publicados difundido difundida presentado presentada"),
  convinced: words("convencido convencida convencidos seguro segura seguros confiado confiada confiados"),
  madeNoun: words("cifras datos estimación estimaciones cálculos cálculo estadísticas recuento previsiones"),
  makerLead: words("de del"),
  closeTo: words("cercana cercanas cercano cercanos próximas próximos"),
  countedParticiple: words(`
    cifrado cifrada cifrados cifradas estimado estimada estimados estimadas calculado calculada calculados calculadas contabilizado
    contabilizados contabilizadas registrado registrados registradas evaluado evaluados
  `),
  countAgent: words("por"),
  more: words("otros otras"),
  squareBehind: words("cuadrado cuadrados"),
  pairJoiner: words("y e"),
  adjacentPer: words("al"),
  noRateBehind: words("siguiente"),
  perHead: words("persona cabeza habitante"),
  wornInPairs: words("zapatos zapatillas botas guantes calcetines pantalones gafas tijeras pendientes ojos manos"),
  belowWord: words("bajo"),
  dayLead: words("el"),
  basisOpener: words("puntos"),
  ofBasis: words("de"),
  basisNoun: words("base"),
};
