import { stageBefore, stageNames } from "@wirefold/core";

/** Names of stages as SQL, for statements that ask where a document is on its way. They are ours and hold no quotation mark. */

/** The stage whose output reconcile answers. */
export const BEFORE_RECONCILE = `'${stageBefore("reconcile") ?? ""}'`;

/** The stages between a document's arrival and reconcile. */
export const ON_THE_WAY = stageNames
  .slice(1, stageNames.indexOf("reconcile"))
  .map((stage) => `'${stage}'`)
  .join(", ");
