import { words } from "../word-list.ts";

export default words(`
  a al
  como con cuando
  de del desde donde durante
  e el en entre es esta este está
  fue
  ha han hasta
  la las le lo los
  muy más
  ni no
  o
  para pero por porque
  que
  se según si sin sobre son su sus sí
  también
  u un una unas unos
  y ya
`);
