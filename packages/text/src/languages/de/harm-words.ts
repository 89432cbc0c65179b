import type { HarmWords } from "../../harm-words.ts";
import { words } from "../word-list.ts";

/** Words in German that count one person harmed, or nobody, without a number. */
export const harmWords: HarmWords = {
  article: words("ein eine einen einem einer"),
  people: words(`
    mann frau kind verdächtigen polizisten soldaten studenten patienten touristen demonstranten journalisten passanten insassen piloten matrosen jugendlichen beamten
     junge mädchen person mensch menschen autofahrer autofahrerin radfahrer radfahrerin fußgänger
    fußgängerin fahrer fahrerin arbeiter arbeiterin polizist polizistin soldat soldatin feuerwehrmann schüler schülerin
    student studentin lehrer lehrerin jugendlicher jugendliche baby säugling passant passantin bewohner bewohnerin
    pilot pilotin matrose fischer bergmann wanderer wanderin bergsteiger tourist touristin urlauber patient demonstrant
    demonstrantin journalist journalistin verdächtiger verdächtige täter angreifer zivilist beamter beamte beamtin
    helfer sanitäter mitarbeiter mitarbeiterin rentner rentnerin senior seniorin motorradfahrer passagier insasse
    insassin beifahrer beifahrerin
  `),
  suffered: words(`
    verletzt leichtverletzt schwerverletzt getötet tot vermisst festgenommen verhaftet gestorben umgekommen ertrunken
    erschossen gerettet inhaftiert leben
  `),
  died: words("starb ertrank erlag verunglückte"),
  helping: words("wurde wird ist war kam sei worden gilt"),
  has: words("hat haben"),
  notOne: words("paar"),
  victim: words(`
    todesopfer tote toter toten verletzte verletzter verletzten vermisste vermisster vermissten schwerverletzte
    schwerverletzter schwerverletzten leichtverletzte leichtverletzter leichtverletzten festnahme verhaftung
  `),
  nobody: words("niemand"),
  no: words("keine kein keinen"),
};
