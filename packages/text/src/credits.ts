/** How texts say whose news they are: datelines, bylines, credit lines and signatures, in any language. */
export { type Contributors, contributorsOf } from "./credits/contributors.ts";
export {
  bylineOf,
  type CreditForm,
  creditOfLine,
  type LineCredit,
  type LinePlace,
  pictureWordsPattern,
} from "./credits/credit-line.ts";
export { agencyDateline, type Dateline } from "./credits/dateline.ts";
