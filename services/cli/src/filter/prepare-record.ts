import type { Decide } from "./filter.ts";

export function prepareFilter(): Decide {
  throw new Error("not yet");
}
