import type { Outcome } from "@wirefold/core";
import { type Failure, fromFailure, toFailure } from "./failure.ts";

/** What a thread answers for each input of a batch, in order. */
export type Answer<Out> = Outcome<Out> | Failure;

/** Turns a thread's answers into what the runner takes: an error in place of an outcome is that document's alone. */
export function toOutcomes<Out>(answers: readonly Answer<Out>[]): (Outcome<Out> | Error)[] {
  return answers.map((answer) => (answer.kind === "failure" ? fromFailure(answer) : answer));
}

/**
 * Answers each input by itself, `lanes` at a time so reads overlap with work, and keeps the order. An error becomes that
 * input's answer.
 */
export async function answerEach<In, Out>(
  inputs: readonly In[],
  answer: (input: In) => Promise<Outcome<Out>>,
  lanes = 4,
): Promise<Answer<Out>[]> {
  const answers = new Array<Answer<Out>>(inputs.length);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < inputs.length; index = next++) {
      answers[index] = await answer(inputs[index]!).catch(toFailure);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, inputs.length) }, lane));
  return answers;
}
