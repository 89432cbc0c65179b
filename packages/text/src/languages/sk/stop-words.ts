import { words } from "../word-list.ts";

export default words(`
  a aj ako ale
  by
  do
  je
  ktorý
  na
  o
  pre
  s sa sú
  to
  v vo
  z za
  že
`);
