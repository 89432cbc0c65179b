import { words } from "../word-list.ts";

export default words(`
  a al ale au
  ca care cel cu că
  de din
  este
  fi fost
  la lui
  mai
  nu
  o
  pe pentru prin
  sau sunt să
  un
  în
  și
`);
