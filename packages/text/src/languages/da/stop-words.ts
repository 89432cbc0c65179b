import { words } from "../word-list.ts";

export default words(`
  af at
  de den der det
  en er
  for fra
  har
  i ikke
  med
  og også
  på
  som
  til
  ved
`);
