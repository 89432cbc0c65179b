import { words } from "../word-list.ts";

export default words(`
  από
  για
  δεν
  είναι
  η
  θα
  και
  με
  να
  οι
  που
  σε στην στο
  τα την της το τον του των
  ότι
`);
