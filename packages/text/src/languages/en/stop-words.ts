import { words } from "../word-list.ts";

export default words(`
  a about after against all also an and any are as at
  be been before being between but by
  can could
  did do does down during
  for from
  had has have he her here him his
  i in into is it its
  may me might more most must my
  no nor not
  of off on onto or our out over
  per
  shall she should since so some
  than that the their them then there these they this those through to
  under until up us
  via
  was we were what when where which while who whom will with would
  you your
`);
