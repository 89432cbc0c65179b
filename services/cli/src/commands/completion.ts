import { UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { chooseFrom } from "../suggest.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

export const define: DefineCommand = (command, all) => {
  command.argument("[shell]", `one of ${SHELLS.join(", ")} (default: that of SHELL)`);
  command.addHelpText(
    "after",
    "\nCompletes commands, options, stages and the other words an option takes; where a file is meant, files.",
  );
  addExamples(command, [
    ["bash, for this session", 'eval "$(wirefold completion bash)"'],
    ["zsh", "wirefold completion zsh > ~/.zfunc/_wirefold   # a folder of fpath, before compinit"],
    ["fish", "wirefold completion fish > ~/.config/fish/completions/wirefold.fish"],
  ]);
  command.action(async (given: string | undefined) => {
    const typed = given ?? process.env.SHELL?.split("/").at(-1);
    if (typed === undefined) throw new UsageError("which shell?", `name one: ${SHELLS.join(", ")}`);
    const shell = chooseFrom("shell", typed, SHELLS);
    const { commandTree } = await import("../completion/command-tree.ts");
    const { completionScript } = await import("../completion/scripts.ts");
    process.stdout.write(completionScript(shell, await commandTree(all)));
  });
};
