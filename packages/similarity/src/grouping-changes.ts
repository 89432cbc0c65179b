import type { GroupAssignment, GroupingChange } from "@wirefold/core";
import { mustAt, mustGet } from "@wirefold/core";

type Assignments = ReadonlyMap<string, GroupAssignment>;
const LEVELS = ["copy", "lineage", "story"] as const;

/**
 * What changed between two groupings of the same documents but for those that came or went. Give the affected documents
 * only: whole clusters, before and after. Changes come by level, then by cluster id, whatever the maps' order.
 */
export function groupingChanges(before: Assignments, after: Assignments): GroupingChange[] {
  const changes: GroupingChange[] = [];
  for (const level of LEVELS) {
    const old = clustersOf(before, level);
    const now = clustersOf(after, level);
    const found: GroupingChange[] = [];
    for (const [cluster, members] of now) {
      const from = [...new Set(members.flatMap((id) => before.get(id)?.[level] ?? []))].sort();
      const change = (kind: GroupingChange["kind"]): void => {
        found.push({ level, kind, cluster, members, from });
      };
      if (from.length === 0) change("formed");
      else if (from.length > 1) change("merged");
      else {
        const earlier = mustGet(old, mustAt(from, 0));
        if (earlier.some((id) => after.has(id) && !members.includes(id))) change("split");
        else if (earlier.some((id) => !after.has(id))) change("left");
        else if (members.length > earlier.length) change("joined");
      }
    }
    for (const [cluster, members] of old)
      if (members.every((id) => !after.has(id))) found.push({ level, kind: "ended", cluster, members: [], from: [cluster] });
    changes.push(...found.sort((x, y) => (x.cluster < y.cluster ? -1 : 1)));
  }
  return changes;
}

function clustersOf(assignments: Assignments, level: (typeof LEVELS)[number]): Map<string, string[]> {
  const clusters = new Map<string, string[]>();
  for (const assignment of assignments.values()) {
    const members = clusters.get(assignment[level]);
    if (members === undefined) clusters.set(assignment[level], [assignment.id]);
    else members.push(assignment.id);
  }
  for (const members of clusters.values()) members.sort();
  return clusters;
}
