import { toGroups } from "../language-words.ts";

export const attributes = toGroups(`
  kaufpreis preis preise ablöse ablösesumme kaufte verkaufte kaufen eintritt ticket tickets miete=price
  kosten kostet kostete koste gekostet baukosten mehrkosten umbaukosten=cost
  schaden schäden sachschaden schadens=damage dividende=dividend gewinn überschuss=profit verlust verluste=loss
  umsatz erlöse einnahmen=revenue defizit neuverschuldung=borrowing
  gestohlen unterschlagen veruntreut beute=theft schadenersatz schmerzensgeld entschädigung=award
  lösegeld=ransom kaution=bail investieren investiert investition investitionen=investment
  schulden verschuldung=debt haushalt etat=budget bußgeld geldstrafe strafe=fine
  lohn gehalt löhne gehälter=wage gebot=bid hilfe hilfen spenden fördermittel=aid bonuszahlungen=bonus
  preisgeld gewinnsumme=prize wahlbeteiligung=turnout arbeitslosigkeit arbeitslosenquote=unemployment teuerung inflationsrate=inflation
  lang länge=length hoch höhe höhen=height tief tiefe=depth umfrage umfragen=poll breit breite durchmesser=width dick dicke=thickness
  entfernt entfernte entfernung=distance regen niederschlag schnee regenmenge=rain
  wind böen böe orkanböen windgeschwindigkeiten sturmböen=wind
  wiegt wog wiegen gewicht schwer=weight
  haft gefängnis freiheitsstrafe haftstrafe verurteilt verurteilte=sentence
  verspätung verspätet=delay gesperrt sperre=ban dauerte dauert dauern gedauert brauchten brauchte benötigten=lasting vor=ago alt=old vertrag=contract
`);

export const happenings = toGroups(`
  ausgelaufen liefen=spill gestohlen stahlen=steal überfallen=rob
  gerettet retteten=rescue zusammengebrochen=collapse verkauft verkauften=sell unterschrieben unterschriften=sign
  beschlagnahmt beschlagnahmte=seize abgesagt gestrichen=cancel verurteilt=sentence besucher besuchten=visit
  protestierten protestieren demonstrierten demonstrieren protest kundgebung demonstration streik besucher=attend
  zerstört abgebrannt verbrannt=burn feststeckten gestrandet gestrandete=trap
`);
