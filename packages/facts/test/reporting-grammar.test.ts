/** Who tells a statement and who answers for a figure, by the grammar of reporting in four languages: `[[…]]` is what the source says. */
import { describe, expect, test } from "vitest";
import { extractFacts } from "../src/extract-facts.ts";

const read = (language: string, marked: string) => {
  const from = marked.indexOf("[[");
  const to = marked.indexOf("]]") - 2;
  const text = marked.replace("[[", "").replace("]]", "");
  const overlaps = ([start, end]: readonly [number, number]): boolean => start < to && end > from;
  return {
    facts: extractFacts({ id: "1", text, title: null, published_at: "2031-05-04", language, excluded: [] }),
    overlaps,
    from,
    to,
  };
};

describe("who tells a statement", () => {
  test.each([
    ["en", "source", "A source close to the coach said [[he would leave in June]]. The club did not comment."],
    ["en", "voters", "Voters here say [[the ferry has been late for years]]. Nobody from the company came."],
    ["en", "Ormel", "The claim by Ormel that [[the dam was inspected in March]] could not be verified."],
    ["en", "officials", "Two officials familiar with the talks said [[no deal was close]]. They asked not to be named."],
    ["en", "Pell", "According to Anna Pell, who runs the harbour office, [[the crane had been out of order since May]]."],
    ["en", "scientists", "Scientists believe [[the glacier will be gone by 2040]]. They measured it in August."],
    ["en", "neighbours", "Neighbours told police that [[they had heard shouting before midnight]]."],
    ["en", "critics", "Critics argue [[the plan does nothing for tenants]], and many councillors agree."],
    ["en", "Brandt", "Asked whether he would run again, Brandt said [[he had not decided]]."],
    ["en", "ministry", "The ministry confirmed on Friday that [[three ships had left the port without papers]]."],
    ["en", "Marsh", "“It is late,” Marsh told the hall, adding that [[the repair would take until autumn]]."],
    ["en", "union", "The union has long complained that [[drivers work fourteen hours a day]]."],
    ["en", "residents", "Residents fear [[the new road will bring more noise]]."],
    ["en", "study", "A study published on Monday found that [[bees avoid the sprayed fields]]."],
    ["en", "lawyers", "Lawyers for the company insisted [[it had broken no law]]."],
    ["en", "Tarn", "Mayor Petra Tarn promised that [[the pool would open before summer]]."],
    ["en", "Kestrel News", "Kestrel News reported that [[the minister had met the bankers twice]]."],
    ["de", "Bericht", "In dem Bericht heißt es, [[die Brücke sei seit Jahren nicht geprüft worden]]."],
    ["de", "Polizei", "Nach Angaben der Polizei [[fuhr der Wagen bei Rot über die Kreuzung]]."],
    ["de", "Minister", "[[Die Reform koste den Staat nichts]], so der Minister am Freitag in Hallstedt."],
    ["de", "Zeitung", "Wie die Zeitung „Nordblick“ berichtet, [[will der Vorstand zwei Werke schließen]]."],
    ["de", "Holm", "Laut Holm [[war das Tor in der Nacht nicht verschlossen]]."],
    ["de", "Studie", "Einer Studie zufolge [[schlafen Schichtarbeiter im Winter schlechter]]."],
    ["de", "Sprecherin", "Eine Sprecherin der Stadt erklärte, [[das Bad bleibe bis Mai geschlossen]]."],
    ["de", "Anwohner", "Anwohner berichten, [[der Bach habe schon im März gestunken]]."],
    ["de", "Gewerkschaft", "Aus Sicht der Gewerkschaft [[reicht das Angebot nicht aus]]."],
    ["de", "Kritiker", "Kritiker bemängeln, dass [[die Pläne zu spät veröffentlicht wurden]]."],
    ["de", "Experten", "Experten gehen davon aus, dass [[der Preis weiter steigt]]."],
    ["de", "Berger", "Berger wies den Vorwurf zurück, [[er habe Akten vernichtet]]."],
    ["de", "Feuerwehr", "[[Verletzt wurde niemand]], teilte die Feuerwehr mit."],
    ["de", "Lorenz", "Lorenz betonte, [[man habe früh gewarnt]]. Demnach lagen die Messwerte schon im Herbst vor."],
    ["de", "Unternehmen", "Das Unternehmen begründete den Schritt damit, dass [[die Nachfrage eingebrochen sei]]."],
    ["de", "Bürgermeisterin", "Die Bürgermeisterin zeigte sich überzeugt, dass [[die Halle rechtzeitig fertig wird]]."],
    ["de", "Staatsanwaltschaft", "Die Staatsanwaltschaft wirft dem Mann vor, [[Geld aus der Kasse genommen zu haben]]."],
    ["de", "Halden Post", "Laut „Halden Post“ [[will der Vorstand zwei Werke schließen]]."],
    ["de", "Rat", "Aus dem Rat hieß es, [[eine Entscheidung falle erst im Sommer]]."],
    ["fr", "Marcel Doyen", "[[Le pont sera fermé jusqu'en juin]], a annoncé mardi le maire, Marcel Doyen."],
    ["fr", "préfecture", "D'après la préfecture, [[le fleuve a débordé à trois endroits]]."],
    ["fr", "syndicats", "Les syndicats affirment que [[la direction n'a pas tenu parole]]."],
    ["fr", "rapport", "Selon un rapport publié lundi, [[les digues n'ont pas été entretenues]]."],
    ["fr", "ministre", "La ministre a promis que [[les loyers ne monteraient pas]]."],
    ["fr", "entreprise", "De source proche de l'entreprise, [[la vente est presque conclue]]."],
    ["fr", "habitants", "Des habitants racontent que [[l'eau sentait mauvais depuis mars]]."],
    ["fr", "experts", "Les experts estiment que [[le glacier aura disparu en 2040]]."],
    ["fr", "police", "[[Le conducteur avait bu]], indique la police."],
    ["fr", "parquet", "Le parquet a fait savoir qu'[[une enquête était ouverte]]."],
    ["fr", "association", "Mardi, l'association dénonce [[un manque de moyens dans les écoles]]."],
    ["fr", "Journal de Brive", "Le Journal de Brive rapporte que [[le directeur a rencontré les banquiers]]."],
    ["fr", "Dumas", "Dumas a reconnu [[avoir signé le contrat sans le lire]]."],
    ["fr", "mairie", "La mairie assure de son côté que [[les travaux avancent]]."],
    ["fr", "témoins", "Des témoins disent avoir vu [[deux hommes franchir la clôture]]."],
    ["fr", "Odile Fabre", "Odile Fabre, présidente du club, se dit convaincue que [[le stade sera prêt]]."],
    ["fr", "gouvernement", "Le gouvernement, lui, soutient que [[la réforme ne coûtera rien]]."],
    ["es", "Tomás Ibarra", "[[El puente cerrará hasta junio]], anunció este martes el alcalde, Tomás Ibarra."],
    ["es", "ciudad", "[[Los autobuses circularán con normalidad]], dijo la ciudad en un comunicado."],
    ["es", "Encuestas Norte", "Según Encuestas Norte, [[un 73 % de los vecinos rechaza el plan]]."],
    ["es", "sindicatos", "Los sindicatos sostienen que [[la empresa no cumplió lo pactado]]."],
    ["es", "policía", "De acuerdo con la policía, [[el conductor había bebido]]."],
    ["es", "ministra", "La ministra prometió que [[los alquileres no subirían]]."],
    ["es", "Fuentes", "Fuentes cercanas a la empresa aseguran que [[la venta está casi cerrada]]."],
    ["es", "vecinos", "Los vecinos cuentan que [[el agua olía mal desde marzo]]."],
    ["es", "Roldán", "Roldán reconoció [[haber firmado el contrato sin leerlo]]."],
    ["es", "expertos", "Los expertos calculan que [[el glaciar desaparecerá en 2040]]."],
    ["es", "fiscalía", "La fiscalía confirmó que [[se abrió una investigación]]."],
    ["es", "Marina Soler", "Marina Soler, presidenta del club, se mostró convencida de que [[el estadio estará listo]]."],
    ["es", "testigos", "Testigos dijeron haber visto a [[dos hombres saltar la valla]]."],
    ["es", "asociación", "La asociación denunció [[la falta de medios en las escuelas]]."],
    ["es", "ayuntamiento", "[[Las obras avanzan a buen ritmo]], según informó el ayuntamiento."],
    ["es", "Pardo", "Preguntado por la huelga, Pardo respondió que [[no había decidido nada]]."],
    ["es", "gobierno", "El gobierno, por su parte, insiste en que [[la reforma no costará nada]]."],
  ])("%s: %s", (language, source, marked) => {
    const { facts, overlaps, from, to } = read(language, marked);
    const told = facts.indirect_quotes.filter(
      ({ span }) =>
        overlaps(span) && (Math.min(span[1], to) - Math.max(span[0], from)) * 2 >= Math.max(to - from, span[1] - span[0]),
    );
    expect(told.map(({ speaker }) => speaker?.toLowerCase())).toEqual([expect.stringContaining(source.toLowerCase())]);
  });
});

