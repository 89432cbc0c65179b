import { words } from "../word-list.ts";

export default words(`
  a ale
  by
  do
  i
  jako je jsou
  který
  na
  o
  pro
  s se
  to
  v ve
  z za
  že
`);
