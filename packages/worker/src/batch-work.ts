import type { Outcome } from "@wirefold/core";
import { type Failure, fromFailure, toFailure } from "./failure.ts";
import type { Watch } from "./watch.ts";

/** What a thread answers for each input of a batch, in order. */
export type Answer<Out> = Outcome<Out> | Failure;

/** Turns a thread's answers into what the runner takes: an error in place of an outcome is that document's alone. */
export function toOutcomes<Out>(answers: readonly Answer<Out>[]): (Outcome<Out> | Error)[] {
  return answers.map((answer) => (answer.kind === "failure" ? fromFailure(answer) : answer));
}

export interface AnswerEachOptions {
  /** Inputs begun side by side, so that what they read is asked for at once, and while others are worked on. @default 16 */
  readonly documentConcurrency?: number;
  /** Told of each input's beginning and end. */
  readonly watch?: Watch | undefined;
}

/** An outcome that counts once something is written, while the next inputs are worked on. */
export interface Written<Out> {
  readonly once: Promise<unknown>;
  readonly outcome: Outcome<Out>;
}

/**
 * Answers each input by itself and keeps the order. An error becomes that input's answer.
 *
 * @param answer Calls `works` before its work on the CPU begins, see {@link Watch}.
 */
export async function answerEach<In, Out>(
  inputs: readonly In[],
  answer: (input: In, works: () => void) => Promise<Outcome<Out> | Written<Out>>,
  { documentConcurrency = 16, watch }: AnswerEachOptions = {},
): Promise<Answer<Out>[]> {
  const answers = new Array<Answer<Out> | Promise<Answer<Out>>>(inputs.length);
  const waiting = inputs.entries();
  const runner = async () => {
    for (const [index, input] of waiting) {
      watch?.begins(index);
      const given = await answer(input, () => watch?.works(index)).catch(toFailure);
      answers[index] = "once" in given ? given.once.then(() => given.outcome, toFailure) : given;
      watch?.ends(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(documentConcurrency, inputs.length) }, runner));
  return Promise.all(answers);
}
