/**
 * A sign of life for each document of a batch, from the thread that decides it: which were begun, which one is being worked on,
 * which are done. It lies in shared memory, so it can be read while the thread is caught in an endless loop.
 */
export interface Watch {
  /** This input was begun. */
  begins(index: number): void;
  /**
   * From here to its next `await`, the thread works on this input alone. Say so before work on the CPU: a document that hangs is
   * then known by name.
   */
  works(index: number): void;
  /** This input is decided. */
  ends(index: number): void;
}

/** Slots before the documents' own: the number of signs given, and the input the last one was about. */
const SIGNS = 0;
const LAST = 1;
const HEAD = 2;

const NEW = 0;
const BEGUN = 1;
const WORKED_ON = 2;
const DONE = 3;

export type Board = SharedArrayBuffer;

export function newBoard(inputs: number): Board {
  return new SharedArrayBuffer((HEAD + inputs) * Int32Array.BYTES_PER_ELEMENT);
}

/** The thread's side. Making it is the first sign: the thread has begun, and time counts from here. */
export function watchOn(board: Board): Watch {
  const slots = new Int32Array(board);
  const sign = (index: number, state: number) => {
    Atomics.store(slots, HEAD + index, state);
    Atomics.store(slots, LAST, index + 1);
    Atomics.add(slots, SIGNS, 1);
  };
  Atomics.add(slots, SIGNS, 1);
  return {
    begins: (index) => sign(index, BEGUN),
    works: (index) => sign(index, WORKED_ON),
    ends: (index) => sign(index, DONE),
  };
}

/** Signs given so far; 0 while the task waits for a thread. */
export function signsOn(board: Board): number {
  return Atomics.load(new Int32Array(board), SIGNS);
}

/** The inputs that may be what a thread is caught in: the one it works on, else all that were begun and are not done. */
export function suspectsOn(board: Board): number[] {
  const slots = new Int32Array(board);
  const last = Atomics.load(slots, LAST) - 1;
  if (last >= 0 && Atomics.load(slots, HEAD + last) === WORKED_ON) return [last];
  const open: number[] = [];
  for (let index = 0; HEAD + index < slots.length; index += 1) {
    const state = Atomics.load(slots, HEAD + index);
    if (state !== NEW && state !== DONE) open.push(index);
  }
  return open;
}
