import type { BallotWords } from "../../ballot-words.ts";
import { words } from "../word-list.ts";

/** Words in German that tell the two sides of a vote. */
export const ballotWords: BallotWords = {
  contest: words("sieg niederlage gewann gewannen verlor verloren siegte spiel tor tore unentschieden"),
  link: words("zu gegen"),
  voices: words("stimmen jastimmen neinstimmen abgeordneten"),
  nounBehind: words("stimmen mehrheit abstimmung votum"),
  verb: words("stimmte stimmten abstimmung gestimmt votierte votierten votum urteilte entschied"),
  decided: words(`
    billigte billigten gebilligt verabschiedete verabschiedet beschloss beschlossen angenommen ratifizierte ratifiziert
    lehnte abgelehnt bestätigte bestätigt scheiterte
  `),
  body: words(`
    bundestag bundesrat parlament senat landtag gemeinderat stadtrat kreistag ausschuss kammer nationalrat abgeordnete
    abgeordneten unterhaus oberhaus repräsentantenhaus gericht richter antrag gesetz gesetzentwurf vorlage kommission
  `),
  court: words("gericht richter richtern verfassungsgericht"),
  refused: words("gegen abgelehnt lehnte lehnten scheiterte gescheitert verworfen"),
};
