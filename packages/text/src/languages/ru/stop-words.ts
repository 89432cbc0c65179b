import { words } from "../word-list.ts";

export default words(`
  был было
  в
  для
  его
  же
  за
  и из
  к как
  мы
  на не но
  она они от
  по после при
  с
  так также
  что
  это
`);
