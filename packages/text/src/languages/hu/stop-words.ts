import { words } from "../word-list.ts";

export default words(`
  a az azt
  csak
  de
  egy ez
  hogy
  is
  meg mint már
  nem
  van volt
  és
`);
