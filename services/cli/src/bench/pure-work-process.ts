import { measureWhenTold, type PureWork } from "./pure-work.ts";

await measureWhenTold(JSON.parse(process.argv[2] ?? "{}") as PureWork);
