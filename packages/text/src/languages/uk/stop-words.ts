import { words } from "../word-list.ts";

export default words(`
  але
  був було
  в вони від
  для до
  з за
  його
  на не
  про після
  та також
  у
  це
  що
  як який
  і із
`);
