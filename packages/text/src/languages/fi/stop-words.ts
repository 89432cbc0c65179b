import { words } from "../word-list.ts";

export default words(`
  ei että
  hän
  ja jotka
  kun
  mukaan mutta myös
  oli on ovat
  se sen
`);
