import { words } from "../word-list.ts";

export default words(`
  a ao as até
  com como
  da das de disse do dos
  e ele em entre
  foi
  mais mas muito
  na nas no nos não
  o os ou
  para pela pelo por
  quando que
  se sem seu sobre sua são
  também
  um uma
  à
`);
