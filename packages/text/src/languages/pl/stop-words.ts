import { words } from "../word-list.ts";

export default words(`
  ale
  być było były
  co czy
  dla do
  i ich
  jak jest
  który
  na nie
  o od oraz
  po przez
  się są
  tak także to tym
  w
  z za został
  że
`);
