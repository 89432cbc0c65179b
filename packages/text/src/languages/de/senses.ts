import { toSenses, toSet } from "../language-words.ts";

export const senses = toSenses({
  up: `anstieg angestiegen erhöhen erhöht erhöhte erhöhten gestiegen gewachsen höher plus stieg stiegen steigen steigt wachsen
    wächst wuchs wuchsen zugenommen zunahm zunahme zuwachs`,
  down: `abgenommen abnahm abnahme fallen fiel fielen fällt gefallen gekürzt geschrumpft gesenkt gesunken kürzen minus niedriger
    rückgang sank sanken schrumpfte schrumpften senken senkt senkte sinken sinkt verringert verringerte zurückgegangen`,
  profit: "gewinn gewinne gewinns gewinnen überschuss überschüsse",
  loss: "defizit defizits fehlbetrag verlust verluste verlusten verlusts",
  for: "befürworter dafür zugestimmt",
  against: "abgelehnt dagegen gegner gegenstimmen",
  in: "ankamen angekommen eingereist eingetreten kamen",
  out: "ausgereist ausgetreten flohen flüchteten geflohen geflüchtet verlassen verließen",
  won: "gewann gewannen gewonnen siegte",
  lost: "verlor verloren",
});

export const negations = toSet("kein keine keinem keinen keiner nicht nie niemand ohne weder");
