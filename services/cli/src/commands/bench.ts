import { addExamples, type DefineCommand } from "../command.ts";

export const define: DefineCommand = (command) => {
  addExamples(command, [["Pages per second, and F1 on a set of pages with gold", "wirefold bench clean"]]);
};
