import type { SourceRow } from "@wirefold/store";
import type { Services } from "../services.ts";

export type SourceHealth = "new" | "ok" | "failing" | "silent" | "paused" | "gone";

export interface SourceView extends Omit<SourceRow, "etag" | "lastModified" | "bodyHash" | "validators" | "hub"> {
  readonly health: SourceHealth;
  /** Documents its polls found in the last 24 hours, to hold against `dailyDocuments`. */
  readonly documentsLastDay: number;
}

const DAY_MS = 86_400_000;

/** Every source with its health: those in trouble first. */
export async function sourceViews({ sources }: Pick<Services, "sources">): Promise<SourceView[]> {
  const [rows, fresh] = await Promise.all([sources.list(), sources.freshSince(new Date(Date.now() - DAY_MS))]);
  return rows
    .map((row) => sourceView(row, fresh.get(row.id) ?? 0))
    .sort((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health));
}

const ORDER: readonly SourceHealth[] = ["failing", "silent", "gone", "new", "ok", "paused"];

export function sourceView(row: SourceRow, documentsLastDay: number): SourceView {
  const { etag: _, lastModified: __, bodyHash: ___, validators: ____, hub: _____, ...shown } = row;
  return { ...shown, health: healthOf(row), documentsLastDay };
}

function healthOf({ state, silentSince, failures, polls }: SourceRow): SourceHealth {
  if (state === "paused" || state === "gone") return state;
  if (state === "failing" || failures > 0) return "failing";
  if (silentSince !== null) return "silent";
  return polls === 0 ? "new" : "ok";
}
