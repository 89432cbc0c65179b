import { words } from "../word-list.ts";

export default words(`
  в
  да
  е
  за
  и или
  като което към
  на не
  от
  по
  с са се
  че
  ще
`);
