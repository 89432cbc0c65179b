import { stageNames } from "@wirefold/core";
import { Command } from "commander";
import type { CommandEntry } from "../command.ts";

/** What may be typed at one place of the command line. */
export interface CommandNode {
  /** The words that lead here: `["source", "add"]`. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string; readonly takesValue: boolean }[];
  /** Words that stand for its arguments, where they are few: stages, kinds, tables. */
  readonly words: readonly string[];
}

/** Options every command takes. */
const GLOBAL = ["--quiet", "--verbose", "--no-color", "--help"].map((flag) => ({ flag, summary: "", takesValue: false }));

/** Arguments whose words are known. A command that lists them in its help ("one of a, b, c") needs no line here. */
const STAGES = new Set(["pause", "resume", "worker"]);

/** Every command and sub-command with its options, as the commands themselves define them. */
export async function commandTree(all: readonly CommandEntry[]): Promise<CommandNode[]> {
  const nodes: CommandNode[] = [];
  for (const entry of all) {
    const command = new Command(entry.name);
    (await entry.load()).define(command, all);
    nodes.push(nodeOf(command, [entry.name], entry.summary));
    for (const sub of command.commands) nodes.push(nodeOf(sub, [entry.name, sub.name()], sub.description()));
  }
  return nodes;
}

function nodeOf(command: Command, path: readonly string[], summary: string): CommandNode {
  const own = command.options.map(({ long, short, description, required, optional }) => ({
    flag: long ?? short ?? "",
    summary: description,
    takesValue: required || optional,
  }));
  const listed = command.registeredArguments.flatMap(({ description }) => wordsOf(description));
  const words = STAGES.has(path[0] ?? "") ? [...stageNames, "all"] : [...command.commands.map((sub) => sub.name()), ...listed];
  return { path, summary, options: [...own, ...GLOBAL], words };
}

/** The words of "what to prune: timeline, results, events (default: all)" and "one of bash, zsh, fish". */
function wordsOf(description: string): string[] {
  const list = /(?::|one of) ((?:[a-z][a-z-]*, )+[a-z][a-z-]*)(?: \(|$)/.exec(description)?.[1];
  return list === undefined ? [] : list.split(", ");
}
