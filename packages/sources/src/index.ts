export * from "./feeds.ts";
export * from "./listed-document.ts";
export * from "./robots.ts";
export * from "./site-of.ts";
export * from "./site-schedule.ts";
export * from "./sitemaps.ts";
export * from "./sniff-document.ts";
export * from "./warc.ts";
