import type { ToldModel } from "./find-told.ts";
import { readTable } from "./told-space.ts";
import * as en from "./weights/en.ts";

interface Tables {
  readonly acceptMin: number;
  readonly wordMin: number;
  readonly earlyMin: number;
  readonly early: string;
  readonly source: string;
  readonly extent: string;
  readonly cue: string;
}

const model = ({ early, source, extent, cue, ...bounds }: Tables): ToldModel => ({
  ...bounds,
  early: readTable(early),
  source: readTable(source),
  extent: readTable(extent),
  cue: readTable(cue),
});

const models = new Map([["en", model(en)]]);

/** The weights fitted for a language by `scripts/train-told.mjs`; null where none were, and the rules alone tell. */
export const toldModelFor = (language: string): ToldModel | null => models.get(language) ?? null;
