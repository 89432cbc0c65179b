/**
 * Turns a question about many into one about one: what is asked before the event loop turns is asked at once. Sixteen
 * documents of a job then cost one query, and none waits for another's.
 */
export function askTogether<Answer>(
  askMany: (ids: readonly string[]) => Promise<(id: string) => Answer>,
): (id: string) => Promise<Answer> {
  let waiting: Set<string> | null = null;
  let answered: Promise<(id: string) => Answer>;
  return async (id) => {
    if (waiting === null) {
      const asked = new Set<string>();
      waiting = asked;
      answered = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        waiting = null;
        return askMany([...asked]);
      });
    }
    waiting.add(id);
    return (await answered)(id);
  };
}
