import { words } from "../word-list.ts";

export default words(`
  aan als
  bij
  dan dat de door
  een en er
  heeft het
  in is
  maar met
  naar niet nog
  om ook op over
  te
  uit
  van voor
  werd
  zijn
`);
