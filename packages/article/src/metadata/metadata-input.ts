/** What the fields of the metadata are read from. */
import type { PageAnalysis } from "../html/analyse-page.ts";
import type { ParsedPage } from "../html/parsed-page.ts";
import type { RemovalReason } from "../reasons.ts";
import type { PageHead } from "./read-head.ts";

export interface MetadataInput {
  readonly parsed: ParsedPage;
  readonly analysis: PageAnalysis;
  readonly head: PageHead;
  readonly titles: readonly string[];
  /** Which blocks were kept. */
  readonly kept: readonly boolean[];
  /** Why blocks were cut, where a rule knows. */
  readonly forced: readonly (RemovalReason | undefined)[];
  readonly text: string;
  readonly url: string | undefined;
  /** When embedded data that gave the body say it was published. */
  readonly published?: string | undefined;
}

/** A value to consider and where it stands: "meta:og:title", "json-ld:headline". */
export type Candidate = readonly [source: string, value: string | undefined];
