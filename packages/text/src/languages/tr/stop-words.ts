import { words } from "../word-list.ts";

export default words(`
  bir bu
  da daha de
  gibi
  ile ise için
  kadar
  olan olarak
  sonra
  ve
  çok
`);
