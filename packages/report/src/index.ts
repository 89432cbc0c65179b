/**
 * Story records as something a person reads and a program loads. Pure: values in, strings and bytes out; the caller
 * writes files.
 */
export { renderStoryPage } from "./page/story-page.ts";
export type * from "./types.ts";
