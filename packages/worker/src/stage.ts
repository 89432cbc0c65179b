/** What a stage and its steps are written with. A thread loads no more of the shell than this: no queue, no metrics, no log. */
export { type Answer, answerEach, type Written } from "./batch-work.ts";
export { defineStage, type Stage } from "./define-stage.ts";
export { toFailure } from "./failure.ts";
export type { Watch } from "./watch.ts";
