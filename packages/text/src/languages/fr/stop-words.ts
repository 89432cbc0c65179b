import { words } from "../word-list.ts";

export default words(`
  a au aux avec
  ce ces cette comme
  dans de depuis des dont du
  elle elles en entre est et
  il ils
  la le les leur leurs lors
  mais même
  ne
  ont ou où
  par pas plus pour
  que qui
  sa se ses son sont sous sur
  un une
  y
  à
  été
`);
