import type { CommandEntry } from "./command.ts";

const FILTERS = "Filters (JSONL in, JSONL out; no engine needed):";

/**
 * Every command, in the order `wirefold --help` shows them. A new command is a file in `commands/` that exports
 * `define`, and a line here. Only the file of the command that runs is loaded.
 */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "run",
    summary: "fold files, folders or URLs into stories, with a report to read",
    group: "Pipeline:",
    load: () => import("./commands/run.ts"),
  },
  {
    name: "up",
    summary: "run engines, workers and the console until Ctrl-C",
    group: "Pipeline:",
    load: () => import("./commands/up.ts"),
  },
  {
    name: "worker",
    summary: "work on one or more stages until stopped",
    group: "Pipeline:",
    load: () => import("./commands/worker.ts"),
  },
  {
    name: "ingest",
    summary: "record documents for running workers",
    group: "Pipeline:",
    load: () => import("./commands/ingest.ts"),
  },
  {
    name: "source",
    summary: "add, list, pause and check the feeds, sitemaps and pages that are polled",
    group: "Pipeline:",
    load: () => import("./commands/source.ts"),
  },
  {
    name: "status",
    summary: "what entered each stage and how it left",
    group: "Pipeline:",
    load: () => import("./commands/status.ts"),
  },
  {
    name: "top",
    summary: "watch the stages, workers, sites and failures, live",
    group: "Operate:",
    load: () => import("./commands/top.ts"),
  },
  {
    name: "find",
    summary: "find documents by any part of what they are called, or by how they ended",
    group: "Operate:",
    load: () => import("./commands/find.ts"),
  },
  {
    name: "pause",
    summary: "stop a stage for all workers; its work waits",
    group: "Operate:",
    load: () => import("./commands/pause.ts"),
  },
  {
    name: "limit",
    summary: "set how much of a stage, or of a site, goes on at one time",
    group: "Operate:",
    load: () => import("./commands/limit.ts"),
  },
  {
    name: "resume",
    summary: "let a paused stage go on",
    group: "Operate:",
    load: () => import("./commands/resume.ts"),
  },
  {
    name: "reprocess",
    summary: "send documents through a stage again, or show what that would change",
    group: "Operate:",
    load: () => import("./commands/reprocess.ts"),
  },
  {
    name: "sql",
    summary: "ask the store by SQL: claims, quotations, figures, documents, edges",
    group: "Operate:",
    load: () => import("./commands/sql.ts"),
  },
  {
    name: "backup",
    summary: "write everything the store knows into a folder",
    group: "Operate:",
    load: () => import("./commands/backup.ts"),
  },
  {
    name: "restore",
    summary: "fill an empty store from a backup",
    group: "Operate:",
    load: () => import("./commands/restore.ts"),
  },
  {
    name: "prune",
    summary: "take away what nothing needs any more: old timeline, results, events, bodies",
    group: "Operate:",
    load: () => import("./commands/prune.ts"),
  },
  {
    name: "drain",
    summary: "wait until nothing is owed",
    group: "Operate:",
    load: () => import("./commands/drain.ts"),
  },
  {
    name: "workers",
    summary: "which workers are connected, by stage",
    group: "Operate:",
    load: () => import("./commands/workers.ts"),
  },
  {
    name: "token",
    summary: "make, list and remove tokens for the console and the API",
    group: "Operate:",
    load: () => import("./commands/token.ts"),
  },
  {
    name: "trace",
    summary: "where one document is, and why",
    group: "Pipeline:",
    load: () => import("./commands/trace.ts"),
  },
  {
    name: "story",
    summary: "list stories, or read one",
    group: "Pipeline:",
    load: () => import("./commands/story.ts"),
  },
  {
    name: "export",
    summary: "write stories or their claims as JSONL, CSV, Parquet, JSON-LD or ninjs",
    group: "Pipeline:",
    load: () => import("./commands/export.ts"),
  },
  {
    name: "compare",
    summary: "tell what two runs made of the same documents, story by story",
    group: "Pipeline:",
    load: () => import("./commands/compare.ts"),
  },
  {
    name: "events",
    summary: "what became of stories, as it happens",
    group: "Pipeline:",
    load: () => import("./commands/events.ts"),
  },
  {
    name: "dead",
    summary: "what was quarantined, by cause",
    group: "Pipeline:",
    load: () => import("./commands/dead.ts"),
  },
  {
    name: "replay",
    summary: "give quarantined documents another go",
    group: "Pipeline:",
    load: () => import("./commands/replay.ts"),
  },
  {
    name: "remove",
    summary: "take a document down, and its words out of every story",
    group: "Pipeline:",
    load: () => import("./commands/remove.ts"),
  },
  {
    name: "doctor",
    summary: "check that this machine can run wirefold",
    group: "Pipeline:",
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "completion",
    summary: "print what teaches bash, zsh or fish to complete this command",
    group: "Operate:",
    load: () => import("./commands/completion.ts"),
  },
  {
    name: "clean",
    summary: "cut a page down to its article, and say what was cut and why",
    group: FILTERS,
    load: () => import("./commands/clean.ts"),
  },
  {
    name: "group",
    summary: "find copies, rewrites and reports of the same event",
    group: FILTERS,
    load: () => import("./commands/group.ts"),
  },
  {
    name: "extract",
    summary: "pull out quotes with their speakers, figures, dates, names and wire credit",
    group: FILTERS,
    load: () => import("./commands/extract.ts"),
  },
  {
    name: "reconcile",
    summary: "fold the articles of a story into one checked record",
    group: FILTERS,
    load: () => import("./commands/reconcile.ts"),
  },
  {
    name: "fuse",
    summary: "choose among conflicting values of many sources",
    group: FILTERS,
    load: () => import("./commands/fuse.ts"),
  },
  {
    name: "bench",
    summary: "measure speed and quality on this machine",
    group: "Measure:",
    load: () => import("./commands/bench.ts"),
  },
];
