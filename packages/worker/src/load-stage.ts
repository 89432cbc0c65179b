import type { StageName } from "@wirefold/core";
import type { Stage } from "./define-stage.ts";

/** The stage of a name: the default export of `@wirefold/<name>`. */
export async function loadStage(name: StageName): Promise<Stage> {
  const { default: stage } = (await import(`@wirefold/${name}`)) as { readonly default: Stage };
  return stage;
}
