/** The thread pool and its signs of life, for programs that need no queue and no store. */
export { compileLater } from "./compiler.ts";
export { StuckError } from "./stuck-error.ts";
export { threadCpuMs } from "./thread-cpu.ts";
export { ThreadPool, type ThreadPoolOptions } from "./thread-pool.ts";
export { type Board, newBoard, type Watch, watchOn } from "./watch.ts";
