import { toSenses, toSet } from "../language-words.ts";

const endings = "er e ent é ée és ées ait aient ant a èrent era eront".split(" ");
/** The forms of the third person, the participles and the infinitive of regular verbs in -er, by their stems. */
const forms = (stems: string): string =>
  stems
    .split(" ")
    .flatMap((stem) => endings.map((ending) => stem + ending))
    .join(" ");

export const senses = toSenses({
  up: `${forms("augment progress grimp mont gonfl doubl tripl relev")} accroissement accroît accroître accru augmentation bond bondi bondir
    bondit croissance croît croître crû gain gains hausse hausses progression rebond supérieur supérieure supérieurs supérieures`,
  down: `${forms("baiss chut diminu recul dégringol plong tomb abaiss")} baisse baisses chute diminution fléchi fléchir fléchit inférieur
    inférieure inférieurs inférieures recul réduction réduire réduit réduite réduits repli repliée replié`,
  profit: "bénéfice bénéfices excédent excédents profit profits",
  loss: "déficit déficits perte pertes",
  for: "",
  against: "contre",
  in: `${forms("entr arriv embauch recrut")} arrivées embauches`,
  out: `${forms("quitt licenci supprim")} départs fui fuir parti partis parties partir suppressions`,
  won: `${forms("gagn remport")} conquis`,
  lost: "perd perdent perdra perdre perdu perdue perdus perdues",
});

export const negations = toSet("aucun aucune jamais ne ni pas sans");
