import type { CommandNode } from "./command-tree.ts";

/** A script that teaches a shell the command tree. Nothing of wirefold runs while one types. */
export function completionScript(shell: "bash" | "zsh" | "fish", tree: readonly CommandNode[]): string {
  return { bash, zsh, fish }[shell](tree);
}

const topOf = (tree: readonly CommandNode[]) => tree.filter(({ path }) => path.length === 1);
const flagsOf = ({ options }: CommandNode) => options.map(({ flag }) => flag).join(" ");
const valuesOf = ({ options }: CommandNode) =>
  options
    .filter(({ takesValue }) => takesValue)
    .map(({ flag }) => flag)
    .join("|");

/** The deepest command that was typed, then its words, its options, or files. Works with bash 3.2, as macOS has it. */
function bash(tree: readonly CommandNode[]): string {
  const cases = tree.map(
    (node) =>
      `    "${node.path.join(" ")}") words="${node.words.join(" ")}"; flags="${flagsOf(node)}"; values="${valuesOf(node)}" ;;`,
  );
  const subs = tree.filter(({ path }) => path.length === 2).map(({ path }) => `      "${path.join(" ")}") at="$at $word" ;;`);
  return `# wirefold completion for bash
_wirefold() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at="" word words="" flags="" values="" i
  local commands="${topOf(tree)
    .map(({ path }) => path[0])
    .join(" ")}"
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in -*) continue ;; esac
    if [ -z "$at" ]; then
      case " $commands " in *" $word "*) at="$word" ;; esac
    else
      case "$at $word" in
${subs.join("\n")}
      esac
    fi
  done
  COMPREPLY=()
  if [ -z "$at" ]; then
    COMPREPLY=($(compgen -W "$commands --version --help" -- "$cur"))
    return
  fi
  case "$at" in
${cases.join("\n")}
  esac
  case "|$values|" in
    *"|$prev|"*) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _wirefold wirefold
`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(tree: readonly CommandNode[]): string {
  const described = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([word, summary]) => quoted(`${word.replaceAll(":", "\\:")}:${summary}`)).join(" ");
  const cases = tree.map((node) => {
    const subs = tree.filter(({ path }) => path.length === 2 && path[0] === node.path[0] && node.path.length === 1);
    const words =
      subs.length > 0
        ? subs.map(({ path, summary }) => [path[1] ?? "", summary] as const)
        : node.words.map((word) => [word, ""] as const);
    return `    ${quoted(node.path.join(" "))}) choices=(${described(words)}); flags=(${described(node.options.map(({ flag, summary }) => [flag, summary] as const))}) ;;`;
  });
  const subs = tree.filter(({ path }) => path.length === 2).map(({ path }) => quoted(path.join(" ")));
  return `#compdef wirefold
# wirefold completion for zsh
_wirefold() {
  local -a commands choices flags subs before
  local at="" word
  commands=(${described(topOf(tree).map(({ path, summary }) => [path[0] ?? "", summary] as const))})
  subs=(${subs.join(" ")})
  before=("\${(@)words[2,CURRENT-1]}")
  for word in "\${(@)before}"; do
    [[ "$word" == -* ]] && continue
    if [[ -z "$at" ]]; then
      (( \${commands[(I)\${word}:*]} )) && at="$word"
    elif (( \${subs[(Ie)$at $word]} )); then
      at="$at $word"
    fi
  done
  if [[ -z "$at" ]]; then
    _describe command commands
    return
  fi
  choices=()
  case "$at" in
${cases.join("\n")}
  esac
  if [[ "$PREFIX" == -* ]]; then
    _describe option flags
  else
    (( \${#choices} )) && _describe word choices
    _files
  fi
}
compdef _wirefold wirefold
`;
}

function fish(tree: readonly CommandNode[]): string {
  const lines = ["# wirefold completion for fish", "complete -c wirefold -e"];
  const names = topOf(tree).map(({ path }) => path[0] ?? "");
  const none = `not __fish_seen_subcommand_from ${names.join(" ")}`;
  for (const { path, summary } of topOf(tree))
    lines.push(`complete -c wirefold -n ${quoted(none)} -f -a ${quoted(path[0] ?? "")} -d ${quoted(summary)}`);
  for (const { path, options, words } of tree) {
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");
    for (const word of words) lines.push(`complete -c wirefold -n ${quoted(seen)} -a ${quoted(word)}`);
    for (const { flag, summary, takesValue } of options) {
      const name = flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-o ${flag.slice(1)}`;
      lines.push(
        `complete -c wirefold -n ${quoted(seen)} ${name}${takesValue ? " -r" : ""}${summary === "" ? "" : ` -d ${quoted(summary)}`}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
