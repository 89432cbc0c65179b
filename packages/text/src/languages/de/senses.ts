import { toSenses, toSet } from "../language-words.ts";

export const senses = toSenses({
  up: `anstieg angestiegen erhöhen erhöht erhöhte erhöhten gestiegen gewachsen höher plus stieg stiegen steigen steigt wachsen
    steige stiege kletterte kletterten geklettert klettern klettert legte legten wachse wächst wuchs wuchsen zugelegt zugenommen zulegen zulegte
    zulegten zunahm zunahme zunehmen zuwachs`,
  down: `abgenommen abnahm abnahme fallen fiel fielen fällt gefallen gekürzt geschrumpft gesenkt gesunken kürzen minus niedriger
    nachgeben nachgegeben
    reduziert reduzierte reduzierten rückgang sank sanken schrumpfen schrumpft schrumpfte schrumpften senken senkt senkte senkten sinke sinken sinkt
    verringert verringerte verringerten zurückgegangen zurückgehen zurückging zurückgingen`,
  profit: "gewinn gewinne gewinns gewinnen überschuss überschüsse",
  loss: "defizit defizits fehlbetrag verlust verluste verlusten verlusts",
  for: "befürworter dafür zugestimmt",
  against: "abgelehnt dagegen gegner gegenstimmen",
  in: "ankamen angekommen eingereist eingestellt eingetreten kamen",
  out: "ausgereist ausgetreten entlassen entließ entließen gekündigt flohen flüchteten geflohen geflüchtet verlassen verließen",
  won: "gewann gewannen gewonnen siegte",
  lost: "verlor verloren",
});

export const negations = toSet("kein keine keinem keinen keiner nicht nie niemand ohne weder");
