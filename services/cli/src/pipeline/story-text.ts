import type { StoryRecord } from "@wirefold/core";
import { formatTable } from "../table.ts";
import type { Paint } from "../terminal.ts";

/** A story record for a terminal: members, claims with their independent sources, conflicts, mutations. */
export function storyText(record: StoryRecord, paint: Paint): string {
  const titleOf = new Map(record.members.map((member) => [member.id, member.outlet ?? member.title ?? member.id]));
  const lines = [
    paint(record.headline ?? "(no headline)", "bold"),
    `story ${record.story}${record.event_date ? ` · ${record.event_date}` : ""}`,
    "",
  ];
  const members = record.members.map((member) => [
    member.id.slice(0, 10),
    member.role,
    member.lineage.slice(0, 10),
    member.taken === null ? null : `${Math.round(member.taken * 100)} %`,
    member.wire_credit,
    clip(member.title ?? "", 60),
  ]);
  lines.push(formatTable(["document", "role", "lineage", "taken", "wire", "title"], members));
  if (record.conflicts.length > 0) {
    lines.push("", paint("Conflicts", "bold"));
    for (const conflict of record.conflicts) {
      lines.push(`  ${paint(conflict.statement, "red")}`);
      for (const side of conflict.sides)
        lines.push(`    ${side.value}: ${side.docs.map((doc) => titleOf.get(doc) ?? doc).join(", ")}`);
    }
  }
  if (record.claims.length > 0) {
    lines.push("", paint("Claims", "bold"));
    const claims = [...record.claims].sort(
      (a, b) => b.independent_sources - a.independent_sources || b.raw_article_count - a.raw_article_count,
    );
    const rows = claims
      .slice(0, 30)
      .map((claim) => [
        clip(claim.statement, 72),
        figureOf(claim),
        claim.raw_article_count,
        claim.independent_sources,
        claim.relation,
      ]);
    lines.push(formatTable(["claim", "value", "articles", "independent", "relation"], rows));
    if (claims.length > 30) lines.push(`… ${claims.length - 30} more`);
  }
  if (record.mutations.length > 0) {
    lines.push("", paint("What rewrites changed, worst first", "bold"));
    const worst = [...record.mutations].sort((a, b) => b.severity - a.severity).slice(0, 15);
    for (const mutation of worst)
      lines.push(`  ${mutation.kind}: ${clip(mutation.note, 110)} (${titleOf.get(mutation.doc) ?? mutation.doc})`);
  }
  return `${lines.join("\n")}\n`;
}

function figureOf({ canonical }: StoryRecord["claims"][number]): string {
  const value = Array.isArray(canonical.value) ? canonical.value.join("–") : canonical.value;
  return [canonical.modifier, typeof value === "number" ? value.toLocaleString("en") : value, canonical.unit]
    .filter((part) => part !== null)
    .join(" ");
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