describe("who speaks in German", () => {
  test.each([
    ["a paper in marks", "„Er war ein kluger Kopf und fehlt der Stadt“, schrieb „Die Bucht“ in einem Nachruf.", "Bucht"],
    ["a document that is cited", "Dem Bericht zufolge war die Brücke „in einem erbärmlichen Zustand“.", "Bericht"],
    [
      "who speaks behind the next quotation",
      "„Wir geben nicht auf.“ „Das Werk bleibt“, sagte die Gewerkschafterin Ina Quill in Hallstedt.",
      "Quill",
    ],
  ])("%s", (_, text, speaker) => {
    const { quotes } = extractFacts({ id: "1", text, title: null, published_at: null, language: "de", excluded: [] });
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.speaker).toContain(speaker);
  });
});

describe("who answers for a figure", () => {
  test.each([
    ["en", "two engineers", "The pump failed for [[nine]] hours, say two engineers who were there that night."],
    ["en", "the mill workers’ union", "The closure will cost [[300]] jobs, the mill workers’ union said."],
    ["de", "Landesbahn", "Wie die Landesbahn mitteilte, rechnet sie mit Kosten von [[7 Millionen Euro]]."],
    ["fr", "Anne Lemoine", "Anne Lemoine dirige l’usine. Les dégâts atteindront [[3 millions]] d’euros, a-t-elle précisé."],
    ["fr", "Anne Lemoine", "Anne Lemoine dirige l’usine. Les dégâts atteindront [[3 millions]] d’euros, affirme-t-elle."],
    [
      "en",
      "agency",
      "The agency said the fire began in a kiln. It put the loss at $3 million. Repairs will cost [[$1.2 million]].",
    ],
    ["en", "police", "The crowd was put at [[12,000]] by police."],
    ["en", "registry", "The registry recorded [[412]] births in the valley last year."],
    ["en", "Greta Holm", "Greta Holm, the union's treasurer, puts the arrears, some of them years old, at [[4.6 million]]."],
    ["en", "Halden Freight", "The yard's owner, Halden Freight of Corrin, said [[31]] containers were missing."],
    ["en", "Ministry", "The bill will come to [[90 million]], according to an estimate by the Finance Ministry."],
    ["en", "Bram Coyle", "The family will keep [[about $40,000]], said their lawyer, Bram Coyle."],
    ["en", "harbour master", "Repairs to the quay will cost [[2.5 million crowns]], the harbour master estimates."],
    ["en", "auditors", "The bank knew of the losses for [[five months]], the auditors found."],
    ["en", "police", "Police had first spoken of 20 arrests; later they raised the number to [[34]]."],
    ["en", "Ivo Lund", "Security researcher Ivo Lund said the thieves had demanded [[$15 million]]."],
    ["en", "Mara Quist", "Mara Quist: [[40]] jobs at risk in the mill"],
    ["en", "union", "The number of injured rose to 31, the union said. At the northern gate alone it was [[12]]."],
    ["en", "Kerr", "Director Tom Kerr blamed diesel prices, which he said had risen [[38 percent]] since May."],
    ["en", "hospital", "According to the hospital, 12 people were treated. [[Four]] were still there on Monday."],
    ["en", "rescuers", "Rescuers counted [[17]] boats, the coast guard 22."],
    ["en", "Institute", "Prices rose by 4 percent in June, the Institute for Trade reported, and by [[6 percent]] in July."],
    ["de", "Verband", "Der Verband geht von [[3.000]] fehlenden Lehrern aus."],
    ["de", "Polizei", "Die Polizei zählte [[5.500]] Demonstranten, die Veranstalter 9.000."],
    ["de", "Veranstalter", "Die Polizei zählte 5.500 Demonstranten, die Veranstalter [[9.000]]."],
    ["de", "Stadtwerke", "Die Stadtwerke beziffern den Schaden auf [[200.000 Euro]]."],
    ["de", "Gewerkschaft", "Nach Angaben der Gewerkschaft legten 1.200 Fahrer die Arbeit nieder. In Hallstedt waren es [[300]]."],
    ["de", "Opposition", "Die Opposition spricht von [[40]] gestrichenen Stellen."],
    ["de", "Feuerwehr", "Die Zahl der Verletzten wurde von der Feuerwehr mit [[17]] angegeben."],
    ["fr", "syndicats", "Près de 4 000 personnes ont défilé, selon la préfecture. Les syndicats en ont compté [[9 000]]."],
    ["fr", "ministre du Commerce", "La hausse doit rapporter [[9 millions]] par an, selon la ministre du Commerce."],
    ["fr", "institut", "L'institut table sur une hausse de [[3 %]] en 2031."],
    ["fr", "Bertrand", "Sans réforme, le déficit atteindra [[14 millions d'euros]], a affirmé le maire, Paul Bertrand."],
    ["es", "sindicatos", "Los sindicatos cifraron la participación en el [[80 %]]."],
    ["es", "organizadores", "Según la policía, asistieron 4.000 personas; los organizadores hablaron de [[9.000]]."],
    ["es", "instituto", "El instituto prevé una subida del [[3 %]] en 2031."],
    ["es", "empresa", "La empresa estima los daños en [[12 millones de euros]]."],
  ])("%s: %s", (language, source, marked) => {
    const { facts, overlaps } = read(language, marked);
    const figures = facts.numeric_mentions.filter(({ number }) => overlaps(number.span));
    expect(figures.map(({ attributed_to }) => attributed_to?.toLowerCase())).toEqual([
      expect.stringContaining(source.toLowerCase()),
    ]);
  });
});

describe("who does not answer for it", () => {
  test.each([
    ["en", "The crowd was led to the hall by police. There were [[40]] tents."],
    ["en", "The price was put up by 12 percent. Two vans by the gate held [[40]] crates."],
    ["en", "The council puts the damage at 4 million crowns; neighbouring Tarn has pledged [[2 million]]."],
    ["en", "At the gate it was cold. The hall has [[300]] seats."],
    ["es", "La lluvia duró [[12]] horas. El alcalde cree en la suerte."],
    ["de", "Sie wollte berichten, dass [[40]] Wagen fehlen."],
  ])("%s: %s", (language, marked) => {
    const { facts, overlaps } = read(language, marked);
    const figures = facts.numeric_mentions.filter(({ number }) => overlaps(number.span));
    expect(figures.map(({ attributed_to }) => attributed_to)).toEqual([null]);
  });
});
