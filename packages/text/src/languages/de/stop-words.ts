import { words } from "../word-list.ts";

export default words(`
  aber als am an auch auf aus
  bei
  das dass dem den der des die
  ein eine einem einen einer eines er es
  für
  haben hat hatte
  ihr im in ist
  mit
  nach nicht
  oder
  seit sich sie sind
  und
  vom von vor
  war waren werden wie wir wird wurde wurden
  zu zum zur
`);
