import type { BallotWords } from "../../ballot-words.ts";
import { words } from "../word-list.ts";

/** Words in English that tell the two sides of a vote. */
export const ballotWords: BallotWords = {
  contest: words(`
    beat beats won win wins winning lost loses lead leads led victory defeat draw drew tie tied score scored scores
    game games match goal goals season playoff playoffs inning innings quarter cup league series
  `),
  link: words("to"),
  voices: words("vote votes"),
  nounBehind: words("vote votes majority decision ruling opinion split verdict margin tally"),
  verb: words("vote voted votes voting ruled ruling rules ballot"),
  decided: words(`
    passed pass passes approved approve approves approval adopted adopts backed endorsed confirmed confirms cleared
    advanced ratified upheld overturned rejected rejects defeated blocked failed fails sided decided agreed recommended
    overrode split splits deadlocked divided turned
  `),
  body: words(`
    senate house council parliament congress committee commission board assembly legislature lawmakers legislators
    senators councillors councilors commissioners deputies court justices judges panel chamber lords commons knesset
    trustees delegates jury bench bill motion measure legislation amendment resolution ordinance nomination
  `),
  court: words("court courts justices judges ruled ruling bench jury"),
  refused: words(`
    against reject rejected rejects rejecting defeated defeat failed fail fails failing block blocked blocking
    down turned
  `),
};
