import { words } from "../word-list.ts";

export default words(`
  att av
  de den det
  en ett
  från för
  har
  i inte
  med men
  och om
  på
  som
  till
  var vid
  är
`);
