import { words } from "../word-list.ts";

export default words(`
  av
  ble
  de det
  en er et
  for fra
  han har
  i ikke
  med
  og også
  på
  som
  til
  å
`);
