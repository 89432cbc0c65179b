import { words } from "../word-list.ts";

export default words(`
  a agli ai al alla alle anche
  che come con
  da dal dalla degli dei del della delle di
  e ed
  fra
  gli
  ha hanno
  i il in
  la le lo
  ma
  nel non
  o
  per più
  questo
  se si sono stato su sua suo
  tra
  un una uno
  è
`);
