export { type FuseOptions, fuseClaims } from "./fuse-claims.ts";
